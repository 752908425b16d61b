"""When two annotations of the same thing count as the same."""

import math
import re
from collections.abc import Callable, Sequence
from typing import Any

Entry = dict[str, Any]
Actors = dict[str, Entry]
Offsets = tuple[int, int]

NOT_WORDS = re.compile(r"[^\w ]+")
EARTH_DIAMETER_KM = 12742


def words(text: str | None) -> list[str]:
    """Give the words of a string, case and punctuation aside."""
    return NOT_WORDS.sub(" ", (text or "").casefold()).split()


def same_actor(a: Entry | None, b: Entry | None) -> bool:
    """Tell whether two actors are one: states by code, others by name or by a mention they share."""
    if a is None or b is None:
        return False
    if a["kind"] == b["kind"] == "country":
        return bool(a["country"]) and a["country"] == b["country"]
    if words(a["name"]) and words(a["name"]) == words(b["name"]):
        return True
    if (a["kind"] == "country") != (b["kind"] == "country"):
        return False
    return bool((_known_as(a) & _known_as(b)) - {()})


def _known_as(actor: Entry) -> set[tuple[str, ...]]:
    return {tuple(words(name)) for name in (actor["name"], *actor.get("mentions", []))}


def same_country(a: Entry | None, b: Entry | None) -> bool:
    """Tell whether two actors are one or belong to the same state."""
    return same_actor(a, b) or bool(a and b and a.get("country") and a["country"] == b.get("country"))


def jaccard(xs: Sequence[Any], ys: Sequence[Any], same: Callable[[Any, Any], bool]) -> float:
    """Give the share of members in common, each paired once; two empty sides agree wholly."""
    if not xs and not ys:
        return 1.0
    free, hits = list(ys), 0
    for x in xs:
        partner = next((y for y in free if same(x, y)), None)
        if partner is not None:
            free.remove(partner)
            hits += 1
    return hits / (len(xs) + len(ys) - hits)


def overlap(a: Sequence[Offsets], b: Sequence[Offsets]) -> bool:
    """Tell whether some stretch of `a` shares half of the shorter with some stretch of `b`."""
    for start, end in a:
        for other_start, other_end in b:
            shared = min(end, other_end) - max(start, other_start)
            if shared > 0 and shared >= 0.5 * min(end - start, other_end - other_start):
                return True
    return False


def found(text: str, strings: Sequence[str]) -> list[Offsets]:
    """Give where each string stands first in a text."""
    starts = ((text.find(string), len(string)) for string in strings)
    return [(start, start + length) for start, length in starts if start >= 0]


def position(text: str, entry: Entry, key: str) -> list[Offsets]:
    """Give where an entry stands: by its own offsets, else where its words stand first."""
    if entry.get("start") is not None and entry.get("end") is not None:
        return [(entry["start"], entry["end"])]
    return found(text, [entry[key]])


def same_date(a: str | None, b: str | None) -> bool:
    """Tell whether two dates agree: the coarser contains the finer, stretches overlap, or both are unknown."""
    if not a or not b:
        return not a and not b
    if "/" in a or "/" in b:
        (start, end), (other_start, other_end) = _stretch(a), _stretch(b)
        return start <= other_end and other_start <= end
    shared = min(len(a), len(b))
    return a[:shared] == b[:shared]


def _stretch(date: str) -> tuple[str, str]:
    start, _, end = date.partition("/")
    return start, (end or start) + "~"  # "~" sorts after every digit: a month ends after its last day


def words_in_common(a: str, b: str) -> float:
    """Give the share of distinct words in common, of the larger side."""
    left, right = set(words(a)), set(words(b))
    return len(left & right) / max(len(left), len(right)) if left and right else 0.0


def kilometres(a: Entry, b: Entry) -> float:
    """Give the great-circle distance of two places (haversine); infinite where a coordinate lacks."""
    coordinates = (a.get("lat"), a.get("lon"), b.get("lat"), b.get("lon"))
    if None in coordinates:
        return math.inf
    lat_a, lon_a, lat_b, lon_b = (math.radians(float(c)) for c in coordinates if c is not None)
    h = math.sin((lat_b - lat_a) / 2) ** 2
    h += math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return EARTH_DIAMETER_KM * math.asin(math.sqrt(h))


def same_speaker(gold: Entry, predicted: Entry, gold_actors: Actors, predicted_actors: Actors) -> bool:
    """Tell whether two quotes have the same speaker: by the words that name them, else by the actor."""
    named, said = gold.get("speaker_span"), predicted.get("speaker_span")
    if named and said and overlap([(named[0], named[1])], [(said[0], said[1])]):
        return True
    if not gold.get("speaker"):
        return not predicted.get("speaker") and not gold.get("speaker_span")
    speaker = predicted.get("speaker")
    return same_actor(gold_actors.get(gold["speaker"]), predicted_actors.get(speaker) if speaker else None)
