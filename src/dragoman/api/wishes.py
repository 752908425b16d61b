"""What may stand behind the question mark of an address: checked, and refused by name where it is unknown."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Words = Annotated[str, Field(min_length=1, max_length=400)]
Day = Annotated[
    str, Field(min_length=4, max_length=10, description="2022, 2022-03 or 2022-03-01", examples=["2022-03"])
]
MOST = 1000


class Wishes(BaseModel):
    """What every question takes."""

    model_config = ConfigDict(extra="forbid")

    as_of: Words | None = Field(None, description="The record as it was then: a version's number, or a day.")


class Paged(Wishes):
    """What every list takes."""

    limit: int = Field(50, ge=1, le=MOST, description="Rows of a page.")
    cursor: Words | None = Field(None, description="`next` of the page before; it leads on in the same version.")


class Filters(BaseModel):
    """The filters of events; an event must pass all that are given."""

    model_config = ConfigDict(extra="forbid")

    actor: Words | None = Field(None, description="Somebody who takes part: a name, part of one, or an id.")
    with_: Words | None = Field(None, alias="with", description="Somebody else who takes part.")
    country: Words | None = Field(None, description="The state of any participant, by name or ISO alpha-3 code.")
    sector: Words | None = Field(None, description="PLOVER sector of any participant.")
    type: Words | None = Field(None, description="PLOVER event type.")
    mode: Words | None = Field(None, description="PLOVER mode.")
    status: Words | None = Field(None, description="actual, planned, conditional or denied.")
    salience: Words | None = Field(None, description="main, other or background.")
    since: Day | None = Field(None, description="First day; an event counts if it may lie on or after it.")
    until: Day | None = Field(None, description="Last day, inclusive.")
    place: Words | None = Field(None, description="Part of a place's name, a state, or latitude,longitude.")
    within: float | None = Field(None, gt=0, allow_inf_nan=False, description="Kilometres around `place`.")
    topic: Words | None = Field(None, description="Words of what it was about.")
    context: Words | None = Field(None, description="A PLOVER context (military, cbrn, health, ...).")
    publisher: Words | None = Field(None, description="Part of the name of an outlet that tells it.")
    min_outlets: int | None = Field(None, ge=1, le=10**9, description="Told by so many independent outlets.")
    min_confidence: float | None = Field(None, ge=0, le=1, description="Confidence of at least so much.")
    text: Words | None = Field(None, description="Words of a sentence that tells it.")

    def filters(self) -> dict[str, Any]:
        """Give the filters that were set, as `Questions.events` takes them."""
        return self.model_dump(include=set(Filters.model_fields), exclude_none=True)


class Stretch(BaseModel):
    """First and last day."""

    since: Day | None = Field(None, description="First day.")
    until: Day | None = Field(None, description="Last day, inclusive.")


class EventsAsked(Filters, Paged):
    """Events."""


class TimelineAsked(Stretch, Paged):
    """The events of an actor, or of two with each other."""

    actor: Words = Field(description="Somebody who takes part.")
    other: Words | None = Field(None, description="Somebody else who does.")


class DyadAsked(Stretch, Wishes):
    """All between two."""

    a: Words = Field(description="The one: a name, part of one, or an id.")
    b: Words = Field(description="The other.")
    per: Words = Field("month", description="day, week, month, quarter or year.")
    states: bool = Field(False, description="Both are states, and everybody of theirs counts.")
    status: Words | None = Field("actual", description="Only events of this status; `all` for every one.")


class QuotesAsked(Stretch, Paged):
    """Quotes."""

    speaker: Words | None = Field(None, description="Who said it.")
    about: Words | None = Field(None, description="An actor whom the words name, else words that they hold.")
    text: Words | None = Field(None, description="Letters of the quote.")


class PositionsAsked(Stretch, Paged):
    """Who is for or against what."""

    actor: Words | None = Field(None, description="Whose stand.")
    topic: Words | None = Field(None, description="Words of what it is about.")
    stance: Words | None = Field(None, description="for or against.")


class CountsAsked(Filters, Paged):
    """Counts."""

    by: Words = Field(
        "all",
        description="all, type, mode, quad, status, salience, place, land, publisher, topic, context, actor, country, "
        "sector, dyad, directed, states, or a period.",
    )
    per: Words | None = Field(None, description="day, week, month, quarter or year.")
    unit: Words = Field("events", description="events, mentions or reports.")
    balanced: bool = Field(False, description="Every key in every period, zeros included.")


class NetworkAsked(Filters, Wishes):
    """Who is in events with whom."""

    of: Words = Field("actors", description="actors or states.")
    least: int = Field(1, ge=1, le=10**9, description="Events that a tie needs at least.")
    most: int = Field(MOST, ge=1, le=2000, description="Ties at most.")


class SearchAsked(Stretch, Paged):
    """Reports and quotes by their words."""

    words: Words = Field(description='All of these words in any form; "a phrase"; -without; begin*.')
    within: Words = Field("all", description="reports, quotes or all.")
    publisher: Words | None = Field(None, description="Part of an outlet's name.")


class CoverageAsked(Stretch, Paged):
    """Which publishers were silent when."""

    publisher: Words | None = Field(None, description="Part of an outlet's name.")


class GapsAsked(CoverageAsked):
    """Stretches without reports."""

    least: int = Field(2, ge=1, le=10**6, description="Days that a gap has at least.")


class ShiftsAsked(Filters, Paged):
    """Bursts and changes of level."""

    per: Words = Field("week", description="day, week, month, quarter or year.")


class DiffAsked(Paged):
    """What changed between two versions."""

    one: Words = Field(description="The earlier version: its number, or a day.")
    other: Words = Field(description="The later one.")


class ReviewAsked(Filters, Paged):
    """What to look at first."""


class SqlAsked(Paged):
    """Read-only SQL."""

    query: Annotated[str, Field(min_length=1, max_length=20_000)] = Field(description="One select in DuckDB's SQL.")
