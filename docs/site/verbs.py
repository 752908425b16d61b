"""The reference of the command line, read off the verbs themselves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from inspect import cleandoc, signature
from types import NoneType
from typing import Any, get_args, get_type_hints

import typer
from typer.models import ArgumentInfo

from docs.site.markdown import code, page, plain, table
from dragoman.cli.app import app
from dragoman.cli.filters import OPTIONS

LEAD = """
Every verb of `dragoman`, with its arguments and options. `dragoman VERB --help` prints the same. Where a verb takes
*the filters*, it takes all of those listed [at the end](#filters); an event must pass all that are given.
"""
_NO_DEFAULT: tuple[Any, ...] = (None, ..., False, "", [], ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """An argument or an option of a verb.

    Args:
        name: of the parameter.
        written: as it is typed: `--since TEXT`, `EVENT`.
        says: what it is.
        default: its default in words, empty where there is none.
        envvar: the environment variable that is read where it is not given.
        argument: whether it stands without a name.
    """

    name: str
    written: str
    says: str
    default: str
    envvar: str | None
    argument: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb.

    Args:
        name: as it is typed; of a verb within a group, both words.
        says: what it does.
        wishes: its arguments and options.
    """

    name: str
    says: str
    wishes: tuple[Wish, ...]

    @property
    def filtered(self) -> bool:
        """Whether it takes all filters."""
        return set(OPTIONS) <= {one.name for one in self.wishes}


def verbs() -> list[Verb]:
    """Give every verb, by name."""
    return sorted(_of(app), key=lambda verb: verb.name)


def _of(group: typer.Typer, before: str = "") -> Iterator[Verb]:
    for command in group.registered_commands:
        call: Any = command.callback
        hints = get_type_hints(call)
        wishes = (_wish(name, hints[name], one.default) for name, one in signature(call).parameters.items())
        name = f"{before}{command.name or call.__name__}"
        yield Verb(name=name, says=cleandoc(call.__doc__ or ""), wishes=tuple(wishes))
    for inner in group.registered_groups:
        if inner.typer_instance is not None:
            yield from _of(inner.typer_instance, f"{before}{inner.name or inner.typer_instance.info.name} ")


def _wish(name: str, kind: Any, info: Any) -> Wish:
    argument = isinstance(info, ArgumentInfo)
    default = "" if info.default in _NO_DEFAULT else str(getattr(info.default, "value", info.default))
    optional = info.default is not ...
    return Wish(
        name=name,
        written=_argument(name, info, optional) if argument else _option(name, kind, info),
        says=info.help or "",
        default=default,
        envvar=str(info.envvar) if info.envvar else None,
        argument=argument,
    )


def _argument(name: str, info: Any, optional: bool) -> str:
    shown = str(info.metavar or name.upper())
    return f"[{shown}]" if optional and not shown.startswith("[") else shown


def _option(name: str, kind: Any, info: Any) -> str:
    value = _value(kind, info)
    decls = info.param_decls or (f"--{name.replace('_', '-')}",)
    return ", ".join(f"{one} {value}".strip() if one.startswith("--") else one for one in reversed(decls))


def _value(kind: Any, info: Any) -> str:
    kinds = [one for one in get_args(kind) or (kind,) if one is not NoneType]
    if info.metavar:
        return str(info.metavar)
    if bool in kinds:
        return ""
    (one, *_) = kinds
    if isinstance(one, type) and issubclass(one, Enum):
        return "|".join(str(choice.value) for choice in one)
    return {"str": "TEXT", "int": "NUMBER", "float": "NUMBER", "Path": "PATH"}.get(
        str(one.__name__), str(one.__name__).upper()
    )


def written() -> str:
    """Write the page."""
    known = verbs()
    shared = [one for verb in known if verb.name == "events" for one in verb.wishes if one.name in OPTIONS]
    return page("Command line", LEAD, *(part for verb in known for part in _verb(verb)), "## Filters", _options(shared))


def _verb(verb: Verb) -> Iterator[str]:
    arguments = [one for one in verb.wishes if one.argument]
    own = [one for one in verb.wishes if not one.argument and not (verb.filtered and one.name in OPTIONS)]
    yield f"## {verb.name}"
    yield plain(verb.says)
    words = (verb.name, *(one.written for one in arguments), *(["[OPTIONS]"] if own else []))
    yield f"```\ndragoman {' '.join(words)}\n```"
    yield table(("argument", "is"), ((code(one.written), plain(one.says)) for one in arguments))
    yield _options(own)
    if verb.filtered:
        yield "Beside these, [the filters](#filters)."


def _options(wishes: Iterable[Wish]) -> str:
    return table(("option", "does", "default"), ((code(w.written), plain(w.says), _default(w)) for w in wishes))


def _default(wish: Wish) -> str:
    return ", else ".join(filter(None, (code(f"${wish.envvar}") if wish.envvar else "", code(wish.default))))
