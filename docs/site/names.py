"""The reference of the Python API, read off the docstrings."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from docs.site.markdown import code, page, plain, table

PYTHON = """
The names of `import dragoman`, what can be asked of an open record, and the functions of the rooms behind them.
All arguments after the first are named. What a question gives is described under [answers](answers.md).
"""
ANSWERS = """
Rows are frozen dataclasses. A list of them is an [Answer](#answer): a sequence that is also a table for pandas, polars
and Arrow, and shows itself in a notebook. `as_dict()` gives a row as plain values for JSON, as the API does.
"""
NOUNS = """
What a report becomes on its way: frozen dataclasses, all of whose offsets are code points of the article's clean text.
"""
FUNCTIONS = {
    "Reading": ("dragoman.code", "dragoman.read_into", "dragoman.Summary", "dragoman.Pipeline", "dragoman.annotation"),
    "Asking": ("dragoman.open", "dragoman.ask.Questions", "dragoman.ask.asked.EventFilters",
               "dragoman.ask.positions.PositionFilters", "dragoman.ask.versions", "dragoman.ask.diff"),
    "Correcting": tuple(
        f"dragoman.run.correcting.{verb}" for verb in ("correct", "merge", "split", "reject", "confirm", "undo")
    ),
    "Drawing and exporting": ("dragoman.charts.draw", "dragoman.export.kinds.export"),
    "Serving": ("dragoman.api.app", "dragoman.web.app"),
    "Errors": tuple(
        f"dragoman.{name}" for name in
        ("DragomanError", "FrameError", "KnowledgeError", "RecordError", "SourceError", "UsageError")
    ),
}  # fmt: skip
ROWS = {
    "Events": ("answer.Answer", "rows.EventRow", "rows.Party", "rows.EventDossier", "rows.FieldDossier", "rows.Witness",
               "rows.Dissent", "rows.Telling", "rows.ArgumentRow", "rows.JudgedPair", "rows.CopyRow",
               "rows.RelationRow", "history.EventHistory", "history.HistoryRow"),
    "Actors and dyads": ("actors.ActorDossier", "actors.OfficeRow", "actors.Counterpart", "rows.Count", "dyads.Dyad",
                         "dyads.DyadPeriod"),
    "Words": ("rows.QuoteRow", "positions.PositionRow", "search.Hit", "report.ReportDossier", "report.Mark"),
    "Counts and series": ("counting.Tally", "network.Network", "network.Node", "network.Tie", "shifts.Shift",
                          "coverage.CoverageDay", "coverage.Gap"),
    "The record": ("rows.Summary", "overview.Overview", "review.Queue", "review.Doubt", "versions.VersionRow",
                   "differences.EventChange", "differences.FieldChange"),
}  # fmt: skip
_WIDE = 88
"""Signs up to which a call stands on one line."""
NOUN_NAMES = ("Article", "Document", "Stage", "Span", "Actor", "When", "Where", "Quote", "EventMention", "Event",
              "Link", "Problem")  # fmt: skip


@cache
def house() -> Any:
    """Read the package's sources, without running them."""
    import griffe

    return griffe.load(
        "dragoman",
        docstring_parser="google",
        # filters are described where they are typed, not where they are unpacked
        docstring_options={"warn_unknown_params": False, "warn_missing_types": False},
    )


def found(path: str) -> Any:
    """Give the object that a path leads to."""
    member = house()[path.removeprefix("dragoman.")]
    return member.final_target if member.is_alias else member


def python() -> str:
    """Write the page on functions and questions."""
    return page("Python", PYTHON, *_sections(FUNCTIONS))


def answers() -> str:
    """Write the page on the rows that questions are answered with."""
    return page("Answers", ANSWERS, *_sections({h: [f"dragoman.ask.{n}" for n in names] for h, names in ROWS.items()}))


def nouns() -> str:
    """Write the page on the nouns."""
    return page("Nouns", NOUNS, *(part for name in NOUN_NAMES for part in described(f"dragoman.{name}", level=2)))


def _sections(groups: dict[str, Any]) -> Iterator[str]:
    for heading, paths in groups.items():
        yield f"## {heading}"
        for path in paths:
            yield from described(path)


def described(path: str, level: int = 3) -> Iterator[str]:
    """Describe an object: its docstring, its arguments or fields, and a class's own questions."""
    one = found(path)
    yield f"{'#' * level} {path if one.is_function else one.name}"
    if one.is_function:
        yield _signature(one)
    yield from _docstring(one)
    if one.is_class:
        for name, method in sorted(_methods(one)):
            yield f"{'#' * (level + 1)} {one.name}.{name}"
            if method.is_function:
                yield _signature(method)
            yield from _docstring(method)


def _methods(one: Any) -> Iterator[tuple[str, Any]]:
    for name, member in one.all_members.items():
        target = member.final_target if member.is_alias else member
        if not name.startswith("_") and target.docstring and (target.is_function or "property" in target.labels):
            yield name, target


def _signature(function: Any) -> str:
    """Write how a function is called, an argument a line where one line would not do."""
    written = function.signature()
    if len(written) > _WIDE:
        head, _, rest = written.partition("(")
        inner, _, gives = rest.rpartition(") -> ")
        lines = "".join(f"    {part},\n" for part in _parted(inner))
        written = f"{head}(\n{lines}) -> {gives}"
    return f"```python\n{written}\n```"


def _parted(arguments: str) -> Iterator[str]:
    """Cut at the commas that stand in no brackets."""
    depth, start = 0, 0
    for index, sign in enumerate(arguments):
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and not depth:
            yield arguments[start:index].strip()
            start = index + 1
    yield arguments[start:].strip()


def _docstring(one: Any) -> Iterator[str]:
    for section in one.docstring.parsed if one.docstring else ():
        kind, value = section.kind.value, section.value
        if kind == "text":
            yield "\n\n".join(plain(part) for part in value.split("\n\n"))
        elif kind == "parameters":
            heading = "field" if one.is_class else "argument"
            yield table((heading, "is"), ((code(item.name), plain(item.description)) for item in value))
        elif kind == "examples":
            yield from (f"```pycon\n{words}\n```" if "example" in str(how) else plain(words) for how, words in value)
        elif kind in {"returns", "raises"}:
            yield _outcome(kind, value)


def _outcome(kind: str, value: Iterable[Any]) -> str:
    if kind == "returns":
        return f"Gives: {plain(' '.join(item.description for item in value))}"
    return "Refuses: " + " ".join(f"`{item.annotation}` — {plain(item.description)}" for item in value)
