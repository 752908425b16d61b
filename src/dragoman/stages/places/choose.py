"""Which of several namesakes a report means."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import asin, cos, exp, floor, log10, radians, sin, sqrt

from dragoman.stages.places.candidates import Candidate
from dragoman.stages.places.options import Option, options
from dragoman.stages.places.weights import weights

_HELD_STATE_KM = 600.0
_HELD_COUNTY_KM = 150.0
_MOST = 24  # namesakes that are weighed; the others are too small to matter
_CELL = 2.0  # degrees: places in the same or a neighbouring cell lie within some 300 km
_ROUNDS = 2
_HEARD = 0.03  # a meaning with a smaller share of its name's voice is not heard

State = tuple[str, str]
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A place that a name can mean, with what it is weighed by.

    Args:
        option: the place.
        fame: how likely it is where nothing else speaks.
        state: (ISO alpha-3, state or province).
        cell: cell of the globe, None for a whole state.
    """

    option: Option
    fame: float
    state: State | None
    cell: Cell | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The place chosen, and why.

    Args:
        option: the place.
        reason: in words.
    """

    option: Option
    reason: str


class Votes:
    """How much the names of a report speak for each state, province and stretch of land."""

    def __init__(self) -> None:
        self.countries: dict[str, float] = {}
        self.states: dict[State, float] = {}
        self.cells: dict[Cell, float] = {}
        self.total = 0.0
        self._around: dict[Cell, float] = {}

    def add(self, meaning: Meaning, share: float) -> None:
        """Let a place speak, with a share of its name's voice."""
        self.total += share
        country, state, cell = meaning.option.country, meaning.state, meaning.cell
        if country:
            self.countries[country] = self.countries.get(country, 0.0) + share
        if state:
            self.states[state] = self.states.get(state, 0.0) + share
        if cell:
            self.cells[cell] = self.cells.get(cell, 0.0) + share

    def around(self, cell: Cell) -> float:
        """Give the voices for the land around a cell."""
        if not self.cells:
            return 0.0
        known = self._around.get(cell)
        if known is None:
            row, column = cell
            if len(self.cells) < 9:
                known = sum(v for (r, c), v in self.cells.items() if -2 < r - row < 2 and -2 < c - column < 2)
            else:
                known = sum(self.cells.get((row + a, column + b), 0.0) for a in (-1, 0, 1) for b in (-1, 0, 1))
            self._around[cell] = known
        return known


class Setting:
    """What else a report names, and what that says about each of its names.

    Each name has one voice, which its meanings share by their likelihood; a meaning counts for more where the other
    names speak for its country, its state, the land around it.

    Args:
        found: all candidates of the report.
        named: ISO alpha-3 of each state that the report names in any form.
        home: ISO alpha-3 of the publisher's country, None where unknown.
    """

    def __init__(self, found: Sequence[Candidate], named: Iterable[str] = (), home: str | None = None) -> None:
        self._home = home
        self._named = Counter(named)
        self._open: dict[str, tuple[Meaning, ...]] = {}
        for candidate in found:
            if candidate.options:
                held = held_by(candidate) if candidate.inside else ()
                if held:
                    self._open[candidate.form] = tuple(_meaning(option) for option in held)
                elif candidate.form not in self._open:
                    self._open[candidate.form] = _meanings(candidate.options)
        self._own: dict[str, Votes] = {}
        self._votes = Votes()
        for _ in range(_ROUNDS):
            scores = {form: self._scores(form, known) for form, known in self._open.items()}
            self._count(scores)
        self._chosen: dict[tuple[str, str], Choice] = {}

    def _count(self, scores: dict[str, list[float]]) -> None:
        votes = Votes()
        for form, known in self._open.items():
            own = Votes()
            for meaning, share in zip(known, _shares(scores[form]), strict=True):
                if share >= _HEARD:
                    votes.add(meaning, share)
                    own.add(meaning, share)
            self._own[form] = own
        for country, times in self._named.items():
            voice = min(times, 5) / 5
            votes.countries[country] = votes.countries.get(country, 0.0) + voice
            votes.total += voice
        self._votes = votes

    def _scores(self, form: str, known: Sequence[Meaning]) -> list[float]:
        """Score every meaning of a name by what the other names say."""
        own = self._own.get(form) or Votes()
        total = max(self._votes.total - own.total, 0.0)
        return [self._score(meaning, own, total) for meaning in known]

    def _score(self, meaning: Meaning, own: Votes, total: float) -> float:
        weight, option, votes = weights(), meaning.option, self._votes
        score = meaning.fame
        if self._home is not None and option.country == self._home:
            score += weight["home"]
        if total <= 0.001:
            return score
        if option.country and option.precision != "country":
            voices = votes.countries.get(option.country, 0.0) - own.countries.get(option.country, 0.0)
            score += weight["country"] * voices / (total + 1.0)
        if meaning.state:
            voices = votes.states.get(meaning.state, 0.0) - own.states.get(meaning.state, 0.0)
            score += weight["state"] * voices / (voices + 1.0) + weight["state share"] * voices / total
        if meaning.cell:
            voices = max(votes.around(meaning.cell) - own.around(meaning.cell), 0.0)
            score += weight["near"] * voices / (voices + 1.0) + weight["near share"] * voices / total
        return score

    def choose(self, candidate: Candidate) -> Choice | None:
        """Choose among the places that a candidate can mean; None where there is none."""
        if not candidate.options:
            return None
        key = (candidate.form, candidate.inside)
        if key not in self._chosen:
            self._chosen[key] = self._choice(candidate)
        return self._chosen[key]

    def _choice(self, candidate: Candidate) -> Choice:
        held = held_by(candidate) if candidate.inside else ()
        known = tuple(_meaning(option) for option in held)
        known = known or self._open.get(candidate.form) or _meanings(candidate.options)
        scores = self._scores(candidate.form, known)
        best = max(range(len(known)), key=lambda number: scores[number])
        return Choice(option=known[best].option, reason=self._reason(candidate, known, best, held=bool(held)))

    def _reason(self, candidate: Candidate, known: Sequence[Meaning], best: int, *, held: bool) -> str:
        meaning, own, votes = known[best], self._own.get(candidate.form) or Votes(), self._votes
        reasons = [f"'{candidate.inside}' stands behind it"] if held else []
        if len(candidate.options) == 1:
            reasons.append("the only place of that name")
        state, country, cell = meaning.state, meaning.option.country, meaning.cell
        if state and votes.states.get(state, 0.0) - own.states.get(state, 0.0) > 0.5:
            reasons.append(f"the report names places in {state[1]}")
        elif country and votes.countries.get(country, 0.0) - own.countries.get(country, 0.0) > 0.5:
            reasons.append(f"the report names {country}")
        if cell and votes.around(cell) - own.around(cell) > 0.5:
            reasons.append("near other places of the report")
        if self._home is not None and country == self._home:
            reasons.append("in the publisher's country")
        return ", ".join(reasons) or ("the most populous of that name" if not best else "the likeliest of that name")


@lru_cache(maxsize=8192)
def _meanings(known: tuple[Option, ...]) -> tuple[Meaning, ...]:
    return tuple(_meaning(option) for option in known[:_MOST])


def _meaning(option: Option) -> Meaning:
    weight = weights()
    fame = weight["fame"] * log10(option.weight + 10) + (weight["province"] if option.precision == "province" else 0.0)
    state = option.admin1 or (option.name if option.precision == "province" else None)
    cell = None
    if option.precision != "country" and option.lat is not None and option.lon is not None:
        cell = floor(option.lat / _CELL), floor(option.lon / _CELL)
    return Meaning(
        option=option, fame=fame, state=(option.country, state) if option.country and state else None, cell=cell
    )


def held_by(candidate: Candidate) -> tuple[Option, ...]:
    """Give the meanings of a candidate that lie in the place named behind it."""
    if not candidate.inside:
        return ()
    return tuple(option for option in candidate.options if lies_in(option, candidate.inside))


def lies_in(option: Option, container: str) -> bool:
    """Tell whether a place lies in the state, province or county of that name."""
    for outer in options(container):
        if outer.precision == "country" and option.country == outer.country and option.precision != "country":
            return True
        if outer.precision != "province" or option.country != outer.country or option == outer:
            continue
        if outer.admin1 is not None:
            if option.admin1 in (outer.admin1, None) and distance(option, outer) < _HELD_COUNTY_KM:
                return True
        elif option.admin1 == outer.name or (option.admin1 is None and distance(option, outer) < _HELD_STATE_KM):
            return True
    return False


def _shares(scores: Sequence[float]) -> list[float]:
    """Share one voice out over scores (softmax)."""
    top = max(scores, default=0.0)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def distance(one: Option, other: Option) -> float:
    """Give the kilometres between two places (great circle); infinite where one has no coordinates."""
    if one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return float("inf")
    a, b = radians(one.lat), radians(other.lat)
    h = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other.lon - one.lon) / 2) ** 2
    return 12742 * asin(sqrt(min(h, 1.0)))
