"""Words are cut as the English treebanks cut them, and every offset finds its word."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import tokens, wordlists


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens.split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("don't", "do n't"),
        ("Don’t", "Do n’t"),
        ("CAN'T", "CA N'T"),
        ("won't", "wo n't"),
        ("cannot", "can not"),
        ("Cannot.", "Can not ."),
        ("gonna", "gon na"),
        ("he's", "he 's"),
        ("they'll", "they 'll"),
        ("I'd've", "I 'd 've"),
        ("Italy's", "Italy 's"),
        ("Italy’s", "Italy ’s"),
        ("ministers' aides", "ministers ' aides"),
        ("the G7's plan", "the G7 's plan"),
        ("the U.N.'s envoy", "the U.N. 's envoy"),
    ],
)
def test_contractions_and_possessives_are_words_of_their_own(text: str, expected: str) -> None:
    """A clitic is cut off the word that it leans on, whichever apostrophe was typed."""
    assert words(text) == expected.split()


@pytest.mark.parametrize("text", ["o'clock", "O'Hara", "d'état", "Sana'a", "Shi'ite", "’Abd"])
def test_an_apostrophe_inside_a_name_cuts_nothing(text: str) -> None:
    """Only clitics are cut off; the opening mark of a transliteration stays apart at most."""
    assert words(text)[-1].lstrip("’") == text.lstrip("’")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S. envoy", "the U.S. envoy"),
        ("in the U.S.", "in the U.S."),
        ("Gen. Alder and Lt. Col. Birch", "Gen. Alder and Lt. Col. Birch"),
        ("at 9 a.m. today", "at 9 a.m. today"),
        ("J. J. Elm", "J. J. Elm"),
        ("J.J. Elm", "J.J. Elm"),
        ("Elm Inc. said", "Elm Inc. said"),
        ("No. 5 of Art. 51", "No. 5 of Art. 51"),
        ("a Ph.D. thesis", "a Ph.D. thesis"),
        ("U.S.-led", "U.S. - led"),
    ],
)
def test_an_abbreviation_keeps_its_stop(text: str, expected: str) -> None:
    """Titles, initials, dotted letters and numbered things are one word with their stop."""
    assert words(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met.", "They met ."),
        ("He said no.", "He said no ."),
        ("No. That is all", "No . That is all"),
        ("It was Elm and Co.", "It was Elm and Co ."),
        ("Left in Dec.)", "Left in Dec . )"),
        ("plan B.", "plan B ."),
    ],
)
def test_the_stop_that_ends_a_sentence_is_its_own_word(text: str, expected: str) -> None:
    """Even after an abbreviation, unless that is written with a stop after each letter."""
    assert words(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200 men", "1,200 men"),
        ("3.5%", "3.5 %"),
        ("$4bn", "$ 4 bn"),
        ("US$2.5m", "US$ 2.5 m"),
        ("€300", "€ 300"),
        ("at 10:11 and 5pm", "at 10:11 and 5 pm"),
        ("7:30p.m. sharp", "7:30 p.m. sharp"),
        ("the 21st, the 1990s, the 60's", "the 21st , the 1990s , the 60's"),
        ("2021-12-10", "2021-12-10"),
        ("31/01/2023", "31/01/2023"),
        ("since 9/11", "since 9/11"),
        ("1999-2003", "1999 - 2003"),
        ("1999–2003", "1999 – 2003"),
        ("a 10-year-old", "a 10 - year - old"),
        ("+44 20", "+44 20"),
        ("rose .5", "rose .5"),
        ("from 1,000.", "from 1,000 ."),
        ("4x4", "4x4"),
    ],
)
def test_numbers_stay_whole_and_lose_their_units(text: str, expected: str) -> None:
    """Separators inside a number belong to it; currencies, units and ranges do not."""
    assert words(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("US-Israel", "US - Israel"),
        ("al-Elm", "al - Elm"),
        ("Oak-based", "Oak - based"),
        ("F-16", "F - 16"),
        ("pro-government", "pro-government"),
        ("Anti-war", "Anti-war"),
        ("re-elected", "re-elected"),
        ("mid-August", "mid-August"),
        ("e-mail", "e-mail"),
        ("and/or", "and / or"),
        ("AT&T", "AT&T"),
    ],
)
def test_hyphens_cut_words_but_not_prefixes(text: str, expected: str) -> None:
    """The treebanks cut at hyphens and keep a prefix with its word."""
    assert words(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.org/a_(b)?c=1.", "see https://example.org/a_(b)?c=1 ."),
        ("(www.example.org)", "( www.example.org )"),
        ("write to a.b@example.org, please", "write to a.b@example.org , please"),
        ("at example.gov.", "at example.gov ."),
        ("@minister #Peace2023 #5", "@minister #Peace2023 # 5"),
    ],
)
def test_addresses_and_handles_are_one_word(text: str, expected: str) -> None:
    """The punctuation after an address is no part of it."""
    assert words(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Yes,” he said", "“ Yes , ” he said"),
        ("‘Yes,’ he said", "‘ Yes , ’ he said"),
        ("«Oui», „Ja“", "« Oui » , „ Ja “"),
        ("``Yes''", "`` Yes ''"),
        ("wait... what?!", "wait ... what ?!"),
        ("wait… what", "wait … what"),
        ("talks — and—again -- stop", "talks — and — again -- stop"),
        ("a [sic] (b)", "a [ sic ] ( b )"),
        ("end.Start", "end . Start"),
    ],
)
def test_every_style_of_mark_is_cut_off(text: str, expected: str) -> None:
    """Quotation marks, dashes, brackets and ellipses of all kinds are words of their own."""
    assert words(text) == expected.split()


def test_an_emoji_with_its_modifiers_is_one_word() -> None:
    """Skin tones, joiners, variation selectors and flags do not fall apart."""
    assert words("ok 👩🏽‍⚕️🇫🇷❤️!") == ["ok", "👩🏽‍⚕️", "🇫🇷", "❤️", "!"]


def test_letters_of_other_scripts_keep_their_marks() -> None:
    """Arabic vowel points, Hebrew points and acronyms, and combining accents belong to their words."""
    assert words('سَلَام عليكم، שָׁלוֹם צה"ל e\u0301tat') == ["سَلَام", "عليكم", "،", "שָׁלוֹם", 'צה"ל', "e\u0301tat"]


def test_what_prints_nothing_is_no_word() -> None:
    """Direction marks, zero-width spaces and control characters separate or vanish."""
    assert words("\ufeffOne\u200btwo \u200f\u202a\x00three\u202c") == ["One", "two", "three"]


def test_no_words_in_nothing() -> None:
    """Empty text and white space hold no words."""
    assert words("") == words(" \r\n\t\u00a0") == []


def test_a_stretch_in_the_middle_keeps_the_offsets_of_the_text() -> None:
    """Offsets refer to the whole text, and nothing outside the stretch is returned."""
    text = "One. Two three. Four."
    assert [text[start:end] for start, end in tokens.split(text, 5, 15)] == ["Two", "three", "."]


@pytest.mark.parametrize("table", ["abbreviations.tsv", "words.tsv", "turns.tsv", "lemmas.tsv"])
def test_no_line_of_a_word_list_stands_twice(table: str) -> None:
    """Every table reads, every row is its own, and no cell is empty."""
    rows = [tuple(row.values()) for row in wordlists.rows(table)]
    assert len(rows) == len(set(rows))
    assert all(cell.strip() == cell != "" for row in rows for cell in row)


def test_the_parts_of_a_joined_word_are_its_letters() -> None:
    """Otherwise offsets would slip."""
    assert all("".join(parts) == form for form, parts in wordlists.words("joined").items())


@given(st.text(max_size=200))
def test_words_cover_all_that_is_printed(text: str) -> None:
    """Words lie in order, do not overlap, are not empty, and leave out only what prints nothing."""
    found = tokens.split(text)
    before = 0
    for start, end in found:
        assert before <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()
        before = end
    covered = "".join(text[start:end] for start, end in found)
    assert [c for c in covered if c.isalnum()] == [c for c in text if c.isalnum()]


@given(st.text(alphabet="ab.'’-1,:/@!\" \n$Ué", max_size=60))
def test_a_sentence_is_cut_alike_wherever_it_stands(text: str) -> None:
    """Words of a stretch do not depend on the text around it."""
    alone = tokens.split(text)
    inside = tokens.split(f"Before that. {text} After that.", 13, 13 + len(text))
    assert [(start - 13, end - 13) for start, end in inside] == alone


@pytest.mark.parametrize(
    "unit", ["a", "a.", "1.", "a'", "a-", "A&", ".", '"', "www.", "@", "-", "a@b.", "1-", "é", "👍", "x/", "1,"]
)
def test_a_long_run_without_white_space_takes_time_in_proportion(unit: str) -> None:
    """No pattern goes back over what it has read: a run of 100,000 characters comes back at once."""
    text = unit * (100_000 // len(unit))
    began = time.process_time()
    tokens.split(text)
    assert time.process_time() - began < 4
