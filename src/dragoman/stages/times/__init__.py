"""Times: the words that say when, and the days they stand for."""

from dragoman.stages.times.stage import Times, read_times
from dragoman.stages.times.stamp import stamp

__all__ = ["Times", "read_times", "stamp"]
