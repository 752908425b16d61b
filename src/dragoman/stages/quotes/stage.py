"""The stage that finds quoted and reported words with their speakers."""

from dragoman.model import Document, Quote
from dragoman.stages.actors.linker import linker_of
from dragoman.stages.actors.phrases import tree_of
from dragoman.stages.quotes.cueing import CueFinder
from dragoman.stages.quotes.direct import direct, quoted_within
from dragoman.stages.quotes.indirect import indirect
from dragoman.stages.quotes.spoken import turn_quotes
from dragoman.text.marks import stretches


class Quotes:
    """Finds direct quotations, turns of transcripts, and reported clauses, with speaker, addressee, cue and force."""

    name = "quotes"
    version = "2"
    needs = ("names", "actors")
    gives = "quotes"

    def __call__(self, document: Document) -> tuple[Quote, ...]:
        """Find all quotes of a report, in order.

        Args:
            document: with the layers `names` and `actors`.

        Returns:
            Direct and indirect quotes and turns, by where they begin.
        """
        if not document.tokens:
            return ()
        tree = tree_of(document)
        found = stretches(document.text)
        finder = CueFinder(document, tree, found)
        linker = linker_of(document)
        spoken = direct(document, found, finder, linker)
        quotes = [
            *spoken,
            *quoted_within(document, found, spoken, tree, linker),
            *indirect(document, finder, linker),
            *turn_quotes(document, linker),
        ]
        once = {(quote.span.start, quote.span.end): quote for quote in reversed(quotes)}
        return tuple(once[place] for place in sorted(once))
