"""Name the news agencies whose material is in a report: "(AP) —", "Reuters contributed to this report"."""

from collections.abc import Sequence

from dragoman.knowledge.publishers import Publishers
from dragoman.model import Part

_WHERE = {"dateline": "dateline", "byline": "byline", "furniture": "line about the report itself"}


def wire_credits(parts: Sequence[Part], table: Publishers, publisher: str | None) -> tuple[Part, ...]:
    """Give one part for each agency that a report credits.

    Args:
        parts: what was taken off the text.
        table: who is known to publish news.
        publisher: who published the report; an agency does not credit itself.
    """
    found: dict[str, Part] = {}
    for part in parts:
        if part.kind not in _WHERE or part.span is None:
            continue
        for agency in table.agencies_in(part.span.text):
            if agency.name not in (publisher, *found):
                basis = f"named in the {_WHERE[part.kind]}"
                found[agency.name] = Part(kind="wire", span=None, value=agency.name, basis=basis)
    return tuple(found.values())
