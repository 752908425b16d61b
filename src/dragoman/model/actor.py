"""Someone or something that acts in a report, and the words that stand for it."""

from dataclasses import dataclass

from dragoman.model.span import Span

KINDS = ("person", "country", "government_body", "organisation", "armed_group", "group")

AS_A_PLACE = "named as a place"
"""Reason of a mention where a state's name says where, not who."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Words that stand for an actor.

    Args:
        span: the words.
        first: document index of their first word.
        last: document index after their last word.
        head: document index of the word that the tree hangs them by.
        form: `name` ("Yair Lapid"), `titled` ("Foreign Minister Lapid"), `title` ("the foreign minister"),
            `nominal` ("Kurdish fighters"), `pronoun` ("he", "the two").
        reason: how the words led to the actor.
    """

    span: Span
    first: int
    last: int
    head: int
    form: str
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor of a report, as of the report's date.

    Args:
        id: made by `ids.actor_id`: `k:yair-lapid`, `k:ISR` for a known one, `p:...` for a provisional one.
        name: its usual name.
        kind: one of KINDS.
        country: ISO 3166 alpha-3, None where none or unknown.
        role: the office it holds at the date ("minister of foreign affairs"), None where none is known.
        sector: PLOVER sector: GOV, MIL, LEG, OPP, JUD, COP, IGO, NGO, REB, MED, CVL, BUS, REF, UNK.
        wikidata: its Wikidata id, where known.
        known: whether a table holds it; a provisional actor rests on the report alone.
        reason: why it is this one.
        mentions: every stretch of text that stands for it, in order.
    """

    id: str
    name: str
    kind: str
    country: str | None = None
    role: str | None = None
    sector: str = "UNK"
    wikidata: str | None = None
    known: bool = False
    reason: str = ""
    mentions: tuple[ActorMention, ...] = ()

    @property
    def acts(self) -> bool:
        """Tell whether any words of the report stand for it as somebody, not only as a place ("in Ukraine")."""
        return any(mention.reason != AS_A_PLACE for mention in self.mentions)
