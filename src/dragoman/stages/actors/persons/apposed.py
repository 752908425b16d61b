"""Reads a noun before a name as whom the name means: "the governor, Jan Novak", "the firm Acme", "its ally Peru"."""

from dragoman.knowledge.actors import words
from dragoman.knowledge.times import word_value
from dragoman.knowledge.titles import titles
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nouns.nominals import noun_at
from dragoman.stages.actors.persons.titles import is_title_noun, may_end_title
from dragoman.stages.actors.persons.wholes import with_name
from dragoman.stages.actors.reading import Reading

LONGEST_RANK = 6
"""Within how many words behind a comma the head of a name stands, a rank before it."""
CLOSING = frozenset({",", ".", ";", ":", "!", "?"})


def read_apposed(reading: Reading, i: int) -> bool:
    """Read a common noun with a name behind it as what the name means ("the governor, Jan Novak", "the firm Acme")."""
    if reading.tokens[i].xpos in ("NNS", "NNPS"):
        return _read_listed(reading, i)
    if _read_neighbour(reading, i):
        return True
    behind = reading.tree.all(i, "appos", "flat", "nmod:desc")
    behind += [name for clause in reading.tree.all(i, "acl", "acl:relcl") for name in _called(reading, clause)]
    if _names_an_office(reading, i):
        behind += _behind_comma(reading, i)
    for child in behind:
        for referent in reading.cast.headed(child) if child > i else ():
            if referent.kind == "person" or (referent.kind != "country" and reading.tokens[i].upos == "NOUN"):
                first, last = reading.tree.core(i)
                last = min(last, child) if last > i + 1 else last
                _learn(reading, referent, i)
                first, last = with_name(reading, referent, first, max(last, _end_of_title(reading, i, child)))
                reading.mention(referent, first, last, i, form="title", reason="named behind it")
                return True
    return False


def _behind_comma(reading: Reading, i: int) -> list[int]:
    """Give the head of the name that stands behind the comma at which a title ends: "the chief of staff, Gen Novak"."""
    tokens = reading.tokens
    end = _end_of_title(reading, i, len(tokens))
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return []
    if end == i + 1:
        return [end + 1]
    for word in range(end + 1, min(end + LONGEST_RANK, len(tokens))):
        for referent in reading.cast.headed(word):
            ends = {m.last for m in referent.mentions if m.first == end + 1 and m.form in ("name", "titled")}
            if any(end == len(tokens) or tokens[end].text in CLOSING for end in ends):
                return [word]
    return []


def is_part_of_title(reading: Reading, i: int) -> bool:
    """Tell whether a noun only ends a title of the table ("chief of staff", "head of state") and is nobody itself.

    Args:
        reading: the report being read.
        i: index of the noun.
    """
    top = i
    while reading.tokens[top].deprel == "nmod" and reading.tree.case(top) == "of":
        top = reading.tokens[top].head
    if top >= i or not may_end_title(reading.tokens[top].text):
        return False
    ends = (reading.tree.core(i)[1], _end_of_title(reading, top, len(reading.tokens)))
    return any(titles().find(reading.document.words(top, end).text) is not None for end in ends)


def _end_of_title(reading: Reading, i: int, limit: int) -> int:
    """Give the word after a title with the of-phrases behind it: "chairman of the joint chiefs of staff"."""
    end = last = reading.tree.core(i)[1]
    while last < limit and reading.tokens[last].text.lower() == "of":
        noun = reading.tokens[last].head
        end = last = reading.tree.core(noun)[1] if noun > last else limit
    return end if end < limit else i + 1


def _called(reading: Reading, clause: int) -> list[int]:
    """Give the names in a clause that says what somebody is called: "known as Novak", "who calls himself Novak"."""
    if reading.tokens[clause].lemma.lower() not in words("naming"):
        return []
    if reading.tokens[clause].deprel == "acl:relcl":
        own = [c for c in reading.tree.all(clause, "obj", "iobj") if reading.tokens[c].lemma.lower().endswith("self")]
        if not own and reading.tree.one(clause, "aux:pass") is None:
            return []
    return reading.tree.all(clause, "obl", "obj", "xcomp")


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
    listed = sorted(child for child in set(listed) if child > i)
    found = [r for child in listed for r in reading.cast.headed(child) if r.kind == "person"]
    found = found if len(found) > 1 else _listed_states(reading, i, listed)
    first, last = reading.tree.core(i)
    last = min([last, *listed])
    for referent in found if len(found) > 1 else ():
        reading.mention(referent, first, max(last, i + 1), i, form="title", reason="named behind it")
    return len(found) > 1


def _listed_states(reading: Reading, i: int, listed: list[int]) -> list[Referent]:
    """Read "the three guarantors, Peru, Chile and Fiji" as these states: they are as many as the noun counts."""
    counts = [word_value(reading.tokens[c].text.lower()) for c in reading.tree.all(i, "nummod") if c < i]
    forms = [reading.states.get(child) for child in listed]
    named = [form.iso3 for form in forms if form is not None and form.kind == "name"]
    if len(named) < len(listed) or (len(named) not in counts and not _is_state_noun(reading, i)):
        return []
    return [reading.state(iso3) for iso3 in dict.fromkeys(named)]


def _is_state_noun(reading: Reading, i: int) -> bool:
    lemma = reading.tokens[i].lemma.lower()
    return lemma in words("the state itself") or lemma in words("close to a state")


def _names_an_office(reading: Reading, i: int) -> bool:
    """Tell whether a noun is a definite title, so that a name behind a comma can be its holder's."""
    determiner = reading.tree.one(i, "det")
    vague = determiner is not None and reading.tokens[determiner].text.lower() in words("indefinite")
    return not vague and is_title_noun(reading.tokens[i].text)
