"""What several folders of tests share."""

import os
from pathlib import Path

import pytest

from dragoman.model import Article, OffsetMap, Stamp

os.environ["DRAGOMAN_ACTORS"] = ""  # a developer's own actors must not change what the tests find


def make_article(text: str, *, published: str | None = "2023-01-31", **more: object) -> Article:
    """Make an article whose clean text is its raw text."""
    stamp = Stamp(value=published, basis="field published") if published else None
    offsets = OffsetMap.whole(text)
    return Article(id="r0", text=text, raw=text, offsets=offsets, published=stamp, **more)  # type: ignore[arg-type]


@pytest.fixture
def samples() -> Path:
    """The demo's own reports."""
    import dragoman.sample

    return Path(dragoman.sample.__file__).parent / "reports.jsonl"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the demo's reports, to be asked and not to be changed."""
    import dragoman
    from dragoman import sample

    folder = tmp_path_factory.mktemp("demo") / "my-record"
    dragoman.read_into([str(sample.path())], folder)
    return folder
