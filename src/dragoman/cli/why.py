"""The verb that lays a coding open: dragoman why."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from dragoman.cli.drawing import tree
from dragoman.cli.present import Format
from dragoman.cli.reading import FRAMES, RECORD
from dragoman.errors import UsageError

if TYPE_CHECKING:
    from dragoman.pipeline.ontology import Trace, Tried
    from dragoman.run import Why

FIRED = ("fired", "told again")
HEADINGS = {
    "fired": "FIRED",
    "told again": "FIRED, told again",
    "outranked": "another frame goes first",
    "unlikely": "read, and too unlikely to keep",
    "left out": "read, and left out",
    "nobody": "no political actor",
    "unfit": "participants of another kind",
    "lacking": "lacks something",
    "other word": "another part of speech",
}


def add_verbs(app: typer.Typer) -> None:
    """Add this module's verb to the command line."""
    app.command()(why)


def why(
    sentence: str | None = typer.Argument(None, help="A sentence, in quotation marks."),
    event: str | None = typer.Option(None, "--event", "-e", help="An event of the record instead: its id."),
    record: Path = RECORD,
    published: str | None = typer.Option(None, "--published", help="Day of the report: YYYY-MM-DD."),
    frames: str | None = FRAMES,
    all_frames: bool = typer.Option(False, "--all", help="List frames of other parts of speech too."),
    form: Format = typer.Option(Format.table, "--format", "-f", help="table or json."),
) -> None:
    """Show how a sentence or an event of a record is coded: the tree, all frames tried, why the others did not fire."""
    from dragoman.pipeline import Settings
    from dragoman.run import why as why_sentence
    from dragoman.run import why_event

    settings = Settings(frames=frames)
    if (sentence is None) == (event is None):
        raise UsageError('asking why: give a sentence ("...") or an event (--event ID --record FOLDER), one of the two')
    if form is Format.csv:
        raise UsageError("asking why: a tree has no rows; use --format table or json")
    if event is not None:
        answers = why_event(record, event, settings=settings)
    else:
        answers = (why_sentence(sentence or "", published=published, settings=settings),)
    if form is Format.json:
        typer.echo(json.dumps([_plain(answer) for answer in answers], ensure_ascii=False, indent=1))
        return
    for answer in answers:
        _print(answer, all_frames=all_frames)


def _plain(answer: "Why") -> dict[str, Any]:
    tokens = answer.document.tokens
    return {
        "report": answer.document.article.label,
        "recorded": answer.recorded,
        "sentences": [
            {
                "words": [asdict(token) for token in tokens[trace.first : trace.last]],
                "tried": [{**asdict(one), "text": tokens[one.word].text} for one in trace.tried],
                "passed": trace.passed,
            }
            for trace in answer.traces
        ],
    }


def _print(answer: "Why", *, all_frames: bool) -> None:
    article = answer.document.article
    if answer.recorded is not None:
        typer.secho(f"report {article.label}; the record names frame {answer.recorded}", bold=True)
    if not answer.traces:
        typer.echo("There are no words to look at.")
    for trace in answer.traces:
        _print_tree(answer, trace)
        _print_seen(answer, trace)
        shown = [one for one in trace.tried if all_frames or one.outcome != "other word"]
        for one in shown:
            _print_tried(answer, one)
        if not any(one.outcome in FIRED for one in trace.tried):
            typer.secho("No frame fired.", bold=True)
        _print_rest(trace, len(trace.tried) - len(shown))
        typer.echo("")


def _print_tree(answer: "Why", trace: "Trace") -> None:
    lines = [(f"{branches}{token.text}", token) for branches, token in tree(answer.document, trace.first, trace.last)]
    width = min(max(len(drawn) for drawn, _ in lines), 60)
    for drawn, token in lines:
        lemma = f" ({token.lemma})" if token.lemma.lower() != token.text.lower() else ""
        typer.echo(f"{drawn:<{width}}  {token.deprel:<12} {token.upos:<6}{lemma}".rstrip())
    typer.echo("")


def _print_seen(answer: "Why", trace: "Trace") -> None:
    for seen in answer.document.analysis.sightings:
        if trace.first <= seen.token < trace.last:
            word = answer.document.tokens[seen.token].text
            types = ", ".join(f"{name} {share:.2f}" for name, share in seen.types[:3])
            typer.echo(f"the tagger sees at {word!r}: {types}")


def _print_tried(answer: "Why", one: "Tried") -> None:
    tokens = answer.document.tokens
    fired = one.outcome in FIRED
    coded = f" -> {one.type}, {one.status}, {one.probability:.2f}" if one.probability is not None else ""
    head = f"{HEADINGS[one.outcome]}: {one.frame} [{one.predicate}] at {tokens[one.word].text!r}{coded}"
    typer.secho(head, bold=fired)
    for argument in one.arguments:
        who = argument.actor or "nobody known"
        typer.echo(f"    {argument.role:<10} {argument.span.text!r}  path {argument.path}  ({who})")
    for reason in one.reasons:
        typer.echo(f"    {reason}")
    if fired or one.outcome == "unlikely":
        for sign, weight in one.signs:
            typer.echo(f"    {weight:+.2f}  {sign}")


def _print_rest(trace: "Trace", hidden: int) -> None:
    if hidden:
        typer.echo(f"{hidden} frames of another part of speech are left out (--all shows them).")
    if trace.passed:
        typer.echo(f"{trace.passed} predicates begin here whose other words the sentence does not have.")
