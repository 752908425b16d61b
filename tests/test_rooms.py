"""Who may import whom."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import dragoman

HOUSE = Path(dragoman.__file__).parent
LEVELS = {
    0: {"errors", "ids", "model", "version"},
    1: {"text", "codes", "knowledge"},
    2: {"read", "language", "stages", "merge"},
    3: {"pipeline", "record", "evaluate"},
    4: {"run", "ask", "export", "charts", "sample"},
    5: {"cli", "api", "web"},
}
MAY_IMPORT = {
    0: LEVELS[0],
    1: LEVELS[0] | LEVELS[1],
    2: LEVELS[0] | LEVELS[1],
    3: LEVELS[0] | LEVELS[1] | LEVELS[2],
    4: LEVELS[0] | LEVELS[1] | LEVELS[3],
    5: LEVELS[0] | LEVELS[4] | {"pipeline"},
}
LOWER_CEILING = {"record": LEVELS[0]}
NEIGHBOURS = {
    "run": {"ask", "export", "sample"},
    "export": {"ask"},
    "charts": {"ask"},
    "web": {"api"},  # a page and its JSON twin ask, check and refuse alike
    "cli": {"web"},  # `dragoman serve` starts the other doors
}


def imports(file: Path) -> Iterator[str]:
    """Give every module that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room_of(module: str) -> str | None:
    """Give the room of a module of ours, None for the package itself and for foreign ones."""
    parts = module.split(".")
    rooms = set().union(*LEVELS.values())
    return parts[1] if parts[0] == "dragoman" and len(parts) > 1 and parts[1] in rooms else None


def rooms() -> list[str]:
    """Give every room that is there."""
    return sorted(p.stem for p in HOUSE.iterdir() if not p.name.startswith(("_", ".")) and p.name != "py.typed")


@pytest.mark.parametrize("room", rooms())
def test_a_room_imports_only_rooms_of_lower_levels(room: str) -> None:
    """The levels of the house hold for every import statement, wherever in a file it stands."""
    level = next(number for number, members in LEVELS.items() if room in members)
    allowed = LOWER_CEILING.get(room, MAY_IMPORT[level]) | NEIGHBOURS.get(room, set()) | {room}
    path = HOUSE / room
    files = path.rglob("*.py") if path.is_dir() else [path.with_suffix(".py")]
    for file in files:
        for module in imports(file):
            other = room_of(module)
            assert other is None or other in allowed, f"{file.relative_to(HOUSE)} imports {module}"


@pytest.mark.parametrize("foreign", ["numpy", "onnxruntime", "duckdb", "deltalake", "pyarrow", "trafilatura", "typer"])
def test_the_nouns_need_nothing_but_the_standard_library(foreign: str) -> None:
    """Level 0 is importable anywhere."""
    for room in ("model", "errors.py", "ids.py"):
        path = HOUSE / room
        for file in path.rglob("*.py") if path.is_dir() else [path]:
            assert not any(module.split(".")[0] == foreign for module in imports(file))
