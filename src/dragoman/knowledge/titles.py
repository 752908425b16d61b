"""Knows titles of persons ("Foreign Minister", "Defense Min.", "MK") and the office that each one means."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dragoman.knowledge.table import rows

_COLUMNS = ("term", "office", "sector", "cameo", "country", "where", "before")


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What a title means.

    Args:
        term: the title as the table has it, lower case.
        office: normalised office ("minister of foreign affairs"), None where the title names no single office.
        sector: recorded sector, None where it tells nothing ("Mr", "Dr.").
        cameo: finer sector (`codes.sectors`) where there is one.
        country: the state that the title itself names ("secretary of state" is the USA's unless another is named).
        where: key of the organisation that it names ("nato secretary general").
        effect: `past`, `acting`, `coming`, `deputy` or `shadow` where a word before it says so, else "".
    """

    term: str
    office: str | None
    sector: str | None
    country: str | None = None
    where: str | None = None
    cameo: str | None = None
    effect: str = ""


class Titles:
    """All titles, and the words that stand before them."""

    def __init__(self, table: Iterable[list[str]], effects: Iterable[list[str]]) -> None:
        self._titles: dict[str, Title] = {}
        before = set()
        for term, office, sector, cameo, country, where, stands in table:
            title = Title(
                term=term,
                office=office or None,
                sector=sector or None,
                cameo=cameo or None,
                country=country or None,
                where=where or None,
            )
            self._titles[_norm(term)] = title
            if stands:
                before.add(_norm(term))
        self._effects = {entry[0]: entry[1] for entry in effects}
        self.prefixes: frozenset[str] = frozenset(before)
        self.longest: int = max(len(term.split()) for term in self._titles)

    def find(self, words: str) -> Title | None:
        """Tell what a title means.

        Words before it that change it are read too: "former", "acting", "deputy", "shadow".

        Args:
            words: the title alone, without determiner, state and name, in any case.

        Returns:
            The title, None where the words are none.
        """
        plain = _norm(words)
        found = self._titles.get(plain) or self._titles.get(_singular(plain))
        if found is not None or (" " not in plain and "-" not in plain):
            return found
        if plain.startswith("ex-"):
            found = self.find(plain[3:])
            return None if found is None else replace(found, effect="past")
        if plain.startswith(("vice-", "deputy-")):
            return self.find(plain.replace("-", " ", 1))
        for ending in ("-designate", "-elect", " designate", " elect"):
            if plain.endswith(ending):
                found = self.find(plain.removesuffix(ending))
                return None if found is None else replace(found, effect="coming")
        for length in (2, 1):
            parts = plain.split(" ")
            effect = self._effects.get(" ".join(parts[:length]))
            if effect is not None and len(parts) > length:
                found = self.find(" ".join(parts[length:]))
                return None if found is None else _changed(found, effect)
        return None

    def effect(self, word: str) -> str | None:
        """Tell how a word changes the title after it; None where it does not belong to a title."""
        return self._effects.get(_norm(word))

    def opening(self, words: Sequence[str]) -> int:
        """Count the words at the start that are a title standing before a name, the longest title first.

        Args:
            words: words of a phrase ("Foreign", "Minister", "Yair", "Lapid").

        Returns:
            How many words belong to titles, several in a row together ("Lt. Gen.", "US Senator").
        """
        at = 0
        while at < len(words):
            length = self._one(words[at:])
            if length == 0:
                return at
            at += length
        return at

    def _one(self, words: Sequence[str]) -> int:
        skipped = 0
        while skipped < len(words) - 1 and _norm(words[skipped]) in self._effects:
            skipped += 1
        for start in range(skipped, -1, -1):
            for length in range(min(self.longest, len(words) - start), 0, -1):
                if _norm(" ".join(words[start : start + length])) in self.prefixes:
                    return start + length
        return 0


def _norm(words: str) -> str:
    plain = " ".join(words.replace("\u2019", "'").lower().split())
    return plain.replace(" - ", "-").removesuffix("'s").rstrip(".,")


def _singular(plain: str) -> str:
    return plain[:-1] if plain.endswith("s") and not plain.endswith("ss") else plain


def _changed(title: Title, effect: str) -> Title:
    if effect == "none":
        return title
    if effect == "deputy" and title.office:
        return replace(title, office=f"deputy {title.office}", effect="deputy")
    if effect == "shadow":
        return replace(title, office=None, sector="OPP", effect="shadow")
    return replace(title, effect=effect)


@lru_cache(maxsize=1)
def titles() -> Titles:
    """Give the packaged table of titles, read once."""
    effects = ([word, effect] for word, effect in rows("title_words.tsv", ("word", "effect")))
    return Titles(rows("titles.tsv", _COLUMNS), effects)
