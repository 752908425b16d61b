"""Reads titles that a hyphen cuts in two words: "the secretary-general", "the Attorney-General"."""

from dragoman.knowledge.actors import words
from dragoman.knowledge.titles import titles as table
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.persons import titles
from dragoman.stages.actors.persons.offices import holder
from dragoman.stages.actors.persons.titles import Titled
from dragoman.stages.actors.reading import Reading

HYPHENS = frozenset("-\u2010\u2011")


def read_hyphened(reading: Reading, i: int) -> bool:
    """Read a word with a hyphen and another one behind it as one title, and note the mention.

    Args:
        reading: the report being read.
        i: index of the first of the two words.

    Returns:
        Whether the two are a title; the second is then not read again.
    """
    tokens = reading.tokens
    if i + 2 >= len(tokens) or tokens[i + 1].text not in HYPHENS or tokens[i].end != tokens[i + 1].start:
        return False
    whole = f"{tokens[i].text}-{tokens[i + 2].text}".lower()
    if whole.endswith("s") or table().find(whole) is None or reading.named[i + 2]:
        return False
    first, last = min(reading.tree.core(i)[0], reading.tree.core(i + 2)[0], i), i + 3
    if tokens[first].text.lower() not in words("indefinite") and tokens[i + 2].deprel != "compound":
        title = titles.read(tokens, first, last) or Titled(words=whole)
        country = title.country or reading.country_of(first, last, i)
        referent = holder(reading, title, country, i) or _unnamed(reading, title, country, first, last)
        reading.mention(
            referent, first, last, reading.tree.head_of(first, last), form="title", reason=f"title {whole!r}"
        )
    reading.named[i : i + 3] = [True] * 3
    return True


def _unnamed(reading: Reading, title: Titled, country: str | None, first: int, last: int) -> Referent:
    """Give the holder of a title of whom the report gives no name, the same each time."""
    label = title.words.lower()
    for member in reading.cast.members:
        if member.kind == "group" and member.label == label and country in (None, member.country):
            return member
    while first < last - 3 and reading.tokens[first].upos in ("DET", "PRON"):
        first += 1
    name = reading.document.words(first, last).text
    sector = title.sector or "GOV"
    return reading.cast.add(Referent(name=name, kind="group", country=country, sector=sector, label=label))
