"""Libraries that only some questions and exports need, fetched with a word on how to install them."""

from importlib import import_module
from typing import Any

from dragoman.errors import UsageError


def need(module: str, *, extra: str) -> Any:
    """Import a library that an extra brings.

    Args:
        module: its name.
        extra: the extra of dragoman that installs it.

    Returns:
        The module.

    Raises:
        UsageError: it is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise UsageError(f"this needs {module}, which is not installed; pip install 'dragoman[{extra}]'") from error
