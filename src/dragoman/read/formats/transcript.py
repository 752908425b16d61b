"""Read one transcript: the cues of WebVTT and SubRip files, or turns whose speaker stands on a line of its own."""

import re
from collections.abc import Iterator

from dragoman.read.formats.format import Format
from dragoman.read.formats.markup import text_of
from dragoman.read.given import Given
from dragoman.read.source import Source

_CUE = re.compile(r"(?:\d+:)?\d{1,2}:\d{2}[.,]\d{3}\s+-->\s+\S+.*")
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+([^>]+)>")
_SPOKEN = re.compile(r"(?:>>\s*|-\s+)?(?P<who>[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,5})(?:\s\([^)]{1,60}\))?:\s+(?=\S)")
_ALONE = re.compile(r"(?:[A-Z][A-Z.’'-]+(?:\s|\Z)){1,6}(?:\([^)]{1,60}\))?:?|[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*){0,4}:")
_ENDED = re.compile(r"[.?!…\"”]\s*\Z")


def read(source: Source) -> Iterator[Given]:
    """Read a transcript; `raw` has a paragraph for each turn, "SPEAKER: words"."""
    text = source.text()
    cued = any(_CUE.fullmatch(line.strip()) for line in text.splitlines()[:40])
    yield source.given(_from_cues(text) if cued else _from_turns(text), source_id=source.stem)


def _from_cues(text: str) -> str:
    """Put cues together: a turn lasts until another voice speaks."""
    turns: list[tuple[str, list[str]]] = []
    for words in _cues(text):
        voice = _VOICE.search(words)
        plain = " ".join(text_of(_VOICE.sub("", words).replace("</v>", "")).split())
        spoken = None if voice else _SPOKEN.match(plain)
        who = voice[1].strip() if voice else spoken["who"] if spoken else ""
        plain = plain[spoken.end() :] if spoken else plain.removeprefix(">> ")
        if not turns or (who and who != turns[-1][0]):
            turns.append((who, []))
        if plain and (not turns[-1][1] or turns[-1][1][-1] != plain):  # rolling captions say a line twice
            turns[-1][1].append(plain)
    return "\n\n".join(f"{who.upper()}: {' '.join(said)}" if who else " ".join(said) for who, said in turns if said)


def _cues(text: str) -> Iterator[str]:
    """Give the words of each cue."""
    lines: list[str] = []
    inside = False
    for line in [*text.splitlines(), ""]:
        if _CUE.fullmatch(line.strip()):
            inside, lines = True, []
        elif inside and not line.strip():
            yield " ".join(lines)
            inside = False
        elif inside:
            lines.append(line.strip())


def _from_turns(text: str) -> str:
    """Put the name of a speaker that stands alone on a line before the words under it; other lines stay as they are."""
    lines = text.splitlines()
    out: list[str] = []
    waiting = ""
    for line in lines:
        plain = line.strip()
        if plain and _ALONE.fullmatch(plain) and not _ENDED.search(plain):
            if waiting:
                out.append(waiting)
            waiting = plain
        elif waiting and plain:
            out.append(f"{waiting.rstrip(':').upper()}: {plain}")
            waiting = ""
        elif plain or not waiting:
            out.append(line)
    return "\n".join([*out, waiting]).strip("\n")


TRANSCRIPT = Format(
    name="transcript",
    what="a transcript: WebVTT, SubRip, or turns under the names of their speakers",
    read=read,
    endings=(".vtt", ".srt"),
    marks=lambda start: start.startswith(b"WEBVTT") or re.match(rb"1\r?\n\d\d:\d\d:\d\d,\d{3} -->", start) is not None,
    layout=True,
)
