"""The same event in many reports becomes one event, and no other."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.tellers import LUND, NORWAY, ROE, VEGA, told

from dragoman.merge import Merged, Told, merge
from dragoman.merge.block import FOUNDERS, blocks_of, pairs
from dragoman.merge.judge import contradict
from dragoman.merge.traits import Traits


def groups(*mentions: Told) -> list[set[str]]:
    return sorted((set(event.mentions) for event in merge(mentions).events), key=min)


def test_two_reports_of_one_meeting_are_one_event() -> None:
    """With both reports and both outlets as witnesses."""
    (event,) = merge([told(1), told(2, publisher="Sample Post")]).events
    assert (event.mentions, event.articles) == (("m001", "m002"), ("r001", "r002"))
    assert event.publishers == ("Sample Post", "Sample Wire")


def test_two_calls_of_the_same_pair_on_different_days_stay_apart() -> None:
    """Even where the words are the same."""
    assert len(groups(told(1, mode="call"), told(2, mode="call", day="2022-03-04"))) == 2


def test_a_vague_report_does_not_tie_two_days_together() -> None:
    """'In March' fits both calls, and joins one of them at most."""
    calls = [
        told(1, mode="call", day="2022-03-01"),
        told(2, mode="call", day="2022-03"),
        told(3, mode="call", day="2022-03-09"),
    ]
    assert not any({"m001", "m003"} <= group for group in groups(*calls))


def test_a_chain_of_neighbouring_days_is_not_one_event() -> None:
    """A day's leeway is given once, not at every step."""
    chain = [told(n, day=f"2022-03-0{n}", published=date(2022, 3, n)) for n in range(1, 6)]
    for group in groups(*chain):
        assert len(group) <= 2


def test_met_on_tuesday_and_a_report_of_wednesday_are_one_meeting() -> None:
    """The day that was assumed from the report gives way to the day that is stated."""
    (event,) = merge(
        [told(1, place="Oslo"), told(2, day="2022-03-02", basis="assumed from published", place="Oslo")]
    ).events
    assert event.date == "2022-03-01"


def test_a_meeting_announced_and_held_is_one_event_that_happened() -> None:
    """The plan stays on file as what one report said."""
    plan = told(1, status="planned", published=date(2022, 2, 27))
    (event,) = merge([plan, told(2)]).events
    status = next(field for field in event.fields if field.name == "status")
    assert (event.status, status.support, status.dissent) == ("actual", ("m002",), (('"planned"', "m001"),))


@pytest.mark.parametrize(
    "other",
    [
        told(2, mode="call"),
        told(2, actors=(ROE, VEGA)),
        told(2, type="SUPPORT", mode=None, actors=(ROE,), recipients=(LUND,)),
        told(2, place="Vienna"),
        told(2, status="denied"),
        told(2, day="2021-03-01"),
        told(2, day="2022-03-02", place="Oslo"),
        told(2, day=None, published=date(2023, 9, 1)),
    ],
    ids=[
        "a call",
        "another partner",
        "another type",
        "abroad",
        "denied",
        "a year ago",
        "next day",
        "later",
    ],
)
def test_what_differs_stays_apart(other: Told) -> None:
    """From a meeting of Roe and Lund in Oslo on 1 March 2022."""
    assert len(groups(told(1, place="Oslo"), other)) == 2


def test_two_accusations_of_the_same_pair_on_one_day_about_different_matters_stay_apart() -> None:
    """Who speaks twice speaks of two things; the same words in two reports are one act."""
    one = told(
        1,
        "blamed Lund for dumping cheap salmon on markets",
        type="ACCUSE",
        mode=None,
        actors=(ROE,),
        recipients=(LUND,),
    )
    two = told(
        2,
        "accused Lund of spying through diplomats abroad",
        type="ACCUSE",
        mode=None,
        actors=(ROE,),
        recipients=(LUND,),
    )
    echo = told(
        3, "Lund was blamed for cheap salmon dumping", type="ACCUSE", mode=None, actors=(ROE,), recipients=(LUND,)
    )
    assert groups(one, two, echo) == [{"m001", "m003"}, {"m002"}]


def test_a_shorter_list_of_participants_joins_the_longer_one() -> None:
    """And the event has everybody."""
    (event,) = merge(
        [told(1, actors=(ROE, LUND, VEGA), place="Oslo"), told(2, place="Oslo", publisher="Sample Post")]
    ).events
    assert event.actors == ("k:roe", "k:lund", "k:vega")


def test_a_minister_stands_for_the_state_that_another_report_names() -> None:
    """So the state is no third party at the table."""
    mentions = [told(1, place="Oslo"), told(2, actors=(NORWAY, LUND), place="Oslo")]
    (event,) = merge(mentions).events
    assert event.actors == ("k:roe", "k:lund")


def test_a_fields_dissent_names_who_says_otherwise() -> None:
    """A coarser date is no dissent, another day is."""
    days = ("2022-03-01", "2022-03-01", "2022-03-02", "2022-03")
    mentions = [told(n, day=day, place="Oslo", publisher=f"Sample {n}") for n, day in enumerate(days, start=1)]
    (event,) = merge(mentions).events
    dates = next(field for field in event.fields if field.name == "date")
    assert (dates.value, dates.support) == ('"2022-03-01"', ("m001", "m002", "m004"))
    assert dates.dissent == (('"2022-03-02"', "m003"),)


def test_nobody_supports_a_field_of_which_nobody_speaks() -> None:
    """Silence is no witness."""
    (event,) = merge([told(1, day=None, mode=None)]).events
    silent = {field.name: field.support for field in event.fields if field.value in {"null", "[]"}}
    assert silent == {"mode": (), "cameo": (), "recipients": (), "date": (), "place": ()}


def test_more_outlets_make_an_event_surer_and_more_reports_of_one_outlet_do_not() -> None:
    """Confidence counts witnesses."""
    (one,) = merge([told(1)]).events
    (same,) = merge([told(1), told(2)]).events
    (more,) = merge([told(1), told(2, publisher="Sample Post")]).events
    assert one.confidence == same.confidence == 0.5
    assert more.confidence == 0.75


def test_every_verdict_has_its_reasons() -> None:
    """In words, with the score of each comparison."""
    (link,) = merge([told(1), told(2)]).links
    assert link.verdict == "same"
    assert {comparison.name for comparison in link.comparisons} >= {"participants", "dates", "wording"}
    assert all(comparison.reason for comparison in link.comparisons)
    assert -1 <= min(c.score for c in link.comparisons) <= max(c.score for c in link.comparisons) <= 1


def test_nothing_told_gives_no_event() -> None:
    """An empty record has no events."""
    assert merge([]) == Merged(events=(), links=())


def test_a_mention_without_day_participants_or_outlet_is_an_event_of_its_own() -> None:
    """What says nothing is joined to nothing."""
    bare = [told(n, "", actors=(), day=None, published=None, publisher=None, mode=None) for n in (1, 2)]
    assert groups(*bare) == [{"m001"}, {"m002"}]


@pytest.mark.parametrize("value", ["2022-02-30", "2022-13", "soon", "2022-03-05/2022-03-01", "", "9999-99"])
def test_a_date_that_names_no_days_counts_as_none(value: str) -> None:
    """Damaged values join nothing and break nothing."""
    assert len(merge([told(1, day=value or None), told(2)]).events) in {1, 2}


def test_a_mention_given_twice_counts_once() -> None:
    """Reading twice adds nothing."""
    assert merge([told(1), told(1), told(2)]) == merge([told(1), told(2)])


def test_an_id_stays_when_a_later_report_joins() -> None:
    """The event is named by its founder."""
    (before,) = merge([told(5), told(6)]).events
    (after,) = merge([told(1, published=date(2022, 3, 4)), told(5), told(6)]).events
    assert before.id == after.id
    assert len(after.mentions) == 3


MENTIONS = st.lists(
    st.builds(
        told,
        st.integers(0, 40),
        st.sampled_from(["talked about fishing quotas", "discussed quotas for fishing fleets", "signed a tax treaty"]),
        mode=st.sampled_from(["meet", "call", "visit", None]),
        actors=st.sampled_from([(ROE, LUND), (LUND, ROE), (ROE, LUND, VEGA), (NORWAY, LUND), (ROE,)]),
        day=st.sampled_from(["2022-03-01", "2022-03-02", "2022-03", None, "2022-03-01/2022-03-07"]),
        place=st.sampled_from(["Oslo", "Bergen", "Vienna", None]),
        status=st.sampled_from(["actual", "planned", "denied"]),
        published=st.sampled_from([date(2022, 3, 1) + timedelta(days=n) for n in range(4)] + [None]),
        report=st.sampled_from(["r1", "r2", "r3", None]),
    ),
    max_size=12,
    unique_by=lambda one: one.id,
)


@settings(max_examples=60, deadline=None)
@given(MENTIONS, st.randoms(use_true_random=False))
def test_shuffled_mentions_give_the_same_events_to_the_byte(mentions: list[Told], chance: object) -> None:
    """Order of reading leaves no trace, neither in events nor in links."""
    shuffled = list(mentions)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert repr(merge(shuffled)) == repr(merge(mentions))


@settings(max_examples=60, deadline=None)
@given(MENTIONS)
def test_every_mention_is_in_exactly_one_event_and_no_event_contradicts_itself(mentions: list[Told]) -> None:
    """Nothing is lost, nothing doubled; no small event has two mentions that cannot both tell it."""
    merged = merge(mentions)
    assert sorted(key for event in merged.events for key in event.mentions) == sorted(one.id for one in mentions)
    by_id = {one.id: Traits(one) for one in mentions}
    same = {(link.left, link.right) for link in merged.links if link.verdict == "same"}
    for event in merged.events:
        for left in event.mentions:
            for right in event.mentions if len(event.mentions) <= 6 else ():
                if left < right and (left, right) not in same:
                    assert not contradict(by_id[left], by_id[right])


def judged(mentions: list[Told]) -> int:
    known = {one.id: Traits(one) for one in mentions}
    return len(pairs(blocks_of(known.values())))


def test_the_work_grows_with_the_number_of_mentions_and_not_with_its_square() -> None:
    """A pair that meets every day for years is compared only with what lies near; a crowd only with its founders."""
    start = date(2020, 1, 1)
    days = [start + timedelta(days=n) for n in range(240)]
    assert judged([told(n, day=day.isoformat(), published=day) for n, day in enumerate(days)]) < 12 * len(days)
    assert judged([told(n, str(n) * 5) for n in range(240)]) <= FOUNDERS * 240
