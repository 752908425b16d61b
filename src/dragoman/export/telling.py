"""An event in a few words, for formats that show it to people: a headline, a sentence, an address."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.export.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event with what a calendar, a feed or a map shows of it.

    Args:
        id: the event's id.
        date: when, as the record has it.
        since: first day.
        until: last day.
        type: PLOVER event type.
        mode: PLOVER mode.
        actors: names of those who do it.
        recipients: names of those who get it.
        symmetric: whether the order of participants means nothing.
        place: where.
        country: ISO alpha-3 of the place.
        lat: degrees.
        lon: degrees.
        status: actual, planned, conditional, denied.
        topics: what it was about.
        reports: how many reports tell it.
        publishers: the outlets.
        first_report: day of the first report.
        last_report: day of the last report.
        confidence: 0 to 1.
        sentence: the sentence of the first report, None where words must not be passed on.
        url: its address.
    """

    id: str
    date: str | None
    since: str | None
    until: str | None
    type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    symmetric: bool
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    status: str
    topics: tuple[str, ...]
    reports: int
    publishers: tuple[str, ...]
    first_report: str | None
    last_report: str | None
    confidence: float
    sentence: str | None
    url: str | None

    @property
    def headline(self) -> str:
        """Sum it up in a line: "CONSULT (meet): Ada Roe and Ben Lund, Oslo"."""
        actors = (" and " if self.symmetric else ", ").join(self.actors) or "somebody"
        kind = f"{self.type} ({self.mode})" if self.mode else self.type
        whom = f" → {', '.join(self.recipients)}" if self.recipients else ""
        status = "" if self.status == "actual" else f" [{self.status}]"
        return f"{kind}: {actors}{whom}{f', {self.place}' if self.place else ''}{status}"

    @property
    def described(self) -> str:
        """Tell it in a few lines: the sentence, the outlets, the address."""
        outlets = ", ".join(self.publishers)
        told_by = (
            f"Told by {self.reports} report{'s' if self.reports != 1 else ''}{f' ({outlets})' if outlets else ''}."
        )
        topics = f"On {'; '.join(self.topics)}." if self.topics else None
        return "\n".join(filter(None, (self.sentence, topics, told_by, self.url)))


_TOLD = """
with $common, sides as (
    select event, list(name order by seat) filter (side = 'actor') as actors,
        list(name order by seat) filter (side = 'recipient') as recipients
    from party group by event
)
select p.id, p.date, p.since, p.until, p.type, p.mode, coalesce(s.actors, []) as actors,
    coalesce(s.recipients, []) as recipients, p.symmetric, p.place, p.country, p.lat, p.lon, p.status, p.topics,
    len(p.articles) as reports, p.publishers, p.first_report, p.last_report, p.confidence,
    json_extract_string(t.evidence, '$[0].text') as sentence, t.url
from picked p left join sides s on s.event = p.id left join first_told t on t.event = p.id
order by p.since nulls last, p.until, p.id
"""
_LISTS = ("actors", "recipients", "topics", "publishers")


def told(selection: Selection) -> Iterator[Told]:
    """Give the chosen events, in order of their days."""
    for row in selection.rows(selection.fill(_TOLD)):
        lists = {name: tuple(row[name]) for name in _LISTS}
        yield Told(**{**row, **lists, "sentence": row["sentence"] if selection.text else None})
