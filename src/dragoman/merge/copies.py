"""Reports that say again what another said: wire copies, syndication, updates, a release mailed twice."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations, islice

from rapidfuzz.distance import Levenshtein
from rapidfuzz.fuzz import token_sort_ratio

from dragoman.ids import digest
from dragoman.model import Article, Copy
from dragoman.text.shingles import containment, plain_words, resemblance, shingles

_HASHES, _ROWS, _SEED = 64, 4, 1
"""Sixteen bands of four: two texts that share half of their word sequences meet in a band two times in three, those
that share seven tenths nearly always (Leskovec et al., Mining of Massive Datasets, section 3.4)."""
_SHORT = 20
"""Words below which a text is too short to be known again."""
_DAYS = 14
"""Days between two reports beyond which the later one is no copy but a repetition."""
_NEWER = 3
"""Days within which an outlet brings a newer version of a report."""
_ALIKE, _WITHIN = 0.6, 0.85
"""Share of the sequences of both, and of the shorter one's, from which on one is a copy of the other."""
_TITLE = 60
"""Likeness of two headlines, of 100, below which the later report is no newer version of the earlier."""
_LISTED, _LONGEST = 3, 12
"""How many differing stretches are quoted, and how many words of each."""


def bands(text: str) -> tuple[str, ...]:
    """Give the keys by which near-identical texts meet; none for a text too short to be known again."""
    from rensa import RMinHash

    if len(plain_words(text)) < _SHORT:
        return ()
    sketch = RMinHash(_HASHES, _SEED)
    sketch.update(sorted(shingles(text)))
    values = sketch.digest()
    return tuple(f"{i}-{digest(*values[i : i + _ROWS])}" for i in range(0, _HASHES, _ROWS))


def find(articles: Iterable[Article], known: Iterable[Article] = ()) -> tuple[Copy, ...]:
    """Find which reports are copies.

    Each pair is judged by itself, so the answer for all is that for some, plus that for the rest beside those.

    Args:
        articles: reports in any order.
        known: reports that were looked at among themselves before.

    Returns:
        One Copy for each pair, of the earlier report, by ids.
    """
    articles = tuple(articles)
    texts = {article.id: _Text.of(article) for article in (*known, *articles)}
    new = {article.id for article in articles}
    found = (_judge(texts[a], texts[b]) for a, b in _meetings(texts.values(), new))
    return tuple(sorted((copy for copy in found if copy), key=lambda copy: (copy.report, copy.of)))


@dataclass(frozen=True, slots=True)
class _Text:
    article: Article
    sequences: frozenset[str]

    @classmethod
    def of(cls, article: Article) -> "_Text":
        return cls(article, shingles(article.text))

    @property
    def order(self) -> tuple[str, str]:
        stamp = self.article.updated or self.article.published
        return (stamp.value if stamp else "9999", self.article.id)

    @property
    def day(self) -> date | None:
        return self.article.published.day if self.article.published else None


def _meetings(texts: Iterable[_Text], new: set[str]) -> list[tuple[str, str]]:
    members: dict[str, list[str]] = defaultdict(list)
    for text in texts:
        for key in bands(text.article.text):
            members[key].append(text.article.id)
    pairs = (pair for ids in members.values() for pair in combinations(sorted(set(ids)), 2))
    return sorted({(a, b) for a, b in pairs if a in new or b in new})


def _judge(one: _Text, other: _Text) -> Copy | None:
    """Judge two reports: None where they are no copies, or too many days apart."""
    earlier, later = sorted((one, other), key=lambda text: text.order)
    gap = abs((earlier.day - later.day).days) if earlier.day and later.day else 0
    share = resemblance(earlier.sequences, later.sequences)
    if gap > _DAYS or (share < _ALIKE and containment(earlier.sequences, later.sequences) < _WITHIN):
        return None
    before, after = plain_words(earlier.article.text), plain_words(later.article.text)
    return Copy(
        report=later.article.id,
        of=earlier.article.id,
        kind="same text" if before == after else "update" if _updates(earlier, later, gap) else "copy",
        score=round(share, 3),
        differs=_differs(before, after),
    )


def _updates(earlier: _Text, later: _Text, gap: int) -> bool:
    one, other = earlier.article, later.article
    if one.publisher is None or one.publisher != other.publisher or gap > _NEWER or earlier.order[0] == later.order[0]:
        return False
    return not (one.title and other.title) or token_sort_ratio(one.title, other.title) >= _TITLE


def _differs(before: list[str], after: list[str]) -> str:
    """Say in words what the later text has and the earlier has not, and the other way round."""
    steps = Levenshtein.opcodes(before, after)
    changes = [step for step in steps if step.tag != "equal"]
    added = list(_quoted(after[s.dest_start : s.dest_end] for s in changes if s.dest_end > s.dest_start))
    left = list(_quoted(before[s.src_start : s.src_end] for s in changes if s.src_end > s.src_start))
    said = [f"{what} {', '.join(words)}" for what, words in (("added:", added), ("left out:", left)) if words]
    return "; ".join(said)


def _quoted(stretches: Iterable[list[str]]) -> Iterator[str]:
    every = list(stretches)
    for words in islice(every, _LISTED):
        yield "“" + " ".join(words[:_LONGEST]) + (" …”" if len(words) > _LONGEST else "”")
    if len(every) > _LISTED:
        yield f"and {len(every) - _LISTED} more"
