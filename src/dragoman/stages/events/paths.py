"""Writes the way through a tree from an act to a word, as a short text."""

from dragoman.stages.events.tree import Tree

MOST_UP = 4
MOST_DOWN = 4
FAR = "far"


def path_between(tree: Tree, act: int, word: int) -> str:
    """Write the way from an act to a word of its sentence.

    Args:
        tree: the trees of the report.
        act: index of the word that names the act.
        word: index of the other.

    Returns:
        Relations up from the act, then down to the word, with prepositions ("^xcomp nsubj", "obl:with"); "far" where
        the way is long. Words joined by "and" stand where the first of them does.
    """
    if act == word:
        return "itself"
    while tree.rel(word) == "conj" and tree.tokens[word].upos not in ("VERB", "AUX") and word != act:
        word = tree.tokens[word].head
    down = [word]
    while not tree.tokens[down[-1]].is_root:
        down.append(tree.tokens[down[-1]].head)
    above = {w: n for n, w in enumerate(down)}
    up: list[str] = []
    while act not in above:
        if tree.tokens[act].is_root or len(up) >= MOST_UP:
            return FAR
        up.append("^" + step(tree, act))
        act = tree.tokens[act].head
    if above[act] > MOST_DOWN:
        return FAR
    return " ".join((*up, *(step(tree, w) for w in reversed(down[: above[act]])))) or "itself"


def step(tree: Tree, word: int) -> str:
    """Name the relation of a word to its head, with its preposition, and whether a subject is a passive's."""
    relation = tree.rel(word)
    if relation == "nsubj" and tree.passive(tree.tokens[word].head):
        return "nsubj:pass"
    if relation == "nmod" and tree.tokens[word].deprel == "nmod:poss":
        return "nmod:poss"
    if relation in ("obl", "nmod"):
        return f"{relation}:{min(tree.cases.get(word, ('',)), default='')}"
    return relation
