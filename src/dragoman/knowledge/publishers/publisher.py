"""One outlet or ministry that publishes news, and where and when it does."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place on earth whose sun begins and ends a day of rest.

    Args:
        latitude: degrees north.
        longitude: degrees east.
    """

    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """A rule of days on which a publisher is silent.

    Args:
        days: `sabbath` (Saturday by the sun), `holidays` (of `of`), or a weekday ("sunday").
        of: ISO 3166 alpha-2 code of the country whose public holidays are kept.
        only: the holidays that are kept, by their English names; empty for all.
        by_sun: whether a day begins at sunset before it and ends at nightfall, or else runs from midnight to midnight.
        begins: whose sunset begins it; of two desks the one that works longer.
        ends: whose nightfall ends it; of two desks the one that is back first.
    """

    days: str
    of: str | None = None
    only: tuple[str, ...] = ()
    by_sun: bool = False
    begins: Spot | None = None
    ends: Spot | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """One outlet or ministry.

    Args:
        name: how we write it.
        names: every form it is known by, `name` first.
        domains: its web domains, without "www.".
        country: ISO 3166 alpha-3 of its seat; None for a body of many states or of none.
        language: ISO 639-1 of what it writes in; None where it writes in several.
        zone: IANA name of the time zone of its clock.
        lines: patterns of furniture lines that only this publisher prints.
        rests: when it is silent.
        signs: short forms that credit it in the reports of others ("AP"); only a news agency has any.
    """

    name: str
    names: tuple[str, ...]
    domains: tuple[str, ...]
    country: str | None
    language: str | None = None
    zone: str
    lines: tuple[str, ...] = ()
    rests: tuple[Rest, ...] = ()
    signs: tuple[str, ...] = ()
