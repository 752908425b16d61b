"""The analyser puts sentences, words, trees and names together without losing an offset."""

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language import Analyser
from dragoman.language.encoder import Labels, Scores
from dragoman.model import Analysis


class Plain:
    """An encoder that makes every second word the root's, and every capitalised word a name of its own."""

    labels = Labels(
        upos=("X", "NOUN"), xpos=("FW", "NN"), deprels=("dep", "obj"), names=("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
    )

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def pieces(self, words: Sequence[str]) -> int:
        """Count a piece a word."""
        return len(words)

    def score(self, sentences: Sequence[Sequence[str]], *, lead: bool = False) -> Iterator[tuple[Scores, ...]]:
        """Score by the words alone."""
        self.asked.append(tuple(word for words in sentences for word in words))
        for words in sentences[lead:]:
            yield (self.scores(words),)

    def scores(self, words: Sequence[str]) -> Scores:
        """Score the words of one sentence."""
        count = len(words)
        top = count // 2
        arcs = np.zeros((count, count + 1), dtype=np.float32)
        arcs[:, top + 1] = 5
        arcs[top, 0] = 9
        names = np.zeros((count, 5), dtype=np.float32)
        for index, word in enumerate(words):
            follows = index > 0 and words[index - 1][:1].isupper()
            names[index, (2 if follows else 1) if word[:1].isupper() else 0] = 3
        ones = np.tile(np.array([0, 1], dtype=np.float32), (count, 1))
        labels = np.ones((count, count + 1), dtype=np.uint8)
        return Scores(upos=ones, xpos=ones, names=names, arcs=arcs, labels=labels)


def analyse(text: str) -> Analysis:
    return Analyser(Plain()).analyse(text)


def check(text: str, analysis: Analysis) -> None:
    """Every promise of an analysis about its own offsets and indices."""
    words = analysis.tokens
    assert [word.i for word in words] == list(range(len(words)))
    assert all(text[word.start : word.end] == word.text and word.text for word in words)
    assert all(left.end <= right.start for left, right in itertools.pairwise(words))
    last = 0
    for index, sentence in enumerate(analysis.sentences):
        assert sentence.i == index
        assert (sentence.first, last) == (last, sentence.first)
        last = sentence.last
        inside = words[sentence.first : sentence.last]
        assert [word.i for word in inside if word.is_root] == [sentence.root]
        assert all(sentence.first <= word.head < sentence.last for word in inside)
        assert (sentence.start, sentence.end) == (inside[0].start, inside[-1].end)
    assert last == len(words)
    for name in analysis.names:
        assert (name.start, name.end) == (words[name.first].start, words[name.last - 1].end)
    assert all(left.last <= right.first for left, right in zip(analysis.names, analysis.names[1:], strict=False))


def test_heads_roots_and_names_count_the_words_of_the_document() -> None:
    """The second sentence's indices go on where the first one's end."""
    analysis = analyse("We met. Dana Oak and Kim left.")
    check("We met. Dana Oak and Kim left.", analysis)
    assert [(s.first, s.last, s.root) for s in analysis.sentences] == [(0, 3, 1), (3, 9, 6)]
    assert [(n.first, n.last, n.label) for n in analysis.names] == [(0, 1, "PER"), (3, 5, "PER"), (6, 7, "PER")]
    assert {word.head for word in analysis.tokens[3:]} == {6}


def test_the_network_reads_a_short_report_at_once() -> None:
    """What stands beside a sentence helps to understand it."""
    encoder = Plain()
    Analyser(encoder).analyse("We met. They left.\n\nElm meets Oak")
    assert encoder.asked == [("We", "met", ".", "They", "left", ".", "Elm", "meets", "Oak")]


def test_a_long_report_is_read_in_passages_behind_its_first_sentence() -> None:
    """The first sentence mostly says whom a report is about; it is analysed once all the same."""
    encoder = Plain()
    text = " ".join(["Elm met Oak."] + ["They talked of trade until late in the night."] * 60)
    analysis = Analyser(encoder).analyse(text)
    check(text, analysis)
    assert len(encoder.asked) > 2
    assert all(words[:4] == ("Elm", "met", "Oak", ".") for words in encoder.asked)
    assert all(len(words) <= 200 + 4 for words in encoder.asked)


@given(
    st.lists(
        st.sampled_from(["We met.", "Dana Oak didn't go.", "5 %", "Elm meets Oak", "שלום."]), min_size=1, max_size=5
    )
)
def test_a_sentence_is_analysed_alike_wherever_it_stands(parts: list[str]) -> None:
    """Where the network scores it alike, where it stands changes nothing but the numbers of its words."""
    analysis = analyse("\n\n".join(parts))
    alone = [word for part in parts for word in analyse(part).tokens]
    assert [(w.text, w.lemma, w.upos, w.xpos, w.deprel, w.head - w.i) for w in analysis.tokens] == [
        (w.text, w.lemma, w.upos, w.xpos, w.deprel, w.head - w.i) for w in alone
    ]


@pytest.mark.parametrize("text", ["* * *", "12:30", "—", "# # #", "https://example.org/a", "🙂", "مرحبا بكم.", "…"])
def test_the_network_is_spared_what_holds_no_english(text: str) -> None:
    """Sentences without a Latin letter and lone addresses get a flat tree and no name."""
    encoder = Plain()
    analysis = Analyser(encoder).analyse(text)
    check(text, analysis)
    assert encoder.asked == []
    assert analysis.names == ()
    assert len(analysis.sentences) == 1


def test_a_flat_tree_tags_numbers_marks_and_foreign_words() -> None:
    """All hang on the first that is no mark."""
    words = analyse("( 5 שלום )").tokens
    assert [(w.upos, w.xpos, w.deprel) for w in words] == [
        ("PUNCT", "NFP", "punct"),
        ("NUM", "CD", "root"),
        ("X", "FW", "dep"),
        ("PUNCT", "NFP", "punct"),
    ]


@pytest.mark.parametrize("text", ["", "   ", "\r\n\r\n", "\u200f\ufeff"])
def test_nothing_printed_gives_an_empty_analysis(text: str) -> None:
    """Empty text has no words, no sentences and no names."""
    assert analyse(text) == Analysis(tokens=(), sentences=(), names=())


def test_carriage_returns_change_no_word() -> None:
    """A text with CRLF has the same words as with LF."""
    text = "Elm meets Oak\nThey talked.\n\nThey left."
    unix, windows = analyse(text), analyse(text.replace("\n", "\r\n"))
    check(text.replace("\n", "\r\n"), windows)
    assert [w.text for w in unix.tokens] == [w.text for w in windows.tokens]
    assert len(unix.sentences) == len(windows.sentences)


@given(st.text(max_size=150))
@settings(deadline=None)
def test_offsets_always_find_their_words(text: str) -> None:
    """Whatever is printed, in whichever script."""
    check(text, analyse(text))


def test_a_missing_folder_of_weights_is_said(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The message names the file that is not there."""
    with pytest.raises(FileNotFoundError, match=r"analyser\.onnx"):
        Analyser.load(tmp_path_factory.mktemp("empty"))


def test_a_sentence_left_out_keeps_its_words_and_has_no_names() -> None:
    """The others are read as ever, and the analysis says which one was not."""
    text = "We met. Then Dana Oak left. They ate."
    encoder = Plain()
    analysis = Analyser(encoder).analyse(text, lambda _, places: [at != 1 for at in range(len(places))])
    check(text, analysis)
    assert analysis.unread == (1,)
    assert encoder.asked == [("We", "met", ".", "They", "ate", ".")]
    assert [name.first for name in analysis.names] == [0, 8]
    assert [word.upos for word in analysis.tokens[3:8]] == ["X", "PROPN", "PROPN", "X", "PUNCT"]


def test_what_is_left_out_does_not_change_what_is_read() -> None:
    text = "We met. Then Dana Oak left. They ate."
    whole, part = (
        analyse(text),
        Analyser(Plain()).analyse(text, lambda _, places: [at != 1 for at in range(len(places))]),
    )
    assert (whole.tokens[:3], whole.tokens[8:]) == (part.tokens[:3], part.tokens[8:])
    assert whole.unread == ()
