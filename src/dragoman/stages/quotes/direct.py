"""Gives the words between quotation marks their speakers, and the quotations within them theirs."""

from dataclasses import dataclass, replace

from dragoman.ids import quote_id
from dragoman.knowledge.actors import words
from dragoman.knowledge.quotes import force_of
from dragoman.model import Document, Quote, Span
from dragoman.stages.actors.linker import Linker
from dragoman.stages.actors.phrases import Tree
from dragoman.stages.quotes.cue import Cue
from dragoman.stages.quotes.cueing import CueFinder
from dragoman.stages.quotes.speech import is_speech
from dragoman.stages.quotes.whose import judged_by, speaks_of_himself, told_before
from dragoman.text.marks import Stretch, nested


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, and on what words that rests.

    Args:
        speaker: id of the actor, None where unknown.
        span: the words that name him beside the quotation.
        end: code point where the words end that he speaks.
    """

    speaker: str | None
    span: Span | None
    end: int


def direct(document: Document, found: tuple[Stretch, ...], finder: CueFinder, linker: Linker) -> list[Quote]:
    """Find the stretches between marks that somebody speaks.

    Args:
        document: the report.
        found: the outermost stretches between marks.
        finder: the cues around them.
        linker: who words stand for.
    """
    quotes: list[Quote] = []
    last: Voice | None = None
    for number, stretch in enumerate(found):
        cue = finder.find(number)
        said = document.text[stretch.start : stretch.end]
        broken = _goes_on_behind(document.text, found, number)
        speech = is_speech(said, cued=_cued(finder, cue), broken=broken) and not _is_value(document.text, stretch.start)
        if cue is not None and cue.speaker is not None:
            voice = voice_of(document, finder.tree, linker, cue.speaker, stretch.end)
            basis = "cue"
            if last is not None and last.speaker is not None and _goes_on(document, finder, cue):
                voice = Voice(last.speaker, voice.span, voice.end)
            elif speaks_of_himself(finder, linker, number, cue.speaker, voice.speaker):
                other = _subject_before(document, finder, linker, number, own=False)
                voice = other if other.speaker not in (None, voice.speaker) else Voice(None, voice.span, voice.end)
        elif last is not None and (told := told_before(finder, number, last.end)) is not None:
            voice, basis = voice_of(document, finder.tree, linker, told, stretch.end), "continuation"
        elif last is not None and (judge := judged_by(finder, number, last.end)) and linker.at(judge):
            voice, basis = voice_of(document, finder.tree, linker, judge, stretch.end), "continuation"
        elif last is not None and _continues(document.text, last.end, stretch.start):
            voice, basis = Voice(last.speaker, last.span, stretch.end), "continuation"
        else:
            voice, basis = _subject_before(document, finder, linker, number), "unknown"
            basis = "continuation" if voice.span else "unknown"
        if not speech:
            last = voice if basis == "cue" else last
            continue
        last = voice
        quotes.append(_quote(document, stretch, voice, cue if basis == "cue" else None, basis, linker))
    return quotes


def _goes_on_behind(text: str, found: tuple[Stretch, ...], number: int) -> bool:
    """Tell whether the next quotation follows right behind a tag, on the same line."""
    if number + 1 == len(found):
        return False
    between = text[found[number].end : found[number + 1].start]
    return len(between) < TAG and "\n" not in between


TAG = 60
"""How many code points "," she said. " may have, marks included."""


def _cued(finder: CueFinder, cue: Cue | None) -> bool:
    return cue is not None and finder.document.tokens[cue.word].lemma.lower() in finder.cues.said


def _is_value(text: str, start: int) -> bool:
    """Tell whether a mark opens the value of an attribute in left-over markup (`date="..."`)."""
    return text[max(start - 2, 0) : start - 1] == "="


def _goes_on(document: Document, finder: CueFinder, cue: Cue) -> bool:
    """Tell whether "he added" means the one who spoke before."""
    speaker = document.tokens[cue.speaker] if cue.speaker is not None else None
    personal = speaker is not None and speaker.text.lower() in words("singular person pronoun")
    return personal and document.tokens[cue.word].lemma.lower() in finder.cues.on


def voice_of(document: Document, tree: Tree, linker: Linker, word: int, end: int) -> Voice:
    """Give who a word stands for as a speaker, with the words that name him.

    Args:
        document: the report.
        tree: its trees.
        linker: who words stand for.
        word: index of the head of the words that name the speaker.
        end: code point where what he says ends.
    """
    actors = linker.around(word)
    return Voice(actors[0].id if actors else None, document.words(*tree.core(word)), end)


def _continues(text: str, then: int, now: int) -> bool:
    """Tell whether a quotation without a cue follows the last one closely enough to be the same speaker's."""
    between = text[then:now]
    return (between.count("\n\n") <= 1 and len(between) < CLOSE) or not between.strip(" \t\r\n\"“”'‘’")


CLOSE = 160


def _subject_before(document: Document, finder: CueFinder, linker: Linker, number: int, *, own: bool = True) -> Voice:
    """Take the subject of the sentence that a quotation stands in, or before it (only before it if not `own`)."""
    stretch_first, stretch_last = finder.words[number]
    end = document.tokens[stretch_last - 1].end if stretch_last > stretch_first else 0
    if stretch_first == stretch_last:
        return Voice(None, None, end)
    sentence = finder.tree.sentence_of[stretch_first]
    for s in (sentence, sentence - 1) if own else (sentence - 1,):
        if s < 0:
            continue
        subject = finder.tree.subject(document.analysis.sentences[s].root)
        if subject is not None and finder.inside[subject] < 0:
            actors = linker.at(subject)
            if actors and actors[0].kind in ("person", "group", "organisation", "government_body", "country"):
                return voice_of(document, finder.tree, linker, subject, end)
    return Voice(None, None, end)


def _quote(document: Document, stretch: Stretch, voice: Voice, cue: Cue | None, basis: str, linker: Linker) -> Quote:
    lemma = _lemma(document, cue)
    start, end = _bare(document.text, stretch)
    return Quote(
        id=quote_id(article=document.article.id, start=start, end=end),
        span=document.span(start, end),
        speaker=voice.speaker,
        speaker_span=voice.span,
        addressee=addressee(cue, linker, voice.speaker),
        cue=lemma,
        force=force_of(lemma),
        direct=True,
        basis=basis,
    )


def _bare(text: str, stretch: Stretch) -> tuple[int, int]:
    """Give where the words of a stretch begin and end, the blanks beside its marks left out."""
    said = text[stretch.start : stretch.end]
    start = stretch.start + len(said) - len(said.lstrip())
    return start, max(start, stretch.start + len(said.rstrip()))


def _lemma(document: Document, cue: Cue | None) -> str | None:
    """Give the lemma of a cue that is a word; a label or a signature is none."""
    token = document.tokens[cue.word] if cue else None
    return token.lemma.lower() if token is not None and token.upos in ("VERB", "NOUN") else None


def addressee(cue: Cue | None, linker: Linker, speaker: str | None) -> str | None:
    """Name who is spoken to; reporters are told everything and are not meant.

    Args:
        cue: the cue with the words that name him.
        linker: who words stand for.
        speaker: id of the speaker, who is never spoken to.
    """
    if cue is None or cue.addressee is None:
        return None
    actors = [actor for actor in linker.at(cue.addressee) if actor.sector != "MED" and actor.id != speaker]
    return actors[0].id if actors else None


def quoted_within(
    document: Document, found: tuple[Stretch, ...], outer: list[Quote], tree: Tree, linker: Linker
) -> list[Quote]:
    """Find what speakers quote in turn ("he told me 'we will never leave'"), where a word of saying belongs to it.

    Args:
        document: the report.
        found: the outermost stretches between marks.
        outer: the quotes among them.
        tree: the report's trees.
        linker: who words stand for.
    """
    spoken = {quote.span.start: quote for quote in outer}
    starts = [(o, _bare(document.text, o)[0]) for o in found]
    pairs = [(s, spoken[at]) for o, at in starts if at in spoken for s in nested(document.text, o)]
    if not pairs:
        return []
    finder = CueFinder(document, tree, tuple(stretch for stretch, _ in pairs))
    quotes = []
    for number, (stretch, around) in enumerate(pairs):
        cue = finder.find(number)
        if cue is None or cue.speaker is None or not is_speech(document.text[stretch.start : stretch.end], cued=True):
            continue
        cue_at = document.tokens[cue.word].start
        if not around.span.start <= cue_at < around.span.end or not _cued(finder, cue):
            continue
        voice = voice_of(document, tree, linker, cue.speaker, stretch.end)
        if document.tokens[cue.speaker].text.lower() in words("speaker pronoun"):
            voice = Voice(around.speaker, voice.span, voice.end)
        quotes.append(replace(_quote(document, stretch, voice, cue, "cue", linker), within=around.id))
    return quotes
