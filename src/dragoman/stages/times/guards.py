"""What looks like a time and is none: prices, scores, versions, surnames, bodies named after a day."""

import re
from functools import lru_cache

from dragoman.knowledge.given_names import gender_of
from dragoman.knowledge.times import tense_phrases
from dragoman.stages.times.found import UNIT_ROLES, Found
from dragoman.stages.times.words import Words

# A sign glued to a number that makes it a price, a share, a version, an address, a score.
_BEFORE = frozenset("$£€¥₹#@/_.:+=%&")
_AFTER = frozenset("%°/_@#=€£")
_ROUND = 100
_PLAIN_YEARS = range(1800, 2100)


def number_stands_alone(found: Found) -> bool:
    """Tell whether a number at either end of a find is not a part of something longer."""
    text, start, end = found.words.text, found.start, found.end
    if text[start].isdigit() and start:
        before = text[start - 1]
        if before in _BEFORE or before.isalnum() or (before in "-–" and start > 1 and text[start - 2].isdigit()):
            return _is_range(found, found.first - 2)
    if text[end - 1].isdigit() and end < len(text):
        after, then = text[end], text[end + 1 : end + 2]
        if after in _AFTER or (after.isalnum() and after not in "sT") or (after in ".,:" and then.isdigit()):
            return False
        return not (after in "-–" and then.isdigit()) or _is_range(found, found.last + 1)
    return True


def _is_range(found: Found, other: int) -> bool:
    """Tell whether the number on the far side of a dash is a year or day too ("1917-1918"), and no score."""
    word = found.words.word(other)
    return len(word) == 4 and word.isdigit() and word[:1] in "12"


def role_at(words: Words, index: int, role: str, found: Found) -> bool:
    """Tell whether a word of the text can play a role."""
    form = words.word(index)
    return any(
        entry.role == role and (entry.case == "any" or form[:1].isupper())
        for entry in found.lexicon.words.get(form.lower(), ())
    )


def cued(found: Found) -> bool:
    """Tell whether a word such as "in", "since", "last" leads up to the find."""
    return role_at(found.words, found.first - 1, "CUE", found)


def not_a_name(found: Found) -> bool:
    """Tell a month or day from a name that holds one ("14 March alliance", "Theresa May", "Black September")."""
    words = found.words
    if role_at(words, found.last, "NAMENOUN", found):
        return False
    if role_at(words, found.first - 1, "HOLDER", found):
        return False
    before = words.word(found.first - 1)
    if not before[:1].isupper() or before.isupper() or cued(found):
        return True
    # A capitalised word before it makes it a surname unless that word only opens the sentence or ends the last date.
    opener = words.word(found.first - 2)
    return opener in (".", "!", "?", "", ":", "“", '"', "(") or "\n" in opener


def month_alone(found: Found) -> bool:
    """Tell a month from a modal, a verb, a first name, and from somebody of that surname ("a letter to May")."""
    after = found.words.word(found.last)
    if not not_a_name(found):
        return False
    if found.last - found.first == 1 and found.text().title() in _surnames(found.words.text):
        return found.words.word(found.first - 1).lower() in tense_phrases("month")
    if cued(found) or found.has("edge") or found.has("way"):
        return True
    if found.text() in ("may", "march", "mar", "mar."):
        return False
    return not (after[:1].isupper() and after[1:2].islower())


@lru_cache(maxsize=2)
def _surnames(text: str) -> frozenset[str]:
    """Give the months that a text has as a surname behind a first name or "Mr"."""
    return frozenset(last for first, last in SURNAME.findall(text) if first in COURTESIES or gender_of(first))


SURNAME = re.compile(r"\b([A-Z][a-z]+)\.? (March|April|May|June|August)\b(?!,? \d)")
COURTESIES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Lord", "Lady", "Sir", "Dr"})


def year_alone(found: Found) -> bool:
    """Tell a year from a count: a round number of things, a number outside the years that news speaks of."""
    if not number_stands_alone(found):
        return False
    value = found.number("year")
    if found.has("edge") or found.text().startswith("year"):
        return True
    words = found.words
    if role_at(words, found.first - 1, "NUMBERED", found):
        return False
    after, touching = words.word(found.last), words.touches(found.last)
    if role_at(words, found.last, "COUNTED", found) or (
        touching and after == "-" and words.word(found.last + 1).islower()
    ):
        return False
    if value in _PLAIN_YEARS and value % _ROUND:
        return not role_at(words, found.first - 1, "ABOUT", found) or cued(found)
    return cued(found) and (not after[:1].islower() or (value in _PLAIN_YEARS and not after.endswith("s")))


def all_clear(found: Found) -> bool:
    """Check both ends of a date with numbers, and that no name holds it."""
    words = found.words
    if role_at(words, found.last, "NAMENOUN", found) or not number_stands_alone(found):
        return False
    return not (words.word(found.last - 1).isdigit() and role_at(words, found.last, "COUNTED", found))


def _before(found: Found) -> str:
    return found.words.word(found.first - 1).lower()


def nth_alone(found: Found) -> bool:
    """Tell "on the 20th," from "on the 20th floor"."""
    after = found.words.word(found.last)
    return _before(found) in ("on", "until", "by", "since", "from", "to", "and") and not after[:1].isalnum()


def old_alone(found: Found) -> bool:
    """Tell a bare year before Christ from other numbers of three figures."""
    if len(found.text("n")) != 3 or not number_stands_alone(found):
        return False
    after = found.words.word(found.last)
    return (found.text()[0] == "t" or cued(found)) and (
        not after.isalpha() or role_at(found.words, found.last, "CUE", found)
    )


def no_title_after(found: Found) -> bool:
    """Tell "daily" from "the Daily Mail", "20th century" from "20th Century Fox"."""
    words, after = found.words, found.words.word(found.last)
    capital = words.word(found.last - 1)[:1].isupper()
    return not (capital and after[:1].isupper()) or words.word(found.last - 1).isupper()


def not_a_title(found: Found) -> bool:
    """Tell "daily" from a newspaper's name."""
    before = found.words.word(found.first - 1)
    return no_title_after(found) and not (found.words.word(found.first)[:1].isupper() and before[:1].isupper())


def not_a_share(found: Found) -> bool:
    """Tell the third quarter of a year from a quarter of something."""
    return found.words.word(found.last).lower() not in ("of", "final", "finals")


def season_alone(found: Found) -> bool:
    """Take a bare season only where a word before it makes it a time."""
    return _before(found) in ("in", "during", "by", "until", "since", "and", "that", "this") and not (
        found.words.word(found.first)[:1].isupper() and found.words.word(found.last)[:1].isupper()
    )


def weekday_alone(found: Found) -> bool:
    """Tell a weekday from a name that holds one ("Bloody Sunday", "the Friday Group")."""
    words = found.words
    if role_at(words, found.last, "NAMENOUN", found):
        return False
    return not role_at(words, found.first - 1, "HOLDER", found)


def part_alone(found: Found) -> bool:
    """Take "the morning" only behind a word that makes it a time."""
    return _before(found) in ("in", "during", "by", "until", "on")


def clock_alone(found: Found) -> bool:
    """Tell 15:00 from a score or a verse."""
    return number_stands_alone(found) and (found.has("zone") or cued(found))


def length_alone(found: Found) -> bool:
    """Tell a length of time from a share ("a quarter of") and from numbers that belong elsewhere."""
    if not number_stands_alone(found):
        return False
    return found.value("unit", *UNIT_ROLES) != "Q"


def bare_length(found: Found) -> bool:
    """Take "weeks" alone only behind a word that makes it a length, and never "days of ..."."""
    return (
        cued(found)
        and _before(found) not in ("these", "of", "past")
        and found.value("few", *UNIT_ROLES) not in ("Q", "WE")
    )


def now_alone(found: Found) -> bool:
    """Leave out "now that", "from now on", "right now" as parts of other things."""
    return found.words.word(found.last).lower() != "that"


def not_lasting(found: Found) -> bool:
    """Tell "a week before the vote" from "for a week before moving on", where it is a length of time."""
    return number_stands_alone(found) and _before(found) not in ("for", "within", "lasted", "took")
