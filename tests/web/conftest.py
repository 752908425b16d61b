"""The pages of two small records: one of the questions' tests, one whose reports mean harm."""

from pathlib import Path

import pytest
from tests.ask.sample_record import build

pytest.importorskip("fastapi", reason="the pages need dragoman[web]")
pytest.importorskip("jinja2", reason="the pages need dragoman[web]")
pytest.importorskip("httpx", reason="the pages' tests need dragoman[test]")

from fastapi.testclient import TestClient

from dragoman import web

LOCAL = "http://localhost"


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample record of the questions' tests."""
    return build(tmp_path_factory.mktemp("web") / "record")


@pytest.fixture(scope="session")
def client(folder: Path) -> TestClient:
    """A visitor from this machine."""
    return TestClient(web.app(folder, author="tester"), base_url=LOCAL)
