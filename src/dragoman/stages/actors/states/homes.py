"""Says what speaks for a state as that of an actor whose words name none."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from dragoman.knowledge.actors import words
from dragoman.knowledge.name_letters import sounds_of
from dragoman.knowledge.persons import persons
from dragoman.stages.actors.cast import Referent
from dragoman.stages.actors.reading import Reading

NOWHERE = ""
"""The choice that an actor belongs to no state."""

OWNERS = ("nmod:poss", "nmod")
GENITIVES = ("of", "for", "from", "at")

BORNE = 3
"""How many bearers of a first name or surname make its states count in full."""


class Homes:
    """The states that a report speaks of, and where.

    Args:
        reading: a report that has been read.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        named = {form.first: form.iso3 for form in reading.states.values()}
        for word, iso3 in reading.places.items():
            if word not in reading.states and reading.places.get(word - 1) != iso3:
                named[word] = iso3
        self._at = sorted(named.items())
        self._words = [word for word, _ in self._at]
        self._share = Counter(iso3 for _, iso3 in self._at)
        self._ranked = [iso3 for iso3, _ in sorted(self._share.items(), key=lambda pair: (-pair[1], pair[0]))]
        self._known: dict[int, set[str]] = defaultdict(set)
        for member in reading.cast.members:
            if member.kind != "country" and member.country is not None:
                for mention in member.mentions:
                    self._known[reading.tree.sentence_of[mention.head]].add(member.country)
        self._stood: dict[str, Mapping[str, Mapping[str, float]]] = {}
        self._publisher = reading.voices.state if reading.voices is not None else None

    def own(self, referent: Referent) -> str | None:
        """Give the publisher's state for an office that a state's own release names without saying whose it is."""
        return self._publisher if self._publisher and _titled_as_own(referent) else None

    def choices(self, referent: Referent) -> Iterator[tuple[str, Mapping[str, float]]]:
        """Give the states that an actor may belong to, each with what speaks for it; NOWHERE is one of them.

        Args:
            referent: an actor with mentions.
        """
        kind = "body" if referent.kind in ("organisation", "government_body", "armed_group") else referent.kind
        owners = self._owners(referent)
        nowhere = {f"no state, {kind}": 1.0, f"no state, {kind}, {referent.sector}": 1.0}
        if NOWHERE in owners:
            nowhere["of somebody of none"] = nowhere[f"of somebody of none, {kind}"] = 1.0
        yield NOWHERE, nowhere
        borne, beside = _borne(referent), self._beside(referent)
        elsewhere, sentences = self._elsewhere(referent)
        standings = self._standings(kind, owners - {NOWHERE})
        sounds = sounds_of(referent.name, tuple(standings)) if kind == "person" and len(standings) > 1 else {}
        for iso3, standing in standings.items():
            found = dict(standing)
            for name in beside.get(iso3, ()):
                found[name] = found[f"{name}, {kind}"] = 1.0
            if iso3 in owners:
                found["of somebody of it"] = found[f"of somebody of it, {kind}"] = 1.0
            found["names borne there"] = borne.get(iso3, 0.0)
            found["name sounds of there"] = sounds.get(iso3, 0.0)
            found["beside other mentions"] = elsewhere.get(iso3, 0) / sentences
            yield iso3, found

    def _standings(self, kind: str, owners: set[str]) -> Mapping[str, Mapping[str, float]]:
        """Say of all states what they are to the whole report, for actors of a kind; kept, for there are several.

        The states of owners are there even where the report does not name them.
        """
        if kind not in self._stood:
            states = dict.fromkeys([*self._ranked, *filter(None, (self._publisher,))])
            self._stood[kind] = {iso3: self._standing(iso3, kind) for iso3 in states}
        stood = self._stood[kind]
        unnamed = sorted(iso3 for iso3 in owners if iso3 not in stood)
        return {**stood, **{iso3: self._standing(iso3, kind) for iso3 in unnamed}} if unnamed else stood

    def _standing(self, iso3: str, kind: str) -> dict[str, float]:
        """Say what a state is to the whole report."""
        found = {}
        if self._share[iso3]:
            found["share"] = found[f"share, {kind}"] = self._share[iso3] / len(self._at)
        if self._ranked and iso3 == self._ranked[0]:
            found["most named"] = found[f"most named, {kind}"] = 1.0
        if self._at and self._at[0][1] == iso3:
            found["named first"] = 1.0
        if iso3 == self._publisher:
            found["of the publisher"] = found[f"of the publisher, {kind}"] = 1.0
        if len(self._ranked) == 1:
            found["only state"] = 1.0
        return found

    def _beside(self, referent: Referent) -> Mapping[str, list[str]]:
        """Give for the states in the sentence of the first mention and in the one before it how they stand to it."""
        mention = min(referent.mentions, key=lambda mention: mention.first)
        first, last = mention.first, mention.last
        sentences = self.reading.document.analysis.sentences
        own = self.reading.tree.sentence_of[first]
        before = self._within(sentences[own].first, first)
        after = self._within(last, sentences[own].last)
        at = bisect_left(self._words, first)
        previous = self._within(sentences[own - 1].first, sentences[own].first) if own else []
        told = {
            "inside": {iso3 for _, iso3 in self._within(first, last)},
            "before": {iso3 for _, iso3 in before},
            "after": {iso3 for _, iso3 in after},
            "nearest before": {iso3 for _, iso3 in before[-1:]},
            "nearest after": {iso3 for _, iso3 in after[:1]},
            "as a place": {iso3 for word, iso3 in (*before, *after) if self._placed(word)},
            "another known one of it there": self._known[own],
            "sentence before": {iso3 for _, iso3 in previous},
            "named last before": {iso3 for _, iso3 in self._at[max(at - 1, 0) : at]},
        }
        found: dict[str, list[str]] = defaultdict(list)
        for name, states in told.items():
            for iso3 in states:
                found[iso3].append(name)
        return found

    def _owners(self, referent: Referent) -> set[str]:
        """Give the states of those whose an actor is said to be: "its minister"; NOWHERE for one of no state."""
        found: set[str] = set()
        for mention in referent.mentions:
            if mention.form != "pronoun":
                for word in {*range(mention.first, mention.last), *self.reading.tree.all(mention.head, *OWNERS)}:
                    if is_owner(self.reading, word):
                        owners = (owner for owner in self.reading.cast.headed(word) if owner is not referent)
                        found |= {owner.country or NOWHERE for owner in owners}
        return found

    def _elsewhere(self, referent: Referent) -> tuple[Mapping[str, int], int]:
        """Count the sentences with a mention that name each state, and all sentences with a mention."""
        sentences = {self.reading.tree.sentence_of[mention.head] for mention in referent.mentions}
        spans = [self.reading.document.analysis.sentences[i] for i in sentences]
        found: dict[str, int] = {}
        for span in spans:
            for iso3 in {iso3 for _, iso3 in self._within(span.first, span.last)}:
                found[iso3] = found.get(iso3, 0) + 1
        return found, len(spans)

    def _within(self, first: int, last: int) -> list[tuple[int, str]]:
        return self._at[bisect_left(self._words, first) : bisect_left(self._words, last)]

    def _placed(self, word: int) -> bool:
        form = self.reading.states.get(word)
        return self.reading.tree.case(form.head if form is not None else word) in words("place case")


def _borne(referent: Referent) -> dict[str, float]:
    """Give the states of the known persons who share a first name or surname with a person."""
    parts = referent.name.split()
    if referent.kind != "person" or len(parts) < 2:
        return {}
    found: dict[str, float] = defaultdict(float)
    for states in (persons().states_of_given(parts[0]), persons().states_of_surname(parts[-1])):
        borne = max(sum(states.values()), BORNE)
        for iso3, number in states.items():
            found[iso3] += number / borne
    return dict(found)


def is_owner(reading: Reading, word: int) -> bool:
    """Tell whether a word says whose something is: "its", "the group's", "of the union".

    Args:
        reading: a report that has been read.
        word: its index.
    """
    token = reading.tokens[word]
    return token.deprel == "nmod:poss" or (token.deprel == "nmod" and reading.tree.case(word) in GENITIVES)


def _titled_as_own(referent: Referent) -> bool:
    """Tell whether a title or body is one that a state's own release names without saying whose it is."""
    titles = {(referent.role or referent.label or "").lower(), *referent.titles}
    if referent.kind in ("person", "group"):
        own = words("home title")
        return any(title == word or title.startswith((word + " ", word + ",")) for word in own for title in titles)
    return referent.kind == "government_body" and referent.name.lower().split()[0] in words("home body")
