"""The API of a small record made by hand."""

from pathlib import Path

import pytest
from tests.ask.sample_record import build

pytest.importorskip("fastapi", reason="the API needs dragoman[web]")
pytest.importorskip("httpx", reason="the API's tests need dragoman[test]")

from fastapi.testclient import TestClient

from dragoman import api

LOCAL = "http://localhost"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample record of the questions' tests."""
    return build(tmp_path_factory.mktemp("api") / "record")


@pytest.fixture(scope="session")
def client(folder: Path) -> TestClient:
    """A visitor from this machine, for questions."""
    return TestClient(api.app(folder, author="tester"), base_url=LOCAL)


@pytest.fixture
def writing(tmp_path: Path) -> TestClient:
    """A visitor of a record of its own, for corrections."""
    return TestClient(api.app(build(tmp_path / "record"), author="tester"), base_url=LOCAL)
