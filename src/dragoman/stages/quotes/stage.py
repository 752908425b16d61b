"""The stage that finds quoted and reported words with their speakers."""

from dataclasses import dataclass

from dragoman.ids import quote_id
from dragoman.knowledge.actors import words
from dragoman.model import Document, Quote, Span
from dragoman.stages.actors.linker import Linker
from dragoman.stages.actors.phrases import Tree, tree_of
from dragoman.stages.quotes.cueing import Cue, CueFinder
from dragoman.stages.quotes.indirect import reported
from dragoman.stages.quotes.speech import is_speech
from dragoman.text.marks import Stretch, stretches


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who speaks, and on what words that rests."""

    speaker: str | None
    span: Span | None
    end: int


class Quotes:
    """Finds direct quotations, and reported clauses of verbs of saying, with speaker, addressee and cue."""

    name = "quotes"
    version = "1"
    needs = ("names", "actors")
    gives = "quotes"

    def __call__(self, document: Document) -> tuple[Quote, ...]:
        """Find all quotes of a report, in order.

        Args:
            document: with the layers `names` and `actors`.

        Returns:
            Direct and indirect quotes, by where they begin.
        """
        if not document.tokens:
            return ()
        tree = tree_of(document)
        found = stretches(document.text)
        finder = CueFinder(document, tree, found)
        linker = Linker(document)
        quotes = [*_direct(document, found, finder, linker), *_indirect(document, finder, linker)]
        return tuple(sorted(quotes, key=lambda quote: (quote.span.start, quote.span.end)))


def _direct(document: Document, found: tuple[Stretch, ...], finder: CueFinder, linker: Linker) -> list[Quote]:
    quotes: list[Quote] = []
    last: _Voice | None = None
    for number, stretch in enumerate(found):
        cue = finder.find(number)
        cued = cue is not None and cue.speaker is not None
        speech = is_speech(document.text[stretch.start : stretch.end], cued=cued)
        if cue is not None and cue.speaker is not None:
            voice = _voice(document, finder.tree, linker, cue.speaker, stretch.end)
            basis = "cue"
            if last is not None and last.speaker is not None and _goes_on(document, finder, cue):
                voice = _Voice(last.speaker, voice.span, voice.end)
        elif last is not None and _continues(document.text, last.end, stretch.start):
            voice, basis = _Voice(last.speaker, last.span, stretch.end), "continuation"
        else:
            voice, basis = _subject_before(document, finder, linker, number), "unknown"
            basis = "continuation" if voice.span else "unknown"
        if not speech:
            last = voice if basis == "cue" else last
            continue
        last = voice
        quotes.append(_quote(document, stretch, voice, cue if basis == "cue" else None, basis, linker))
    return quotes


def _goes_on(document: Document, finder: CueFinder, cue: Cue) -> bool:
    """Tell whether "he added" means the one who spoke before."""
    speaker = document.tokens[cue.speaker] if cue.speaker is not None else None
    personal = speaker is not None and speaker.text.lower() in words("singular person pronoun")
    return personal and document.tokens[cue.word].lemma.lower() in finder.cues.on


def _voice(document: Document, tree: Tree, linker: Linker, word: int, end: int) -> _Voice:
    actors = linker.around(word)
    return _Voice(actors[0].id if actors else None, document.words(*tree.core(word)), end)


def _continues(text: str, then: int, now: int) -> bool:
    """Tell whether a quotation without a cue follows the last one closely enough to be the same speaker's."""
    between = text[then:now]
    return (between.count("\n\n") <= 1 and len(between) < CLOSE) or not between.strip(" \t\r\n\"“”'‘’")


CLOSE = 160


def _subject_before(document: Document, finder: CueFinder, linker: Linker, number: int) -> _Voice:
    """Take the subject of the sentence that a quotation stands in, or of the one before it."""
    stretch_first, stretch_last = finder.words[number]
    end = document.tokens[stretch_last - 1].end if stretch_last > stretch_first else 0
    if stretch_first == stretch_last:
        return _Voice(None, None, end)
    sentence = finder.tree.sentence_of[stretch_first]
    for s in (sentence, sentence - 1):
        if s < 0:
            continue
        subject = finder.tree.subject(document.analysis.sentences[s].root)
        if subject is not None and finder.inside[subject] < 0:
            actors = linker.at(subject)
            if actors and actors[0].kind in ("person", "group", "organisation", "government_body", "country"):
                return _voice(document, finder.tree, linker, subject, end)
    return _Voice(None, None, end)


def _quote(document: Document, stretch: Stretch, voice: _Voice, cue: Cue | None, basis: str, linker: Linker) -> Quote:
    return Quote(
        id=quote_id(article=document.article.id, start=stretch.start, end=stretch.end),
        span=document.span(stretch.start, stretch.end),
        speaker=voice.speaker,
        speaker_span=voice.span,
        addressee=_addressee(cue, linker, voice.speaker),
        cue=document.tokens[cue.word].lemma.lower() if cue else None,
        direct=True,
        basis=basis,
    )


def _addressee(cue: Cue | None, linker: Linker, speaker: str | None) -> str | None:
    """Name who is spoken to; reporters are told everything and are not meant."""
    if cue is None or cue.addressee is None:
        return None
    actors = [actor for actor in linker.at(cue.addressee) if actor.sector != "MED" and actor.id != speaker]
    return actors[0].id if actors else None


def _indirect(document: Document, finder: CueFinder, linker: Linker) -> list[Quote]:
    quotes = []
    for clause in reported(finder):
        speaker = None if clause.cue.speaker is None else _voice(document, finder.tree, linker, clause.cue.speaker, 0)
        span = document.words(clause.first, clause.last)
        quotes.append(
            Quote(
                id=quote_id(article=document.article.id, start=span.start, end=span.end),
                span=span,
                speaker=speaker.speaker if speaker else None,
                speaker_span=speaker.span if speaker else None,
                addressee=_addressee(clause.cue, linker, speaker.speaker if speaker else None),
                cue=document.tokens[clause.cue.word].lemma.lower(),
                direct=False,
                basis="cue" if speaker else "unknown",
            )
        )
    return quotes
