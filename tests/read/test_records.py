"""Reports from JSON."""

import gzip
import json
from datetime import date

import pytest

from dragoman.model import Article, Problem
from dragoman.read import How, read_bytes

TODAY = date(2024, 1, 1)
PROSE = "The foreign minister met his colleague in the capital and spoke of trade."


def lines(*rows: object) -> list[Article | Problem]:
    """Read rows as JSON lines; a str or bytes row is taken as it is."""
    coded = [
        row if isinstance(row, bytes) else (row if isinstance(row, str) else json.dumps(row)).encode() for row in rows
    ]
    return list(read_bytes(b"\n".join(coded), "news.jsonl", How(kind="jsonl", today=TODAY)))


def one(**fields: object) -> Article:
    """Read one row that gives an article and no problem."""
    (article,) = lines({"text": PROSE, **fields})
    assert isinstance(article, Article)
    return article


def test_fields_become_the_articles_own() -> None:
    """Id, publisher, date, title, address and language."""
    article = one(
        id="a1", publisher="Sample Wire", published="2022-05-03", title="Talks", url="http://x.org", language="EN"
    )
    assert (article.source_id, article.publisher, article.title) == ("a1", "Sample Wire", "Talks")
    assert (article.url, article.language, article.text) == ("http://x.org", "en", PROSE)
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2022-05-03", "field published")


def test_date_serves_for_published_and_null_for_nothing() -> None:
    """Both names are known; null is absent."""
    article = one(date="2022-05-03", published=None, title=None)
    assert article.published is not None
    assert article.published.basis == "field date"
    assert one(published=None).published is None


def test_a_time_with_zone_falls_on_the_publishers_day() -> None:
    """Eleven past midnight in Greenwich is the evening before in Washington."""
    article = one(publisher="U.S. Department of State", published="2022-06-18T00:11:18Z")
    assert article.published is not None
    assert article.published.day == date(2022, 6, 17)


@pytest.mark.parametrize("came", ["2023-02-30", "soon", "2099-01-01"])
def test_a_date_that_cannot_be_is_a_problem_beside_the_article(came: str) -> None:
    """The report is kept without it."""
    article, problem = lines({"text": PROSE, "published": came})
    assert isinstance(article, Article)
    assert article.published is None
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.line) == ("date", 1)
    assert came in problem.message


def test_raw_is_the_text_as_given() -> None:
    """White space at its ends too."""
    assert one(text=f"  {PROSE}\n").raw == f"  {PROSE}\n"


def test_a_headline_before_date_and_body_on_one_line_is_taken_off() -> None:
    """Headline, date and text may share the line; a headline given in part is mended."""
    article = one(
        title="Minister meets U.", published="2009-12-16", text=f"Minister meets U.N. envoy December 16, 2009 {PROSE}"
    )
    assert article.text == PROSE
    assert article.title == "Minister meets U.N. envoy"
    assert {part.kind for part in article.parts} == {"title", "published"}


def test_a_date_in_the_first_sentence_is_no_stamp() -> None:
    """It has no headline before it and the sentence goes on."""
    text = "On December 16, 2009 Minister Zenda met his colleague in the capital and spoke of trade."
    assert one(published="2009-12-16", title="Ministers meet", text=text).text == text


def test_the_head_of_a_release_is_taken_off_and_its_turns_are_not() -> None:
    """Who speaks, where, in which room; then the words themselves."""
    text = (
        f"Rudolf Hentzau, Foreign Minister\nStrelsau, Ruritania\nThrone Room\n2:15 p.m. EDT\nMINISTER HENTZAU: {PROSE}"
    )
    article = one(title="Minister Hentzau at a Press Availability", text=text)
    assert article.text == f"MINISTER HENTZAU: {PROSE}"
    assert article.byline == "Rudolf Hentzau, Foreign Minister"
    assert article.dateline == "Strelsau, Ruritania"


def test_who_a_text_is_attributed_to_is_its_byline() -> None:
    """The office first, then the person."""
    text = f"Office of the Spokesperson\nThe below is attributable to Spokesperson Fritz Tarlenheim:\n{PROSE}"
    assert one(title="Call", text=text).byline == "Office of the Spokesperson; Spokesperson Fritz Tarlenheim"
    assert one(title="Call", text=text).text == PROSE


def test_a_heading_after_a_reporters_byline_is_no_place() -> None:
    """Only the head of a release has a place of the occasion."""
    article = one(title="Talks go on", text=f"Talks go on\nBy Anna Berg\nRuritania, Zenda Trade Barbs\n{PROSE}")
    assert article.dateline is None
    assert "Trade Barbs" in article.text


def test_a_broken_line_is_a_problem_with_its_number_and_the_rest_goes_on() -> None:
    """Two articles and three problems of five lines."""
    good = json.dumps({"text": PROSE})
    found = lines(good, '{"text": "cut', "[1, 2]", b'{"text": "\xff"}', good)
    assert [item.line if isinstance(item, Problem) else None for item in found] == [None, 2, 3, 4, None]
    assert [item.kind for item in found if isinstance(item, Problem)] == ["broken line", "broken line", "encoding"]


@pytest.mark.parametrize(
    ("text", "kind"), [(None, "missing field"), (7, "missing field"), ([{"x": 1}], "missing field"), (" ", "empty")]
)
def test_a_record_without_text_is_a_problem(text: object, kind: str) -> None:
    """It says what came instead."""
    (problem,) = lines({"id": "a", "text": text})
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.line) == (kind, 1)


def test_blank_lines_are_passed_over_and_a_file_of_them_is_empty() -> None:
    """A last line break is no record."""
    assert len(lines({"text": PROSE}, "", "  ", "")) == 1
    (problem,) = lines("", "")
    assert isinstance(problem, Problem)
    assert problem.kind == "empty"


def test_packed_lines_are_unpacked_and_a_torn_archive_keeps_what_came_before() -> None:
    """What could be read is not lost."""
    packed = gzip.compress(b"\n".join(json.dumps({"text": f"{PROSE} {i}"}).encode() for i in range(300)))
    whole = list(read_bytes(packed, "news.jsonl.gz", How(kind="jsonl", today=TODAY)))
    assert len(whole) == 300
    torn = list(read_bytes(packed[: len(packed) // 2], "news.jsonl.gz", How(kind="jsonl", today=TODAY)))
    assert isinstance(torn[-1], Problem)
    assert torn[-1].kind == "unreadable"


def test_a_json_file_may_hold_one_report_or_a_list() -> None:
    """Spread over lines or not."""
    both = [{"id": "a", "text": PROSE}, {"id": "b", "text": PROSE}]
    assert len(list(read_bytes(json.dumps(both, indent=1).encode(), "x.json", How(kind="json", today=TODAY)))) == 2
    (article,) = read_bytes(json.dumps(both[0], indent=1).encode(), "x.json", How(kind="json", today=TODAY))
    assert isinstance(article, Article)
    assert article.source_id == "a"


def test_json_nested_without_end_is_a_problem() -> None:
    """It does not bring the house down."""
    (problem,) = read_bytes(b"[" * 200_000, "x.json", How(kind="json", today=TODAY))
    assert isinstance(problem, Problem)
    assert problem.kind == "broken line"
