"""Who stood where on what, and when: positions in order of their days."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from dragoman.ask.answer import Answer
from dragoman.ask.asked import in_words
from dragoman.ask.days import Asked
from dragoman.ask.filters import Conditions
from dragoman.ask.listing import limited
from dragoman.ask.rows import Party, plain
from dragoman.model.position import STANCES

if TYPE_CHECKING:
    from dragoman.ask.opened import Opened

POSITIONS = """
select p.id, p.date, coalesce(h.name, p.holder) as holder, p.stance, p.object, p.cue, p.basis,
    json_extract_string(p.evidence, '$.text') as evidence, coalesce(r.source_id, r.id) as report, r.id as report_id,
    r.publisher, r.day as published, p.start, p."end", p.quote, p.holder as holder_id
from positions p join reports r on p.report = r.id left join people h on p.holder = h.id
where {where} order by coalesce(p.date, r.day) nulls last, r.id, p.start, p.id{limit}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PositionRow:
    """A stand that somebody took in one report.

    Args:
        id: the position's id.
        date: the day it was taken, as far as known.
        holder: whose stand it is.
        stance: `for` or `against`.
        object: what it is about, in few words.
        cue: the words that take it.
        basis: `told` by the report, `quoted` in his own words, or `reported` as what he said.
        evidence: the sentence.
        report: the report's own id, as its source calls it.
        report_id: the report's id in the record.
        publisher: its outlet, where known.
        published: its day, where known.
        start: where the words of the object begin in the report's clean text.
        end: where they end.
        quote: id of the quote it is taken in, None where there is none.
    """

    id: str
    date: str | None
    holder: Party
    stance: str
    object: str
    cue: str
    basis: str
    evidence: str
    report: str
    report_id: str
    publisher: str | None
    published: str | None
    start: int
    end: int
    quote: str | None

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values: the name under `holder`, the id beside it."""
        return {**plain(self), "holder": self.holder.name, "holder_id": self.holder.id}


class PositionFilters(TypedDict, total=False):
    """What positions may be asked by; each is optional, and all that are given must hold.

    Args:
        actor: whose stand: a name, part of one, or an id.
        topic: words of what it is about, each of which must stand there, a plural's singular too.
        stance: `for` or `against`.
        since: first day.
        until: last day.
        limit: at most so many.
    """

    actor: str | None
    topic: str | None
    stance: str | None
    since: Asked
    until: Asked
    limit: int | None


def positions(opened: "Opened", **asked: Unpack[PositionFilters]) -> Answer[PositionRow]:
    """Give the stands of a record in order of their days, so that one actor's can be followed over years.

    Args:
        opened: the record.
        asked: the filters.

    Returns:
        One row for each stand in each report.

    Raises:
        UsageError: an unknown or ambiguous name, an impossible day, another stance.
    """
    holds = Conditions()
    actor, stance = asked.get("actor"), asked.get("stance")
    if actor:
        holds.add("p.holder = ?", opened.people.find(actor))
    for word in (asked.get("topic") or "").split():
        holds.add("contains(lower(p.object), lower(?))", _stem(word))
    if stance:
        holds.one_of("p.stance", stance, STANCES)
    day = "coalesce(p.date, r.day)"
    holds.between(asked.get("since"), asked.get("until"), first=day, last=day)
    query = POSITIONS.format(where=holds.sql(), limit=limited(asked.get("limit")))
    words = {name: value for name, value in asked.items() if name != "limit"}
    return opened.answer(opened.query(query, holds.values), _row, in_words("Positions", words))


def _stem(word: str) -> str:
    """Cut a plural's "s": who asks for "sanctions" means "a sanction" too."""
    return word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word


def _row(row: Mapping[str, Any]) -> PositionRow:
    values = {key: value for key, value in row.items() if key != "holder_id"}
    return PositionRow(**{**values, "holder": Party(id=row["holder_id"], name=row["holder"])})
