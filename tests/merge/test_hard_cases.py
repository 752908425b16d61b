"""The cases that make merging hard, each by its name."""

from datetime import date

from tests.merge.tellers import FORCES, LUND, NORWAY, ROE, VEGA, told

from dragoman.merge import merge
from dragoman.merge.fold import fold
from dragoman.merge.told import Told
from dragoman.model import Event


def by_mention(*mentions: object) -> dict[str, Event]:
    return {key: event for event in merge(mentions).events for key in event.mentions}  # type: ignore[arg-type]


def test_two_calls_of_the_same_pair_on_different_days_are_a_series_of_two() -> None:
    """And the later one repeats the earlier."""
    calls = [told(1, mode="call"), told(2, mode="call", day="2022-03-04", published=date(2022, 3, 5))]
    merged = merge(calls)
    assert len(merged.events) == 2
    (relation,) = merged.relations
    assert relation.kind == "repeats"
    assert "number 2 of 2" in relation.reason


def test_an_outlet_that_tells_of_a_call_today_and_tomorrow_tells_of_two() -> None:
    """Even where it names neither day; another outlet may be a day late."""
    first = told(1, mode="call", day="2022-03-01", basis="assumed from published", published=date(2022, 3, 1))
    again = told(2, mode="call", day="2022-03-02", basis="assumed from published", published=date(2022, 3, 2))
    other = told(
        3, mode="call", day="2022-03-02", basis="assumed from published", published=date(2022, 3, 2), publisher="Post"
    )
    assert len(merge([first, again]).events) == 2
    assert len(merge([first, other]).events) == 1


def test_a_meeting_announced_held_and_recalled_is_one_event_with_its_history() -> None:
    """The status went from planned to actual, and a month later it is recalled without its day."""
    plan = told(1, status="planned", published=date(2022, 2, 25), place="Oslo")
    held = told(2, published=date(2022, 3, 1), place="Oslo", publisher="Sample Post")
    recalled = told(3, day="2022-03", published=date(2022, 4, 2), place="Oslo", publisher="Sample Tribune")
    (event,) = merge([plan, held, recalled]).events
    history = next(field for field in event.fields if field.name == "history")
    assert event.status == "actual"
    assert history.value == '[["2022-02-25", "planned"], ["2022-03-01", "actual"]]'
    assert (event.first_report, event.last_report) == ("2022-02-25", "2022-04-02")


def test_a_plan_announced_after_the_act_is_another_meeting() -> None:
    """Nobody announces what is over."""
    held = told(1, published=date(2022, 3, 2))
    plan = told(2, "plan further words on tax rules", status="planned", day="2022-03", published=date(2022, 3, 9))
    assert len(merge([held, plan]).events) == 2


def test_a_visit_and_a_meeting_on_it_are_two_events_one_part_of_the_other() -> None:
    """The host of the meeting is another than the host of the visit."""
    visit = told(1, mode="visit", actors=(LUND, NORWAY), day="2022-03-01/2022-03-03", place="Oslo", report="r1")
    meeting = told(2, mode="meet", actors=(LUND, VEGA), day="2022-03-02", place="Oslo", report="r2")
    merged = merge([visit, meeting])
    events = {event.mode: event.id for event in merged.events}
    assert [(r.left, r.right, r.kind) for r in merged.relations] == [(events["meet"], events["visit"], "part of")]


def test_a_meeting_after_the_visit_or_abroad_is_no_part_of_it() -> None:
    """Day and country must both fit."""
    visit = told(1, mode="visit", actors=(LUND, NORWAY), day="2022-03-01/2022-03-03", place="Oslo")
    later = told(2, actors=(LUND, VEGA), day="2022-03-05", place="Oslo")
    abroad = told(3, actors=(LUND, VEGA), day="2022-03-02", place="Vienna")
    assert not [r for r in merge([visit, later, abroad]).relations if r.kind == "part of"]


def fighting(number: int, words: str, day: str | None, published: date, **more: object) -> object:
    return told(
        number,
        words,
        type="ASSAULT",
        mode="battle",
        actors=(NORWAY,),
        recipients=(VEGA,),
        day=day,
        published=published,
        **more,  # type: ignore[arg-type]
    )


def test_an_offensive_told_over_weeks_is_one_event() -> None:
    """Each report tells another stretch of it, one of them no day at all."""
    told_in = [
        fighting(1, "the offensive against Vega went on", "2022-03-01/2022-03-05", date(2022, 3, 5), place="Oslo"),
        fighting(2, "the offensive entered its third week", "2022-03-01/2022-03-18", date(2022, 3, 18), place="Oslo"),
        fighting(3, "Norway, battling Vega since early March", None, date(2022, 3, 25), publisher="Sample Post"),
    ]
    (event,) = merge(told_in).events  # type: ignore[arg-type]
    assert len(event.mentions) == 3
    field = next(field for field in event.fields if field.name == "date")
    assert (event.date, field.dissent) == ("2022-03-01/2022-03-18", ())


def test_fighting_lasted_from_the_first_day_told_to_the_last() -> None:
    """A month around them adds nothing, and each day of it agrees."""
    told_in = [
        fighting(1, "the offensive began", "2022-03-01", date(2022, 3, 5)),
        fighting(2, "the offensive went on", "2022-03-18", date(2022, 3, 18), publisher="Sample Post"),
        fighting(3, "the offensive of March", "2022-03", date(2022, 3, 30), publisher="Sample Tribune"),
    ]
    (event,) = merge(told_in).events  # type: ignore[arg-type]
    field = next(field for field in event.fields if field.name == "date")
    assert event.date == "2022-03-01/2022-03-18"
    assert (len(field.support), field.dissent) == (3, ())
    assert field.policy.startswith("of fighting that goes on")


def test_who_was_killed_in_a_war_was_not_killed_by_all_of_it() -> None:
    """The act itself must be called an offensive."""
    whole = fighting(1, "the offensive in the hills went on", None, date(2022, 3, 9))
    words = "a teacher was killed at the market during the offensive"
    death = fighting(2, words, None, date(2022, 3, 21), trigger="killed")
    assert len(merge([whole, death]).events) == 2  # type: ignore[list-item]


def test_somebodys_unnamed_forces_are_not_in_every_fight_of_their_state() -> None:
    """Forces besiege a town, and a state wages a war, neither told against whom."""
    siege = told(1, "forces besieged the town", type="ASSAULT", mode="battle", actors=(FORCES,), day=None)
    war = told(2, "the war of Norway went on", type="ASSAULT", mode="battle", actors=(NORWAY,), day=None)
    assert len(merge([siege, war]).events) == 2


def test_a_place_that_one_report_gets_wrong_does_not_outweigh_the_others() -> None:
    """Two say Oslo and one, Vienna."""
    places = [told(1, place="Vienna"), told(2, place="Oslo"), told(3, place="Oslo")]
    assert fold(places).place == "Oslo"


def test_a_single_attack_is_not_the_offensive_but_part_of_it() -> None:
    """It has its own day."""
    whole = fighting(1, "the offensive went on for days", "2022-03-01/2022-03-09", date(2022, 3, 9), place="Oslo")
    strike = told(
        2,
        "a missile hit a bridge near the harbour",
        type="ASSAULT",
        mode="aerial",
        actors=(NORWAY,),
        recipients=(LUND,),
        day="2022-03-04",
        place="Bergen",
        published=date(2022, 3, 5),
    )
    merged = merge([whole, strike])  # type: ignore[list-item]
    assert len(merged.events) == 2
    assert [relation.kind for relation in merged.relations] == ["part of"]


def test_two_wars_months_apart_are_two() -> None:
    """Words of fighting that goes on bind reports of the same weeks alone."""
    spring = fighting(1, "the offensive went on", None, date(2022, 3, 9))
    autumn = fighting(2, "the offensive went on", None, date(2022, 9, 9))
    assert len(merge([spring, autumn]).events) == 2  # type: ignore[list-item]


def test_a_participant_list_that_one_report_shortens_is_the_same_meeting() -> None:
    """Two of three are named; the event has all three, and no dissent about who was there."""
    whole = told(1, actors=(ROE, LUND, VEGA), place="Oslo")
    short = told(2, actors=(ROE, VEGA), place="Oslo", publisher="Sample Post")
    (event,) = merge([whole, short]).events
    actors = next(field for field in event.fields if field.name == "actors")
    assert (event.actors, actors.dissent) == (("k:roe", "k:lund", "k:vega"), ())


def test_one_act_told_twice_in_a_report_with_other_participants_is_one() -> None:
    """The second sentence speaks of the state; the words are alike."""
    words = "urged Lund to lower the quotas for herring and cod fleets"
    first = told(1, words, type="REQUEST", mode=None, actors=(ROE,), recipients=(LUND,), report="r1")
    again = told(2, words + " again", type="REQUEST", mode=None, actors=(NORWAY,), recipients=(LUND,), report="r1")
    assert len(merge([first, again]).events) == 1


def test_two_acts_of_the_same_pair_in_a_report_stay_two() -> None:
    """The writer told them apart in other words."""
    first = told(1, "thanked Lund for rescuing sailors", type="SUPPORT", mode=None, actors=(ROE,), recipients=(LUND,))
    again = told(
        2, "praised tax reform plans", type="SUPPORT", mode=None, actors=(ROE,), recipients=(LUND,), report="r001"
    )
    assert len(merge([first, again]).events) == 2


def test_two_acts_in_one_sentence_of_a_report_stay_two() -> None:
    """'Condemned the strike and called for talks' is an ACCUSE and a REQUEST."""
    words = "condemned the blockade of the harbour and called for its end at once"
    blame = told(1, words, type="ACCUSE", mode=None, actors=(ROE,), recipients=(LUND,), report="r1")
    demand = told(2, words, type="REQUEST", mode=None, actors=(ROE,), recipients=(LUND,), report="r1")
    assert len(merge([blame, demand]).events) == 2


def test_the_same_sentence_in_two_reports_is_one_act_though_nobody_is_named() -> None:
    """A copied sentence needs no participants."""
    words = "a convoy of lorries was stopped at the border crossing on the northern road"
    one = told(1, words, type="COERCE", mode=None, actors=(), day="2022-03-01", place="Oslo")
    two = told(2, words, type="COERCE", mode=None, actors=(), day="2022-03-01", place="Oslo", publisher="Post")
    assert len(merge([one, two]).events) == 1


def test_accusation_and_answer_hang_together() -> None:
    """B's charge against A five days after A's against B is an answer; twenty days after it is none."""
    charge = told(1, "blamed Lund", type="ACCUSE", mode=None, actors=(ROE,), recipients=(LUND,), day="2022-03-01")
    answer = told(2, "blamed Roe", type="ACCUSE", mode=None, actors=(LUND,), recipients=(ROE,), day="2022-03-06")
    late = told(3, "blamed Roe", type="ACCUSE", mode=None, actors=(LUND,), recipients=(ROE,), day="2022-03-21")
    assert [relation.kind for relation in merge([charge, answer]).relations] == ["answers"]
    assert merge([charge, late]).relations == ()


def test_an_attack_without_a_day_is_part_of_the_offensive_of_that_week() -> None:
    """A year later it is another."""
    offensive = told(
        1,
        "weeklong offensive on the border towns",
        type="ASSAULT",
        mode="battle",
        actors=(ROE,),
        recipients=(LUND,),
        day=None,
    )

    def loose(number: int, published: date) -> Told:
        words = "shells fell on the border towns"
        return told(
            number,
            words,
            type="ASSAULT",
            mode=None,
            actors=(ROE,),
            recipients=(LUND,),
            day=None,
            publisher="Sample Post",
            published=published,
        )

    soon, later = loose(2, date(2022, 3, 4)), loose(3, date(2023, 3, 4))
    events = by_mention(offensive, soon, later)
    assert events["m001"] is events["m002"]
    assert events["m001"] is not events["m003"]


def test_two_plans_that_an_outlet_announces_weeks_apart_are_two() -> None:
    """Though word for word the same and without a day; within the fortnight they are one."""
    words = "will travel to the coast and speak with senior officials about fishing quotas"
    plans = [told(n, words, status="planned", day=None, published=day) for n, day in _THREE_DAYS]
    events = by_mention(*plans)
    assert events["m001"] is events["m002"]
    assert events["m001"] is not events["m003"]


_THREE_DAYS = ((1, date(2022, 3, 2)), (2, date(2022, 3, 3)), (3, date(2022, 4, 20)))


def test_an_official_beside_his_state_takes_nothing_from_who_it_was() -> None:
    """Norway and Vega agreed, says one; Norway, its minister Roe and Vega, says the other."""
    words = "agreed to restore the fishing quotas of the northern waters"
    one = told(1, words, type="AGREE", mode=None, actors=(NORWAY, VEGA))
    other = told(2, words, type="AGREE", mode=None, actors=(NORWAY, ROE, VEGA), publisher="Sample Post")
    events = by_mention(one, other)
    assert events["m001"] is events["m002"]


def test_talks_of_one_side_without_a_day_may_be_any_talks() -> None:
    """Two outlets that speak of talks of one side say too little to put them together; with a second side they do."""
    words = ("welcomed the talks that Norway leads on fishing quotas", "spoke well of Norway's talks about fishing")
    alone = [told(n, text, actors=(NORWAY,), day=None, publisher=f"Wire {n}") for n, text in enumerate(words)]
    assert len({event.id for event in by_mention(*alone).values()}) == 2
    both = [told(n, text, actors=(NORWAY, LUND), day=None, publisher=f"Wire {n}") for n, text in enumerate(words)]
    assert len({event.id for event in by_mention(*both).values()}) == 1
