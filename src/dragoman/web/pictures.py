"""Charts for pages: the drawing as data, as a picture, and the program that draws it, served by ourselves."""

import hashlib
import os
import threading
from pathlib import Path
from typing import Any

from fastapi import APIRouter, Request, Response

from dragoman.api.envelope import Place, answered
from dragoman.api.shelf import Shelf
from dragoman.api.wishes import Filters, Wishes, Words
from dragoman.ask import Questions
from dragoman.ask.optional import need
from dragoman.charts import KINDS, draw
from dragoman.charts.save import rendered
from dragoman.web.rendering import checked

routes = APIRouter()
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
_LOCK = threading.Lock()


class Drawn(Filters, Wishes):
    """What a chart takes; which of it, its kind says."""

    a: Words | None = None
    b: Words | None = None
    per: Words | None = None
    by: Words | None = None
    unit: Words | None = None
    of: Words | None = None
    least: int | None = None
    states: bool | None = None

    def options(self, kind: str) -> dict[str, Any]:
        """Give what was set; of what pages carry along, only what the kind takes."""
        given = self.model_dump(exclude={"as_of"}, exclude_none=True)
        known = KINDS.get(kind)
        own = {name: value for name, value in given.items() if known is None or name in known.takes}
        filters = {name: value for name, value in given.items() if name in Filters.model_fields}
        if known is not None and known.filters is not None:
            filters = {name: value for name, value in filters.items() if name in known.filters}
        if kind == "dyad" and filters.get("status") == "all":
            filters["status"] = None
        return {**own, **filters}


@routes.get("/charts/{kind}.{form}")
def chart(request: Request, kind: str, form: str) -> Response:
    """A chart: as `json`, what the page draws; as `svg` or `png`, a picture."""
    asked = _asked(request)
    shelf: Shelf = request.app.state.shelf
    if form == "json":
        if asked.as_of:
            return answered(request, asked, lambda record, _: _pieces(_drawn(record, kind, asked)))
        name = (kind, *sorted(asked.options(kind).items()))
        return answered(
            request, asked, lambda *_: shelf.keep(name, lambda record: _pieces(_drawn(record, kind, asked)))
        )
    with shelf.asked(Place.of(asked).as_of) as record:
        drawn = _drawn(record, kind, asked)
    return Response(rendered(drawn, f".{form}"), media_type=_TYPES.get(form, "text/plain"))


@routes.get("/static/vega.js")
def program(request: Request) -> Response:
    """Vega, Vega-Lite and Vega-Embed as one file."""
    body = bundle()
    headers = {"Cache-Control": "private, max-age=86400"}
    return Response(body, media_type="text/javascript", headers=headers)


def bundle() -> bytes:
    """Give the program that draws charts, made once and kept in the user's cache."""
    with _LOCK:
        convert = need("vl_convert", extra="charts")
        name = hashlib.sha256(str(convert.__version__).encode()).hexdigest()[:12]
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "dragoman"
        file = root / f"vega-{name}.js"
        if file.exists():
            return file.read_bytes()
        body = str(convert.javascript_bundle("window.vegaEmbed = vegaEmbed;")).encode()
        try:
            root.mkdir(parents=True, exist_ok=True)
            unfinished = file.with_suffix(f".{os.getpid()}")
            unfinished.write_bytes(body)
            unfinished.replace(file)
        except OSError:
            return body  # a cache that cannot be written only costs time
        return body


def _asked(request: Request) -> Drawn:

    given = {name: value for name, value in request.query_params.items() if value.strip()}
    known = {field.alias or name for name, field in Drawn.model_fields.items()}
    return checked(Drawn, {name: value for name, value in given.items() if name in known})


def _drawn(record: Questions, kind: str, asked: Drawn) -> Any:
    return draw(record, kind, **asked.options(kind))


def _pieces(drawn: Any) -> dict[str, Any]:
    """Take a chart apart: its words go into the page, where they wrap, and its source stands below the page."""
    spec = drawn.to_dict(validate=False)  # the tests of charts do; it takes half of the time
    title = spec.pop("title", {})
    if len(spec.get("vconcat", ())) > 1:
        spec["vconcat"] = spec["vconcat"][:-1]
    words = title.get("subtitle", [])
    return {
        "spec": spec,
        "title": title.get("text", ""),
        "subtitle": " ".join([words] if isinstance(words, str) else words),
    }
