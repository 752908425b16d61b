"""Which actors of a report are listed, and how likely a reader lists them."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from dragoman.export.listing_signs import signs_of
from dragoman.export.salience import listed, saliences, taking_part
from dragoman.model import (
    Actor,
    ActorMention,
    Analysis,
    Article,
    Document,
    OffsetMap,
    Quote,
    Sentence,
    Sighting,
    Span,
    Token,
)

TEXT = "Roe met Leo ."


def token(i: int, start: int, text: str, upos: str, head: int, deprel: str) -> Token:
    return Token(
        i=i, start=start, end=start + len(text), text=text, lemma=text.lower(), upos=upos, xpos="", head=head,
        deprel=deprel,
    )  # fmt: skip


TOKENS = (
    token(0, 0, "Roe", "PROPN", 1, "nsubj"),
    token(1, 4, "met", "VERB", 1, "root"),
    token(2, 8, "Leo", "PROPN", 1, "obj"),
    token(3, 12, ".", "PUNCT", 1, "punct"),
)


def actor(name: str, word: int, reason: str = "named") -> Actor:
    span = Span.of(TEXT, TOKENS[word].start, TOKENS[word].end)
    mention = ActorMention(span=span, first=word, last=word + 1, head=word, form="name", reason=reason)
    return Actor(id=f"p:{name.lower()}", name=name, kind="person", mentions=(mention,))


def document(*actors: Actor, quotes: tuple[Quote, ...] = (), title: str | None = None) -> Document:
    article = Article(id="r", title=title, text=TEXT, raw=TEXT, offsets=OffsetMap.whole(TEXT))
    sentence = Sentence(i=0, first=0, last=4, start=0, end=len(TEXT), root=1)
    analysis = Analysis(tokens=TOKENS, sentences=(sentence,), names=())
    layers = {"names": (), "times": (), "places": (), "actors": actors, "quotes": quotes, "events": ()}
    return Document(article=article, analysis=analysis, layers=layers)


def test_whoever_speaks_is_listed_however_unlikely() -> None:
    """What refers to an actor keeps it."""
    quiet = actor("Leo", 2, reason="named as a place")
    said = Quote(id="q", span=Span.of(TEXT, 0, 3), speaker=quiet.id)
    assert quiet in listed(document(quiet, quotes=(said,)))
    assert taking_part(document(quiet, quotes=(said,))) == {quiet.id}


def test_a_state_that_is_only_a_place_is_not_listed() -> None:
    """Nothing that is only somewhere takes part."""
    state = replace(actor("Peru", 2, reason="named as a place"), kind="country", country="PER")
    assert listed(document(state)) == ()


def test_the_subject_of_an_act_is_likelier_than_a_place() -> None:
    """Who does something counts more than where."""
    roe, place = actor("Roe", 0), actor("Leo", 2, reason="named as a place")
    likely = saliences(document(roe, place))
    assert likely[roe.id] > likely[place.id]


def test_a_name_in_the_headline_is_likelier() -> None:
    """Headlines name those whom a report is about."""
    roe = actor("Roe", 0)
    assert saliences(document(roe, title="Roe meets Leo"))[roe.id] > saliences(document(roe))[roe.id]


def test_no_actors_no_list() -> None:
    """An empty report lists nobody."""
    assert listed(document()) == ()


@given(st.lists(st.sampled_from([0, 2]), max_size=4, unique=True))
def test_the_list_keeps_order_and_saliences_are_probabilities(words: list[int]) -> None:
    """Whatever the actors, the list is a part of them in order."""
    actors = tuple(actor(TOKENS[word].text, word) for word in sorted(words))
    found = listed(document(*actors))
    assert list(found) == [each for each in actors if each in found]
    assert all(0 < value < 1 for value in saliences(document(*actors)).values())


def test_whom_the_tagger_sees_in_an_act_is_likelier_than_whom_it_does_not() -> None:
    """An act may be too unsure to be an event and still tell who matters."""
    roe, leo = actor("Roe", 0), actor("Leo", 2)
    seen = Sighting(token=1, types=(("CONSULT", 0.4),), statuses=(), arguments=(("actor", 0, 0.9),))
    plain = document(roe, leo)
    sighted = replace(plain, analysis=replace(plain.analysis, sightings=(seen,)))
    assert saliences(sighted)[roe.id] > saliences(plain)[roe.id]


def test_what_only_helps_to_name_another_is_seen_as_such() -> None:
    """The state in a minister's title is not there of itself."""
    state, minister = actor("Roe", 0), actor("Leo", 2)
    longer = replace(minister.mentions[0], first=0)
    signs = {a.name: s for a, s in signs_of(document(state, replace(minister, mentions=(longer,))))}
    assert "only inside others" in signs["Roe"]
    assert "only inside others" not in signs["Leo"]
