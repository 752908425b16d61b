"""Lemmas follow the dictionary, the tag and, for contractions, the tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.lemmas import lemma, lemmas


@pytest.mark.parametrize(
    ("word", "xpos", "expected"),
    [
        ("met", "VBD", "meet"),
        ("held", "VBD", "hold"),
        ("said", "VBD", "say"),
        ("sought", "VBD", "seek"),
        ("withdrew", "VBD", "withdraw"),
        ("struck", "VBD", "strike"),
        ("spoke", "VBD", "speak"),
        ("left", "VBN", "leave"),
        ("fled", "VBD", "flee"),
        ("shot", "VBN", "shoot"),
        ("led", "VBD", "lead"),
        ("Meets", "VBZ", "meet"),
        ("dying", "VBG", "die"),
        ("normalising", "VBG", "normalise"),
        ("re-elected", "VBN", "re-elect"),
        ("accuses", "VBZ", "accuse"),
        ("HELD", "VBD", "hold"),
    ],
)
def test_an_irregular_verb_comes_back_in_its_base_form(word: str, xpos: str, expected: str) -> None:
    """Verbs are lower case in all their forms, headlines included."""
    assert lemma(word, "VERB", xpos) == expected


@pytest.mark.parametrize(
    ("word", "past", "present"),
    [("found", "find", "found"), ("lay", "lie", "lay"), ("saw", "see", "saw"), ("fell", "fall", "fell")],
)
def test_the_tag_decides_between_two_verbs_of_one_form(word: str, past: str, present: str) -> None:
    """A past form is of one verb, the same letters as a base form of another."""
    assert lemma(word, "VERB", "VBD") == past
    assert lemma(word, "VERB", "VB") == present


@pytest.mark.parametrize(
    ("word", "xpos", "expected"),
    [
        ("ringed", "VBD", "ring"),
        ("unfroze", "VBD", "unfreeze"),
        ("unfrozen", "VBN", "unfreeze"),
        ("bankrolled", "VBD", "bankroll"),
        ("outvoted", "VBN", "outvote"),
        ("mothballed", "VBN", "mothball"),
    ],
)
def test_a_verb_that_no_lexicon_lists_is_known_by_its_parts(word: str, xpos: str, expected: str) -> None:
    """Its rest without the prefix is listed, or the noun that it was made from."""
    assert lemma(word, "VERB", xpos) == expected


def test_a_word_that_only_looks_prefixed_or_derived_keeps_its_lemma() -> None:
    """A listed verb is never taken apart."""
    assert lemma("reported", "VERB", "VBD") == "report"
    assert lemma("united", "VERB", "VBN") == "unite"
    assert lemma("ceding", "VERB", "VBG") == "cede"


def test_founded_is_of_found_and_left_is_no_verb_when_it_is_none() -> None:
    """Neither the verb nor the part of speech next door is taken."""
    assert lemma("founded", "VERB", "VBN") == "found"
    assert lemma("left", "ADJ", "JJ") == "left"
    assert lemma("meeting", "NOUN", "NN") == "meeting"
    assert lemma("talks", "NOUN", "NNS") == "talk"


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "expected"),
    [
        ("n't", "PART", "RB", "not"),
        ("n’t", "PART", "RB", "not"),
        ("ca", "AUX", "MD", "can"),
        ("wo", "AUX", "MD", "will"),
        ("'ve", "AUX", "VBP", "have"),
        ("’re", "AUX", "VBP", "be"),
        ("'ll", "AUX", "MD", "will"),
        ("'d", "AUX", "MD", "would"),
        ("'d", "AUX", "VBD", "have"),
        ("'s", "PART", "POS", "'s"),
        ("’", "PART", "POS", "'s"),
        ("were", "AUX", "VBD", "be"),
        ("would", "AUX", "MD", "would"),
        ("him", "PRON", "PRP", "he"),
        ("her", "PRON", "PRP", "she"),
        ("her", "PRON", "PRP$", "her"),
        ("those", "DET", "DT", "that"),
        ("an", "DET", "DT", "a"),
        ("I", "PRON", "PRP", "I"),
    ],
)
def test_contractions_and_pronouns_follow_the_treebanks(word: str, upos: str, xpos: str, expected: str) -> None:
    """Clitics are of the word that they shorten, pronouns of their subject form."""
    assert lemma(word, upos, xpos) == expected


def test_a_clitic_before_an_active_participle_is_have() -> None:
    """ "She 's gone" has "have", "she 's going" and "it 's held" (passive) have "be"."""
    upos, xpos = ["PRON", "AUX", "VERB"], ["PRP", "VBZ", "VBN"]
    assert lemmas(["she", "'s", "gone"], upos, xpos, [2, 2, -1], ["nsubj", "aux", "root"])[1] == "have"
    assert lemmas(["it", "'s", "held"], upos, xpos, [2, 2, -1], ["nsubj:pass", "aux:pass", "root"])[1] == "be"
    assert lemmas(["she", "'s", "going"], upos, ["PRP", "VBZ", "VBG"], [2, 2, -1], ["nsubj", "aux", "root"])[1] == "be"


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "expected"),
    [
        ("Oslo", "PROPN", "NNP", "Oslo"),
        ("US", "PROPN", "NNP", "US"),
        ("Norwegians", "PROPN", "NNPS", "Norwegian"),
        ("Netherlands", "PROPN", "NNPS", "Netherlands"),
        ("Norwegian", "ADJ", "JJ", "Norwegian"),
        ("United", "ADJ", "NNP", "United"),
        ("NGOs", "NOUN", "NNS", "NGO"),
        ("TV", "NOUN", "NN", "TV"),
    ],
)
def test_a_proper_word_keeps_its_capitals(word: str, upos: str, xpos: str, expected: str) -> None:
    """Names, nationalities and initialisms are not put in lower case."""
    assert lemma(word, upos, xpos) == expected


@pytest.mark.parametrize(
    ("word", "upos", "xpos", "expected"),
    [
        ("Foreign", "ADJ", "JJ", "foreign"),
        ("Talks", "NOUN", "NNS", "talk"),
        ("better", "ADJ", "JJR", "good"),
        ("more", "ADJ", "JJR", "more"),
        ("other", "ADJ", "JJ", "other"),
        ("wounded", "ADJ", "JJ", "wounded"),
        ("people", "NOUN", "NNS", "people"),
        ("troops", "NOUN", "NNS", "troops"),
        ("crises", "NOUN", "NNS", "crisis"),
        ("airstrikes", "NOUN", "NNS", "airstrike"),
        ("1,200", "NUM", "CD", "1200"),
        ("bn", "NUM", "CD", "billion"),
        ("“", "PUNCT", "``", '"'),
    ],
)
def test_common_words_are_lower_case_and_singular(word: str, upos: str, xpos: str, expected: str) -> None:
    """Nouns lose their plural, adjectives their degree where there is one to lose."""
    assert lemma(word, upos, xpos) == expected


@given(
    st.text(min_size=1, max_size=60),
    st.sampled_from(["NOUN", "VERB", "AUX", "ADJ", "ADV", "PROPN", "NUM", "X", "PUNCT", "PRON", "_"]),
    st.sampled_from(["NN", "NNS", "NNP", "NNPS", "VBD", "VB", "VBZ", "JJ", "JJR", "RBS", "CD", "FW", "-LRB-"]),
)
def test_every_word_has_a_lemma(word: str, upos: str, xpos: str) -> None:
    """No word and no wrong tag leaves a lemma empty or raises."""
    assert lemma(word, upos, xpos)
