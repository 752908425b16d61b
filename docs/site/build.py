"""Puts the pages together, has Zensical make a site of them, and holds the site to what it promises."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from docs.site import endpoints, names, settings, stored, verbs

HERE = Path(__file__).parent
DOCS = HERE.parent
READERS = ("researcher", "analyst", "reporter", "program")
GUIDES = ("sources", "ask", "positions", "corrections", "merging", "versions", "export", "serve", "annotation",
          "actors", "frames", "learned")  # fmt: skip
GOOD = ("accuracy", "speed", "scale", "why")
_OUTSIDE = re.compile(r"\[([^\]]+)\]\((\.\./[^)]+)\)")
_FETCHED = re.compile(
    r"""<(?:script|link|img|iframe|source)\b[^>]*?\b(?:src|href)=["']?((?:https?:)?//[^"'\s>]+)""", re.I
)
_IMPORTED = re.compile(r"""(?:url\(|@import\s*)["']?((?:https?:)?//[^"')\s]+)""")
_SHIM = re.compile(r"""<script src=["']?https://unpkg\.com/iframe-worker/shim["']?[^>]*></script>""")
"""What the theme would fetch to search a site that is opened as a file."""
_LINK = re.compile(r"""<a\b[^>]*?\bhref=["']?([^"'\s>]+)""", re.I)
_TITLES = {"api": "HTTP API", "cli": "Command line"}


class BuildError(Exception):
    """The site could not be made, or does not keep what it promises."""


def references() -> dict[str, Callable[[], str]]:
    """Give the pages that are made from the code, by name."""
    return {
        "cli": verbs.written,
        "python": names.python,
        "answers": names.answers,
        "nouns": names.nouns,
        "settings": settings.written,
        "api": endpoints.written,
        "record": stored.record,
        "columns": stored.exports,
        "codebook": _codebook,
    }


def build(into: Path) -> int:
    """Build the site.

    Args:
        into: its folder; what is in it is replaced.

    Returns:
        How many pages it has.

    Raises:
        BuildError: Zensical is not there or fails, a link leads nowhere, or a page fetches something from elsewhere.
    """
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        assemble(work / "docs")
        (work / "zensical.toml").write_text(_configured(work / "docs"), encoding="utf-8")
        _run(work)
        _at_home(work / "site")
        if wrong := [*fetched(work / "site"), *astray(work / "site")]:
            raise BuildError("; ".join(wrong[:10]))
        if into.exists():
            shutil.rmtree(into)
        shutil.copytree(work / "site", into)
    return len(list(into.rglob("*.html")))


def assemble(target: Path) -> None:
    """Put all pages, written and made, into a folder."""
    (target / "reference").mkdir(parents=True)
    for file in sorted(DOCS.iterdir()):
        if file.suffix == ".md":
            (target / file.name).write_text(_inside(file.read_text(encoding="utf-8")), encoding="utf-8")
        elif file.suffix in {".svg", ".png"}:
            shutil.copy(file, target)
    for name, write in references().items():
        (target / "reference" / f"{name}.md").write_text(write(), encoding="utf-8")
    (target / "style.css").write_bytes((HERE / "style.css").read_bytes())


def fetched(site: Path) -> Iterator[str]:
    """Say which pages fetch something from elsewhere; a link that a reader may click is none."""
    for file in sorted([*site.rglob("*.html"), *site.rglob("*.css")]):
        for address in (_FETCHED if file.suffix == ".html" else _IMPORTED).findall(file.read_text(encoding="utf-8")):
            yield f"{file.relative_to(site)} fetches {address}"


def astray(site: Path) -> Iterator[str]:
    """Say which links within the site lead nowhere."""
    for file in sorted(site.rglob("*.html")):
        for target in set(_LINK.findall(file.read_text(encoding="utf-8"))):
            path, _, _ = target.partition("#")
            if file.name == "404.html" or not path or ":" in path:
                continue
            if not (file.parent / unquote(path)).resolve().exists():
                yield f"{file.relative_to(site)} links to {target}"


def _at_home(site: Path) -> None:
    """Put our own worker in place of the one that the theme would fetch from elsewhere."""
    shutil.copy(HERE / "worker.js", site)
    for file in site.rglob("*.html"):
        steps = "../" * len(file.relative_to(site).parts[1:])
        ours = f'<script src="{steps}worker.js"></script>'
        file.write_text(_SHIM.sub(ours, file.read_text(encoding="utf-8")), encoding="utf-8")


def _codebook() -> str:
    from dragoman.export.codebook import codebook
    from dragoman.export.codebook_files import written
    from dragoman.pipeline.ontology import ontology

    return written(codebook(ontology(None)), None)


def _inside(text: str) -> str:
    """Name files outside the documentation, which the site does not hold, instead of linking to them."""
    return _OUTSIDE.sub(lambda link: f"{link[1]} (`{link[2].lstrip('./')}`)", text)


def _configured(pages: Path) -> str:
    """Write the navigation into the configuration; a page that no list names stands among the guides."""
    known = {"index", "tour", *READERS, *GUIDES, *GOOD}
    more = tuple(sorted({file.stem for file in pages.glob("*.md")} - known))
    groups = (
        ("Start", ("index", "tour")),
        ("Four readers", READERS),
        ("Guides", (*GUIDES, *more)),
        ("Reference", tuple(f"reference/{name}" for name in references())),
        ("How good, and why", GOOD),
    )
    lines = []
    for heading, stems in groups:
        there = ", ".join(f'"{stem}.md"' for stem in stems if (pages / f"{stem}.md").exists())
        lines.append(f'  {{ "{heading}" = [{there}] }},')
    return (HERE / "zensical.toml").read_text(encoding="utf-8").replace("# navigation", "\n".join(lines))


def _run(work: Path) -> None:
    try:
        done = subprocess.run(
            [sys.executable, "-m", "zensical", "build", "--clean", "--strict"],
            cwd=work, capture_output=True, text=True, check=False, env=None,
        )  # fmt: skip
    except OSError as error:
        raise BuildError(f"Zensical could not be started: {error}") from error
    if done.returncode or not (work / "site").exists():
        raise BuildError(f"Zensical failed; pip install 'dragoman[docs]'\n{done.stdout}{done.stderr}")
