"""The API does what its description says, whatever a program sends it."""

from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("schemathesis", reason="the API's contract tests need dragoman[test]")

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from tests.ask.sample_record import build

from dragoman import api

CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The API of a record of its own, which what is sent may change."""
    folder: Path = build(tmp_path_factory.mktemp("schema") / "record")
    return schemathesis.openapi.from_asgi(
        "/api/openapi.json", api.app(folder, author="tester"), headers={"Host": "localhost"}
    )


def test_every_answer_is_as_described(described: Any) -> None:
    """No server error, no status, type or shape that is not written down."""
    operations = [found.ok() for found in described.get_all_operations()]
    assert len(operations) > 20
    for operation in operations:
        _sent(operation)


def _sent(operation: Any) -> None:
    @given(case=operation.as_strategy())
    @settings(
        max_examples=6,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def send(case: Any) -> None:
        case.call_and_validate(checks=CHECKS, headers={"Host": "localhost"})

    send()
