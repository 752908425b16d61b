"""Guesses the state of actors whose words name none, from the states and places named beside them."""

from collections.abc import Callable, Mapping, Sequence

from dragoman.knowledge.actors import home_weights, words
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.nouns.nobody import STATES
from dragoman.stages.actors.pointing.pronouns import weigh
from dragoman.stages.actors.reading import Reading
from dragoman.stages.actors.states.belonging import of_state
from dragoman.stages.actors.states.homes import NOWHERE, Homes
from dragoman.stages.actors.states.seated import seat_before

Scout = Callable[[Referent, Sequence[tuple[str, Mapping[str, float]]]], None]
"""Is told of each guess: the actor, the states that it may belong to, and what speaks for each."""

TOLD = 2
"""How many signs a reason names."""


def locate(reading: Reading, scout: Scout | None = None) -> None:
    """Give every actor that no table knows and whose words name no state the likeliest one; the reason says so.

    Args:
        reading: a report that has been read.
        scout: is told of each guess, so that weights can be fitted.
    """
    homes, weights = Homes(reading), home_weights()
    for referent in reading.cast.members:
        settled = referent.country is not None or referent.key is not None or referent.kind == "country"
        if settled or not referent.mentions or _is_of_many(referent):
            continue
        said = of_state(reading, referent) if referent.kind == "person" else None
        if said is not None:
            # who is spoken of as a state's, with no more said, is there on its behalf
            referent.country = said
            referent.sector = "GOV" if referent.sector == "UNK" else referent.sector
            continue
        seat = _seat(reading, referent)
        if seat is not None:
            _give(referent, seat, "acts in the capital")
            continue
        own = homes.own(referent)
        if own is not None:
            _give(referent, own, "the state that publishes the report")
            continue
        choices = list(homes.choices(referent))
        if scout is not None:
            scout(referent, choices)
        iso3, signs = max(choices, key=lambda choice: (weigh(weights, choice[1]), choice[0] == NOWHERE))
        if iso3 != NOWHERE:
            _give(referent, iso3, _why(signs))


def _seat(reading: Reading, referent: Referent) -> str | None:
    """Give the state in whose capital an office speaks: "In Suva the prime minister, Jan Novak, said"."""
    if referent.sector != "GOV" or referent.kind not in ("person", "group", "government_body"):
        return None
    seats = (seat_before(reading, m.head) for m in referent.mentions if m.form in ("titled", "title", "nominal"))
    return next(filter(None, seats), None)


def _is_of_many(referent: Referent) -> bool:
    """Tell whether somebody is of several states or of none: a coalition, the world's community, a UN envoy."""
    return (
        referent.stateless
        or referent.label in STATES
        or referent.label in words("no state")
        or referent.sector == "IGO"
    )


def _give(referent: Referent, iso3: str, why: str) -> None:
    referent.country, referent.guessed = iso3, True
    referent.reason = f"{referent.reason}; state guessed: {why}"


def _why(own: Mapping[str, float]) -> str:
    """Name the signs that speak most for a state."""
    weights = home_weights()
    told = sorted(own, key=lambda sign: (-weights.get(sign, 0.0) * own[sign], sign))
    return ", ".join(dict.fromkeys(sign.partition(",")[0] for sign in told[:TOLD]))
