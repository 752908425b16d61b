"""Reads the name of a state before a title as part of it: "Republic of Fiji (ROF) Foreign Minister Malik"."""

from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.states.forms import StateForm

BETWEEN = 2
"""How many words may stand between the name and the title that was read ("First", "Acting")."""
TITLED = ("ADJ", "NOUN", "PROPN")


def presented(reading: Reading, form: StateForm) -> bool:
    """Tell whether a state's name only says whose office somebody holds, and give that person its words if so.

    Args:
        reading: the report being read.
        form: the name of the state, of more than one word.
    """
    if form.kind != "name" or form.last - form.first < BETWEEN:
        return False
    first = _behind_bracket(reading, form.last)
    found = _person(reading, form, first)
    if found is None:
        return False
    person, last = found
    reading.mention(person, form.first, last, form.head, form="titled", reason="named with the state of the office")
    return True


def _behind_bracket(reading: Reading, last: int) -> int:
    """Pass over the short form of a name in brackets ("(ROK)")."""
    tokens = reading.tokens
    bracketed = last + 2 < len(tokens) and tokens[last].text == "(" and tokens[last + 2].text == ")"
    return last + 3 if bracketed and last + 1 in reading.states else last


def _person(reading: Reading, form: StateForm, first: int) -> tuple[Referent, int] | None:
    """Find the titled person whose words follow, unless the name of the state hangs below them already."""
    at = _named(reading, form, first)
    if at is None:
        return None
    for person in reading.cast.members:
        for mention in person.mentions if person.kind == "person" else ():
            if mention.form == "titled" and form.first < mention.first <= at < mention.last:
                below = mention.head in reading.tree.ancestors(form.head)
                return None if below else (person, mention.last)
    return None


def _named(reading: Reading, form: StateForm, first: int) -> int | None:
    """Give the word of a title and name that follow at once or after a word or two of the title."""
    for i in range(first, min(first + BETWEEN + 1, len(reading.tokens))):
        inside = reading.tree.sentence_of[i] == reading.tree.sentence_of[form.head]
        if not inside or reading.tokens[i].upos not in TITLED:
            return None
        if reading.named[i]:
            return i
    return None
