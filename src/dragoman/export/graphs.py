"""Networks for Gephi and others: GEXF with the days of every tie, GraphML."""

import xml.etree.ElementTree as ET
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.ask.network import graph as plain_graph
from dragoman.ask.optional import need
from dragoman.export.selection import Selection

if TYPE_CHECKING:
    import networkx

_NODES = """
with $common select key as id, any_value(name) as label, any_value(kind) as kind, any_value(country) as country,
    any_value(sector) as sector, any_value(wikidata) as wikidata, count(distinct event) as events
from party group by key order by key
"""
_TIES = """
with $common, met as (
    select distinct x.event, least(x.key, y.key) as a, greatest(x.key, y.key) as b
    from party x join party y on x.event = y.event and x.key <> y.key
)
select m.a, m.b, count(*) as events, count(*) as weight, count(*) filter (p.plover_quad <= 2) as cooperation,
    count(*) filter (p.plover_quad >= 3) as conflict, avg(k.goldstein) as goldstein_mean,
    list_sort(list_distinct(list([p.since, p.until]) filter (p.since is not null))) as spells
from met m join picked p on m.event = p.id left join cameo_codes k on p.cameo = k.code
group by m.a, m.b order by m.a, m.b
"""


def graphml(selection: Selection, target: Path) -> int:
    """Write who is in events with whom as GraphML: a node an actor, an edge a pair, weighted by events."""
    made, _ = _graph(selection)
    # the writer that uses lxml when it is there orders keys otherwise than the one that does not
    need("networkx", extra="network").write_graphml_xml(made, target, encoding="utf-8")
    return int(made.number_of_edges())


def gexf(selection: Selection, target: Path) -> int:
    """Write who is in events with whom as GEXF 1.2, every edge with the days of its events, so that Gephi plays it."""
    made, days = _graph(selection)
    made.graph["mode"], made.graph["timeformat"] = "dynamic", "date"
    for pair, spells in days.items():
        if spells:
            made.edges[pair]["spells"] = spells
    tree = ET.ElementTree(
        ET.fromstring("\n".join(need("networkx", extra="network").generate_gexf(made, version="1.2draft")))
    )
    for meta in tree.iter():
        meta.attrib.pop("lastmodifieddate", None)  # the same record gives the same bytes, whatever day it is
    ET.register_namespace("", "http://www.gexf.net/1.2draft")
    tree.write(target, encoding="utf-8", xml_declaration=True)
    return int(made.number_of_edges())


def _graph(selection: Selection) -> "tuple[networkx.Graph[Any], dict[tuple[str, str], list[tuple[str, str]]]]":
    nodes = list(selection.rows(selection.fill(_NODES)))
    ties = list(selection.rows(selection.fill(_TIES)))
    days = {(tie["a"], tie["b"]): [(first, last) for first, last in tie.pop("spells") or []] for tie in ties}
    return plain_graph(nodes, ties), days
