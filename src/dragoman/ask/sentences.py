"""A report sentence by sentence, each with what was found in it."""

from dataclasses import dataclass

from dragoman.ask.report import Mark, ReportDossier
from dragoman.text.sentences import split


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence of a report.

    Args:
        start: offset of its first code point in the report's text.
        end: offset after its last one.
        text: the sentence.
        marks: what begins in it, in order of the text; the sentence itself as evidence of an event is left out, since
            the word that names the act stands for it.
    """

    start: int
    end: int
    text: str
    marks: tuple[Mark, ...]


def lines(report: ReportDossier) -> tuple[Line, ...]:
    """Cut a report into sentences.

    Args:
        report: the report with its marks.

    Returns:
        Its sentences, in order; every mark stands under the sentence that it begins in.
    """
    cuts = split(report.text)
    shown = [mark for mark in report.marks if mark.kind != "evidence"]
    firsts = [0, *(start for start, _ in cuts[1:])]
    nexts = [*firsts[1:], len(report.text)]
    return tuple(
        Line(
            start=start,
            end=end,
            text=report.text[start:end],
            marks=tuple(mark for mark in shown if first <= mark.start < following),
        )
        for (start, end), first, following in zip(cuts, firsts, nexts, strict=True)
    )
