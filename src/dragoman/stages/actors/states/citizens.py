"""Reads one person told by his state alone: "the Chilean, Jan Novak", "a Chilean was shot", "Chile's, Jan Novak"."""

from dragoman.model import Token
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.phrases import SUBJECTS
from dragoman.stages.actors.pointing.antecedents import near
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.states.forms import StateForm, find

PLACES = (*SUBJECTS, "obj", "iobj", "obl", "obl:agent", "nmod:poss", "nmod", "root")
NARROWER = ("amod", "compound", "nmod", "acl", "acl:relcl", "flat")


def read_citizen(reading: Reading, form: StateForm) -> Referent | None:
    """Read a state's adjective or name that stands for one of its people, and note the mention.

    Args:
        reading: the report being read.
        form: the words that name the state.

    Returns:
        The person; None where the words mean the state, or all of its people.
    """
    token = reading.tokens[form.head]
    if token.deprel not in PLACES or form.last - form.first != 1:
        return None
    article = reading.tokens[form.first - 1].text.lower() if form.first else ""
    one = _is_one(token, form) and article in ("the", "a", "an")
    if not one and not _stands_for_office(reading, token, form):
        return None
    person = _named_behind(reading, token)
    if person is None and article == "the":
        person = next((r for _, r in near(reading, token, "person") if r.country == form.iso3), None)
    if person is None and article in ("a", "an") and not reading.tree.all(token.i, *NARROWER):
        person = reading.cast.add(Referent(name=token.text, kind="group", country=form.iso3, sector="CVL"))
    if person is not None:
        person.country = person.country or form.iso3
        first, last = (form.first - 1, form.last) if one else (form.first, form.last + 1)
        reading.mention(person, first, last, form.head, form="title", reason="one of a state's people")
    return person


def _is_one(token: Token, form: StateForm) -> bool:
    """Tell whether an adjective is a noun for one person, as is said by its plural: "a Serb", but "the Swiss"."""
    noun = form.kind in ("demonym", "people") and token.xpos in ("NN", "NNP")
    return noun and find(f"{token.text}s") is not None


def _stands_for_office(reading: Reading, token: Token, form: StateForm) -> bool:
    """Tell whether a state's name stands for somebody of it whose office was told: "met Chile's, Jan Novak"."""
    return form.kind == "name" and token.deprel != "nmod:poss" and reading.tree.one(token.i, "case") == form.last


def _named_behind(reading: Reading, token: Token) -> Referent | None:
    appositions = reading.tree.all(token.i, "appos")
    return next((r for c in appositions for r in reading.cast.headed(c) if r.kind == "person"), None)
