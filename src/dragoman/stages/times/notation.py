"""A small notation in which the grammar of time is written: word classes instead of letters.

A pattern such as `month:MONTH day:DAYNUM COMMA? year:YEAR` is turned into a regular expression over a string that
holds one sign for each word of the text, so that it runs once over the text, whatever the words are.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

MACROS: Mapping[str, str] = {
    "MONTH": "(MONTHNAME|MONTHABBR DOT?)",
    "DAYNUM": "(DAY ORDSUFFIX?)",
    "ORDINAL": "(ORD|NUM ORDSUFFIX|TENS DASH? ORD)",
    "COUNT": "(NUM|DECIMAL|(a|an|one)? BIG|CARD BIG?|TENS (DASH? CARD)?)",
    "LENGTH": "(UNIT|UNITS|TICK|TICKS)",
    "WEEKNAME": "(WEEKDAY|WEEKABBR DOT?)",
    "THE": "(the|a|an)",
    "APPROX": "(more than|less than|fewer than|at least|up to|as many as|a little|close to|no more|ABOUT|another|some)",
    "EDGEP": "((the)? (very)? EDGE (part)? of (the)?|(the)? (very)? EARLYLATE DASH? (part of|in|on|of)? (the)?)",
    "RELYEAR": "(COMMA? (of)? (the|that) (same|following|next|previous|preceding)? year"
    "|COMMA? (of)? (this|last|next) year)",
    "PLUSHALF": "(and (a)? half|DASH and DASH (a)? DASH? half)",
}

Needs = tuple[frozenset[str], ...]
_ATOM = re.compile(r"(\w+:)?([A-Za-z]+|[()|?*+]|\S)")


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to say a time.

    Args:
        name: what it says ("month_day").
        pattern: in the notation of this module.
        resolve: turns what was found into readings, told the scene.
        guard: says whether what was found is a time at all.
        glued: True where no white space may stand inside.
    """

    name: str
    pattern: str
    resolve: Callable[..., object]
    guard: Callable[..., bool] | None = None
    glued: bool = False


def literals(patterns: Iterable[str]) -> set[str]:
    """Collect the plain words that patterns name, macros included."""
    found: set[str] = set()
    for pattern in (*patterns, *MACROS.values()):
        found.update(atom for _, atom in _ATOM.findall(pattern) if atom.isalpha() and atom.islower())
    return found


def compile_pattern(pattern: str, signs: Callable[[str], str]) -> re.Pattern[str]:
    """Turn a pattern into a regular expression over signs.

    Args:
        pattern: words in capitals are classes or macros, in small letters themselves; `name:` before an atom or a
            bracket names a group; `( ) | ? * +` mean what they mean in regular expressions.
        signs: gives the signs of all words that belong to a class (`MONTHNAME`) or are a word (`=of`).
    """
    return re.compile(_translate(pattern, signs))


def needed(pattern: str, signs: Callable[[str], str]) -> Needs:
    """Say what a text must hold for a pattern to match: of each set at least one sign.

    Only words that stand for themselves outside all brackets are looked at; a choice at the top needs nothing.

    Args:
        pattern: in the notation of this module.
        signs: gives the signs of a class or word, as for `compile_pattern`.
    """
    atoms = [atom for _, atom in _ATOM.findall(pattern)]
    sets: list[frozenset[str]] = []
    depth = 0
    for atom, after in zip(atoms, [*atoms[1:], ""], strict=True):
        depth += (atom == "(") - (atom == ")")
        if depth == 0 and atom == "|":
            return ()
        if depth == 0 and atom not in MACROS and atom not in ")?*+" and after not in ("?", "*"):
            sets.append(frozenset(signs(f"={atom}" if atom.islower() else atom)))
    return tuple(sets)


def _translate(pattern: str, signs: Callable[[str], str]) -> str:
    out = []
    for name, atom in _ATOM.findall(pattern):
        if atom == "(":
            out.append(f"(?P<{name[:-1]}>" if name else "(?:")
        elif atom in ")|?*+":
            out.append(atom)
        else:
            body = _atom(atom, signs)
            out.append(f"(?P<{name[:-1]}>{body})" if name else body)
    return "".join(out)


def _atom(atom: str, signs: Callable[[str], str]) -> str:
    if atom in MACROS:
        return f"(?:{_translate(MACROS[atom], signs)})"
    members = signs(f"={atom}" if atom.islower() else atom)
    return f"[{members}]" if members else r"(?!)"
