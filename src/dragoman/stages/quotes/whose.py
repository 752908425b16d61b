"""Tells whose words a quotation cannot be, and whose it is after a sentence in which another one spoke."""

from dragoman.stages.actors.linker import Linker
from dragoman.stages.quotes.cueing import CueFinder

HE = frozenset({"he", "she"})


def speaks_of_himself(finder: CueFinder, linker: Linker, number: int, word: int, speaker: str | None) -> bool:
    """Tell whether "he" beside a quotation was read as the one of whom it says "he": nobody calls himself so.

    Args:
        finder: the cues around the quotations.
        linker: who words stand for.
        number: of the quotation.
        word: index of the word that names the speaker.
        speaker: id of whom that word was read as.
    """
    pronoun = finder.tree.tokens[word].text.lower()
    if speaker is None or pronoun not in HE:
        return False
    for i in range(*finder.words[number]):
        token = finder.tokens[i]
        if token.text.lower() == pronoun:
            return any(actor.id == speaker for actor in linker.at(i))
        if token.upos == "PROPN" and any(actor.kind == "person" for actor in linker.at(i)):
            return False  # the words name another one, whom "he" may mean
    return False


def told_before(finder: CueFinder, number: int, end: int) -> int | None:
    """Give the subject of the sentence right before a quotation, where it tells what somebody said without marks.

    Args:
        finder: the cues around the quotations.
        number: of the quotation, which stands in a sentence of its own.
        end: code point where the quotation before it ends; the sentence must stand behind it.
    """
    first = finder.words[number][0]
    at = finder.tree.sentence_of[first] - 1
    if at < 0:
        return None
    before, own = finder.document.analysis.sentences[at], finder.document.analysis.sentences[at + 1]
    alone = all(finder.inside[i] == number or finder.tokens[i].upos == "PUNCT" for i in range(own.first, first))
    if not alone or before.start < end or any(finder.inside[i] >= 0 for i in range(before.first, before.last)):
        return None
    if finder.tokens[before.root].lemma.lower() not in finder.cues.said:
        return None
    cue = finder.cue(before.root)
    return cue.speaker if cue is not None else None


def judged_by(finder: CueFinder, number: int, end: int) -> int | None:
    """Give the subject of the verb that a few quoted words hang on ("the envoy dismissed the plan as '...'").

    Args:
        finder: the cues around the quotations.
        number: of the quotation, which begins within a sentence.
        end: code point where the quotation before it ends; the subject must stand behind it.
    """
    tree, tokens = finder.tree, finder.tokens
    first, last = finder.words[number]
    if not tokens[first].text[:1].islower():
        return None
    for i in range(first, last):
        if first <= tokens[i].head < last:
            continue
        for above in tree.ancestors(i):
            if finder.inside[above] >= 0 or tokens[above].upos != "VERB":
                continue
            subject = tree.one(above, "nsubj")
            own = subject is not None and tokens[subject].start > end and finder.inside[subject] < 0
            acts = own and tree.one(above, "obj", "ccomp") is not None
            return subject if acts and tokens[above].lemma.lower() not in STATES else None
    return None


STATES = frozenset({"have", "face", "need", "become", "remain", "see", "get", "suffer", "receive", "lack"})
"""Verbs that tell what befalls their subject, which judges nothing."""
