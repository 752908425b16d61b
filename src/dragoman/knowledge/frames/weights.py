"""How much each sign speaks for or against a coding: weights fitted on annotated reports, kept as a table."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import exp

from dragoman.errors import FrameError


@cache
def weights() -> Mapping[str, float]:
    """Give the packaged weights, by sign; read once."""
    return _packaged("weights.tsv")


@cache
def participant_weights() -> Mapping[str, float]:
    """Give the packaged weights of the signs that somebody took part in an act; read once."""
    return _packaged("participants.tsv")


@cache
def combined_weights() -> Mapping[str, float]:
    """Give the packaged weights of what frames and the learned tagger together say; read once."""
    return _packaged("combined.tsv")


@cache
def folding_weights() -> Mapping[str, float]:
    """Give the packaged weights of the signs that two tellings are of one act; read once."""
    return _packaged("folding.tsv")


@cache
def seen_weights() -> Mapping[str, float]:
    """Give the packaged weights of what the learned tagger says of somebody's part in an act; read once."""
    return _packaged("seen.tsv")


@cache
def day_weights() -> Mapping[str, float]:
    """Give the packaged weights of the signs on which day an act lies that no words date; read once."""
    return _packaged("days.tsv")


def _packaged(file: str) -> dict[str, float]:
    return read_weights(files(__package__).joinpath(file).read_text(encoding="utf-8"), file)


def read_weights(text: str, file: str) -> dict[str, float]:
    """Read a table of signs and weights.

    Args:
        text: lines of `sign<TAB>weight`; lines that begin with `#` are remarks.
        file: its name, for messages.

    Returns:
        The weight of each sign.

    Raises:
        FrameError: with file and line, where a line is something else.
    """
    found: dict[str, float] = {}
    for n, line in enumerate(text.splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        sign, tab, weight = line.partition("\t")
        try:
            found[sign] = float(weight)
        except ValueError:
            raise FrameError(f"{file}:{n}: a line is a sign, a tab and a number, not {line[:60]!r}") from None
        if not tab or not sign:
            raise FrameError(f"{file}:{n}: a line is a sign, a tab and a number, not {line[:60]!r}")
    return found


def weigh(signs: Iterable[str], table: Mapping[str, float]) -> float:
    """Give the probability that a coding with these signs is right, by logistic regression."""
    return share_of(sum([table[sign] for sign in signs if sign in table]))


def weigh_amounts(amounts: Mapping[str, float], table: Mapping[str, float]) -> float:
    """Give the probability for signs that come in amounts, by logistic regression."""
    return share_of(sum([amount * table[sign] for sign, amount in amounts.items() if sign in table]))


def share_of(total: float) -> float:
    """Turn a sum of weights into a probability, by the logistic function."""
    total = 30.0 if total > 30.0 else -30.0 if total < -30.0 else total
    return 1.0 / (1.0 + exp(-total))
