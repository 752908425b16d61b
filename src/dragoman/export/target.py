"""Files that appear under their name only when all of them is written, and never over what was there."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dragoman.errors import UsageError


@contextmanager
def writing(target: Path, *, force: bool = False) -> Iterator[Path]:
    """Give a place to write to, which takes the target's name when all went well and is gone otherwise.

    Args:
        target: the file or folder that is to be there in the end.
        force: replace what is there.

    Returns:
        A path beside it, at which the caller makes a file or a folder.

    Raises:
        UsageError: the target is there already, or its folder is not.
    """
    if target.exists() and not force:
        raise UsageError(f"{target} is there already; name another file, or say --force to replace it")
    if not target.parent.is_dir():
        raise UsageError(f"writing {target}: there is no folder {target.parent}")
    unfinished = target.with_name(f".{target.name}.unfinished")
    _remove(unfinished)
    try:
        yield unfinished
        if target.is_dir():
            _remove(target)
        unfinished.replace(target)
    finally:
        _remove(unfinished)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
