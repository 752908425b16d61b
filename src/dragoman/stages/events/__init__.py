"""What happened in a report: who did what to whom, when and where, one act once."""

from dragoman.stages.events.stage import Events

__all__ = ["Events"]
