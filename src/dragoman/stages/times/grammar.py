"""The grammar of time: the rules of the table, each with what reads it, and the search that finds them in a text."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from re import Pattern

from dragoman.errors import KnowledgeError
from dragoman.knowledge.times import Lexicon, lexicon, rules
from dragoman.stages.times import clock, dates, deictic, durations, eras, guards, holidays
from dragoman.stages.times.found import Found
from dragoman.stages.times.notation import Needs, Rule, compile_pattern, literals, needed
from dragoman.stages.times.words import Alphabet

_ALONE, _CLEAR = guards.number_stands_alone, guards.all_clear
Resolve = Callable[..., object]
Guard = Callable[[Found], bool]

_READERS: dict[str, tuple[Resolve, Guard | None]] = {
    "iso": (dates.iso_day, _ALONE),
    "iso_time": (dates.iso_day, None),
    "iso_spaced": (dates.iso_day, None),
    "figures": (dates.numeric_day, _ALONE),
    "mdy": (dates.stated_day, _ALONE),
    "dmy": (dates.stated_day, _ALONE),
    "md": (dates.day_without_year, _CLEAR),
    "dm": (dates.day_without_year, _CLEAR),
    "the_nth": (dates.day_of_told_month, guards.nth_alone),
    "days_md": (dates.days, _CLEAR),
    "days_dm": (dates.days, _CLEAR),
    "month_year": (dates.stated_month, _ALONE),
    "month_rel": (dates.month_without_year, None),
    "month": (dates.month_without_year, guards.month_alone),
    "pointed_month": (dates.pointed_month, None),
    "year": (dates.stated_year, guards.year_alone),
    "years": (dates.year_range, _ALONE),
    "old_year": (dates.old_year, None),
    "ad_year": (dates.old_year, _ALONE),
    "old_years": (dates.old_years, None),
    "bare_old_year": (dates.bare_old_year, guards.old_alone),
    "decade": (eras.decade, None),
    "decade_short": (eras.decade, None),
    "decade_the": (eras.decade, None),
    "decade_word": (eras.decade, None),
    "decade_old": (eras.decade, None),
    "century": (eras.century, guards.no_title_after),
    "quarter": (eras.quarter, None),
    "quarter_alone": (eras.quarter, guards.not_a_share),
    "q": (eras.quarter, _ALONE),
    "half": (eras.quarter, None),
    "season_year": (eras.stated_season, _ALONE),
    "season_rel": (eras.season, None),
    "season_way": (eras.season, None),
    "season_the": (eras.season, None),
    "season_edge": (eras.season, None),
    "season": (eras.season, guards.season_alone),
    "deictic": (deictic.deictic_day, guards.no_title_after),
    "deictic_twice": (deictic.deictic_day, None),
    "weekday": (deictic.weekday, guards.weekday_alone),
    "weekday_abbr": (deictic.weekday, None),
    "part": (clock.part_of_day, None),
    "part_edge": (clock.part_of_day, None),
    "part_deictic": (clock.part_of_day, None),
    "part_this": (clock.part_of_day, None),
    "part_last": (clock.part_of_day, None),
    "part_tonight": (clock.part_of_day, None),
    "part_of": (clock.part_of_day, None),
    "part_of_dm": (clock.part_of_day, None),
    "part_of_day": (clock.part_of_day, None),
    "part_the": (clock.part_of_day, guards.part_alone),
    "clock": (clock.clock, _ALONE),
    "clock_dotted": (clock.clock, None),
    "clock_day": (clock.clock, _ALONE),
    "clock_24": (clock.clock, guards.clock_alone),
    "clock_24_day": (clock.clock, _ALONE),
    "clock_date": (clock.clock, _ALONE),
    "clock_date_dm": (clock.clock, _ALONE),
    "clock_then_date": (clock.clock, _ALONE),
    "clock_then_dm": (clock.clock, _ALONE),
    "clock_24_then": (clock.clock, _ALONE),
    "clock_24_then_dm": (clock.clock, _ALONE),
    "noon": (clock.clock, None),
    "this_unit": (deictic.this_unit, None),
    "this_told": (deictic.this_unit, None),
    "weekend": (deictic.weekend, None),
    "same_unit": (deictic.same_unit, None),
    "edge_unit": (deictic.same_unit, None),
    "ago": (deictic.ago, _ALONE),
    "ago_few": (deictic.ago, None),
    "ago_ahead": (deictic.ago, _ALONE),
    "ago_article": (deictic.ago, None),
    "later": (deictic.later, _ALONE),
    "later_few": (deictic.later, None),
    "next_unit": (deictic.later, None),
    "after_event": (deictic.after_event, guards.not_lasting),
    "duration": (durations.duration, guards.length_alone),
    "duration_old": (durations.duration, _ALONE),
    "duration_article": (durations.duration, guards.length_alone),
    "duration_the": (durations.duration, guards.length_alone),
    "duration_few": (durations.duration, guards.length_alone),
    "duration_bare": (durations.duration, guards.bare_length),
    "duration_half": (durations.duration, None),
    "duration_long": (durations.duration, None),
    "duration_decades": (durations.duration, None),
    "duration_to": (durations.duration, guards.length_alone),
    "duration_between": (durations.number_of_range, guards.length_alone),
    "every": (durations.every, None),
    "freq": (durations.every, guards.not_a_title),
    "plural_day": (durations.every, None),
    "plural_day_part": (durations.every, None),
    "rate": (durations.rate, None),
    "now": (deictic.reference, guards.now_alone),
    "present": (deictic.present, None),
    "holiday": (holidays.holiday, holidays.capitalised),
    "named_figures": (holidays.holiday, _ALONE),
}


@dataclass(frozen=True, slots=True)
class Grammar:
    """All rules, compiled.

    Args:
        alphabet: gives each word its sign.
        rules: each rule with its pattern over signs and the signs that it needs, the more telling ones first.
        lexicon: the calendar words.
        needs: all signs that rules need, each set once.
    """

    alphabet: Alphabet
    rules: tuple[tuple[Rule, Pattern[str], Needs], ...]
    lexicon: Lexicon
    needs: frozenset[frozenset[str]]

    def find(self, text: str) -> list[Found]:
        """Find every time expression of a text: the longest where several overlap, in order."""
        words = self.alphabet.cut(text)
        if not words.signs:
            return []
        there = frozenset(words.signs)
        lacking = {signs for signs in self.needs if there.isdisjoint(signs)}
        candidates = [
            (match.start() - match.end(), rank, match.start(), Found(rule, words, match, self.lexicon))
            for rank, (rule, pattern, needs) in enumerate(self.rules)
            if lacking.isdisjoint(needs)
            for match in pattern.finditer(words.signs)
        ]
        taken = bytearray(len(words) + 1)
        chosen = []
        for _, _, _, found in sorted(candidates, key=lambda candidate: candidate[:3]):
            if not any(taken[found.first : found.last]) and _holds(found):
                taken[found.first : found.last] = b"\x01" * (found.last - found.first)
                chosen.append(found)
        return sorted(chosen, key=lambda found: found.first)


def _holds(found: Found) -> bool:
    if found.rule.glued and any(not found.words.touches(i) for i in range(found.first + 1, found.last)):
        return False
    return found.rule.guard is None or found.rule.guard(found)


@cache
def grammar() -> Grammar:
    """Compile the grammar, once.

    Raises:
        KnowledgeError: the table and the readers do not name the same rules.
    """
    table = rules()
    unknown = {row.name for row in table} ^ (_READERS.keys() - {"holiday", "named_figures"})
    if unknown:
        raise KnowledgeError(f"times/grammar.tsv and the readers differ on {', '.join(sorted(unknown))}")
    words = lexicon()
    written = [Rule(row.name, row.pattern, *_READERS[row.name], row.glued) for row in table]
    written += [Rule(name, pattern, *_READERS[name]) for name, pattern in holidays.patterns(words)]
    alphabet = Alphabet(words, frozenset(literals(rule.pattern for rule in written)), holidays.telling_words(words))
    alphabet.fill()
    members = alphabet.members
    compiled = [(rule, compile_pattern(rule.pattern, members), needed(rule.pattern, members)) for rule in written]
    return Grammar(alphabet, tuple(compiled), words, frozenset(signs for _, _, needs in compiled for signs in needs))
