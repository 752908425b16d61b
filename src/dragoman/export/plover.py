"""PLOVER interchange records: one JSON object a line for each event."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dragoman.export.selection import Selection
from dragoman.version import __version__

_RESOLUTION = {"point": 5, "city": 4, "province": 2, "country": 1}
"""How fine a place is, 5 below the city to 1 a country (PLOVER manual 2.0, event location)."""


def plover(selection: Selection, target: Path) -> int:
    """Write PLOVER records; keys without a value are left out.

    Source: PLOVER manual 2.0, data interchange format. PLOVER writes JRN for journalists, dragoman MED.
    """
    done = 0
    with target.open("w", encoding="utf-8") as out:
        for row in selection.rows(selection.sql("plover")):
            out.write(json.dumps(_record(row, selection.text), ensure_ascii=False) + "\n")
            done += 1
    return done


def _record(row: Mapping[str, Any], text: bool) -> dict[str, Any]:
    parties = row["parties"] or []
    record = {
        "id": row["id"],
        "date": row["since"] or row["day"],
        "actor": [_entity(one) for one in parties if one["side"] == "actor"],
        "event": [row["type"]],
        "enddate": row["until"] if row["until"] != row["since"] else None,
        "recipient": [_entity(one) for one in parties if one["side"] == "recipient"],
        "event_loc": _known(_location(row)),
        "event_text": [row["sentence"]] if text and row["sentence"] else None,
        "quad_code": row["plover_quad"],
        "event_scale": row["score"],
        "mode": [row["plover_mode"] or row["mode"]] if row["mode"] else None,
        "context": row["contexts"],
        "link": row["url"],
        "cite_info": _known(_cited(row, text)),
        "coder": f"dragoman {__version__}",
        "comment": f"status {row['status']}, confidence {row['confidence']:.2f}",
    }
    return {key: value for key, value in record.items() if key in {"actor", "date"} or value not in (None, [], {})}


def _entity(one: Mapping[str, Any]) -> dict[str, Any]:
    sector = {"MED": "JRN"}.get(one["sector"], one["sector"])
    return _known(
        {
            "code": one["country"] or sector,
            "sector": sector,
            "entity_text": one["name"],
            "identifier_id": one["wikidata"],
            "identifier_text": one["key"],
            "office": one["role"],
        }
    )


def _location(row: Mapping[str, Any]) -> dict[str, Any]:
    precision = row["precision"]
    return {
        "extracted_place": row["raw_place"],
        "resolved_place": row["place"],
        "lat": row["lat"],
        "lon": row["lon"],
        "city": row["place"] if precision in {"city", "point"} else None,
        "province": row["place"] if precision == "province" else None,
        "country": row["land"],
        "country_code": row["country"],
        "resolution": _RESOLUTION.get(precision) if row["place"] else None,
    }


def _cited(row: Mapping[str, Any], text: bool) -> dict[str, Any]:
    return {
        "citation": row["label"],
        "url": row["url"],
        "title": row["title"] if text else None,
        "language": row["language"],
        "publication": row["publisher"],
        "coder": "dragoman",
        "codebook": "PLOVER",
        "version": __version__,
    }


def _known(values: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value is not None}
