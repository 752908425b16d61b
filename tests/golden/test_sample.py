"""A few of our own reports, read as a careful reader reads them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from dragoman.model import Problem
from dragoman.run import annotate

EXPECTED = tomllib.loads((Path(__file__).parent / "expected.toml").read_text(encoding="utf-8"))["report"]


@pytest.fixture(scope="module")
def codings() -> dict[str, dict[str, Any]]:
    """Code all samples once."""
    from dragoman import sample

    return {item["id"]: item for item in annotate([str(sample.path())]) if not isinstance(item, Problem)}


def told(coding: dict[str, Any]) -> list[dict[str, Any]]:
    """Give a coding's events with names in place of ids."""
    names = {actor["id"]: actor["name"] for actor in coding["actors"]}
    return [event | {"who": {names[i] for i in (*event["actors"], *event["recipients"])}} for event in coding["events"]]


def agrees(event: dict[str, Any], wanted: dict[str, Any]) -> bool:
    """Tell whether an event is the one that is wanted, in every field that is given."""
    plain = {key: value for key, value in wanted.items() if key != "who"}
    return event["who"] == set(wanted["who"]) and all(event[key] == value for key, value in plain.items())


@pytest.mark.parametrize("report", EXPECTED, ids=lambda report: report["id"])
def test_the_events_of_a_report_are_found(report: dict[str, Any], codings: dict[str, dict[str, Any]]) -> None:
    """Who, to whom, when, where and whether: each event of the list."""
    events = told(codings[report["id"]])
    for wanted in report.get("event", []):
        assert any(agrees(event, wanted) for event in events), wanted


@pytest.mark.parametrize("report", EXPECTED, ids=lambda report: report["id"])
def test_every_quote_has_its_speaker(report: dict[str, Any], codings: dict[str, dict[str, Any]]) -> None:
    """All direct quotes, no more and no fewer, each with the one who said it."""
    coding = codings[report["id"]]
    names = {actor["id"]: actor["name"] for actor in coding["actors"]}
    found = {(names.get(quote["speaker"]), quote["text"]) for quote in coding["quotes"] if quote["direct"]}
    assert found == {(quote["speaker"], quote["text"]) for quote in report.get("quote", [])}


def test_nothing_hostile_is_found_in_a_report_of_a_meeting(codings: dict[str, dict[str, Any]]) -> None:
    """A summit that ends well holds no attack, sanction or protest."""
    types = {event["type"] for event in codings["sample-16"]["events"]}
    assert types.isdisjoint({"ASSAULT", "SANCTION", "PROTEST", "COERCE", "THREATEN", "MOBILIZE"})


def test_no_actor_has_two_names_over_the_reports(codings: dict[str, dict[str, Any]]) -> None:
    """One person is one id, whatever spelling a report prefers."""
    ids = {
        actor["known_as"]
        for coding in codings.values()
        for actor in coding["actors"]
        if "Zelensk" in actor["name"] or any("Zelensk" in mention for mention in actor["mentions"])
    }
    assert len(ids) == 1
