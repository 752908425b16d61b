"""The layout of a report's trees is made once and shared."""

from dragoman.model import Analysis, Sentence, Token
from dragoman.stages.layout import base, kept, layout


def analysis() -> Analysis:
    """ "Planes land ." with its tree."""
    words = (("Planes", 1, "nsubj:pass"), ("land", 1, "root"), (".", 1, "punct"))
    tokens = []
    for i, (text, head, deprel) in enumerate(words):
        start = 10 * i
        tokens.append(
            Token(
                i=i,
                start=start,
                end=start + len(text),
                text=text,
                lemma=text.lower(),
                upos="X",
                xpos="X",
                head=head,
                deprel=deprel,
            )
        )
    sentence = Sentence(i=0, first=0, last=3, start=0, end=21, root=1)
    return Analysis(tokens=tuple(tokens), sentences=(sentence,), names=())


def test_the_same_analysis_is_laid_out_once() -> None:
    """Stages that run one after the other over a report share its layout."""
    given = analysis()
    assert layout(given) is layout(given)


def test_an_equal_analysis_of_another_report_is_not_taken_for_it() -> None:
    """Only the very same object shares: comparing all words would cost more than laying them out."""
    assert layout(analysis()) is not layout(analysis())


def test_children_and_edges_follow_the_heads() -> None:
    """The root spans the sentence; roots have no parent."""
    found = layout(analysis())
    assert found.children == [[], [0, 2], []]
    assert found.edges == [(0, 0), (0, 2), (2, 2)]


def test_a_relation_loses_its_subtype() -> None:
    """ "nsubj:pass" is a kind of "nsubj"."""
    assert layout(analysis()).relations == ["nsubj", "root", "punct"]
    assert base("root") == "root"


def test_only_what_was_made_last_is_kept() -> None:
    """A report that has gone by costs no memory, and is made anew where it comes back."""
    made: list[str] = []

    def name(key: list[str]) -> int:
        made.append(key[0])
        return len(made)

    make, one, other = kept(name), ["one"], ["other"]
    assert [make(one), make(one), make(other), make(one)] == [1, 1, 2, 3]
    assert made == ["one", "other", "one"]
