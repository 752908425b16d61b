"""Imports a user's own actors and makes the running program use them."""

from pathlib import Path

from dragoman.knowledge.offices import offices
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.own import ENVIRONMENT, folder
from dragoman.knowledge.own.bring import Imported, bring
from dragoman.knowledge.persons import persons
from dragoman.knowledge.resolve import forget

__all__ = ["ENVIRONMENT", "Imported", "folder", "import_actors"]


def import_actors(path: Path, to: Path | None = None) -> Imported:
    """Import a file of actors, offices and aliases; they outrank the packaged ones from now on.

    Args:
        path: CSV or FollowTheMoney JSON lines, as docs/actors.md says.
        to: folder that keeps them; None for the one in use. Another one comes into use by the environment variable
            DRAGOMAN_ACTORS.

    Raises:
        KnowledgeError: the file breaks a rule, with file, line and column; nothing is imported then.
    """
    done = bring(path, to)
    for table in (persons, offices, organisations):
        table.cache_clear()
    forget()
    return done
