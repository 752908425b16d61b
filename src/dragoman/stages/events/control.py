"""Tells whether the object of a verb does what the clause under that verb tells: "urged Chad to leave", "blamed Chad
for leaving"."""

from collections.abc import Mapping, Sequence, Set

from dragoman.knowledge.actors import nouns

SUBJECT_CONTROL = frozenset(("promise", "vow", "threaten", "pledge", "agree", "swear", "offer", "join", "use"))
OBJECT_CONTROL = frozenset(
    "urge ask press tell force order call push persuade convince encourage allow invite warn want help compel".split()  # noqa: SIM905
)
SENDING = frozenset(("send", "dispatch"))
"""Verbs by which somebody has another do something in his place."""
JUDGING = frozenset(
    (  # noqa: SIM905
        "accuse suspect blame condemn criticise criticize denounce rebuke reproach chide fault punish sentence convict "
        "charge indict arrest detain jail imprison fine sanction praise thank commend applaud congratulate"
    ).split()
)
"""Verbs that say what somebody gets for a deed of his own."""
CALLING = {"call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "prevail": ("on", "upon")}
"""Verbs by which somebody is told to act, with the prepositions behind which he stands."""
FOR_A_DEED = frozenset(("for", "of"))


def object_does(marks: Set[str], verb: str, thing: str, *, named: bool) -> bool:
    """Tell whether the object of a verb is the doer of an adverbial clause.

    Args:
        marks: the words that open the clause, in lower case.
        verb: lemma of the verb.
        thing: lemma of its object.
        named: whether the object is a name or a pronoun.
    """
    if "to" in marks:
        return verb in OBJECT_CONTROL or (verb in SENDING and (named or nouns().find(thing) is not None))
    return verb in JUDGING and not marks.isdisjoint(FOR_A_DEED)


def addressed(cases: Mapping[int, Set[str]], tied: Sequence[int], verb: str) -> int | None:
    """Give the word for whom a verb tells to do what a clause says ("called on Chad to leave"), None where it does not.

    Args:
        cases: the prepositions of words.
        tied: indices of the words that are tied to the verb by prepositions.
        verb: lemma of the verb.
    """
    asked = CALLING.get(verb)
    if asked is None:
        return None
    return next((word for word in tied if not cases.get(word, frozenset()).isdisjoint(asked)), None)
