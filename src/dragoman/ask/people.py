"""Finding the actor that free words mean: "Lapid", "Tony Blinken", "Israel"."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from dragoman.ask import views
from dragoman.ask.rows import Party
from dragoman.errors import UnknownNameError, UsageError
from dragoman.knowledge.countries import countries
from dragoman.knowledge.fold import fold
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.persons import persons
from dragoman.record.reader import Reader

_CLEARLY = 4
"""How many times as often in the record an actor must be as the next, to be meant without asking back."""
_SHOWN = 6
_LIKE = 70.0
_REMEMBERED = 100_000
"""Names that are remembered by id."""
_HOLDING = """
with holding as (
    select form from _words where word in (select unnest($words)) group by form having count(*) = len($words)
)
select distinct id from _names semi join holding using (form)
"""
"""Those with one name that holds all the words: words of different names of one actor do not add up to a name."""


class People:
    """The actors of a record by every name that its reports and our tables have for them, looked up when asked for.

    Args:
        reader: the record, with the shared tables made.
    """

    def __init__(self, reader: Reader) -> None:
        views.have_names(reader)
        self._reader = reader
        self._names: dict[str, str | None] = {}

    def party(self, key: str) -> Party:
        """Give an actor by id; one that no report lists goes by its id."""
        return Party(id=key, name=self.name(key))

    def name(self, key: str) -> str:
        """Give the usual name of an actor; the id itself of one that no report lists."""
        return self.names((key,))[key]

    def names(self, keys: Iterable[str]) -> dict[str, str]:
        """Give the usual names of actors by id, asked for together."""
        wanted = set(keys)
        known = self._names
        if unknown := sorted(wanted - known.keys()):
            rows = self._ask("select id, name from people where id in (select unnest($ids))", ids=unknown)
            found = {**dict.fromkeys(unknown), **{row["id"]: row["name"] for row in rows}}
            # replaced, never changed: others read it at the same time
            self._names = known = {**known, **found} if len(known) < _REMEMBERED else found
            known = {**{key: known.get(key) for key in wanted}, **found}
        return {key: known.get(key) or key for key in wanted}

    def forms(self, key: str) -> list[str]:
        """Give every name that the record has for an actor, the longest first."""
        rows = self._ask(
            "select name as form from people where id = $id union select form from forms where id = $id", id=key
        )
        return sorted((row["form"] for row in rows), key=lambda form: (-len(form), form))

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
        if self._known({words}):
            return words
        form = fold(words)
        if not form:
            raise UsageError("an actor's name is asked for and nothing was given")
        for step in (self._state, self._called, self._listed, self._holding):
            if found := step(words):
                return self._one(words, found)
        raise self._nobody(words, form)

    def _state(self, words: str) -> set[str]:
        """Give the state that the words name; "israel" in lower case is asked for as often as "Israel"."""
        found = countries().find(words) or countries().find(words.title())
        return self._known({f"k:{found.iso3 if found else words.upper()}"})

    def _called(self, words: str) -> set[str]:
        return {row["id"] for row in self._ask("select id from _names where form = $form", form=fold(words))}

    def _listed(self, words: str) -> set[str]:
        keys = {f"k:{person.key}" for person in persons().named(words)}
        body = organisations().find(words)
        if body is not None:
            keys.add(f"k:{body.key}")
        return self._known(keys)

    def _holding(self, words: str) -> set[str]:
        return {row["id"] for row in self._ask(_HOLDING, words=sorted(set(fold(words).split())))}

    def _known(self, keys: Iterable[str]) -> set[str]:
        """Give those of some ids that are in the record."""
        rows = self._ask("select id from people where id in (select unnest($ids))", ids=sorted(keys))
        return {row["id"] for row in rows}

    def _one(self, words: str, found: set[str]) -> str:
        rows = self._ask("select id, reports from people where id in (select unnest($ids))", ids=sorted(found))
        reports = {row["id"]: row["reports"] for row in rows}
        ranked = Counter({key: reports.get(key, 0) for key in sorted(found)}).most_common()
        if len(ranked) == 1 or ranked[0][1] >= _CLEARLY * ranked[1][1]:
            return ranked[0][0]
        meant = tuple(key for key, _ in ranked[:_SHOWN])
        names, about = self.names(meant), self._about(meant)
        choices = "; ".join(f"{names[key]} ({about.get(key) or key})" for key in meant)
        raise UnknownNameError(f"{words!r} may mean several: {choices}. Give a fuller name or an id", meant)

    def _about(self, keys: tuple[str, ...]) -> dict[str, str]:
        """Give a few words on each actor that tell it from a namesake."""
        rows = self._ask(
            "select p.id, r.role, p.country from people p left join roles r on p.id = r.id "
            "where p.id in (select unnest($ids))",
            ids=list(keys),
        )
        return {row["id"]: ", ".join(filter(None, (row["role"], row["country"], row["id"]))) for row in rows}

    def _nobody(self, words: str, form: str) -> UnknownNameError:
        from rapidfuzz import fuzz, process

        forms = [row["form"] for row in self._ask("select distinct form from _names order by form")]
        close = [name for name, _, _ in process.extract(form, forms, scorer=fuzz.WRatio, limit=12, score_cutoff=_LIKE)]
        rows = self._ask("select form, id from _names where form in (select unnest($forms)) order by id", forms=close)
        keys = dict.fromkeys(row["id"] for name in close for row in rows if row["form"] == name)
        names = self.names(keys)
        near = list(dict.fromkeys(names[key] for key in keys))[:_SHOWN]
        cure = f"near it: {', '.join(near)}" if near else "no name in it comes near"
        return UnknownNameError(f"nobody called {words[:80]!r} is in the record; {cure}", tuple(near))

    def _ask(self, query: str, **values: Any) -> list[dict[str, Any]]:
        return self._reader.sql(query, values)
