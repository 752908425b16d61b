"""How the user wants a source to be read."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """The wishes that come with a source.

    Args:
        kind: the name of a format; None finds it by content and name. What is plainly a container (zip, tar, mail,
            WARC, an office document) is opened all the same, and what is inside is read as `kind`.
        fields: our name and theirs of each field of a table or record that is called otherwise ("text", "body"); a
            point leads into an object ("text", "article.body").
        publishers: the user's own tables of publishers, the later outranking the earlier and all outranking ours.
        today: no report is of a later day; None takes the calendar's.
        private: whether addresses of the user's own network may be asked.
    """

    kind: str | None = None
    fields: tuple[tuple[str, str], ...] = ()
    publishers: tuple[str, ...] = ()
    today: date | None = None
    private: bool = False

    @property
    def latest(self) -> date:
        """The last day that a report can be of, but for the zones of the earth."""
        return self.today or date.today()
