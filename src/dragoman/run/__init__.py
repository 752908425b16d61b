"""Many reports, on one machine or many."""

from dragoman.record.storage import address
from dragoman.run.annotating import annotate
from dragoman.run.coding import Coded, code_all
from dragoman.run.deriving import derive
from dragoman.run.evaluation import evaluate
from dragoman.run.reading import Summary, read_into
from dragoman.run.single import code
from dragoman.run.why import Why, why, why_event

__all__ = [
    "Coded",
    "Summary",
    "Why",
    "address",
    "annotate",
    "code",
    "code_all",
    "derive",
    "evaluate",
    "read_into",
    "why",
    "why_event",
]
