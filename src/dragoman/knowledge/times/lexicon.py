"""Each calendar word with the parts it can play in a time expression."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from dragoman.errors import KnowledgeError

CASES = ("any", "title", "upper")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One part that a word can play.

    Args:
        role: `MONTHNAME`, `WEEKDAY`, `UNIT`, `SEASON`...
        value: what it is worth there: `5` for May, `W` for week, `SU` for summer.
        case: `any`, `title` (capitalised or all capitals) or `upper` (all capitals).
    """

    role: str
    value: str
    case: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All calendar words, and the holidays.

    Args:
        words: from a word in lower case to its parts.
        holidays: from a name in lower case to its rule: `MM-DD` (each year), `YYYY-MM-DD` (once), `easter+N`,
            or `nth/weekday/month` with Monday as 1 and -1 for the last.
    """

    words: Mapping[str, tuple[Entry, ...]]
    holidays: Mapping[str, str]


def _rows(name: str, columns: tuple[str, ...]) -> Iterator[list[str]]:
    lines = (files(__package__) / name).read_text(encoding="utf-8").splitlines()
    if not lines or tuple(lines[0].split("\t")) != columns:
        raise KnowledgeError(f"table times/{name} should begin with the columns {', '.join(columns)}")
    for number, line in enumerate(lines[1:], start=2):
        row = line.split("\t")
        if len(row) != len(columns):
            raise KnowledgeError(f"table times/{name}, line {number}: {len(row)} columns instead of {len(columns)}")
        yield row


@cache
def lexicon() -> Lexicon:
    """Load the calendar words, once.

    Raises:
        KnowledgeError: a table is damaged.
    """
    words: dict[str, list[Entry]] = {}
    for word, role, value, case in _rows("words.tsv", ("word", "role", "value", "case")):
        if case not in CASES:
            raise KnowledgeError(f"table times/words.tsv: case {case!r} of {word!r} is none of {', '.join(CASES)}")
        words.setdefault(word, []).append(Entry(role=role, value=value, case=case))
    return Lexicon(
        words=MappingProxyType({word: tuple(entries) for word, entries in words.items()}),
        holidays=MappingProxyType(dict(_rows("holidays.tsv", ("name", "rule")))),
    )


@cache
def tense_phrases(way: str) -> frozenset[str]:
    """Give the words that show the tense of a clause, or that a month follows.

    Args:
        way: `modal` (auxiliaries that look ahead), `ahead` or `back` (other words that tell without a tree), `month`
            (what stands before a month and hardly before somebody whom it is the surname of).

    Raises:
        KnowledgeError: the table is damaged.
    """
    return frozenset(phrase for phrase, its_way in _rows("tense.tsv", ("phrase", "way")) if its_way == way)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One way to say a time, as the table has it.

    Args:
        name: what it says.
        glued: True where no white space may stand inside.
        pattern: in the notation of `stages.times.notation`.
        example: words that it must recognise.
    """

    name: str
    glued: bool
    pattern: str
    example: str


@cache
def rules() -> tuple[RuleRow, ...]:
    """Load the ways to say a time, once.

    Raises:
        KnowledgeError: the table is damaged.
    """
    return tuple(
        RuleRow(name=name, glued=glued == "yes", pattern=pattern, example=example)
        for name, glued, pattern, example in _rows("grammar.tsv", ("rule", "glued", "pattern", "example"))
    )


def word_value(form: str) -> int:
    """Give the whole number that a word in lower case says ("12", "twelve"), 0 where it says none."""
    if form.isdecimal():
        return int(form)
    return next((int(entry.value) for entry in lexicon().words.get(form, ()) if entry.role == "CARD"), 0)
