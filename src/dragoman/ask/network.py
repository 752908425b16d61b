"""Who is in events with whom: actors and ties in a window, how central each is, and which belong together."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from dragoman.ask.answer import Answer
from dragoman.ask.filters import Conditions
from dragoman.ask.optional import need
from dragoman.ask.rows import plain
from dragoman.ask.views import arrow
from dragoman.errors import UsageError
from dragoman.record.reader import Reader

if TYPE_CHECKING:
    import networkx
    import pyarrow

_ONE_THREAD = 10**9
"""More nodes than there ever are: sums of several threads would differ in their last digits from run to run."""
_SEED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor, or a state, of the network.

    Args:
        id: the actor's id, or the state's code.
        name: its name.
        kind: person, country, government_body, organisation, armed_group or group.
        country: ISO alpha-3.
        sector: PLOVER sector.
        events: in how many of the events it takes part.
        degree: how many others it is in events with.
        strength: how many events its ties stand for in all.
        betweenness: share of shortest paths that lead through it, 0 to 1.
        community: number of the community it belongs to, 1 the largest.
    """

    id: str
    name: str
    kind: str
    country: str | None
    sector: str
    events: int
    degree: int
    strength: int
    betweenness: float
    community: int

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two that are in the same events.

    Args:
        a: id of the one.
        b: id of the other.
        a_name: name of the one.
        b_name: name of the other.
        events: how many events.
        cooperation: how many of them are cooperation (quad classes 1 and 2).
        conflict: how many are conflict (3 and 4).
        goldstein_mean: mean Goldstein value, None where no event has one.
        first: first day.
        last: last day.
    """

    a: str
    b: str
    a_name: str
    b_name: str
    events: int
    cooperation: int
    conflict: int
    goldstein_mean: float | None
    first: str | None
    last: str | None

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Who is in events with whom.

    Args:
        nodes: actors, the one with most events first.
        ties: pairs, the one with most events first.
    """

    nodes: Answer[Node]
    ties: Answer[Tie]

    def graph(self) -> "networkx.Graph[Any]":
        """Give it as a networkx graph; what is not known is left out of a node's or tie's attributes."""
        return graph(self.nodes.dicts(), self.ties.dicts())

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {"nodes": self.nodes.dicts(), "ties": self.ties.dicts()}

    def _repr_html_(self) -> str:
        return self.nodes._repr_html_()


_TIES = """
with inside as (
    select {once} p.n, p.{key} as key, p.quad, p.goldstein, p.since, p.until from parts p
    {chosen} where p.{key} is not null
)
select x.key as a, y.key as b, {names}, count(*) as events, count(*) filter (x.quad <= 2) as cooperation,
    count(*) filter (x.quad >= 3) as conflict, avg(x.goldstein) as goldstein_mean,
    min(x.since) as first, max(x.until) as last
from inside x join inside y on x.n = y.n and x.key < y.key {joins}
group by all having count(*) >= ? order by events desc, a, b {limit}
"""
_ACTORS = {
    "key": "actor",
    "once": "",
    "names": "coalesce(m.name, x.key) as a_name, coalesce(n.name, y.key) as b_name",
    "joins": "left join people m on x.key = m.id left join people n on y.key = n.id",
}
_STATES = {"key": "country", "once": "distinct", "names": "x.key as a_name, y.key as b_name", "joins": ""}
_NODES = {
    "actors": (
        "select p.actor as id, coalesce(any_value(a.name), p.actor) as name, coalesce(any_value(a.kind), '') as kind, "
        "any_value(a.country) as country, coalesce(any_value(a.sector), 'UNK') as sector, "
        "count(*) as events from parts p {chosen} left join people a on p.actor = a.id "
        "semi join tied t on p.actor = t.id group by p.actor"
    ),
    "states": (
        "select p.country as id, p.country as name, 'country' as kind, p.country as country, 'GOV' as sector, "
        "count(distinct p.n) as events from parts p {chosen} semi join tied t on p.country = t.id group by p.country"
    ),
}


def network(
    reader: Reader, asked: Conditions, *, of: str, least: int, most: int
) -> "tuple[pyarrow.Table, pyarrow.Table]":
    """Give nodes and ties.

    Args:
        reader: the record, with the shared tables made.
        asked: which events.
        of: `actors`, or `states`: everybody counts for their state.
        least: events that a tie needs at least.
        most: so many ties at most, those with the most events.

    Returns:
        Rows of `Node` and rows of `Tie`.

    Raises:
        UsageError: `of` is neither, or `least` or `most` leaves nothing.
    """
    if of not in _NODES:
        raise UsageError(f"a network is of actors or of states, not of {of[:40]!r}")
    if least < 1 or most < 1:
        raise UsageError("least and most are numbers from 1 on")
    kind = _ACTORS if of == "actors" else _STATES
    chosen = f"semi join (select e.n from listed e where {asked.sql()}) c on p.n = c.n" if asked.parts else ""
    ties = arrow(reader, _TIES.format(chosen=chosen, limit=f"limit {int(most)}", **kind), [*asked.values, least])
    ids = sorted({*ties.column("a").to_pylist(), *ties.column("b").to_pylist()})
    reader.offer("tied", {"id": ids or [""]})
    nodes = arrow(reader, f"{_NODES[of].format(chosen=chosen)} order by events desc, id", asked.values)
    return _measured(nodes, ties), ties


def _measured(nodes: "pyarrow.Table", ties: "pyarrow.Table") -> "pyarrow.Table":
    """Add degree, strength, betweenness (Brandes) and community (Louvain, seeded) to the nodes."""
    import pyarrow as pa

    nx = need("networkx", extra="network")
    made = graph(nodes.to_pylist(), ties.to_pylist())
    rx = need("rustworkx", extra="network")  # the same figures as networkx's, twenty times as fast
    between = dict(
        zip(
            made,
            rx.betweenness_centrality(rx.networkx_converter(made), parallel_threshold=_ONE_THREAD).values(),
            strict=True,
        )
    )
    groups = nx.community.louvain_communities(made, weight="events", seed=_SEED) if len(made) else []
    ranked = sorted(groups, key=lambda group: (-len(group), min(group)))
    community = {key: number for number, group in enumerate(ranked, 1) for key in group}
    ids = nodes.column("id").to_pylist()
    strength = dict(made.degree(weight="events"))
    for name, values, kind in (
        ("degree", dict(made.degree()), pa.int64()),
        ("strength", strength, pa.int64()),
        ("betweenness", between, pa.float64()),
        ("community", community, pa.int64()),
    ):
        nodes = nodes.append_column(name, pa.array([values[key] for key in ids], kind))
    return nodes


def graph(nodes: list[dict[str, Any]], ties: list[dict[str, Any]]) -> "networkx.Graph[Any]":
    """Make a networkx graph of rows of nodes and ties."""
    made: networkx.Graph[Any] = need("networkx", extra="network").Graph()
    for node in nodes:
        made.add_node(node["id"], **_known(node, {"id"}))
    for tie in ties:
        made.add_edge(tie["a"], tie["b"], **_known(tie, {"a", "b", "a_name", "b_name"}))
    return made


def _known(row: dict[str, Any], without: set[str]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in without and value is not None}
