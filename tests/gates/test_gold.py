"""Quality does not fall: floors on annotated reports, where these lie beside the project."""

import os
import tomllib
from pathlib import Path

import pytest

from dragoman.run import evaluate

GOLD = os.environ.get("DRAGOMAN_GOLD")
FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))


@pytest.mark.skipif(GOLD is None, reason="DRAGOMAN_GOLD names no folder of annotated reports")
@pytest.mark.parametrize("part", FLOORS)
def test_no_figure_falls_below_its_floor(part: str) -> None:
    """Every pinned layer keeps its F1."""
    rows = evaluate(Path(str(GOLD)) / part).rows
    fallen = {layer: round(rows[layer].f1, 3) for layer, floor in FLOORS[part].items() if rows[layer].f1 < floor}
    assert not fallen
