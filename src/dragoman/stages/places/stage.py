"""The stage that finds the places of a report and says where they are."""

from collections.abc import Iterator
from typing import cast

from dragoman.knowledge.countries import countries
from dragoman.model import Document, Where
from dragoman.stages.places.candidates import Candidate, candidates
from dragoman.stages.places.choose import Setting
from dragoman.stages.places.options import Option, options
from dragoman.stages.places.pieces import form_of

GOVERNMENT = "stands for its government"
TOPONYM = "part of another name"
_MARKS = {"government": GOVERNMENT, "toponym": TOPONYM}


class Toponyms:
    """Find every place name of a report, whatever it stands for, and resolve each to a point of the map.

    Corpora of toponyms count "Ankara said" and "Oakland Police Department"; an event's place does not. The reason of
    a name that is no place here ends with `GOVERNMENT` or `TOPONYM`.
    """

    name = "toponyms"
    version = "1"
    needs = ("names",)
    gives = "toponyms"

    def __call__(self, document: Document) -> tuple[Where, ...]:
        """Give every place name of the report, in order."""
        found = candidates(document)
        around = Setting(found, _states_named(document), publisher_country(document))
        return tuple(_where(document, candidate, around) for candidate in found)


class Places:
    """Find the names that stand for places, and resolve each to a point of the map, with the reason.

    Where the layer `toponyms` is there, its places are taken; else the report is read for them.
    """

    name = "places"
    version = "2"
    needs = ("names",)
    gives = "places"

    def __call__(self, document: Document) -> tuple[Where, ...]:
        """Give every place of the report, in order."""
        known = document.layers.get("toponyms")
        every = cast(tuple[Where, ...], known) if known is not None else Toponyms()(document)
        return tuple(where for where in every if is_place(where))


def is_place(where: Where) -> bool:
    """Tell whether a toponym stands for a place, not for a government and not as part of another name."""
    return not where.reason.endswith(tuple(_MARKS.values()))


def publisher_country(document: Document) -> str | None:
    """Guess the publisher's country from its name ("The Jerusalem Post"); None where it tells nothing."""
    words = (document.article.publisher or "").split()
    for length in (3, 2, 1):
        for first in range(len(words) - length + 1):
            form = " ".join(words[first : first + length])
            state = countries().find(form)
            known = options(form) if len(form) > 3 else ()
            if state is not None:
                return state.iso3
            if known and known[0].precision == "city" and known[0].weight > 500_000:
                return known[0].country
    return None


def _states_named(document: Document) -> Iterator[str]:
    """Give the state of every name or demonym in the report."""
    for token in document.tokens:
        if token.text[:1].isupper() and token.upos in ("PROPN", "ADJ", "NOUN"):
            known = countries().find(token.text)
            if known is not None and known.kind != "capital":
                yield known.iso3


def _where(document: Document, candidate: Candidate, around: Setting) -> Where:
    choice = around.choose(candidate)
    if choice is None:
        return _unknown(document, candidate)
    reason = "; ".join(filter(None, (choice.reason, _MARKS.get(candidate.use))))
    option = choice.option
    span = document.words(candidate.first, candidate.last)
    name, precision = option.name, option.precision
    if candidate.part:
        name, precision = f"{candidate.part} {option.name}", "region"
    return Where(
        span=span, first=candidate.first, last=candidate.last, name=name, country=option.country, lat=option.lat,
        lon=option.lon, precision=precision, reason=reason,
    )  # fmt: skip


def _unknown(document: Document, candidate: Candidate) -> Where:
    """Say what little is known of a place in no table: the state or province that stands behind it."""
    outer = next((o for o in options(candidate.inside) if o.precision in ("province", "country")), None)
    held = outer is not None and outer.precision == "province"
    reason = f"in no table; '{candidate.inside}' stands behind it" if outer else "in no table"
    return Where(
        span=document.words(candidate.first, candidate.last),
        first=candidate.first,
        last=candidate.last,
        name=form_of(document, candidate.first, candidate.last),
        country=outer.country if outer else None,
        lat=outer.lat if outer is not None and held else None,
        lon=outer.lon if outer is not None and held else None,
        precision="province" if held else "unknown",
        reason=reason,
    )


def dateline_place(words: str, home: str | None = None) -> Option | None:
    """Resolve the place of a dateline ("WASHINGTON", "KYIV, Ukraine").

    Args:
        words: the dateline.
        home: ISO alpha-3 of the publisher's country, which decides between namesakes.

    Returns:
        The place, None where it is in no table.
    """
    first, _, rest = (part.strip(" ()") for part in words.partition(","))
    form = first.title() if first.isupper() and len(first) > 3 else first
    candidate = Candidate(first=0, last=1, form=form, options=options(form), inside=rest if options(rest) else "")
    choice = Setting((candidate,), (), home).choose(candidate)
    return choice.option if choice else None
