"""Walks the trees of a report: children, voices, subjects and objects with all who share them."""

from collections.abc import Sequence, Set
from dataclasses import replace

from dragoman.model import Analysis, Token
from dragoman.stages.events.control import SUBJECT_CONTROL, addressed, object_does
from dragoman.stages.events.mending import one_word, wrong_subjects
from dragoman.stages.events.rejoining import rejoined
from dragoman.stages.layout import base, kept, layout

TIED = frozenset(("obl", "nmod", "advmod", "iobj", "xcomp", "advcl", "appos"))
ELSEWHEN = frozenset(("after", "before", "since", "until", "till", "despite", "amid", "following", "ahead", "than"))
"""Prepositions behind which another act stands, whose participants are not those of the act before them."""
RELATIVE = frozenset(("who", "which", "that", "whom"))
FALLEN = frozenset(("kill", "slay", "wound", "injure", "maim", "martyr"))
FIGHTING = frozenset(("fight", "battle", "combat"))

NOTHING: dict[str, list[int]] = {}
"""What hangs below a word that nothing hangs on."""

Found = tuple[int, str]
"""A word and the path that led to it."""


class Tree:
    """The trees of a report with what is asked of them often.

    Args:
        analysis: words, sentences and trees.
    """

    __slots__ = (
        "_below",
        "_joined",
        "_passive",
        "_rels",
        "_sentences",
        "_ties",
        "_undergoers",
        "_vocabulary",
        "cases",
        "children",
        "lemmas",
        "lowers",
        "relations",
        "sentence_of",
        "tokens",
    )

    def __init__(self, analysis: Analysis) -> None:
        laid = layout(analysis)
        self.tokens: tuple[Token, ...] = laid.tokens
        self.children, self.sentence_of = laid.children, laid.sentence_of
        self.lemmas, self.lowers, self.relations = one_word(laid.tokens, laid.lemmas), laid.lowers, laid.relations
        wrong = wrong_subjects(self.tokens, self.relations)
        if wrong:
            self.tokens = tuple(replace(token, deprel="obj") if token.i in wrong else token for token in self.tokens)
            self.relations = ["obj" if i in wrong else relation for i, relation in enumerate(self.relations)]
        self.tokens, self.children = rejoined(self.tokens, self.relations, self.lowers, self.children)
        heads = laid.heads if self.children is laid.children else [token.head for token in self.tokens]
        relations, lowers = self.relations, self.lowers
        self._rels = [*relations]
        self._below: list[dict[str, list[int]]] = [NOTHING] * len(heads)
        for i, head in enumerate(heads):
            relation = relations[i]
            if head == i:
                self._rels[i] = "root"
                continue
            below = self._below[head]
            if relation in below:
                below[relation].append(i)
            elif below:
                below[relation] = [i]
            else:
                self._below[head] = {relation: [i]}
        self.cases: dict[int, set[str]] = {}
        for i, below in enumerate(self._below):
            if below and ("case" in below or "mark" in below):
                self.cases[i] = {lowers[c] for mark in ("case", "mark") for c in below.get(mark, ())}
        self._sentences = analysis.sentences
        self._vocabulary: dict[int, set[str]] = {}
        self._ties: dict[int, dict[str, list[tuple[int, Found]]]] = {}
        self._passive: dict[int, bool] = {}
        self._joined: dict[int, list[int]] = {}
        self._undergoers: dict[int, list[Found]] = {}

    def vocabulary(self, sentence: int) -> set[str]:
        """Give the words and lemmas of a sentence in lower case."""
        found = self._vocabulary.get(sentence)
        if found is None:
            first, last = self._sentences[sentence].first, self._sentences[sentence].last
            found = self._vocabulary[sentence] = {*self.lemmas[first:last], *self.lowers[first:last]}
        return found

    def lemma(self, i: int) -> str:
        """Give a word's lemma in lower case."""
        return self.lemmas[i]

    def spelling(self, i: int) -> tuple[int, ...]:
        """Give the words in which one is spelt: "sit-in" comes as three, of which the last stands for all."""
        apart = i > 1 and self.lowers[i - 1] == "-" and "-" in self.lemmas[i]
        return (i - 2, i - 1, i) if apart else (i,)

    def rel(self, i: int) -> str:
        """Give a word's relation without its subtype; `root` for a root."""
        return self._rels[i]

    def kids(self, i: int, *relations: str) -> Sequence[int]:
        """Give the children that stand in one of some relations, subtypes left aside."""
        below = self._below[i]
        if not below:
            return ()
        if len(relations) == 1:
            return below.get(relations[0], ())
        found: Sequence[int] = ()
        for relation in relations:
            those = below.get(relation)
            if those:
                found = sorted([*found, *those]) if found else those
        return found

    def verbal(self, i: int) -> bool:
        """Tell whether a word is a verb or stands as a predicate with a subject."""
        return self.tokens[i].upos in ("VERB", "AUX") or "nsubj" in self._below[i] or "cop" in self._below[i]

    def marked(self, i: int, relation: str) -> set[str]:
        """Give the lower-case words that stand in a relation to a word ("case": its prepositions)."""
        below = self._below[i].get(relation)
        return {self.lowers[c] for c in below} if below else set()

    def passive(self, i: int) -> bool:
        """Tell whether a verb is in the passive, a bare participle after a noun or in a headline included."""
        known = self._passive.get(i)
        if known is None:
            known = self._passive[i] = self._is_passive(i)
        return known

    def _is_passive(self, i: int) -> bool:
        token = self.tokens[i]
        # what describes a noun without a subject of its own is a participle, however it is tagged ("those killed")
        participle = token.xpos == "VBN" or (token.xpos == "VBD" and token.deprel in ("acl", "amod"))
        if not participle and not self.lowers[i].endswith(("ed", "en")):
            return False
        kids = [self.tokens[c].deprel for c in self.children[i]]
        if any(rel.endswith(":pass") for rel in kids):
            return True
        active = any(self.tokens[c].deprel in ("aux", "nsubj") for c in self.children[i])
        if not participle or active:
            return False
        if self.rel(i) == "conj" and self.tokens[token.head].xpos == "VBN":
            return self.passive(token.head)
        if self.rel(i) in ("acl", "advcl", "amod", "root", "xcomp"):
            return not any(base(rel) == "obj" for rel in kids)
        return False

    def joined(self, i: int) -> list[int]:
        """Give a word and the words joined to it by "and"."""
        known = self._joined.get(i)
        if known is None:
            known = self._joined[i] = [i]
            for word in known:
                known += [c for c in self._coordinates(word) if self.tokens[c].upos not in ("VERB", "AUX")]
        return known

    def _coordinates(self, i: int) -> list[int]:
        """Find conjuncts, also those that hang on a name's second word, or on a name set beside ("envoys A and B")."""
        found = [*self.kids(i, "conj")]
        for c in self.children[i]:
            relation = self.relations[c]
            if relation == "flat":
                found += self._coordinates(c)
            elif relation == "appos" and self.tokens[c].upos == "PROPN":
                further = self._coordinates(c)
                listed = further and self.tokens[i].upos == "PROPN" and not self.kids(c, "det")
                found += [c, *further] if listed else further
        return found

    def antecedent(self, i: int) -> int | None:
        """Give the noun that the relative clause around a verb describes, None where there is no such clause."""
        verb = i
        for _ in range(3):
            if self.tokens[verb].deprel.startswith("acl"):
                return self.tokens[verb].head
            if self.rel(verb) not in ("conj", "xcomp"):
                return None
            verb = self.tokens[verb].head
        return None

    def doers(self, i: int, depth: int = 0) -> list[Found]:
        """Find the deep subjects of a verb: its own, its by-agent, or those it shares with the verb above."""
        if self.passive(i):
            return self._agents(i)
        own = self._through_relatives(i, self.kids(i, "nsubj"), "nsubj")
        if own or depth > 4:
            return own
        return self._shared(i, depth)

    def surface_subjects(self, i: int, depth: int = 0) -> list[Found]:
        """Find the grammatical subjects of a verb."""
        return self.undergoers(i, depth) if self.passive(i) else self.doers(i, depth)

    def undergoers(self, i: int, depth: int = 0) -> list[Found]:
        """Find the deep objects of a verb: its object, a passive's subject, or the noun it describes."""
        known = self._undergoers.get(i)
        if known is None:
            known = self._find_undergoers(i, depth)
            if not depth:
                self._undergoers[i] = known
        return known

    def _find_undergoers(self, i: int, depth: int) -> list[Found]:
        if self.passive(i):
            return self._passive_subjects(i, depth)
        own = self._through_relatives(i, self.kids(i, "obj") or self.kids(i, "iobj"), "obj")
        if own:
            return own
        noun = self.antecedent(i) if self.tokens[i].deprel == "acl:relcl" else None
        if noun is not None and self.kids(i, "nsubj") and not self._has_relative(i):
            return [(noun, "acl:relcl")]
        return self._shared_object(i)

    def obliques(self, i: int, preposition: str) -> list[Found]:
        """Find what a preposition ties to a word, or to its object, or to its complement: attachments often err."""
        if i not in self._ties:
            self._ties[i] = self._reached(i)
        found = self._ties[i].get(preposition)
        return [tie for order, tie in found if order == found[0][0]] if found else []

    def _reached(self, i: int) -> dict[str, list[tuple[int, Found]]]:
        """List what each preposition may tie to a word, the nearest first; kept, for several are tried."""
        reached: dict[str, list[tuple[int, Found]]] = {}
        queue = [(i, "")]
        for order in range(12):
            if order >= len(queue):
                break
            word, path = queue[order]
            for c in self.children[word]:
                rel = self.relations[c]
                marks: Set[str] = frozenset()
                if rel in TIED:
                    marks = self.cases.get(c, frozenset())
                    for preposition in marks:
                        reached.setdefault(preposition, []).append((order, (c, f"{path}{rel}:{preposition}")))
                near = rel in ("obl", "nmod") and len(path) < 10 and c > i and not marks & ELSEWHEN
                if rel in ("obj", "compound", "iobj") or near:
                    queue.append((c, f"{path}{rel} > "))
        return reached

    def clause(self, i: int) -> list[int]:
        """Give the heads of the complement clauses of a word, infinitives of purpose last."""
        return [*self.kids(i, "xcomp"), *self.kids(i, "ccomp"), *self.kids(i, "advcl"), *self.kids(i, "acl", "csubj")]

    def within(self, i: int, word: int) -> bool:
        """Tell whether the tree leads from `i` up to `word`."""
        return self.steps(i, word) is not None

    def steps(self, i: int, word: int) -> int | None:
        """Count the steps that lead from a word up to another, None where they do not."""
        for n in range(40):
            if i == word:
                return n
            if self.tokens[i].is_root:
                return None
            i = self.tokens[i].head
        return None

    def where(self, verb: int) -> int | None:
        """Give the noun whose clause with "where" a verb heads ("flew to the city, where they met")."""
        clause = self.relations[verb] in ("acl", "advcl")
        if not clause or not any(self.lowers[c] == "where" for c in self.children[verb]):
            return None
        return self.tokens[verb].head

    def inside(self, i: int, word: int) -> bool:
        """Tell whether a word belongs to the noun phrase of another, clauses and conjuncts left aside."""
        for _ in range(6):
            if self.relations[i] not in ("nmod", "amod", "compound", "flat", "det") or self.tokens[i].is_root:
                return False
            i = self.tokens[i].head
            if i == word:
                return True
        return False

    def verb_above(self, i: int) -> int | None:
        """Give the nearest verb that governs a word, None where there is none."""
        for _ in range(12):
            if self.tokens[i].is_root:
                return None
            i = self.tokens[i].head
            if self.verbal(i):
                return i
        return None

    def _agents(self, i: int) -> list[Found]:
        """By whom it was done; who was killed fighting somebody was killed by him."""
        named = [(c, "obl:by") for c in self.kids(i, "obl", "nmod") if "by" in self.cases.get(c, ())]
        if named or self.lemmas[i] not in FALLEN:
            return named
        fights = [c for c in self.kids(i, "xcomp", "advcl") if self.lemmas[c] in FIGHTING]
        return [(foe, f"{self.rel(c)} > {way}") for c in fights for foe, way in self._foes(c)]

    def _foes(self, verb: int) -> list[Found]:
        own = [(c, "obj") for c in self.kids(verb, "obj")]
        return own or [(c, "obl:against") for c in self.kids(verb, "obl") if "against" in self.cases.get(c, ())]

    def _passive_subjects(self, i: int, depth: int) -> list[Found]:
        own = self._through_relatives(i, self.kids(i, "nsubj", "csubj"), "nsubj:pass")
        if own or depth > 4:
            return own
        rel, head = self.rel(i), self.tokens[i].head
        if rel in ("acl", "amod"):
            return [(head, rel)]
        if rel in ("conj", "xcomp", "advcl"):
            return [(word, f"{rel} > {path}") for word, path in self.surface_subjects(head, depth + 1)]
        return []

    def _shared(self, i: int, depth: int) -> list[Found]:
        rel, head = self.rel(i), self.tokens[i].head
        if rel == "conj" and self.verbal(head):
            return [(w, f"conj > {p}") for w, p in self.surface_subjects(head, depth + 1)]
        told = addressed(self.cases, self.kids(head, "obl"), self.lemmas[head]) if rel in ("xcomp", "advcl") else None
        if told is not None and told < i and "to" in self.marked(i, "mark"):
            return [(told, f"{rel} > obl")]
        if rel == "xcomp":
            return [(w, f"xcomp > {p}") for w, p in self._controllers(head, depth)]
        if rel == "advcl":
            if self._object_does(i, head):
                return [(w, f"advcl > {p}") for w, p in self._controllers(head, depth)]
            return [(w, f"advcl > {p}") for w, p in self.surface_subjects(head, depth + 1)]
        if rel == "acl":
            return self._described(i, head, depth)
        return []

    def _object_does(self, clause: int, verb: int) -> bool:
        thing = next(iter(self.kids(verb, "obj", "iobj")), verb)
        named = self.tokens[thing].upos in ("PROPN", "PRON")
        return object_does(self.marked(clause, "mark"), self.lemmas[verb], self.lemmas[thing], named=named)

    def _described(self, i: int, noun: int, depth: int) -> list[Found]:
        """A participle's subject is its noun; an infinitive's ("plan to attack") is whoever has the noun.

        A participle behind a comma goes with the verb ("warned of a war with Fiji, accusing it of theft").
        """
        infinitive = any(self.lowers[c] == "to" for c in self.kids(i, "mark"))
        if not infinitive:
            verb = self.verb_above(noun) if self._set_off(i, noun) else None
            found = self.surface_subjects(verb, depth + 1) if verb is not None else []
            return [(word, f"advcl > {path}") for word, path in found] or [(noun, "acl")]
        owners = [(c, "acl > nmod:poss") for c in self.children[noun] if self.tokens[c].deprel == "nmod:poss"]
        if owners:
            return owners
        verb = self.verb_above(noun)
        return [(w, f"acl > {p}") for w, p in self.surface_subjects(verb, depth + 1)] if verb is not None else []

    def _set_off(self, i: int, noun: int) -> bool:
        """Tell whether a participle stands behind a comma, away from a noun that is no subject."""
        active = self.tokens[i].xpos == "VBG" and self.rel(noun) in ("obl", "obj", "nmod")
        return active and any(self.lowers[word] == "," for word in self.children[i] if noun < word < i)

    def _controllers(self, verb: int, depth: int) -> list[Found]:
        objects = self.kids(verb, "obj", "iobj")
        if objects and self.lemma(verb) not in SUBJECT_CONTROL and not self.passive(verb):
            return [(objects[0], "obj")]
        return self.surface_subjects(verb, depth + 1)

    def _shared_object(self, i: int) -> list[Found]:
        """Verbs joined without objects of their own share the object of the last ("attacked and burned the post")."""
        for c in self.kids(i, "conj"):
            if self.tokens[c].upos == "VERB" and not self.kids(c, "nsubj"):
                shared = self.kids(c, "obj")
                if shared:
                    return [(shared[0], "conj > obj")]
        return []

    def _has_relative(self, i: int) -> bool:
        return any(self.lowers[c] in RELATIVE and self.tokens[c].xpos.startswith("W") for c in self.children[i])

    def _through_relatives(self, i: int, words: Sequence[int], path: str) -> list[Found]:
        found: list[Found] = []
        for word in words:
            token = self.tokens[word]
            if self.lowers[word] in RELATIVE and token.xpos in ("WDT", "WP", "IN", "DT"):
                noun = self.antecedent(i)
                if noun is not None:
                    found.append((noun, f"{path} > antecedent"))
                continue
            found.append((word, path))
        return found


tree_of = kept(Tree)
"""Give the trees of an analysis; stages that follow each other share those of the report they are at."""
