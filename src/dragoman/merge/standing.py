"""Who stands for whom among all whom the reports of one event name."""

from collections.abc import Mapping, Sequence

from dragoman.merge.participants import spelt_alike
from dragoman.merge.told import Told
from dragoman.model import Actor


def standing(told: Sequence[Told]) -> Mapping[str, frozenset[str]]:
    """Give for each actor those who say the same of who took part: a state's own officials, and who he is elsewhere.

    Args:
        told: the mentions of one event.

    Returns:
        Ids by id; actors for whom nobody stands are left out.
    """
    cast = {key: one.actors[key] for one in told for key in one.participants if key in one.actors}
    found = {
        key: frozenset(other for other, his in cast.items() if other != key and _stands(his, actor))
        for key, actor in cast.items()
    }
    return {key: others for key, others in found.items() if others}


def namesake(one: Actor, other: Actor) -> bool:
    """Tell whether an actor whom no table knows bears the name of another, spelt in another way."""
    return not one.known and one.id != other.id and one.kind == other.kind and spelt_alike(one.name, other.name)


def _stands(one: Actor, other: Actor) -> bool:
    if other.kind == "country":
        return one.kind != "country" and one.country is not None and one.country == other.country
    return namesake(other, one)
