"""Gold reports coded by the running program and scored against their annotations."""

from pathlib import Path

from dragoman.evaluate import Scores, load, score
from dragoman.model import Problem
from dragoman.pipeline.settings import Coder, Settings
from dragoman.run.annotating import annotate


def evaluate(
    gold: Path,
    *,
    predicted: Path | None = None,
    workers: int = 1,
    news: bool = False,
    coder: Coder = "both",
    full: bool = False,
) -> Scores:
    """Score dragoman, or another program's predictions, on annotated reports.

    Args:
        gold: a folder of .json files, a .json file, or a .jsonl(.gz) file.
        predicted: predictions in the same format; None codes the gold reports' texts now.
        workers: processes that code.
        news: leave gold events of salience `background` out of the count.
        coder: who finds the events: `frames`, the learned `tagger`, or `both` together.
        full: whether sentences are read closely that seem to tell no event.

    Returns:
        Precision, recall and F1 by layer, and every event that is not right.
    """
    reports = load(gold)
    if predicted is not None:
        return score(reports, load(predicted), news=news)
    found = annotate([str(gold)], workers=workers, settings=Settings(coder=coder, full=full))
    coded = (item for item in found if not isinstance(item, Problem))
    return score(reports, {report["id"]: report for report in coded}, news=news)
