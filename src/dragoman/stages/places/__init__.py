"""Places: the names of where, and the points of the map they stand for."""

from dragoman.stages.places.stage import Places, Toponyms, dateline_place, is_place

__all__ = ["Places", "Toponyms", "dateline_place", "is_place"]
