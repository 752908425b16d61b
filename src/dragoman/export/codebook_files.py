"""Writes a codebook as Markdown, CSV or HTML."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

from dragoman.errors import UsageError
from dragoman.export.codebook import QUADS, Codebook, FrameEntry, TypeEntry
from dragoman.export.codebook_html import html

COLUMNS = (
    "type",
    "quad",
    "quad_name",
    "score",
    "frame",
    "mode",
    "part_of_speech",
    "predicates",
    "cameo",
    "cameo_name",
    "goldstein",
    "gdelt_quad",
    "actor",
    "recipient",
    "symmetric",
    "demands",
    "fires",
    "silent",
    "own",
    "confidence",
)


def written(book: Codebook, path: Path | None) -> str:
    """Write a codebook in the format that a file's name asks for.

    Args:
        book: the codebook.
        path: where it will stand: `.md`, `.html` or `.csv`; Markdown where None.

    Raises:
        UsageError: another suffix.
    """
    kinds: dict[str, Callable[[Codebook], str]] = {".md": markdown, ".html": html, ".htm": html, ".csv": as_csv}
    suffix = path.suffix.lower() if path is not None else ".md"
    if suffix not in kinds:
        raise UsageError(f"writing a codebook: {path} ends in {suffix or 'nothing'}; name it .md, .html or .csv")
    return kinds[suffix](book)


def as_csv(book: Codebook) -> str:
    """Write one row a frame, with a header; several values in a cell are joined by "; "."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for kind in book.types:
        writer.writerows(_row(kind, entry) for entry in kind.frames)
    return out.getvalue()


def _row(kind: TypeEntry, entry: FrameEntry) -> list[object]:
    frame = entry.frame
    return [
        kind.type.name,
        kind.quad,
        QUADS.get(kind.quad or 0),
        kind.score,
        frame.name,
        frame.mode,
        frame.pos,
        "; ".join(map(str, frame.predicates)),
        frame.cameo,
        entry.cameo_name,
        entry.goldstein,
        entry.quad,
        "; ".join(frame.roles.actor),
        "; ".join(frame.roles.recipient),
        frame.roles.symmetric,
        "; ".join(entry.demands),
        "; ".join(frame.fires),
        "; ".join(frame.silent),
        frame.own,
        frame.confidence,
    ]


def markdown(book: Codebook) -> str:
    """Write a codebook as Markdown with a table of types, then a section a type."""
    lines = [
        "# Codebook",
        "",
        f"{len(book.types)} event types, {book.frames} frames, {book.predicates:,} predicates; "
        f"digest of the frames in force: `{book.digest}`."
        + (f" Frames of one's own: `{book.folder}`." if book.folder else ""),
        "",
        "| type | is | quad class | score | modes | frames | predicates |",
        "|---|---|---|---|---|---|---|",
    ]
    for kind in book.types:
        modes = ", ".join(mode.code for mode in kind.modes) or "-"
        about = _cell(kind.type.about.rstrip("."))
        counts = f"{len(kind.frames)} | {kind.predicates}"
        lines.append(f"| {kind.type.name} | {about} | {quad(kind)} | {number(kind.score)} | {modes} | {counts} |")
    for kind in book.types:
        lines += _section(kind)
    return "\n".join(lines) + "\n"


def quad(kind: TypeEntry) -> str:
    """Name a type's quad class with its number."""
    return f"{kind.quad} {QUADS[kind.quad]}" if kind.quad in QUADS else "-"


def number(value: float | None) -> str:
    """Write a score or a Goldstein value."""
    return "-" if value is None else f"{value:g}"


def _section(kind: TypeEntry) -> list[str]:
    head = kind.type
    own = " (your own)" if head.own else ""
    lines = ["", f"## {head.name}{own}", "", f"{head.about} Source: {head.source or 'not said'}.", ""]
    if head.planned != head.name:
        lines += [f"A planned one is coded {head.planned}.", ""]
    if head.decided != head.name:
        lines += [f"One that is only decided or announced is coded {head.decided}.", ""]
    for entry in kind.frames:
        lines += _frame_lines(entry)
    return lines


def _frame_lines(entry: FrameEntry) -> list[str]:
    frame = entry.frame
    name = f" {entry.cameo_name} (Goldstein {number(entry.goldstein)})" if entry.cameo_name else ""
    facts = [f"*{frame.pos}*", f"mode {frame.mode}" if frame.mode else "", f"CAMEO {frame.cameo}{name}"]
    lines = [f"### {frame.name}", "", " · ".join(filter(None, facts if frame.cameo else facts[:2])), ""]
    lines += [f"- predicates: {', '.join(map(str, frame.predicates))}"]
    recipient = f"; recipient at {', '.join(frame.roles.recipient)}" if frame.roles.recipient else ""
    equals = "; all are equals" if frame.roles.symmetric else ""
    lines += [f"- actor at {', '.join(frame.roles.actor)}{recipient}{equals}"]
    lines += [f"- {line}" for line in entry.demands]
    lines += [f"- fires: *{sentence}*" for sentence in frame.fires]
    lines += [f"- silent: *{sentence}*" for sentence in frame.silent]
    return [*lines, ""]


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
