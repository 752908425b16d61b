"""Gives a title that stands alone to the one person of the report who bears it, also where the name comes later."""

from collections.abc import Sequence

from dragoman.knowledge.actors import words
from dragoman.knowledge.fold import fold
from dragoman.knowledge.quotes import cues
from dragoman.knowledge.titles import titles
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.titles import is_title_noun

OPENING = 2
"""Up to which sentence a report still opens."""

SMALL = frozenset({"the", "his", "her", "our", "its", "their", "of", "for", "and", "s", "acting"})


def join_titles(reading: Reading) -> None:
    """Join every unnamed holder of an office ("Senator", "the envoy") to the person whom the report names so.

    Args:
        reading: a report that has been read; its cast is changed.
    """
    unnamed = [(referent, own) for referent in reading.cast.members if (own := _title(reading, referent))]
    persons = [member for member in reading.cast.members if member.kind == "person"] if unnamed else []
    borne = [(person, _borne(person)) for person in persons]
    for referent, own in unnamed:
        ahead = _introduced(reading, referent, persons)
        if ahead is not None:
            reading.cast.join(referent, ahead, "the next sentence names who said it")
            continue
        fitting = (person for person, of in borne if any(_fits(own, title) for title in of))
        found = [person for person in fitting if _agrees(referent, person)]
        if len(found) == 1:
            reading.cast.join(referent, found[0], "the report gives one person that title")


def _introduced(reading: Reading, referent: Referent, persons: Sequence[Referent]) -> Referent | None:
    """Find the person whom the sentence after a title names first and has speak too, as news reports open.

    "The miners' leader has said so. Jan Novak, who ..., said": the leader is Novak.
    """
    tree = reading.tree
    first = min(referent.mentions, key=lambda mention: mention.first)
    sentence = tree.sentence_of[first.head]
    if sentence > OPENING or not _speaks(reading, first.head) or reading.tokens[first.first].text.lower() != "the":
        return None
    for person in persons:
        own = min((m for m in person.mentions if m.form in ("name", "titled")), key=lambda m: m.first, default=None)
        if own is None or tree.sentence_of[own.head] != sentence + 1:
            continue
        opens = own.first <= tree.sentences[sentence + 1].first + 1
        if opens and _speaks(reading, own.head) and _agrees(referent, person):
            return person
    return None


def _speaks(reading: Reading, word: int) -> bool:
    token = reading.tokens[word]
    return token.deprel in SUBJECTS and reading.tokens[token.head].lemma.lower() in cues().said


def _title(reading: Reading, referent: Referent) -> frozenset[str]:
    """Give the words of the title by which alone a referent is spoken of; none where it is no one definite person."""
    if referent.kind != "group" or referent.plural or referent.key is not None or not referent.mentions:
        return frozenset()
    nouns = [m for m in referent.mentions if m.form == "nominal"]
    tokens = reading.tokens
    for mention in nouns:
        opening, head = tokens[mention.first], tokens[mention.head]
        if opening.text.lower() in words("indefinite") or head.xpos in ("NNS", "NNPS"):
            return frozenset()
        if not is_title_noun(head.text) or not (opening.upos == "DET" or head.text[0].isupper()):
            return frozenset()
    return _words(min((m.span.text for m in nouns), key=len)) if nouns else frozenset()


def _borne(person: Referent) -> list[frozenset[str]]:
    """Give the titles of a person, each as its words."""
    said = [m.span.text for m in person.mentions if m.form == "title"]
    return [_words(title) for title in (*person.titles, *said, person.role or "") if title]


def _words(title: str) -> frozenset[str]:
    """Give the words of a title without small ones; "Sen." is "senator"."""
    found = set()
    for word in fold(title).split():
        known = titles().find(word)
        found.add(known.office if known is not None and known.office and " " not in known.office else word)
    return frozenset(found - SMALL - words("courtesy"))


def _fits(own: frozenset[str], title: frozenset[str]) -> bool:
    """Tell whether a title alone can be that of a person: a part of it, or one with a word more than it."""
    more = own - title
    return not more or (title < own and not more & words("past holder"))


def _agrees(referent: Referent, person: Referent) -> bool:
    """Tell whether states allow that two are one."""
    return referent.country is None or person.country is None or referent.country == person.country
