"""The reference of settings and environment variables, read off the code."""

from typing import Any

from docs.site import names, verbs
from docs.site.markdown import code, page, plain, table

LEAD = """
How reports are coded is set in one place, `dragoman.Settings`; what was set is kept with every version of a record.
"""
_MANY = 7
"""Verbs from which on they are not named one by one."""
ELSEWHERE = {
    "AWS_ENDPOINT_URL": "address of the object storage that a record in `s3://bucket/prefix` lies in, if not Amazon's",
    "DRAGOMAN_ACTORS": "folder of your own actors' tables; set to nothing, it leaves them out (`dragoman actors`)",
    "XDG_DATA_HOME": "where your own actors are kept, in `dragoman/actors`, if `DRAGOMAN_ACTORS` does not say",
    "XDG_CACHE_HOME": "where the program that draws charts in pages is kept",
}
"""Variables that no option of a verb reads."""


def settings() -> list[tuple[str, str, str]]:
    """Give name, meaning and default of every setting."""
    found: Any = names.found("dragoman.Settings")
    (fields,) = (part.value for part in found.docstring.parsed if part.kind.value == "parameters")
    return [(one.name, one.description, str(found.members[one.name].value)) for one in fields]


def variables() -> dict[str, str]:
    """Give every environment variable with what it sets."""
    read: dict[str, dict[str, list[str]]] = {}
    for verb in verbs.verbs():
        for one in verb.wishes:
            if one.envvar:
                read.setdefault(one.envvar, {}).setdefault(one.says, []).append(verb.name)
    return {**{name: " ".join(map(_read_by, uses, uses.values())) for name, uses in read.items()}, **ELSEWHERE}


def _read_by(says: str, users: list[str]) -> str:
    return f"{says} Read by `{'`, `'.join(users)}`." if len(users) < _MANY else says


def written() -> str:
    """Write the page."""
    set_ = ((code(name), plain(says), code(default)) for name, says, default in settings())
    known = ((code(name), plain(says)) for name, says in sorted(variables().items()))
    return page(
        "Settings",
        LEAD,
        table(("setting", "is", "default"), set_),
        "## Environment variables",
        table(("variable", "is"), known),
    )
