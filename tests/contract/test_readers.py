"""What holds for every reader: offsets, order, the same again, and no exception whatever comes."""

import html
import io
import json
from collections.abc import Callable, Iterator
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.model import Article, Problem
from dragoman.read import kinds
from dragoman.read.feeds import read_feed
from dragoman.read.pages import read_html
from dragoman.read.plain import read_text
from dragoman.read.records import read_json, read_jsonl

TODAY = date(2024, 1, 1)
Found = list[Article | Problem]


def as_text(text: str) -> Found:
    """Plain text."""
    return list(read_text(text.encode("utf-8", "replace"), "a.txt", today=TODAY))


def as_jsonl(text: str) -> Found:
    """JSON lines."""
    row = json.dumps({"id": "a", "text": text, "title": "Talks go on", "published": "2022-05-03"})
    return list(read_jsonl(io.BytesIO(row.encode()), "a.jsonl", today=TODAY))


def as_json(text: str) -> Found:
    """One JSON file."""
    return list(read_json(json.dumps({"text": text}).encode(), "a.json", today=TODAY))


def as_html(text: str) -> Found:
    """A page with one paragraph for each line."""
    body = "".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n"))
    page = f"<html><head><title>Talks</title></head><body><article>{body}</article></body></html>"
    return list(read_html(page.encode("utf-8", "replace"), "a.html", today=TODAY))


def as_feed(text: str) -> Found:
    """A feed with one entry."""
    body = html.escape("".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n")))
    item = f"<item><title>Talks</title><description>{body}</description></item>"
    feed = f"<rss version='2.0'><channel>{item}</channel></rss>"
    return list(read_feed(feed.encode("utf-8", "replace"), "a.xml", today=TODAY))


READERS: dict[str, Callable[[str], Found]] = {
    "feed": as_feed,
    "html": as_html,
    "json": as_json,
    "jsonl": as_jsonl,
    "text": as_text,
}
PIECES = st.sampled_from(
    [
        " date 2022-05-03 ",
        "Home World Politics Business Opinion Sport",
        "Talks go on",
        "By Anna Berg",
        "Published: MAY 3, 2022 10:11",
        "May 3, 2022",
        "The ministers in Oslo. (photo credit: Anna Berg)",
        "(credit: Anna Berg)",
        "OSLO (Reuters) - ",
        "The foreign minister met his colleague and spoke of trade.",
        "“We spoke as friends,” he said.",
        "Read more: Other news",
        "© 2022 Sample Post",
        "נפגשו השרים בירושלים",
        "🙂",
        "\n",
        "\n\n",
        "\r\n",
        " ",
        "\u00a0",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=14).map("".join), st.text(max_size=120))


def check(article: Article) -> None:
    """Hold an article against the promises of the house."""
    assert article.text == article.text.strip() != ""
    at = 0
    for start, origin, length in article.offsets.runs:
        assert start == at
        assert article.text[start : start + length] == article.raw[origin : origin + length]
        at += length
    assert at == len(article.text)
    ends = 0
    for part in article.parts:
        assert part.basis
        if part.span is not None:
            assert part.span.check(article.raw)
            assert part.span.start >= ends
            ends = part.span.end
    for stamp in (article.published, article.updated):
        assert stamp is None or stamp.day <= TODAY
        assert stamp is None or stamp.span is None or stamp.span.check(article.raw)


def articles(found: Found) -> Iterator[Article]:
    """Give the articles, and look at what stands beside them."""
    for item in found:
        if isinstance(item, Article):
            yield item
        else:
            assert item.kind
            assert item.message
            assert item.cure


def test_every_kind_has_a_reader_here() -> None:
    """A new kind comes with its contract."""
    assert tuple(sorted(READERS)) == kinds()


@pytest.mark.parametrize("kind", READERS)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=TEXTS)
def test_offsets_find_their_words_and_parts_never_overlap(kind: str, text: str) -> None:
    """Whatever the text, and however it is cut."""
    for article in articles(READERS[kind](text)):
        check(article)


@pytest.mark.parametrize("kind", READERS)
def test_reading_twice_gives_the_same(kind: str) -> None:
    """Ids, parts, offsets, all."""
    text = "Talks go on\n\nBy Anna Berg\n\nThe foreign minister met his colleague and spoke of trade with him."
    assert READERS[kind](text) == READERS[kind](text) != []


@pytest.mark.parametrize("kind", READERS)
def test_an_empty_text_is_a_problem(kind: str) -> None:
    """Not an article and not an exception."""
    found = READERS[kind]("")
    assert len(found) == 1
    assert isinstance(found[0], Problem)


@pytest.mark.parametrize("kind", READERS)
@pytest.mark.parametrize(
    "text",
    [
        "השרים נפגשו בירושלים ביום שלישי ודיברו על סחר. " * 6,
        "The ministers met 🙂 and spoke of trade 🇳🇴 for two hours in the capital. " * 3,
        "The ministers met in Oslo.\r\n\r\nThey spoke of trade for two hours.\r\n" * 3,
        "e\u0301tat d'urgence: the ministers met and spoke of the state of emergency. " * 3,
    ],
    ids=["right to left", "emoji", "CRLF", "combining"],
)
def test_scripts_and_line_ends_do_no_harm(kind: str, text: str) -> None:
    """All letters that the reader had are there, white space aside."""
    (article,) = articles(READERS[kind](text))
    check(article)
    assert "".join(article.text.split()) in "".join(article.raw.split())


@pytest.mark.parametrize(
    "unit",
    ["The minister spoke of trade. ", "The minister spoke of trade.\n", "((", "A, B - ", "1 ", " \n"],
    ids=["one line", "many lines", "brackets", "capitals", "figures", "blank"],
)
def test_a_megabyte_is_read_in_linear_time(unit: str) -> None:
    """A pattern that looks back and forth would never end."""
    text = unit * (1_000_000 // len(unit)) + "\nThe minister spoke."
    for article in articles(as_jsonl(text)):
        check(article)
