"""The public surface is a list that is read in a minute."""

import subprocess
import sys

import dragoman


def test_every_public_name_is_there_and_documented() -> None:
    """What is promised can be fetched, and says what it is."""
    for name in dragoman.__all__:
        value = getattr(dragoman, name)
        assert name == "__version__" or value.__doc__


def test_the_surface_stays_small_and_sorted() -> None:
    """About 25 names, in order."""
    public = [name for name in dragoman.__all__ if not name.startswith("_")]
    assert len(public) <= 28
    assert public == sorted(public)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    """Fetching late does not hide a slip of the pen."""
    assert not hasattr(dragoman, "no_such_name")


def test_importing_the_package_loads_nothing_heavy() -> None:
    """The package is imported by tools that may never code a report."""
    program = "import dragoman, sys; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    heavy = {"numpy", "onnxruntime", "tokenizers", "duckdb", "deltalake", "pyarrow", "trafilatura", "typer", "rich"}
    assert heavy.isdisjoint(loaded)
