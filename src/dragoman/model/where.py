"""A place that a text names."""

from dataclasses import dataclass

from dragoman.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place name, resolved.

    Args:
        span: the words.
        first: document index of its first word.
        last: document index after its last word.
        name: the gazetteer's name, else the words themselves.
        country: ISO 3166 alpha-3, None where unsure or where it belongs to none.
        lat: latitude in degrees, None where unsure.
        lon: longitude in degrees, None where unsure.
        precision: `point`, `city`, `province`, `country`, `region` or `unknown`.
        reason: why this place and not a namesake.
    """

    span: Span
    first: int
    last: int
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: str
    reason: str = ""
