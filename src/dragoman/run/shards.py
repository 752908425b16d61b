"""New reports gathered into shards: what is committed together, by the same bounds whoever codes it and whenever."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from dragoman.model import Article, Problem
from dragoman.pipeline import Settings
from dragoman.record import Batch, batch_of, joined, problem_id
from dragoman.run.coding import Coded, Piece, code_pieces, cut
from dragoman.run.engine import Engine

SHARD = 100
"""Reports committed together: what a crash can cost, against how many small files a record has."""
_HANDFUL = 64
"""Reports looked up in the record at a time, since each question looks at the record again."""

Known = Callable[[Iterable[str]], set[str]]


@dataclass(slots=True, kw_only=True)
class Shard:
    """Reports that the record does not hold yet, and what went wrong while they were read.

    Args:
        articles: the reports.
        problems: every problem met, those that the record has noted already included.
        fresh: those of them that it has not.
        met: how many reports were met up to its end, those included that the record holds.
    """

    articles: list[Article] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    fresh: list[Problem] = field(default_factory=list)
    met: int = 0

    def pieces(self) -> list[Piece]:
        """Cut it into what is coded at a time, in order of the reports' ids."""
        return list(cut(sorted(self.articles, key=lambda article: article.id)))


def shards(read: Iterable[Article | Problem], known: Known, size: int | None = None) -> Iterator[Shard]:
    """Gather what is new.

    Since shards are committed in their order, a run that was broken off meets the same shards when it is run again: the
    first that is not committed begins where it began before.

    Args:
        read: reports and problems, taken as they are needed.
        known: tells which ids of reports and problems the record holds.
        size: reports in a shard.
    """
    size = size or SHARD
    shard = Shard()
    seen: set[str] = set()
    items = iter(read)
    while handful := list(islice(items, _HANDFUL)):
        keys = [item.id if isinstance(item, Article) else problem_id(item) for item in handful]
        seen |= known(keys)
        for item, key in zip(handful, keys, strict=True):
            new = key not in seen
            seen.add(key)
            if isinstance(item, Problem):
                shard.problems.append(item)
                shard.fresh += [item] if new else []
                continue
            shard.met += 1
            if new:
                shard.articles.append(item)
            if len(shard.articles) == size:
                yield shard
                shard = Shard(met=shard.met)
    if shard.met or shard.problems:
        yield shard


def coded_shards(gathered: Iterable[Shard], working: Engine, settings: Settings) -> Iterator[tuple[Shard, Batch]]:
    """Code shards piece by piece, and give each with its rows, in order.

    Args:
        gathered: the shards.
        working: what runs the coding.
        settings: how to code.
    """
    sent: deque[tuple[Shard, int]] = deque()
    done: list[Batch] = []

    def pieces() -> Iterator[Piece]:
        for shard in gathered:
            cut_up = shard.pieces()
            sent.append((shard, len(cut_up)))
            yield from cut_up

    def whole() -> Iterator[tuple[Shard, Batch]]:
        while sent and len(done) >= sent[0][1]:
            shard, number = sent.popleft()
            yield shard, joined([*done[:number], batch_of((), shard.fresh)])
            del done[:number]

    for batch in code_pieces(pieces(), working, settings, rows_of, joined):
        done.append(batch)
        yield from whole()
    yield from whole()


def rows_of(coded: Sequence[Coded]) -> Batch:
    """Give the rows of the reports of a piece."""
    return batch_of([one.document for one in coded], [problem for one in coded for problem in one.problems])
