"""Changes the form of some training sentences to what news prints: headlines, capitals, curly quotes."""

from __future__ import annotations

import random
from dataclasses import replace

from training.corpora import Sentence

STRAIGHT = {'"': ("\u201c", "\u201d"), "'": ("\u2018", "\u2019"), "``": ("\u201c", "\u201c")}
SMALL_WORDS = "a an and as at but by for from in into of on or nor over the to up via with"
SMALL = frozenset(SMALL_WORDS.split())


def vary(sentence: Sentence, draw: random.Random) -> Sentence:
    """Return the sentence, now and then in another form; its annotation stays true."""
    if draw.random() < 0.08:
        sentence = curly(sentence)
    if draw.random() < 0.06:
        sentence = unpunctuated(sentence)
    chance = draw.random()
    if chance < 0.03:
        return replace(sentence, words=tuple(word.upper() for word in sentence.words))
    if chance < 0.08:
        return unpunctuated(headline(sentence))
    return sentence


def curly(sentence: Sentence) -> Sentence:
    """Print quotation marks, apostrophes and dashes as typesetters do."""
    words: list[str] = []
    is_open = False
    for word in sentence.words:
        if word in STRAIGHT:
            words.append(STRAIGHT[word][1 if is_open else 0])
            is_open = not is_open
        elif word in ("--", "---"):
            words.append("\u2014")
        else:
            words.append(word.replace("'", "\u2019").replace("...", "\u2026"))
    return replace(sentence, words=tuple(words))


def headline(sentence: Sentence) -> Sentence:
    """Capitalise every word but the small ones."""
    words = [
        word if index and word.lower() in SMALL else word[:1].upper() + word[1:]
        for index, word in enumerate(sentence.words)
    ]
    return replace(sentence, words=tuple(words))


def unpunctuated(sentence: Sentence) -> Sentence:
    """Leave out a final full stop that nothing hangs on."""
    last = len(sentence.words) - 1
    if last < 2 or sentence.words[-1] != "." or (sentence.heads is not None and last in sentence.heads):
        return sentence
    layers = ("words", "upos", "xpos", "heads", "deprels", "names", "other")
    shorter = {layer: value[:-1] for layer in layers if (value := getattr(sentence, layer))}
    return replace(sentence, **shorter)
