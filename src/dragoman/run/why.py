"""Why a sentence, or an event of a record, was coded as it was."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.model import Article, Document, Problem
from dragoman.pipeline import Pipeline, Settings
from dragoman.pipeline.ontology import Trace, look, ontology, sentence
from dragoman.record import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """The coding of some words laid open.

    Args:
        document: the report, with the layers before the events.
        traces: for each sentence looked at, what was tried on it.
        problems: what stood in the way of coding the report as a whole.
        recorded: the frame that the record names, where an event of a record was asked for.
    """

    document: Document
    traces: tuple[Trace, ...]
    problems: tuple[Problem, ...] = ()
    recorded: str | None = None


def why(text: str, *, published: str | None = None, settings: Settings | None = None) -> Why:
    """Lay open how a sentence, or a few, would be coded.

    Args:
        text: the words, taken as the whole text of a report.
        published: its day, `YYYY-MM-DD`.
        settings: with the folder of a user's own frames, where there is one.

    Raises:
        UsageError: the text is empty or the day impossible.
        FrameError: a user's frames break the schema or fail their examples.
    """
    from dragoman.run.single import check_day

    if not text.strip():
        raise UsageError("asking why: the sentence is empty; give one in quotation marks")
    if published is not None:
        check_day(published)
    settings = settings or Settings()
    article = sentence(text, published) if published else sentence(text)
    return _laid_open(article, settings, None)


def why_event(record: Path, event: str, *, settings: Settings | None = None) -> tuple[Why, ...]:
    """Lay open how an event of a record was coded, once for each report that tells it.

    The reports are coded anew by the running program: where the record was made by another version or with other
    frames, the answer may differ from what it holds, and `recorded` names the frame that the record has.

    Args:
        record: its folder.
        event: id of the event, or as much of its beginning as no other shares.
        settings: with the folder of a user's own frames, where there is one.

    Raises:
        UsageError: no event, or several, have an id that begins so.
        RecordError: there is no record in the folder.
    """
    reader = Reader(record)
    found = reader.sql("select id, mentions from events where starts_with(id, ?) order by id limit 6", [event.strip()])
    if len(found) != 1 or not event.strip():
        several = ", ".join(row["id"] for row in found[:5])
        raise UsageError(
            f"several events begin with {event!r}: {several}" if several else f"there is no event {event!r}"
        )
    told = {t.mention.id: t for t in reader.mentions() if t.mention.id in set(found[0]["mentions"])}
    articles = {article.id: article for article in reader.reports() if article.id in {t.report for t in told.values()}}
    settings = settings or Settings()
    answers = []
    for mention in found[0]["mentions"]:
        telling = told[mention].mention
        stretches = tuple((span.start, span.end) for span in telling.evidence)
        answers.append(_laid_open(articles[told[mention].report], settings, stretches, recorded=telling.frame))
    return tuple(answers)


def _laid_open(
    article: Article, settings: Settings, stretches: tuple[tuple[int, int], ...] | None, recorded: str | None = None
) -> Why:
    pipeline = Pipeline.load(settings)
    refused = pipeline.refusal(article)
    if refused is not None:
        raise UsageError(f"asking why: {refused.message} ({refused.cure})")
    document = pipeline.until(article, "events")
    table = ontology(settings.frames)
    chosen = [
        each
        for each in document.analysis.sentences
        if stretches is None or any(start < each.end and each.start < end for start, end in stretches)
    ]
    traces = look(table, document, [(each.first, each.last) for each in chosen])
    return Why(document=document, traces=traces, recorded=recorded)
