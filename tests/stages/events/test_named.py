"""What a report only names in passing, or what stands as it stood, is no act; what is told as one is."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dragoman.knowledge.frames import frames
from dragoman.model import Document
from dragoman.stages.events.match import matches
from dragoman.stages.events.named import only_named
from dragoman.stages.events.political import is_political
from dragoman.stages.events.tree import Tree

Read = Callable[..., Document]


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
