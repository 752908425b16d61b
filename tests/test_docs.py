"""The documents and the program speak of the same things."""

import re
from pathlib import Path

import pytest
import typer.main

from dragoman.cli.app import app

ROOT = Path(__file__).parents[1]
PAGES = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])
VERBS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
_LINK = re.compile(r"\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)")
_BLOCK = re.compile(r"^```(?:sh|console|bash)?\n(.*?)^```", re.M | re.S)
_CALL = re.compile(r"^\$?\s*dragoman ([a-z]+)", re.M)


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_is_in_the_readme(verb: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"`{verb}\b|^dragoman {verb}\b|&& dragoman {verb}\b", readme, re.M), verb


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_calls_a_verb_that_is_not_there(page: Path) -> None:
    blocks = "\n".join(_BLOCK.findall(page.read_text(encoding="utf-8")))
    assert set(_CALL.findall(blocks)) <= set(VERBS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_link_between_pages_leads_nowhere(page: Path) -> None:
    for target in _LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_every_page_can_be_reached_from_the_readme() -> None:
    """Directly, or by way of another page."""
    reached, waiting = set(), [ROOT / "README.md"]
    while waiting:
        page = waiting.pop().resolve()
        if page not in reached and page.suffix == ".md":
            reached.add(page)
            waiting.extend(page.parent / target for target in _LINK.findall(page.read_text(encoding="utf-8")))
    assert {page.resolve() for page in PAGES} <= reached
