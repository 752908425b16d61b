"""Where two acts meet in one sentence: days, places, parties and voices stay with the act they belong to."""

from collections.abc import Callable

from dragoman.model import Document, EventMention
from dragoman.stages.events import Events

Read = Callable[..., Document]


def coded(document: Document, kind: str) -> list[EventMention]:
    return [event for event in Events()(document) if event.type == kind]


def names(document: Document, ids: tuple[str, ...]) -> set[str]:
    by_id = {actor.id: actor.name for actor in document.actors}
    return {by_id[i] for i in ids}


def test_an_act_told_behind_after_happened(report: Read) -> None:
    """ "a day after they met, he demanded": the demand does not make the meeting conditional."""
    document = report("A day after Joe Biden met Emmanuel Macron in Paris, Xi Jinping demanded an apology from Japan.")
    (meeting,) = coded(document, "CONSULT")
    assert meeting.status == "actual"


def test_what_is_announced_as_done_is_done(report: Read) -> None:
    """A finite clause under "announced" is told as a fact."""
    document = report("President Emmanuel Macron announced that France had expelled six Russian diplomats.")
    (act,) = coded(document, "SANCTION")
    assert act.status == "actual"


def test_who_stands_behind_before_does_not_take_part(report: Read) -> None:
    """ "after the ceasefire with Hamas" names no party of the meeting."""
    document = report("Antony Blinken met Benjamin Netanyahu in Jerusalem four days after the ceasefire with Hamas.")
    (meeting,) = coded(document, "CONSULT")
    assert names(document, meeting.actors) == {"Antony Blinken", "Benjamin Netanyahu"}


def test_all_of_a_list_of_persons_take_part(report: Read) -> None:
    """Persons joined behind a title are all at the table."""
    document = report("Antony Blinken met Chinese officials Yang Jiechi and Wang Yi in Anchorage on Thursday.")
    (meeting,) = coded(document, "CONSULT")
    assert {"Yang Jiechi", "Wang Yi"} <= names(document, meeting.actors)


def test_where_says_the_place_of_its_clause(report: Read) -> None:
    """The clause with "where" happens in the place before it."""
    document = report("Emmanuel Macron left Berlin on Monday and flew on to Rome, where he met Mario Draghi.")
    meetings = [event for event in coded(document, "CONSULT") if len(event.actors) == 2]
    assert [event.where.name for event in meetings if event.where] == ["Rome"]


def test_a_country_that_is_spoken_of_is_no_place_of_the_talks(report: Read) -> None:
    """ "discussed the situation in Belarus" does not happen in Belarus."""
    document = report("Antony Blinken and Olaf Scholz discussed the situation in Belarus on Thursday.")
    (talks,) = coded(document, "CONSULT")
    assert talks.where is None


def test_who_spoke_with_somebody_called_him(report: Read) -> None:
    """Talks told by "spoke with" and without a place are a call."""
    document = report("Foreign Minister Wang Yi spoke on Friday with Secretary of State Antony Blinken.")
    (talks,) = coded(document, "CONSULT")
    assert talks.mode == "call"


def test_who_spoke_with_somebody_in_a_city_met_him(report: Read) -> None:
    """A place makes a meeting of it."""
    document = report("Foreign Minister Wang Yi spoke with Secretary of State Antony Blinken in Geneva on Thursday.")
    (talks,) = coded(document, "CONSULT")
    assert talks.mode == "meet"


def test_a_conversation_that_comes_after_a_meeting_is_no_second_one(report: Read) -> None:
    """ "The conversation comes a day after" another meeting: it keeps its own day and its own parties."""
    document = report(
        "Foreign Minister Wang Yi spoke on Friday with Secretary of State Antony Blinken. "
        "The conversation between the two comes a day after Wang met with Olaf Scholz in Berlin."
    )
    talks = coded(document, "CONSULT")
    assert sorted((event.date.value, len(event.actors)) for event in talks if event.date) == [
        ("2023-03-09", 2),
        ("2023-03-10", 2),
    ]


def test_a_blow_strikes_in_the_name_of_its_owner(report: Read) -> None:
    """A "drone strike" is nobody; whose it is did it."""
    document = report("A US drone strike killed an Iranian general near Baghdad on Thursday.")
    (attack,) = coded(document, "ASSAULT")
    assert names(document, attack.actors) == {"United States"}


def test_whoever_condemns_an_attack_does_not_blame_its_victim(report: Read) -> None:
    """ "condemned the attack on Ukraine" is aimed at whoever attacked."""
    document = report("France condemned the attack on Ukraine by Russia.")
    (blame,) = coded(document, "ACCUSE")
    assert names(document, blame.recipients) == {"Russia"}


def test_what_something_is_called_is_no_act(report: Read) -> None:
    """ "as an act of aggression" only names the strike again."""
    document = report("Iran condemned the decision as an act of aggression.")
    assert coded(document, "ASSAULT") == []


def test_a_joint_statement_speaks_for_all_who_sign(report: Read) -> None:
    """ "We" are those by whom the statement was released."""
    document = report(
        "The following statement was released by the governments of Canada, France and Japan. "
        "We condemn the arrests in Belarus.",
        publisher="Department of State",
    )
    (blame,) = coded(document, "ACCUSE")
    assert {"Canada", "France", "Japan"} <= names(document, blame.actors)


def test_an_act_that_somebody_claims_has_him_as_its_source(report: Read) -> None:
    """Only Ukraine says that Russia attacked."""
    document = report("Russia attacked Georgia on Tuesday, according to Ukraine.")
    (attack,) = coded(document, "ASSAULT")
    assert attack.source is not None
    assert names(document, (attack.source,)) == {"Ukraine"}


def test_an_act_that_the_report_tells_has_no_source(report: Read) -> None:
    """The report itself says it."""
    document = report("Russia attacked Georgia on Tuesday.")
    (attack,) = coded(document, "ASSAULT")
    assert attack.source is None


def test_a_budget_year_dates_nothing(report: Read) -> None:
    """A year that names a thing is not the day of an act."""
    document = report("The United States condemned the 2011 crackdown by Syria on Tuesday.")
    (blame,) = coded(document, "ACCUSE")
    assert blame.date is not None
    assert blame.date.value == "2023-03-07"


def test_confidence_is_a_share(report: Read) -> None:
    """Every event says how often such a coding is right."""
    document = report("France thanked Poland. Russia bombed Odesa. Turkey rejected the plan of Greece.")
    assert all(0.0 < event.confidence < 1.0 for event in Events()(document))


def test_thanks_are_not_given_at_talks_that_are_only_planned(report: Read) -> None:
    """A day in the future does not date what is told as done."""
    document = report(
        "Yair Lapid will meet Antony Blinken in Washington in June. Lapid thanked Blinken for his support.",
        day="2022-05-03",
    )
    (thanks,) = coded(document, "SUPPORT")
    assert thanks.date is not None
    assert thanks.date.value == "2022-05-03"


def test_two_acts_told_by_one_word_have_ids_of_their_own(report: Read) -> None:
    """A record keeps both meetings only where their ids differ."""
    document = report(
        "Yoav Gallant and Yair Lapid met with Antony Blinken on Tuesday. During their meeting, Gallant and "
        "Blinken discussed Iran. Later, Lapid also met with Blinken."
    )
    meetings = coded(document, "CONSULT")
    assert len(meetings) >= 2
    assert len({meeting.id for meeting in meetings}) == len(meetings)


def test_a_participant_s_words_are_the_whole_mention(report: Read) -> None:
    """Whoever asks why is shown "Foreign Minister Yair Lapid", not "Yair"."""
    document = report("Foreign Minister Yair Lapid met with Antony Blinken in Jerusalem on Tuesday.")
    (meeting,) = coded(document, "CONSULT")
    said = {argument.span.text for argument in meeting.arguments}
    assert said == {"Foreign Minister Yair Lapid", "Antony Blinken"}
