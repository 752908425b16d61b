"""What a report only names in passing, or what stands as it stood, is no act; what is told as one is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dragoman.knowledge.frames import frames
from dragoman.model import Document
from dragoman.stages.events import Events
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.match import matches
from dragoman.stages.events.named import only_named
from dragoman.stages.events.political import is_political
from dragoman.stages.events.tree import Tree

Read = Callable[..., Document]


def possible(document: Document) -> list[Candidate]:
    return Events(coder="frames").read(document).candidates


def told(document: Document, frame: str) -> bool:
    tree, table = Tree(document.analysis), frames()
    found = [m for group in matches(tree, table) for m in group if m.frame.name == frame]
    assert found, f"{frame} is not evoked at all"
    return any(not only_named(tree, table, match) for match in found)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("They spoke of the Yemeni war.", "ASSAULT/war.n"),
        ("Diplomats want to end the Libyan civil war.", "ASSAULT/war.n"),
        ("French soldiers stationed in Chad took part in a parade.", "MOBILIZE/deploy.v"),
        ("The minister welcomed the launch of consultations.", "MOBILIZE/launch.n"),
        ("Norway seeks to join the committee.", "REQUEST/demand.v"),
        ("Greece will not stand by, its president said.", "REJECT/will-not.m"),
        ("Germany warned that Russia is building a base.", "THREATEN/warn.v"),
        ("Germany warned of a new wave of migration.", "THREATEN/warn.v"),
        ("Germany warned that the drought would cause unrest.", "THREATEN/warn.v"),
        ("President Macron called Prime Minister Modi a friend.", "CONSULT/call-somebody.v"),
    ],
)
def test_what_is_only_named_is_no_act(text: str, frame: str, report: Read) -> None:
    assert not told(report(text), frame)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Russia's war against Ukraine entered its second year.", "ASSAULT/war.n"),
        ("The war between Israel and Hezbollah drove thousands from their homes.", "ASSAULT/war.n"),
        ("France deployed soldiers to Chad on Monday.", "MOBILIZE/deploy.v"),
        ("Japan protested against the launch of a missile by North Korea.", "MOBILIZE/launch.n"),
        ("Norway wants an apology from Sweden.", "REQUEST/demand.v"),
        ("Hungary will not send troops to Chad.", "REJECT/will-not.m"),
        ("Turkey warned Greece against arming the islands.", "THREATEN/warn.v"),
        ("Iran warned of severe consequences.", "THREATEN/warn.v"),
        ("President Macron called Prime Minister Modi on Sunday.", "CONSULT/call-somebody.v"),
    ],
)
def test_what_is_told_as_an_act_stays_one(text: str, frame: str, report: Read) -> None:
    assert told(report(text), frame)


def test_a_firm_is_not_political_for_having_a_country(report: Read) -> None:
    document = report("Airbus signed a contract with China.")
    states = [actor for actor in document.actors if actor.kind == "country"]
    firms = [actor for actor in document.actors if actor.sector == "BUS"]
    assert states
    assert is_political([*firms, *states])
    assert not is_political(replace(firm, known=False, country="FRA") for firm in firms)


def test_a_murder_among_private_people_has_no_political_side(report: Read) -> None:
    document = report("Two brothers were charged with the murder of a shopkeeper, who was stabbed on Sunday.")
    assert not [c for c in possible(document) if c.type in ("ACCUSE", "ASSAULT")]


def test_a_murder_beside_which_an_office_holder_is_named_may_have_one(report: Read) -> None:
    document = report("A baker was charged with the murder of Kenyan Prime Minister Ada Otieno.")
    assert [c for c in possible(document) if c.type == "ACCUSE"]


def test_a_charge_without_a_word_of_ordinary_crime_may_have_one(report: Read) -> None:
    assert [c for c in possible(report("Two men were charged with treason in Nairobi.")) if c.type == "ACCUSE"]


def test_a_noun_spelt_with_a_hyphen_is_one_word(report: Read) -> None:
    document = report("The sit-in by Sudanese students at the ministry went on.")
    (match,) = (m for g in matches(Tree(document.analysis), frames()) for m in g if m.frame.name == "PROTEST/sit-in.n")
    assert [document.tokens[word].text for word in match.words] == ["sit", "-", "in"]


def test_a_dash_between_words_makes_no_noun(report: Read) -> None:
    tree = Tree(report("The students sat - in silence - at the ministry.").analysis)
    assert not [lemma for lemma in tree.lemmas if len(lemma) > 1 and "-" in lemma]
