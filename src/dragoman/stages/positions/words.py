"""Reads stands off words that take one: "opposes the plan", "voiced support for talks", "is opposed to it"."""

from collections.abc import Iterator

from dragoman.knowledge.positions import Stand, Stands
from dragoman.model import Document, Span
from dragoman.stages.events.tree import Tree
from dragoman.stages.positions.found import OTHER, Found
from dragoman.stages.positions.standing import stance_here
from dragoman.stages.positions.wording import clause_phrase, dated, noun_phrase

Phrase = tuple[str, Span, bool]
"""Words, where they stand, and whether a word for an end of something turned them round."""


def worded(document: Document, tree: Tree, stands: Stands) -> Iterator[Found]:
    """Find the stands that verbs, nouns and adjectives take.

    Args:
        document: the report.
        tree: its trees.
        stands: the table of words.
    """
    taking = stands.verbs.keys() | stands.nouns.keys() | stands.adjectives.keys()
    for i, lemma in enumerate(tree.lemmas):
        if lemma not in taking and tree.lowers[i] not in taking:
            continue
        upos = tree.tokens[i].upos
        if upos in ("ADJ", "VERB", "ADP") and tree.lowers[i] in stands.adjectives and _said_of(tree, i):
            yield from _adjective(document, tree, stands, i, stands.adjectives[tree.lowers[i]])
        elif upos == "VERB" and lemma in stands.verbs:
            yield from _verb(document, tree, stands, i, stands.verbs[lemma])
        elif upos == "NOUN" and lemma in stands.nouns:
            yield from _noun(document, tree, stands, i, stands.nouns[lemma])


def _verb(document: Document, tree: Tree, stands: Stands, verb: int, stand: Stand) -> Iterator[Found]:
    turn, reason = stance_here(tree, stands, verb)
    if turn == "none":
        return
    for text, span, round_ in _objects(document, tree, stands, verb, stand):
        subjects = tuple(word for word, _ in tree.doers(verb))
        flipped = (turn == "turned") != round_
        if turn == "turned" and stand.stance == "against":
            return  # whoever does not oppose a thing is not for it yet
        yield Found(_stance(stand, flipped), text, span, verb, tree.lemmas[verb], subjects, reason)


def _noun(document: Document, tree: Tree, stands: Stands, noun: int, stand: Stand) -> Iterator[Found]:
    carrier = tree.tokens[noun].head
    if tree.rel(noun) not in ("obj", "nsubj") or tree.lemmas[carrier] not in stands.lists["light"]:
        return
    turn, reason = stance_here(tree, stands, carrier)
    if turn != "same" or tree.marked(noun, "det") & {"no", "any"}:
        return
    for text, span, round_ in _objects(document, tree, stands, noun, stand):
        subjects = tuple(word for word, _ in tree.doers(carrier))
        words = f"{tree.lemmas[carrier]} {tree.lemmas[noun]}"
        yield Found(_stance(stand, round_), text, span, noun, words, subjects, reason)


def _adjective(document: Document, tree: Tree, stands: Stands, word: int, stand: Stand) -> Iterator[Found]:
    predicate = tree.tokens[word].head if stand.objects == ("object",) else word
    turn, reason = stance_here(tree, stands, predicate)
    if turn == "none" or (turn == "turned" and stand.stance == "against"):
        return
    if stand.objects == ("object",):
        phrase = noun_phrase(document, tree, predicate)
        phrases: list[Phrase] = [(*phrase, False)] if phrase else []
    else:
        phrases = list(_objects(document, tree, stands, word, stand))
    subjects = tuple(tree.kids(predicate, "nsubj"))
    for text, span, round_ in phrases:
        yield Found(
            _stance(stand, (turn == "turned") != round_), text, span, word, f"be {tree.lowers[word]}", subjects, reason
        )


def _said_of(tree: Tree, word: int) -> bool:
    """Tell whether an adjective or preposition is said of a subject: "is opposed to", "is against"."""
    predicate = tree.tokens[word].head if tree.rel(word) == "case" else word
    return bool(tree.kids(predicate, "cop")) or (tree.passive(word) and bool(tree.kids(word, "nsubj")))


def _stance(stand: Stand, flipped: bool) -> str:
    return OTHER[stand.stance] if flipped else stand.stance


def _objects(document: Document, tree: Tree, stands: Stands, word: int, stand: Stand) -> Iterator[Phrase]:
    """Find what a stand is about, at the first of its places where anything stands."""
    for place in stand.objects:
        found = list(_at(document, tree, stands, word, place))
        if found:
            yield from found
            return


def _at(document: Document, tree: Tree, stands: Stands, word: int, place: str) -> Iterator[Phrase]:
    if place == "clause":
        for clause in tree.kids(word, "xcomp", "ccomp", "advcl")[:1]:
            marks = tree.marked(clause, "mark")
            if tree.rel(clause) == "advcl" and "to" not in marks:
                continue
            if tree.lemmas[clause] in stands.verbs:
                return  # "refused to support it": the inner verb takes the stand
            if tree.lemmas[clause] in stands.lists["silent"] and stands.verbs[tree.lemmas[word]].stance == "against":
                return  # whoever declines to comment on a thing is not against it
            called = _heads(tree, word, "on") or _heads(tree, word, "upon")
            named = [i for i in tree.kids(word, "obj", "iobj") if not dated(document, i)]
            subject = next(iter(tree.kids(clause, "nsubj") or named or called), None)
            over = tree.kids(clause, "obj", "xcomp")[:1] if tree.lemmas[clause] in stands.lists["deny"] else []
            phrase = noun_phrase(document, tree, over[0]) if over else clause_phrase(document, tree, clause, subject)
            if phrase:
                yield (*phrase, bool(over) or bool(_not(tree, clause)))
        return
    for head in _heads(tree, word, place)[:1]:
        ended = _ended(tree, stands, head)
        phrase = noun_phrase(document, tree, head if ended is None else ended)
        if phrase and tree.tokens[head].upos != "PRON":
            yield (*phrase, ended is not None)


def _heads(tree: Tree, word: int, place: str) -> list[int]:
    """Give the heads of what stands at a place; a preposition must hang on the word itself or on its object."""
    if place == "object":
        return [head for head, _ in tree.undergoers(word)]
    near = [*tree.kids(word, "obl", "nmod"), *(c for o in tree.kids(word, "obj") for c in tree.kids(o, "nmod"))]
    return [c for c in near if place in tree.cases.get(c, ())]


def _ended(tree: Tree, stands: Stands, noun: int) -> int | None:
    """Of "an end to the violence" give "violence": whoever calls for the end of a thing is against it."""
    if tree.lemmas[noun] not in stands.lists["end"]:
        return None
    found = tree.obliques(noun, "to") or tree.obliques(noun, "of") or tree.obliques(noun, "in")
    return found[0][0] if found else None


def _not(tree: Tree, clause: int) -> set[str]:
    return tree.marked(clause, "advmod") & {"not", "never"}
