"""Common nouns that stand for political actors ("troops", "ministry", "protesters")."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.knowledge.actors.table import rows

COLUMNS = ("lemma", "kind", "sector", "same")


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """What a noun stands for.

    Args:
        lemma: one word, or two ("security force").
        kind: kind of actor; `country` for a noun that means the whole state ("government").
        sector: PLOVER sector.
        same: nouns of one state with the same value here are one body ("troops", "army": `military`).
    """

    lemma: str
    kind: str
    sector: str
    same: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """The table, by lemma.

    Args:
        rows: every noun.
        ends: the last word of every noun.
    """

    rows: Mapping[str, Noun]
    ends: frozenset[str] = frozenset()

    def find(self, lemma: str, before: str = "") -> Noun | None:
        """Look a noun up, together with the word before it where the two make a term of their own.

        Args:
            lemma: lower-case lemma of the noun.
            before: lower-case form of the word before it.
        """
        singular = lemma[:-3] + "y" if lemma.endswith("ies") else lemma.removesuffix("s")
        singular = lemma[:-2] + "an" if lemma.endswith("men") else singular
        for form in (lemma, singular):
            found = self.rows.get(f"{before} {form}") or self.rows.get(form)
            if found is not None:
                return found
        return None


@cache
def nouns() -> Nouns:
    """Load the table of nouns, once."""
    table = {row["lemma"]: Noun(**row) for row in rows("nouns.tsv", COLUMNS)}
    return Nouns(rows=table, ends=frozenset(lemma.split()[-1] for lemma in table))
