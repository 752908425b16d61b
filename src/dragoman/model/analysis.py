"""What the analyser finds in a text: words, sentences, trees and names."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One syntactic word (Universal Dependencies).

    Args:
        i: its index in the document.
        start: code point where it begins.
        end: code point after its end; words that share letters ("don't") share no code point.
        text: text[start:end].
        lemma: its dictionary form, lower case unless a proper noun.
        upos: universal part of speech.
        xpos: Penn Treebank tag.
        head: document index of the word it hangs on; its own index for the root of a sentence.
        deprel: Universal Dependencies relation to the head.
    """

    i: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    deprel: str

    @property
    def is_root(self) -> bool:
        """Tell whether this word is the root of its sentence."""
        return self.head == self.i


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words [first, last) of a document.

    Args:
        i: its index in the document.
        first: document index of its first word.
        last: document index after its last word.
        start: code point where it begins.
        end: code point after its end.
        root: document index of its root word.
    """

    i: int
    first: int
    last: int
    start: int
    end: int
    root: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A proper name, words [first, last) of a document.

    Args:
        first: document index of its first word.
        last: document index after its last word.
        start: code point where it begins.
        end: code point after its end.
        label: PER, ORG or LOC.
    """

    first: int
    last: int
    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """An act that the learned tagger sees at a word.

    Args:
        token: document index of the word that names the act.
        types: (PLOVER event type, probability), most probable first; what is left to 1 is "no event here".
        statuses: (status, probability), most probable first.
        arguments: (role, document index of the word, probability) for words of the same sentence; the role is
            `actor`, `recipient`, `date` or `place`, the word the head word of the mention.
    """

    token: int
    types: tuple[tuple[str, float], ...]
    statuses: tuple[tuple[str, float], ...]
    arguments: tuple[tuple[str, int, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that the neural pass says of one text.

    Args:
        tokens: every word, in order.
        sentences: every sentence, in order; together they hold all words.
        names: proper names as the tagger saw them, in order, none overlapping.
        sightings: acts that the learned tagger sees, by word; empty where the weights have no such head.
        unread: indices of the sentences that the network was not asked about: their words have plain tags and hang
            on one of them, and there are no names in them.
    """

    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    names: tuple[Name, ...]
    sightings: tuple[Sighting, ...] = ()
    unread: tuple[int, ...] = ()
