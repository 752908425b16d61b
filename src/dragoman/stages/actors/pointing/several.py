"""Finds out who is meant by words for several: "they", "the two", "both sides", "the ministers"."""

from dragoman.knowledge.actors import words
from dragoman.model import Token
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.persons.counted import joined_lists
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.pointing.antecedents import OBJECTS, near, same_clause
from dragoman.stages.actors.pointing.others import choose, singles
from dragoman.stages.actors.reading import Reading

STATES = frozenset(
    {"country", "nation", "state", "government", "side", "delegation", "capital", "ally", "neighbour", "neighbor"}
)
LEAD = 5
"""Up to which sentence a readout says who met."""
SIDES = frozenset({"side", "party", "delegation"})
SIDED = ("country", "organisation", "armed_group", "government_body", "person")
"""Kinds of those who may be a side, the one first who stands for the others of his state."""
NARROWER = ("nmod", "nmod:poss", "acl", "acl:relcl", "amod", "compound")
MOST_HOLDERS = 6
PLURALS = ("group", "armed_group", "country", "organisation", "government_body")


def read_they(reading: Reading, token: Token, _form: str) -> list[Referent]:
    """Read "they" as several spoken of as one, as two who met, as a body that is the subject nearby.

    Args:
        reading: the report being read.
        token: the pronoun.
    """
    found = [one for one in singles(reading, token, *PLURALS) if one.referent.plural or one.referent.kind != "group"]
    best = choose(reading, token, found, "they")
    joined = _joined(reading, token) or _two(reading, token)
    place = reading.tokens[best.word].deprel if best is not None else ""
    if joined and (best is None or best.word < joined[0] or place not in SUBJECTS):
        return joined[1]
    met = _met(reading) if token.deprel in SUBJECTS and place not in (*SUBJECTS, *OBJECTS) else []
    return met or ([best.referent] if best is not None else [])


def _met(reading: Reading) -> list[Referent]:
    """Give those who met by the first sentence of a government's readout: of them it goes on to tell."""
    if reading.voices is None or reading.voices.state is None:
        return []
    persons: dict[int, dict[int, Referent]] = {}
    for referent in reading.cast.members:
        for mention in referent.mentions if referent.kind == "person" else ():
            sentence = reading.tree.sentence_of[mention.head]
            if sentence < LEAD:
                persons.setdefault(sentence, {})[id(referent)] = referent
    for sentence, told in sorted(persons.items()):
        if len(told) > 1 and any(_acts_in(reading, sentence, referent) for referent in told.values()):
            return list(told.values())
    return []


def _two(reading: Reading, token: Token) -> tuple[int, list[Referent]] | None:
    """Find the two persons of the last clause or sentence that tells of just two, one of them its subject."""
    told: dict[int, list[tuple[int, Referent]]] = {}
    for word, referent in near(reading, token, "person"):
        told.setdefault(reading.tree.sentence_of[word], []).append((word, referent))
    for sentence, persons in sorted(told.items(), reverse=True):
        acting = any(_acts_in(reading, sentence, referent) for _, referent in persons)
        if len(persons) == 2 and acting and not any(same_clause(reading, token, w) for w, _ in persons):
            return max(w for w, _ in persons), [r for _, r in sorted(persons, key=lambda pair: pair[0])]
    return None


def _acts_in(reading: Reading, sentence: int, referent: Referent) -> bool:
    here = (m.head for m in reversed(referent.mentions) if reading.tree.sentence_of[m.head] == sentence)
    return any(reading.tokens[head].deprel in SUBJECTS for head in here)


def read_pair(reading: Reading, token: Token) -> list[Referent]:
    """Read "the two", "both sides", "the two leaders": two of one kind, or the two sides of the story so far.

    Args:
        reading: the report being read.
        token: one of the words of the classes `pair` and `pair head`.

    Returns:
        Both, or all who bear a title; none where it is not clear who is meant.
    """
    tokens = reading.tokens
    form = token.text.lower()
    if form in words("pair"):
        alone = token.deprel in (*SUBJECTS, "obj", "iobj", "obl", "nmod", "obl:agent", "nmod:poss")
        governs = any(tokens[c].deprel in ("nmod", "compound", "amod") for c in reading.tree.children[token.i])
        known = form not in ("pair", "duo") or reading.tree.core(token.i)[0] == token.i - 1
        if not alone or governs or not known or tokens[token.i - 1].text.lower() in words("indefinite"):
            return []
        return _two_of(reading, token, ("person", "country"))
    counted = {tokens[c].text.lower() for c in reading.tree.children[token.i] if c < token.i}
    lemma = token.lemma.lower()
    both = counted & words("both")
    if both == {"two"} and not counted & {"the", "these", "those"} and _is_new(reading, token, lemma):
        return []  # "to send two men to trial": they are told of for the first time
    bare = token.xpos == "NNS" and counted == {"the"} and not reading.tree.all(token.i, *NARROWER)
    if lemma in SIDES and (both or bare):
        return [] if _of_a_thing(reading, token) else _sides(reading, token)
    if counted & {"these", "those"} and lemma not in STATES:
        return [] if reading.tree.all(token.i, *NARROWER) else _listed(reading, token)
    if not both:
        found = _holders_all(reading, token, counted)
        return found or (_two_told(reading, token) if bare and lemma in words("told of in pairs") else [])
    return _two_of(reading, token, ("country",) if lemma in STATES else ("person", "country"))


def _is_new(reading: Reading, token: Token, lemma: str) -> bool:
    """Tell whether "two" with a noun for persons opens no sentence and belongs to nobody."""
    owned = reading.tree.one(token.i, "nmod:poss") is not None
    first = reading.tree.sentences[reading.tree.sentence_of[token.i]].first
    return lemma not in STATES and not owned and reading.tree.core(token.i)[0] != first


def _of_a_thing(reading: Reading, token: Token) -> bool:
    """Tell whether the sides are those of a thing that lies between: "both sides of the river"."""
    lain = {reading.tokens[c].lemma.lower() for c in reading.tree.all(token.i, "nmod") if reading.tree.case(c) == "of"}
    return bool(lain & words("lies between"))


def _two_of(reading: Reading, token: Token, kinds: tuple[str, ...]) -> list[Referent]:
    owned = _of_two(reading, token)
    if owned and kinds == ("country",):
        return owned
    others = _others(reading, token) if kinds == ("country",) else frozenset()
    for kind in kinds:
        close = [r for _, r in near(reading, token, kind) if r.country not in others]
        if len(close) < 2 and kinds == ("country",):
            close = [r for _, r in reading.cast.latest(kind, since=0) if r.country not in others]
        if len(close) >= 2:
            if kind == "person" and len(close) > 2:
                told = _two(reading, token)
                return told[1] if told else _acting_together(reading, token) or close[:2][::-1]
            return close[:2][::-1]
    return _their_states(reading, token) if kinds == ("country",) else []


def _acting_together(reading: Reading, token: Token) -> list[Referent]:
    """Give the last two persons joined by "and" who were the subject of a clause, others told of after them or not."""
    tokens = reading.tokens
    for word, referent in near(reading, token, "person"):
        first = tokens[word].head
        if tokens[word].deprel != "conj" or tokens[first].deprel not in SUBJECTS or same_clause(reading, token, word):
            continue
        if len(reading.tree.all(first, "conj")) == 1:
            partner = [r for r in reading.cast.headed(first) if r.kind == "person" and r is not referent]
            if partner:
                return [partner[0], referent]
    return []


def _of_two(reading: Reading, token: Token) -> list[Referent]:
    """Read "their two countries" as the states of the two who are spoken of."""
    owner = reading.tree.one(token.i, "nmod:poss")
    owners = reading.cast.headed(owner) if owner is not None else []
    states = dict.fromkeys(r.country for r in owners if r.country)
    return [reading.state(country) for country in states] if len(states) == 2 else []


def _sides(reading: Reading, token: Token) -> list[Referent]:
    """Read "both sides", "the two delegations" as those of whom most was told so far, each of another state."""
    met = _met(reading)
    if len(met) == 2:
        return met
    told: dict[str, tuple[int, int, Referent]] = {}
    others = _others(reading, token)
    for word, referent in reading.cast.latest(*SIDED, since=0):
        side = referent.country or referent.name
        if side in others:
            continue
        known = told.get(side)
        weight = (known[0] if known else 0) + referent.spoken
        best = min((known[2], referent), key=_standing) if known else referent
        told[side] = (weight, max(word, known[1] if known else 0), best)
    rows = sorted(told.values(), key=lambda row: row[:2], reverse=True)
    if len(rows) < 2 or (len(rows) > 2 and rows[1][0] == rows[2][0]):
        return _two_of(reading, token, ("country", "person"))
    return [row[2] for row in sorted(rows[:2], key=lambda row: row[1])]


def _others(reading: Reading, token: Token) -> frozenset[str]:
    """Give the states and unions that do something to two: who asks both sides to talk is neither of them."""
    found: set[str] = set()
    below = token.i
    for above in reading.tree.ancestors(token.i):
        joined = reading.tokens[below].deprel == "conj"
        subject = None if joined else reading.tree.one(above, *SUBJECTS)
        if subject is not None and subject != below:
            words = (subject, *reading.tree.all(subject, "conj"))
            doers = (r for word in words for r in reading.cast.headed(word) if r.kind in ("country", "organisation"))
            found.update(r.country or r.name for r in doers)
        below = above
    return frozenset(found)


def _standing(referent: Referent) -> int:
    return SIDED.index(referent.kind)


def _their_states(reading: Reading, token: Token) -> list[Referent]:
    """Read "the two countries" as those of the last two persons, where fewer than two states were named."""
    others = _others(reading, token)
    states = dict.fromkeys(r.country for _, r in near(reading, token, "person", "country") if r.country)
    states = {country: None for country in states if country not in others}
    return [reading.state(country) for country in list(states)[:2][::-1]] if len(states) >= 2 else []


def _holders_all(reading: Reading, token: Token, before: set[str]) -> list[Referent]:
    """Read "the secretaries", "the ministers" as all persons of the report who bear that title."""
    if token.xpos not in ("NNS", "NNPS") or not ("the" in before or _is_bare_title(reading, token)):
        return []
    own = {token.lemma.lower(), *before} - {"the", "and", "both"}
    persons = [r for _, r in reading.cast.latest("person")][::-1]
    persons = persons or [member for member in reading.cast.members if member.kind == "person"]
    bearers = [r for r in persons if any(own <= set(t.split()) for t in (*r.titles, r.office or ""))]
    return bearers if 2 <= len(bearers) <= MOST_HOLDERS else []


def _listed(reading: Reading, token: Token) -> list[Referent]:
    """Read "these individuals" as the persons whom a word together, or the last list, means."""
    if _called_so(reading, token):
        return []
    told: dict[int, dict[int, Referent]] = {}
    for word, referent in near(reading, token, "person"):
        together = [r for r in reading.cast.headed(word) if r.kind == "person"]
        if len(together) > 1:
            return together
        told.setdefault(reading.tree.sentence_of[word], {})[word] = referent
    for _, persons in sorted(told.items(), reverse=True):
        lists = list(joined_lists(reading, persons))
        if lists:
            return max(lists, key=len)
    return []


def _called_so(reading: Reading, token: Token) -> bool:
    """Tell whether the report spoke of a group by that noun before."""
    lemma = token.lemma.lower()
    return any(m.kind == "group" and m.plural and m.label.endswith(lemma) for m in reading.cast.members)


def _two_told(reading: Reading, token: Token) -> list[Referent]:
    """Read "the leaders" as the two persons last told of, where no others were called so before."""
    told = _two(reading, token) if token.deprel in (*SUBJECTS, "obj") and not _called_so(reading, token) else None
    return told[1] if told else []


def _is_bare_title(reading: Reading, token: Token) -> bool:
    """Tell whether a plural title stands without an article as releases write it: "Ministers discussed the crisis"."""
    first = reading.tree.core(token.i)[0]
    opening = reading.tree.sentences[reading.tree.sentence_of[token.i]].first == first
    return token.text[0].isupper() and token.deprel in (*SUBJECTS, "conj") and (opening or token.deprel == "conj")


def _joined(reading: Reading, token: Token) -> tuple[int, list[Referent]] | None:
    """Find the last persons or states joined by "and", or met, called or talked "with" each other."""
    tokens = reading.tokens
    for word, referent in near(reading, token, "person", "country"):
        if len(reading.cast.headed(word)) > 1 and (tokens[word].upos == "PRON" or tokens[word].lemma.lower() in SIDES):
            return word, list(reading.cast.headed(word))
        partner = _partner(reading, word)
        if partner is None or same_clause(reading, token, partner):
            continue
        first = [r for r in reading.cast.headed(partner) if r.kind == referent.kind and r is not referent]
        if first:
            return word, [first[0], referent]
        if tokens[word].is_root:
            return None
    return None


def _partner(reading: Reading, word: int) -> int | None:
    token = reading.tokens[word]
    if token.deprel == "conj":
        return token.head
    together = token.deprel == "obl" and reading.tree.case(word) == "with"
    if together or (token.deprel == "obj" and reading.tokens[token.head].lemma in words("meeting")):
        return reading.tree.subject(token.head)
    return None
