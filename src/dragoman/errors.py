"""The exceptions that dragoman raises, in one tree."""


class DragomanError(Exception):
    """The root: whoever catches it catches everything that dragoman raises on purpose."""


class UsageError(DragomanError):
    """The question itself is wrong: an unknown name, an impossible date, a filter that does not exist."""


class UnknownNameError(UsageError):
    """A name means nobody, or several.

    Args:
        message: what is wrong, in words.
        near: the names that come near, or those that it may mean.
    """

    def __init__(self, message: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.near = near


class SourceError(DragomanError):
    """A file, feed or stream could not be read at all."""


class FrameError(DragomanError):
    """A frame file breaks the schema, or one of its examples fails."""


class KnowledgeError(DragomanError):
    """A packaged or imported table is missing, damaged, or breaks its documented columns."""


class PipelineError(DragomanError):
    """Stages do not fit together, or one of them broke its contract."""


class RecordError(DragomanError):
    """The record could not be opened, written or asked."""


class StaleError(RecordError):
    """Another process changed the record between looking and writing; the same again will do."""


class BusyError(DragomanError):
    """Too many ask at once; the same again in a moment will do."""


class ClusterError(DragomanError):
    """The machines that were to share the work did not: no scheduler, no worker, or another dragoman on them."""
