"""Finds the word that introduces a quotation, and whose word it is."""

from bisect import bisect_left

from dragoman.knowledge.quotes import cues
from dragoman.model import Document
from dragoman.stages.actors.phrases import NOUNS, Tree
from dragoman.stages.layout import layout
from dragoman.stages.quotes.beside import announced, closely_led, labelled, led, signed, tagged
from dragoman.stages.quotes.cue import OPEN_ENDS, Cue
from dragoman.stages.quotes.issuer import issuer_of
from dragoman.text.marks import Stretch

AFTER_REACH, BEFORE_REACH, INVERTED_REACH = 28, 30, 8
FULL_STOPS = ".…"
PARTS = frozenset({"compound", "nmod:desc", "nmod:poss", "flat"})
ADDRESSED = frozenset(["tell", "ask", "remind", "assure", "inform", "urge", "thank", "warn", "reassure", "advise"])


QUOTING = frozenset({"quote", "cite"})
"""Verbs whose object is the one who speaks."""

ISSUED = frozenset({"by", "from"})
"""What stands before whoever issued a statement: "a statement by the ministry said"."""

OBJECTS = frozenset({"it", "that", "this", "him", "her", "them", "us", "me", "what"})
"""Pronouns behind a verb that are what is said or who is told, never who says it ("as the envoy put it")."""


class CueFinder:
    """Looks for cues in one document.

    Args:
        document: with tokens and sentences.
        tree: its trees.
        found: the outermost stretches between marks, in order.
    """

    def __init__(self, document: Document, tree: Tree, found: tuple[Stretch, ...]) -> None:
        self.document, self.tree, self.cues = document, tree, cues()
        self.tokens = document.tokens
        self.inside = [-1] * len(self.tokens)
        self.words: list[tuple[int, int]] = []
        starts = layout(document.analysis).starts
        for number, stretch in enumerate(found):
            first, last = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
            self.inside[first:last] = [number] * (last - first)
            self.words.append((first, last))

    def find(self, number: int) -> Cue | None:
        """Find the cue of stretch `number`: up the tree, down the tree, then in the words around it."""
        first, last = self.words[number]
        if first == last:
            return None
        final = self.tokens[last - 1].text[-1]
        looks = [self._above, self._below, self._before]
        if final in OPEN_ENDS:
            looks = [self._after, self._tagged, *looks]
        elif final not in FULL_STOPS or self._lower_follows(last):
            looks.append(self._after)
        else:
            looks.append(self._tagged)
        for look in (
            self._labelled,
            self._closely_led,
            *looks,
            self._according,
            self._signed,
            self._led,
            self._announced,
        ):
            cue = look(number)
            if cue is not None and cue.speaker is not None:
                return cue
        return None

    def _labelled(self, number: int) -> Cue | None:
        return labelled(self, number)

    def _signed(self, number: int) -> Cue | None:
        return signed(self, number)

    def _tagged(self, number: int) -> Cue | None:
        return tagged(self, number)

    def _closely_led(self, number: int) -> Cue | None:
        return closely_led(self, number)

    def _led(self, number: int) -> Cue | None:
        return led(self, number)

    def _announced(self, number: int) -> Cue | None:
        return announced(self, number)

    def _lower_follows(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens[i].text[:1].islower()

    def _outside(self, i: int) -> bool:
        return self.inside[i] < 0

    def _above(self, number: int) -> Cue | None:
        first, last = self.words[number]
        for i in range(first, last):
            head = self.tokens[i].head
            if head == i or first <= head < last:
                continue
            found = [self.cue(above) for above in (head, *self.tree.ancestors(head)) if self._outside(above)]
            cues_above = [cue for cue in found if cue is not None and cue.speaker is not None]
            surely = [cue for cue in cues_above if self.tokens[cue.word].lemma.lower() in self.cues.said]
            if cues_above:
                return (surely or cues_above)[0]
        return None

    def _below(self, number: int) -> Cue | None:
        first, last = self.words[number]
        for i in range(first, last):
            for child in self.tree.children[i]:
                if self._outside(child) and self.tokens[child].upos == "VERB" and (cue := self.cue(child)):
                    return cue
        return None

    def _after(self, number: int) -> Cue | None:
        """Find "..., X said" and "...," said X" behind the closing mark, wherever the sentences were split."""
        stop = self.words[number][1]
        end_of_quote = self.tokens[stop - 1].end
        for i in range(stop, min(stop + AFTER_REACH, len(self.tokens))):
            between = self.document.text[end_of_quote : self.tokens[i].start]
            if not self._outside(i) or "\n" in between or self._ends(i):
                return None
            if self.tokens[i].upos == "VERB" and (cue := self.cue(i)):
                return cue if cue.speaker is None or cue.speaker >= stop else None
        return None

    def _before(self, number: int) -> Cue | None:
        """Find "X said: ..." before the opening mark, over a paragraph break only behind a colon."""
        first = self.words[number][0]
        colon = False
        for i in range(first - 1, max(first - BEFORE_REACH, 0) - 1, -1):
            token = self.tokens[i]
            colon = colon or (token.text == ":" and i >= first - 3)
            broken = "\n" in self.document.text[token.end : self.tokens[i + 1].start]
            if not self._outside(i) or (broken and not colon) or self._ends(i):
                return None
            if token.upos == "VERB" and (cue := self.cue(i)):
                return cue
        return None

    def _according(self, number: int) -> Cue | None:
        first, last = self.words[number]
        for s in {self.tree.sentence_of[first], self.tree.sentence_of[last - 1]}:
            sentence = self.document.analysis.sentences[s]
            for i in range(sentence.first, sentence.last):
                if self.tokens[i].text.lower() == "according" and self._outside(i):
                    named: int | None = self.tokens[i].head
                    if named is None or self.tokens[named].upos not in NOUNS or not self._outside(named):
                        named = self._noun_after(i + 2)
                    if named is not None:
                        return Cue(word=i, speaker=named)
        return None

    def _ends(self, i: int) -> bool:
        return self.tokens[i].text in (".", "!", "?") and self.tokens[i].upos == "PUNCT"

    def cue(self, i: int) -> Cue | None:
        """Read word i as a cue, None where it is none."""
        token = self.tokens[i]
        lemma = token.lemma.lower()
        if token.upos == "VERB" and self.cues.is_verb(lemma):
            return Cue(word=i, speaker=self._subject(i), addressee=self._addressee(i, lemma))
        if token.upos == "NOUN" and lemma in self.cues.nouns:
            owner = self.tree.one(i, "nmod:poss")
            return Cue(word=i, speaker=owner) if owner is not None and self._outside(owner) else None
        return None

    def _subject(self, verb: int) -> int | None:
        quoted = self._quoted(verb)
        if quoted is not None:
            return quoted
        agent = self.tree.one(verb, "obl:agent")
        subject = agent if agent is not None else self.tree.subject(self._joined_to(verb))
        if subject is not None and self.tokens[subject].lemma.lower() in ("who", "which", "that"):
            clause = self.tokens[verb]
            subject = clause.head if clause.deprel == "acl:relcl" else None
        if subject is not None and self._outside(subject):
            return subject if self._can_speak(subject) else self._above_all(verb, subject)
        return self._inverted(verb)

    def _quoted(self, verb: int) -> int | None:
        """Find whom somebody quotes: "the paper quoted Novak as saying" is Novak's word, "was quoted" the subject's."""
        above = self.tokens[verb].head if self.tokens[verb].xpos == "VBG" else verb
        if self.tokens[above].lemma.lower() not in QUOTING or self.tokens[above].upos != "VERB":
            return None
        found = self.tree.one(above, "obj", "nsubj:pass")
        if found is None or not self._outside(found) or self.tokens[found].upos not in ("PROPN", "PRON", "NOUN"):
            return None
        return found if self._can_speak(found) else None

    def _can_speak(self, i: int) -> bool:
        """Tell whether a subject may be a speaker: not an act ("keeping"), nor what was said ("a statement saying")."""
        token = self.tokens[i]
        if token.upos == "VERB" or (token.upos == "PRON" and token.text.lower() in ("this", "that", "it", "what")):
            return False
        return token.upos != "NOUN" or token.lemma.lower() not in self.cues.nouns

    def _above_all(self, verb: int, otherwise: int) -> int:
        """Find who speaks further up ("She issued a statement saying"), else take what stands as the subject."""
        owner = self.tree.one(otherwise, "nmod:poss")
        if owner is not None and self._outside(owner):
            return owner
        issuer = next((i for i in self.tree.all(otherwise, "nmod") if self.tree.case(i) in ISSUED), None)
        if issuer is None:
            issuer = issuer_of(self.document, self.tree, otherwise, self._can_speak)
        if issuer is not None and self._outside(issuer):
            return issuer
        if self.tokens[verb].xpos != "VBG":
            return otherwise
        for above in self.tree.ancestors(verb):
            subject = self.tree.one(above, "nsubj") if self.tokens[above].upos == "VERB" else None
            if subject is not None and self._outside(subject) and self._can_speak(subject):
                return subject
        return otherwise

    def _joined_to(self, verb: int) -> int:
        """Give the verb whose subject a joined past verb shares: "Novak said it would fail and warned" is Novak's."""
        tokens = self.tokens
        head = tokens[verb].head
        if tokens[verb].deprel != "conj" or tokens[verb].xpos != "VBD" or tokens[head].xpos == "VBD":
            return verb
        if self.tree.one(verb, "nsubj", "nsubj:pass") is not None or tokens[head].xpos not in ("VB", "VBG"):
            return verb
        return next((above for above in self.tree.ancestors(head) if tokens[above].xpos == "VBD"), verb)

    def _inverted(self, verb: int) -> int | None:
        """Find the speaker in "Smith said" or "said old Mr Smith" where the tree does not say so."""
        before = verb - 1
        if before >= 0 and self.tokens[before].upos in NOUNS and self._outside(before):
            return before if self.tree.sentence_of[before] == self.tree.sentence_of[verb] else None
        return self._noun_after(verb + 1)

    def _noun_after(self, first: int) -> int | None:
        """Find the head of the noun phrase that begins at a word."""
        for i in range(first, min(first + INVERTED_REACH, len(self.tokens))):
            token = self.tokens[i]
            if not self._outside(i) or token.upos in ("PUNCT", "VERB", "ADP", "SCONJ"):
                return None
            if token.upos in NOUNS and token.deprel not in PARTS:
                return None if token.deprel.endswith("unmarked") or token.text.lower() in OBJECTS else i
        return None

    def _addressee(self, verb: int, lemma: str) -> int | None:
        if lemma in ADDRESSED:
            found = self.tree.one(verb, "iobj", "obj")
        else:
            found = next((i for i in self.tree.all(verb, "obl") if self.tree.case(i) == "to"), None)
        return found if found is not None and self._outside(found) and self.tokens[found].upos in NOUNS else None
