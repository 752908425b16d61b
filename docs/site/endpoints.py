"""The reference of the API, read off its own description (OpenAPI)."""

from collections.abc import Iterator, Mapping
from typing import Any

from docs.site.markdown import code, page, plain, table

LEAD = """
Every address of the API that `dragoman serve` opens; `/api/openapi.json` holds the same for programs. Lists come as
`{"items": [...], "total", "next", "asked", "record"}`, single things as `{"item": {...}, "record"}`, errors as
`{"error": {"status", "kind", "message", "near"}}`. Lists take `limit` and `cursor`, every question takes `as_of`.
"""
_HEADINGS = {"lists": "Lists", "dossiers": "Single things", "corrections": "Corrections"}


def described() -> dict[str, Any]:
    """Give the API's description of itself; no record is opened for it."""
    from fastapi import FastAPI

    from dragoman.api import asking, correcting

    app = FastAPI()
    for module in (asking, correcting):
        app.include_router(module.routes)
    return app.openapi()


def operations() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Give verb, address and description of everything that can be asked or done."""
    for path, verbs in described()["paths"].items():
        for verb, operation in verbs.items():
            yield verb.upper(), path, operation


def written() -> str:
    """Write the page."""
    known = described()
    sections = [LEAD]
    for tag, heading in _HEADINGS.items():
        sections.append(f"## {heading}")
        for verb, path, operation in operations():
            if tag in operation["tags"]:
                sections += _operation(verb, path, operation, known)
    sections += ["## Errors", table(("status", "says"), _errors(known))]
    return page("HTTP API", *sections)


def _operation(verb: str, path: str, operation: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[str]:
    yield f"### {verb} {path.replace('{', '').replace('}', '')}"
    yield plain(operation["description"])
    yield table(("parameter", "is", "default"), (_parameter(one) for one in operation.get("parameters", ())))
    body = operation.get("requestBody")
    if body:
        name = body["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
        yield table(("in the JSON body", "is", "default"), _fields(known["components"]["schemas"][name]))


def _parameter(one: Mapping[str, Any]) -> tuple[str, str, str]:
    schema = one["schema"]
    says = one.get("description") or schema.get("description") or ""
    if one["in"] == "path":
        says = says or f"part of the address: the {one['name']}"
    return code(one["name"]), f"{plain(says)}{' Needed.' if one['required'] else ''}", _default(schema)


def _fields(schema: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, field in schema["properties"].items():
        needed = " Needed." if name in schema.get("required", ()) else ""
        yield code(name), f"{plain(field.get('description', ''))}{needed}", _default(field)


def _default(schema: Mapping[str, Any]) -> str:
    value = schema.get("default")
    return "" if value in (None, False, "") else code(str(value))


def _errors(known: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    responses = known["paths"]["/api/events"]["get"]["responses"]
    for status, response in sorted(responses.items()):
        if status != "200":
            yield status, plain(response["description"])
