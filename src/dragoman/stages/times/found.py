"""A stretch of words that a rule of the grammar recognised, with its parts."""

import re
from dataclasses import dataclass

from dragoman.knowledge.times import Lexicon
from dragoman.stages.times.notation import Rule
from dragoman.stages.times.words import Words, fits

UNIT_ROLES = ("UNIT", "UNITS", "TICK", "TICKS")


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule recognised.

    Args:
        rule: the rule.
        words: the words of the text.
        match: the match over their signs.
        lexicon: the calendar words.
    """

    rule: Rule
    words: Words
    match: re.Match[str]
    lexicon: Lexicon

    @property
    def first(self) -> int:
        """Index of the first word."""
        return self.match.start()

    @property
    def last(self) -> int:
        """Index after the last word."""
        return self.match.end()

    @property
    def start(self) -> int:
        """Code point where it begins."""
        return self.words.bounds[self.first][0]

    @property
    def end(self) -> int:
        """Code point after its end."""
        return self.words.bounds[self.last - 1][1]

    def has(self, name: str) -> bool:
        """Tell whether a named part is there."""
        return bool(self.match.groupdict().get(name))

    def text(self, name: str = "") -> str:
        """Give the words of a part (or all) in small letters, empty where it is not there."""
        if name and not self.has(name):
            return ""
        return self.words.words(*(self.match.span(name) if name else self.match.span())).lower()

    def value(self, name: str, *roles: str) -> str:
        """Give what the first word of a part that plays one of the roles is worth there, else nothing."""
        if not self.has(name):
            return ""
        first, last = self.match.span(name)
        for index in range(first, last):
            form = self.words.word(index)
            for entry in self.lexicon.words.get(form.lower(), ()):
                if entry.role in roles and fits(entry, form):
                    return entry.value
        return ""

    def number(self, name: str) -> int:
        """Give a part that says a whole number; 0 where it is not there."""
        return int(self.quantity(name) or 0)

    def quantity(self, name: str) -> float | None:
        """Give a part that says how many, in digits or words; None where it is not there."""
        if not self.has(name):
            return None
        first, last = self.match.span(name)
        total: float = 0
        for index in range(first, last):
            form = self.words.word(index)
            if form[0].isdigit():
                return float(form.replace(",", ""))
            total = self._add(total, form)
        return total

    def _add(self, total: float, form: str) -> float:
        for entry in self.lexicon.words.get(form.lower(), ()):
            if entry.role in ("CARD", "TENS", "ORD"):
                return total + int(entry.value)
            if entry.role == "BIG":
                return max(total, 1) * int(entry.value)
        return total
