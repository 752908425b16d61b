"""Finds out whom a pronoun means, by what was spoken of last; simple rules that leave the unclear alone."""

from collections.abc import Callable, Mapping
from functools import cache

from dragoman.knowledge.actors import words
from dragoman.model import Token
from dragoman.stages.actors.antecedents import candidates, reaches_to, same_clause, signs
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.reading import Reading

SURE = 2.0
"""By how much the best must be ahead for its gender to count as known."""

PAIR, PAIR_HEADS = words("pair"), words("pair head")
STATES = frozenset({"country", "nation", "state", "government", "side", "delegation", "capital", "ally"})
MOST_HOLDERS = 4
PLURALS = ("group", "armed_group", "country", "organisation", "government_body")
SINGLE = ("country", "organisation", "government_body", "armed_group")


def read_pronoun(reading: Reading, i: int) -> list[Referent]:
    """Say whom the pronoun at word i means, and note the mention.

    Args:
        reading: the report being read.
        i: index of a word.

    Returns:
        The referents: one, two for "the two", none where it is no pronoun or nobody is near enough.
    """
    token = reading.tokens[i]
    form = token.text.lower()
    found: list[Referent] = []
    first, last = i, i + 1
    if token.upos in ("PRON", "DET"):
        found = _meant(reading, token, form)
    if not found and (form in PAIR or token.lemma.lower() in PAIR_HEADS):
        found = _pair(reading, token)
        first, last = reading.tree.core(i)
    for referent in found:
        reading.mention(referent, first, last, i, form="pronoun", reason=f"{form!r}, last spoken of")
    return found


def _meant(reading: Reading, token: Token, form: str) -> list[Referent]:
    read = _readers().get(form)
    if token.xpos in ("WP", "WDT", "WP$") and read in (None, _speaker):
        return _antecedent(reading, token)
    return read(reading, token, form) if read is not None else []


@cache
def _readers() -> Mapping[str, Callable[[Reading, Token, str], list[Referent]]]:
    """Give for each pronoun what reads it; of two classes the one asked first counts."""
    classes = (
        ("singular person pronoun", _person),
        ("plural pronoun", _several),
        ("neuter pronoun", _thing),
        ("speaker pronoun", _speaker),
        ("group speaker pronoun", _speaker),
    )
    return {form: read for name, read in reversed(classes) for form in words(name)}


def _speaker(reading: Reading, token: Token, form: str) -> list[Referent]:
    """Read "I" and "we" outside quotation marks; inside them they wait for the quote's speaker."""
    if reading.quoted[token.i] or reading.voices is None:
        return []
    speaker = reading.voices.at(token.start)
    if form in words("speaker pronoun"):
        return [speaker] if speaker is not None else []
    state = speaker.country if speaker is not None and speaker.country else reading.voices.state
    if state is not None:
        return [reading.state(state)]
    return [speaker] if speaker is not None else []


def _antecedent(reading: Reading, token: Token) -> list[Referent]:
    """Read "who" and "which" as what their clause describes."""
    for above in (token.i, *reading.tree.ancestors(token.i)):
        if reading.tokens[above].deprel == "acl:relcl":
            return list(reading.cast.headed(reading.tokens[above].head))
    return []


def _person(reading: Reading, token: Token, form: str) -> list[Referent]:
    """Read "he" and "she" as the likeliest person; their gender is known from then on where it was a clear choice."""
    gender = "f" if form in words("feminine") else "m"
    found = candidates(reading, token, gender)
    if not found:
        return []
    told = [(candidate, signs(reading, token, candidate, gender)) for candidate in found]
    if reading.watch is not None:
        reading.watch(token, [(candidate.referent, own) for candidate, own in told])
    scored = [(weigh(reading.weights, own), -candidate.rank, candidate) for candidate, own in told]
    best = max(scored, key=lambda entry: entry[:2])
    others = [entry[0] for entry in scored if entry is not best]
    if not others or best[0] - max(others) >= SURE:
        best[2].referent.gender = gender
    reading.meant[gender] = best[2].referent
    return [best[2].referent]


def weigh(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """Sum up what speaks for and against a candidate."""
    weight = weights.get
    return sum([weight(name, 0.0) * value for name, value in found.items()])


def _several(reading: Reading, token: Token, _form: str) -> list[Referent]:
    """Read "they" as several spoken of as one, as two who met, as a body that is the subject nearby."""
    near = [(w, r) for w, r in _near(reading, token, *PLURALS) if not same_clause(reading, token, w)]
    groups = [(w, r) for w, r in near if r.plural and r.kind != "country"]
    bodies = [(w, r) for w, r in near if reading.tokens[w].deprel in SUBJECTS and _lasting(reading, token, w, r)]
    best = max(groups or bodies, key=lambda pair: _salience(reading, token, pair[0]), default=None)
    joined = _joined(reading, token) or _two(reading, token)
    if joined and (best is None or best[0] < joined[0] or reading.tokens[best[0]].deprel not in SUBJECTS):
        return joined[1]
    return [best[1]] if best is not None else []


def _lasting(reading: Reading, token: Token, word: int, referent: Referent) -> bool:
    """Tell whether "they" may mean a body told as one: states and fighters from afar, a firm in its own sentence."""
    here = reading.tree.sentence_of[word] == reading.tree.sentence_of[token.i]
    return here or referent.kind in ("country", "armed_group")


def _two(reading: Reading, token: Token) -> tuple[int, list[Referent]] | None:
    """Find the two persons of the last clause or sentence that tells of just two, one of them its subject."""
    told: dict[int, list[tuple[int, Referent]]] = {}
    for word, referent in _near(reading, token, "person"):
        told.setdefault(reading.tree.sentence_of[word], []).append((word, referent))
    for sentence, persons in sorted(told.items(), reverse=True):
        acting = any(_acts_in(reading, sentence, referent) for _, referent in persons)
        if len(persons) == 2 and acting and not any(same_clause(reading, token, w) for w, _ in persons):
            return max(w for w, _ in persons), [r for _, r in sorted(persons, key=lambda pair: pair[0])]
    return None


def _acts_in(reading: Reading, sentence: int, referent: Referent) -> bool:
    here = (m.head for m in reversed(referent.mentions) if reading.tree.sentence_of[m.head] == sentence)
    return any(reading.tokens[head].deprel in SUBJECTS for head in here)


def _thing(reading: Reading, token: Token, form: str) -> list[Referent]:
    """Read "it" and "its" as a body or state only where one is the subject nearby."""
    clausal = ("csubj", "ccomp") if reading.tokens[token.head].upos == "ADJ" else ("csubj",)
    if token.deprel == "expl" or reading.tree.one(token.head, *clausal) is not None:
        return []
    near = [(w, r) for w, r in _near(reading, token, *SINGLE) if not same_clause(reading, token, w)]
    subjects = [(w, r) for w, r in near if reading.tokens[w].deprel in SUBJECTS or form == "its"]
    return [max(subjects, key=lambda pair: _salience(reading, token, pair[0]))[1]] if subjects else []


def _pair(reading: Reading, token: Token) -> list[Referent]:
    """Read "the two", "both sides", "the two leaders": the last two of one kind."""
    tokens = reading.tokens
    form = token.text.lower()
    if form in words("pair"):
        alone = token.deprel in (*SUBJECTS, "obj", "obl", "nmod", "obl:agent", "nmod:poss")
        governs = any(tokens[c].deprel in ("nmod", "compound") for c in reading.tree.children[token.i])
        if not alone or governs or form == "pair":
            return []
        kinds: tuple[str, ...] = ("person", "country")
    else:
        counted = {tokens[c].text.lower() for c in reading.tree.children[token.i] if c < token.i}
        if counted & words("both"):
            kinds = ("person", "country") if token.lemma.lower() not in STATES else ("country",)
        else:
            return _holders_all(reading, token, counted)
    for kind in kinds:
        near = [r for _, r in _near(reading, token, kind)]
        if len(near) >= 2:
            return near[:2][::-1]
    return _their_states(reading, token) if kinds == ("country",) else []


def _their_states(reading: Reading, token: Token) -> list[Referent]:
    """Read "the two countries" as those of the last two persons, where fewer than two states were named."""
    states = dict.fromkeys(r.country for _, r in _near(reading, token, "person", "country") if r.country)
    return [reading.state(country) for country in list(states)[:2][::-1]] if len(states) >= 2 else []


def _holders_all(reading: Reading, token: Token, before: set[str]) -> list[Referent]:
    """Read "the secretaries", "the ministers" as all persons of the report who bear that title."""
    if token.xpos not in ("NNS", "NNPS") or "the" not in before:
        return []
    title = token.lemma.lower()
    bearers = [r for _, r in reading.cast.latest("person") if any(title in t.split() for t in r.titles)]
    return bearers[::-1] if 2 <= len(bearers) <= MOST_HOLDERS else []


def _joined(reading: Reading, token: Token) -> tuple[int, list[Referent]] | None:
    """Find the last persons or states joined by "and", or met, called or talked "with" each other."""
    tokens = reading.tokens
    for word, referent in _near(reading, token, "person", "country"):
        if len(reading.cast.headed(word)) > 1 and reading.tokens[word].upos == "PRON":
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


def _near(reading: Reading, token: Token, *kinds: str) -> list[tuple[int, Referent]]:
    return list(reading.cast.latest(*kinds, since=reaches_to(reading, token)))


def _salience(reading: Reading, token: Token, word: int) -> float:
    """Weigh a candidate: near, subject, and for a subject pronoun the subject of the sentence before."""
    tokens = reading.tokens
    apart = reading.tree.sentence_of[token.i] - reading.tree.sentence_of[word]
    subject = tokens[word].deprel in SUBJECTS
    main = tokens[tokens[word].head].is_root
    possessor = tokens[word].deprel in ("nmod:poss", "compound", "nmod")
    return 3.0 * subject + 1.0 * (subject and main) - 2.0 * apart - 1.5 * possessor + word / (token.i + 1)
