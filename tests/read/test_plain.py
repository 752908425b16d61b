"""One report from plain text: what is cut, what is kept, what is known about it."""

from datetime import date

import pytest

from dragoman.model import Article, Problem
from dragoman.read import How, read_bytes

TODAY = date(2024, 1, 1)
PAGE = """ date 2022-06-14 The Straits Times Home World Politics Business Opinion Sport Videos
Ruritania and Zenda sign accord on shared river
Anna Berg
Published: JUNE 14, 2022 20:30

Updated: JUNE 14, 2022 22:05
Rudolf Hentzau and Flavia Elphberg sign the accord in Strelsau, June 14, 2022. (photo credit: Anna Berg)
Rudolf Hentzau and Flavia Elphberg sign the accord in Strelsau, June 14, 2022.
(photo credit: Anna Berg)

STRELSAU (Reuters) - Ruritania and Zenda signed an accord on Tuesday on the river that divides them.

Advertisement

"This is a new page," Foreign Minister Rudolf Hentzau said.

Farmers welcome it

FILE PHOTO: The river at Strelsau in an undated picture. REUTERS/Anna Berg

Read more: What the accord means for farmers

The opposition said the accord gave away too much (and asked for a vote).

(Our Asia desk is keeping you updated. All times on our articles are in local time.)
© 2022 The Straits Times. All rights reserved.
"""
CLEAN = """Ruritania and Zenda signed an accord on Tuesday on the river that divides them.

"This is a new page," Foreign Minister Rudolf Hentzau said.

Farmers welcome it

The opposition said the accord gave away too much (and asked for a vote)."""


def read_one(text: str, path: str = "page.txt") -> Article:
    """Read a text that holds one report and no problem."""
    (article,) = read_bytes(text.encode(), path, How(kind="text", today=TODAY))
    assert isinstance(article, Article)
    return article


def kinds(article: Article) -> set[str]:
    """Give the kinds of what was cut."""
    return {part.kind for part in article.parts}


def test_only_prose_and_its_headings_are_left_of_a_page() -> None:
    """Menu, headline, stamps, captions, credits, adverts and notices are off; paragraphs stay apart."""
    assert read_one(PAGE).text == CLEAN


def test_a_page_tells_who_published_it_and_when() -> None:
    """The date line gives the day, the stamp the minute, the publisher its clock."""
    article = read_one(PAGE)
    assert article.publisher == "The Straits Times"
    assert article.published is not None
    assert article.published.value == "2022-06-14T20:30+08:00"
    assert article.published.span is not None
    assert article.published.span.check(article.raw)
    assert article.updated is not None
    assert article.updated.value == "2022-06-14T22:05+08:00"


def test_headline_byline_and_dateline_are_kept_beside_the_text() -> None:
    """They are parts with a place and a basis."""
    article = read_one(PAGE)
    assert article.title == "Ruritania and Zenda sign accord on shared river"
    assert article.byline == "Anna Berg"
    assert article.dateline == "STRELSAU"
    assert all(
        part.basis and part.span and part.span.check(article.raw) for part in article.parts if part.kind != "wire"
    )
    assert [part.value for part in article.parts if part.kind == "wire"] == ["Reuters"]


def test_windows_line_ends_change_nothing_but_themselves() -> None:
    """CRLF pages give the same prose."""
    article = read_one(PAGE.replace("\n", "\r\n"))
    assert article.text.replace("\r\n", "\n") == CLEAN


def test_body_may_follow_the_date_on_its_line() -> None:
    """A text without headline has none."""
    article = read_one(" date 2021-12-10 The minister spoke on Friday with his colleague. They agreed.\n\nTalks go on.")
    assert article.text == "The minister spoke on Friday with his colleague. They agreed.\n\nTalks go on."
    assert article.title is None
    assert article.published is not None
    assert article.published.basis == "first line of the text"


def test_a_date_in_the_files_name_is_the_last_to_be_believed() -> None:
    """It serves where nothing else says, and says so."""
    article = read_one("The minister spoke with his colleague on the telephone.", "news/2023-01-31-call.txt")
    assert article.published is not None
    assert (article.published.value, article.published.basis) == ("2023-01-31", "file name")
    assert article.source_id == "2023-01-31-call"


def test_moving_or_renaming_a_file_does_not_change_the_reports_id() -> None:
    """An id is made of content alone."""
    assert read_one(PAGE, "a.txt").id == read_one(PAGE, "b/2020-01-01.txt").id


def test_a_text_without_any_date_is_kept_undated() -> None:
    """No date is made up."""
    assert read_one("The minister spoke with his colleague on the telephone.").published is None


@pytest.mark.parametrize(
    ("opening", "place"),
    [
        ("WASHINGTON (AP) — ", "WASHINGTON"),
        ("KYIV, Ukraine — ", "KYIV, Ukraine"),
        ("London, 3 May - ", "London"),
        ("JERUSALEM, Jan 31 (Reuters) - ", "JERUSALEM"),
        ("BAMAKO, Monday -- ", "BAMAKO"),
        ("Washington (CNN)", "Washington"),
        ("CNN — ", None),
        ("(Reuters) - ", None),
        ("St. Petersburg, Russia (Interfax): ", "St. Petersburg, Russia"),
    ],
)
def test_a_dateline_is_taken_off(opening: str, place: str | None) -> None:
    """Capitals, a country, a day or an agency tell it."""
    article = read_one(opening + "The minister met his colleague on Tuesday and spoke of trade.")
    assert article.dateline == place
    assert article.text.startswith("The minister")


@pytest.mark.parametrize(
    "sentence",
    [
        "Hentzau — who took office in May — said that talks would go on.",
        "NATO - An alliance of thirty states - was silent on the matter.",
        "Elphberg: The river is ours, and it will stay ours for good.",
        "LIVE — The two ministers are now speaking in the capital.",
        "The talks (held in May) — The first of their kind — ended.",
    ],
)
def test_a_subject_set_off_by_a_dash_is_no_dateline(sentence: str) -> None:
    """Nothing is cut."""
    assert read_one(sentence).text == sentence


@pytest.mark.parametrize(
    "paragraph",
    [
        "By Tuesday the army had left the town.",
        "Updated rules for asylum come into force on 3 May 2022, the minister said.",
        "Protesters set cars alight, residents said (video from the street seemed to show it).",
        "The minister spoke of a new page (and a new book).",
        "President Zenda (NATO) The Second was silent, and the envoys left.",
        "Read the treaty, the minister told his critics, and then speak.",
        "May 3, 2022 was the day on which the talks ended.",
        "Lapses of this kind are rare, the photo agency said in a photo by its own staff.",
    ],
)
def test_prose_that_looks_like_furniture_stays(paragraph: str) -> None:
    """A menu left over is better than a sentence lost."""
    text = f"The minister met his colleague on Tuesday.\n\n{paragraph}\n\nThe talks go on in the capital."
    assert read_one(text).text == text


def test_a_chronicles_days_stay_in_the_body() -> None:
    """A date alone is a stamp in the head only."""
    text = "The talks in short, day by day, as told by the envoys.\n\n3 May 2022\n\nThe envoys met for the first time."
    assert "3 May 2022" in read_one(text).text


def test_headings_and_turns_of_a_transcript_stay() -> None:
    """Who speaks is no furniture."""
    text = "MR ZENDA: Good afternoon.\n\nQUESTION: Will there be talks?\n\nMR ZENDA: There will be."
    assert read_one(text).text == text


def test_a_sentence_under_the_headline_stays() -> None:
    """A standfirst that tells the news is prose; one without a full stop is a heading."""
    head = "Ministers sign accord on river\n\n{}\n\nBy Anna Berg\nPublished: June 14, 2022 20:30\n\n{}"
    prose = "The two states have signed an accord on the river."
    told = read_one(head.format("The foreign ministers met in the capital on Tuesday.", prose))
    assert told.text.startswith("The foreign ministers met")
    called = read_one(head.format("Minister hails new page in relations", prose))
    assert called.text == prose
    assert "subtitle" in kinds(called)


def test_a_long_paragraph_loses_its_credit_only() -> None:
    """More than a caption's length of prose before a credit is prose."""
    prose = "The minister said that the talks would go on for another week in the capital. " * 8
    article = read_one(f"{prose}(photo credit: Anna Berg)\n\nThe talks go on.")
    assert article.text == f"{prose.strip()}\n\nThe talks go on."
    assert kinds(article) == {"credit"}


def test_a_report_that_is_one_captioned_paragraph_is_not_cut_away() -> None:
    """Where nothing else is left, the caption is the report."""
    article = read_one("The ministers met in the capital on Tuesday. (photo credit: Anna Berg)")
    assert article.text == "The ministers met in the capital on Tuesday."


def test_a_headline_with_many_capitals_is_no_menu() -> None:
    """Section names must make up half of it."""
    text = (
        "World Leaders Meet In Oslo To Talk Business And Climate\n\nThe leaders of nine states met in Oslo on Tuesday."
    )
    article = read_one(text)
    assert article.title is not None
    assert "menu" not in kinds(article)


def test_a_lone_word_between_paragraphs_is_a_heading() -> None:
    """One section name in the body is no menu."""
    text = "The ministers met in the capital on Tuesday.\n\nMiddle East\n\nThey spoke of the war for two hours."
    assert read_one(text).text == text


def test_a_page_of_menus_alone_is_a_problem() -> None:
    """There is no report without prose."""
    (problem,) = read_bytes(b"Home World Politics Business Opinion Sport\n", "menu.txt", How(kind="text", today=TODAY))
    assert isinstance(problem, Problem)
    assert problem.kind == "empty"


def test_a_future_date_is_a_problem_and_the_report_is_kept_without_it() -> None:
    """Tomorrow's news has no date."""
    article, problem = read_bytes(
        b" date 2099-01-01 The minister met his colleague today.", "x.txt", How(kind="text", today=TODAY)
    )
    assert isinstance(article, Article)
    assert article.published is None
    assert isinstance(problem, Problem)
    assert problem.kind == "date"


def test_a_text_in_another_language_is_kept_and_marked() -> None:
    """Later stages pass it over."""
    text = "Der Außenminister sagte am Freitag, die Gespräche mit dem Nachbarn gingen noch eine Woche weiter. " * 3
    assert read_one(text).language == "und"


def test_a_photo_credit_in_mid_line_is_cut_alone() -> None:
    """What it belongs to cannot be told, so the words stay."""
    article = read_one("The ministers in Oslo (credit: Anna Berg) The talks began on Tuesday and went on for a week.")
    assert article.text == "The ministers in Oslo The talks began on Tuesday and went on for a week."


def test_a_quotation_before_a_credit_is_no_caption() -> None:
    """Captions quote nobody; only the credit goes."""
    head = "The ministers met in the capital on Tuesday and spoke of trade.\n\n"
    article = read_one(f"{head}“This is a new page,” the minister said. (Courtesy)\n\nThe talks go on for a week.")
    assert "“This is a new page,” the minister said.\n\nThe talks" in article.text


def test_a_caption_announced_by_its_label_is_taken_off_with_it() -> None:
    """Some pages set the label on a line of its own."""
    article = read_one("Image caption,\nHentzau and Elphberg shake hands\nThe ministers met in the capital on Tuesday.")
    assert article.text == "The ministers met in the capital on Tuesday."


def test_a_place_in_capitals_under_the_stamp_is_the_dateline() -> None:
    """Points in figures put the day first; a publisher alone on a line is no headline."""
    text = (
        "Anadolu Agency\nMinisters sign river accord\nAnna Berg |\n02.05.2022 - Update : 03.05.2022\nSTRELSAU\n"
        "The ministers met in the capital on Monday."
    )
    article = read_one(text)
    assert article.text == "The ministers met in the capital on Monday."
    assert (article.publisher, article.title) == ("Anadolu Agency", "Ministers sign river accord")
    assert (article.byline, article.dateline) == ("Anna Berg", "STRELSAU")
    assert [stamp and stamp.value for stamp in (article.published, article.updated)] == ["2022-05-02", "2022-05-03"]
