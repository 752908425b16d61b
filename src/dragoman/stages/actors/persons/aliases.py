"""Takes two names of one person for one: "Jan Novak, also known as Abu Karlo", "Novak (a.k.a. the Tailor)"."""

from dragoman.knowledge.actors import words
from dragoman.model import ActorMention
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading

OPENING = frozenset({",", "("})
CLOSING = frozenset({",", ")", "–", "—"})
"""What ends an aside: who is joined behind it is somebody else ("Novak, known as the Tailor, and Kovac")."""
QUOTES = frozenset({'"', "“", "'", "‘", "``"})


def join_aliases(reading: Reading) -> None:
    """Join those named by another name right behind somebody's name to these.

    Args:
        reading: a report whose persons are named; its cast is changed.
    """
    named = [(m, r) for r in reading.cast.members if r.kind == "person" for m in r.mentions if m.form == "name"]
    ends: dict[int, Referent] = {}
    for mention, person in named:
        ends.setdefault(mention.last, person)
    heads = {mention.head: person for mention, person in named}
    for mention, other in named:
        before = _name_before(reading, mention)
        bearer = ends.get(before) if before is not None else None
        if bearer is None:
            continue
        closed = mention.last < len(reading.tokens) and reading.tokens[mention.last].text in CLOSING
        joined = () if closed else (heads[c] for c in reading.tree.all(mention.head, "conj") if c in heads)
        for alias in (other, *joined):
            if alias is not bearer and alias.key is None and alias.mentions:
                reading.cast.join(alias, bearer, "another name of theirs")


def _name_before(reading: Reading, mention: ActorMention) -> int | None:
    """Give the word after the name before words that say that another name follows, None where none do."""
    at = mention.first
    text = [token.text.lower() for token in reading.tokens[max(at - 5, 0) : at]]
    if text and text[-1] in QUOTES:
        text.pop()
    if text[-2:] == ["known", "as"]:
        text = text[:-2]
    elif text and text[-1] in words("alias"):
        text.pop()
    else:
        return None
    if text and text[-1] in words("also"):
        text.pop()
    return max(at - 5, 0) + len(text) - 1 if text and text[-1] in OPENING else None
