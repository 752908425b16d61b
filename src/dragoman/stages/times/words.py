"""The words of a text, each with a sign that says which parts it can play in a time expression."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain

from dragoman.knowledge.times import Entry, Lexicon

# "a.m." and "B.C." are one word, "1990s" and "5pm" are two, "1,200" is one, a blank line is a word of its own.
# Plain English words go first, for they are most of all words and quickly told.
_WORD = re.compile(
    r"[A-Za-z]{2,}+(?![^\x00-\x7f])|(?:[^\W\d_]\.){2,}|[^\W\d_]+|\d{1,3}(?:,\d{3})+(?![\d])|\d+\.\d+(?![.\d])|\d+|\n\s*\n|[^\s\w]|_"
)
_MARKS = {
    ",": "COMMA", ".": "DOT", ":": "COLON", "/": "SLASH", "(": "OPEN", ")": "CLOSE",
    "'": "APOS", "’": "APOS", "‘": "APOS", "-": "DASH", "–": "DASH", "—": "DASH", "‑": "DASH", "−": "DASH",
}  # fmt: skip
# Roles that make a time; all others only go with them.
_CORE = frozenset((
    "MONTHNAME", "MONTHABBR", "WEEKDAY", "WEEKDAYS", "WEEKABBR", "UNIT", "UNITS", "TICK", "TICKS", "SEASON", "FALL",
    "DAYPART", "DAYPARTS", "CLOCKWORD", "DEICTIC", "TONIGHT", "DECADENAME", "FREQUENCY", "NOW", "VAGUE", "NUM",
    "MERIDIEM",
))  # fmt: skip
_CONTEXT = 2
OTHER = "\u00b7"
_FIRST_SIGN = 0x4E00
_REMEMBERED = 1 << 14  # words that no pattern knows; reports say the same ones over and over


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words.

    Args:
        text: the text.
        bounds: start and end of each word.
        signs: one sign a word, the string that patterns run over.
    """

    text: str
    bounds: list[tuple[int, int]]
    signs: str

    def __len__(self) -> int:
        return len(self.bounds)

    def word(self, index: int) -> str:
        """Give one word as it stands, empty outside the text."""
        if not 0 <= index < len(self.bounds):
            return ""
        start, end = self.bounds[index]
        return self.text[start:end]

    def words(self, first: int, last: int) -> str:
        """Give the stretch of words [first, last) as it stands."""
        return self.text[self.bounds[first][0] : self.bounds[last - 1][1]]

    def touches(self, index: int) -> bool:
        """Tell whether no white space stands before this word."""
        return 0 < index < len(self.bounds) and self.bounds[index - 1][1] == self.bounds[index][0]


@dataclass(slots=True)
class Alphabet:
    """Signs for sets of roles, given out as they come up.

    Args:
        lexicon: the calendar words.
        literals: the plain words that patterns name.
        names: those of them (`=christmas`) that make a time without any other word of the calendar.
    """

    lexicon: Lexicon
    literals: frozenset[str]
    names: frozenset[str] = frozenset()
    _signs: dict[frozenset[str], str] = field(default_factory=dict)
    _known: dict[str, str] = field(default_factory=dict)
    _island: re.Pattern[str] | None = None
    _seldom: Callable[[str], str] = field(init=False)

    def fill(self) -> None:
        """Give every word and number that can matter its sign, so that classes are complete."""
        for word in chain(self.lexicon.words, self.literals):
            for form in (word, word.capitalize(), word.upper()):
                self._known[form] = self._sign(self._letters(form))
        for number in chain((str(n) for n in range(2200)), (f"{n:02}" for n in range(10))):
            self._known[number] = self._sign(number_roles(number))
        for mark, role in _MARKS.items():
            self._known[mark] = self._sign(frozenset({role}))
        self._known["100000"] = self._sign(frozenset({"NUM"}))
        self._known["1.5"] = self._sign(frozenset({"DECIMAL"}))
        self._known["1,200"] = self._sign(frozenset({"NUM"}))
        self._seldom = lru_cache(maxsize=_REMEMBERED)(self._rare)
        core = "".join(sign for roles, sign in self._signs.items() if roles & _CORE or roles & self.names)
        every = "".join(self._signs.values())
        self._island = re.compile(f"[{every}]*[{core}][{every}]*")

    def members(self, role: str) -> str:
        """Give the signs of all sets that hold a role."""
        return "".join(sorted(sign for roles, sign in self._signs.items() if role in roles))

    def cut(self, text: str) -> Words:
        """Cut a text into words with their signs, keeping only the stretches that can hold a time.

        No pattern matches a word that has no part to play, and none does without a word of the calendar or a number;
        so a stretch between two such words is dropped unless it holds one, but for two words on either side, which
        guards look at. A gap stands for what was dropped.
        """
        known, rare = self._known, self._seldom
        words = list(_WORD.finditer(text))
        signs = [known.get(word) or rare(word) for word in [match[0] for match in words]]
        return self._thin(text, words, "".join(signs))

    def _thin(self, text: str, words: list[re.Match[str]], signs: str) -> Words:
        kept: list[tuple[int, int]] = []
        kept_signs: list[str] = []
        until = 0
        assert self._island is not None
        for match in self._island.finditer(signs):
            first, last = max(match.start() - _CONTEXT, until), min(match.end() + _CONTEXT, len(signs))
            if first > until:
                kept.append((words[first].start(), words[first].start()))
                kept_signs.append(OTHER)
            kept.extend([word.span() for word in words[first:last]])
            kept_signs.append(signs[first:last])
            until = last
        return Words(text, kept, "".join(kept_signs))

    def _rare(self, word: str) -> str:
        """Give the sign of a word that is not known in this very form: a mixed case, a long number."""
        if word.islower():
            return OTHER
        if word[0].isdigit() and word.isascii():
            return self._known["1.5"] if "." in word else self._known["1,200"]
        folded = word.lower()
        if word != folded and (folded in self.lexicon.words or folded in self.literals):
            return self._sign(self._letters(word))
        return OTHER

    def _letters(self, form: str) -> frozenset[str]:
        entries = self.lexicon.words.get(form.lower(), ())
        roles = {entry.role for entry in entries if fits(entry, form)}
        return frozenset(roles | {f"={form.lower()}"})

    def _sign(self, roles: frozenset[str]) -> str:
        if roles not in self._signs:
            self._signs[roles] = chr(_FIRST_SIGN + len(self._signs))
        return self._signs[roles]


def fits(entry: Entry, form: str) -> bool:
    """Tell whether a word written like this can play that part."""
    if entry.case == "any":
        return True
    return form[0].isupper() if entry.case == "title" else form == form.upper()


def number_roles(digits: str) -> frozenset[str]:
    """Say what a number in digits can be: a day, an hour, a year..."""
    value, length = int(digits), len(digits)
    tests: Iterable[tuple[str, bool]] = (
        ("NUM", True),
        ("DAY", length <= 2 and 1 <= value <= 31),
        ("HOUR", length <= 2 and value <= 24),
        ("TWODIGIT", length == 2),
        ("MONTHNUM", length <= 2 and 1 <= value <= 12),
        ("YEAR", length == 4 and 1000 <= value < 2200),
        ("TENYEAR", length == 4 and 1000 <= value < 2200 and value % 10 == 0),
        ("ROUNDTWO", length == 2 and value % 10 == 0),
        ("OLDYEAR", value > 0 and length <= 4),
    )
    return frozenset(role for role, holds in tests if holds)
