"""The exchange formats of news agencies, and transcripts."""

from collections.abc import Callable

from dragoman.model import Article, Problem

Read = Callable[..., list[Article | Problem]]
PROSE = "The foreign minister of Ruritania met his colleague from Zenda in the capital on Tuesday and spoke of trade."
NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<nitf xml:lang="en"><head><title>Talks</title><docdata><doc-id id-string="n-1"/>
<date.issue norm="20220503T101500Z"/><doc.copyright holder="Sample Wire"/></docdata></head>
<body><body.head><hedline><hl1>Ministers meet</hl1></hedline><byline>By Anna Berg</byline>
<dateline><location>STRELSAU</location></dateline></body.head>
<body.content><block><p>{PROSE}</p><media media-type="image"><media-caption>Two ministers.</media-caption></media>
<p>They will meet again.</p></block></body.content></body></nitf>"""
INNER = NITF[NITF.index("<nitf") :]
NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>
<newsItem guid="urn:newsml:sample.example:1" version="2"><itemMeta><provider literal="Sample Wire"/>
<versionCreated>2022-05-03T12:00:00+00:00</versionCreated><firstCreated>2022-05-03T10:15:00+00:00</firstCreated></itemMeta>
<contentMeta><headline>Ministers meet</headline><by>Anna Berg</by><language tag="en"/></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml">{INNER}</inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:sample.example:2"><itemMeta><versionCreated>2022-05-04T12:00:00Z</versionCreated></itemMeta>
<contentMeta><headline>Talks go on</headline></contentMeta><contentSet>
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>
<body><p>{PROSE}</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:sample.example:3"><contentMeta/><contentSet><remoteContent href="x.jpg"/></contentSet>
</newsItem>
</itemSet></newsMessage>"""
VTT = """WEBVTT

00:00:01.000 --> 00:00:03.000
<v Anna Berg>We met in the capital on Tuesday

00:00:03.000 --> 00:00:05.000
<v Anna Berg>and spoke of trade.

00:00:05.000 --> 00:00:07.000
<v Question>When will you meet again?
"""
TURNS = """Briefing of the foreign ministry, 3 May 2022

MINISTER HENTZAU
We met our colleague from Zenda in the capital on Tuesday.

QUESTION:
When will you meet again?

MINISTER HENTZAU
Next month, here in Strelsau, when the parliaments of both countries have voted.
"""


def test_nitf_gives_text_dateline_and_date(read_it: Read) -> None:
    """The caption of a picture is no text."""
    (article,) = read_it(NITF.encode(), "story.xml")
    assert isinstance(article, Article)
    assert article.text == f"{PROSE}\n\nThey will meet again."
    assert (article.title, article.dateline, article.publisher) == ("Ministers meet", "STRELSAU", "Sample Wire")
    assert article.published is not None
    assert article.published.value == "2022-05-03T10:15+00:00"


def test_newsml_gives_every_item_and_a_problem_for_one_without_text(read_it: Read) -> None:
    """NITF and XHTML within it; both times of an item are kept."""
    first, second, problem = read_it(NEWSML.encode(), "items.xml")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert isinstance(problem, Problem)
    assert (first.text, second.text) == (f"{PROSE}\n\nThey will meet again.", PROSE)
    assert first.published is not None
    assert first.updated is not None
    assert (first.published.value, first.updated.value) == ("2022-05-03T10:15+00:00", "2022-05-03T12:00+00:00")
    assert second.title == "Talks go on"


def test_entities_of_xml_are_not_opened(read_it: Read) -> None:
    """Neither files nor the thousand laughs."""
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10 if i else "ha"}">' for i in range(12))
    bomb = f'<!DOCTYPE nitf [{laughs}<!ENTITY f SYSTEM "file:///etc/hostname">]>' + INNER.replace("They", "&l11;&f;")
    for item in read_it(bomb.encode(), "story.xml"):
        assert isinstance(item, Problem) or "haha" not in item.text


def test_cues_become_turns_of_speakers(read_it: Read) -> None:
    """A voice speaks until another one does."""
    (article,) = read_it(VTT.encode(), "talk.vtt")
    assert isinstance(article, Article)
    assert article.text == (
        "ANNA BERG: We met in the capital on Tuesday and spoke of trade.\n\nQUESTION: When will you meet again?"
    )


def test_a_name_above_its_words_is_put_before_them(read_it: Read) -> None:
    """As transcripts of briefings are printed."""
    (article,) = read_it(TURNS.encode(), "briefing.txt", kind="transcript")
    assert isinstance(article, Article)
    assert "MINISTER HENTZAU: We met our colleague" in article.text
    assert "QUESTION: When will you meet again?" in article.text
    assert article.title == "Briefing of the foreign ministry, 3 May 2022"


def test_turns_of_a_json_transcript_are_put_together(read_it: Read) -> None:
    """Each with its speaker."""
    row = '{"id": "t", "turns": [{"speaker": "Anna Berg", "text": "We met."}, {"speaker": null, "text": "Applause."}]}'
    (article,) = read_it(row.encode(), "talk.jsonl")
    assert isinstance(article, Article)
    assert article.text == "ANNA BERG: We met.\n\nApplause."
