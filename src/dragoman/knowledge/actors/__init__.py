"""The common nouns and small words by which a report speaks of political actors, from packaged tables."""

from dragoman.knowledge.actors.nouns import Noun, Nouns, nouns
from dragoman.knowledge.actors.peoples import People, peoples
from dragoman.knowledge.actors.seats import seats
from dragoman.knowledge.actors.weights import home_weights, listing_weights, other_weights, pronoun_weights
from dragoman.knowledge.actors.wording import wordings
from dragoman.knowledge.actors.words import generic, words

__all__ = [
    "Noun",
    "Nouns",
    "People",
    "generic",
    "home_weights",
    "listing_weights",
    "nouns",
    "other_weights",
    "peoples",
    "pronoun_weights",
    "seats",
    "wordings",
    "words",
]
