"""What the actor stage knows while it goes through a report word by word."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.knowledge.actors import other_weights, pronoun_weights
from dragoman.model import ActorMention, Document, Span, Token
from dragoman.stages.actors.cast import Cast, Referent
from dragoman.stages.actors.identity import Identity, state
from dragoman.stages.actors.phrases import Tree
from dragoman.stages.actors.pointing.voices import Voices
from dragoman.stages.actors.states.forms import StateForm

Watch = Callable[[Token, Sequence[tuple[Referent, Mapping[str, float]]]], None]
"""Is told of each "he" or "she": the word, the persons it may mean, and what speaks for and against each of them."""

WatchOthers = Callable[[Token, str, Sequence[tuple[Referent, Mapping[str, float]]]], None]
"""Is told of each "they" or "it": the word, which of the two, whom it may mean, and what speaks for each of these."""


@dataclass(slots=True)
class Reading:
    """One pass over one report.

    Args:
        document: with the layer `names`.
        tokens: its words.
        tree: its trees.
        identity: the tables, as of the report's day.
        cast: the referents found so far.
        states: names of states, by each of their words.
        places: states of the other places named, by each of their words.
        timed: the words that name a day or a month.
        named: the words inside names of persons and bodies, titles included.
        quoted: the words inside quotation marks.
        voices: who speaks outside them.
        short: words of the names of bodies, lower case.
        weights: how much each sign speaks for a person as the one whom a pronoun means.
        watch: is told of each choice among persons.
        others: how much each sign speaks for somebody as the one whom "they" or "it" means.
        watch_others: is told of each choice among these.
        most_named: how often the person named most is named.
        meant: whom "he" and "she" meant last, by gender; "they" and "it", by these words.
        described: the nouns said of a person whom a name just before them names: first word, last and head.
        regimes: the states that the report calls a regime, by the word that does so; None before anybody asks.
        grounds: the states that the report is about, first the one named most, by itself or by its places.
    """

    document: Document
    tokens: tuple[Token, ...]
    tree: Tree
    identity: Identity
    cast: Cast
    states: dict[int, StateForm]
    places: dict[int, str]
    timed: frozenset[int]
    named: list[bool]
    quoted: list[bool]
    voices: Voices | None = None
    short: frozenset[str] = frozenset()
    weights: Mapping[str, float] = field(default_factory=pronoun_weights)
    watch: Watch | None = None
    others: Mapping[str, float] = field(default_factory=other_weights)
    watch_others: WatchOthers | None = None
    most_named: int = 0
    meant: dict[str, Referent] = field(default_factory=dict)
    described: list[tuple[Referent, int, int, int]] = field(default_factory=list)
    regimes: dict[int, str] | None = None
    grounds: tuple[str, ...] = ()

    def mention(
        self, referent: Referent, first: int, last: int, head: int, *, form: str, reason: str, spoken: bool = True
    ) -> None:
        """Note that words [first, last) stand for a referent."""
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        span = Span(start=start, end=end, text=self.document.text[start:end])
        mention = ActorMention(span=span, first=first, last=last, head=head, form=form, reason=reason)
        self.cast.mention(referent, mention, spoken=spoken)

    def state(self, iso3: str) -> Referent:
        """Give the country actor of a state, new where it is not there yet."""
        return self.cast.state(iso3) or self.cast.add(state(iso3))

    def country_of(self, first: int, last: int, head: int, *, placed: bool = True) -> str | None:
        """Find the state that a noun phrase names: "Turkish officials", "Israel's cabinet", "the army of Iraq".

        Where not `placed`, a place that only says where somebody is does not count ("the regime in Vienna").
        """
        cases = ("of", "from", "for", "") + (("in", "inside", "within", "across") if placed else ())
        for i in (*range(first, head), *range(head + 1, last)):
            if i in self.states and self._describes(i, head):
                return self.states[i].iso3
        for child in self.tree.all(head, "nmod", "nmod:poss", "acl"):
            if self.tree.case(child) in cases:
                if child in self.states:
                    return self.states[child].iso3
                if child in self.places:
                    return self.places[child]
        return None

    def _describes(self, i: int, head: int) -> bool:
        """Tell whether a state's name hangs on a noun itself, not on a participle ("Russian-backed forces")."""
        tokens = self.tokens
        above = tokens[self.states[i].head].head
        hyphen = i + 1 < len(tokens) and tokens[i + 1].text in "-‑–" and tokens[i + 1].start == tokens[i].end
        return not hyphen and (
            above == head or (tokens[above].head == head and tokens[above].upos in ("NOUN", "PROPN"))
        )
