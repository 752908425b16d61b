"""Marks may overlap; the text stays what it is."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.ask.report import Mark
from dragoman.web.highlighting import segments

KINDS = ("evidence", "trigger", "quote", "position", "actor", "time", "place")


def mark(start: int, end: int, kind: str = "actor", key: str = "k:roe", mention: str | None = None) -> Mark:
    """Make a mark."""
    return Mark(start=start, end=end, kind=kind, id=key, mention=mention, says="x")


@given(
    st.text(max_size=60),
    st.lists(st.tuples(st.integers(-5, 70), st.integers(-5, 70), st.sampled_from(KINDS)), max_size=12),
)
def test_the_segments_are_the_text(text: str, spans: list[tuple[int, int, str]]) -> None:
    """Whatever the marks, wherever they point."""
    made = segments(text, [mark(*span) for span in spans])
    assert "".join(one.text for one in made) == text


def test_what_two_marks_cover_is_both() -> None:
    """And each word stands there once."""
    made = segments("abcdef", [mark(0, 4), mark(2, 6, "quote", "q1")])
    assert [(one.text, one.kinds) for one in made] == [
        ("ab", ("actor",)), ("cd", ("actor", "quote")), ("ef", ("quote",)),
    ]  # fmt: skip


def test_a_trigger_leads_to_its_event_and_not_to_an_actor() -> None:
    """The most telling mark decides where a click leads."""
    (one,) = segments("met", [mark(0, 3), mark(0, 3, "trigger", "e1")])
    assert one.link == "/events/e1"


def test_an_evidence_bears_its_mention_so_that_a_link_finds_it() -> None:
    """Once, where it begins."""
    made = segments("They met.", [mark(0, 9, "evidence", "e1", "m1"), mark(5, 8, "trigger", "e1", "m1")])
    assert [one.anchors for one in made] == [("m1",), (), ()]


def test_a_time_that_is_no_day_leads_nowhere() -> None:
    """A duration has no page of events."""
    (one,) = segments("two days", [mark(0, 8, "time", "P2D")])
    assert one.link is None


def test_a_name_with_signs_of_addresses_leads_to_itself() -> None:
    """And nowhere else."""
    (one,) = segments("x", [mark(0, 1, "actor", 'p:a/../?"#')])
    assert one.link == "/actors/p:a%2F..%2F%3F%22%23"
