"""Finding the actor that free words mean: "Lapid", "Tony Blinken", "Israel"."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from dragoman.ask.rows import Party
from dragoman.errors import UnknownNameError, UsageError
from dragoman.knowledge.countries import countries
from dragoman.knowledge.fold import fold
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.persons import persons

_CLEARLY = 4
"""How many times as often in the record an actor must be as the next, to be meant without asking back."""
_SHOWN = 6
_LIKE = 70.0


class People:
    """The actors of a record by every name that its reports and our tables have for them.

    Args:
        names: the usual name of each actor, by id.
        reports: in how many reports each is, by id.
        forms: (actor's id, a name some report uses).
        about: a few words on each actor that tell it from a namesake, by id.
    """

    def __init__(
        self,
        names: Mapping[str, str],
        reports: Mapping[str, int],
        forms: Iterable[tuple[str, str]],
        about: Mapping[str, str],
    ) -> None:
        self._names = names
        self._reports = reports
        self._about = about
        self._exact: dict[str, set[str]] = defaultdict(set)
        self._forms: dict[str, set[str]] = defaultdict(set)
        for key, form in (*names.items(), *forms):
            self._exact[fold(form)].add(key)
            self._forms[key].add(form)
        self._words: dict[str, set[str]] = defaultdict(set)
        for form, keys in self._exact.items():
            for word in form.split():
                self._words[word] |= keys

    def party(self, key: str) -> Party:
        """Give an actor by id; one that no report lists goes by its id."""
        return Party(id=key, name=self._names.get(key, key))

    def forms(self, key: str) -> list[str]:
        """Give every name that the record has for an actor, the longest first."""
        return sorted(self._forms[key], key=lambda form: (-len(form), form))

    def find(self, words: str) -> str:
        """Find the one actor that some words mean.

        Tried in order: an id; a state by its name, demonym or capital's government; a name that a report or our table
        has for somebody in the record; a name that holds all the words. The first step that finds anybody decides.

        Args:
            words: a name, part of one, or an id.

        Returns:
            The actor's id.

        Raises:
            UsageError: nobody in the record is meant, or several are and none is clearly the usual one.
        """
        if words in self._names:
            return words
        form = fold(words)
        if not form:
            raise UsageError("an actor's name is asked for and nothing was given")
        for found in (self._state(words), self._exact.get(form, set()), self._listed(words), self._holding(form)):
            if found:
                return self._one(words, found)
        raise self._nobody(words, form)

    def _state(self, words: str) -> set[str]:
        """Give the state that the words name; "israel" in lower case is asked for as often as "Israel"."""
        found = countries().find(words) or countries().find(words.title())
        key = f"k:{found.iso3 if found else words.upper()}"
        return {key} if key in self._names else set()

    def _listed(self, words: str) -> set[str]:
        keys = {f"k:{person.key}" for person in persons().named(words)}
        body = organisations().find(words)
        if body is not None:
            keys.add(f"k:{body.key}")
        return keys & self._names.keys()

    def _holding(self, form: str) -> set[str]:
        sets = [self._words.get(word, set()) for word in form.split()]
        keys = set.intersection(*sets) if sets else set()
        # words of different names of one actor do not add up to a name
        wanted = set(form.split())
        return {key for key in keys if any(wanted <= set(fold(name).split()) for name in self._forms[key])}

    def _one(self, words: str, found: set[str]) -> str:
        ranked = Counter({key: self._reports.get(key, 0) for key in sorted(found)}).most_common()
        if len(ranked) == 1 or ranked[0][1] >= _CLEARLY * ranked[1][1]:
            return ranked[0][0]
        choices = "; ".join(f"{self._names[key]} ({self._about.get(key) or key})" for key, _ in ranked[:_SHOWN])
        meant = tuple(key for key, _ in ranked[:_SHOWN])
        raise UnknownNameError(f"{words!r} may mean several: {choices}. Give a fuller name or an id", meant)

    def _nobody(self, words: str, form: str) -> UnknownNameError:
        from rapidfuzz import fuzz, process

        close = process.extract(form, list(self._exact), scorer=fuzz.WRatio, limit=12, score_cutoff=_LIKE)
        keys = dict.fromkeys(key for name, _, _ in close for key in sorted(self._exact[name]))
        near = list(dict.fromkeys(self._names[key] for key in keys))[:_SHOWN]
        cure = f"near it: {', '.join(near)}" if near else "no name in it comes near"
        return UnknownNameError(f"nobody called {words[:80]!r} is in the record; {cure}", tuple(near))
