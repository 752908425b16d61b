"""The actors of one report while they are being found: each referent once, with all that stands for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from dragoman.model import ActorMention

MEMORY = 300
"""How many referents back a later word may reach."""


@dataclass(slots=True, eq=False)
class Referent:
    """An actor in the making.

    Args:
        name: its best name so far.
        kind: one of `model.actor.KINDS`.
        country: ISO 3166 alpha-3, where known.
        sector: PLOVER sector.
        role: office or title, where known.
        office: normalised office ("minister of foreign affairs"), where the title is one.
        key: key in the tables, where known.
        wikidata: Wikidata id, where known.
        reason: why it is this one.
        plural: whether "they" can mean it.
        gender: `f` or `m` where words said so, else "".
        label: what common-noun mentions of it share ("military", "protester").
        guessed: whether `country` is a guess from the words around.
        stateless: whether it is of several states or of none that is left, so that none is guessed.
        titles: titles that the report gives it, lower case.
        mentions: the words that stand for it.
        since: index of the word by which it was first spoken of, -1 before that.
        spoken: how often it has been spoken of so far.
    """

    name: str
    kind: str
    country: str | None = None
    sector: str = "UNK"
    role: str | None = None
    office: str | None = None
    key: str | None = None
    wikidata: str | None = None
    reason: str = ""
    plural: bool = False
    gender: str = ""
    label: str = ""
    guessed: bool = False
    stateless: bool = False
    titles: set[str] = field(default_factory=set)
    mentions: list[ActorMention] = field(default_factory=list)
    since: int = -1
    spoken: int = 0


class Cast:
    """All referents of a report, and who was spoken of last."""

    __slots__ = ("_noted", "_recent", "heads", "members")

    def __init__(self) -> None:
        self.members: list[Referent] = []
        self._recent: dict[int, tuple[int, Referent]] = {}
        self.heads: dict[int, list[Referent]] = {}
        self._noted: set[tuple[int, int, int]] = set()

    def add(self, referent: Referent) -> Referent:
        """Add a referent."""
        self.members.append(referent)
        return referent

    def mention(self, referent: Referent, mention: ActorMention, *, spoken: bool = True) -> None:
        """Note that some words stand for a referent; `spoken` where they are not only part of longer ones."""
        noted = (id(referent), mention.first, mention.last)
        if noted in self._noted:
            return
        self._noted.add(noted)
        referent.mentions.append(mention)
        if spoken:
            self.heads.setdefault(mention.head, []).append(referent)

    def join(self, referent: Referent, other: Referent, reason: str) -> None:
        """Give all mentions of a referent to another one, which it turns out to be."""
        for mention in referent.mentions:
            self.mention(other, replace(mention, form=_form(mention), reason=reason))
            headed = self.heads.get(mention.head, [])
            self.heads[mention.head] = [member for member in headed if member is not referent]
        referent.mentions = []

    def share(self, referent: Referent, others: Sequence[Referent], reason: str) -> None:
        """Give all mentions of several who turn out to be others to each of these."""
        mentions, referent.mentions = referent.mentions, []
        for mention in mentions:
            headed = self.heads.get(mention.head, [])
            self.heads[mention.head] = [member for member in headed if member is not referent]
            for other in others:
                self.mention(other, replace(mention, form="pronoun", reason=reason))

    def headed(self, word: int) -> list[Referent]:
        """Give the referents that have a mention headed by a word."""
        return self.heads.get(word, [])

    def pass_word(self, word: int) -> None:
        """Move on to a word: its referents are now the last spoken of."""
        for referent in self.heads.get(word, ()):
            referent.since = word if referent.since < 0 else referent.since
            referent.spoken += 1
            self._recent.pop(id(referent), None)
            self._recent[id(referent)] = (word, referent)

    def latest(self, *kinds: str, since: int = -1) -> Iterator[tuple[int, Referent]]:
        """Go back through what was spoken of, the last first, each referent once, not for ever nor beyond a word."""
        for word, referent in islice(reversed(self._recent.values()), MEMORY):
            if word < since:
                return
            if not kinds or referent.kind in kinds:
                yield word, referent

    def known(self, key: str) -> Referent | None:
        """Give the referent that a table key names."""
        return next((member for member in self.members if member.key == key), None)

    def state(self, country: str) -> Referent | None:
        """Give the country actor of a state."""
        return next((m for m in self.members if m.kind == "country" and m.country == country), None)


def _form(mention: ActorMention) -> str:
    return "title" if mention.form == "nominal" else mention.form
