"""Puts what a stand is about into few words: a noun phrase, or a clause with its verb in the dictionary form."""

from dragoman.model import Document, Span
from dragoman.stages.events.tree import Tree

LONGEST = 12
"""How many words a noun phrase may have."""

LEFT = frozenset({"compound", "amod", "nmod", "nummod", "flat", "det", "case", "punct"})
RIGHT = frozenset({"nmod", "flat", "fixed", "compound", "appos", "acl"})
MARKS = "\"“‘'"
LEADING = frozenset({"DET", "PUNCT", "ADP", "SCONJ"})
EMPTY = frozenset(
    {"it", "this", "that", "these", "those", "which", "who", "what", "such", "there", "he", "she", "they"}
)


def noun_phrase(document: Document, tree: Tree, head: int) -> tuple[str, Span] | None:
    """Give a noun phrase without its article.

    Args:
        document: the report.
        tree: its trees.
        head: index of its head.

    Returns:
        The phrase and where it stands; None where it only points at something ("this", "it").
    """
    if tree.lowers[head] in EMPTY or tree.tokens[head].upos not in ("NOUN", "PROPN", "VERB", "PRON", "NUM"):
        return None
    first, last = _edges(tree, head)
    while first < head and tree.tokens[first].upos in LEADING:
        first += 1
    span = document.words(first, last + 1)
    return _plain(tree, first, " ".join(span.text.split())), span


def _plain(tree: Tree, first: int, text: str) -> str:
    """Write the first word of a sentence small where it is no name."""
    token = tree.tokens[first]
    begins = (
        first == 0 or tree.sentence_of[first - 1] != tree.sentence_of[first] or tree.tokens[first - 1].text in "\"“‘'"
    )
    known = token.upos != "PROPN" and not token.text.isupper() and token.text[1:].islower()
    return text[:1].lower() + text[1:] if begins and known else text


def clause_phrase(document: Document, tree: Tree, verb: int, subject: int | None) -> tuple[str, Span] | None:
    """Give a clause as subject, verb and object or oblique ("Iran obtain nuclear weapons", "lift sanctions").

    Args:
        document: the report.
        tree: its trees.
        verb: index of its verb.
        subject: index of the head of its subject, None where it has none worth saying.

    Returns:
        The words and where they stand; None where nothing is left but the verb.
    """
    passive = tree.passive(verb)
    behind = tree.kids(verb, "obj") or tree.kids(verb, "xcomp", "ccomp")[:1]
    agent = [c for c, _ in tree.doers(verb)] if passive else []
    things = ([subject] if subject is not None else []) if passive else behind
    before = agent if passive else [subject] if subject is not None else []
    words = [noun_phrase(document, tree, i) for i in before[:1]]
    words.append((_verb(document, tree, verb), document.words(verb, verb + 1)))
    words += [_thing(document, tree, i) for i in things[:1]]
    words += [
        _oblique(document, tree, i) for i in tree.kids(verb, "obl")[:1] if i not in agent and not dated(document, i)
    ]
    said = [each for each in words if each is not None]
    if len(said) < 2:
        return None
    start, end = min(span.start for _, span in said), max(span.end for _, span in said)
    return " ".join(text for text, _ in said), document.span(start, end)


def _thing(document: Document, tree: Tree, i: int) -> tuple[str, Span] | None:
    if tree.tokens[i].upos in ("VERB", "AUX") and tree.rel(i) in ("xcomp", "ccomp"):
        inner = clause_phrase(document, tree, i, None)
        return (f"to {inner[0]}", inner[1]) if inner else None
    return noun_phrase(document, tree, i)


def _oblique(document: Document, tree: Tree, i: int) -> tuple[str, Span] | None:
    case = next((tree.lowers[c] for c in tree.kids(i, "case") if c < i), "")
    phrase = noun_phrase(document, tree, i)
    return (f"{case} {phrase[0]}".strip(), phrase[1]) if phrase and case else None


def _verb(document: Document, tree: Tree, verb: int) -> str:
    particles = [tree.tokens[c].text for c in tree.children[verb] if tree.tokens[c].deprel == "compound:prt"]
    copula = tree.kids(verb, "cop")
    if copula:
        return f"be {document.text[tree.tokens[verb].start : tree.tokens[verb].end]}"
    return " ".join((tree.lemmas[verb], *particles))


def _edges(tree: Tree, head: int) -> tuple[int, int]:
    """Find the first and last word of a noun phrase; of a long one only what stands nearest."""
    first = last = head
    for c in tree.children[head]:
        if c < head and tree.relations[c] in LEFT:
            first = min(first, _outermost(tree, c, -1))
        elif c > head and _follows(tree, head, c):
            end = _outermost(tree, c, 1)
            last = max(last, end) if end - first < LONGEST else last
    while last > head and tree.tokens[last].upos == "PUNCT":
        last -= 1
    return first, last


def _follows(tree: Tree, head: int, c: int) -> bool:
    """Tell whether what hangs on a noun from behind belongs to what it names: no relative clause does."""
    if tree.relations[c] == "conj":
        return tree.tokens[c].upos == tree.tokens[head].upos
    return tree.relations[c] in RIGHT and tree.tokens[c].deprel != "acl:relcl"


def _outermost(tree: Tree, i: int, side: int) -> int:
    edge = i
    waiting = [i]
    while waiting:
        word = waiting.pop()
        for c in tree.children[word]:
            if (c - i) * side > 0 and tree.relations[c] in (
                *LEFT,
                *RIGHT,
                "conj",
                "cc",
                "advmod",
                "obj",
                "obl",
                "mark",
            ):
                edge = max(edge, c) if side > 0 else min(edge, c)
                waiting.append(c)
    return edge


def dated(document: Document, word: int) -> bool:
    """Tell whether a word belongs to a time: "on Tuesday" is no part of what a stand is about.

    Args:
        document: the report; without the layer `times` no word does.
        word: document index.
    """
    times = document.layers.get("times", ())
    return any(time.first <= word < time.last for time in times)  # type: ignore[attr-defined]
