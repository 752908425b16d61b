"""Says how far the words reach that say which somebody is meant: "people fleeing the war", "allies and partners"."""

from collections.abc import Iterator

from dragoman.knowledge.actors import nouns, peoples, words
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nouns.extent import extent
from dragoman.stages.actors.nouns.noun_phrase import NounPhrase
from dragoman.stages.actors.nouns.parts import after_measure
from dragoman.stages.actors.reading import Reading

LONGEST = 12
"""How many words a clause may have: what is longer tells a story and names nobody."""
WHOLE = 13
"""How many words may follow a noun with all that says which."""

CLAUSES = ("acl", "acl:relcl")
FOLLOWING = frozenset({"nmod", "nmod:unmarked", "acl", "acl:relcl", "amod", "advmod", "conj"})
BETWEEN = ("cc", "punct", "conj")
MANY = ("NNS", "NNPS")


def note_whole(reading: Reading, referent: Referent, noun: int, head: int, first: int, last: int) -> None:
    """Note the longer phrases that a noun phrase may be taken for: "at least ten men", "Fijians living abroad".

    Args:
        reading: the report being read.
        referent: whom the phrase stands for.
        noun: index of its noun.
        head: index of the word that the phrase hangs by ("dozens of men").
        first: index of its first word.
        last: index after its last word.
    """
    begins = {first, min(first, extent(reading, noun)[0]), after_measure(reading, first, noun)}
    for end, why in ((last, "with all before it"), *ends(reading, noun, last)):
        for begin in sorted(begins):
            if (begin, end) != (first, last):
                reading.mention(referent, begin, end, head, form="nominal", reason=why, spoken=False)


def ends(reading: Reading, noun: int, last: int) -> Iterator[tuple[int, str]]:
    """Give the ends of the longer phrases that a noun phrase may be taken for, each with the reason.

    Args:
        reading: the report being read.
        noun: index of the noun.
        last: index after the words known to be part of the phrase.
    """
    told: dict[int, str] = {}
    placed = max(_with_place(reading, noun), _with_principal(reading, noun), reading.tree.narrowed(noun, last))
    if noun + LONGEST >= placed:
        told[placed] = "with its place"
    told.setdefault(with_joined(reading, noun), "with those joined to them")
    told.setdefault(with_clause(reading, noun), "with the clause that says which")
    for end in _stops(reading, noun):
        told.setdefault(end, "with all that says which")
    yield from ((end, why) for end, why in told.items() if end > last)


def _stops(reading: Reading, noun: int) -> Iterator[int]:
    """Give the word after each phrase, clause or further noun behind a noun, one growing on the other."""
    tree, tokens = reading.tree, reading.tokens
    for child in tree.children[noun]:
        if child < noun or tokens[child].deprel not in FOLLOWING:
            continue
        if tree.case(child) == "by":
            return
        joined = tokens[child].deprel == "conj"
        if joined and (tokens[child].upos != "NOUN" or nouns().find(tokens[child].lemma.lower()) is None):
            return
        first = tree.leftmost(child)
        if not joined and "PUNCT" in (tokens[first].upos, tokens[first - 1].upos):
            return
        end = _without_stop(reading, tree.rightmost(child) + 1)
        if end - noun > WHOLE:
            return
        yield end


def with_clause(reading: Reading, noun: int) -> int:
    """Give the word after a clause that follows without a comma ("people fleeing the war"), 0 where there is none.

    Args:
        reading: the report being read.
        noun: index of the word that it describes.
    """
    for child in reading.tree.all(noun, *CLAUSES):
        first, last = reading.tree.leftmost(child), reading.tree.rightmost(child) + 1
        apart = any(token.upos in ("PUNCT", "VERB") for token in reading.tokens[noun + 1 : first])
        if first > noun and last - first <= LONGEST and not apart and reading.tokens[first].upos != "PUNCT":
            return _without_stop(reading, last)
    return 0


def with_joined(reading: Reading, noun: int) -> int:
    """Give the word after the last of several kinds of people told together ("allies and partners"), 0 for one kind.

    Args:
        reading: the report being read.
        noun: index of the first.
    """
    if reading.tokens[noun].xpos not in MANY:
        return 0
    joined = reading.tree.all(noun, "conj")
    alike = all(reading.tokens[c].xpos in MANY and nouns().find(reading.tokens[c].lemma.lower(), "") for c in joined)
    return reading.tree.full(joined[-1])[1] if joined and alike else 0


def told_with(reading: Reading, phrase: NounPhrase) -> Referent | None:
    """Give the many beside whom others are told without a word of their own: the allies of "allies and partners".

    Args:
        reading: the report being read.
        phrase: a noun phrase.

    Returns:
        Who stands first; None where the phrase says more than its noun, or others of another trade stand first.
    """
    token = reading.tokens[phrase.noun_at]
    if token.deprel != "conj" or phrase.kind != "group" or token.xpos not in MANY or phrase.head != token.i:
        return None
    first = reading.tokens[token.head]
    own = [c for c in reading.tree.children[token.i] if reading.tokens[c].deprel not in BETWEEN]
    if own or first.upos != "NOUN" or first.xpos not in MANY or token.text in peoples():
        return None
    alike = (r for r in reading.cast.headed(first.i) if r.kind == "group" and r.label and _of_one_trade(r, phrase))
    return next(alike, None)


def _of_one_trade(referent: Referent, phrase: NounPhrase) -> bool:
    return "UNK" in (referent.sector, phrase.sector) or referent.sector == phrase.sector


def _with_place(reading: Reading, noun: int) -> int:
    """Give the word after the place that a phrase is narrowed by: "the Kurdish militia within Syria"."""
    for child in reading.tree.all(noun, "nmod"):
        placed = child in reading.places or child in reading.states
        if placed and reading.tree.case(child) in words("place case") | {"from"}:
            return reading.tree.core(child)[1]
    return 0


def _with_principal(reading: Reading, noun: int) -> int:
    """Give the word after the one whom somebody speaks for: "a spokesman for Novak"."""
    spoken_for = (c for c in reading.tree.all(noun, "nmod") if reading.tree.case(c) == "for" and reading.cast.headed(c))
    return next((reading.tree.core(child)[1] for child in spoken_for), 0)


def _without_stop(reading: Reading, last: int) -> int:
    while reading.tokens[last - 1].upos == "PUNCT":
        last -= 1
    return last
