"""Which verbs and nouns introduce somebody's words."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """The cue words, by lemma.

    Args:
        said: verbs that can hardly mean anything but speech ("say", "warn").
        may: verbs that mean speech beside a quotation ("think", "put").
        on: verbs by which the same speaker goes on ("add").
        nouns: nouns for something said ("statement", "remark").
    """

    said: frozenset[str]
    may: frozenset[str]
    on: frozenset[str]
    nouns: frozenset[str]

    def is_verb(self, lemma: str) -> bool:
        """Tell whether a verb can stand beside a quotation as its cue."""
        return lemma in self.said or lemma in self.may


@cache
def cues() -> Cues:
    """Load the table of cue words, once."""
    lines = files("dragoman.knowledge.quotes").joinpath("cues.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return Cues(
        said=frozenset(lemma for lemma, pos, strength in rows if (pos, strength) == ("verb", "say")),
        may=frozenset(lemma for lemma, pos, strength in rows if (pos, strength) == ("verb", "may")),
        on=frozenset(lemma for lemma, pos, strength in rows if (pos, strength) == ("verb", "on")),
        nouns=frozenset(lemma for lemma, pos, _ in rows if pos == "noun"),
    )
