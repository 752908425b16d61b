"""Fits weights of signs by logistic regression, the same from the same examples."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]

STEPS = 200
NEWTON_STEPS = 15
SMALLEST = 0.0125


@dataclass(slots=True)
class Examples:
    """Things with signs, of which some are right.

    Args:
        signs: of each thing.
        right: whether each is right.
        reports: in how many reports each sign occurs.
    """

    signs: list[Sequence[str]] = field(default_factory=list)
    right: list[bool] = field(default_factory=list)
    reports: Counter[str] = field(default_factory=Counter)

    def add(self, report: Sequence[tuple[Sequence[str], bool]]) -> None:
        """Add the things of one report."""
        seen: set[str] = set()
        for signs, right in report:
            self.signs.append(signs)
            self.right.append(right)
            seen.update(signs)
        self.reports.update(seen)


def fit(examples: Examples, *, penalty: float, fewest: int) -> dict[str, float]:
    """Fit a weight for every sign, with a quadratic penalty, by L-BFGS from zero.

    Args:
        examples: to learn from.
        penalty: how strongly weights are drawn to zero; a sign that ends in "bias" is hardly.
        fewest: in how many reports a sign must occur.

    Returns:
        The weight of every sign that weighs anything.
    """
    names = sorted(sign for sign, n in examples.reports.items() if n >= fewest)
    number = {sign: i for i, sign in enumerate(names)}
    pairs = [(r, number[sign]) for r, own in enumerate(examples.signs) for sign in sorted(set(own)) if sign in number]
    rows, columns = np.array(pairs).T
    table = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(examples.signs), len(names)))
    truth = np.array(examples.right, dtype=float)
    drawn = np.array([0.01 if name.endswith("bias") else penalty for name in names])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        score = table @ weights
        error = 1.0 / (1.0 + np.exp(-score)) - truth
        lost = (np.logaddexp(0.0, score) - truth * score).sum() + 0.5 * (drawn * weights**2).sum()
        return lost, table.T @ error + drawn * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return {name: round(float(w), 3) for name, w in zip(names, found.x, strict=True) if abs(w) >= SMALLEST}


def fit_choices(
    reports: Sequence[Sequence[tuple[Sequence[Sequence[str]], Sequence[bool]]]], *, penalty: float, fewest: int
) -> dict[str, float]:
    """Fit a weight for every sign by which one of several things is chosen, by L-BFGS from zero.

    Args:
        reports: of each report its choices: the signs of each thing, and which of them are right, at least one.
        penalty: how strongly weights are drawn to zero.
        fewest: in how many reports a sign must occur.

    Returns:
        The weight of every sign that weighs anything.
    """
    seen = Counter(sign for report in reports for sign in {s for things, _ in report for own in things for s in own})
    names = sorted(sign for sign, n in seen.items() if n >= fewest)
    number = {sign: i for i, sign in enumerate(names)}
    choices = [choice for report in reports for choice in report]
    things = [own for signs, _ in choices for own in signs]
    pairs = [(r, number[sign]) for r, own in enumerate(things) for sign in sorted(set(own)) if sign in number]
    rows, columns = np.array(pairs).T
    table = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(things), len(names)))
    truth = np.array([each for _, rights in choices for each in rights], dtype=float)
    sizes = [len(rights) for _, rights in choices]
    starts = np.cumsum([0, *sizes[:-1]])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        score = table @ weights
        shares = np.exp(score - np.repeat(np.maximum.reduceat(score, starts), sizes))
        shares /= np.repeat(np.add.reduceat(shares, starts), sizes)
        right = np.add.reduceat(shares * truth, starts)
        error = shares - shares * truth / np.repeat(right, sizes)
        return 0.5 * penalty * (weights**2).sum() - np.log(right).sum(), table.T @ error + penalty * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": STEPS})
    return {name: round(float(w), 3) for name, w in zip(names, found.x, strict=True) if abs(w) >= SMALLEST}


def fit_amounts(
    rows: Sequence[Mapping[str, float]], right: Sequence[bool], *, penalty: float = 1e-6, fewest: int = 1
) -> dict[str, float]:
    """Fit a weight for every amount, by Newton steps.

    Args:
        rows: amounts of each thing.
        right: whether each is right.
        penalty: how strongly weights are drawn to zero.
        fewest: how many things must have an amount for it to weigh.
    """
    counted = Counter(name for row in rows for name in row)
    names = sorted(name for name, n in counted.items() if n >= fewest)
    number = {name: i for i, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for i, row in enumerate(rows):
        for name, amount in row.items():
            if name in number:
                table[i, number[name]] = amount
    truth, weights = np.array(right, dtype=float), np.zeros(len(names))
    for _ in range(NEWTON_STEPS):
        likely = 1.0 / (1.0 + np.exp(-table @ weights))
        slope = table.T @ (likely - truth) + penalty * weights
        curve = (table * (likely * (1.0 - likely))[:, None]).T @ table + (penalty + 1e-9) * np.eye(len(names))
        weights = weights - np.linalg.solve(curve, slope)
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}


def write(path: Path, tool: str, weights: Mapping[str, float]) -> None:
    """Write a table of weights."""
    head = f"# Made by tools/{tool}.py from annotated reports; do not edit.\n# sign\tweight\n"
    path.write_text(head + "".join(f"{s}\t{w}\n" for s, w in sorted(weights.items())), encoding="utf-8")
