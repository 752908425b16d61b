"""Tells whether a word takes a stand here and now, or only asks, supposes, plans or tells what others hold."""

from dragoman.knowledge.positions import Stands
from dragoman.stages.events.match import negated
from dragoman.stages.events.tree import Tree

OPEN = frozenset({"would", "could", "might", "may", "'d", "’d"})
CONDITIONS = frozenset({"if", "unless", "whether", "had", "were"})
FORMER = frozenset({"once", "formerly", "previously", "longer", "hardly", "barely", "initially"})
HANGING = frozenset({"by", "for", "of", "in", "through", "without", "from", "about", "on", "before", "after", "while"})
LASTING = frozenset({"continue", "keep", "remain", "vow", "pledge", "promise", "begin"})

Turn = str
"""`same`, `turned` (the stand is the other one), or `none`."""


def stance_here(tree: Tree, stands: Stands, word: int) -> tuple[Turn, str]:
    """Judge a word that may take a stand.

    Args:
        tree: the trees of the report.
        stands: the table of words.
        word: index of the verb, or of the light verb or copula's predicate that carries the stand.

    Returns:
        Whether it takes its stand, the other one, or none, and why.
    """
    if _asked(tree, word):
        return "none", "a question"
    if _supposed(tree, word):
        return "none", "a condition"
    if tree.marked(word, "advmod") & FORMER:
        return "none", "no longer, or never"
    helpers = _helpers(tree, word)
    if helpers & OPEN:
        return "none", "only possible"
    if "had" in helpers:
        return "none", "told as past before the past"
    turned = negated(tree, word)
    if tree.tokens[word].xpos == "VBG" and "to" in tree.marked(word, "mark"):
        return "none", "an act that somebody commits himself to"
    if tree.tokens[word].upos == "VERB" and (tree.marked(word, "mark") & HANGING or tree.marked(word, "case")):
        return "none", "an act that another one is done by or for"
    relation, above = tree.rel(word), tree.tokens[word].head
    if relation == "conj" and not tree.kids(word, "nsubj", "aux") and tree.tokens[word].xpos in ("VB", "VBG"):
        return stance_here(tree, stands, above) if above < word else ("none", "joined to what stands behind it")
    if relation in ("xcomp", "ccomp") and not tree.kids(word, "nsubj"):
        if tree.lemmas[above] in stands.lists["deny"]:
            return ("none" if turned else "turned"), f"governed by {tree.tokens[above].text!r}"
        if not _own_word(tree, stands, above):
            return "none", f"governed by {tree.tokens[above].text!r}"
    if relation in ("acl", "advcl", "amod") and "be" not in helpers and tree.tokens[word].xpos in ("VB", "VBN"):
        return "none", "an infinitive or participle that hangs on another word"
    return ("turned", "negated") if turned else ("same", "stated")


def _own_word(tree: Tree, stands: Stands, above: int) -> bool:
    """Tell whether a governing verb leaves the stand standing: "continues to support", "said it supports"."""
    lemma = tree.lemmas[above]
    return lemma in stands.lists["saying"] or lemma in (
        "continue",
        "keep",
        "remain",
        "vow",
        "pledge",
        "promise",
        "begin",
    )


def _helpers(tree: Tree, word: int) -> set[str]:
    found = tree.marked(word, "aux")
    if not found and tree.rel(word) == "conj" and not tree.kids(word, "nsubj"):
        return tree.marked(tree.tokens[word].head, "aux")
    return found


def _asked(tree: Tree, word: int) -> bool:
    """A sentence that ends with a question mark asks; so does an embedded "whether"."""
    at = word
    sentence = tree.sentence_of[word]
    while at < len(tree.tokens) and tree.sentence_of[at] == sentence:
        text = tree.tokens[at].text
        if text == "?":
            return True
        if text in (".", "!", ";") and at > word:
            return False
        at += 1
    return False


def _supposed(tree: Tree, word: int) -> bool:
    for _ in range(5):
        if tree.marked(word, "mark") & CONDITIONS:
            return True
        if tree.tokens[word].is_root or tree.rel(word) in ("parataxis", "acl"):
            return False
        word = tree.tokens[word].head
    return False
