"""Where names of places may stand: names of the tagger, inside names of bodies, and what the tagger left out."""

from collections.abc import Iterator

from dragoman.knowledge.organisations import organisations
from dragoman.model import Document, Name
from dragoman.stages.places.options import options
from dragoman.stages.places.use import Uses
from dragoman.stages.places.words import words

_LONGEST = 4
# A name that the tagger took for a person is a place where a preposition of place stands before it and at least so
# many people live there; a name that it took for none, where so many people live there.
_SURE_WEIGHT = 50_000
_SOME_WEIGHT = 5_000

Piece = tuple[int, int]


def form_of(document: Document, first: int, last: int) -> str:
    """Give words [first, last) as they stand, with single spaces."""
    tokens = document.analysis.tokens
    return " ".join(document.article.text[tokens[first].start : tokens[last - 1].end].split())


def is_common(form: str) -> bool:
    """Tell whether a form is an everyday word of names ("University", "Church"), though some town is called so."""
    return form.lower() in words("common") or form.lower() in words("direction")


def pieces(document: Document, uses: Uses) -> dict[Piece, bool]:
    """Give the stretches of words to look at, in order, and whether each stands as a place of its own.

    Args:
        document: with its analysis and the layer `names`.
        uses: its prepositions and relations.

    Returns:
        False for what stands inside the name of a body or nowhere near a preposition of place: a toponym, no more.
    """
    persons = _persons(document)
    own = {piece for name in document.names for piece in _of_name(document, name, uses, persons)}
    said = {form_of(document, *piece) for piece in own}
    taken = {index for name in document.names for index in range(name.first, name.last)}
    wide = {piece for name in document.names if name.label != "PER" for piece in _in_body(document, name, own)}
    for piece, sure in (*_mislabelled(document, own, said, persons), *_missed(document, uses, taken, said)):
        (own if sure else wide).add(piece)
    return {piece: piece in own for piece in sorted(own | wide)}


def _of_name(document: Document, name: Name, uses: Uses, persons: frozenset[str]) -> Iterator[Piece]:
    if name.label == "LOC":
        if not _is_person(document, name, persons) or uses.located(name.first, name.last):
            yield from _split(document, name)
    elif uses.located(name.first, name.last) and _surely_place(document, name):
        yield name.first, name.last


def _persons(document: Document) -> frozenset[str]:
    """Give the first and last word of each person named with more than one ("Georgia", "Hall")."""
    tokens = document.tokens
    long = (name for name in document.names if name.label == "PER" and name.last - name.first > 1)
    return frozenset(tokens[index].text for name in long for index in (name.first, name.last - 1))


def _is_person(document: Document, name: Name, persons: frozenset[str]) -> bool:
    """Tell whether a single word is the first or last name of a person in the report ("Georgia" of "Georgia Hall")."""
    return name.last - name.first == 1 and document.tokens[name.first].text in persons


def _split(document: Document, name: Name) -> Iterator[Piece]:
    """Cut "Everett, Washington" in two, but leave "Washington, DC" whole."""
    if options(form_of(document, name.first, name.last)):
        yield name.first, name.last
        return
    first = name.first
    for index in range(name.first, name.last + 1):
        if index == name.last or document.tokens[index].text in (",", "/", "-", "–"):
            if index > first:
                yield first, index
            first = index + 1


def _in_body(document: Document, name: Name, whole: set[Piece]) -> Iterator[Piece]:
    """Find the place in the name of a body: "| Oakland | Police Department", "University of | Manitoba |"."""
    tokens = document.tokens
    if name.last - name.first < 2 or ((name.first, name.last) in whole and _known_core(document, name)):
        return
    for last in range(min(name.first + _LONGEST, name.last - 1), name.first, -1):
        if _known(document, name.first, last):
            if tokens[last].text.lower() not in words("media") and not _names_road(document, last, name.last):
                yield name.first, last
            return
    for first in range(name.first + 1, name.last):
        for last in range(name.last, first, -1):
            if tokens[first - 1].text.lower() in ("of", "in", "at", ",") and _known(document, first, last):
                yield first, last
                return


def _mislabelled(
    document: Document, found: set[Piece], said: set[str], persons: frozenset[str]
) -> Iterator[tuple[Piece, bool]]:
    """Find names that the tagger took for a person or body: places elsewhere in the report, or like one."""
    for name in document.names:
        piece = name.first, name.last
        if name.label == "LOC" or piece in found or not _known(document, *piece):
            continue
        if form_of(document, *piece) in said:
            if name.label == "ORG" or not _is_person(document, name, persons):
                yield piece, True
        elif name.label == "ORG" and _is_place_of_body(form_of(document, *piece)):
            yield piece, False


def _is_place_of_body(form: str) -> bool:
    """Tell whether what the tagger took for a body is a place: no acronym, no known body, not too small."""
    return not form.isupper() and organisations().find(form) is None and options(form)[0].weight >= _SOME_WEIGHT


def _known(document: Document, first: int, last: int) -> bool:
    form = form_of(document, first, last)
    return not is_common(form) and bool(options(form))


def _names_road(document: Document, first: int, last: int) -> bool:
    """Tell whether the words behind a place make it the name of a road, a park or a firm ("Dublin | Center Drive")."""
    return any(document.tokens[index].text.lower() in words("road") for index in range(first, min(first + 2, last)))


def _known_core(document: Document, name: Name) -> bool:
    """Tell whether the tables know a place name, with or without the directions and common words around it."""
    tokens = document.tokens
    first, last = name.first, name.last
    while first < last and (tokens[first].text.lower() in words("direction") or tokens[first].text.islower()):
        first += 1
    while last > first and tokens[last - 1].text.islower():
        last -= 1
    return first == last or bool(options(form_of(document, first, last)))


def _surely_place(document: Document, name: Name) -> bool:
    form = form_of(document, name.first, name.last)
    known = () if is_common(form) else options(form)
    least = _SURE_WEIGHT if name.label == "PER" else 0
    return bool(known) and known[0].weight >= least


def _missed(document: Document, uses: Uses, taken: set[int], said: set[str]) -> Iterator[tuple[Piece, bool]]:
    """Find capitalised words that the tagger left out."""
    tokens = document.tokens
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if index in taken or token.upos != "PROPN" or not token.text[:1].isupper():
            index += 1
            continue
        last = _known_run(document, index, taken)
        if last > index:
            # A capitalised word behind makes it part of a longer name: "Oxford University".
            longer = last < len(tokens) and tokens[last].upos == "PROPN" and tokens[last].text[:1].isupper()
            if not longer and _is_named(document, uses, (index, last), said):
                yield (index, last), True
            elif options(form_of(document, index, last))[0].weight >= _SURE_WEIGHT:
                yield (index, last), False
        index = max(last, index + 1)


def _is_named(document: Document, uses: Uses, piece: Piece, said: set[str]) -> bool:
    """Tell whether a run stands like a place: behind a preposition, before ", Texas", or is one elsewhere."""
    return uses.located(*piece) or _before_container(document, piece[1]) or form_of(document, *piece) in said


def _known_run(document: Document, first: int, taken: set[int]) -> int:
    tokens = document.tokens
    longest, end = first, min(first + _LONGEST, len(tokens))
    while longest < end and longest not in taken and tokens[longest].text[:1].isupper():
        longest += 1
    return next((last for last in range(longest, first, -1) if _known(document, first, last)), first)


def _before_container(document: Document, index: int) -> bool:
    tokens = document.tokens
    if index + 1 >= len(tokens) or tokens[index].text != ",":
        return False
    return any(
        option.precision in ("province", "country")
        for length in (1, 2)
        if index + 1 + length <= len(tokens)
        for option in options(form_of(document, index + 1, index + 1 + length))
    )
