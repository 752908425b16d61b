"""What stands between marks: speech, or a term or title."""

import pytest

from dragoman.stages.quotes.speech import is_speech


@pytest.mark.parametrize("words", ["so-called experts", "Road to Peace", "The River Pact", "42 000 10", ""])
def test_terms_titles_and_numbers_are_no_speech(words: str) -> None:
    """Two words, or every word with a capital, are a term or a title."""
    assert not is_speech(words)


def test_three_plain_words_are_speech() -> None:
    """Mixed quotation begins at three words."""
    assert is_speech("a grave mistake")


def test_two_words_are_a_term_whoever_says_them() -> None:
    """The annotation guidelines leave one or two words out."""
    assert not is_speech("Talks failed,", cued=True)
    assert not is_speech("peace process,", cued=True, broken=True)


def test_two_words_of_a_broken_quotation_are_speech() -> None:
    """ "Talks failed," she said. "We tried everything." is one speech."""
    assert is_speech("Talks failed,", cued=True, broken=True)


def test_a_title_with_a_full_stop_is_speech_only_beside_a_word_of_saying() -> None:
    """ "God Bless Our Homeland." he said."""
    assert is_speech("Heaven Bless Our Homeland.", cued=True)
    assert not is_speech("Heaven Bless Our Homeland.")


@pytest.mark.parametrize("words", ["peace process,", "Peace Process", "Talks,"])
def test_a_term_stays_a_term_beside_a_word_of_saying(words: str) -> None:
    """Small letters, no stop, or one word: somebody's term, not somebody's sentence."""
    assert not is_speech(words, cued=True)
