"""Says what speaks for and against a person as the one whom "he" or "she" means."""

from itertools import islice
from math import log2

from dragoman.knowledge.actors import words
from dragoman.knowledge.given_names import gender_of
from dragoman.model import Token
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.pointing.antecedents import REACH, Candidate, form_of
from dragoman.stages.actors.pointing.clauses import Asked, head_of_name, place_of, says, stands_at
from dragoman.stages.actors.reading import Reading

HIGHEST = 40
"""How far up a tree it matters what stands there."""

BACK = 6
"""How many mentions of somebody in the sentences before, the last first, are looked at."""

BY_DISTANCE = ("mentions", "mentions before", "same as before", "opens the report", "most named", "others since")
"""Signs that weigh more or less with the sentences between."""


def signs(reading: Reading, asked: Asked, candidate: Candidate) -> dict[str, float]:
    """Give what speaks for or against a candidate, by name; the weights stand in a table.

    Args:
        reading: the report being read.
        asked: the pronoun.
        candidate: whom it may mean.
    """
    token, word, referent = asked.token, reading.tokens[candidate.word], candidate.referent
    when = f"{min(asked.sentence - reading.tree.sentence_of[word.i], 3)} back" if word.i < token.i else "ahead"
    found = _anywhere(reading, asked, candidate, when)
    found |= _before(reading, asked, word, referent, when) if word.i < token.i else _behind(reading, asked, word)
    found |= _told_of_it(reading, asked, referent)
    found |= _first_name(referent.name, asked.gender) if not referent.gender and referent.kind == "person" else {}
    found |= {f"{name}, {when}": found[name] for name in BY_DISTANCE if found.get(name)}
    return {name: value for name, value in found.items() if value}


def _anywhere(reading: Reading, asked: Asked, candidate: Candidate, when: str) -> dict[str, float]:
    """Weigh how somebody was spoken of last or next, and how often."""
    word, referent, kind = reading.tokens[candidate.word], candidate.referent, asked.kind
    place = place_of(head_of_name(reading, word.i))
    again = float(reading.meant.get(asked.gender) is referent)
    form = form_of(word)
    group = referent.kind == "group"
    return {
        when: 1.0,
        f"{kind} for {place}": 1.0,
        f"{place} {when}": 1.0,
        f"{kind} {when}": 1.0,
        f"{kind} for {place} {when}": 1.0,
        f"by {form}": 1.0,
        f"by {form}, {when}": 1.0,
        "beside a name": float(word.deprel == "appos"),
        "others since": min(candidate.rank, 6),
        f"{min(candidate.rank, 4)} others since": 1.0,
        "mentions before": log2(1 + referent.spoken),
        "mentions": log2(1 + len(referent.mentions)),
        "gender said": float(bool(referent.gender)),
        "same as before": again,
        f"same as before, {kind}": again,
        "a group": float(group),
        "a group, collective": float(group and word.lemma.lower() in words("collective")),
        "a group, a or an": float(group and _is_indefinite(reading, word.i)),
        f"a group, {when}": float(group),
        "its own doer": float(stands_at(reading, referent, asked.doer)),
        "only spoken of in the speech": float(reading.quoted[word.i] and not reading.quoted[asked.token.i]),
        "most named": float(len(referent.mentions) == reading.most_named),
    }


def _before(reading: Reading, asked: Asked, word: Token, referent: Referent, when: str) -> dict[str, float]:
    """Weigh where somebody stood in the clauses and sentences before."""
    tokens, tree, token, kind = reading.tokens, reading.tree, asked.token, asked.kind
    main = float(tokens[word.head].is_root)
    commanding = float(word.deprel in SUBJECTS and word.head in islice(tree.ancestors(token.i), HIGHEST))
    elsewhere = float(word.start < asked.paragraph)
    found = {
        "main clause": main,
        f"main clause, {kind}, {when}": main,
        "commanding": commanding,
        f"commanding, {kind}": commanding,
        "near": 1.0 / (token.i - word.i),
        "opens the report": float(referent.since >= 0 and tree.sentence_of[referent.since] == 0),
        "clause before": float(_leads(reading, word, token)),
        "other paragraph": elsewhere,
        f"other paragraph, {kind}, {when}": elsewhere,
    }
    above = _clauses(reading, word, token)
    if above:
        found[f"{kind}, {min(above, 3)} clauses up"] = 1.0
    return found | _lately(reading, asked, referent)


def _lately(reading: Reading, asked: Asked, referent: Referent) -> dict[str, float]:
    """Weigh what somebody was in each of the last sentences, by whichever of the words for him there says most."""
    tokens, sentence_of = reading.tokens, reading.tree.sentence_of
    found: dict[str, float] = {}
    speaking = says(reading, asked.token)
    for head in _heads(asked, referent):
        apart = asked.sentence - sentence_of[head]
        if apart > REACH:
            continue
        stands = head_of_name(reading, head)
        if stands.deprel in SUBJECTS:
            role = "led" if tokens[stands.head].is_root else "a subject"
            found[f"{role}, {apart} back"] = found[f"{asked.kind}, {role}, {apart} back"] = 1.0
            if speaking and stands.head != asked.token.head and says(reading, stands):
                found["speaks again"] = found[f"speaks again, {apart} back"] = 1.0
        if tokens[head].upos == "PROPN":
            found[f"named, {apart} back"] = 1.0
        if apart == 0 and reading.quoted[head] and not reading.quoted[asked.token.i]:
            found[f"in the speech, by {form_of(tokens[head])}"] = 1.0
    return found


def _heads(asked: Asked, referent: Referent) -> list[int]:
    """Give the last words for somebody before a pronoun."""
    return sorted(mention.head for mention in referent.mentions if mention.head < asked.token.i)[-BACK:]


def _behind(reading: Reading, asked: Asked, word: Token) -> dict[str, float]:
    """Weigh somebody named behind a pronoun: "In his speech Novak said"."""
    fronted = word.deprel in SUBJECTS and word.head in islice(reading.tree.ancestors(asked.token.i), HIGHEST)
    return {"fronted": float(fronted)}


def _told_of_it(reading: Reading, asked: Asked, referent: Referent) -> dict[str, float]:
    """Weigh whether somebody is told of it, or had something done to him by the same."""
    tied = {
        "is told of it": (asked.told,),
        "had the same done to it": asked.partners,
    }
    return {name: float(any(stands_at(reading, referent, word) for word in at)) for name, at in tied.items()}


def _first_name(name: str, gender: str) -> dict[str, float]:
    """Give what a first name says of the gender of its bearer; one word alone may be a surname."""
    first, _, rest = name.partition(" ")
    whole = "first name" if rest else "name of one word"
    known = gender_of(first)
    if known:
        return {f"{whole} {'agrees' if known == gender else 'differs'}": 1.0}
    return {f"{gender}: {whole} in -{first[-1].lower()}": 1.0}


def _is_indefinite(reading: Reading, word: int) -> bool:
    """Tell whether a noun is first told of by it: "a farmer said"."""
    return any(reading.tokens[i].text.lower() in ("a", "an") for i in reading.tree.all(word, "det"))


def _leads(reading: Reading, word: Token, token: Token) -> bool:
    """Tell whether a word is the subject of the clause that the pronoun's clause is joined to."""
    above = reading.tokens[token.head]
    return word.deprel in SUBJECTS and above.deprel in ("conj", "advcl", "parataxis") and above.head == word.head


def _clauses(reading: Reading, word: Token, token: Token) -> int:
    """Count the clauses from a pronoun up to the one whose subject a word is, 0 where it is none of them."""
    if word.deprel not in SUBJECTS:
        return 0
    clauses = 0
    for above in islice(reading.tree.ancestors(token.i), HIGHEST):
        clauses += reading.tree.one(above, *SUBJECTS) is not None
        if above == word.head:
            return clauses
    return 0
