"""Bundles of news databases: one file, many articles; the layouts are the databases', the sentences ours."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.model import Article, Problem

Read = Callable[..., list[Article | Problem]]
LONG = "The foreign minister of Ruritania met his colleague from Zenda in the capital on Tuesday and spoke with him."
NEXIS_NEW = """
User Name: Anna Berg

Date and Time: Wednesday, May 4, 2022 9:00 AM EDT

Job Number: 1

Documents (2)

1. Ministers meet in the capital

2. Farmers march

| About LexisNexis | Privacy Policy | Terms & Conditions | Copyright © 2022 LexisNexis

Ministers meet in the capital

Sample Post (Strelsau)

May 3, 2022 Tuesday 10:00 AM GMT

Copyright 2022 Sample Post Limited All Rights Reserved

Section: WORLD NEWS

Length: 60 words

Byline: Anna Berg in Strelsau

Highlight: First talks in a year

Body

{LONG}

“We spoke as friends,” he said. Subject: trade was the word he used.

Load-Date: May 3, 2022

End of Document

Farmers march

The Daily Sample

May 2, 2022 Monday

Copyright 2022 Daily Sample All Rights Reserved

Length: 20 words

Body

Farmers marched through Strelsau on Monday against the tolls on the bridge at Tarlenheim.

Classification

Language: ENGLISH

Load-Date: May 2, 2022

End of Document
""".replace("{LONG}", LONG)
NEXIS_OLD = """
                               1 of 2 DOCUMENTS


                          Sample Post (Strelsau)

                             May 3, 2022 Tuesday
                               Late Edition

Ministers meet in the capital

BYLINE: By ANNA BERG

SECTION: Section A; Foreign Desk; Pg. 1

LENGTH: 60 words

DATELINE: STRELSAU


The foreign minister of Ruritania met his colleague from Zenda in the
capital on Tuesday and spoke with him of trade and of the river that
divides the two states.

They will meet again in Strelsau next month, when the parliaments of both
countries are to vote on the accord.

LOAD-DATE: May 3, 2022

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                  Copyright 2022 Sample Post Company
                        All Rights Reserved


                               2 of 2 DOCUMENTS


                              The Daily Sample

                              May 2, 2022 Monday

HEADLINE: Farmers march

LENGTH: 20 words

BODY:
Farmers marched through Strelsau on Monday.

LOAD-DATE: May 2, 2022
"""
FACTIVA_HTML = f"""<html><head><title>Factiva</title></head><body>
<div class="article enArticle"><p><div id="hd"><span class="enHeadline">Ministers meet in the capital</span></div>
<div class="author">By Anna Berg</div><div>60 words</div><div>3 May 2022</div><div>10:00</div><div>Sample Wire</div>
<div>SAMPL</div><div>English</div><div>© 2022 Sample Wire Limited.</div></p>
<p class="articleParagraph enarticleParagraph">{LONG}</p>
<p class="articleParagraph enarticleParagraph">They will meet again in Strelsau next month.</p>
<p>Document SAMPL00020220503ei5300abc</p></div>
<div class="article enArticle"><div><span class="enHeadline">Farmers march</span></div><div>20 words</div>
<div>2 May 2022</div><div>The Daily Sample</div><div>DSAMP</div><div>English</div>
<div>Copyright 2022. Daily Sample</div>
<p class="articleParagraph enarticleParagraph">Farmers marched through Strelsau on Monday.</p>
<p>Document DSAMP00020220502ei5200def</p></div></body></html>"""
FACTIVA_CODED = f"""HD  Ministers meet in the capital
BY  By Anna Berg
WC  60 words
PD  3 May 2022
ET  10:00
SN  Sample Wire
SC  SAMPL
LA  English
CY  © 2022 Sample Wire Limited
LP
{LONG}
TD
They will meet again in Strelsau next month.
NS
gdip : International Relations
AN
Document SAMPL00020220503ei5300abc
"""
PROQUEST = f"""____________________________________________________________

Document 1 of 2

Title: Ministers meet in the capital

Author: Berg, Anna

Publication info: Sample Post, Late Edition; Strelsau [Strelsau]03 May 2022: A.1.

ProQuest document link

Abstract: Talks were held.

Full text: {LONG}

They will meet again in Strelsau next month.

Subject: Diplomacy

Location: Ruritania

Publication title: Sample Post, Late Edition (East); Strelsau

Publication date: May 3, 2022

Language of publication: English

ProQuest document ID: 123456789

Document URL: https://proquest.example/docview/123456789

Last updated: 2022-05-04

____________________________________________________________

Document 2 of 2

Title: Farmers march

Publication title: The Daily Sample

Publication date: May 2, 2022

Full text: Not available.

ProQuest document ID: 123456790
____________________________________________________________
"""


def articles(found: list[Article | Problem]) -> list[Article]:
    """Give the articles of a bundle that has no problem."""
    assert not [item for item in found if isinstance(item, Problem)], found
    return [item for item in found if isinstance(item, Article)]


def summary(article: Article) -> tuple[str | None, str | None, str | None]:
    """Give headline, publisher and day."""
    assert article.published is not None
    return article.title, article.publisher, str(article.published.day)


MINISTERS = ("Ministers meet in the capital", "Sample Post (Strelsau)", "2022-05-03")
FARMERS = ("Farmers march", "The Daily Sample", "2022-05-02")


@pytest.mark.parametrize("kind", ["text", "docx", "rtf"])
def test_a_bundle_of_nexis_uni_is_cut_into_its_articles(kind: str, read_it: Read, tmp_path: Path) -> None:
    """The cover sheet is none of them; DOCX and RTF as pandoc writes them."""
    content, name = NEXIS_NEW.encode(), "Files.txt"
    if kind != "text":
        pypandoc = pytest.importorskip("pypandoc")
        target = tmp_path / f"Files.{kind}"
        pypandoc.convert_text(NEXIS_NEW, kind, format="markdown", outputfile=str(target), extra_args=["--standalone"])
        content, name = target.read_bytes(), target.name
    first, second = articles(read_it(content, name))
    assert summary(first) == MINISTERS
    assert summary(second) == FARMERS
    assert first.text.startswith(LONG)
    assert first.text.endswith("Subject: trade was the word he used.")
    assert first.byline == "Anna Berg in Strelsau"
    assert second.text == "Farmers marched through Strelsau on Monday against the tolls on the bridge at Tarlenheim."


def test_a_bundle_of_lexisnexis_is_cut_into_its_articles(read_it: Read) -> None:
    """Publisher first, then the day, then the headline; lines of a fixed width are put together."""
    first, second = articles(read_it(NEXIS_OLD.encode(), "news.TXT"))
    assert summary(first) == MINISTERS
    assert summary(second) == FARMERS
    assert "Zenda in the capital on Tuesday and spoke" in first.text
    assert first.text.endswith("to vote on the accord.")
    assert second.text == "Farmers marched through Strelsau on Monday."


def test_a_bundle_of_factiva_is_cut_into_its_articles(read_it: Read) -> None:
    """HTML as it is given out; the id is Factiva's own."""
    first, second = articles(read_it(FACTIVA_HTML.encode(), "Factiva.html"))
    assert summary(first) == ("Ministers meet in the capital", "Sample Wire", "2022-05-03")
    assert summary(second) == FARMERS
    assert first.source_id == "SAMPL00020220503ei5300abc"
    assert first.text == f"{LONG}\n\nThey will meet again in Strelsau next month."
    assert first.byline == "By Anna Berg"


def test_factiva_with_field_codes_is_read(read_it: Read) -> None:
    """LP and TD are the text, and nothing else is."""
    (article,) = articles(read_it(FACTIVA_CODED.encode(), "factiva.txt"))
    assert summary(article) == ("Ministers meet in the capital", "Sample Wire", "2022-05-03")
    assert article.text == f"{LONG}\n\nThey will meet again in Strelsau next month."


def test_a_bundle_of_proquest_is_cut_and_an_article_without_text_is_a_problem(read_it: Read) -> None:
    """Its line is named, and the rest goes on."""
    article, problem = read_it(PROQUEST.encode(), "ProQuestDocuments.txt")
    assert isinstance(article, Article)
    assert summary(article) == ("Ministers meet in the capital", "Sample Post", "2022-05-03")
    assert article.text == f"{LONG}\n\nThey will meet again in Strelsau next month."
    assert (article.source_id, article.url) == ("123456789", "https://proquest.example/docview/123456789")
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.line) == ("empty", PROQUEST[: PROQUEST.index("Document 2")].count("\n"))


def test_a_report_that_speaks_of_documents_is_no_bundle(read_it: Read) -> None:
    """The marks of the databases stand alone on their lines."""
    text = f"{LONG} It was the end of document 3 of 5 documents that they had before them. Length: two hours."
    (article,) = articles(read_it(text.encode(), "report.txt"))
    assert article.text == text


def test_a_layout_can_be_named_where_it_is_not_seen(read_it: Read) -> None:
    """One article without the mark at its end."""
    text = NEXIS_NEW[: NEXIS_NEW.index("End of Document")]
    (article,) = articles(read_it(text.encode(), "one.txt", kind="nexis"))
    assert summary(article) == MINISTERS
