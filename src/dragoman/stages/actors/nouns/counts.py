"""Reads a bare count as people: "three died", "thousands marched", "arrested nine", "12 others"."""

from dragoman.knowledge.actors import words
from dragoman.knowledge.times import word_value
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nouns.extent import extent
from dragoman.stages.actors.nouns.parts import after_measure
from dragoman.stages.actors.reading import Reading

COUNTED = "people of a count"
"""What all mentions of people share of whom only their number is told."""
DONE_TO = ("obj", "nsubj:pass")
POINTING = frozenset({"the", "all", "these", "those"})


def read_count(reading: Reading, i: int) -> Referent | None:
    """Read a count without a noun as people, and note the mention.

    Args:
        reading: the report being read.
        i: index of a number, a word like "hundreds", or "others".

    Returns:
        Those spoken of before whom it counts, else a group of its own; None where the count is not of people.
    """
    if not _is_count(reading, i):
        return None
    first, last = extent(reading, i)
    pointing = reading.tokens[first].text.lower() in POINTING
    if not pointing and not _is_of_people(reading, i):
        return None
    last = max(last, _with_thousands(reading, i))
    known = _pointed_at(reading, i) if pointing else _counted_before(reading, i, first)
    if known is None and pointing:
        return None
    referent = known or _new(reading, i, first, last)
    for begin in dict.fromkeys((first, after_measure(reading, first, i))):
        reading.mention(referent, begin, last, i, form="nominal", reason="people told by their number")
    return referent


def _is_count(reading: Reading, i: int) -> bool:
    token = reading.tokens[i]
    if token.upos == "NOUN" and token.lemma.lower() == "other":
        return token.xpos == "NNS" or token.text.lower() == "others"
    if token.upos == "NOUN":
        return token.text.lower() in words("count of people") and _with_thousands(reading, i) > 0
    plain = token.upos == "NUM" and token.text.lower() not in ("one", "half")
    return plain and not any(c > i for c in reading.tree.all(i, "nmod", "compound", "nmod:unmarked", "flat"))


def _with_thousands(reading: Reading, i: int) -> int:
    """Give the word after "tens of thousands", that after the word where nothing is counted, 0 where a noun is."""
    for child in reading.tree.all(i, "nmod"):
        if child > i and reading.tree.case(child) == "of":
            further = reading.tokens[child].text.lower() in words("count of people")
            return _with_thousands(reading, child) if further else 0
    return i + 1


def _is_of_people(reading: Reading, i: int) -> bool:
    """Tell whether the verb above is one that people do, or suffer."""
    token = reading.tokens[i]
    if token.deprel == "conj":
        return token.text.lower() == "others" and bool(reading.cast.headed(token.head))
    verb = reading.tokens[token.head]
    if verb.upos != "VERB":
        return False
    lemma = verb.lemma.lower()
    if token.deprel in DONE_TO:
        return lemma in words("done to people")
    return token.deprel == "nsubj" and (lemma in words("done by people") or _takes_to_streets(reading, verb.i))


def _takes_to_streets(reading: Reading, verb: int) -> bool:
    streets = (c for c in reading.tree.all(verb, "obl") if reading.tokens[c].lemma.lower() == "street")
    return any(reading.tree.case(c) == "to" for c in streets)


def _pointed_at(reading: Reading, i: int) -> Referent | None:
    """Find those of whom the report told by the same number: "the four" are the four miners of a sentence before."""
    number = word_value(reading.tokens[i].text.lower()) if reading.tokens[i].upos == "NUM" else 0
    several = reading.cast.latest("group", "armed_group", "government_body")
    return next((r for _, r in several if number and number in _numbers(reading, r, i)), None)


def _counted_before(reading: Reading, i: int, first: int) -> Referent | None:
    """Find the people of whom the count tells: those told of before it in its sentence, not whoever does it to them."""
    token = reading.tokens[i]
    if token.upos != "NUM" or any(t.text.lower() in ("other", "more", "another") for t in reading.tokens[first:i]):
        return None
    doer = reading.tree.subject(token.head) if token.deprel == "obj" else None
    doers = reading.cast.headed(doer) if doer is not None else []
    opens = reading.tree.sentences[reading.tree.sentence_of[i]].first
    several = (r for _, r in reading.cast.latest("group", since=opens) if r.plural and r.label != COUNTED)
    return next((r for r in several if r not in doers), None)


def _numbers(reading: Reading, group: Referent, i: int) -> set[int]:
    """Give the numbers that stand before the nouns of a group."""
    heads = {m.head for m in group.mentions if m.head < i}
    counts = (reading.tokens[c].text.lower() for head in heads for c in reading.tree.all(head, "nummod"))
    return {word_value(count) for count in counts}


def _new(reading: Reading, i: int, first: int, last: int) -> Referent:
    begin = after_measure(reading, first, i)
    name = reading.document.words(begin, last).text
    group = Referent(name=name, kind="group", sector="CVL", plural=True, label=COUNTED, reason=COUNTED)
    return reading.cast.add(group)
