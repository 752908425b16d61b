"""What a mention has to be compared by: its words, numbers, quotes and days, each worked out once."""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache

from dragoman.ids import digest
from dragoman.merge.dates import Days, stated, window
from dragoman.merge.table import campaigns, common
from dragoman.merge.told import Told
from dragoman.text.shingles import plain_words, shingles

_WORD = re.compile(r"[^\W\d_]{4,}")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,3}(?:,\d{3})+(?![\w])|(?<![\w.,])\d+(?:\.\d+)?(?!\w)")
_QUOTED = re.compile(r"[“\"]([^“”\"]{12,})[”\"]")
_STEM = 6
"""Letters kept of a word: enough to join 'sanctions' and 'sanctioned' and to part most others."""
_SENTENCE = 8
"""Words from which on a sentence that stands in two reports is hardly there by chance."""


class Traits:
    """A mention and what follows from it, worked out when first asked for.

    Args:
        told: the mention.
    """

    def __init__(self, told: Told) -> None:
        self.told = told
        self.mention = told.mention

    @cached_property
    def days(self) -> Days | None:
        """The days that its date covers."""
        return stated(self.told)

    @cached_property
    def window(self) -> Days | None:
        """The days among which to look for the same event."""
        return window(self.told)

    @cached_property
    def parties(self) -> tuple[str, ...]:
        """The states behind the participants, where there are any, else the participants; sorted."""
        return tuple(sorted({self.told.country(a) or a for a in self.told.participants}))

    @cached_property
    def everybody(self) -> tuple[str, ...]:
        """All who take part, without states whose own officials are named beside them: the officials say who it was."""
        return self._core(self.told.participants)

    @cached_property
    def doers(self) -> tuple[str, ...]:
        """Those who do it, states left out likewise."""
        return self._core(self.mention.actors)

    @cached_property
    def receivers(self) -> tuple[str, ...]:
        """Those who get it, states left out likewise."""
        return self._core(self.mention.recipients)

    @cached_property
    def evidence(self) -> str:
        """All words that tell it."""
        return " ".join(span.text for span in self.mention.evidence)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the longer words in topics and evidence, without the participants' names and the act's own word.

        That two agreements were told with the word "agreed" says no more than that both are agreements; of talks the
        word tells in which form they were held.
        """
        said = _stems(" ".join((*self.mention.topics, self.evidence)))
        trigger = self.mention.trigger
        kept = self.mention.type == "CONSULT" or trigger in self.mention.evidence
        return said - self._names - (frozenset() if kept else _name_stems(trigger.text))

    @cached_property
    def topics(self) -> frozenset[str]:
        """The stems of the words in its topics, without the names of the participants."""
        return _stems(" ".join(self.mention.topics)) - self._names if self.mention.topics else frozenset()

    @cached_property
    def signs(self) -> tuple[str, ...]:
        """Its stems in an order that has nothing to do with their spelling, but is the same for every mention."""
        return tuple(sorted(self.stems, key=_drawn))

    @cached_property
    def numbers(self) -> frozenset[str]:
        """The numbers in the evidence that say something: above twelve, and no year."""
        found = {match.group().replace(",", "") for match in _NUMBER.finditer(self.evidence)}
        return frozenset(n for n in found if float(n) > 12 and not re.fullmatch(r"(?:19|20)\d\d", n))

    @cached_property
    def quoted(self) -> frozenset[str]:
        """The four-word sequences of what stands between quotation marks in the evidence."""
        return frozenset(s for words in _QUOTED.findall(self.evidence) for s in shingles(words, 4) if s.count(" ") == 3)

    @cached_property
    def under_way(self) -> str | None:
        """The word that says that fighting goes on, None where it is a single attack.

        The act itself must be called so: whoever was killed in a war was not killed by all of it. With one day in the
        past a bombardment is a single attack, while an offensive began on that day.
        """
        if (self.mention.type, self.mention.status) != ("ASSAULT", "actual"):
            return None
        words = (word for word in plain_words(self.mention.trigger.text) if word[:_STEM] in campaigns())
        return next((word for word in words if campaigns()[word[:_STEM]] == "began" or not self._past_day), None)

    @cached_property
    def _past_day(self) -> bool:
        days = self.days
        return days is not None and days.firm and days.length == 1 and days.until != self.told.published

    @cached_property
    def undated_attack(self) -> bool:
        """Whether it is an attack that took place, as news and not as background, without a day."""
        told = (self.mention.type, self.mention.status) == ("ASSAULT", "actual")
        return told and self.days is None and self.mention.salience != "background"

    @cached_property
    def day(self) -> int | None:
        """The one day on which it was, as its ordinal; a stretch, a guess or fighting that goes on binds nobody."""
        days = self.days
        if days is None or not days.firm or days.length > 1 or self.under_way:
            return None
        return days.since.toordinal()

    @cached_property
    def sequences(self) -> frozenset[str]:
        """The three-word sequences of the sentence that tells it best."""
        return shingles(self.mention.evidence[0].text) if self.mention.evidence else frozenset()

    @cached_property
    def sentence(self) -> str | None:
        """The words of the sentence that tells it best, None where it is too short to know it again."""
        words = plain_words(self.mention.evidence[0].text) if self.mention.evidence else []
        return " ".join(words) if len(words) >= _SENTENCE else None

    def states(self, side: Sequence[str]) -> frozenset[str]:
        """Give those of a side without officials beside whom their own state is named."""
        told = self.told
        named = {told.country(key) for key in side if key in told.actors and told.actors[key].kind == "country"}
        return frozenset(key for key in side if told.country(key) not in named or told.actors[key].kind == "country")

    def _core(self, side: Sequence[str]) -> tuple[str, ...]:
        if len(side) == 1:
            return tuple(side)
        told = self.told
        states = {key for key in side if key in told.actors and told.actors[key].kind == "country"}
        present = {told.country(key) for key in side if key in told.actors and key not in states}
        return tuple(key for key in side if key not in states or told.country(key) not in present)

    @cached_property
    def _names(self) -> frozenset[str]:
        """The stems in the names of all who take part."""
        actors = [self.told.actors[key] for key in self.told.participants if key in self.told.actors]
        words = {m.span.text for actor in actors for m in actor.mentions if m.form != "pronoun"}
        return frozenset().union(*map(_name_stems, words | {actor.name for actor in actors}))


def _stems(text: str) -> frozenset[str]:
    return frozenset([word[:_STEM] for word in _WORD.findall(text.casefold())]) - common()


_name_stems = lru_cache(maxsize=50_000)(_stems)
_drawn = lru_cache(maxsize=200_000)(digest)
