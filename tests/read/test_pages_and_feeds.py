"""Reports from saved web pages and from feeds."""

from datetime import date

from dragoman.model import Article, Problem
from dragoman.read import How, read_bytes
from dragoman.read.formats.markup import text_of

TODAY = date(2024, 1, 1)
PROSE = "The foreign minister met his colleague in the capital on Tuesday and spoke with him of trade for two hours."
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ministers meet - Sample Post</title>
<meta property="og:title" content="Ministers meet"><meta property="og:site_name" content="Sample Post">
<meta property="article:published_time" content="2022-05-03T10:00:00+00:00">
<link rel="canonical" href="https://www.reuters.com/world/ministers-meet"></head><body>
<nav><a href="/">Home</a><a href="/world">World</a></nav><article><h1>Ministers meet</h1>
<p>LONDON (Reuters) - {PROSE}</p><p>“We spoke as friends”, the minister said. {PROSE}</p>
<p>{PROSE} They will meet again.</p>
</article><footer>© Sample Post</footer></body></html>"""
FEED = f"""<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Sample Wire</title>
<item><title>Ministers &amp; envoys meet</title><link>https://sample.example/1</link><guid>g1</guid>
<pubDate>Tue, 03 May 2022 10:00:00 +0000</pubDate>
<description>&lt;p&gt;{PROSE}&lt;/p&gt;&lt;p&gt;Talks go on.&lt;/p&gt;</description></item>
<item><title>Nothing</title><guid>g2</guid></item></channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Sample Post</title>
<entry><title>Talks</title><id>urn:1</id><published>2022-05-03T10:00:00Z</published><updated>2022-05-04T10:00:00Z</updated>
<author><name>Anna Berg</name></author><content type="html">&lt;p&gt;{PROSE}&lt;/p&gt;</content></entry></feed>"""


def test_a_page_gives_its_article_and_its_tags() -> None:
    """Menus and footers are not in it; the publisher is known by its domain."""
    (article,) = read_bytes(PAGE.encode(), "page.html", How(kind="html", today=TODAY))
    assert isinstance(article, Article)
    assert article.text.startswith(PROSE)
    assert "Home" not in article.text
    assert (article.title, article.publisher, article.dateline) == ("Ministers meet", "Reuters", "LONDON")
    assert article.published is not None
    assert (article.published.day, article.published.basis) == (
        date(2022, 5, 3),
        "tag article:published_time of the page",
    )


def test_a_page_in_a_declared_encoding_is_read() -> None:
    """windows-1252 is no guess where the page says so."""
    page = PAGE.replace('charset="utf-8"', 'charset="windows-1252"').encode("cp1252")
    (article,) = read_bytes(page, "page.html", How(kind="html", today=TODAY))
    assert isinstance(article, Article)
    assert "“We spoke as friends”" in article.text


def test_a_page_without_an_article_is_a_problem() -> None:
    """There is nothing to code in a menu."""
    (problem,) = read_bytes(b"<html><body><nav>Home</nav></body></html>", "page.html", How(kind="html", today=TODAY))
    assert isinstance(problem, Problem)
    assert problem.kind == "empty"


def test_an_entry_of_a_feed_is_an_article_and_an_empty_one_a_problem() -> None:
    """HTML is taken off the description, paragraphs stay."""
    article, problem = read_bytes(FEED.encode(), "feed.xml", How(kind="feed", today=TODAY))
    assert isinstance(article, Article)
    assert article.text == f"{PROSE}\n\nTalks go on."
    assert (article.title, article.source_id, article.publisher) == ("Ministers & envoys meet", "g1", "Sample Wire")
    assert article.published is not None
    assert article.published.value == "2022-05-03T10:00+00:00"
    assert isinstance(problem, Problem)
    assert problem.kind == "empty"


def test_atom_has_content_author_and_a_time_of_change() -> None:
    """The other kind of feed."""
    (article,) = read_bytes(ATOM.encode(), "feed.atom", How(kind="feed", today=TODAY))
    assert isinstance(article, Article)
    assert (article.text, article.byline) == (PROSE, "Anna Berg")
    assert article.updated is not None
    assert article.updated.value.startswith("2022-05-04")


def test_a_torn_feed_is_a_problem_and_gives_what_it_has() -> None:
    """Entries before the tear are read."""
    found = list(
        read_bytes(FEED[: FEED.index("<item><title>Nothing")].encode(), "feed.xml", How(kind="feed", today=TODAY))
    )
    assert any(isinstance(item, Problem) and item.kind == "broken line" for item in found)
    assert any(isinstance(item, Article) for item in found)


def test_a_feed_that_names_a_file_does_not_open_it() -> None:
    """Bytes are content, never an address."""
    (problem,) = read_bytes(b"/etc/hostname", "feed.xml", How(kind="feed", today=TODAY))
    assert isinstance(problem, Problem)


def test_markup_is_taken_off_and_scripts_are_not_text() -> None:
    """Blocks become paragraphs, inline tags nothing."""
    assert text_of("<p>One <b>two</b></p><script>x()</script><div>three<br>four &amp; five</div>") == (
        "One two\n\nthree\n\nfour & five"
    )
    assert text_of("2 < 3 and 5 > 4") == "2 < 3 and 5 > 4"
