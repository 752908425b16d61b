"""Tells whether a day in a sentence is that of an act or of another thing that the sentence names."""

from dragoman.model import When
from dragoman.stages.events.match import Match
from dragoman.stages.events.status import tense
from dragoman.stages.events.tree import ELSEWHEN, Tree
from dragoman.stages.layout import base

THERE = frozenset(("in", "at", "during"))
"""Prepositions of the occasion at which an act took place, whose day is the act's ("at Tuesday's talks")."""
TOPIC = frozenset(("on", "about", "of", "regarding", "concerning"))
ABOUT = frozenset(("discuss", "review", "debate", "preview"))
"""Verbs of talks whose object is what was talked about, which has a day of its own."""
BEFORE_NOUN = frozenset(("nmod", "compound", "nummod", "amod", "det"))
UNITS = frozenset(("minute", "hour", "day", "week", "fortnight", "month", "year", "decade"))
EARLIER = frozenset(("already", "earlier", "formerly", "previously", "recently"))
"""Adverbs of what happened before the news."""
FORMER = frozenset(("earlier", "former", "past", "previous", "recent"))
NEXT = 3
"""How many words may stand between a day with its comma and the noun that it goes with."""
NOTHING: frozenset[str] = frozenset()


def head_of(tree: Tree, first: int, end: int) -> int:
    """Give the word of an expression by which the tree ties it to others.

    Args:
        tree: the trees of the report.
        first: index of its first word.
        end: index after its last word.
    """
    last = min(end, len(tree.tokens))
    for i in range(first, last):
        head = tree.tokens[i].head
        if not first <= head < last or head == i:
            return i
    return first


def dates_another(tree: Tree, match: Match, when: When) -> bool:
    """Tell whether a day is counted to another act: "a day after they met" is the day of the meeting behind it."""
    following = tree.lowers[when.last] if when.last < len(tree.lowers) else ""
    counted = tree.lemmas[when.last - 1] in UNITS and following in ("after", "before")
    return (counted or when.span.text.lower().endswith(("after", "before"))) and match.head < when.first


def beside(tree: Tree, noun: int, when: When) -> bool:
    """Tell whether a day stands right beside the noun of an act: "the 3 May 2021, raid", "a raid today"."""
    if when.first == noun + 1:
        return not tree.cases.get(head_of(tree, when.first, when.last))
    between = range(when.last, noun)
    own = all(tree.lowers[word] == "," or tree.tokens[word].head == noun for word in between)
    return len(between) <= NEXT and own and when.last <= noun and "," in tree.lowers[when.first : noun]


def labels(tree: Tree, head: int, when: When) -> bool:
    """Tell whether a year or month only names a thing ("the 2011 floods", "the 2023 budget")."""
    if len(when.value) > len("2011-11") or when.value.count("-") > 1:
        return False
    return base(tree.tokens[head].deprel) in ("compound", "nummod", "amod", "nmod")


def of_another(tree: Tree, act: int, head: int) -> bool:
    """Tell whether a day is that of what an act is about: "condemned Tuesday's raid", "thanked for aid on Monday"."""
    noun = tree.tokens[head].head
    if noun == act or tree.tokens[noun].upos not in ("NOUN", "PROPN"):
        return False
    cases = tree.cases.get(noun, NOTHING)
    if cases & THERE and tree.tokens[noun].head == act:
        return False
    described = noun > head and tree.rel(head) in BEFORE_NOUN
    return described or "of" in tree.cases.get(head, ()) or (bool(cases) and tree.rel(noun) in ("obl", "nmod"))


def direct(tree: Tree, verb: int, head: int) -> bool:
    """Tell whether a day stands with a verb itself, or with the occasion of its act."""
    noun = tree.tokens[head].head
    return noun == verb or (tree.tokens[noun].head == verb and bool(tree.cases.get(noun, NOTHING) & THERE))


def governs(tree: Tree, match: Match, verb: int, head: int, when: When, *, speech: bool) -> bool:
    """Tell whether a day hangs below the words of an act, and not as the day of something that they are about.

    Args:
        tree: the trees of the report.
        match: the frame and where it was evoked.
        verb: the word that carries the act.
        head: the word by which the day is tied.
        when: the day.
        speech: whether it is an act of words.
    """
    own = {verb, match.head, *match.words}
    word = head
    for _ in range(4):
        above = tree.tokens[word].head
        if above != match.head and word == head and labels(tree, head, when):
            return False
        if above in own:
            if word == head:
                return True
            return not tree.cases.get(word, NOTHING) & ELSEWHEN and not (speech and of_another(tree, above, head))
        if tree.tokens[word].is_root or tree.verbal(above):
            return False
        word = above
    return False


def told_before(tree: Tree, match: Match, verb: int) -> bool:
    """Tell whether an act is said to lie before the news ("has already met", "a recent raid", "in recent years")."""
    adverbs = (word for word in tree.kids(verb, "advmod") if tree.lowers[word] in EARLIER)
    if any(tree.lemmas[max(word - 1, 0)] not in UNITS for word in adverbs):
        return True
    named = [match.head] if match.support < 0 else []
    return any(tree.marked(noun, "amod") & FORMER for noun in (*named, *_lengths(tree, verb)))


def of_late(tree: Tree, verb: int) -> bool:
    """Tell whether an act is one of recent days or weeks."""
    recent = (noun for noun in _lengths(tree, verb) if "recent" in tree.marked(noun, "amod"))
    return any(tree.lemmas[noun] in ("day", "week") for noun in recent)


def _lengths(tree: Tree, verb: int) -> list[int]:
    """List the lengths of time that stand with a verb ("in recent weeks")."""
    return [word for word in tree.kids(verb, "obl") if tree.lemmas[word] in UNITS - {"minute", "hour"}]


def apart(tree: Tree, match: Match, verb: int, above: int) -> bool:
    """Tell whether an act has no part in the day of a verb above it.

    A clause of its own (a relative clause, a pluperfect, another tense) or another occasion ("after the raid") stands
    between; or it is an act that is only named there, as what others spoke of or answered.

    Args:
        tree: the trees of the report.
        match: the frame and where it was evoked.
        verb: the word that carries the act.
        above: the verb with which the day stands.
    """
    word = verb
    while word != above and not tree.tokens[word].is_root:
        if tree.rel(word) == "acl" or any(tree.lowers[c] == "had" for c in tree.kids(word, "aux")):
            return True
        if tree.rel(word) == "conj" and _turns(tree, word):
            return True
        if tree.cases.get(word, NOTHING) & ELSEWHEN and tree.rel(word) in ("obl", "nmod"):
            return True
        word = tree.tokens[word].head
    return match.frame.pos == "noun" and match.support < 0 and not _takes_place(tree, match, verb)


def _turns(tree: Tree, verb: int) -> bool:
    """Tell whether a clause joined to another speaks of somebody else in another tense ("X met Y, and Z hopes")."""
    return bool(tree.kids(verb, "nsubj")) and tense(tree, verb) != tense(tree, tree.tokens[verb].head)


def _takes_place(tree: Tree, match: Match, noun: int) -> bool:
    """Tell whether an act named by a noun takes place when its verb does ("died in the raid", "the raid began")."""
    cases = tree.cases.get(noun, NOTHING)
    if match.frame.type == "CONSULT":
        talked_of = tree.rel(noun) == "obj" and tree.lemmas[tree.tokens[noun].head] in ABOUT
        return not cases & TOPIC and not talked_of
    return tree.rel(noun) in ("nsubj", "root") or (bool(cases) and cases <= THERE | {"by"})
