"""A small record with places, pairs and statuses, and the columns that the formats demand."""

from pathlib import Path

import pytest
from tests.ask.sample_record import build

from dragoman import ask


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> ask.Questions:
    """The sample record of the questions' tests, with coordinates for its one place."""
    folder = build(tmp_path_factory.mktemp("exports") / "record")
    opened = ask.open(folder)
    located = "select * replace (59.91 as lat, 10.75 as lon) from events where place = 'Oslo'"
    opened.reader.connection().execute(
        f"create or replace table located as {located} union all by name select * from events where place is null"
    )
    opened.reader.connection().execute("drop view events")
    opened.reader.connection().execute("create view events as select * from located")
    return opened


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """A folder for exports."""
    return tmp_path
