"""Quoted and reported words, and who spoke them."""

from dragoman.stages.quotes.stage import Quotes

__all__ = ["Quotes"]
