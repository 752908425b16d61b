"""Says which state a government is of: "the Novak regime", "the government and people of Fiji", "the junta"."""

from dragoman.knowledge.actors import Noun, nouns, seats, words
from dragoman.knowledge.countries import countries
from dragoman.knowledge.offices import Term, office_ranks, offices
from dragoman.knowledge.persons import persons
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.identity import body
from dragoman.stages.actors.nouns.nobody import ADDRESSED
from dragoman.stages.actors.nouns.noun_phrase import NounPhrase
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.states.forms import StateForm

CALLED_AFTER = ("compound", "nmod:poss", "nmod:desc", "amod", "flat")
HIGHEST = 1
"""Rank up to which a government is called after the holder of an office."""
HELD = 0.05
"""Trust from which on somebody may hold an office."""
NEXT = 4
"""How many words on a noun stands that shares what follows it ("the government and the people of Fiji")."""
PLAIN = ("det", "case", "punct", "cc", "conj")


def named_state(reading: Reading, i: int, noun: Noun) -> str | None:
    """Find the state of a government by its leader, by the people named with it, or by its capital.

    Args:
        reading: the report being read.
        i: index of the noun.
        noun: its row in the table.
    """
    if noun.lemma not in words("ruling"):
        return None
    return _led(reading, i) or _shared(reading, i) or _seated(reading, i)


def bare_state(reading: Reading, phrase: NounPhrase, noun: Noun) -> Referent | None:
    """Say whose "the government", "the regime" or "the country" is, where no words beside it say.

    Args:
        reading: the report being read.
        phrase: its noun phrase.
        noun: the row of its noun in the table.
    """
    own = reading.voices.state if reading.voices is not None else None
    if own and noun.lemma in words("own government"):
        return reading.state(own)
    others = _of_others(noun, own)
    beside = _doers_beside(reading, phrase.noun_at)
    if noun.lemma.split()[-1] in words("called a regime"):
        doers = {r.country for word in beside for r in reading.cast.headed(word)}
        called = _called(reading, phrase.noun_at) or _most_named(reading, {own, *doers})
        if called is not None:
            return reading.state(called)
    if noun.lemma in words("style of a state"):
        return _last_styled(reading, noun, beside)
    doers = {r.country for word in beside for r in reading.cast.headed(word) if r.kind == "country"}
    ground = _ground(reading, noun, {*doers, own if others else None})
    home = ground or reading.identity.home
    return reading.state(home) if home else None


def _last_styled(reading: Reading, noun: Noun, beside: set[int]) -> Referent | None:
    """Give the state spoken of last, of those that may be called so: "the kingdom"."""
    states = (r for w, r in reading.cast.latest("country") if w not in beside and _styled(r, noun))
    return next(states, None) or (reading.state(reading.identity.home) if reading.identity.home else None)


def _ground(reading: Reading, noun: Noun, others: set[str | None]) -> str | None:
    """Give the state that a report is about: there "the government" is, wherever somebody else spoke just before."""
    about = [iso3 for iso3 in reading.grounds if iso3 not in others]
    if noun.lemma in words("own government"):
        governed = (iso3 for iso3 in about if iso3.lower() in words("governed by an administration"))
        return next(governed, None) or next(iter(about), None)
    return next(iter(about), None)


def alone(reading: Reading, i: int) -> bool:
    """Tell whether authorities stand without any word beside them: "Authorities have closed the port".

    Args:
        reading: the report being read.
        i: index of the noun.
    """
    token = reading.tokens[i]
    if token.text.lower() != "authorities" or token.deprel == "conj":
        return False
    return all(_says_not_whose(reading, c) for c in reading.tree.children[i])


def _says_not_whose(reading: Reading, i: int) -> bool:
    """Tell whether a word beside authorities leaves open whose they are: "the new authorities, who promised it"."""
    token = reading.tokens[i]
    new = token.deprel == "amod" and token.lemma.lower() in words("in office now")
    return new or token.deprel in PLAIN or token.deprel.startswith(("acl", "appos"))


def _styled(state: Referent, noun: Noun) -> bool:
    """Tell whether a state may be called by a noun: only a kingdom is "the kingdom"."""
    country = countries().get(state.country or "")
    styled = noun.lemma in words("style of a state") and country is not None
    return not styled or country is None or any(noun.lemma.title() in name.split() for name in country.names)


def _of_others(noun: Noun, own: str | None) -> bool:
    """Tell whether a release speaks so of other states only: of regimes, and of governments where it has none."""
    if noun.lemma.split()[-1] in words("of others"):
        return True
    return noun.lemma == "government" and (own or "").lower() in words("governed by an administration")


def seated_union(reading: Reading, form: StateForm) -> Referent | None:
    """Find the body of many states for which a city stands, where the report does not speak of the state around it.

    Args:
        reading: the report being read.
        form: the name of a capital.
    """
    name = seats().get(reading.document.words(form.first, form.last).text.title()) if form.kind == "capital" else None
    if name is None or any(f.iso3 == form.iso3 and f.kind != "capital" for f in reading.states.values()):
        return None
    found = reading.identity.ask(name)
    return reading.cast.known(found.actor or "") or (reading.cast.add(body(found)) if found.actor else None)


def is_rule(reading: Reading, i: int, noun: Noun) -> bool:
    """Tell whether a regime is a set of rules, not one that rules: "the sanctions regime", "a regime of checks".

    Args:
        reading: the report being read.
        i: index of the noun.
        noun: its row in the table.
    """
    if noun.lemma not in words("called a regime"):
        return False
    narrowing = reading.tree.all(i, "compound")
    narrowing += [c for c in reading.tree.all(i, "nmod") if reading.tree.case(c) in ("of", "for", "on")]
    common = (reading.tokens[c] for c in narrowing if c not in reading.states and not reading.named[c])
    return any(t.upos == "NOUN" and nouns().find(t.lemma.lower()) is None for t in common)


def _led(reading: Reading, i: int) -> str | None:
    """Give the state of the leader after whom a government is called, "the Novak-Malik regime" too."""
    for owner in reading.tree.all(i, *CALLED_AFTER):
        word = reading.tokens[owner].text
        if owner in reading.states or not word[0].isupper():
            continue
        found = next(filter(None, (ruled_by(reading, part) for part in word.split("-") if part)), None)
        if found is not None:
            return found
    return None


def ruled_by(reading: Reading, surname: str) -> str | None:
    """Give the state that somebody of a surname leads on the report's day, else the only one that one ever led.

    Args:
        reading: the report being read.
        surname: one word.
    """
    day = reading.identity.day
    bearers = [bearer.key for bearer in persons().surnamed(surname)]
    now = [t.where for key in bearers for t in offices().held(key, day) if t.trust >= HELD and _highest(t)]
    ever = [t.where for key in bearers for t in offices().terms(key) if _highest(t)] if not now else []
    led = dict.fromkeys(now or ever)
    spoken = [iso3 for iso3 in reading.identity.context if iso3 in led]
    if spoken:
        return spoken[0]
    return next(iter(led)) if len(led) == 1 else None


def _highest(term: Term) -> bool:
    return len(term.where) == 3 and office_ranks().get(term.office, (HIGHEST + 1, 0.0))[0] <= HIGHEST


def _shared(reading: Reading, i: int) -> str | None:
    """Give the state of what is named in one breath: "the government and people of Fiji"."""
    for other in reading.tree.all(i, "conj"):
        if i < other <= i + NEXT and nouns().find(reading.tokens[other].lemma.lower()) is not None:
            for child in reading.tree.all(other, "nmod"):
                if child in reading.states and reading.tree.case(child) == "of":
                    return reading.states[child].iso3
    return None


def _seated(reading: Reading, i: int) -> str | None:
    """Give the state in which or in whose capital a government sits: "the authorities in Fiji" or "in Suva"."""
    for child in reading.tree.all(i, "nmod"):
        form = reading.states.get(child)
        if form is not None and reading.tree.case(child) == "in":
            return form.iso3
    return None


def _called(reading: Reading, i: int) -> str | None:
    """Give the state last called a regime before a word, else the one first called so behind it, else the likeliest."""
    if reading.regimes is None:
        reading.regimes = {t.i: s for t in reading.tokens if (s := _explicit(reading, t.i)) is not None}
    before = [state for word, state in reading.regimes.items() if word < i]
    return before[-1] if before else next(iter(reading.regimes.values()), None)


def _most_named(reading: Reading, others: set[str | None]) -> str | None:
    """Give the state of which a report speaks most, of those that may be meant."""
    return next((iso3 for iso3 in reading.identity.context if iso3 not in others), None)


def _explicit(reading: Reading, i: int) -> str | None:
    """Give the state of a regime whose own words say it."""
    token = reading.tokens[i]
    if token.lemma.lower() not in words("called a regime") or token.upos not in ("NOUN", "PROPN"):
        return None
    first, last = reading.tree.full(i)
    return reading.country_of(first, last, i, placed=False) or _led(reading, i) or _seated(reading, i)


def _doers_beside(reading: Reading, i: int) -> set[int]:
    """Give the words that stand for those who do something to a state: in "Fiji fined the nation" it is another."""
    token = reading.tokens[i]
    above = reading.tokens[token.head] if token.deprel == "nmod" else token
    subject = reading.tree.subject(above.head) if above.deprel in ADDRESSED else None
    return {subject, *reading.tree.all(subject, "conj")} if subject is not None else set()
