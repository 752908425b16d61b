"""Tells which words of a report stand in which quotation."""

from bisect import bisect_left

from dragoman.model import Document, Quote
from dragoman.stages.layout import layout


def quotes_at(document: Document, quotes: list[Quote]) -> dict[int, Quote]:
    """Map words to the quote around them, of nested ones the inner."""
    starts = layout(document.analysis).starts
    found: dict[int, Quote] = {}
    for quote in sorted(quotes, key=lambda q: (q.span.start, -q.span.end)):
        inside = range(bisect_left(starts, quote.span.start), bisect_left(starts, quote.span.end))
        found.update(dict.fromkeys(inside, quote))
    return found
