"""Tells of whom something is demanded from what, or who, is demanded ("demanded a truce from Chad", "of the envoy")."""

from collections.abc import Set

from dragoman.stages.events.tree import Tree

OWN = frozenset(("of", "from", "between"))
"""Prepositions behind which stands whose a demanded act would be ("demanded the resignation of the mayor")."""

INSIDE = frozenset(("amod", "compound", "flat", "appos", "nmod"))
"""How a word hangs in the phrase that names a thing."""

NO_WORDS: Set[str] = frozenset()


def is_asked(tree: Tree, undergone: Set[str], word: int, way: str) -> bool:
    """Tell whether somebody who stands with a demanded thing is the one who is to act.

    Who "calls for the envoy to resign" asks the envoy; who "calls for a judge" or "demands the release of the envoy"
    asks somebody else.

    Args:
        tree: the trees of the report.
        undergone: lemmas of acts by which "of" and a possessor name whom they are done to.
        word: index of the word that stands for somebody.
        way: the path on which he was found.
    """
    start = way.removeprefix("conj > ")
    if not start.startswith(("obj", "obl:for", "nmod:for")):
        return True
    word = _first(tree, word)
    while tree.rel(word) == "nmod" and not tree.tokens[word].is_root:
        cases: Set[str] = tree.cases.get(word, NO_WORDS)
        if "for" in cases:
            break
        thing = tree.tokens[word].head
        possessor = tree.tokens[word].deprel == "nmod:poss"
        if "by" in cases:
            return True
        if (not possessor and cases.isdisjoint(OWN)) or tree.lemmas[thing] in undergone:
            return False
        word = _first(tree, thing)
    return "for" not in tree.cases.get(word, NO_WORDS) or " > " in start or _is_told_to(tree, word)


def _first(tree: Tree, word: int) -> int:
    """Give the first of the words that one is joined to by "and"."""
    while tree.rel(word) == "conj":
        word = tree.tokens[word].head
    return word


def _is_told_to(tree: Tree, word: int) -> bool:
    """Tell whether an infinitive says what somebody is to do ("called for the mayor to resign")."""
    act = tree.tokens[word].head
    told = [*tree.kids(word, "acl", "xcomp", "advcl"), *(c for c in tree.kids(act, "xcomp", "advcl") if c > word)]
    return any("to" in tree.marked(c, "mark") and not tree.passive(c) for c in told)


def is_wanted(tree: Tree, undergone: Set[str], act: int, word: int) -> bool:
    """Tell whether a demand names somebody as what is wanted, or as the one to whom a wanted act is to be done.

    Args:
        tree: the trees of the report.
        undergone: lemmas of acts by which "of" and a possessor name whom they are done to.
        act: index of the word that makes the demand.
        word: index of the word that stands for somebody.
    """
    word, owned = _first(tree, word), False
    while tree.rel(word) in INSIDE and tree.tokens[word].head != act and not tree.tokens[word].is_root:
        cases: Set[str] = tree.cases.get(word, NO_WORDS)
        thing = tree.tokens[word].head
        if tree.rel(word) == "nmod":
            if "by" in cases:
                return False
            if tree.lemmas[thing] in undergone and tree.within(thing, act):
                return True
            owned = True
        owned = owned or tree.rel(word) in ("amod", "compound")
        word = _first(tree, thing)
    above = tree.tokens[word].head
    if tree.tokens[word].is_root:
        return False
    if tree.tokens[word].deprel == "nsubj:pass":
        return (
            not owned
            and tree.rel(above) in ("ccomp", "advcl")
            and tree.tokens[above].head == act
            and tree.passive(above)
        )
    return not owned and above == act and "for" in tree.cases.get(word, NO_WORDS) and not _is_told_to(tree, word)
