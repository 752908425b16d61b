"""Builds src/dragoman/charts/world.json: the outline of the world's states, for maps that need no network.

    npm pack world-atlas && tar xzf world-atlas-*.tgz
    python tools/world_outline.py package/countries-110m.json

The outline is Natural Earth's, 1:110 million (public domain), as TopoJSON from the npm package world-atlas (ISC
licence). What is kept: the shapes alone, so that a map says nothing of whose they are.
"""

import json
import sys
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src" / "dragoman" / "charts" / "world.json"


def main(source: Path) -> None:
    """Write the outline."""
    atlas = json.loads(source.read_text(encoding="utf-8"))
    shapes = [
        {"type": one["type"], "arcs": one["arcs"]}
        for one in atlas["objects"]["countries"]["geometries"]
        if "arcs" in one
    ]
    kept = {
        "type": "Topology",
        "objects": {"countries": {"type": "GeometryCollection", "geometries": shapes}},
        "arcs": atlas["arcs"],
        "bbox": atlas["bbox"],
        "transform": atlas["transform"],
    }
    TARGET.write_text(json.dumps(kept, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
