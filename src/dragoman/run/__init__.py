"""Many reports, on one machine or many."""

from dragoman.run.annotating import annotate
from dragoman.run.coding import Coded, code_all
from dragoman.run.evaluation import evaluate
from dragoman.run.reading import Summary, derive, read_into
from dragoman.run.single import code

__all__ = ["Coded", "Summary", "annotate", "code", "code_all", "derive", "evaluate", "read_into"]
