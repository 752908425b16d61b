"""Finds reported clauses: what a main verb of saying says without quotation marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.ids import quote_id
from dragoman.knowledge.quotes import force_of
from dragoman.model import Document, Quote
from dragoman.stages.actors.linker import Linker
from dragoman.stages.quotes.cue import Cue
from dragoman.stages.quotes.cueing import CueFinder
from dragoman.stages.quotes.direct import addressee, voice_of

MAIN = ("root", "conj", "parataxis")
LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A reported clause.

    Args:
        first: index of its first word, the "that" left out.
        last: index after its last word, end punctuation left out.
        cue: the verb of saying.
    """

    first: int
    last: int
    cue: Cue


def reported(finder: CueFinder) -> Iterator[Clause]:
    """Find the complement clauses of main verbs of saying, outside quotation marks.

    Args:
        finder: the cues of a document.
    """
    tree, tokens = finder.tree, finder.tokens
    for token in tokens:
        if token.upos != "VERB" or token.lemma.lower() not in finder.cues.said:
            continue
        if not token.is_root and token.deprel not in MAIN:
            continue
        clause = tree.one(token.i, "ccomp")
        if _is_no_saying(finder, token.i):
            continue
        if clause is None or finder.inside[token.i] >= 0 or finder.inside[clause] >= 0:
            continue
        first, last = tree.leftmost(clause), tree.rightmost(clause) + 1
        while first < last and (tokens[first].deprel == "mark" or tokens[first].upos == "PUNCT"):
            first += 1
        while last > first and tokens[last - 1].upos == "PUNCT":
            last -= 1
        cue = finder.cue(token.i)
        if cue is not None and last - first >= LEAST and not first <= token.i < last:
            yield Clause(first=first, last=last, cue=cue)


def _is_no_saying(finder: CueFinder, verb: int) -> bool:
    """Tell whether a verb says nothing of its own: "no wonder", an act that suggests, what opens a quotation."""
    tokens = finder.tokens
    if verb and tokens[verb - 1].text.lower() == "no":
        return True
    subject = finder.tree.one(verb, "nsubj", "csubj")
    if subject is not None and tokens[subject].upos == "VERB":
        return True
    behind = range(verb + 2, min(verb + 4, len(tokens)))
    return bool(behind) and tokens[verb + 1].text == ":" and any(finder.inside[i] >= 0 for i in behind)


def indirect(document: Document, finder: CueFinder, linker: Linker) -> list[Quote]:
    """Find the reported clauses of verbs of saying, each with its speaker.

    Args:
        document: the report.
        finder: its cues.
        linker: who words stand for.
    """
    quotes = []
    for clause in reported(finder):
        speaker = None if clause.cue.speaker is None else voice_of(document, finder.tree, linker, clause.cue.speaker, 0)
        lemma = document.tokens[clause.cue.word].lemma.lower()
        span = document.words(clause.first, clause.last)
        quotes.append(
            Quote(
                id=quote_id(article=document.article.id, start=span.start, end=span.end),
                span=span,
                speaker=speaker.speaker if speaker else None,
                speaker_span=speaker.span if speaker else None,
                addressee=addressee(clause.cue, linker, speaker.speaker if speaker else None),
                cue=lemma,
                force=force_of(lemma),
                direct=False,
                basis="cue" if speaker else "unknown",
            )
        )
    return quotes
