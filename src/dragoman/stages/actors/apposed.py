"""Reads a noun beside a name as whom the name means: "the governor, Jan Novak", "Jan Novak, a spokesman"."""

from functools import lru_cache

from dragoman.knowledge.actors import nouns, peoples, words
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nominals import noun_at
from dragoman.stages.actors.offices import COUNTERPARTS
from dragoman.stages.actors.pronouns import PAIR, PAIR_HEADS
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.titles import is_title_noun, may_end_title
from dragoman.stages.actors.wholes import with_name


@lru_cache(maxsize=16384)
def in_tables(text: str, lemma: str) -> bool:
    """Tell whether a noun is in any table by which words stand for actors, so that closer looks are worth while."""
    form = text.lower()
    if form in PAIR or lemma in PAIR_HEADS or lemma in COUNTERPARTS or may_end_title(text) or text in peoples():
        return True
    if lemma in words("used by a body"):
        return True
    return lemma in nouns().ends or lemma.removesuffix("s") in nouns().ends or lemma.endswith(("ies", "men"))


def read_apposed(reading: Reading, i: int) -> bool:
    """Read a common noun with a name behind it as what the name means ("the governor, Jan Novak", "the firm Acme")."""
    if reading.tokens[i].xpos in ("NNS", "NNPS"):
        return _read_listed(reading, i)
    if _read_neighbour(reading, i):
        return True
    behind = reading.tree.all(i, "appos", "flat", "nmod:desc")
    behind += [name for clause in reading.tree.all(i, "acl") for name in _called(reading, clause)]
    if i + 2 < len(reading.tokens) and reading.tokens[i + 1].text == "," and _names_an_office(reading, i):
        behind.append(i + 2)
    for child in behind:
        for referent in reading.cast.headed(child) if child > i else ():
            if referent.kind == "person" or (referent.kind != "country" and reading.tokens[i].upos == "NOUN"):
                first, last = reading.tree.core(i)
                last = min(last, child) if last > i + 1 else last
                _learn(reading, referent, i)
                first, last = with_name(reading, referent, first, max(last, i + 1))
                reading.mention(referent, first, last, i, form="title", reason="named behind it")
                return True
    return False


def _called(reading: Reading, clause: int) -> list[int]:
    """Give the names in a participle's clause that says what somebody is called: "its leader, known as Novak"."""
    if reading.tokens[clause].lemma.lower() not in words("naming"):
        return []
    return reading.tree.all(clause, "obl", "obj", "xcomp")


def read_described(reading: Reading, i: int) -> bool:
    """Read a noun behind the name of a person as that person ("Jan Novak, spokesman for the army,", "an engineer")."""
    token = reading.tokens[i]
    if (
        token.deprel != "appos"
        or token.xpos != "NN"
        or token.head > i
        or not in_tables(token.text, token.lemma.lower())
    ):
        return False
    named = (r for r in reading.cast.headed(token.head) if r.kind == "person" and reading.named[token.head])
    person = next(named, None)
    if person is None:
        return False
    first, last = reading.tree.full(i)
    if reading.tokens[first].text.lower() == "the":
        first, last = with_name(reading, person, first, last)
    # noted at the end: it makes nobody likelier for a pronoun, for the name just before has done so
    reading.described.append((person, first, last, i))
    return True


def _learn(reading: Reading, referent: Referent, i: int) -> None:
    """Take state and sector of somebody whom no table holds from the noun before the name ("the Fijian firm Acme")."""
    if referent.key is not None:
        return
    first, last = reading.tree.core(i)
    referent.country = referent.country or reading.country_of(first, last, i)
    noun = noun_at(reading, i)
    if noun is not None and referent.sector == "UNK" and referent.kind == "organisation":
        referent.sector = noun.sector


def _read_neighbour(reading: Reading, i: int) -> bool:
    """Read "its neighbour Chile", "the ally Peru" as the state whose name follows."""
    form = reading.states.get(i + 1)
    if form is None or form.kind != "name" or reading.tree.sentence_of[form.head] != reading.tree.sentence_of[i]:
        return False
    lemma = reading.tokens[i].lemma.lower()
    if lemma not in words("close to a state") and lemma not in words("the state itself"):
        return False
    first = reading.tree.core(i)[0]
    reading.mention(reading.state(form.iso3), first, form.last, i, form="title", reason="named behind it")
    return True


def _read_listed(reading: Reading, i: int) -> bool:
    """Read a plural noun with a list of names behind it as all of them ("two leaders, Jan Novak and Eva Malik")."""
    listed = reading.tree.all(i, "appos", "flat", "nmod:desc")
    if not listed:
        return False
    # the second name of a list is as often joined to the title as to the first name
    listed += [child for name in (*listed, i) for child in reading.tree.all(name, "conj")]
    people = [r for child in listed if child > i for r in reading.cast.headed(child) if r.kind == "person"]
    first, last = reading.tree.core(i)
    last = min([last, *(child for child in listed if child > i)])
    for referent in people if len(people) > 1 else ():
        reading.mention(referent, first, max(last, i + 1), i, form="title", reason="named behind it")
    return len(people) > 1


def _names_an_office(reading: Reading, i: int) -> bool:
    """Tell whether a noun is a definite title, so that a name behind a comma can be its holder's."""
    determiner = reading.tree.one(i, "det")
    vague = determiner is not None and reading.tokens[determiner].text.lower() in words("indefinite")
    return not vague and is_title_noun(reading.tokens[i].text)
