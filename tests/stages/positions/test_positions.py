"""Who is for or against what; half of the sentences must give no stand."""

from collections.abc import Callable

import pytest

from dragoman.errors import KnowledgeError
from dragoman.knowledge.positions import stands as table
from dragoman.knowledge.positions.stands import read_stands
from dragoman.pipeline import Pipeline
from dragoman.pipeline.ontology import sentence

Stands = Callable[[str], list[tuple[str, str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Iran must not be allowed to obtain nuclear weapons,” Yair Lapid said.",
            ("Yair Lapid", "against", "Iran obtain nuclear weapons"),
        ),
        ("“Sanctions must not be lifted,” Antony Blinken said.", ("Antony Blinken", "against", "lift sanctions")),
        ("France opposes the plan to build new settlements.", ("France", "against", "plan to build new settlements")),
        ("Turkey condemned the attack on Israel.", ("Turkey", "against", "attack on Israel")),
        ("Germany does not support the annexation of Crimea.", ("Germany", "against", "annexation of Crimea")),
        ("China is opposed to unilateral sanctions.", ("China", "against", "unilateral sanctions")),
        (
            "Olaf Scholz urged Russia to withdraw its troops from Ukraine.",
            ("Olaf Scholz", "for", "Russia withdraw its troops from Ukraine"),
        ),
        ("Poland voiced support for the treaty with Ukraine.", ("Poland", "for", "treaty with Ukraine")),
        (
            "“There must be no return to war,” Olaf Scholz told reporters.",
            ("Olaf Scholz", "against", "return to war"),
        ),
        (
            "“The annexation of Crimea is illegal,” said Olaf Scholz.",
            ("Olaf Scholz", "against", "annexation of Crimea"),
        ),
        ("Joe Biden said he supports a two-state solution.", ("Joe Biden", "for", "two-state solution")),
        (
            "Yair Lapid said that Iran must not be allowed to obtain nuclear weapons.",
            ("Yair Lapid", "against", "Iran obtain nuclear weapons"),
        ),
        ("Israel is against the deal.", ("Israel", "against", "deal")),
    ],
)
def test_a_stand_is_read_with_its_holder_and_what_it_is_about(
    stands: Stands, text: str, expected: tuple[str, str, str]
) -> None:
    """Acts of words, and what somebody says must or must not be."""
    assert expected in stands(text)


def test_who_calls_for_the_end_of_a_thing_is_against_it(stands: Stands) -> None:
    """ "an end to" turns the stand round."""
    assert [(stance, what) for _, stance, what in stands("Emmanuel Macron called for an end to the violence.")] == [
        ("against", "violence")
    ]


def test_what_none_should_suffer_is_forbidden(stands: Stands) -> None:
    """ "No child should" is said against it, not for it."""
    found = stands("“No civilian should be bombed,” Antony Blinken said.")
    assert [(who, stance) for who, stance, _ in found] == [("Antony Blinken", "against")]


def test_a_preference_is_for_what_others_are_to_do(stands: Stands) -> None:
    """Not for those who are to do it."""
    assert stands("Israel prefers Egypt to restrain Hamas.") == [("Israel", "for", "Egypt restrain Hamas")]


def test_who_refuses_to_support_a_thing_is_against_it(stands: Stands) -> None:
    """One stand, not two."""
    assert stands("Hungary refused to support new sanctions on Russia.") == [
        ("Hungary", "against", "new sanctions on Russia")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Would France support the plan?",
        "“Does Russia support the militia?” Joe Biden asked.",
        "If France supports the plan, Germany will follow.",
        "France asked whether Germany supports the plan.",
        "France would support a ceasefire.",
        "France may back the resolution.",
        "Joe Biden said that Russia supports the militia.",
        "France does not oppose the deal.",
        "France no longer supports the deal.",
        "France had opposed the deal.",
        "The French ministry declined to comment on the detention of the envoy.",
        "Russia refused to confirm the reports.",
        "“The envoy must be freezing in that cell,” Yair Lapid said.",
        "“They must have known of the raid,” Yair Lapid said.",
        "“No one's right to a trial should be endangered by this,” Yair Lapid said.",
        "Iran must not be allowed to obtain nuclear weapons.",
        "The ministers of France and Germany discussed support for Ukraine.",
        "",
    ],
)
def test_questions_conditions_hearsay_and_what_is_no_longer_so_are_no_stands(stands: Stands, text: str) -> None:
    """Nobody takes a stand there."""
    assert stands(text) == [] if text else True


def test_a_stand_in_a_turn_is_the_speaker_s(pipeline: Pipeline) -> None:
    """In a transcript "we" is whoever has the floor."""
    text = (
        "Antony Blinken and Annalena Baerbock met the press.\n\nSECRETARY BLINKEN: Thank you, all of you.\n\n"
        "FOREIGN MINISTER BAERBOCK: We reject the annexation of Crimea."
    )
    document, _ = pipeline.code(sentence(text))
    names = {actor.id: actor.name for actor in document.actors}
    assert [(names[p.holder], p.stance, p.basis) for p in document.positions] == [
        ("Annalena Baerbock", "against", "quoted")
    ]


def test_the_day_is_that_of_the_report_where_nothing_else_is_said(pipeline: Pipeline) -> None:
    """A stand told as news was taken on the report's day."""
    document, _ = pipeline.code(sentence("France opposes the plan.", "2021-05-04"))
    assert [position.date for position in document.positions] == ["2021-05-04"]


def test_the_same_text_gives_the_same_stands(pipeline: Pipeline) -> None:
    """Ids come from content."""
    text = "France opposes the plan. Turkey condemned the attack."
    first, second = pipeline.code(sentence(text))[0], pipeline.code(sentence(text))[0]
    assert first.positions == second.positions


def test_the_table_of_stands_is_checked() -> None:
    """A broken row is refused with file and line."""
    assert table().verbs["oppose"].stance == "against"
    with pytest.raises(KnowledgeError, match=r"s\.tsv:2"):
        read_stands("# remark\noppose\tverb\tagainst-ish\tobject\n", "s.tsv")
