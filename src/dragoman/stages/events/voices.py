"""Finds in whose voice a report says "we": the publisher's state's, or that of all who sign a joint statement."""

from dragoman.knowledge.countries import countries
from dragoman.knowledge.frames import frames
from dragoman.model import Actor, Document, Sentence
from dragoman.stages.actors import Linker
from dragoman.stages.events.tree import Tree

LIST = 4
"""From how many names on a list is read by its order."""

JOINT = 4
"""How many sentences from the start may say in whose name a statement speaks."""

GIVERS = ("from", "by")
"""Prepositions behind which stands whose a statement is."""


def voices(document: Document, tree: Tree, linker: Linker) -> tuple[Actor, ...]:
    """Find who speaks where a report says "we" outside of quotation marks.

    Args:
        document: with the layer `actors`.
        tree: its trees.
        linker: tells who a word stands for.

    Returns:
        All signers of a joint statement; else the state of a government's release; none for a newspaper.
    """
    words = _titled(document)
    for sentence in document.analysis.sentences[:JOINT]:
        heads = _heads(tree, sentence)
        found = {actor.id: actor for head in heads for actor in _signers(tree, linker, head)}
        if heads and min(heads) < sentence.last:
            found |= {actor.id: actor for actor in _listed(tree, linker, min(heads), sentence)}
        if not found and words & frames().classes["statement"]:
            listed = _listed(tree, linker, sentence.first, sentence)
            if "joint" in words or set(listed) & set(_publisher(document)):
                found = {actor.id: actor for actor in listed}
        if len(found) > 1:
            return tuple(found.values())
    return _publisher(document)


def _titled(document: Document) -> set[str]:
    """Give the words of a headline: it may call the report a joint statement."""
    return {word.lower().strip(":,.") for word in (document.article.title or "").split()}


def _heads(tree: Tree, sentence: Sentence) -> list[int]:
    """Find "released by A and B", "a statement from A and B", "we, A and B" where a statement is spoken of."""
    words = range(sentence.first, sentence.last)
    statement = frames().classes["statement"]
    if not tree.vocabulary(sentence.i) & statement:
        return []
    signers: list[int] = []
    for i in words:
        if tree.lowers[i] == "we":
            signers += tree.kids(i, "appos")
        elif tree.tokens[i].upos == "VERB" and tree.passive(i):
            signers += [word for word, _ in tree.doers(i)]
        elif tree.tokens[i].upos == "NOUN" and tree.lemma(i) in statement:
            signers += [word for giver in GIVERS for word, _ in tree.obliques(i, giver)]
    return [j for word in signers for j in tree.joined(word)]


def _signers(tree: Tree, linker: Linker, head: int) -> list[Actor]:
    """Give who signs: a known one himself; for "the foreign ministers of A and B" the states A and B."""
    own = _headed(linker, head)
    of = [j for word, _ in tree.obliques(head, "of") for j in tree.joined(word)]
    states = [actor for j in of for actor in _headed(linker, j) if actor.kind == "country"]
    known = any(actor.known and actor not in states for actor in own)
    return own if known or not states else states


def _listed(tree: Tree, linker: Linker, first: int, sentence: Sentence) -> list[Actor]:
    """Give all known ones from the first signer on: trees of long lists err, their order does not."""
    found: list[Actor] = []
    for i in range(first, sentence.last):
        if tree.tokens[i].xpos in ("VBD", "VBZ", "VBP", "MD"):
            break
        found += [actor for actor in _headed(linker, i) if actor.kind == "country" or actor.known]
    return found if len(found) >= LIST else []


def _headed(linker: Linker, word: int) -> list[Actor]:
    return [actor for actor in linker.at(word) if any(mention.head == word for mention in actor.mentions)]


def official(document: Document) -> bool:
    """Tell whether a government publishes the report."""
    return bool({word.lower() for word in _named(document)} & frames().classes["government_publisher"])


def _named(document: Document) -> list[str]:
    return (document.article.publisher or "").replace("'s", "").split()


def _publisher(document: Document) -> tuple[Actor, ...]:
    """Give the state whose government publishes a report, where it takes part in it."""
    words = _named(document)
    if not official(document):
        return ()
    forms = [countries().find(form) for form in (*words, " ".join(words[:2]))]
    states = {form.iso3 for form in forms if form is not None}
    for actor in document.actors:
        if actor.kind == "country" and actor.country in states:
            return (actor,)
    return ()
