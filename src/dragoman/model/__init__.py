"""The nouns of dragoman: frozen, slotted, keyword-only dataclasses on the standard library alone."""

from dragoman.model.actor import Actor, ActorMention
from dragoman.model.analysis import Analysis, Name, Sentence, Sighting, Token
from dragoman.model.article import Article, OffsetMap, Part, Stamp
from dragoman.model.copy import Copy
from dragoman.model.correction import Correction, in_force
from dragoman.model.document import Document, Layer
from dragoman.model.event import Event, Field
from dragoman.model.link import Comparison, Link
from dragoman.model.mention import Argument, EventDate, EventMention
from dragoman.model.position import Position
from dragoman.model.problem import Problem
from dragoman.model.quote import Quote
from dragoman.model.relation import Relation
from dragoman.model.span import Span
from dragoman.model.stage import Stage
from dragoman.model.when import When
from dragoman.model.where import Where

__all__ = [
    "Actor",
    "ActorMention",
    "Analysis",
    "Argument",
    "Article",
    "Comparison",
    "Copy",
    "Correction",
    "Document",
    "Event",
    "EventDate",
    "EventMention",
    "Field",
    "Layer",
    "Link",
    "Name",
    "OffsetMap",
    "Part",
    "Position",
    "Problem",
    "Quote",
    "Relation",
    "Sentence",
    "Sighting",
    "Span",
    "Stage",
    "Stamp",
    "Token",
    "When",
    "Where",
    "in_force",
]
