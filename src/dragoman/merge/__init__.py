"""The same event in many reports becomes one event.

`merge(told)` goes from mentions to events in five steps, each a module: `block` (which pairs are worth a look),
`compare` (a table of small comparisons, each a score and a reason), `judge` (same, different, unsure), `cluster`
(groups without contradictions) and `fold` (one event, every field with its support and its dissent).
"""

from dragoman.merge.merging import Merged, merge
from dragoman.merge.told import Told

__all__ = ["Merged", "Told", "merge"]
