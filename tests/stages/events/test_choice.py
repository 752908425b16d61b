"""How many of those who may have taken part are taken."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Document, Sighting
from dragoman.stages.events import Events
from dragoman.stages.events.arguments import Casting
from dragoman.stages.events.choice import how_many
from dragoman.stages.events.seen_roles import role_amounts, seen_roles

Read = Callable[..., Document]

NEARLY = st.lists(st.floats(0.0, 1.0), max_size=9).map(lambda shares: sorted(shares, reverse=True))


def test_the_sure_one_is_taken_alone() -> None:
    """Who hardly took part is left out beside him."""
    assert how_many([0.95, 0.1], 1.0) == 1


def test_of_two_as_likely_to_be_the_one_both_are_taken() -> None:
    """One right of two is right by half."""
    assert how_many([0.5, 0.45], 1.0) == 2


def test_nobody_is_taken_where_nobody_is_likely() -> None:
    """An open role stays open."""
    assert how_many([0.2, 0.1], 1.0) == 0
    assert how_many([], 0.2) == 0


def test_a_role_that_is_hardly_ever_empty_is_filled_by_a_guess() -> None:
    """Somebody must have done it."""
    assert how_many([0.2, 0.1], 0.2) > 0


@given(NEARLY)
def test_who_is_surer_is_never_left_out_for_another(shares: list[float]) -> None:
    """A number says it all, since the likeliest come first; it is no more than there are."""
    assert 0 <= how_many(shares, 0.5) <= len(shares)


@given(st.floats(0.0, 1.0), st.floats(0.05, 1.0))
def test_one_alone_is_taken_where_he_is_likelier_than_nobody(share: float, nobody: float) -> None:
    """With a single name there is nothing else to weigh."""
    assert how_many([share], nobody) == int(share > (1.0 - share) * nobody)


def seen(document: Document, word: str, **arguments: str) -> Sighting:
    at = {token.text: token.i for token in document.tokens}
    return Sighting(
        token=at[word],
        types=(("ACCUSE", 0.9),),
        statuses=(("actual", 0.9),),
        arguments=tuple((role, at[text], 0.8) for role, text in arguments.items()),
    )


def test_the_tagger_sees_an_actor_by_any_of_his_words(report: Read) -> None:
    """Who stands at the word is asked of the report's cast."""
    document = report("Kenya blamed Sudan for the raid on Monday.")
    reading = Events(coder="frames").read(document)
    casting: Casting = reading.casting
    names = {actor.id: actor.name for actor in document.actors}
    found = seen_roles(casting, seen(document, "blamed", actor="Kenya", recipient="Sudan", date="Monday"))
    assert {names[one]: roles for one, roles in found.items()} == {
        "Kenya": {"actor": 0.8},
        "Sudan": {"recipient": 0.8},
    }


def test_what_the_tagger_sees_in_a_word_that_names_nobody_counts_for_nobody(report: Read) -> None:
    """A raid is no participant."""
    document = report("Kenya blamed Sudan for the raid on Monday.")
    casting = Events(coder="frames").read(document).casting
    assert seen_roles(casting, seen(document, "blamed", recipient="raid")) == {}


def test_of_another_sentence_the_tagger_says_nothing() -> None:
    """Only the odds by the signs count there."""
    assert role_amounts("actor", 1.5, {}, here=False, given=False) == {"actor signs": 1.5, "actor elsewhere": 1.0}


def test_being_seen_weighs_apart_where_a_frame_sees_him_too() -> None:
    """The two say much the same then."""
    free = role_amounts("actor", 0.0, {"actor": 0.9}, here=True, given=False)
    bound = role_amounts("actor", 0.0, {"actor": 0.9}, here=True, given=True)
    assert not (free.keys() & bound.keys()) - {"actor signs"}


def test_being_seen_in_a_role_weighs_more_than_not_being_seen(report: Read) -> None:
    """The sentence names two, and the tagger says which of them is blamed."""
    document = report("Kenya and Chad saw Sudan blamed for the raid on Monday.")
    blamed = replace(document.analysis, sightings=(seen(document, "blamed", actor="Chad", recipient="Sudan"),))
    events = Events()(replace(document, analysis=blamed))
    names = {actor.id: actor.name for actor in document.actors}
    assert all("Chad" in {names[i] for i in event.actors} for event in events if event.type == "ACCUSE")
