"""Holidays and days known by a name: "Christmas", "Easter Monday", "9/11"."""

import re
from datetime import date, timedelta

from dragoman.knowledge.times import Lexicon
from dragoman.model.when import STATED, UNKNOWN
from dragoman.stages.times import calendar
from dragoman.stages.times.dates import IN_WORDS
from dragoman.stages.times.found import Found
from dragoman.stages.times.scene import Reading, Scene, dated

_LETTERS = re.compile(r"[a-z]+")
_PIECE = re.compile(r"\s+")


def patterns(lexicon: Lexicon) -> list[tuple[str, str]]:
    """Write the names of the holidays in the notation of the grammar: (rule, pattern)."""
    named = sorted((name for name in lexicon.holidays if name[0].isalpha()), key=len, reverse=True)
    spelled = "|".join(_PIECE.sub(" ", name.replace("'", " APOS ").replace("-", " DASH ")) for name in named)
    return [
        ("holiday", f"(the)? name:({spelled}) ((COMMA|of|in)? year:YEAR)?"),
        ("named_figures", "name:(NUM SLASH NUM)"),
    ]


def telling_words(lexicon: Lexicon) -> frozenset[str]:
    """Give the words of holidays that hold no other word of the calendar, as the grammar's word classes."""
    names = [_LETTERS.findall(name) for name in lexicon.holidays]
    return frozenset(f"={word}" for words in names if not any(w in lexicon.words for w in words) for word in words)


def holiday(found: Found, scene: Scene) -> Reading | None:
    """Read a holiday, in the year said or in the nearest one."""
    rule = found.lexicon.holidays.get(found.text("name").replace("’", "'"))
    if rule is None:
        return None
    base, basis = scene.base()
    if len(rule) == 10:
        return dated(calendar.day(date.fromisoformat(rule)), STATED, "a day known by its name")
    if found.has("year"):
        return dated(calendar.day(holiday_on(rule, found.number("year"))), STATED, IN_WORDS)
    if base is None:
        value = f"XXXX-{rule}" if rule[0].isdigit() and "-" in rule else "XXXX-XX-XX"
        return Reading(value=value, grain="day", basis=UNKNOWN, reason="a holiday, and the report has no date")
    days = [holiday_on(rule, base.year + shift) for shift in (-1, 0, 1)]
    if scene.tense(found) == "future" or found.has("ahead"):
        on = min(choice for choice in days if choice >= base)
    elif scene.tense(found) == "past":
        on = max(choice for choice in days if choice <= base)
    else:
        on = min(days, key=lambda choice: abs(choice - base))
    return dated(calendar.day(on), basis, f"the holiday nearest to {base} that fits the tense")


def holiday_on(rule: str, year: int) -> date:
    """Give the day of a holiday in one year."""
    if rule.startswith("easter"):
        return calendar.easter(year) + timedelta(days=int(rule[6:]))
    if "/" not in rule:
        return date(year, int(rule[:2]), int(rule[3:]))
    nth, weekday, month = (int(part) for part in rule.split("/"))
    if nth < 0:
        last = calendar.month(year, month).until
        assert last is not None
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def capitalised(found: Found) -> bool:
    """Tell whether a holiday is written as a name."""
    first, last = found.match.span("name")
    return found.words.words(first, last)[0] in "9" or found.words.word(first)[:1].isupper()
