"""What a report tells as done, as due, or as said by somebody is told apart."""

from collections.abc import Callable

import pytest

from dragoman.model import Document, EventMention
from dragoman.stages.events import Events

Read = Callable[..., Document]


def coded(document: Document, kind: str) -> list[EventMention]:
    return [event for event in Events()(document) if event.type == kind]


def statuses(document: Document, kind: str) -> list[str]:
    return [event.status for event in coded(document, kind)]


def names(document: Document, ids: tuple[str, ...]) -> set[str]:
    by_id = {actor.id: actor.name for actor in document.actors}
    return {by_id[i] for i in ids}


def test_would_under_a_saying_in_the_past_is_a_plan(report: Read) -> None:
    document = report("The Kenyan army announced that it would deploy 500 troops to Somalia.")
    assert statuses(document, "MOBILIZE") == ["planned"]


def test_would_under_a_condition_stays_conditional(report: Read) -> None:
    document = report("The Kenyan army said that it would deploy 500 troops if the militia attacked Somalia.")
    assert "planned" not in statuses(document, "MOBILIZE")


def test_who_announces_sanctions_imposes_them(report: Read) -> None:
    assert statuses(report("The United States announced sanctions on Iran."), "SANCTION") == ["actual"]


def test_who_will_announce_sanctions_has_not_yet_imposed_them(report: Read) -> None:
    assert "actual" not in statuses(report("The United States will announce sanctions on Iran."), "SANCTION")


def test_what_somebody_told_others_has_happened(report: Read) -> None:
    document = report("The president told reporters that he had met the Chadian envoy in Vienna.")
    assert statuses(document, "CONSULT") == ["actual"]


def test_what_somebody_told_others_to_do_has_not(report: Read) -> None:
    document = report("The president told the general to meet the Chadian envoy in Vienna.")
    assert "actual" not in statuses(document, "CONSULT")


def test_who_travels_next_week_plans_to(report: Read) -> None:
    document = report("President Ruto travels to Tanzania on March 20.")
    assert statuses(document, "CONSULT") == ["planned"]


def test_who_travelled_did(report: Read) -> None:
    document = report("President Ruto travelled to Tanzania on March 6.")
    assert statuses(document, "CONSULT") == ["actual"]


@pytest.mark.parametrize("sentence", ["Belgium no longer funds the Malian army.", "Belgium will no longer arm Mali."])
def test_what_is_done_no_longer_is_not_done(sentence: str, report: Read) -> None:
    assert "actual" not in statuses(report(sentence), "AID")


def test_one_refusal_is_one_event(report: Read) -> None:
    document = report("Turkey said that it would not join the talks with Greece.")
    assert len(coded(document, "REJECT")) == 1


def test_who_was_killed_fighting_somebody_was_killed_by_him(report: Read) -> None:
    document = report("A Danish volunteer was killed fighting the Taliban in Kunduz.")
    (event,) = coded(document, "ASSAULT")
    assert names(document, event.actors) == {"Taliban"}
    assert names(document, event.recipients) == {"Danish volunteer"}


def test_who_faces_sanctions_imposes_none(report: Read) -> None:
    document = report("The generals face new American sanctions.")
    (event,) = coded(document, "SANCTION")
    assert names(document, event.actors) == {"United States"}
    assert names(document, event.recipients) == {"generals"}


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("CONCEDE", "The Malian general pleaded not guilty on Monday."),
        ("SANCTION", "President Ruto designated Ambassador Njoroge to serve as director of the academy."),
        ("MOBILIZE", "The deployment of a reactor in Kenya will help Uganda."),
        ("THREATEN", "Greece will not stand in the way of a treaty, its president said."),
        ("REJECT", "Kenya will face no opposition from Uganda."),
        ("CONSULT", "Soldiers ringed the embassy of Kenya."),
    ],
)
def test_words_that_only_sound_like_an_act_tell_none(kind: str, sentence: str, report: Read) -> None:
    """Neither a frame nor the learned tagger alone sees it there."""
    assert coded(report(sentence), kind) == []


@pytest.mark.parametrize(
    ("kind", "sentence", "status"),
    [
        ("RETREAT", "Norway is encouraged that Chadian forces have withdrawn from the border town.", "actual"),
        ("CONSULT", "Minister Lind will raise the arrests during her visit to Chad.", "planned"),
        ("CONSULT", "Minister Lind raised the arrests during her visit to Chad.", "actual"),
    ],
)
def test_an_act_stands_as_what_it_goes_with(kind: str, sentence: str, status: str, report: Read) -> None:
    """What somebody should stop goes on; where something will be done is still to come."""
    found = [event.status for event in Events()(report(sentence)) if event.type == kind]
    assert found == [status] * len(found)
    assert found


def test_the_meeting_at_which_something_is_announced_is_no_plan(report: Read) -> None:
    document = report("The Kenyan president announced new aid for Chad at the Paris summit on Sudan.")
    assert statuses(document, "CONSULT") == ["actual"]


def test_a_meeting_that_is_announced_is_a_plan(report: Read) -> None:
    document = report("The Kenyan president announced a meeting with the Ugandan president.")
    assert statuses(document, "CONSULT") == ["planned"]


def test_the_trip_on_which_somebody_told_something_took_place(report: Read) -> None:
    document = report("During a trip to Asia, the Kenyan minister told reporters that peace had come.")
    assert statuses(document, "CONSULT") == ["actual"]


def test_what_a_claim_says_that_somebody_denies_is_denied(report: Read) -> None:
    document = report("Kenya denied a report that it had condemned Uganda.")
    assert statuses(document, "ACCUSE") == ["denied"]


def test_what_a_claim_says_that_nobody_denies_is_not(report: Read) -> None:
    document = report("Kenya confirmed a report that it had condemned Uganda.")
    assert statuses(document, "ACCUSE") == ["actual"]


def test_who_went_to_say_something_said_it(report: Read) -> None:
    document = report("President Ruto went on television to denounce Uganda.")
    assert statuses(document, "ACCUSE") == ["actual"]


def test_who_continues_to_be_held_is_held(report: Read) -> None:
    document = report("Kenyan police said that the editor continues to be detained in Nairobi by Ugandan police.")
    assert "planned" not in statuses(document, "COERCE")


def test_who_is_to_be_held_is_not_yet(report: Read) -> None:
    document = report("The editor is to be arrested by Kenyan police on Sunday.")
    assert statuses(document, "COERCE") == ["planned"]
