"""Says which bodies somebody speaks or works for, by the words of the title: "Acme's chairman", "the firm's head"."""

from collections.abc import Iterator

from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.identity import body
from dragoman.stages.actors.persons.titles import POSSESSIVES
from dragoman.stages.actors.reading import Reading

BODIES = ("organisation", "government_body", "armed_group")
TITLED = ("titled", "title")
OF = ("", "of", "for", "at")


def served(reading: Reading, referent: Referent) -> Iterator[Referent]:
    """Give the bodies that the titles of a person or group name as theirs.

    Whoever is sent to a body does not serve it.

    Args:
        reading: a report that has been read.
        referent: somebody with mentions.
    """
    for mention in referent.mentions:
        if mention.form in TITLED:
            for word in range(mention.first, mention.last):
                if reading.tree.case(word) in OF:
                    yield from (r for r in reading.cast.headed(word) if r is not referent and r.kind in BODIES)
            yield from _named_inside(reading, mention.first, mention.last)


def serve(reading: Reading) -> None:
    """Give persons whose words name no state that of the body they serve.

    Args:
        reading: a report that has been read.
    """
    for referent in reading.cast.members:
        if referent.kind != "person" or referent.key is not None or referent.country is not None:
            continue
        home = next((b for b in served(reading, referent) if b.country and not b.guessed and b.sector != "IGO"), None)
        if home is not None:
            referent.country, referent.guessed = home.country, True
            referent.reason = f"{referent.reason}; state guessed: that of {home.name}"


def _named_inside(reading: Reading, first: int, last: int) -> Iterator[Referent]:
    """Give the bodies whose names are part of a title before a name, where they are no mentions of their own."""
    for name in reading.document.names:
        inside = _opens(reading, name.first, name.last, first) or (first <= name.first and name.last < last)
        if name.label == "ORG" and inside and reading.tree.case(reading.tree.head_of(name.first, name.last)) in OF:
            form = reading.document.text[name.start : name.end]
            named = (m for m in reading.cast.members if m.kind in BODIES and _bears(m, form))
            found = next(named, None)
            known = reading.identity.ask(form) if found is None else None
            if known is not None and known.actor and known.kind in BODIES:
                found = body(known)
            if found is not None:
                yield found


def _opens(reading: Reading, first: int, last: int, title: int) -> bool:
    """Tell whether a name stands right before a title: "ASEAN | Secretary General", "Acme's | chairman"."""
    end = last + 1 if last < title and reading.tokens[last].text in POSSESSIVES else last
    return first < title == end


def _bears(member: Referent, form: str) -> bool:
    """Tell whether a body is called so, in full or, one that no table holds, by its last word: "the Front's head"."""
    short = member.key is None and member.name.endswith(" " + form)
    return short or member.name == form or any(mention.span.text == form for mention in member.mentions)
