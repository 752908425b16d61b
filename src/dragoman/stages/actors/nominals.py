"""Reads common nouns that stand for actors: governments, armies, rebels, officials, crowds."""

from dataclasses import dataclass

from dragoman.knowledge.actors import Noun, nouns, peoples, words
from dragoman.knowledge.countries import countries
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.tails import ends, with_clause

NARROWING = frozenset({"amod", "compound", "nmod", "nmod:desc", "acl", "acl:relcl", "flat", "appos"})
PART = frozenset(["compound", "flat", "goeswith", "fixed", "nmod:desc", "amod"])
STRUCK = ("obj", "nsubj:pass")
ADDRESSED = ("obj", "iobj", "obl")
STATES = frozenset({"country", "nation", "state", "government", "power"})
PEOPLES = STATES | {"person", "individual"}
"""Nouns that mean somebody where an act is done to them ("urged all countries"), and nobody in particular elsewhere."""
ACTING = ("nsubj", "nsubj:outer", "obl:agent")
ANYBODY = frozenset({"people", "person", "individual", "man", "woman"})
"""Nouns that say nothing of who is meant without the clause behind them."""
ARMY = "military"
FIGHTING = ("MIL", "REB")
GATHERED = frozenset(
    {"man", "crew", "group", "force", "unit", "faction", "movement", "wing", "party", "side", "element"}
)


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun phrase that stands for an actor: its words, the word it hangs by, and what narrows the noun."""

    first: int
    last: int
    head: int
    noun_at: int
    country: str | None
    kind: str
    sector: str
    label: str


def noun_at(reading: Reading, i: int) -> Noun | None:
    """Look up the noun at word i, None where it is no actor or only part of a compound."""
    token = reading.tokens[i]
    if token.upos not in ("NOUN", "PROPN") or token.deprel in PART or reading.named[i]:
        return None
    if reading.tree.one(i, "cop") is not None:
        return None
    people = peoples().get(token.text)
    if people is not None and (token.text.endswith("s") or _definite(reading, i)):
        return Noun(lemma=people.name, kind="group", sector=people.sector, same=people.name)
    before = reading.tokens[i - 1].text.lower() if i else ""
    return nouns().find(token.lemma.lower(), before)


def read_nominal(reading: Reading, i: int, noun: Noun) -> Referent | None:
    """Say whom a common noun stands for, and note the mention.

    Args:
        reading: the report being read.
        i: index of the noun.
        noun: its row in the table.

    Returns:
        The referent, None where the phrase means nobody in particular.
    """
    phrase = _phrase(reading, i, noun)
    many = phrase.country is None and _addressed(reading, phrase, noun)
    referent = (
        _state(reading, phrase, noun)
        if not many and _means_state(reading, phrase, noun)
        else _body(reading, phrase, noun)
    )
    if referent is not None:
        reason = f"{noun.lemma!r} of {phrase.country or 'the report'}"
        reading.mention(referent, phrase.first, phrase.last, phrase.head, form="nominal", reason=reason)
        for end, why in ends(reading, i, phrase.last):
            reading.mention(referent, phrase.first, end, phrase.head, form="nominal", reason=why, spoken=False)
    return referent


def read_short(reading: Reading, i: int) -> Referent | None:
    """Read "the council" as the body of the report whose name has that word, and note the mention.

    Args:
        reading: the report being read.
        i: index of a noun that is in no table.
    """
    token = reading.tokens[i]
    if token.text.lower() not in reading.short:
        return None
    plain = (token.upos == "NOUN" and token.xpos == "NN") or token.upos == "PROPN"
    if not plain or token.deprel in PART or reading.named[i] or not _definite(reading, i):
        return None
    word = token.text.lower()
    first, last = reading.tree.core(i)
    if last - first > 2:
        return None
    for _, referent in reading.cast.latest("organisation", "government_body", "armed_group"):
        if not referent.label and word in referent.name.lower().split() and " " in referent.name:
            reading.mention(referent, first, last, i, form="nominal", reason=f"short for {referent.name!r}")
            return referent
    return None


def _phrase(reading: Reading, i: int, noun: Noun) -> _Phrase:
    first, last = reading.tree.full(i)
    head = i
    token = reading.tokens[i]
    if token.deprel == "nmod" and reading.tree.case(i) == "of":
        above = reading.tokens[token.head]
        if above.lemma.lower() in words("quantity") and above.i < i and not reading.cast.headed(above.i):
            head, first = above.i, reading.tree.core(above.i)[0]
    placed = noun.kind != "country" and noun.lemma not in words("no state")
    country = reading.country_of(first, last, i, placed=placed) or _owner_country(reading, i)
    kind, sector, label = _class(reading, i, first, noun)
    return _Phrase(first, last, head, i, country, kind, sector, label)


def _owner_country(reading: Reading, i: int) -> str | None:
    """Find the state of a possessor: "its army", "his government", "the Novak government"."""
    for owner in reading.tree.all(i, "nmod:poss", "compound", "nmod:desc", "nmod"):
        if reading.tokens[owner].deprel == "nmod" and reading.tree.case(owner) not in ("of", "from"):
            continue
        country = next((r.country for r in reading.cast.headed(owner) if r.country), None)
        if country is not None:
            return country
    return None


def _class(reading: Reading, i: int, first: int, noun: Noun) -> tuple[str, str, str]:
    """Say what kind of actor a phrase means, and what its mentions share: "Kurdish forces" are no army."""
    tokens = reading.tokens
    before = [t for t in tokens[first:i] if t.deprel in PART or t.text in peoples()]
    people = next((peoples()[t.text].name for t in before if t.text in peoples()), None)
    fights = noun.sector in FIGHTING or noun.lemma in GATHERED
    if people is not None:
        return (
            ("armed_group", "REB", f"{people} REB")
            if fights
            else (noun.kind, _of_people(noun), f"{people} {noun.same or noun.lemma}")
        )
    for token in before:
        narrower = nouns().rows.get(token.lemma.lower())
        if (
            narrower is not None
            and token.lemma.lower() not in noun.lemma.split()
            and fights
            and narrower.kind in ("armed_group", "group")
            and narrower.sector in ("REB", "OPP")
        ):
            return "armed_group", "REB", narrower.same or narrower.lemma
    classing = [t.lemma.lower() for t in before if _classes(reading, t.i)]
    if noun.same == ARMY and classing and classing[-1] in words("whole state"):
        classing = []
    label = " ".join([*classing, noun.same or noun.lemma])
    return noun.kind, noun.sector, label


def _of_people(noun: Noun) -> str:
    return "UNK" if noun.sector == "CVL" else noun.sector


def _classes(reading: Reading, i: int) -> bool:
    """Tell whether a word before a noun says which, not how it is: "riot police", "foreign fighters"."""
    token = reading.tokens[i]
    if i in reading.states or token.xpos in ("CD", "VBN", "VBG"):
        return False
    return token.deprel == "compound" or token.lemma.lower() in words("classing")


def _means_state(reading: Reading, phrase: _Phrase, noun: Noun) -> bool:
    i = phrase.noun_at
    if noun.kind == "country":
        return True
    if noun.lemma in words("vehicle"):
        # who shoots down a state's drone hits the state
        owned = any(c in reading.states for c in reading.tree.all(i, "amod", "compound"))
        return owned and phrase.country is not None and reading.tokens[i].deprel in STRUCK
    if noun.lemma in words("close to a state"):
        return phrase.country is not None and any(c in reading.states for c in reading.tree.all(i, "amod", "compound"))
    plural = reading.tokens[i].xpos in ("NNS", "NNPS")
    return noun.lemma in words("the state itself") and not plural and _definite(reading, i)


def _state(reading: Reading, phrase: _Phrase, noun: Noun) -> Referent | None:
    """Read "the Turkish government"; a bare "the government" is that of the state last spoken of."""
    token = reading.tokens[phrase.noun_at]
    if phrase.country is not None:
        return reading.state(phrase.country)
    plural = token.xpos in ("NNS", "NNPS") and noun.lemma != "authorities"
    if plural or not _definite(reading, phrase.noun_at) or noun.lemma in ("side", "state", "delegation", "leadership"):
        return None
    if noun.lemma in words("own government") and reading.voices is not None and reading.voices.state:
        return reading.state(reading.voices.state)
    own = reading.voices.state if reading.voices is not None and noun.lemma in words("of others") else None
    beside = _doers_beside(reading, phrase.noun_at)
    states = ((w, r) for w, r in reading.cast.latest("country") if own is None or r.country != own)
    spoken = next((r for w, r in states if w not in beside), None)
    if spoken is not None:
        return spoken
    return reading.state(reading.identity.home) if reading.identity.home else None


def _doers_beside(reading: Reading, i: int) -> set[int]:
    """Give the words that stand for those who do something to a state: in "Fiji fined the nation" it is another."""
    token = reading.tokens[i]
    above = reading.tokens[token.head] if token.deprel == "nmod" else token
    subject = reading.tree.subject(above.head) if above.deprel in ADDRESSED else None
    return {subject, *reading.tree.all(subject, "conj")} if subject is not None else set()


def _definite(reading: Reading, i: int) -> bool:
    determiner = reading.tree.one(i, "det")
    return determiner is not None and reading.tokens[determiner].text.lower() in ("the", "this", "that")


def _body(reading: Reading, phrase: _Phrase, noun: Noun) -> Referent | None:
    owner = _owning_body(reading, phrase) or _publishing_body(reading, phrase, noun)
    if owner is not None:
        return owner
    same = _same(reading, phrase, noun)
    if same is not None:
        same.country = same.country or phrase.country
        return same
    if _vague(reading, phrase, noun):
        return None
    token = reading.tokens[phrase.noun_at]
    return reading.cast.add(
        Referent(
            name=_name(reading, phrase),
            kind="group" if phrase.kind == "country" else phrase.kind,
            country=phrase.country or _usual_country(reading, phrase),
            sector=phrase.sector,
            reason=f"common noun {noun.lemma!r}",
            plural=token.xpos in ("NNS", "NNPS") or (phrase.kind != "group" and bool(noun.same)),
            label=phrase.label,
        )
    )


def _addressed(reading: Reading, phrase: _Phrase, noun: Noun) -> bool:
    """Tell whether many are meant to whom a verb does something: "urged all countries", "called on governments"."""
    i = phrase.noun_at
    token = reading.tokens[i]
    if noun.lemma not in PEOPLES or token.xpos not in ("NNS", "NNPS"):
        return False
    under = reading.tokens[token.head]
    plain = token.deprel != "obl" or reading.tree.case(i) in ("on", "upon", "to", "against")
    return token.deprel in ADDRESSED and under.upos == "VERB" and plain


def _publishing_body(reading: Reading, phrase: _Phrase, noun: Noun) -> Referent | None:
    """Read "the Department" in a release of a Department as the one that speaks."""
    house = reading.voices.house if reading.voices is not None else None
    if house is None or phrase.country is not None or phrase.label != (noun.same or noun.lemma):
        return None
    named = noun.lemma in house.name.lower().split() and _definite(reading, phrase.noun_at)
    if not named or reading.tokens[phrase.noun_at].xpos in ("NNS", "NNPS"):
        return None
    if reading.tree.all(phrase.noun_at, "nmod", "amod", "compound"):
        return None
    return reading.cast.known(house.key or "") or reading.cast.add(house)


def _vague(reading: Reading, phrase: _Phrase, noun: Noun) -> bool:
    """Tell whether a phrase means nobody in particular: "groups", "entry into force", "bombed a hospital"."""
    if noun.lemma in words("vehicle"):
        return not any(c in reading.states for c in reading.tree.all(phrase.noun_at, "amod", "compound"))
    if noun.lemma in words("premises"):
        return reading.tokens[phrase.noun_at].deprel not in ACTING
    if noun.lemma not in words("vague") or _addressed(reading, phrase, noun):
        return False
    narrowed = [c for c in reading.tree.children[phrase.noun_at] if reading.tokens[c].deprel in NARROWING]
    narrowed = [c for c in narrowed if reading.tokens[c].text.lower() not in words("loose")]
    owned = reading.tree.one(phrase.noun_at, "nmod:poss")
    own = owned is not None and reading.tokens[owned].upos != "PRON"
    military = noun.sector == "MIL" and phrase.country is not None
    return not narrowed and not own and not military


def _usual_country(reading: Reading, phrase: _Phrase) -> str | None:
    """Guess the state of "the army" or "parliament": the one that the report speaks of most."""
    if phrase.kind != "government_body" or not reading.identity.context:
        return None
    return reading.identity.context[0]


def _name(reading: Reading, phrase: _Phrase) -> str:
    """Name a body by its phrase without determiner and number."""
    tokens = reading.tokens
    adjective = _adjective(phrase.country)
    noun = nouns().rows.get(phrase.label)
    said = any(
        i in reading.states and reading.tokens[i].deprel != "nmod:poss" for i in range(phrase.first, phrase.last)
    )
    if adjective and not said and phrase.kind == "government_body" and noun is not None and noun.same == phrase.label:
        return f"{adjective} {phrase.label}"
    first = phrase.first if phrase.head == phrase.noun_at else reading.tree.core(phrase.noun_at)[0]
    while first < phrase.noun_at and tokens[first].upos in ("DET", "PUNCT", "PRON", "NUM", "ADP", "ADV"):
        first += 1
    numbers = [i for i in range(first, phrase.noun_at) if tokens[i].upos == "NUM"]
    first = numbers[-1] + 1 if numbers else first
    owner = reading.tree.one(phrase.noun_at, "nmod:poss")
    if adjective and owner is not None and first <= owner < phrase.noun_at:
        first = min(reading.tree.rightmost(owner) + 1, phrase.noun_at)
        return f"{adjective} {reading.document.words(first, phrase.last).text}"
    last = max(phrase.last, with_clause(reading, phrase.noun_at)) if phrase.label in ANYBODY else phrase.last
    return reading.document.words(first, last).text


def _adjective(country: str | None) -> str:
    """Give the adjective of a state ("Turkish")."""
    known = countries().get(country) if country else None
    return known.demonyms[0] if known is not None and known.demonyms else ""


def _owning_body(reading: Reading, phrase: _Phrase) -> Referent | None:
    """Read "Hezbollah fighters" as Hezbollah."""
    if reading.tokens[phrase.noun_at].upos != "NOUN":
        return None
    if phrase.sector not in FIGHTING and phrase.label.split()[-1] not in GATHERED:
        return None
    kinds = ("armed_group", "organisation") if phrase.sector in FIGHTING or phrase.kind != "government_body" else ()
    for child in reading.tree.all(phrase.noun_at, "compound", "nmod:poss", "amod", "nmod:desc", "nmod"):
        if reading.tree.case(child) not in ("", "of", "from"):
            continue
        for referent in reading.cast.headed(child):
            if referent.kind in kinds:
                return referent
    return None


def _same(reading: Reading, phrase: _Phrase, noun: Noun) -> Referent | None:
    """Find the body spoken of before: the same class and state; a definite phrase may leave out what narrowed it."""
    definite = _definite(reading, phrase.noun_at)
    named = _army(reading, phrase) or (_introduced_as(reading, phrase, noun) if definite else None)
    if named is not None:
        return named
    for _, referent in reading.cast.latest(phrase.kind, "armed_group"):
        fits = phrase.country is None or referent.country is None or referent.country == phrase.country
        if not fits:
            continue
        if referent.label and referent.kind == phrase.kind:
            shorter = definite and referent.label.endswith(" " + phrase.label)
            if referent.label == phrase.label or shorter:
                return referent
        elif definite and not referent.label and _named_so(reading, phrase, referent, noun):
            return referent
    alike = (m for m in reading.cast.members if m.label and m.label == phrase.label and m.kind == phrase.kind)
    return next((m for m in alike if phrase.country and m.country == phrase.country), None)


def _stands_alone(reading: Reading, referent: Referent) -> bool:
    """Tell whether a name was a noun of its own so far, not only part of others ("Acme jets")."""
    heads = [m.head for m in referent.mentions if m.form == "name"]
    return any(reading.tokens[head].deprel not in PART for head in heads)


def _army(reading: Reading, phrase: _Phrase) -> Referent | None:
    """Find the army of a state that the report names: "the Novian People's Army", no guard, no air force."""
    if phrase.label != ARMY or phrase.country is None:
        return None
    known = (m for m in reading.cast.members if m.key and m.sector == "MIL" and m.country == phrase.country)
    return next((m for m in known if not words("army").isdisjoint(m.name.lower().split())), None)


def _introduced_as(reading: Reading, phrase: _Phrase, noun: Noun) -> Referent | None:
    """Find the firm before whose name the noun stood: "the airline Acme", of which "the airline" speaks later."""
    if noun.sector != "BUS" or reading.tokens[phrase.noun_at].xpos != "NN" or phrase.label != (noun.same or noun.lemma):
        return None
    for _, referent in reading.cast.latest("organisation"):
        for mention in referent.mentions if not referent.label else ():
            if mention.form == "title" and reading.tokens[mention.head].lemma.lower() == noun.lemma:
                return referent
            if mention.first and reading.tokens[mention.first - 1].lemma.lower() == noun.lemma:
                return referent
    return None


def _named_so(reading: Reading, phrase: _Phrase, referent: Referent, noun: Noun) -> bool:
    """Tell whether "the coalition" can be the body whose name has that word, "the airline" the firm spoken of last."""
    singular = reading.tokens[phrase.noun_at].xpos == "NN"
    if not singular or phrase.label != (noun.same or noun.lemma):
        return False
    if noun.lemma in referent.name.lower().split():
        return True
    firm = noun.sector == "BUS" and referent.sector in ("BUS", "UNK") and _stands_alone(reading, referent)
    return referent.kind == "organisation" and noun.kind == "organisation" and firm
