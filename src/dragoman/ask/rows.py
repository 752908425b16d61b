"""The rows that questions are answered with: frozen, and plain enough for JSON."""

from dataclasses import asdict, dataclass
from typing import Any


def plain(row: Any) -> dict[str, Any]:
    """Give a row as plain values."""
    made: dict[str, Any] = asdict(row)
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody who takes part, speaks or is spoken to.

    Args:
        id: the actor's id, the same over all reports.
        name: the name that most reports use.
    """

    id: str
    name: str

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """One event of the record in one row.

    Args:
        id: the event's id.
        type: PLOVER event type.
        mode: PLOVER mode, None where none is said.
        cameo: CAMEO code, None where none fits.
        actors: those who do it, all participants where `symmetric`.
        recipients: those who get it.
        symmetric: whether the order of participants means nothing.
        date: `YYYY-MM-DD`, `YYYY-MM`, `YYYY`, `start/end` or None.
        place: its name, None where unknown.
        country: ISO alpha-3 of the place.
        lat: degrees.
        lon: degrees.
        status: actual, planned, conditional, denied.
        salience: main, other, background.
        topics: what it was about, in words of the reports.
        contexts: the PLOVER contexts that those words speak of (military, cbrn).
        reports: how many reports tell it.
        publishers: the outlets that tell it.
        confidence: 0 to 1.
        independent: how many outlets tell it of their own; copies of one text count once.
        first_report: day of the first report that tells it, None where none has a day.
        last_report: day of the last one.
    """

    id: str
    type: str
    mode: str | None
    cameo: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    symmetric: bool
    date: str | None
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    status: str
    salience: str
    topics: tuple[str, ...]
    contexts: tuple[str, ...]
    reports: int
    publishers: tuple[str, ...]
    confidence: float
    independent: int = 1
    first_report: str | None = None
    last_report: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values: names under `actors` and `recipients`, ids beside them."""
        values = plain(self)
        for side in ("actors", "recipients"):
            parties: tuple[Party, ...] = getattr(self, side)
            values[side] = [party.name for party in parties]
            values[f"{side.removesuffix('s')}_ids"] = [party.id for party in parties]
        for name in ("topics", "contexts", "publishers"):
            values[name] = list(getattr(self, name))
        return values


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """The words of one report that a field rests on.

    Args:
        mention: id of the event mention.
        report: the report's own id, as its source calls it.
        publisher: its outlet, where known.
        published: its day, where known.
        words: the words that say it, None where it follows from no words of its own.
        sentence: the sentence that tells the event there.
        reason: why the words mean the value, where that is kept.
    """

    mention: str
    report: str
    publisher: str | None
    published: str | None
    words: str | None
    sentence: str
    reason: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """A report that says otherwise.

    Args:
        value: what it says.
        witness: where it says so.
    """

    value: Any
    witness: Witness


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDossier:
    """One field of an event with all that speaks for and against its value.

    Args:
        name: the field.
        value: the value chosen; names where it lists actors.
        policy: the rule that chose it.
        support: the reports that say so.
        dissent: the reports that say otherwise.
    """

    name: str
    value: Any
    policy: str
    support: tuple[Witness, ...]
    dissent: tuple[Dissent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArgumentRow:
    """A participant of one telling and the words it rests on.

    Args:
        role: `actor`, `recipient`, `third party` or `theme`.
        name: who it is, None where the words stand for nobody known.
        words: the words in the report.
        path: how the tree leads from the trigger to them.
    """

    role: str
    name: str | None
    words: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How one report tells the event.

    Args:
        mention: id of the event mention.
        report: the report's own id, as its source calls it.
        report_id: the report's id in the record.
        publisher: its outlet, where known.
        published: its day, where known.
        title: its headline, where known.
        url: its address, where known.
        status: actual, planned, conditional, denied, as this report has it.
        source: who alone asserts it, None where the report itself does.
        sentences: the sentences that tell it, the best first.
        start: where the first of them begins in the report's clean text.
        end: where it ends.
        trigger: the word that names the act.
        frame: the frame that fired.
        arguments: participants and their words.
        reasons: why each field has its value.
        confidence: 0 to 1.
    """

    mention: str
    report: str
    report_id: str
    publisher: str | None
    published: str | None
    title: str | None
    url: str | None
    status: str
    source: str | None
    sentences: tuple[str, ...]
    start: int
    end: int
    trigger: str
    frame: str
    arguments: tuple[ArgumentRow, ...]
    reasons: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedPair:
    """Two tellings that were compared.

    Args:
        left: id of the one mention.
        right: id of the other.
        verdict: `same`, `different` or `unsure`.
        score: the sum behind it.
        reasons: every comparison in words, with its score.
    """

    left: str
    right: str
    verdict: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyRow:
    """A report that says again what another one that tells the event said.

    Args:
        report: the later report, by what its source calls it.
        of: the earlier one.
        kind: `same text`, `copy` or `update`.
        score: share of the word sequences of both that stand in both.
        differs: what differs, in words.
    """

    report: str
    of: str
    kind: str
    score: float
    differs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationRow:
    """How the event hangs together with another one.

    Args:
        kind: `part of`, `follows`, `answers`, `repeats`.
        event: id of the other event.
        reverse: whether the other is part of, follows... this one.
        reason: in words.
    """

    kind: str
    event: str
    reverse: bool
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventDossier:
    """Everything the record knows of one event.

    Args:
        event: the event in one row.
        fields: each field with its support and its dissent.
        tellings: every report that tells it, in order of publication.
        judgements: the pairs of mentions compared on the way to it, near misses included.
        copies: reports among them that say again what others said: no witnesses of their own.
        relations: how the event hangs together with others.
        forwarded_from: the id that was asked for, where it is one that leads to this event since a merge or a split.
    """

    event: EventRow
    fields: tuple[FieldDossier, ...]
    tellings: tuple[Telling, ...]
    judgements: tuple[JudgedPair, ...]
    copies: tuple[CopyRow, ...] = ()
    relations: tuple[RelationRow, ...] = ()
    forwarded_from: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {**plain(self), "event": self.event.as_dict()}

    def _repr_html_(self) -> str:
        from dragoman.ask import showing

        return showing.event(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """One quote of the record.

    Args:
        id: the quote's id.
        text: the words.
        speaker: who said them, None where unknown.
        addressee: who was spoken to, None where unknown.
        cue: lemma of the word that introduces them.
        direct: True between quotation marks.
        basis: how the speaker was found.
        report: the report's own id, as its source calls it.
        report_id: the report's id in the record.
        publisher: its outlet, where known.
        published: its day, where known.
        start: where the words begin in the report's clean text.
        end: where they end.
    """

    id: str
    text: str
    speaker: Party | None
    addressee: Party | None
    cue: str | None
    direct: bool
    basis: str
    report: str
    report_id: str
    publisher: str | None
    published: str | None
    start: int
    end: int

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values: names under `speaker` and `addressee`, ids beside them."""
        values = plain(self)
        for side in ("speaker", "addressee"):
            party: Party | None = getattr(self, side)
            values[side], values[f"{side}_id"] = (party.name, party.id) if party else (None, None)
        return values


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many of something there are.

    Args:
        key: what is counted.
        count: how many.
    """

    key: str
    count: int

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a record holds.

    Args:
        reports: how many reports.
        events: how many events.
        mentions: how many tellings of events.
        quotes: how many quotes.
        actors: how many actors, each counted once.
        problems: how many problems.
        publishers: the outlets with the number of their reports.
        first_day: day of the first report.
        last_day: day of the last report.
        stale: whether reports were added that the events do not know of yet.
    """

    reports: int
    events: int
    mentions: int
    quotes: int
    actors: int
    problems: int
    publishers: tuple[Count, ...]
    first_day: str | None
    last_day: str | None
    stale: bool

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return plain(self)

    def _repr_html_(self) -> str:
        from dragoman.ask import showing

        return showing.summary(self)
