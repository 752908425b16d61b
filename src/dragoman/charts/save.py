"""Writing a chart to a file, as PNG, SVG or HTML, without any network."""

from pathlib import Path
from typing import Any

from dragoman.ask.optional import need
from dragoman.errors import UsageError

SUFFIXES = (".png", ".svg", ".html")


def save(chart: Any, target: Path | str, *, scale: float = 2.0) -> None:
    """Write a chart.

    Args:
        chart: an Altair chart.
        target: the file; its ending says the format.
        scale: pixels of a PNG for each unit of the chart.

    Raises:
        UsageError: an ending that is none of SUFFIXES, or vl-convert is not installed.
    """
    path = Path(target)
    path.write_bytes(rendered(chart, path.suffix, scale=scale))


def rendered(chart: Any, suffix: str, *, scale: float = 2.0) -> bytes:
    """Give a chart as the bytes of a file; an HTML page holds all that it needs.

    Args:
        chart: an Altair chart.
        suffix: one of SUFFIXES.
        scale: pixels of a PNG for each unit of the chart.

    Raises:
        UsageError: an ending that is none of SUFFIXES, or vl-convert is not installed.
    """
    form = suffix.lower()
    if form not in SUFFIXES:
        raise UsageError(f"a chart is written as {', '.join(SUFFIXES)}, not as {suffix or 'a file without ending'!r}")
    convert = need("vl_convert", extra="charts")
    spec = chart.to_json()
    if form == ".png":
        return bytes(convert.vegalite_to_png(spec, scale=scale))
    if form == ".svg":
        return str(convert.vegalite_to_svg(spec)).encode()
    return str(convert.vegalite_to_html(spec, bundle=True)).encode()
