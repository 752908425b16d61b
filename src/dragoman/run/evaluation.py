"""Gold reports coded by the running program and scored against their annotations."""

from pathlib import Path

from dragoman.evaluate import Scores, load, score
from dragoman.model import Problem
from dragoman.run.annotating import annotate


def evaluate(gold: Path, *, predicted: Path | None = None, workers: int = 1, news: bool = False) -> Scores:
    """Score dragoman, or another program's predictions, on annotated reports.

    Args:
        gold: a folder of .json files, a .json file, or a .jsonl(.gz) file.
        predicted: predictions in the same format; None codes the gold reports' texts now.
        workers: processes that code.
        news: leave gold events of salience `background` out of the count.

    Returns:
        Precision, recall and F1 by layer, and every event that is not right.
    """
    reports = load(gold)
    if predicted is not None:
        return score(reports, load(predicted), news=news)
    coded = (item for item in annotate([str(gold)], workers=workers) if not isinstance(item, Problem))
    return score(reports, {report["id"]: report for report in coded}, news=news)
