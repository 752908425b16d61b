"""The files that a run reads, by their content."""

from collections.abc import Iterator, Sequence
from hashlib import file_digest
from pathlib import Path


def hashes(paths: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Give the SHA-256 of each file among some paths, folders included.

    Args:
        paths: files, folders, or anything else that reports are read from, which is passed over here.

    Returns:
        (path, SHA-256), sorted; a file that cannot be opened is left out, reading tells what is wrong with it.
    """
    found: dict[str, str] = {}
    for file in {file for path in paths for file in _files(Path(path))}:
        try:
            with file.open("rb") as content:
                found[str(file)] = file_digest(content, "sha256").hexdigest()
        except OSError:
            continue
    return tuple(sorted(found.items()))


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    elif path.is_dir():
        yield from (file for file in path.rglob("*") if file.is_file())
