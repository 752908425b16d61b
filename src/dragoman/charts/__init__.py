"""Pictures of a record: the same function draws for the web, a notebook and a file.

`draw(record, kind, ...)` gives an Altair chart, `save(chart, path)` writes it as PNG, SVG or HTML without any network.
"""

from dragoman.charts.draw import KINDS, draw
from dragoman.charts.save import save

__all__ = ["KINDS", "draw", "save"]
