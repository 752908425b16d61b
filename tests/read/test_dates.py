"""When a report appeared: what is believed before what, and what is not believed at all."""

from collections.abc import Callable
from datetime import date

import pytest

from dragoman.model import Article, Problem
from dragoman.read.dates import day_in_address
from dragoman.read.formats.tags import tags_of

Read = Callable[..., list[Article | Problem]]
PROSE = "The foreign minister of Ruritania met his colleague from Zenda in the capital and spoke with him of trade."


def page(*head: str, body: str = "") -> bytes:
    """Write a page with some tags."""
    article = f"<article>{body}<p>{PROSE} {PROSE}</p><p>{PROSE} They will meet again next month.</p></article>"
    return f"<!doctype html><html lang='en'><head>{''.join(head)}</head><body>{article}</body></html>".encode()


def meta(name: str, content: str) -> str:
    """Write a tag."""
    return f'<meta property="{name}" content="{content}">'


def one(found: list[Article | Problem]) -> Article:
    """Give the article among what was found."""
    (article,) = (item for item in found if isinstance(item, Article))
    return article


def test_tags_come_before_stamps_and_both_times_are_kept(read_it: Read) -> None:
    """With the tag as basis."""
    head = (
        meta("article:published_time", "2022-05-03T10:00:00+02:00"),
        meta("article:modified_time", "2022-05-04T11:00:00+02:00"),
    )
    article = one(read_it(page(*head, body="<p>Published: May 7, 2022</p>"), "2022-05-09.html"))
    assert article.published is not None
    assert article.updated is not None
    assert (article.published.value, article.updated.value) == ("2022-05-03T10:00+02:00", "2022-05-04T11:00+02:00")
    assert article.published.basis == "tag article:published_time of the page"


def test_a_stamp_in_the_text_comes_before_the_address_and_that_before_the_file(read_it: Read) -> None:
    """Each only where those before it say nothing."""
    url = "https://x.example/2022/may/04/talks"
    row = {"text": f"Talks go on\nPublished: May 3, 2022 10:00\n{PROSE}", "url": url}
    stamped = one(read_it(_json(row), "news-2022-05-05.json"))
    addressed = one(read_it(_json(row | {"text": PROSE}), "news-2022-05-05.json"))
    assert stamped.published is not None
    assert addressed.published is not None
    assert (stamped.published.day, stamped.published.basis) == (date(2022, 5, 3), "stamp in the text")
    assert (addressed.published.day, addressed.published.basis) == (date(2022, 5, 4), "address")
    named = one(read_it(PROSE.encode(), "news-2022-05-05.txt"))
    assert named.published is not None
    assert (named.published.day, named.published.basis) == (date(2022, 5, 5), "file name")


def test_a_stamp_without_a_zone_goes_by_the_publishers_clock(read_it: Read) -> None:
    """Ten in the evening in Jerusalem."""
    row = {"text": f"Talks go on\nPublished: May 3, 2022 22:00\n{PROSE}", "publisher": "The Jerusalem Post"}
    article = one(read_it(_json(row), "a.json"))
    assert article.published is not None
    assert article.published.value == "2022-05-03T22:00+03:00"


@pytest.mark.parametrize("said", ["2099-05-03", "0203-05-03", "2022-13-45"])
def test_a_day_that_cannot_be_is_a_problem_and_the_next_best_is_taken(said: str, read_it: Read) -> None:
    """The future, the time before newspapers, no day at all."""
    found = read_it(_json({"text": PROSE, "published": said, "url": "https://x.example/2022/05/04/talks"}), "a.json")
    article = one(found)
    assert article.published is not None
    assert article.published.basis == "address"
    assert [item.kind for item in found if isinstance(item, Problem)] == ["date"]


def test_a_change_before_the_report_appeared_is_a_problem(read_it: Read) -> None:
    """Both are kept."""
    found = read_it(_json({"text": PROSE, "published": "2022-05-03", "updated": "2021-05-03"}), "a.json")
    article = one(found)
    assert article.published is not None
    assert article.updated is not None
    assert "before it appeared" in str(next(item for item in found if isinstance(item, Problem)))


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://x.example/2022/05/03/talks", "2022-05-03"),
        ("https://x.example/world/2022/may/3/talks", "2022-05-03"),
        ("https://x.example/talks-20220503.html", "2022-05-03"),
        ("https://x.example/2022-05-03-talks", "2022-05-03"),
        ("https://x.example/talks-2022", None),
        ("https://x.example/2022/15/45/", None),
        ("https://x.example/article-120220503", None),
        ("https://x.example/?date=2022-05-03", None),
        ("https://2022-05-03.example/talks", None),
    ],
)
def test_a_day_in_an_address(url: str, day: str | None) -> None:
    """In its path, and a real one."""
    assert day_in_address(url) == day


def test_linked_data_comes_before_meta_tags_and_articles_before_pages() -> None:
    """Broken linked data is passed over."""
    linked = (
        '<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"},'
        '{"@type": ["NewsArticle"], "datePublished": "2022-05-03T10:00:00Z", "dateModified": "2022-05-04"}]}</script>'
        '<script type="application/ld+json">{broken</script>'
    )
    tags = tags_of(linked + meta("article:published_time", "2021-01-01"))
    assert (tags.published, tags.updated) == ("2022-05-03T10:00:00Z", "2022-05-04")
    assert tags.basis == "tag datePublished of the page"


def test_the_time_of_another_report_on_the_page_is_not_taken() -> None:
    """A bare `time` may be of a neighbour in a list."""
    assert tags_of('<time datetime="2022-05-03">3 May</time>').published is None
    assert tags_of('<time class="entry-date published" datetime="2022-05-03">3 May</time>').published == "2022-05-03"


def test_a_page_in_another_language_is_kept_and_marked(read_it: Read) -> None:
    """A tag that says so is believed unless the text is plainly English."""
    foreign = (
        "Le ministre des affaires étrangères a rencontré son homologue dans la capitale et a parlé du commerce. " * 4
    )
    french = f"<html lang='fr'><body><article><p>{foreign}</p></article></body></html>".encode()
    english = page().replace(b"lang='en'", b"lang='ar'")
    untagged = one(read_it(foreign.encode(), "a.txt"))
    assert one(read_it(french, "a.html")).language == "fr"
    assert one(read_it(english, "a.html")).language == "en"
    assert untagged.language == "und"


def test_agencies_whose_material_is_used_are_named(read_it: Read) -> None:
    """In the dateline and under the text; the publisher does not credit itself."""
    text = f"STRELSAU (AP) — {PROSE}\n\n{PROSE}\n\nAgence France-Presse contributed to this report."
    article = one(read_it(_json({"text": text, "publisher": "Sample Post"}), "a.json"))
    assert [part.value for part in article.parts if part.kind == "wire"] == ["Associated Press", "Agence France-Presse"]
    own = one(read_it(_json({"text": text, "publisher": "Associated Press"}), "a.json"))
    assert [part.value for part in own.parts if part.kind == "wire"] == ["Agence France-Presse"]


def _json(row: dict[str, str]) -> bytes:
    import json

    return json.dumps(row).encode()


def test_the_day_in_the_name_of_a_table_is_that_of_no_row(read_it: Read) -> None:
    """It may be the day of the export."""
    article = one(read_it(_json({"text": PROSE}), "export-2022-05-05.jsonl"))
    assert article.published is None
