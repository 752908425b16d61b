"""Finds the frames that the words of a report may evoke, before anybody asks who took part."""

from collections.abc import Iterator, Set
from dataclasses import dataclass
from operator import itemgetter

from dragoman.knowledge.frames import Frame, Frames, Predicate
from dragoman.stages.events.tree import Tree
from dragoman.stages.events.wording import NEGATIONS, parted, words_of
from dragoman.stages.layout import kept

Entry = tuple[int, Frame, Predicate]
"""A predicate with its frame and its rank among those that begin with the same word."""

NOTHING: tuple[list[Entry], dict[str, list[Entry]]] = ([], {})
"""The predicates that begin with a word with which none begins."""

ENDED = frozenset(("longer", "more"))
"""Words that negate behind "no": "they no longer fund it"."""
UPON = frozenset(("of", "on", "against", "upon"))
AT_WORD = frozenset(("at", "upon"))
"""Prepositions of words upon which something is done: its verb does not carry them ("sent ships at the request of")."""
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
        if not longer or longer.keys().isdisjoint(vocabulary):
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
            words = words_of(tree, i, predicate) if rest else ()
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
    if token.upos == "VERB" and tree.lowers[i] in frames.classes["stative"] and tree.passive(i):
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


def barred(tree: Tree, frames: Frames, i: int) -> set[str]:
    """Name the types of whose frames one knows a word and rules out what stands there.

    That is what is done to it ("deployed software"), or "not" between its words ("pleaded not guilty").

    Args:
        tree: the trees of the report.
        frames: the frames in force.
        i: index of the word.
    """
    found, vocabulary = set(), tree.vocabulary(tree.sentence_of[i])
    around = _Around(tree, i)
    for pos in _parts_of_speech(tree, frames, i):
        word = tree.lowers[i] if pos == "adjective" else tree.lemmas[i]
        for _, frame, predicate in _openings(frames).of((word, pos), vocabulary):
            if predicate.rest and words_of(tree, i, predicate) is None:
                if parted(tree, i, predicate):
                    found.add(frame.type)
                continue
            if _is_ruled_out(around, frame):
                found.add(frame.type)
    return found


def _is_ruled_out(around: _Around, frame: Frame) -> bool:
    if frame.not_object and not frame.not_object.isdisjoint(_done_to(around, frame)):
        return True
    return bool(frame.not_clause) and _clause_fits(around.tree, around.word, frame.not_clause)


def _done_to(around: _Around, frame: Frame) -> set[str]:
    """Give the lemmas of what an act is done to; of "will not stand in the way" what stands with the verb."""
    if frame.pos != "modal":
        return around.objects(bare=True)
    tree, verb = around.tree, around.tree.tokens[around.word].head
    return {tree.lemmas[word] for word in tree.kids(verb, "obj", "obl")}


def _may_stand(tree: Tree, i: int, pos: str) -> bool:
    """Tell whether a word stands where one of its kind may tell something."""
    if pos == "adjective":
        return _predicative(tree, i)
    return pos != "noun" or _nominal(tree, i)


def _fits(around: _Around, frame: Frame) -> bool:
    if _is_ruled_out(around, frame) or (frame.object and not _object_fits(around, frame)):
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
    return not frame.object.isdisjoint(lemmas)


def _object_lemmas(tree: Tree, i: int, *, bare: bool) -> set[str]:
    """Give the lemmas of what an act is done to: a verb's objects, what is behind a noun's "of", "on", "against"."""
    lemmas: set[str] = set()
    if tree.tokens[i].upos in ("NOUN", "PROPN"):
        objects = [c for c in tree.kids(i, "nmod") if not UPON.isdisjoint(tree.cases.get(c, ()))]
    else:
        objects = [word for word, _ in tree.undergoers(i)]
    for word in objects:
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
        if relation == "advmod" and tree.lowers[c] in ENDED and tree.lowers[c - 1] == "no":
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
    lemmas = {tree.lemma(d) for c in heads for d in (c, *tree.kids(c, "conj", "amod", "compound"))}
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
    upon = tree.relations[noun] == "obl" and not AT_WORD.isdisjoint(tree.cases.get(noun, ()))
    if tree.relations[noun] in ("obl", "nsubj") and tree.tokens[head].upos == "VERB" and not upon:
        lemma = tree.lemma(head)
        if lemma in light or lemma in occur:
            return head
    for c in tree.kids(noun, "acl"):
        if tree.lemma(c) in light:
            return c
    return -1
