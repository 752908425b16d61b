"""Finds whose an act is: of "its attacks" and "her complaint" the verb around them tells who is meant."""

from collections.abc import Set

from dragoman.stages.events.tree import Found, Tree


def possessors(tree: Tree, noun: int, owner: int, answering: Set[str]) -> list[Found]:
    """Give whoever has an act; "its" and "their" in a verb's object mean the verb's subject ("renewed its attacks").

    Args:
        tree: the trees of the report.
        noun: index of the word that names the act.
        owner: index of its possessor.
        answering: lemmas of verbs by which somebody answers what another did ("dismissed her complaint").
    """
    verb = tree.tokens[noun].head
    pronoun, relation = tree.tokens[owner].upos == "PRON", tree.relations[noun]
    own = tree.tokens[verb].upos == "VERB" and tree.lemmas[verb] not in answering
    meant = tree.doers(verb) if pronoun and relation == "obj" and own else []
    if pronoun and relation == "obl" and "for" in tree.cases.get(noun, ()):
        meant = tree.undergoers(verb)
    return [(word, f"nmod:poss > {way}") for word, way in meant] or [(owner, "nmod:poss")]
