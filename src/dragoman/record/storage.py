"""Where a record lies: in a folder of this machine, or under a prefix of a bucket of S3-compatible storage.

A bucket is written `s3://bucket/prefix`, and a `Path` made of that stands for it as well as the text. Keys and the
endpoint come from the environment, by the names that other programs use (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY,
AWS_REGION, AWS_ENDPOINT_URL). This is the only module that imports obstore.
"""

import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import RecordError

if TYPE_CHECKING:
    import pyarrow
    from obstore.store import S3Store

_SCHEME = "s3:"
_FRESH = ".new"
_LOG = "_delta_log"


def remote(folder: Path) -> bool:
    """Tell whether a record lies in a bucket."""
    return folder.parts[:1] == (_SCHEME,)


def address(folder: Path) -> str:
    """Write a record's place as it is typed: a path, or `s3://bucket/prefix`."""
    return f"{_SCHEME}//{'/'.join(folder.parts[1:])}" if remote(folder) else str(folder)


def options(folder: Path) -> dict[str, str] | None:
    """Give what deltalake must be told beside the environment; None for a folder.

    Each commit is a file that is put only where none of its name is there (`If-None-Match: *`), so that of two writers
    one comes first, without a lock table beside the bucket.
    """
    return {"conditional_put": "etag", "allow_http": _plain_http()} if remote(folder) else None


def load(folder: Path, name: str) -> bytes | None:
    """Give the bytes of a small file of a record, None where there is none.

    Raises:
        OSError: it cannot be read.
    """
    if not remote(folder):
        try:
            return (folder / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
    import obstore

    try:
        return bytes(obstore.get(_store(folder), name).bytes())
    except FileNotFoundError:
        return None
    except obstore.exceptions.BaseError as error:
        raise OSError(f"{address(folder)} does not answer: {_first_line(error)}") from error


def save(folder: Path, name: str, content: bytes) -> None:
    """Put a small file into a record, all of it or nothing.

    Raises:
        OSError: it cannot be written.
    """
    if not remote(folder):
        folder.mkdir(parents=True, exist_ok=True)
        fresh = folder / f"{name}{_FRESH}"
        fresh.write_bytes(content)
        os.replace(fresh, folder / name)
        return
    import obstore

    try:
        obstore.put(_store(folder), name, content)
    except obstore.exceptions.BaseError as error:
        raise OSError(f"{address(folder)} cannot be written: {_first_line(error)}") from error


def entries(folder: Path) -> set[str]:
    """Give the names of what lies directly in a record's place, what a torn `save` left behind not counted.

    Raises:
        OSError: it cannot be looked into.
    """
    if not remote(folder):
        return (
            {entry.name for entry in folder.iterdir() if not entry.name.endswith(_FRESH)} if folder.exists() else set()
        )
    return {name.split("/", 1)[0] for name in _listed(folder, "")}


def commits(folder: Path, table: str) -> list[str]:
    """Give the names of the commits of a table, the oldest first."""
    if not remote(folder):
        return sorted(entry.name for entry in (folder / table / _LOG).glob("*.json"))
    return sorted(name.rsplit("/", 1)[-1] for name in _listed(folder, f"{table}/{_LOG}/") if name.endswith(".json"))


def put_if(folder: Path, name: str, content: bytes, tag: str | None) -> str | None:
    """Put a small file into a bucket only where it still is what we saw.

    Args:
        folder: a record in a bucket.
        name: of the file.
        content: its new content.
        tag: the tag that the file had, None where there was none.

    Returns:
        The new tag, None where somebody else was quicker.
    """
    import obstore

    mode: Any = {"e_tag": tag} if tag is not None else "create"
    try:
        return obstore.put(_store(folder), name, content, mode=mode)["e_tag"]
    except (obstore.exceptions.PreconditionError, obstore.exceptions.AlreadyExistsError, FileNotFoundError):
        return None
    except obstore.exceptions.BaseError as error:
        raise OSError(f"{address(folder)} cannot be written: {_first_line(error)}") from error


def tag_of(folder: Path, name: str) -> tuple[str | None, bytes]:
    """Give the tag and the bytes of a small file in a bucket; no tag where there is no file."""
    import obstore

    try:
        found = obstore.get(_store(folder), name)
        return found.meta["e_tag"], bytes(found.bytes())
    except FileNotFoundError:
        return None, b""
    except obstore.exceptions.BaseError as error:
        raise OSError(f"{address(folder)} does not answer: {_first_line(error)}") from error


def tables(folder: Path, addresses: Sequence[str], names: Sequence[str], schema: "pyarrow.Schema") -> "pyarrow.Table":
    """Read some columns of Parquet files in a bucket; a file from before there was a column has none.

    Each is read by the thread that asks: threads of Arrow's own that still hold a file of ours when the program ends
    would bring it down.
    """
    import pyarrow as pa
    from pyarrow import parquet

    files, found = filesystem(folder), []
    for one in addresses:
        with files.open(one, "rb") as content:
            file = parquet.ParquetFile(content, pre_buffer=False)
            there = [name for name in names if name in file.schema_arrow.names]
            found.append(file.read(there, use_threads=False))
    wanted = pa.schema([schema.field(name) for name in names])
    empty = wanted.empty_table()
    return pa.concat_tables([empty, *found], promote_options="default").select(list(names)).cast(wanted)


def filesystem(folder: Path) -> Any:
    """Give the bucket as DuckDB reads files from it (an fsspec file system); None for a folder.

    DuckDB's own reader of buckets is a download, this is not.
    """
    if not remote(folder):
        return None
    _check()
    from obstore.fsspec import FsspecStore

    return FsspecStore("s3", **_known())


@cache
def _store(folder: Path) -> "S3Store":
    _check()
    from obstore.store import S3Store

    bucket, *prefix = folder.parts[1:] or ("",)
    if not bucket or not prefix:
        raise RecordError(f"{address(folder)!r} names no place for a record; write s3://bucket/prefix")
    return S3Store(bucket, prefix="/".join(prefix), **_known())


def _known() -> dict[str, Any]:
    endpoint = os.environ.get("AWS_ENDPOINT_URL")
    config = {"endpoint": endpoint} if endpoint else {}
    return {"config": config, "client_options": {"allow_http": _plain_http() == "true"}}


def _plain_http() -> str:
    """Tell whether the endpoint that the user named is one without TLS: a server of his own."""
    return "true" if os.environ.get("AWS_ENDPOINT_URL", "").startswith("http://") else "false"


def _listed(folder: Path, prefix: str) -> list[str]:
    import obstore

    try:
        pages = list(obstore.list(_store(folder), prefix=prefix or None))
    except obstore.exceptions.BaseError as error:
        raise OSError(f"{address(folder)} does not answer: {_first_line(error)}") from error
    return [found["path"] for page in pages for found in page]


def _check() -> None:
    try:
        import obstore  # noqa: F401
    except ModuleNotFoundError as error:
        raise RecordError(
            "a record in a bucket needs what `pip install 'dragoman[s3]'` brings (obstore and fsspec)"
        ) from error


def _first_line(error: Exception) -> str:
    return " ".join(str(error).split("\n", 1)[0].split())[:300]
