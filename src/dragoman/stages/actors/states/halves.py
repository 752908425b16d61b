"""Reads "the North" as the state whose name begins so, where a land is divided and the report names that state."""

from dragoman.model import Document
from dragoman.stages.actors.states.forms import StateForm, find

COMPASS = {"North": "South", "South": "North"}
HYPHENS = ("-", "‑", "–")


def halves(document: Document, forms: list[StateForm]) -> list[StateForm]:
    """Find where a report says "the North" or "the South" for one of two states of a divided land that it names.

    Args:
        document: with the layer `names`.
        forms: the names of states that are known.
    """
    named = _named(document, forms)
    if not named:
        return []
    taken = {i for form in forms for i in range(form.first, form.last)}
    return [
        StateForm(first=t.i, last=t.i + 1, head=t.i, iso3=named[t.text], kind="name")
        for t in document.tokens
        if t.text in named and t.i not in taken and _alone(document, t.i)
    ]


def _named(document: Document, forms: list[StateForm]) -> dict[str, str]:
    """Give the states that may be called so: named in full somewhere, or the other half of one named so."""
    found: dict[str, str] = {}
    for form in forms:
        compass, _, land = document.words(form.first, form.last).text.partition(" ")
        other = COMPASS.get(compass)
        opposite = find(f"{other} {land}") if other and land else None
        if other and opposite is not None and opposite.iso3 != form.iso3:
            found.setdefault(compass, form.iso3)
            found.setdefault(other, opposite.iso3)
    return found


def _alone(document: Document, i: int) -> bool:
    """Tell whether a compass point is all of a name: "the North", not "the North Sea", nor "the Global South"."""
    tokens = document.tokens
    after = tokens[i + 1].text if i + 1 < len(tokens) else ""
    return i > 0 and tokens[i - 1].text.lower() == "the" and not (after[:1].isupper() or after in HYPHENS)
