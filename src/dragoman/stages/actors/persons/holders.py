"""Gives a title that stands alone to the one person of the report who bears it, also where the name comes later."""

from collections.abc import Sequence

from dragoman.knowledge.actors import words
from dragoman.knowledge.fold import fold
from dragoman.knowledge.titles import titles
from dragoman.model import ActorMention
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.persons.introductions import LEAD, agree, first_named, named_next, speaker_named
from dragoman.stages.actors.persons.titles import is_title_noun
from dragoman.stages.actors.reading import Reading

SMALL = frozenset({"the", "his", "her", "our", "its", "their", "of", "for", "and", "s", "acting"})
SUBORDINATE = frozenset({"appos", "compound", "conj", "xcomp", "root"})


def join_titles(reading: Reading) -> None:
    """Join every unnamed holder of an office ("Senator", "the envoy") to the person whom the report names so.

    Args:
        reading: a report that has been read; its cast is changed.
    """
    unnamed = [(referent, own) for referent in reading.cast.members if (own := _title(reading, referent))]
    persons = [member for member in reading.cast.members if member.kind == "person"]
    borne = [(person, _borne(person)) for person in persons] if unnamed else []
    for referent, own in unnamed:
        ahead = speaker_named(reading, referent, persons)
        if ahead is not None:
            reading.cast.join(referent, ahead, "the next sentence names who said it")
            continue
        fitting = (person for person, of in borne if any(_fits(own, title) for title in of))
        found = _same_state(referent, [person for person in fitting if agree(referent, person)])
        found = found or _of_headline(reading, referent, own, borne)
        if len(found) == 1:
            reading.cast.join(referent, found[0], "the report gives one person that title")
        elif not found and (before := _only_before(reading, referent, own, persons)) is not None:
            reading.cast.join(referent, before, "the only one named so far")
    for referent, person in list(named_next(reading, persons)):
        reading.cast.join(referent, person, "the next sentence opens with the name")


def _same_state(referent: Referent, found: list[Referent]) -> list[Referent]:
    """Keep of several those of the same state, where there are any: "Fijian minister" is the one of Fiji."""
    same = [person for person in found if person.country is not None and person.country == referent.country]
    return same if len(found) > 1 and same else found


def _of_headline(
    reading: Reading, referent: Referent, own: frozenset[str], borne: Sequence[tuple[Referent, list[frozenset[str]]]]
) -> list[Referent]:
    """Find whom a headline means, which says it shorter than the text: "Guard chief" is the guard's commander."""
    if not all(_in_headline(reading, mention) for mention in referent.mentions):
        return []
    short = _classed(own - words("past holder"))
    others = [(m, [_classed(t) for t in of]) for m, of in (*borne, *_told(reading, referent))]
    fitting = (member for member, of in others if any(short <= title for title in of))
    return _same_state(referent, [member for member in fitting if agree(referent, member)])


def _told(reading: Reading, referent: Referent) -> list[tuple[Referent, list[frozenset[str]]]]:
    """Give the single persons whom the lead speaks of without a name, with the words that it has for them."""
    last = reading.tree.sentences[min(LEAD, len(reading.tree.sentences) - 1)].last
    others = (m for m in reading.cast.members if m is not referent and m.kind == "group" and not m.plural)
    early = ((member, [m for m in member.mentions if m.form == "nominal" and m.head < last]) for member in others)
    return [(member, [_own_words(reading, m) for m in said]) for member, said in early if said]


def _classed(title: frozenset[str]) -> frozenset[str]:
    """Give the words of a title with one word for all that lead and one for all who are sent."""
    names = (("head", words("at the head") | words("in command")), ("envoy", words("envoy")))
    return frozenset(next((name for name, held in names if word in held), word) for word in title)


def _only_before(
    reading: Reading, referent: Referent, own: frozenset[str], persons: Sequence[Referent]
) -> Referent | None:
    """Give the one person named before "the former minister", which speaks of somebody known to the reader."""
    first = min(referent.mentions, key=lambda mention: mention.first)
    if not own & words("past holder") or reading.tokens[first.first].text.lower() != "the":
        return None
    named = [(person, first_named(person.mentions)) for person in persons]
    before = [person for person, name in named if name is not None and name.first < first.first]
    return before[0] if len(before) == 1 and not before[0].titles and agree(referent, before[0]) else None


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
        definite = opening.upos == "DET" or head.text[0].isupper() or _in_headline(reading, mention)
        if not is_title_noun(head.text) or not definite:
            return frozenset()
    return _own_words(reading, min(nouns, key=lambda m: len(m.span.text))) if nouns else frozenset()


def _in_headline(reading: Reading, mention: ActorMention) -> bool:
    """Tell whether a noun stands bare in a headline, which leaves the article out ("Police kill mayor")."""
    sentence = reading.tree.sentences[0]
    closed = reading.tokens[sentence.last - 1].text in ".!"
    inside = not closed and mention.head < sentence.last < len(reading.tokens)
    return inside and reading.tokens[mention.head].deprel not in SUBORDINATE


def _own_words(reading: Reading, mention: ActorMention) -> frozenset[str]:
    """Give the words of a title without the state that it names."""
    said = [reading.tokens[i].text for i in range(mention.first, mention.last) if i not in reading.states]
    return _words(" ".join(said))


def _borne(person: Referent) -> list[frozenset[str]]:
    """Give the titles of a person, each as its words."""
    said = [m.span.text for m in person.mentions if m.form == "title"]
    return [_words(title) for title in (*person.titles, *said, person.role or "") if title]


def _words(title: str) -> frozenset[str]:
    """Give the words of a title without small ones; "Sen." is "senator"."""
    found = set()
    for word in fold(title).split():
        known = titles().find(word)
        plain = word.strip(",.;-")
        found.add(known.office if known is not None and known.office and " " not in known.office else plain)
    return frozenset(found - SMALL - words("courtesy") - {""})


def _fits(own: frozenset[str], title: frozenset[str]) -> bool:
    """Tell whether a title alone can be that of a person: a part of it, or one with a word more than it."""
    more = own - title
    return not more or (bool(title) and title < own and not more & words("past holder"))
