"""Gives whom a statement names by surname alone the full name that stands under it."""

from dragoman.knowledge.fold import fold
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.identity import take
from dragoman.stages.actors.persons.named import Person
from dragoman.stages.actors.pointing.voices import speaks_for
from dragoman.stages.actors.reading import Reading

LONGEST = 4
"""Words that the name of a signer may have."""


def signed(reading: Reading, person: Person, referent: Referent) -> None:
    """Name a person as the byline does, where a state publishes the report: he signs it, or it is his briefing.

    The byline of a newspaper names a journalist, whose surname may be that of somebody in the news.

    Args:
        reading: the report being read.
        person: of whom the report gives one word as name; others are left as they are.
        referent: the person's referent, named anew where the byline has the surname.
    """
    article = reading.document.article
    if not article.byline or any(len(named.words) != 1 for named in person.named):
        return
    full = " ".join(article.byline.partition(",")[0].split())
    parts = full.split()
    if not 1 < len(parts) <= LONGEST or fold(parts[-1]) != fold(person.longest.form):
        return
    if speaks_for(article.publisher) is None:
        return
    found = reading.identity.ask(full)
    if found.actor and found.kind == "person":
        take(referent, found)
    else:
        referent.name = full
