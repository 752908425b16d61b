"""Frames: tables of the words that tell events, one file a PLOVER type, with a loader that checks them."""

from dragoman.knowledge.frames.frame import EventType, Frame, Predicate, Roles
from dragoman.knowledge.frames.table import Frames, frames, load

__all__ = ["EventType", "Frame", "Frames", "Predicate", "Roles", "frames", "load"]
