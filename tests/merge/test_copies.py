"""Reports that say again what others said are found, and are no witnesses of their own."""

from itertools import product

import pytest
from tests.merge.tellers import told

from dragoman.merge import merge
from dragoman.merge.copies import bands, find
from dragoman.model import Article, Copy, OffsetMap, Stamp

BODY = (
    "The ministers of fisheries of both countries met in the harbour town on Tuesday to speak about herring quotas. "
    "They agreed that the fleets would stay in port until the count of the stock is known. A second round is to follow "
    "in June, when scientists hope to have figures for the northern waters. Fishermen had protested for weeks against "
    "the closing of two bays, and the harbour was blocked for a day in April by forty boats."
)


def report(
    name: str, text: str = BODY, *, publisher: str = "Sample Wire", day: str = "2022-03-02", title: str = "Talks"
) -> Article:
    """Make a report."""
    return Article(
        id=name,
        publisher=publisher,
        published=Stamp(value=day, basis="field published"),
        title=title,
        text=text,
        raw=text,
        offsets=OffsetMap.whole(text),
    )


def test_the_same_text_in_two_outlets_is_linked_and_nothing_differs() -> None:
    """The later one is the copy."""
    (copy,) = find([report("b", publisher="Sample Post", day="2022-03-03"), report("a")])
    assert copy == Copy(report="b", of="a", kind="same text", score=1.0)


def test_a_copy_says_what_it_adds_and_what_it_leaves_out() -> None:
    """In words."""
    text = BODY.replace("on Tuesday ", "") + " The prime minister welcomed the outcome."
    (copy,) = find([report("a"), report("b", text, publisher="Sample Post", day="2022-03-03")])
    assert copy.kind == "copy"
    assert copy.differs == "added: “the prime minister welcomed the outcome”; left out: “on tuesday”"


def test_a_newer_version_by_the_same_outlet_is_an_update() -> None:
    """Within three days, under a like headline."""
    (copy,) = find([report("a"), report("b", BODY + " Rain is expected.", day="2022-03-03T08:00")])
    assert (copy.report, copy.of, copy.kind) == ("b", "a", "update")


@pytest.mark.parametrize(
    "other",
    [
        report("b", BODY + " Rain is expected.", day="2022-03-09"),
        report("b", BODY + " Rain is expected.", day="2022-03-03", title="Storm warning for the coast"),
        report("b", BODY + " Rain is expected.", day="2022-03-03", publisher="Sample Post"),
    ],
    ids=["a week later", "another headline", "another outlet"],
)
def test_what_is_no_update_does_not_take_the_place_of_the_earlier(other: Article) -> None:
    """It is a copy all the same."""
    (copy,) = find([report("a"), other])
    assert copy.kind == "copy"


@pytest.mark.parametrize(
    "text",
    ["", "Talks held.", "The minister of finance spoke about taxes in parliament and left the hall. " * 4],
    ids=["empty", "too short", "another text"],
)
def test_other_texts_are_no_copies(text: str) -> None:
    """Nor is a text too short to be known again, even of itself."""
    assert find([report("a"), report("b", text)]) == ()
    assert bands("Talks held.") == ()


def test_the_same_text_a_month_later_is_no_copy() -> None:
    """A yearly message is sent again each year."""
    assert find([report("a"), report("b", day="2022-04-20")]) == ()


def test_looking_at_some_and_then_at_the_rest_finds_what_looking_at_all_finds() -> None:
    """Each pair is judged by itself."""
    texts = [BODY, BODY + " More.", BODY.replace("herring", "cod"), "Another matter altogether. " * 9]
    every = [report(f"r{n}", text, publisher=f"P{n}") for n, text in enumerate(texts)]
    for cut in range(len(every)):
        old, new = every[:cut], every[cut:]
        assert {*find(old), *find(new, old)} == set(find(every))


def test_copies_count_as_one_witness() -> None:
    """Three outlets, two of which print one text, are two witnesses."""
    mentions = [told(n, publisher=f"Outlet {n}", report=f"r{n}") for n in (1, 2, 3)]
    (event,) = merge(mentions, copies=[Copy(report="r2", of="r1", kind="copy", score=0.9)]).events
    assert (len(event.articles), len(event.publishers), event.independent) == (3, 3, 2)
    assert event.confidence == 0.75


def test_an_update_supersedes_what_it_replaces_and_keeps_it() -> None:
    """The value is that of the newer version; the older one stands as dissent."""
    old = [told(n, place="Oslo", publisher="Sample Wire", report=f"r{n}") for n in (1, 2)]
    new = [told(n, place="Bergen", publisher="Sample Wire", report=f"r{n}") for n in (3,)]
    copies = [Copy(report=b.article, of=a.article, kind="update", score=0.9) for a, b in product(old, new)]
    events = merge([*old, *new], copies=copies).events
    held = {key: event for event in events for key in event.mentions}
    assert any(field.name == "superseded" for field in held["m001"].fields) or held["m001"].place == "Bergen"


def test_a_field_follows_the_newer_version() -> None:
    """One of two meetings is told with another status after the update."""
    old = told(1, status="planned", published=None, report="r1", place="Oslo")
    new = told(2, report="r2", place="Oslo")
    (event,) = merge([old, new], copies=[Copy(report="r2", of="r1", kind="update", score=0.9)]).events
    status = next(field for field in event.fields if field.name == "status")
    assert (event.status, status.dissent) == ("actual", (('"planned"', "m001"),))


def test_an_event_that_only_replaced_versions_tell_says_so() -> None:
    """It is kept."""
    (event,) = merge([told(1, report="r1")], copies=[Copy(report="r2", of="r1", kind="update", score=0.9)]).events
    assert "superseded" in {field.name for field in event.fields}
