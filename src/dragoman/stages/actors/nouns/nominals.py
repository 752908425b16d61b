"""Reads common nouns that stand for actors: governments, armies, rebels, officials, crowds."""

from dataclasses import replace

from dragoman.knowledge.actors import Noun, nouns, peoples, words
from dragoman.stages.actors.bodies.fighters import arm, fighters_of
from dragoman.stages.actors.bodies.forces import force_named
from dragoman.stages.actors.bodies.machines import ARMY, of_army
from dragoman.stages.actors.bodies.provisional import BODY_KINDS
from dragoman.stages.actors.bodies.short_names import short_for
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.identity import body
from dragoman.stages.actors.nouns.extent import extent
from dragoman.stages.actors.nouns.heads import PART, is_predicate, sent_before, used_by
from dragoman.stages.actors.nouns.naming import name_of
from dragoman.stages.actors.nouns.nobody import addressed, vague
from dragoman.stages.actors.nouns.noun_phrase import NounPhrase
from dragoman.stages.actors.nouns.tails import note_whole, told_with
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.states.belonging import (
    allied_to_one,
    described,
    is_apart,
    of_a_body,
    of_a_region,
    of_a_territory,
    of_many_states,
    of_several_states,
    owner_country,
    owns,
    sector_led,
    union_of,
)
from dragoman.stages.actors.states.governments import alone, bare_state, is_rule, named_state
from dragoman.stages.actors.states.officials import speak_for_state

STRUCK = ("obj", "nsubj:pass")
LOWER = "government of a territory"
FIGHTING = ("MIL", "REB")
GATHERED = frozenset(
    {"man", "crew", "group", "force", "unit", "faction", "movement", "wing", "party", "side", "element"}
)


def noun_at(reading: Reading, i: int) -> Noun | None:
    """Look up the noun at word i, None where it is no actor or only part of a compound."""
    token = reading.tokens[i]
    if token.upos not in ("NOUN", "PROPN") or reading.named[i] or (token.deprel in PART and not owns(reading, i)):
        return None
    if is_predicate(reading, i):
        return None
    if token.xpos in ("NN", "NNP") and token.lemma.lower() in words("only of many"):
        return None
    people = peoples().get(token.text)
    if people is not None and (token.text.endswith("s") or token.text == people.name or _definite(reading, i)):
        return Noun(lemma=people.name, kind="group", sector=people.sector, same=people.name)
    before = reading.tokens[i - 1].text.lower() if i else ""
    user = used_by(reading, i)
    if user is not None:
        return user
    if before == "-" and i > 1:
        hyphened = nouns().rows.get(f"{reading.tokens[i - 2].text.lower()}-{token.lemma.lower()}")
        return hyphened or nouns().find(token.lemma.lower())
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
    if is_rule(reading, i, noun):
        return None
    phrase = _phrase(reading, i, noun)
    beside = told_with(reading, phrase)
    if beside is not None:
        reading.mention(beside, i, i + 1, i, form="nominal", reason="told in one breath", spoken=False)
        return beside
    many = phrase.country is None and addressed(reading, phrase, noun)
    referent = (
        _state(reading, phrase, noun)
        if not many and _means_state(reading, phrase, noun)
        else _body(reading, phrase, noun)
    )
    if referent is not None and referent.kind == "country" and is_apart(referent.country, noun):
        label = LOWER if of_a_territory(referent.country, noun) else phrase.label
        phrase = replace(phrase, country=referent.country, kind="government_body", label=label)
        referent = _body(reading, phrase, noun)
    if referent is not None:
        reason = f"{noun.lemma!r} of {phrase.country or 'the report'}"
        reading.mention(referent, phrase.first, phrase.last, phrase.head, form="nominal", reason=reason)
        note_whole(reading, referent, i, phrase.head, phrase.first, phrase.last)
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


def _phrase(reading: Reading, i: int, noun: Noun) -> NounPhrase:
    first, last = extent(reading, i)
    head = i
    token = reading.tokens[i]
    if token.deprel == "nmod" and reading.tree.case(i) == "of":
        above = reading.tokens[token.head]
        behalf = reading.tree.case(above.i) == "on"  # "on the part of the council" is no part of it
        quantity = above.lemma.lower() in words("quantity") and not behalf
        if quantity and above.i < i and not reading.cast.headed(above.i):
            head, first = above.i, reading.tree.core(above.i)[0]
    placed = noun.kind != "country" and noun.lemma not in words("no state")
    kind, sector, label = _class(reading, i, first, noun)
    if union_of(reading, i, noun) is not None:
        kind = "group" if kind == "group" else "organisation"
        return NounPhrase(first, last, head, i, None, kind, "IGO", label, stateless=True)
    if allied_to_one(reading, i, noun):
        return NounPhrase(first, last, head, i, described(reading, i), kind, sector, label, stateless=True)
    many = of_many_states(reading, i, noun) or of_several_states(reading, i, noun)
    people = peoples().get(reading.tokens[i].text)
    country = reading.country_of(first, last, i, placed=placed and not many) or owner_country(reading, i)
    country = country or (described(reading, token.head) if owns(reading, i) else None)
    country = country or named_state(reading, i, noun) or (people.country if people is not None else "") or None
    label = of_army(reading, noun, label) if country is not None else label
    return NounPhrase(first, last, head, i, country, kind, sector, label, stateless=many)


def _class(reading: Reading, i: int, first: int, noun: Noun) -> tuple[str, str, str]:
    """Say what kind of actor a phrase means, and what its mentions share: "Kurdish forces" are no army."""
    tokens = reading.tokens
    before = [t for t in tokens[first:i] if t.deprel in PART or t.text in peoples()]
    people = next((peoples()[t.text].name for t in before if t.text in peoples()), None)
    fights = noun.sector in FIGHTING or noun.lemma in GATHERED
    if people is not None:
        return (
            ("armed_group", "REB", f"{people} REB")
            if fights and noun.lemma != "man"
            else (noun.kind, "UNK" if noun.sector == "CVL" else noun.sector, f"{people} {noun.same or noun.lemma}")
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
    own = noun.lemma.split()
    classing = [lemma for t in before if _classes(reading, t.i) and (lemma := t.lemma.lower()) not in own]
    if noun.same == ARMY and classing and classing[-1] in words("whole state"):
        classing = []
    label = " ".join([*classing, noun.same or noun.lemma])
    return noun.kind, sector_led(reading, i, first, noun) or noun.sector, label


def _classes(reading: Reading, i: int) -> bool:
    """Tell whether a word before a noun says which, not how it is: "riot police", "foreign fighters"."""
    token = reading.tokens[i]
    if i in reading.states or token.xpos in ("CD", "VBN", "VBG"):
        return False
    return token.deprel == "compound" or token.lemma.lower() in words("classing")


def _means_state(reading: Reading, phrase: NounPhrase, noun: Noun) -> bool:
    i = phrase.noun_at
    if noun.lemma in words("sent by many") and phrase.country is None:
        return False
    if speak_for_state(reading, phrase, noun):
        return True
    if noun.kind == "country":
        return not (of_a_body(reading, i, noun) or of_a_region(reading, i, noun) or phrase.stateless)
    if noun.lemma in words("vehicle"):
        # who shoots down a state's drone hits the state
        owned = any(c in reading.states for c in reading.tree.all(i, "amod", "compound"))
        return owned and phrase.country is not None and reading.tokens[i].deprel in STRUCK
    if noun.lemma in words("close to a state"):
        return phrase.country is not None and any(c in reading.states for c in reading.tree.all(i, "amod", "compound"))
    plural = reading.tokens[i].xpos in ("NNS", "NNPS")
    return noun.lemma in words("the state itself") and not plural and _definite(reading, i)


def _state(reading: Reading, phrase: NounPhrase, noun: Noun) -> Referent | None:
    """Read "the Turkish government"; a bare "the government" is that of the state last spoken of."""
    token = reading.tokens[phrase.noun_at]
    if phrase.country is not None:
        return reading.state(phrase.country)
    if alone(reading, phrase.noun_at) or owns(reading, phrase.noun_at):
        return bare_state(reading, phrase, noun)
    plural = token.xpos in ("NNS", "NNPS")
    if plural or not _definite(reading, phrase.noun_at) or noun.lemma in ("side", "state", "delegation", "leadership"):
        return None
    return bare_state(reading, phrase, noun)


def _definite(reading: Reading, i: int) -> bool:
    determiner = reading.tree.one(i, "det")
    return determiner is not None and reading.tokens[determiner].text.lower() in ("the", "this", "that")


def _body(reading: Reading, phrase: NounPhrase, noun: Noun) -> Referent | None:
    owner = _owning_body(reading, phrase) or _publishing_body(reading, phrase, noun) or sent_before(reading, phrase)
    if owner is not None:
        return owner
    same = _same(reading, phrase, noun)
    if same is not None:
        same.country = same.country or phrase.country
        return same
    written = _in_small_letters(reading, phrase)
    if written is not None:
        return written
    if vague(reading, phrase, noun):
        return None
    token = reading.tokens[phrase.noun_at]
    return reading.cast.add(
        Referent(
            name=name_of(reading, phrase),
            kind=_kind(reading, phrase, noun),
            country=phrase.country,
            sector=phrase.sector,
            reason=f"common noun {noun.lemma!r}",
            plural=token.xpos in ("NNS", "NNPS") or (phrase.kind != "group" and bool(noun.same)),
            label=phrase.label,
            stateless=phrase.stateless,
        )
    )


def _in_small_letters(reading: Reading, phrase: NounPhrase) -> Referent | None:
    """Read "the foreign office" as the body of that name, where the report speaks of its state."""
    if phrase.kind not in BODY_KINDS or not _definite(reading, phrase.noun_at):
        return None
    first = reading.tree.core(phrase.noun_at)[0]
    named = [reading.tokens[i].text.capitalize() for i in range(first + 1, phrase.noun_at + 1)]
    found = reading.identity.ask(" ".join(named), phrase.country) if len(named) > 1 else None
    if found is None or not found.actor or found.kind not in BODY_KINDS:
        return None
    if found.country is not None and found.country not in reading.identity.context:
        return None
    return reading.cast.known(found.actor) or reading.cast.add(body(found))


def _kind(reading: Reading, phrase: NounPhrase, noun: Noun) -> str:
    if phrase.kind != "country":
        return phrase.kind
    return "government_body" if of_a_region(reading, phrase.noun_at, noun) else "group"


def _publishing_body(reading: Reading, phrase: NounPhrase, noun: Noun) -> Referent | None:
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


def _owning_body(reading: Reading, phrase: NounPhrase) -> Referent | None:
    """Read "Hezbollah fighters" as Hezbollah."""
    noun = phrase.label.split()[-1]
    part = noun in words("part of a whole")
    if noun in words("at the head") and not part:
        return None
    if phrase.sector not in FIGHTING and noun not in GATHERED and not part:
        return None
    kinds = ("armed_group", "organisation", *(("government_body",) if part else ()))
    for child in reading.tree.all(phrase.noun_at, "compound", "nmod:poss", "amod", "nmod:desc", "nmod"):
        if reading.tree.case(child) not in ("", "of", "from"):
            continue
        for referent in reading.cast.headed(child):
            if phrase.sector == "REB":
                arm(referent)
            if referent.kind in kinds or (referent.sector == phrase.sector == "MIL" and not referent.label):
                return referent
            if noun == "man" and referent.kind == "government_body" and referent.sector in ("MIL", "COP"):
                return referent
    return None


def _same(reading: Reading, phrase: NounPhrase, noun: Noun) -> Referent | None:
    """Find the body spoken of before: the same class and state; a definite phrase may leave out what narrowed it."""
    definite = _definite(reading, phrase.noun_at)
    named = force_named(reading, phrase, noun, definite=definite)
    named = named or (_introduced_as(reading, phrase, noun) if definite else None)
    named = named or (short_for(reading, phrase, noun) if definite else None)
    if named is not None:
        return named
    spoken = fighters_of(reading, phrase, noun) if definite else None
    if spoken is not None:
        return spoken
    for _, referent in reading.cast.latest(phrase.kind, "armed_group"):
        if not _of_one_state(reading, phrase, referent) or not _agrees(reading, phrase, referent, noun):
            continue
        if referent.label and referent.kind == phrase.kind:
            shorter = definite and referent.label.endswith(" " + phrase.label)
            if referent.label == phrase.label or shorter:
                return referent
        elif definite and not referent.label and _named_so(reading, phrase, referent, noun):
            return referent
    alike = (m for m in reading.cast.members if m.label and m.label == phrase.label and m.kind == phrase.kind)
    alike = (m for m in alike if _agrees(reading, phrase, m, noun))
    return next((m for m in alike if phrase.country and m.country == phrase.country), None)


def _agrees(reading: Reading, phrase: NounPhrase, referent: Referent, noun: Noun) -> bool:
    """Tell whether number allows that two are one: a man is none of the men told of before."""
    if phrase.kind != "group" or referent.kind != "group" or noun.lemma in words("collective"):
        return True
    return referent.plural == (reading.tokens[phrase.noun_at].xpos in ("NNS", "NNPS"))


def _of_one_state(reading: Reading, phrase: NounPhrase, referent: Referent) -> bool:
    """Tell whether states allow that two are one; a state's body of no stated state is that of the one named most."""
    usual = reading.identity.context[0] if phrase.kind == "government_body" and reading.identity.context else None
    one, other = phrase.country or usual, referent.country or usual
    return one is None or other is None or one == other


def _stands_alone(reading: Reading, referent: Referent) -> bool:
    """Tell whether a name was a noun of its own so far, not only part of others ("Acme jets")."""
    heads = [m.head for m in referent.mentions if m.form == "name"]
    return any(reading.tokens[head].deprel not in PART for head in heads)


def _introduced_as(reading: Reading, phrase: NounPhrase, noun: Noun) -> Referent | None:
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


def _named_so(reading: Reading, phrase: NounPhrase, referent: Referent, noun: Noun) -> bool:
    """Tell whether "the coalition" can be the body whose name has that word, "the airline" the firm spoken of last."""
    singular = reading.tokens[phrase.noun_at].xpos == "NN"
    if not singular or phrase.label != (noun.same or noun.lemma):
        return False
    if noun.lemma in referent.name.lower().split():
        return True
    firm = noun.sector == "BUS" and referent.sector in ("BUS", "UNK") and _stands_alone(reading, referent)
    return referent.kind == "organisation" and noun.kind == "organisation" and firm
