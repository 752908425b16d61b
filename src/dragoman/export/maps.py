"""Events on the map: GeoJSON, KML."""

import json
from pathlib import Path
from typing import Any

from dragoman.ask.optional import need
from dragoman.export.selection import Selection
from dragoman.export.telling import Told, told


def geojson(selection: Selection, target: Path) -> int:
    """Write events with coordinates as GeoJSON (RFC 7946): a point each, longitude first.

    Events without coordinates are left out.
    """
    features = [_feature(one) for one in told(selection) if one.lat is not None]
    content = {"type": "FeatureCollection", "features": features}
    target.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(features)


def _feature(one: Told) -> dict[str, Any]:
    properties = {
        "date": one.date,
        "type": one.type,
        "mode": one.mode,
        "actors": list(one.actors),
        "recipients": list(one.recipients),
        "place": one.place,
        "country": one.country,
        "status": one.status,
        "reports": one.reports,
        "confidence": one.confidence,
        "title": one.headline,
        "sentence": one.sentence,
        "url": one.url,
    }
    point = {"type": "Point", "coordinates": [one.lon, one.lat]}
    return {"type": "Feature", "id": one.id, "geometry": point, "properties": properties}


def kml(selection: Selection, target: Path) -> int:
    """Write events with coordinates as KML, each with its days, so that Google Earth's time slider works."""
    simplekml = need("simplekml", extra="export")
    simplekml.Kml.resetidcounter()
    document = simplekml.Kml(name="Events")
    done = 0
    for one in told(selection):
        if one.lat is None:
            continue
        point = document.newpoint(name=one.headline, coords=[(one.lon, one.lat)], description=one.described)
        if one.since:
            point.timespan.begin, point.timespan.end = one.since, one.until
        done += 1
    target.write_text(document.kml(), encoding="utf-8")
    return done
