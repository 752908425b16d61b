"""The stage that takes the tagger's names and mends them by the tables."""

from dragoman.model import Document, Name
from dragoman.stages.names.agree import agreed
from dragoman.stages.names.built import built
from dragoman.stages.names.mend import joined, mended
from dragoman.stages.names.missed import missed
from dragoman.stages.names.speakers import speakers


class Names:
    """Gives the proper names of a report: those the tagger saw, mended, and those it missed."""

    name = "names"
    version = "2"
    needs: tuple[str, ...] = ()
    gives = "names"

    def __call__(self, document: Document) -> tuple[Name, ...]:
        """Find the proper names of a report.

        Args:
            document: with its analysis.

        Returns:
            Names in order, none overlapping; a demonym is none, a title is no part of one.
        """
        taken = [False] * len(document.tokens)
        kept = list(built(document))
        for name in kept:
            taken[name.first : name.last] = [True] * (name.last - name.first)
        for name in joined(document):
            better = mended(document, name)
            if better is not None and not any(taken[better.first : better.last]):
                taken[better.first : better.last] = [True] * (better.last - better.first)
                kept.append(better)
        kept.extend(speakers(document, taken))
        kept.extend(missed(document, kept, taken))
        return tuple(sorted(agreed(document, kept), key=lambda name: name.first))
