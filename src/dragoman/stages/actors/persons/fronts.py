"""Reads the title in front of a person's name: how far it reaches, over courtesies, lists and states."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.knowledge.actors import words
from dragoman.model import Document, Name, Token
from dragoman.stages.actors.persons import titles
from dragoman.stages.actors.persons.titles import Titled
from dragoman.stages.actors.phrases import Tree
from dragoman.stages.actors.states.forms import find as find_state

LONGEST_TITLE = 14
OPENING = ("DET", "ADJ", "NOUN", "PROPN", "PRON")
BEFORE_NAME = ("NOUN", "PROPN", "ADJ", "PUNCT", "X")
PART_OF_TITLE = ("appos", "flat", "nmod:desc", "compound", "dep", "nmod:unmarked")


@dataclass(frozen=True, slots=True)
class Scene:
    """A report, its trees, the words inside names of persons, and the other names by the word that follows them."""

    document: Document
    tree: Tree
    persons: frozenset[int]
    before: Mapping[int, Name]


def owners(document: Document) -> dict[int, Name]:
    """Give the names of states, places and bodies by the word that follows them, past their initials in brackets."""
    tokens = document.tokens
    found = {name.last: name for name in document.names if name.label != "PER"}
    for name in document.names:
        after = [token.text for token in tokens[name.last : name.last + 3]]
        if name.label != "PER" and len(after) == 3 and after[0] == "(" and after[2] == ")" and after[1].isupper():
            found[name.last + 3] = name
    return found


def title_before(scene: Scene, name: Name) -> tuple[int, Titled | None]:
    """Read the title before a name, with its determiner, and say where it begins."""
    end = _courtesies(scene, name.first)
    if end < name.first:
        first, title = _title_up_to(scene, name, end)
        if title is not None and (title.office is not None or title.sector is not None):
            courtesy = titles.read(scene.document.tokens, end, name.first)
            return first, replace(title, gender=title.gender or (courtesy.gender if courtesy is not None else ""))
    return _title_up_to(scene, name, name.first)


def past_owner(scene: Scene, name: Name, first: int, title: Titled | None) -> tuple[int, Titled | None]:
    """Begin a title at the state or body that stands before it, where the tree takes that for the head.

    In "Republic of Fiji (RF) Foreign Minister Jan Novak" the minister is meant, not the republic.
    """
    owner = scene.before.get(first) if title is not None and first < name.first else None
    if owner is None or title is None:
        return first, title
    tree = scene.tree
    head = tree.head_of(owner.first, name.last)
    own = tree.head_of(name.first, name.last)
    bracketed = owner.last < first
    if not owner.first <= head < owner.last or not (bracketed or head in _above(tree, own)):
        return first, title
    state = find_state(scene.document.text[owner.start : owner.end])
    country = title.country or (state.iso3 if state is not None else None)
    return _from_article(tree, owner.first), replace(title, country=country)


def _above(tree: Tree, i: int) -> list[int]:
    """Give the nouns by which a name hangs on the words before it."""
    found: list[int] = []
    while tree.tokens[i].deprel in PART_OF_TITLE and tree.tokens[i].head < i:
        i = tree.tokens[i].head
        found.append(i)
    return found


def _from_article(tree: Tree, first: int) -> int:
    return first - 1 if first and tree.tokens[first - 1].text.lower() == "the" else first


def _courtesies(scene: Scene, end: int) -> int:
    """Give the first of the words of mere courtesy right before a name: "the minister, | Mr. Dr. | Novak"."""
    tokens = scene.document.tokens
    while end and (text := tokens[end - 1].text)[0].isupper() and text.lower().rstrip(".") in words("honour"):
        if text == "He":
            break
        end -= 1
    return end


def _title_up_to(scene: Scene, name: Name, end: int) -> tuple[int, Titled | None]:
    """Read the title of a name that ends before a word, the name's own first or that of a courtesy."""
    tokens = scene.document.tokens
    before = tokens[end - 1] if end else None
    if before is None or before.upos not in BEFORE_NAME or _is_possessor(scene, end):
        return name.first, None
    starts, surest = _starts(scene, name, end)
    for first in sorted({*starts, *surest}):
        title = titles.read(tokens, first, end, known=True)
        if title is not None:
            return _with_first_of_two(scene, surest, first, end, title)
    capitals = [i for i in starts if _in_capitals(scene, i, end)]
    for first in sorted({*surest, *capitals}):
        title = titles.read(tokens, first, end)
        if title is not None:
            return first, title
    return name.first, None


def _with_first_of_two(
    scene: Scene, surest: Sequence[int], first: int, end: int, title: Titled
) -> tuple[int, Titled | None]:
    """Begin two titles in a row at the first: "Special Envoy for River Trade | Ambassador | Novak"."""
    whole = min([*surest, *_official(scene, first)], default=first)
    if whole >= first or scene.document.tokens[first - 1].text == ",":
        return first, title
    longer = titles.read(scene.document.tokens, whole, end)
    if longer is None or (longer.office is None and longer.sector is None):
        return first, title
    told = title if title.office is not None or longer.office is None else longer
    longer = replace(longer, office=told.office, gender=title.gender or longer.gender)
    return whole, longer if title.office is None else replace(title, country=title.country or longer.country)


def _official(scene: Scene, end: int) -> list[int]:
    """Give where a title in capitals begins that a purpose ends: "Special Envoy for River Trade |"."""
    tokens = scene.document.tokens
    same = end > scene.document.analysis.sentences[scene.tree.sentence_of[end]].first
    noun = _governing(scene.tree, end - 1) if same else end - 1
    if noun == end - 1 or not tokens[noun].text[0].isupper():
        return []
    first = scene.tree.core(noun)[0]
    return [first] if joined(scene, first, end) else []


def _starts(scene: Scene, name: Name, end: int) -> tuple[list[int], list[int]]:
    """Give the words where a title up to a word may begin: all that could, and those where the tree says so."""
    tokens = scene.document.tokens
    head = scene.tree.head_of(name.first, name.last)
    surest = [scene.tree.core(head)[0]]
    above = tokens[head]
    if above.deprel in PART_OF_TITLE and above.head < end:
        surest.insert(0, scene.tree.core(above.head)[0])
    sentence = scene.document.analysis.sentences[scene.tree.sentence_of[name.first]]
    nearest = max(sentence.first, end - LONGEST_TITLE)
    comma = end > sentence.first and tokens[end - 1].text == ","
    if comma and end - 2 >= sentence.first:
        surest.append(scene.tree.core(_governing(scene.tree, end - 2))[0])
    starts = [] if comma else [i for i in range(nearest, end) if _may_open(tokens[i]) and tokens[i + 1].text != ","]
    whole = min(surest)
    if whole >= nearest and not titles.may_end_title(tokens[whole].text):
        surest += [i + 1 for i in range(whole + 1, end - 1) if tokens[i].text.lower() == "of"][:1]
    surest = [_with_rank(tokens, i, sentence.first) for i in surest]
    return (
        [i for i in starts if joined(scene, i, end)],
        [i for i in surest if nearest <= i < end and joined(scene, i, end)],
    )


def _may_open(token: Token) -> bool:
    """Tell whether a title may begin with a word: "the", "his", "former", "Under" (Secretary)."""
    if token.upos == "PRON":
        return token.xpos == "PRP$"
    return token.upos in OPENING or (token.text[0].isupper() and token.text.lower() in words("rank"))


def _with_rank(tokens: Sequence[Token], first: int, least: int) -> int:
    """Begin a title at the word of rank before it ("Under | Secretary"), which trees take for a preposition."""
    before = tokens[first - 1] if first > least else None
    return first - 1 if before is not None and before.text.lower() in words("rank") else first


def _governing(tree: Tree, i: int) -> int:
    """Climb from the last word of a title to its noun: from "state" to "secretary" in "the secretary of state,"."""
    at = i
    while tree.tokens[at].deprel == "nmod" and tree.tokens[at].head < at and tree.case(at) in ("of", "for", "to"):
        at = tree.tokens[at].head
    return at if titles.may_end_title(tree.tokens[at].text) else i


def _in_capitals(scene: Scene, first: int, last: int) -> bool:
    """Tell whether words are written like an official title, small words aside."""
    tokens = scene.document.tokens[first:last]
    return tokens[0].text[0].isupper() and all(
        t.text[0].isupper() or t.upos in ("ADP", "DET", "CCONJ", "PUNCT", "PART") for t in tokens
    )


def joined(scene: Scene, first: int, last: int) -> bool:
    """Tell whether words make one phrase: no verb, no clause, no other person's name in between."""
    tokens = scene.document.tokens[first:last]
    if any(t.upos in ("VERB", "AUX", "SCONJ") or t.text in '.;:"“”()!?–—' for t in tokens):
        return False
    if any(t.text.lower() in words("relative") for t in tokens):
        return False
    return scene.persons.isdisjoint(range(first, last)) and _commas_allow(scene, first, last)


def _commas_allow(scene: Scene, first: int, last: int) -> bool:
    """Tell whether the commas in a phrase are a title's own: "Secretary for Trade, Energy and Rivers", "the mayor,"."""
    tokens = scene.document.tokens
    commas = [i for i in range(first, last) if tokens[i].text == ","]
    if not commas:
        return True
    several = commas[-1] == last - 1 and last - first > 1
    if several and tokens[_governing(scene.tree, last - 2)].xpos in ("NNS", "NNPS"):
        return False
    if commas[0] == last - 1:
        return True
    opening = scene.document.words(first, commas[0]).text if commas[0] > first else ""
    return bool(opening) and find_state(opening) is None and _in_capitals(scene, first, last)


def _is_possessor(scene: Scene, last: int) -> bool:
    """Tell whether the word before a name ends a phrase of its own ("Poland's Novak", "friends of Novak")."""
    return last > 0 and scene.document.tokens[last - 1].text in ("'s", "’s", "'", "’", "of", "and", "or")
