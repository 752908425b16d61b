"""The words of the calendar: months, weekdays, units, numbers, parts of the day, holidays, and how they combine."""

from dragoman.knowledge.times.lexicon import Entry, Lexicon, RuleRow, lexicon, rules, tense_phrases, word_value

__all__ = ["Entry", "Lexicon", "RuleRow", "lexicon", "rules", "tense_phrases", "word_value"]
