"""The same event in many reports becomes one event.

`merge(told)` goes from mentions to events in five steps, each a module: `block` (which pairs are worth a look),
`compare` (a table of small comparisons, each a score and a reason), `judge` (same, different, unsure), `cluster`
(groups without contradictions, after what people have said) and `fold` (one event, every field with its support and
its dissent). `renew` does the same for a few new mentions beside many known ones. `copies` finds reports that say again
what others said; `relate` says how events hang together.
"""

from dragoman.merge.daily import Daily, one_a_day
from dragoman.merge.merging import Merged, merge
from dragoman.merge.relate import relate
from dragoman.merge.renew import Renewed, Store, renew
from dragoman.merge.told import Told

__all__ = ["Daily", "Merged", "Renewed", "Store", "Told", "merge", "one_a_day", "relate", "renew"]
