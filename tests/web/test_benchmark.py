"""The benchmark of what is served runs as it is documented."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("uvicorn", reason="serving needs dragoman[web]")
pytest.importorskip("httpx", reason="the benchmark is a visitor")

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "serving.py"


def test_the_benchmark_serves_a_synthetic_record_and_prints_its_times(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(SCRIPT), str(tmp_path), "--events", "2000", "--runs", "1", "--only", "dyad"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert "### 2,000 events" in done.stdout
    assert re.search(r"^\| dyad, months \| \d+ \| \d+ \| \d+ \| \d+ \|$", done.stdout, re.M)
    assert "While two queries ran" in done.stdout
