"""A coded report is written as an annotation."""

import json

from dragoman.export import annotation
from dragoman.ids import mention_id, quote_id
from dragoman.model import (
    Actor,
    ActorMention,
    Analysis,
    Article,
    Document,
    EventDate,
    EventMention,
    OffsetMap,
    Quote,
    Span,
    Stamp,
)

RAW = 'MENU Home News\nMinister Ada Roe met Prince Leo on Monday. "Good talks," Roe said. Kofi watched.'
TEXT = RAW[15:]


def mention(words: str, form: str = "name") -> ActorMention:
    """Make a mention where the words stand first."""
    start = TEXT.index(words)
    return ActorMention(span=Span.of(TEXT, start, start + len(words)), first=0, last=1, head=0, form=form)


def coded() -> Document:
    """Make a coded report by hand, with a menu cut off its raw text."""
    article = Article(
        id="r1",
        source_id="given",
        publisher="Sample Wire",
        published=Stamp(value="2023-01-31", basis="field published"),
        text=TEXT,
        raw=RAW,
        offsets=OffsetMap(runs=((0, 15, len(TEXT)),)),
    )
    roe = Actor(id="p:roe", name="Ada Roe", kind="person", mentions=(mention("Minister Ada Roe"), mention("Roe")))
    leo = Actor(id="p:leo", name="Leo", kind="person", mentions=(mention("Prince Leo"), mention("Leo", "pronoun")))
    idle = Actor(id="p:kofi", name="Kofi", kind="person", mentions=(mention("Kofi"),))
    sentence = Span.of(TEXT, 0, TEXT.index(".") + 1)
    met = EventMention(
        id=mention_id(article="r1", type="CONSULT", evidence=(0, 9), frame="CONSULT/meet"),
        type="CONSULT",
        actors=("p:roe", "p:leo"),
        symmetric=True,
        date=EventDate(value="2023-01-30", basis="relative to published"),
        trigger=mention("met").span,
        evidence=(sentence,),
        frame="CONSULT/meet",
    )
    start = TEXT.index("Good")
    said = Quote(id=quote_id(article="r1", start=1, end=2), span=Span.of(TEXT, start, start + 11), speaker="p:roe")
    layers = {"names": (), "times": (), "places": (), "actors": (roe, leo, idle), "quotes": (said,), "events": (met,)}
    return Document(article=article, analysis=Analysis(tokens=(), sentences=(), names=()), layers=layers)


def test_words_and_offsets_refer_to_the_report_as_given() -> None:
    """What was cut off at the top does not shift anything."""
    written = annotation(coded())
    event, quote = written["events"][0], written["quotes"][0]
    assert written["text"] == RAW
    assert RAW[event["start"] : event["end"]] == event["evidence"][0] == "Minister Ada Roe met Prince Leo on Monday."
    assert RAW[slice(*event["trigger"])] == "met"
    assert RAW[quote["start"] : quote["end"]] == quote["text"] == "Good talks,"


def test_actors_who_do_nothing_are_left_out() -> None:
    """Only those who take part or speak are written."""
    assert [actor["name"] for actor in annotation(coded())["actors"]] == ["Ada Roe", "Leo"]


def test_pronouns_are_no_mentions() -> None:
    """Names and titles only, each once."""
    roe, leo = annotation(coded())["actors"]
    assert roe["mentions"] == ["Minister Ada Roe", "Roe"]
    assert leo["mentions"] == ["Prince Leo"]


def test_participants_are_named_by_their_number_in_the_report() -> None:
    """Events and quotes point into the list of actors."""
    written = annotation(coded())
    assert written["events"][0]["actors"] == ["a1", "a2"]
    assert written["quotes"][0]["speaker"] == "a1"


def test_the_source_s_own_id_comes_before_ours() -> None:
    """A gold report finds its coding again."""
    assert annotation(coded())["id"] == "given"


def test_it_is_json_and_the_same_each_time() -> None:
    """Two writings are the same bytes."""
    assert json.dumps(annotation(coded())) == json.dumps(annotation(coded()))
