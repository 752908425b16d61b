"""Tasks that kill the process that runs them; in a module of their own, so that any process can import them."""

import os
from pathlib import Path


def dies_on_seven(number: int) -> int:
    """Square a number, but for one."""
    if number == 7:
        os._exit(9)
    return number * number


def dies_once(file: str) -> str:
    """Die the first time."""
    path = Path(file)
    if not path.exists():
        path.touch()
        os._exit(9)
    return path.name
