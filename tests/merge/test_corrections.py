"""What a person says outranks every rule and survives deriving anew."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.merge.tellers import ROE, VEGA, told

from dragoman.merge import Merged, Told, merge
from dragoman.model import Correction


def says(
    number: int,
    verb: str,
    mentions: Sequence[str] = (),
    others: Sequence[str] = (),
    *,
    field: str | None = None,
    value: str | None = None,
    undoes: str | None = None,
) -> Correction:
    """Make an entry; a higher number is later."""
    return Correction(
        id=f"c{number}",
        verb=verb,
        mentions=tuple(mentions),
        others=tuple(others),
        field=field,
        value=value,
        undoes=undoes,
        author="Ada",
        time=f"2023-01-01T00:00:{number:02}.000000Z",
        why="read the minutes",
    )


def groups(merged: Merged) -> list[set[str]]:
    return sorted((set(event.mentions) for event in merged.events), key=min)


STRANGERS = (told(1), told(2, actors=(ROE, VEGA)))
TWINS = (told(1), told(2))


def test_a_merge_joins_what_the_rules_keep_apart() -> None:
    """And its undoing parts them again."""
    entry = says(1, "merge", ["m001"], ["m002"])
    assert groups(merge(STRANGERS, corrections=[entry])) == [{"m001", "m002"}]
    assert groups(merge(STRANGERS, corrections=[entry, says(2, "undo", undoes="c1")])) == [{"m001"}, {"m002"}]


def test_a_split_parts_what_the_rules_join() -> None:
    """A third mention joins one of the sides."""
    entry = says(1, "split", ["m002"], ["m001"])
    assert groups(merge(TWINS, corrections=[entry])) == [{"m001"}, {"m002"}]
    three = groups(merge([*TWINS, told(3)], corrections=[entry]))
    assert len(three) == 2
    assert not any({"m001", "m002"} <= group for group in three)


def test_of_a_merge_and_a_split_the_later_one_holds() -> None:
    """In both orders."""
    joined = [says(1, "split", ["m002"], ["m001"]), says(2, "merge", ["m001"], ["m002"])]
    parted = [says(1, "merge", ["m001"], ["m002"]), says(2, "split", ["m002"], ["m001"])]
    assert groups(merge(TWINS, corrections=joined)) == [{"m001", "m002"}]
    assert groups(merge(TWINS, corrections=parted)) == [{"m001"}, {"m002"}]


def test_a_rejected_mention_is_in_no_event() -> None:
    """The other report's telling stays."""
    assert groups(merge(TWINS, corrections=[says(1, "reject", ["m001"])])) == [{"m002"}]


def test_a_field_set_by_a_person_says_who_and_keeps_what_reports_say() -> None:
    """The later of two entries holds."""
    entries = [
        says(1, "set", ["m001"], field="date", value='"2022-02-27"'),
        says(2, "set", ["m001"], field="date", value='"2022-02-28"'),
    ]
    (event,) = merge(TWINS, corrections=entries).events
    field = next(field for field in event.fields if field.name == "date")
    assert (event.date, field.policy, field.support) == ("2022-02-28", "corrected by Ada: read the minutes", ())
    assert field.dissent == (('"2022-03-01"', "m001"), ('"2022-03-01"', "m002"))


def test_a_place_that_no_report_names_has_no_coordinates() -> None:
    """The country stays."""
    mentions = [told(1, place="Oslo"), told(2, place="Oslo")]
    (event,) = merge(mentions, corrections=[says(1, "set", ["m001"], field="place", value='"Tromsø"')]).events
    assert (event.place, event.country, event.lat) == ("Tromsø", "NOR", None)


def test_participants_country_salience_and_topics_can_be_set() -> None:
    """As JSON."""
    entries = [
        says(1, "set", ["m001"], field="actors", value='["k:vega"]'),
        says(2, "set", ["m001"], field="country", value='"SWE"'),
        says(3, "set", ["m001"], field="salience", value='"main"'),
        says(4, "set", ["m001"], field="topics", value='["cod"]'),
    ]
    (event,) = merge([told(1)], corrections=entries).events
    assert (event.actors, event.country, event.salience, event.topics) == (("k:vega",), "SWE", "main", ("cod",))


def test_a_confirmed_event_is_sure() -> None:
    """And names who looked at it."""
    (event,) = merge([told(1)], corrections=[says(1, "confirm", ["m001"])]).events
    confirmed = next(field for field in event.fields if field.name == "confirmed")
    assert (event.confidence, confirmed.value) == (1.0, '"Ada"')


def test_an_entry_about_unknown_mentions_changes_nothing() -> None:
    """It waits until they are read again."""
    entries = [
        says(1, "set", ["mX"], field="date", value='"2020-01-01"'),
        says(2, "merge", ["mX"], ["m001"]),
        says(3, "reject", ["mY"]),
        says(4, "confirm", ["mX"]),
    ]
    assert merge(TWINS, corrections=entries).events == merge(TWINS).events


def test_a_set_binds_to_the_event_of_the_first_mention_that_is_known() -> None:
    """Though others of its mentions are in another event by now."""
    entry = says(1, "set", ["mX", "m002", "m001"], field="mode", value='"call"')
    modes = {event.mentions: event.mode for event in merge(STRANGERS, corrections=[entry]).events}
    assert modes == {("m001",): "meet", ("m002",): "call"}


IDS = [f"m{n:03}" for n in range(6)]
ENTRIES = st.lists(
    st.builds(
        says,
        st.integers(0, 50),
        st.sampled_from(["merge", "split", "reject", "confirm"]),
        st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True),
        st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True),
    ),
    max_size=5,
    unique_by=lambda entry: entry.id,
)


@settings(max_examples=60, deadline=None)
@given(ENTRIES, st.randoms(use_true_random=False))
def test_the_order_in_which_entries_are_given_leaves_no_trace(entries: list[Correction], chance: object) -> None:
    """Their time counts alone."""
    mentions: list[Told] = [told(n, day=f"2022-03-0{1 + n % 3}") for n in range(6)]
    shuffled = list(entries)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge(mentions, corrections=shuffled) == merge(mentions, corrections=entries)


@settings(max_examples=60, deadline=None)
@given(ENTRIES)
def test_the_last_merge_or_split_always_holds(entries: list[Correction]) -> None:
    """Whatever was said before, and whatever the rules say."""
    mentions: list[Told] = [told(n, day=f"2022-03-0{1 + n % 3}") for n in range(6)]
    rejected = {key for entry in entries if entry.verb == "reject" for key in entry.mentions}
    last = max((e for e in entries if e.verb in {"merge", "split"}), key=lambda e: e.order, default=None)
    if last is None or rejected or set(last.mentions) & set(last.others):
        return
    event = {key: e.id for e in merge(mentions, corrections=entries).events for key in e.mentions}
    if any(e.order > last.order for e in entries):
        return
    apart = {event[key] for key in last.mentions} & {event[key] for key in last.others}
    assert bool(apart) == (last.verb == "merge")
