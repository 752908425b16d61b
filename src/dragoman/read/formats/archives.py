"""Open zip and tar archives, and hand on what is in them."""

import tarfile
import zipfile
from collections.abc import Iterator

from dragoman.read import problems
from dragoman.read.apart import read_apart
from dragoman.read.formats.format import Format, Found
from dragoman.read.source import Source
from dragoman.read.unpack import metered

_MOST = 1_000_000  # members
_OTHER_OFFICE = ("xl/workbook.xml", "ppt/presentation.xml", "mimetype", "META-INF/MANIFEST.MF")


def read_zip(source: Source) -> Iterator[Found]:
    """Hand on the members of a zip archive in the order of their names; an office document goes to its own reader."""
    try:
        archive = zipfile.ZipFile(source.file())
    except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
        yield problems.foreign(source.path, "a zip archive", error)
        return
    names = set(archive.namelist()[:_MOST])
    if "word/document.xml" in names:
        source.file().seek(0)
        yield from read_apart("docx", source)
        return
    if named := next((name for name in _OTHER_OFFICE if name in names), None):
        yield problems.binary(source.path, f"an office document or package that is not read here (it holds {named})")
        return
    for member in sorted(archive.infolist()[:_MOST], key=lambda member: member.filename):
        if member.is_dir() or _hidden(member.filename):
            continue
        path = f"{source.path}/{member.filename}"
        if member.flag_bits & 1:
            yield problems.locked(path)
            continue
        try:
            with archive.open(member) as stream:
                yield source.inner(member.filename, metered(stream, source.budget, path))
        except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError) as error:
            yield problems.foreign(path, "a member of a zip archive", error)


def read_tar(source: Source) -> Iterator[Found]:
    """Hand on the files of a tar archive in the order in which they stand; links and devices are left alone."""
    try:
        with tarfile.open(fileobj=source.stream, mode="r|") as archive:
            for number, member in enumerate(archive):
                if number >= _MOST:
                    yield problems.cut(source.path, f"more than {_MOST:,} members", "the first are read")
                    return
                if not member.isfile() or _hidden(member.name):
                    continue
                stream = archive.extractfile(member)
                if stream is not None:
                    yield source.inner(member.name, metered(stream, source.budget, f"{source.path}/{member.name}"))
    except (tarfile.TarError, OSError, EOFError) as error:
        yield problems.foreign(source.path, "a tar archive", error)


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) for part in name.split("/") if part not in (".", ".."))


ZIP = Format(
    name="zip",
    what="a zip archive of any of these",
    read=read_zip,
    endings=(".zip",),
    marks=lambda start: start.startswith((b"PK\x03\x04", b"PK\x05\x06")),
    holds=True,
    binary=True,
)
TAR = Format(
    name="tar",
    what="a tar archive of any of these, packed with gzip, bzip2, xz or not at all",
    read=read_tar,
    endings=(".tar", ".tgz", ".tbz2", ".txz"),
    marks=lambda start: start[257:262] == b"ustar",
    holds=True,
    binary=True,
)
