"""Says whose those are whom a common noun means: of a state, of a body of many states, of several states or none."""

from dragoman.codes.sectors import plover
from dragoman.knowledge.actors import Noun, nouns, peoples, words
from dragoman.knowledge.resolve import finer, resolve
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading

OWNERS = ("nmod:poss", "compound", "nmod:desc", "nmod")
GENITIVES = ("of", "from")
BODY_NAME = 2
"""How many words the name of a body has that needs no state beside it ("state department")."""
MANY = ("NNS", "NNPS")
OF_PEOPLE = ("group", "armed_group", "organisation")
NAMED = ("name", "titled")
OPEN_SECTORS = ("GOV", "UNK")
SECTORS_LED = ("BUS", "CVL", "COP", "JUD", "LEG", "MED", "MIL", "NGO", "OPP", "REB")


def owner_country(reading: Reading, i: int) -> str | None:
    """Find the state of a possessor: "its army", "his government", "the Novak government".

    Args:
        reading: the report being read.
        i: index of a noun.
    """
    return next((r.country for r in _owners(reading, i) if r.country), None) or _of_a_known_body(reading, i)


def _of_a_known_body(reading: Reading, i: int) -> str | None:
    """Give the state of the one body that words before a noun name: "a state department spokesman" is American."""
    before = [c for c in reading.tree.all(i, "compound", "amod", "nmod:poss") if c < i and c not in reading.states]
    if not before or reading.tokens[before[-1]].upos != "NOUN":
        return None
    first, last = reading.tree.core(before[-1])
    names = [t.text.title() for t in reading.tokens[min(first, before[0]) : last] if t.upos in ("NOUN", "ADJ")]
    found = resolve(" ".join(names), reading.identity.day) if len(names) == BODY_NAME else None
    return found.country if found is not None and found.actor and found.kind == "government_body" else None


def of_many_states(reading: Reading, i: int, noun: Noun) -> bool:
    """Tell whether a noun means those of several states, or of one that is no more: "foreign envoys".

    Args:
        reading: the report being read.
        i: index of the noun.
        noun: its row in the table.
    """
    narrowing = {reading.tokens[c].text.lower() for c in reading.tree.all(i, "amod", "compound")}
    people = noun.kind in OF_PEOPLE or noun.sector == "MIL"
    return people and bool(narrowing & (words("of many") | words("foreign") | words("former people")))


def of_several_states(reading: Reading, i: int, noun: Noun) -> bool:
    """Tell whether several states are meant that a word tells from others: "the Gulf states", "six powers".

    Args:
        reading: the report being read.
        i: index of the noun.
        noun: its row in the table.
    """
    if noun.lemma not in words("one of several states") or reading.tokens[i].xpos not in MANY:
        return False
    narrowing = {reading.tokens[c].lemma.lower() for c in reading.tree.all(i, "amod", "compound", "nmod:desc")}
    if reading.tree.one(i, "nmod:poss") is not None or any(c in reading.states for c in reading.tree.children[i]):
        return False
    counts = [reading.tokens[c].text.lower() for c in reading.tree.all(i, "nummod")]
    pointing = reading.tree.one(i, "det") is not None and "two" in counts  # "the two countries" are two of the report
    return (bool(counts) and not pointing) or bool(
        narrowing & (words("of many") | words("foreign") | words("group of states"))
    )


def allied_to_one(reading: Reading, i: int, noun: Noun) -> bool:
    """Tell whether a noun means those close to somebody, who are of other states: "our allies", "Chile's neighbours".

    Args:
        reading: the report being read.
        i: index of the noun.
        noun: its row in the table.
    """
    allied = noun.lemma in words("close to a state") and reading.tokens[i].xpos in MANY
    return allied and any(_owned(reading, i, owner) for owner in reading.tree.all(i, *OWNERS))


def owns(reading: Reading, i: int) -> bool:
    """Tell whether a noun before another is the owner or doer of what that means: "army trucks", "a police raid".

    Args:
        reading: the report being read.
        i: index of the noun.
    """
    token = reading.tokens[i]
    if token.deprel != "compound" or token.lemma.lower() not in words("owner of things"):
        return False
    owned = reading.tokens[token.head]
    plain = owned.upos == "NOUN" and not reading.named[owned.i] and owned.deprel not in ("compound", "appos")
    lemma = owned.lemma.lower()
    return plain and owned.i > i and (lemma not in nouns().ends or lemma in words("vehicle"))


def described(reading: Reading, i: int) -> str | None:
    """Give the state whose adjective stands before a noun ("our Syrian partners").

    Args:
        reading: the report being read.
        i: index of the noun.
    """
    adjectives = (reading.states.get(child) for child in reading.tree.all(i, "amod", "compound"))
    return next((form.iso3 for form in adjectives if form is not None), None)


def of_state(reading: Reading, referent: Referent) -> str | None:
    """Give the state whose the name of a person is: "Chile's Jan Novak", "Jan Novak of Chile".

    Args:
        reading: the report being read.
        referent: a person.
    """
    for mention in referent.mentions:
        if mention.form in NAMED:
            for owner in reading.tree.all(mention.head, "nmod:poss", "nmod"):
                form = reading.states.get(owner)
                if form is not None and form.kind == "name" and _owned(reading, mention.head, owner):
                    return form.iso3
    return None


def union_of(reading: Reading, i: int, noun: Noun) -> Referent | None:
    """Find the body of many states that people or a body belong to: "EU leaders", "an envoy of the African Union".

    Args:
        reading: the report being read.
        i: index of the noun.
        noun: its row in the table.
    """
    if noun.sector not in OPEN_SECTORS or noun.kind not in ("group", "organisation", "government_body"):
        return None
    if noun.lemma in words("member of a union"):
        return None
    return next((r for r in _owners(reading, i) if r.sector == "IGO" and r.kind == "organisation"), None)


def sector_led(reading: Reading, i: int, first: int, noun: Noun) -> str | None:
    """Give the sector of those whom somebody leads or speaks for: "union leaders", "business representatives".

    Args:
        reading: the report being read.
        i: index of the noun.
        first: index of the first word of its phrase.
        noun: its row in the table.
    """
    if noun.lemma not in words("at the head"):
        return None
    told = finer.of_adjectives([token.lemma.lower() for token in reading.tokens[first:i]])
    if told is not None:
        return plover(told) if plover(told) in SECTORS_LED else None
    for owner in reading.tree.all(i, "nmod:poss", "compound", "nmod"):
        led = nouns().find(reading.tokens[owner].lemma.lower()) if reading.tokens[owner].upos == "NOUN" else None
        if led is not None and led.sector in SECTORS_LED and reading.tree.case(owner) in ("", "'s", "of", "for"):
            return led.sector
    bodies = (r.sector for r in _owners(reading, i) if r.kind in ("organisation", "armed_group"))
    return next((sector for sector in bodies if sector in SECTORS_LED), None)


def of_a_body(reading: Reading, i: int, noun: Noun) -> bool:
    """Tell whether those who stand for a state elsewhere are of a body here: "a union negotiator", "Acme's side".

    Args:
        reading: the report being read.
        i: index of the noun.
        noun: its row in the table.
    """
    sent = noun.lemma in words("sent by a body")
    return sent and any(r.kind in ("organisation", "armed_group") for r in _owners(reading, i))


def of_a_region(reading: Reading, i: int, noun: Noun) -> bool:
    """Tell whether a government is one below its state: "local authorities", "the provincial government of Ontario".

    Args:
        reading: the report being read.
        i: index of the noun.
        noun: its row in the table.
    """
    if noun.lemma not in words("governing"):
        return False
    before = reading.tree.all(i, "amod", "compound", "nmod:poss", "nmod:desc")
    narrowing = {reading.tokens[child].lemma.lower() for child in before if child not in reading.states}
    if narrowing & (words("below a state") | words("ruling by arms")):
        return True
    if "state" in narrowing and noun.lemma == "government":
        return True
    if any(reading.tokens[child].text in peoples() for child in before):
        return True
    if noun.lemma == "authority" and any(_names_a_part(reading, i, child) for child in before):
        return True
    placed = any(child in reading.places and child not in reading.states for child in before)
    return placed and noun.lemma in words("below a state, by its place")


def is_apart(country: str | None, noun: Noun) -> bool:
    """Tell whether those who govern are a body beside the state: that of no state of its own, or a junta.

    Args:
        country: ISO 3166 alpha-3 of the land that they govern.
        noun: the noun's row in the table.
    """
    return noun.lemma in words("rules by arms itself") or of_a_territory(country, noun)


def _names_a_part(reading: Reading, i: int, child: int) -> bool:
    """Tell whether a word before authorities says of what part of a state they are: "Amhara authorities", "port"."""
    token = reading.tokens[child]
    if token.deprel not in ("compound", "nmod:desc") or child in reading.states:
        return False
    return token.upos == "PROPN" or reading.tokens[i].xpos == "NN"


def of_a_territory(country: str | None, noun: Noun) -> bool:
    """Tell whether what governs is that of a land that is no state of its own: "the Hong Kong authorities".

    Args:
        country: ISO 3166 alpha-3 of the land.
        noun: the noun's row in the table.
    """
    return noun.lemma in words("governing") and (country or "").lower() in words("territory")


def _owners(reading: Reading, i: int) -> list[Referent]:
    return [
        r for owner in reading.tree.all(i, *OWNERS) if _owned(reading, i, owner) for r in reading.cast.headed(owner)
    ]


def _owned(reading: Reading, i: int, owner: int) -> bool:
    """Tell whether a word owns a noun: as possessor or in a compound, behind "of" or "from", or as spoken "for"."""
    if reading.tokens[owner].deprel != "nmod":
        return True
    case = reading.tree.case(owner)
    return case in GENITIVES or (case == "for" and reading.tokens[i].lemma.lower() in words("at the head"))
