"""Which words take a stand for or against something, and where that something stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.errors import KnowledgeError

COLUMNS = ("lemma", "pos", "stance", "object")
POS = frozenset({"verb", "noun", "adjective", "verdict", "end", "idle", "light", "deny", "saying", "silent"})
STANCES = frozenset({"for", "against", ""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A word that takes a stand.

    Args:
        lemma: its dictionary form.
        stance: `for` or `against`.
        objects: where its object stands, tried in order: `object`, `clause`, or a preposition.
    """

    lemma: str
    stance: str
    objects: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stands:
    """The table, by part.

    Args:
        verbs: "oppose", "call for".
        nouns: "opposition", beside a light verb.
        adjectives: said of the holder: "opposed", "against".
        verdicts: said of the thing: "unacceptable".
        lists: the other words: `end` (nouns that turn a stand round: "an end to"), `idle` (verbs that "must" says
            nothing by), `light` (verbs that carry a noun), `deny` (verbs that turn a stand round), `saying`,
            `silent` (verbs of what one declines to say: "declined to comment").
    """

    verbs: Mapping[str, Stand]
    nouns: Mapping[str, Stand]
    adjectives: Mapping[str, Stand]
    verdicts: Mapping[str, Stand]
    lists: Mapping[str, frozenset[str]]


@cache
def stands() -> Stands:
    """Load the table, once."""
    text = files(__package__).joinpath("stands.tsv").read_text(encoding="utf-8")
    return read_stands(text, "stands.tsv")


def read_stands(text: str, file: str) -> Stands:
    """Read a table of stands.

    Args:
        text: tab-separated lines of lemma, pos, stance, object; lines that begin with `#` are remarks.
        file: its name, for messages.

    Raises:
        KnowledgeError: with file and line, where a line is something else.
    """
    parts: dict[str, dict[str, Stand]] = {name: {} for name in POS}
    for n, line in enumerate(text.splitlines(), 1):
        cells = line.split("\t")
        if not line or line.startswith("#") or tuple(cells) == COLUMNS:
            continue
        if len(cells) != len(COLUMNS) or cells[1] not in POS or cells[2] not in STANCES:
            raise KnowledgeError(f"{file}:{n}: a line is lemma, pos, stance and object with tabs, not {line[:60]!r}")
        lemma, pos, stance, where = cells
        parts[pos][lemma] = Stand(lemma=lemma, stance=stance, objects=tuple(where.split()))
    return Stands(
        verbs=parts["verb"],
        nouns=parts["noun"],
        adjectives=parts["adjective"],
        verdicts=parts["verdict"],
        lists={name: frozenset(parts[name]) for name in ("end", "idle", "light", "deny", "saying", "silent")},
    )
