"""Reads off a sentence what its events are about as a matter of policy: the PLOVER contexts."""

from dragoman.knowledge.contexts import contexts_of
from dragoman.model import Sentence
from dragoman.stages.events.tree import Tree


def contexts(tree: Tree, sentence: Sentence) -> tuple[str, ...]:
    """Find the contexts of an event told in a sentence, by the terms of `knowledge/contexts.tsv`.

    Args:
        tree: the trees of the report.
        sentence: the sentence that tells it best.

    Returns:
        The contexts, in the order of the manual; several where the words speak of several.
    """
    return contexts_of([(tree.lowers[i], tree.lemmas[i]) for i in range(sentence.first, sentence.last)])
