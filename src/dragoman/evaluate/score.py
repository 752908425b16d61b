"""Predictions against gold annotations, layer by layer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from dragoman.evaluate.agree import (
    Actors,
    Entry,
    found,
    jaccard,
    kilometres,
    overlap,
    position,
    same_actor,
    same_country,
    same_date,
    same_speaker,
    words_in_common,
)
from dragoman.evaluate.gold import Report

EMPTY: Report = {"actors": [], "events": [], "quotes": [], "times": [], "places": []}
LEAST_WORDS_IN_COMMON = 0.8
NEAR_KM = 161  # 100 miles, the customary distance in geoparsing


class Match(IntEnum):
    """How far a predicted event agrees with a gold one; each step includes those before it."""

    NONE = 0
    WHAT = 1
    WHO_COUNTRY = 2
    WHO = 3
    WHEN = 4
    ALL = 5


LAYERS = {
    "events/what": Match.WHAT,
    "events/who-country": Match.WHO_COUNTRY,
    "events/who": Match.WHO,
    "events/when": Match.WHEN,
    "events/all": Match.ALL,
}
WRONG = ("not found", "who wrong", "who right to the country", "date wrong", "status wrong")


@dataclass(slots=True)
class Row:
    """Counts of one layer.

    Args:
        gold: entries that should be found.
        predicted: entries that were found.
        hit: those of them that are right.
    """

    gold: int = 0
    predicted: int = 0
    hit: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of what should be found that was."""
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if self.hit else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One event that is not right.

    Args:
        report: id of the report.
        event: id of the event there.
        type: its type.
        wrong: what is wrong.
        evidence: the beginning of its first evidence.
    """

    report: str
    event: str
    type: str
    wrong: str
    evidence: str


class Scores:
    """Counts over reports, a row a layer, in the order in which layers were met."""

    def __init__(self) -> None:
        self.rows: dict[str, Row] = {}
        self.misses: list[Miss] = []

    def add(self, layer: str, gold: int, predicted: int, hit: int) -> None:
        """Add one report's counts to a layer."""
        row = self.rows.setdefault(layer, Row())
        row.gold += gold
        row.predicted += predicted
        row.hit += hit


def score(gold: dict[str, Report], predicted: dict[str, Report], *, news: bool = False) -> Scores:
    """Score predicted reports against gold ones; both as in docs/annotation.md.

    Args:
        gold: reports by id; a layer that a report lacks is not scored on it.
        predicted: reports by id; an absent one counts as empty.
        news: leave gold events of salience `background` out of the count.

    Returns:
        Precision, recall and F1 of each layer, and every event that is not right.
    """
    scores = Scores()
    for key, report in gold.items():
        answer = predicted.get(key) or EMPTY
        if "events" in report:
            _events(scores, key, report, answer, news)
        if "quotes" in report:
            _quotes(scores, report, answer)
        if "times" in report:
            _spans(scores, report, answer, "times", "times/value", lambda g, p: bool(g["value"] == p["value"]))
        if "places" in report:
            _spans(scores, report, answer, "places", "places/161km", lambda g, p: kilometres(g, p) <= NEAR_KM)
        if report["actors"]:
            _actors(scores, report, answer)
    return scores


def pair(golds: Sequence[Any], answers: Sequence[Any], level: Callable[[Any, Any], int]) -> dict[int, tuple[int, int]]:
    """Pair each gold entry with at most one predicted one, the best agreements first.

    Args:
        golds: gold entries.
        answers: predicted entries.
        level: how well two agree; 0 is not at all.

    Returns:
        For the index of each gold entry that found a partner: (index of the partner, level).
    """
    cells = ((level(g, p), -i, -j) for i, g in enumerate(golds) for j, p in enumerate(answers))
    paired: dict[int, tuple[int, int]] = {}
    used: set[int] = set()
    for agreed, i, j in sorted(cells, reverse=True):
        if agreed and -i not in paired and -j not in used:
            paired[-i] = (-j, agreed)
            used.add(-j)
    return paired


def cast(report: Report) -> Actors:
    """Give the actors of a report by id."""
    return {actor["id"]: actor for actor in report["actors"]}


def match(text: str, gold: Entry, answer: Entry, gold_actors: Actors, answer_actors: Actors) -> Match:
    """Tell how far two events agree."""
    same_stretch = overlap(found(text, gold["evidence"]), found(text, answer["evidence"]))
    if gold["type"] != answer["type"] or not same_stretch:
        return Match.NONE
    sides = [
        [[actors[i] for i in event[side] if i in actors] for side in ("actors", "recipients")]
        for event, actors in ((gold, gold_actors), (answer, answer_actors))
    ]
    symmetric = bool(gold.get("symmetric") or answer.get("symmetric"))
    if not _participants_agree(sides, symmetric, same_actor):
        return Match.WHO_COUNTRY if _participants_agree(sides, symmetric, same_country) else Match.WHAT
    if not same_date(gold.get("date"), answer.get("date")):
        return Match.WHO
    return Match.ALL if gold.get("status") == answer.get("status") else Match.WHEN


def _participants_agree(sides: Any, symmetric: bool, same: Callable[[Any, Any], bool]) -> bool:
    (actors, recipients), (other_actors, other_recipients) = sides
    if symmetric:
        return jaccard(actors + recipients, other_actors + other_recipients, same) >= 0.5
    return jaccard(actors, other_actors, same) >= 0.5 and jaccard(recipients, other_recipients, same) >= 0.5


def _events(scores: Scores, key: str, report: Report, answer: Report, news: bool) -> None:
    golds, answers = report["events"], answer["events"]
    casts = cast(report), cast(answer)
    paired = pair(golds, answers, lambda g, p: match(report["text"], g, p, *casts))
    old = {i for i, event in enumerate(golds) if news and event["salience"] == "background"}
    old_answers = {j for i, (j, _) in paired.items() if i in old}
    for layer, least in LAYERS.items():
        hits = sum(level >= least for i, (_, level) in paired.items() if i not in old)
        scores.add(layer, len(golds) - len(old), len(answers) - len(old_answers), hits)
    for i, event in enumerate(golds):
        level = paired.get(i, (0, 0))[1]
        if level < Match.ALL:
            scores.misses.append(_miss(key, event, WRONG[level]))
    right = {j for j, _ in paired.values()}
    scores.misses += [_miss(key, event, "not in gold") for j, event in enumerate(answers) if j not in right]


def _miss(key: str, event: Entry, wrong: str) -> Miss:
    return Miss(report=key, event=event["id"], type=event["type"], wrong=wrong, evidence=event["evidence"][0][:100])


def _quotes(scores: Scores, report: Report, answer: Report) -> None:
    text, casts = report["text"], (cast(report), cast(answer))
    golds = [quote for quote in report["quotes"] if quote["direct"]]
    answers = [quote for quote in answer["quotes"] if quote["direct"]]

    def level(g: Entry, p: Entry) -> int:
        near = g.get("start") is None or overlap(position(text, g, "text"), position(text, p, "text"))
        if not near or words_in_common(g["text"], p["text"]) < LEAST_WORDS_IN_COMMON:
            return 0
        return 1 + same_speaker(g, p, *casts)

    paired = pair(golds, answers, level)
    scores.add("quotes", len(golds), len(answers), len(paired))
    scores.add("quotes/speaker", len(golds), len(answers), sum(agreed > 1 for _, agreed in paired.values()))


def _spans(
    scores: Scores, report: Report, answer: Report, layer: str, finer: str, good: Callable[[Entry, Entry], bool]
) -> None:
    text, golds, answers = report["text"], report[layer], answer[layer]

    def level(g: Entry, p: Entry) -> int:
        return 1 + good(g, p) if overlap(position(text, g, "span"), position(text, p, "span")) else 0

    paired = pair(golds, answers, level)
    scores.add(layer, len(golds), len(answers), len(paired))
    scores.add(finer, len(golds), len(answers), sum(agreed > 1 for _, agreed in paired.values()))


def _actors(scores: Scores, report: Report, answer: Report) -> None:
    golds, answers = report["actors"], answer["actors"]
    paired = pair(golds, answers, lambda g, p: int(same_actor(g, p)))
    scores.add("actors", len(golds), len(answers), len(paired))
    for field in ("country", "sector"):
        right = sum(golds[i].get(field) == answers[j].get(field) for i, (j, _) in paired.items())
        scores.add(f"actors/{field}", len(golds), len(answers), right)
