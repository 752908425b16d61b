"""A file of mentions, line by line."""

import json

from dragoman.model import Problem
from dragoman.pipeline.resolve import FIELDS, resolve_lines


def test_each_line_gets_its_answer_in_order() -> None:
    """Every field is there, unknown ones empty."""
    lines = [
        json.dumps({"id": "a", "text": "Tony Blinken", "date": "2023-01-31"}),
        "",
        json.dumps({"id": "b", "text": "somebody", "date": "2023-01-31"}),
    ]
    first, second = resolve_lines(lines, "mentions.jsonl")
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert tuple(first) == tuple(second) == FIELDS
    assert (first["id"], first["actor"], first["office"]) == ("a", "antony-blinken", "secretary of state")
    assert (second["id"], second["name"], second["actor"]) == ("b", None, None)


def test_a_broken_line_is_a_problem_that_names_its_place_and_the_rest_goes_on() -> None:
    """No line is lost quietly, and none stops the others."""
    lines = [
        "{",
        "[1]",
        '{"id": 1, "date": "2020-01-01"}',
        '{"text": "Iran", "date": "soon"}',
        '{"text": "Iran", "date": "2020-01"}',
    ]
    found = list(resolve_lines(lines, "mentions.jsonl"))
    problems = [entry for entry in found if isinstance(entry, Problem)]
    assert [(problem.line, problem.kind) for problem in problems] == [
        (1, "broken line"),
        (2, "broken line"),
        (3, "missing field"),
        (4, "date"),
    ]
    assert isinstance(found[4], dict)
    assert found[4]["country"] == "IRN"
    assert found[4]["id"] is None


def test_context_in_the_line_is_used() -> None:
    """A surname that many bear is settled by the states named nearby."""
    line = json.dumps({"id": "k", "text": "Khan", "date": "2019-03-01", "context": ["PAK"]})
    (found,) = resolve_lines([line], "-")
    assert isinstance(found, dict)
    assert found["actor"] == "imran-khan"


def test_a_line_without_a_date_is_answered_as_of_the_tables_and_says_so() -> None:
    """Nobody's clock is asked: the same line gives the same answer for ever."""
    found, same = resolve_lines(['{"id": "u", "text": "Iran", "date": null}', '{"id": "u", "text": "Iran"}'], "-")
    assert isinstance(found, dict)
    assert found == same
    assert "no date given" in (found["reason"] or "")
