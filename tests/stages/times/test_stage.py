"""The stage as the pipeline sees it, tense by the tree, and stamps."""

import pytest

from dragoman.model import Analysis, Article, Document, OffsetMap, Sentence, Stamp, Token
from dragoman.stages.times import Times, read_times, stamp


def document(text: str, words: list[tuple[str, str, str, int, str]]) -> Document:
    """Build a document of one sentence: (word, universal part of speech, Penn tag, head, relation)."""
    tokens, at = [], 0
    for index, (word, upos, xpos, head, relation) in enumerate(words):
        start = text.index(word, at)
        at = start + len(word)
        tokens.append(
            Token(
                i=index,
                start=start,
                end=at,
                text=word,
                lemma=word.lower(),
                upos=upos,
                xpos=xpos,
                head=head,
                deprel=relation,
            )
        )
    root = next(token.i for token in tokens if token.is_root)
    sentence = Sentence(i=0, first=0, last=len(tokens), start=0, end=len(text), root=root)
    article = Article(
        id="a", text=text, raw=text, offsets=OffsetMap.whole(text),
        published=Stamp(value="2022-03-11T09:00", basis="field published"),
    )  # fmt: skip
    return Document(article=article, analysis=Analysis(tokens=tuple(tokens), sentences=(sentence,), names=()))


def test_the_stage_gives_words_and_days() -> None:
    """A time knows the document's words that it covers."""
    doc = document(
        "They met on Thursday .",
        [
            ("They", "PRON", "PRP", 1, "nsubj"), ("met", "VERB", "VBD", 1, "root"), ("on", "ADP", "IN", 3, "case"),
            ("Thursday", "PROPN", "NNP", 1, "obl"), (".", "PUNCT", ".", 1, "punct"),
        ],
    )  # fmt: skip
    (time,) = Times()(doc)
    assert (time.value, time.first, time.last) == ("2022-03-10", 3, 4)
    assert doc.words(time.first, time.last).text == "Thursday"


def test_a_modal_in_the_tree_makes_a_weekday_the_coming_one() -> None:
    """ "Will arrive Thursday" looks ahead, whatever verb stands nearer."""
    doc = document(
        "Envoys who left will arrive Thursday .",
        [
            ("Envoys", "NOUN", "NNS", 4, "nsubj"), ("who", "PRON", "WP", 2, "nsubj"),
            ("left", "VERB", "VBD", 0, "acl:relcl"),
            ("will", "AUX", "MD", 4, "aux"), ("arrive", "VERB", "VB", 4, "root"),
            ("Thursday", "PROPN", "NNP", 4, "obl"),
            (".", "PUNCT", ".", 4, "punct"),
        ],
    )  # fmt: skip
    assert [time.value for time in Times()(doc)] == ["2022-03-17"]


def test_a_present_clause_takes_the_nearer_weekday() -> None:
    """ "Is being boycotted on Monday", said on a Friday, is the coming Monday."""
    doc = document(
        "The summit on Monday is off .",
        [
            ("The", "DET", "DT", 1, "det"), ("summit", "NOUN", "NN", 5, "nsubj"), ("on", "ADP", "IN", 3, "case"),
            ("Monday", "PROPN", "NNP", 1, "nmod"), ("is", "AUX", "VBZ", 5, "cop"), ("off", "ADJ", "JJ", 5, "root"),
            (".", "PUNCT", ".", 5, "punct"),
        ],
    )  # fmt: skip
    assert [time.value for time in Times()(doc)] == ["2022-03-14"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("JANUARY 31, 2023 10:11", "2023-01-31T10:11"),
        ("Published: 3 Mar 2022, 7:05 pm GMT", "2022-03-03T19:05"),
        ("Updated 10:49 on 31 January 2023", "2023-01-31T10:49"),
        ("date 2023-01-31", "2023-01-31"),
        ("Tue, 31 Jan 2023 10:11:00 GMT", "2023-01-31T10:11"),
        ("yesterday", None),
        ("January 2023", None),
        ("", None),
    ],
)
def test_a_stamp_is_read_as_far_as_it_is_precise(words: str, value: str | None) -> None:
    """Only a full day counts, to the minute where one is said."""
    assert stamp(words) == value


def test_vague_words_are_marked_so() -> None:
    """ "Now" is kept as a reference to the present that has no day, for whoever wants to leave it out."""
    (time,) = read_times("The talks are now over.", None)
    assert (time.value, time.grain, time.since) == ("PRESENT_REF", "vague", None)
