"""A record held against itself: events derived anew, quotations against the texts, files against their hashes."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields, is_dataclass
from hashlib import file_digest
from pathlib import Path
from typing import Any

from dragoman.ids import shard_id
from dragoman.model import Article, Span, in_force
from dragoman.pipeline import deriving
from dragoman.pipeline.manifest import merging_hash
from dragoman.record import Reader
from dragoman.record.lookups import Lookups


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was checked.

    Args:
        what: `events`, `links`, `reports`, `batches`, `spans`, `corrections`, `files`.
        said: what was compared, in words.
        wrong: what differs, one line each.
        sound: whether all is as it should be; a file of the user's that changed since is told and is no fault.
    """

    what: str
    said: str
    wrong: tuple[str, ...] = ()
    sound: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What came of the checks.

    Args:
        checks: each of them.
    """

    checks: tuple[Check, ...]

    @property
    def sound(self) -> bool:
        """Tell whether the record is what it should be."""
        return all(check.sound for check in self.checks)

    def as_dict(self) -> dict[str, Any]:
        """Give it as plain values."""
        return {"sound": self.sound, **asdict(self)}


def verify(folder: Path) -> Verified:
    """Hold a record against itself; nothing is written.

    Args:
        folder: the record.

    Returns:
        What was checked and what differs.

    Raises:
        RecordError: there is no record in the folder, or it is damaged.
    """
    reader = Reader(folder)
    articles = list(reader.reports())
    texts = {article.id: article.text for article in articles}
    return Verified(
        checks=(
            *_derived(reader),
            _reports(articles),
            _batches(reader),
            _spans(reader, texts),
            _corrections(reader),
            _files(reader),
        )
    )


def _derived(reader: Reader) -> Iterator[Check]:
    """Derive all anew and compare; where the record lags behind its reports the difference is told as that."""
    anew = deriving.whole(Lookups(reader))
    lag = _other_rules(reader)
    lag += "; they lag behind what was added: `dragoman read` brings it in" if reader.stale else ""
    kept = {event.id: event for event in reader.events()}
    made = {event.id: event for event in anew.events}
    wrong = tuple(_different("event", kept, made))
    yield Check(
        what="events", said=f"{len(made):,} derived anew, {len(kept):,} kept{lag}", wrong=wrong, sound=not wrong
    )
    pairs = {f"{link.left} {link.right}": link for link in reader.links()}
    judged = {f"{link.left} {link.right}": link for link in anew.links}
    wrong = tuple(_different("pair", pairs, judged))
    yield Check(
        what="links", said=f"{len(judged):,} judged anew, {len(pairs):,} kept{lag}", wrong=wrong, sound=not wrong
    )


def _other_rules(reader: Reader) -> str:
    other = reader.version is not None and reader.version.run.merging != merging_hash()
    return "; this program merges by other rules, `dragoman read` derives all by them" if other else ""


def _different(what: str, kept: dict[str, Any], made: dict[str, Any]) -> Iterator[str]:
    for key in sorted(kept.keys() | made.keys()):
        one, two = kept.get(key), made.get(key)
        if one is None or two is None:
            yield f"{what} {key} is {'not kept' if one is None else 'kept and not derived'}"
        elif one != two:
            names = [name for name in one.__slots__ if getattr(one, name) != getattr(two, name)]
            yield f"{what} {key} differs in {', '.join(names)}"


def _reports(articles: Sequence[Article]) -> Check:
    """Find each report's text again in the text as it was given."""
    wrong = []
    for article in articles:
        for clean, raw, length in article.offsets.runs:
            if article.text[clean : clean + length] != article.raw[raw : raw + length]:
                wrong.append(f"report {article.label}: its text at {clean} is not what was given at {raw}")
                break
    said = f"{len(articles):,} texts held against the texts as they were given"
    return Check(what="reports", said=said, wrong=tuple(wrong), sound=not wrong)


def _batches(reader: Reader) -> Check:
    """Make each batch's id anew from the reports and problems in it."""
    held = reader.sql(
        "with parts as (select shard, id from reports union all select shard, id from problems) "
        "select s.id, s.recipe, list(p.id order by p.id) filter (p.id is not null) as parts "
        "from shards s left join parts p on p.shard = s.id group by all order by s.id"
    )
    wrong = tuple(
        f"batch {row['id']} does not hold the reports that it was named by"
        for row in held
        if shard_id(row["parts"] or [], row["recipe"]) != row["id"]
    )
    return Check(what="batches", said=f"{len(held):,} held against their ids", wrong=wrong, sound=not wrong)


def _spans(reader: Reader, texts: dict[str, str]) -> Check:
    """Find the words of every span at its place in the report's text."""
    number, wrong = 0, []
    for what, report, span in _all_spans(reader):
        number += 1
        if not span.check(texts.get(report, "")):
            wrong.append(f"{what} of report {report}: {span.text[:40]!r} does not stand at {span.start}")
    said = f"{number:,} quotations held against the texts of their reports"
    return Check(what="spans", said=said, wrong=tuple(wrong), sound=not wrong)


def _all_spans(reader: Reader) -> Iterator[tuple[str, str, Span]]:
    for telling in reader.mentions():
        for span in spans_in(telling.mention):
            yield f"mention {telling.mention.id}", telling.report, span
    for report, quote in reader.quotes():
        for span in spans_in(quote):
            yield f"quote {quote.id}", report, span
    for report, actor in reader.actors():
        for span in spans_in(actor):
            yield f"actor {actor.id}", report, span


def spans_in(noun: object) -> Iterator[Span]:
    """Give every span that a noun holds, however deep."""
    if isinstance(noun, Span):
        yield noun
    elif isinstance(noun, tuple):
        for item in noun:
            yield from spans_in(item)
    elif is_dataclass(noun):
        for field in fields(noun):
            yield from spans_in(getattr(noun, field.name))


def _corrections(reader: Reader) -> Check:
    """Find the mentions that entries of people speak of; an entry whose mentions are gone is kept, and told here."""
    known = {row["id"] for row in reader.sql("select id from mentions")}
    entries = in_force(reader.corrections())
    orphaned = tuple(
        f"entry {entry.id} ({entry.verb}) by {entry.author} speaks of mentions that the record does not hold"
        for entry in entries
        if not known.intersection(entry.mentions) or (entry.others and not known.intersection(entry.others))
    )
    said = f"{len(entries):,} in force" + (f", {len(orphaned):,} of them without effect" if orphaned else "")
    return Check(what="corrections", said=said, wrong=orphaned)


def _files(reader: Reader) -> Check:
    """Hash the files again that were read, where they still lie where they lay."""
    rows = reader.sql("select path, arg_max(sha256, version) as sha256 from inputs group by path order by path")
    there = [(Path(row["path"]), row["sha256"]) for row in rows if Path(row["path"]).is_file()]
    changed = tuple(f"{path} has changed since it was read" for path, sha in there if _sha256(path) != sha)
    said = f"{len(rows):,} read, {len(there):,} still there, {len(changed):,} changed since"
    return Check(what="files", said=said, wrong=changed)


def _sha256(path: Path) -> str:
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()
