"""All possible events of one report, with who took part, how they stand, and what speaks for them."""

from collections.abc import Callable, Iterable, Mapping

from dragoman.knowledge.frames import Frames
from dragoman.knowledge.frames.scale import Bundle
from dragoman.model import Document
from dragoman.stages.events.arguments import Casting, Participant
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.dating import Dating
from dragoman.stages.events.learned import LEARNED, fill_open, learned
from dragoman.stages.events.match import Match, matches
from dragoman.stages.events.named import only_named
from dragoman.stages.events.open_roles import OpenRoles
from dragoman.stages.events.placing import Placing
from dragoman.stages.events.political import is_private_crime, may_be_political
from dragoman.stages.events.ranking import NOTHING, Ranking
from dragoman.stages.events.sighted import Sighted
from dragoman.stages.events.signs import clause_bundles, people_bundles, word_bundles
from dragoman.stages.events.source import source
from dragoman.stages.events.status import standing
from dragoman.stages.events.topics import topics
from dragoman.stages.events.tree import Tree, tree_of

OWNERS = frozenset(("nmod:poss", "compound", "amod", "nmod:desc", "nmod"))

MOST_FRAMES = 3
"""How many frames are tried for one word: the strictest of each type go first."""


class Reading:
    """A report while its events are being found; its candidates are all possible events of political standing.

    Args:
        document: with all layers.
        frames: the frames in force.
        coder: `frames` for what frames find, `tagger` for what the learned tagger sees, `both` for both together.
        worth: tells by the signs of its words, and the bundles of which participants decide one, whether a possible
            event may turn out likely; the others are left out before anybody looks for participants.
    """

    def __init__(
        self,
        document: Document,
        frames: Frames,
        coder: str = "both",
        worth: Callable[[Candidate, Iterable[Bundle]], bool] | None = None,
    ) -> None:
        self.document = document
        self.frames = frames
        self.tree = tree_of(document.analysis)
        self.casting = Casting(document, self.tree, frames)
        self.dating = Dating(document, self.tree)
        self.placing = Placing(document, self.tree)
        self.coder = coder
        self.sighted = Sighted(document.analysis) if coder != "frames" else None
        self._worth = worth
        self._titles: dict[int, bool] = {}
        self.candidates = self._candidates()

    def complete(self, kept: list[Candidate], table: Mapping[str, float], seen: Mapping[str, float] = NOTHING) -> None:
        """Date and place what is kept, and settle who took part.

        Args:
            kept: what is told, in the order of the text.
            table: what each sign of a participant weighs; empty leaves those whom the frames see.
            seen: what weighs the part that the learned tagger sees him take; empty where it has no say.
        """
        for candidate in kept:
            fill_open(self.casting, candidate)
            if candidate.type == "ASSAULT" and not candidate.symmetric and not candidate.recipients:
                candidate.recipients = self._fallen(candidate)
            speech = self.frames.types[candidate.match.frame.type].speech
            promised = candidate.standing.status == "planned" and candidate.status == "actual"
            candidate.date, candidate.when = self.dating.date(
                candidate.match, candidate.standing, speech=speech, promised=promised, quoted=candidate.quoted
            )
            stays = not speech and self.frames.types[candidate.type].planned == candidate.type
            if stays and candidate.status == "actual" and self.dating.ahead(candidate.date):
                candidate.status = "planned"
            candidate.where = self.placing.place(candidate.match)
            candidate.source = source(self.casting, candidate)
            candidate.topics = topics(self.document, self.tree, candidate.match)
        self._place_at_goals(kept)
        OpenRoles(self.casting, self.dating.published).fill(kept)
        if table:
            Ranking(self.casting, table, seen).cast(kept)

    def _fallen(self, candidate: Candidate) -> list[Participant]:
        """Give those who fell by an attack of which neither a frame nor the tagger knows whom it hit."""
        return _others(self.tree, candidate.actors, self.casting.victims(candidate.match.head))

    def _place_at_goals(self, kept: list[Candidate]) -> None:
        """Who went to a city and met somebody met him there, where nothing else is said."""
        goals = {c.anchor: c.where for c in kept if c.match.frame.mode == "visit" and c.where is not None}
        for candidate in kept:
            if candidate.where is None and candidate.type == "CONSULT" and self.tree.rel(candidate.anchor) == "conj":
                candidate.where = goals.get(self.tree.tokens[candidate.anchor].head)

    def _candidates(self) -> list[Candidate]:
        found = [] if self.coder == "tagger" else [c for g in matches(self.tree, self.frames) for c in self._of_word(g)]
        if self.sighted:
            found += self._seen_only(self.sighted, found)
        governing = self._governing(found)
        by_word: dict[int, list[str]] = {}
        for candidate in found:
            by_word.setdefault(candidate.match.head, []).append(candidate.type)
        likely = []
        for candidate in found:
            over = next((t for t in by_word[candidate.match.head] if t != candidate.type), "")
            candidate.under = governing.get(id(candidate), "")
            if self._look(candidate, over):
                likely.append(candidate)
        return likely

    def _look(self, candidate: Candidate, over: str) -> bool:
        """Gather what speaks for a possible event and read who takes part, where it may be one worth telling."""
        if only_named(self.tree, self.frames, candidate.match):
            return False
        candidate.titled = self._is_title(candidate.sentence)
        candidate.bundles = word_bundles(self.tree, candidate, over=over)
        if self.sighted:
            candidate.sighting = self.sighted.near(self._seen_at(candidate), candidate.type)
        if self._worth is not None and not self._worth(candidate, clause_bundles(self.tree, candidate)):
            return False
        if candidate.match.frame.name != LEARNED:
            self._cast(candidate)
        if not may_be_political(candidate) or self._is_private(candidate):
            return False
        candidate.bundles += people_bundles(self.tree, candidate)
        return True

    def _is_private(self, candidate: Candidate) -> bool:
        """Tell whether an act is a crime among private people, by the words of its sentence and whom it names."""
        if self.frames.classes["private_crimes"].isdisjoint(self.tree.vocabulary(candidate.sentence)):
            return False
        sentence = self.document.analysis.sentences[candidate.sentence]
        told_of = [actor for word in range(sentence.first, sentence.last) for actor in self.casting.at(word)]
        return not candidate.match.frame.own and is_private_crime(candidate, told_of)

    def _seen_at(self, candidate: Candidate) -> frozenset[int]:
        """Give the words at which the tagger would see an act: of "will not attend" the verb too."""
        if candidate.match.frame.pos != "modal":
            return candidate.words
        return candidate.words | {self.tree.tokens[candidate.match.head].head}

    def _seen_only(self, sighted: Sighted, found: list[Candidate]) -> list[Candidate]:
        """Propose what the tagger sees where no frame proposes the same."""
        told: dict[int, set[str]] = {}
        for candidate in found:
            for word in self._seen_at(candidate):
                told.setdefault(word, set()).add(candidate.type)
        return list(learned(self.casting, sighted, told))

    def _of_word(self, group: list[Match]) -> list[Candidate]:
        """Try the frames of one word, the strictest of each type."""
        found: list[Candidate] = []
        types: set[str] = set()
        for match in group:
            if match.frame.type in types or len(types) >= MOST_FRAMES:
                continue
            candidate = self._read(match)
            if candidate is not None:
                types.add(match.frame.type)
                found.append(candidate)
        return found

    def _read(self, match: Match) -> Candidate | None:
        """Read how an act stands; None where what its frame asks of participants is not there."""
        frame = match.frame
        if not self._kinds_fit(match):
            return None
        stand = standing(self.tree, self.frames, match)
        kind = self.frames.types[frame.type]
        planned = stand.status == "planned" and kind.planned != kind.name
        return Candidate(
            match=match,
            type=kind.planned if planned else kind.name,
            actors=[],
            recipients=[],
            standing=stand,
            sentence=self.tree.sentence_of[match.head],
            quoted=match.head in self.casting.quote_at,
            symmetric=frame.roles.symmetric,
            status="actual" if planned else stand.status,
            reasons=[f"frame {frame.name} on {match.predicate!s}"],
        )

    def _cast(self, candidate: Candidate) -> None:
        """Read who takes part in an act off the paths of its frame."""
        match = candidate.match
        actors, recipients = self.casting.actors(match), self.casting.recipients(match)
        if candidate.symmetric:
            actors, recipients = _equals(actors, recipients)
        else:
            recipients = _others(self.tree, actors, recipients)
        candidate.actors, candidate.recipients = actors, recipients
        candidate.strangers = self._strangers(match, actors, recipients)

    def _strangers(self, match: Match, actors: list[Participant], recipients: list[Participant]) -> frozenset[str]:
        roles = (("actor", actors), ("recipient", recipients))
        return frozenset(role for role, people in roles if not people and self.casting.stranger(match, role))

    def _kinds_fit(self, match: Match) -> bool:
        frame = match.frame
        if frame.actor_kind:
            kinds = {p.actor.kind for p in self.casting.actors(match) if p.actor is not None}
            if kinds and not kinds & frame.actor_kind:
                return False
        return not frame.object_kind or self._object_fits(match, frame.object_kind)

    def _object_fits(self, match: Match, asked: frozenset[str]) -> bool:
        objects = self.tree.undergoers(match.head)
        if not objects:
            return "none" in asked or asked != frozenset(("place",))
        for word, _ in objects:
            if self.placing.stands_for_place(word) and "place" in asked:
                return True
            kinds = {actor.kind for actor in self.casting.at(word)}
            if kinds & asked or (kinds and "actor" in asked):
                return True
        return False

    def _governing(self, found: list[Candidate]) -> dict[int, str]:
        """Say for each possible event which other governs its words, up to four steps above."""
        anchors: dict[int, Candidate] = {}
        for candidate in found:
            anchors.setdefault(candidate.anchor, candidate)
            anchors.setdefault(candidate.match.head, candidate)
        governing = {}
        for candidate in found:
            word = candidate.anchor
            for _ in range(4):
                if self.tree.tokens[word].is_root:
                    break
                relation, word = self.tree.rel(word), self.tree.tokens[word].head
                if word in anchors and relation != "conj" and anchors[word] is not candidate:
                    governing[id(candidate)] = f"{anchors[word].type}.{relation}"
                    break
        return governing

    def _is_title(self, sentence: int) -> bool:
        """A headline is an early sentence without a full stop."""
        if sentence > 3:
            return False
        known = self._titles.get(sentence)
        if known is None:
            known = self._titles[sentence] = self._has_no_stop(sentence)
        return known

    def _has_no_stop(self, sentence: int) -> bool:
        span = self.document.analysis.sentences[sentence]
        return self.document.text[span.start : span.end].rstrip("\"'”’ )")[-1:] not in (".", "!", "?", ":")


def _others(tree: Tree, actors: list[Participant], recipients: list[Participant]) -> list[Participant]:
    """Leave out who acts on himself: the actor again, words inside his own ("members of the force"), or his own state
    met as the owner of a thing ("U.S. support")."""
    mine = {p.actor.id for p in actors if p.actor is not None}
    states = {p.actor.country for p in actors if p.actor is not None and p.actor.kind != "country"}
    heads = [p.head for p in actors]
    kept = []
    for participant in recipients:
        actor = participant.actor
        if actor is None or actor.id in mine:
            continue
        if any(participant.head != head and tree.inside(participant.head, head) for head in heads):
            continue
        owner = participant.path.rpartition(" > ")[2] in OWNERS
        if not (owner and actor.kind == "country" and actor.country in states):
            kept.append(participant)
    return kept


def _equals(actors: list[Participant], recipients: list[Participant]) -> tuple[list[Participant], list[Participant]]:
    """Leave out a state for which one of the persons at the table acts (annotation guidelines, "Settled points")."""
    people = (*actors, *recipients)
    spoken_for = {p.actor.country for p in people if p.actor is not None and p.actor.kind == "person"}

    def stays(participant: Participant) -> bool:
        actor = participant.actor
        return actor is None or actor.kind != "country" or actor.country not in spoken_for

    return [p for p in actors if stays(p)], [p for p in recipients if stays(p)]
