"""Finds the frames that the words of a report may evoke, before anybody asks who took part."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from operator import itemgetter

from dragoman.knowledge.frames import Frame, Frames, Predicate
from dragoman.stages.events.tree import Tree
from dragoman.stages.layout import kept

Entry = tuple[int, Frame, Predicate]
"""A predicate with its frame and its rank among those that begin with the same word."""

NOTHING: tuple[list[Entry], dict[str, list[Entry]]] = ([], {})
"""The predicates that begin with a word with which none begins."""

REACH = 9
"""How many words after its head a predicate's last word may stand."""

CLOSE = 2
"""How near to its head a predicate's word needs no tie in the tree."""

NEGATIONS = frozenset(("not", "n't", "never", "no", "n’t", "neither", "nor"))
PARTICIPLES = frozenset(("VBN", "VBD", "VBG"))


@dataclass(frozen=True, slots=True)
class Match:
    """A frame evoked by words.

    Args:
        head: index of the predicate's head.
        words: all words of the predicate, sorted; a light verb of a noun included.
        frame: the frame.
        predicate: the predicate of the frame.
        support: index of the verb that carries an event noun ("held talks"), -1 where there is none.
    """

    head: int
    words: tuple[int, ...]
    frame: Frame
    predicate: Predicate
    support: int = -1


def matches(tree: Tree, frames: Frames) -> Iterator[list[Match]]:
    """Go through the words once and give, for each that evokes something, all its frames, the strictest first."""
    heads, lowers = frames.heads, tree.lowers
    for i, lemma in enumerate(tree.lemmas):
        if lemma in heads or lowers[i] in heads:
            found = _evoked(tree, frames, i)
            if found:
                yield found


class _Openings:
    """The predicates that begin with a word, those of several words by the second of them.

    Args:
        frames: the frames in force.
    """

    def __init__(self, frames: Frames) -> None:
        self._by_word: dict[tuple[str, str], tuple[list[Entry], dict[str, list[Entry]]]] = {}
        for key, entries in frames.index.items():
            plain, longer = self._by_word.setdefault(key, ([], {}))
            for n, (frame, predicate) in enumerate(entries):
                rest = predicate.rest
                (longer.setdefault(rest[0], []) if rest else plain).append((n, frame, predicate))

    def of(self, key: tuple[str, str], vocabulary: Set[str]) -> list[Entry]:
        """Give the predicates that begin with a word and of whose other words the next is in a sentence, in order."""
        plain, longer = self._by_word.get(key, NOTHING)
        if longer.keys().isdisjoint(vocabulary):
            return plain
        found = [entry for word, entries in longer.items() if word in vocabulary for entry in entries]
        return sorted([*plain, *found], key=itemgetter(0))


_openings = kept(_Openings)


def _evoked(tree: Tree, frames: Frames, i: int) -> list[Match]:
    found: list[Match] = []
    openings, vocabulary = _openings(frames), tree.vocabulary(tree.sentence_of[i])
    parts = _parts_of_speech(tree, frames, i)
    for pos in parts:
        entries = openings.of((tree.lowers[i] if pos == "adjective" else tree.lemmas[i], pos), vocabulary)
        if not entries or not _may_stand(tree, i, pos):
            continue
        around = _Around(tree, i)
        for _, frame, predicate in entries:
            rest = predicate.rest
            if rest and not vocabulary.issuperset(rest):
                continue
            words = _words(tree, i, predicate) if rest else ()
            if words is None or not _fits(around, frame):
                continue
            support = around.support(frames) if pos == "noun" else -1
            own = tree.spelling(i)
            found.append(Match(i, tuple(sorted({*own, *words})) if words else own, frame, predicate, support))
    if len(found) > 1:
        found.sort(key=lambda m: (not m.frame.own, -2 * len(m.predicate.rest) - m.frame.strictness))
    return found


def _parts_of_speech(tree: Tree, frames: Frames, i: int) -> tuple[str, ...]:
    token = tree.tokens[i]
    if token.upos == "VERB" and token.text.lower() in frames.classes["stative"] and tree.passive(i):
        return ("adjective",)
    if token.upos == "VERB" and token.deprel == "nsubj":
        return ("noun", "verb")  # a verb is never a subject: "Calls for an inquiry have come"
    if token.upos == "VERB":
        return ("verb", "adjective") if token.xpos in PARTICIPLES else ("verb",)
    if token.upos == "AUX":
        return ("modal", "verb")
    if token.upos == "ADJ":
        return ("adjective",)
    if token.upos == "NOUN" or (token.upos == "PROPN" and token.text[:1].islower()):
        return ("noun",)
    if token.upos == "PROPN":
        return ("noun",)
    return ("adjective",) if token.upos in ("ADV", "ADP") else ()


def _words(tree: Tree, i: int, predicate: Predicate) -> list[int] | None:
    """Find the other words of a predicate around its head, None where one is missing."""
    found: list[int] = []
    at = i
    for word in reversed(predicate.rest) if predicate.before else predicate.rest:
        place = _before(tree, at, word) if predicate.before else _after(tree, i, at, word)
        if place is None:
            place = _fronted(tree, i, word)
        if place is None:
            return None
        found.append(place)
        at = place if predicate.before or place > i else at
    return found


def _before(tree: Tree, at: int, word: str) -> int | None:
    place = at - 1
    if place >= 0 and tree.sentence_of[place] == tree.sentence_of[at] and _is(tree, place, word):
        return place
    return None


def _after(tree: Tree, head: int, at: int, word: str) -> int | None:
    """A word of a predicate stands right after the one before, or further on where the tree ties it to the head."""
    tokens = tree.tokens
    last = min(head + REACH, len(tokens))
    for place in range(at + 1, last):
        if tree.sentence_of[place] != tree.sentence_of[head]:
            return None
        if _is(tree, place, word) and (place <= at + 1 or place <= head + CLOSE or _tied(tree, place, head)):
            return place
    return None


def _tied(tree: Tree, place: int, head: int) -> bool:
    """Tell whether at most three steps lead up from a word to the head, none of them over a clause."""
    for step in range(3):
        relation = tree.rel(place)
        if relation in ("acl", "advcl", "parataxis", "conj", "root") or (step and relation in ("xcomp", "ccomp")):
            return False
        place = tree.tokens[place].head
        if place == head:
            return True
    return False


def _fronted(tree: Tree, i: int, word: str) -> int | None:
    """A predicate's noun stands before its verb in the passive and in relative clauses ("support was voiced")."""
    for place, _ in tree.undergoers(i) if tree.tokens[i].upos == "VERB" else ():
        if place < i and _is(tree, place, word):
            return place
    return None


def _is(tree: Tree, place: int, word: str) -> bool:
    return tree.lemmas[place] == word or tree.lowers[place] == word


class _Around:
    """What stands around one word, each thing looked at once however many frames ask for it."""

    __slots__ = ("_auxiliaries", "_negated", "_objects", "_support", "tree", "word")

    def __init__(self, tree: Tree, word: int) -> None:
        self.tree, self.word = tree, word
        self._objects: dict[bool, set[str]] = {}
        self._auxiliaries: set[str] | None = None
        self._negated: bool | None = None
        self._support: int | None = None

    def objects(self, *, bare: bool) -> set[str]:
        """Give the lemmas of the objects; unless `bare`, those of what describes them too."""
        found = self._objects.get(bare)
        if found is None:
            found = self._objects[bare] = _object_lemmas(self.tree, self.word, bare=bare)
        return found

    def auxiliaries(self) -> set[str]:
        """Give the auxiliaries."""
        if self._auxiliaries is None:
            self._auxiliaries = _auxiliaries(self.tree, self.word)
        return self._auxiliaries

    def negated(self) -> bool:
        """Tell whether the word is negated."""
        if self._negated is None:
            self._negated = negated(self.tree, self.word)
        return self._negated

    def support(self, frames: Frames) -> int:
        """Give the light verb, -1 where there is none."""
        if self._support is None:
            self._support = _support(self.tree, frames, self.word)
        return self._support


def _may_stand(tree: Tree, i: int, pos: str) -> bool:
    """Tell whether a word stands where one of its kind may tell something."""
    if pos == "adjective":
        return _predicative(tree, i)
    return pos != "noun" or _nominal(tree, i)


def _fits(around: _Around, frame: Frame) -> bool:
    if (frame.object or frame.not_object) and not _object_fits(around, frame):
        return False
    if frame.modal and frame.modal.isdisjoint(around.auxiliaries()):
        return False
    if frame.negated is not None and frame.negated != around.negated():
        return False
    tree, i = around.tree, around.word
    if frame.with_clause and not _clause_fits(tree, i, frame.with_clause):
        return False
    return not frame.before or tree.lemmas[tree.tokens[i].head] in frame.before


def _object_fits(around: _Around, frame: Frame) -> bool:
    lemmas = around.objects(bare=bool(frame.not_object))
    if not lemmas and frame.pos == "verb" and frame.object:
        lemmas = {around.tree.lemmas[c] for c in around.tree.kids(around.word, "obl")}
        lemmas.update([lemma[:-1] for lemma in lemmas if lemma.endswith("s")])
    if not frame.not_object.isdisjoint(lemmas):
        return False
    return not frame.object or not frame.object.isdisjoint(lemmas)


def _object_lemmas(tree: Tree, i: int, *, bare: bool) -> set[str]:
    lemmas: set[str] = set()
    for word, _ in tree.undergoers(i):
        for joined in tree.joined(word):
            lemmas.add(tree.lemmas[joined])
            if not bare:
                lemmas.update([tree.lemmas[c] for c in tree.kids(joined, "compound", "nmod")])
    lemmas.update([lemma[:-1] for lemma in lemmas if lemma.endswith("s")])
    return lemmas


def _auxiliaries(tree: Tree, i: int) -> set[str]:
    """Give the auxiliaries of a verb, or of the verb that it is joined to or completes."""
    verb = i
    for _ in range(3):
        found = {tree.lemma(c) for c in tree.kids(verb, "aux")} | tree.marked(verb, "aux")
        if found:
            return {{"'ll": "will", "’ll": "will", "wo": "will", "ca": "can"}.get(word, word) for word in found}
        if tree.rel(verb) not in ("conj", "xcomp") or tree.kids(verb, "nsubj"):
            return found
        verb = tree.tokens[verb].head
    return set()


def negated(tree: Tree, i: int) -> bool:
    """Tell whether a word is negated: by itself, by its auxiliary's verb, or by "no" at its subject or object."""
    verb = tree.tokens[i].head if tree.tokens[i].upos == "AUX" and tree.rel(i) == "aux" else i
    if tree.lemmas[verb] in NEGATIONS:
        return True
    for c in tree.children[verb]:
        relation = tree.relations[c]
        if relation in ("advmod", "neg", "det") and tree.lowers[c] in NEGATIONS:
            return True
        if relation == "cc" and tree.lemmas[c] in NEGATIONS:
            return True
        if relation in ("nsubj", "obj") and any(tree.lowers[d] == "no" for d in tree.kids(c, "det")):
            return True
    return False


def _clause_fits(tree: Tree, i: int, asked: frozenset[str]) -> bool:
    heads = [c for c in tree.clause(i) if "*" not in asked or tree.tokens[c].upos in ("VERB", "AUX", "ADJ")]
    heads += [c for c in tree.kids(i, "obl") if "as" in tree.marked(c, "case")]
    heads += [c for o in tree.kids(i, "obj") for c in tree.kids(o, "xcomp", "appos")]
    if "*" in asked:
        return bool(heads)
    lemmas = {tree.lemma(d) for c in heads for d in (c, *tree.kids(c, "conj", "amod"))}
    return bool(lemmas & asked)


def _predicative(tree: Tree, i: int) -> bool:
    """An adjective tells something only where it is said of a subject ("is grateful"), not before a noun."""
    if tree.rel(i) in ("amod", "compound", "det", "case", "aux", "cc", "mark"):
        return False
    if tree.tokens[i].upos in ("ADV", "ADP") and not tree.kids(i, "cop"):
        return False
    return bool(tree.kids(i, "cop", "nsubj", "aux")) or tree.rel(i) in (
        "root",
        "conj",
        "xcomp",
        "acl",
        "advcl",
        "ccomp",
    )


def _nominal(tree: Tree, i: int) -> bool:
    """An event noun that only names the kind of another ("peace talks venue") or stands in a name tells nothing."""
    token = tree.tokens[i]
    if token.deprel == "compound" and tree.tokens[token.head].upos in ("NOUN", "PROPN"):
        return False
    if _likens(tree, i):
        return False
    return tree.relations[i] not in ("amod", "flat", "vocative")


def _likens(tree: Tree, i: int) -> bool:
    """Tell whether a noun only says what something was called ("condemned it as an act of aggression")."""
    above = tree.tokens[i].head
    kind = tree.relations[i] == "nmod" and not tree.kids(i, "det", "nmod")
    return "as" in tree.marked(i, "case") or (kind and "as" in tree.marked(above, "case"))


def _support(tree: Tree, frames: Frames, i: int) -> int:
    """Find the light verb that carries an event noun ("held talks", "talks were held", "the talks they held")."""
    noun = i
    while tree.rel(noun) == "conj":
        noun = tree.tokens[noun].head
    head = tree.tokens[noun].head
    light, occur = frames.classes["light"], frames.classes["occur"]
    relation = tree.tokens[noun].deprel
    if relation in ("obj", "nsubj:pass") and tree.lemma(head) in light:
        return head
    if tree.relations[noun] in ("obl", "nsubj") and tree.tokens[head].upos == "VERB":
        lemma = tree.lemma(head)
        if lemma in light or lemma in occur:
            return head
    for c in tree.kids(noun, "acl"):
        if tree.lemma(c) in light:
            return c
    return -1
