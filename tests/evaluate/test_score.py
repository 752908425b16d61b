"""Scoring counts what a reader would count."""

from typing import Any

import pytest

from dragoman.errors import SourceError
from dragoman.evaluate import load, score
from dragoman.evaluate.agree import kilometres, overlap, same_actor, same_date
from dragoman.evaluate.score import pair

TEXT = "Minister Ada Roe met Prince Leo in Novara on Monday. Roe thanked him."


def report(**changes: Any) -> dict[str, Any]:
    """Make a small annotated report."""
    actors = [
        {"id": "a1", "name": "Ada Roe", "kind": "person", "country": "NOV", "sector": "GOV", "mentions": ["Roe"]},
        {"id": "a2", "name": "Leo", "kind": "person", "country": "LEO", "sector": "GOV", "mentions": ["Prince Leo"]},
    ]
    event = {
        "id": "e1",
        "type": "CONSULT",
        "actors": ["a1", "a2"],
        "recipients": [],
        "symmetric": True,
        "date": "2023-01-30",
        "status": "actual",
        "salience": "main",
        "evidence": ["Minister Ada Roe met Prince Leo in Novara on Monday."],
    }
    return {"id": "x", "text": TEXT, "actors": actors, "events": [event | changes]}


def test_a_perfect_answer_scores_one_everywhere() -> None:
    """Gold against itself."""
    scores = score({"x": report()}, {"x": report()})
    assert all(row.f1 == 1.0 for row in scores.rows.values())
    assert scores.misses == []


def test_an_absent_report_is_missed_not_skipped() -> None:
    """What was not coded counts against recall."""
    scores = score({"x": report()}, {})
    assert scores.rows["events/what"].recall == 0.0
    assert [miss.wrong for miss in scores.misses] == ["not found"]


@pytest.mark.parametrize(
    ("change", "layer_lost"),
    [
        ({"type": "AID"}, "events/what"),
        ({"actors": ["a2"], "symmetric": False}, "events/who"),
        ({"date": "2023-01-29"}, "events/when"),
        ({"status": "planned"}, "events/all"),
    ],
)
def test_each_wrong_field_costs_its_own_layer(change: dict[str, Any], layer_lost: str) -> None:
    """A wrong field loses the layer that asks for it, and those beyond."""
    gold = report(symmetric=False, actors=["a1"], recipients=["a2"])
    answer = report(**({"symmetric": False, "actors": ["a1"], "recipients": ["a2"]} | change))
    rows = score({"x": gold}, {"x": answer}).rows
    layers = ["events/what", "events/who-country", "events/who", "events/when", "events/all"]
    kept = layers[: layers.index(layer_lost)]
    assert rows[layer_lost].hit == 0
    assert all(rows[layer].hit == 1 for layer in kept if layer != "events/who-country")


def test_an_invented_event_costs_precision() -> None:
    """A false event is counted and listed."""
    answer = report()
    answer["events"].append(answer["events"][0] | {"id": "e2", "evidence": ["Roe thanked him."]})
    scores = score({"x": report()}, {"x": answer})
    assert scores.rows["events/what"].precision == 0.5
    assert [miss.wrong for miss in scores.misses] == ["not in gold"]


def test_each_entry_is_paired_once() -> None:
    """Two answers to one gold entry are one hit."""
    assert len(pair([1], [1, 1], lambda g, p: int(g == p))) == 1


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("2023-01-31", "2023-01", True),
        ("2023-01-31", "2023", True),
        ("2023-01-31", "2023-02", False),
        ("2023-01-01/2023-02-28", "2023-01-31", True),
        ("2023-01/2023-02", "2023-02-28", True),
        ("2023-01-01/2023-02-28", "2023-03-01", False),
        (None, None, True),
        (None, "2023", False),
    ],
)
def test_dates_agree_within_their_precision(a: str | None, b: str | None, same: bool) -> None:
    """A coarse date agrees with every date inside it."""
    assert same_date(a, b) is same
    assert same_date(b, a) is same


def test_a_minister_is_not_her_country() -> None:
    """A mention in common does not make a person a state."""
    person = {"name": "Chad Roe", "kind": "person", "country": "USA", "mentions": ["Chad"]}
    state = {"name": "Chad", "kind": "country", "country": "TCD", "mentions": ["Chad"]}
    assert not same_actor(person, state)


def test_stretches_that_share_less_than_half_do_not_overlap() -> None:
    """Half of the shorter stretch is asked for."""
    assert overlap([(0, 10)], [(5, 30)])
    assert not overlap([(0, 10)], [(6, 30)])


def test_a_place_without_coordinates_is_near_nothing() -> None:
    """An unknown place is no hit."""
    assert kilometres({"lat": 1.0, "lon": 1.0}, {"lat": None, "lon": None}) > 1e9


def test_a_file_that_is_no_annotation_is_refused_with_its_line(tmp_path: Any) -> None:
    """The error names file and line."""
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"id": "x"}\n{"no": 1}\n', encoding="utf-8")
    with pytest.raises(SourceError, match=r"bad\.jsonl:2"):
        load(bad)
