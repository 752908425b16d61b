"""Finds the places where a report names a person, with the titles beside the name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.knowledge.actors import words
from dragoman.knowledge.fold import fold
from dragoman.model import ActorMention, Document, Name, Token
from dragoman.stages.actors import titles
from dragoman.stages.actors.phrases import SUBJECTS, Tree
from dragoman.stages.actors.states import find as find_state
from dragoman.stages.actors.titles import Titled

LONGEST_TITLE = 14
OPENING = ("DET", "ADJ", "NOUN", "PROPN", "PRON")
BEFORE_NAME = ("NOUN", "PROPN", "ADJ", "PUNCT", "X")
PART_OF_TITLE = ("appos", "flat", "nmod:desc", "compound", "dep", "nmod:unmarked")


@dataclass(slots=True, kw_only=True)
class Named:
    """One place where a report names a person.

    Args:
        mention: the words, with the title before the name.
        first: index of the first word of the name itself.
        words: the folded words of the name itself, initials left out.
        form: the name as written.
        title: what a title beside it says.
    """

    mention: ActorMention
    first: int
    words: tuple[str, ...]
    form: str
    title: Titled | None


@dataclass(frozen=True, slots=True)
class _Scene:
    """A report, its trees, and the words inside names of persons."""

    document: Document
    tree: Tree
    persons: frozenset[int]


def namings(document: Document, tree: Tree) -> list[Named]:
    """Find every place where a report names a person.

    Args:
        document: with the layer `names`.
        tree: its trees.
    """
    names = [name for name in document.names if name.label == "PER" and not _is_credit(document, name)]
    inside = frozenset(i for name in names for i in range(name.first, name.last))
    scene = _Scene(document, tree, inside)
    found = [_named(scene, name) for name in names]
    _share_titles(scene, found)
    surnames = {named.words[-1] for named in found if len(named.words) > 1 and not _is_lettered(named.form)}
    for named in found:
        if _is_lettered(named.form) and named.words[-1] in surnames:
            named.words = named.words[1:]
    return found


def _share_titles(scene: _Scene, found: Sequence[Named]) -> None:
    """Give the title of several to each: "senators Jan Novak and Eva Malik" are both senators."""
    tokens = scene.tree.tokens
    at = {scene.tree.head_of(named.first, named.mention.last): named for named in found}
    for named in found:
        noun = tokens[named.first - 1] if named.first > named.mention.first else None
        if named.title is None or noun is None or noun.xpos not in ("NNS", "NNPS"):
            continue
        one = " ".join([*named.title.words.split()[:-1], noun.lemma.lower()])
        named.title = replace(named.title, words=one)
        head = scene.tree.head_of(named.first, named.mention.last)
        for other in (*scene.tree.all(head, "conj"), *scene.tree.all(noun.i, "conj")):
            if other in at and at[other].title is None and other > head:
                at[other].title = named.title


def _is_credit(document: Document, name: Name) -> bool:
    """Tell whether a name only says who took a picture ("(photo credit: Jan Novak)", "Photo by Jan Novak")."""
    before = [token.text.lower() for token in document.tokens[max(name.first - 2, 0) : name.first]]
    return len(before) == 2 and before[0] in words("credit") and before[1] in (":", "by")


def _is_lettered(form: str) -> bool:
    """Tell whether letters for an office stand before a surname ("DFM Novak")."""
    first, _, rest = form.partition(" ")
    letters = len(first) > 1 and first.isupper() and first.isalpha()
    return letters and bool(rest) and " " not in rest and not rest.isupper()


def name_words(form: str) -> tuple[str, ...]:
    """Give the folded words of a personal name, initials left out."""
    parts = [part for part in fold(form).split() if part not in words("courtesy")]
    long = tuple(part for part in parts if len(part) > 1)
    return long or tuple(parts) or (form.casefold(),)


def _named(scene: _Scene, name: Name) -> Named:
    form = scene.document.text[name.start : name.end]
    first, title = _title_before(scene, name)
    head = scene.tree.head_of(first, name.last)
    if title is None or (title.office is None and title.sector is None):
        title = _title_after(scene, name) or title
    elif title.country is None and title.where is None:
        behind = _title_after(scene, name)
        title = replace(title, country=behind.country) if behind is not None else title
    mention = ActorMention(
        span=scene.document.words(first, name.last),
        first=first,
        last=name.last,
        head=head,
        form="titled" if first < name.first else "name",
        reason="named",
    )
    return Named(mention=mention, first=name.first, words=name_words(form), form=form, title=title)


def _title_before(scene: _Scene, name: Name) -> tuple[int, Titled | None]:
    """Read the title before a name, with its determiner, and say where it begins."""
    before = scene.document.tokens[name.first - 1] if name.first else None
    if before is None or before.upos not in BEFORE_NAME or _is_possessor(scene, name.first):
        return name.first, None
    starts, surest = _starts(scene, name)
    for first in sorted({*starts, *surest}):
        title = titles.read(scene.document.tokens, first, name.first, known=True)
        if title is not None:
            return first, title
    capitals = [i for i in starts if _in_capitals(scene, i, name.first)]
    for first in sorted({*surest, *capitals}):
        title = titles.read(scene.document.tokens, first, name.first)
        if title is not None:
            return first, title
    return name.first, None


def _starts(scene: _Scene, name: Name) -> tuple[list[int], list[int]]:
    """Give the words where a title may begin: all that could, and those where the tree says so."""
    tokens = scene.document.tokens
    head = scene.tree.head_of(name.first, name.last)
    surest = [scene.tree.core(head)[0]]
    above = tokens[head]
    if above.deprel in PART_OF_TITLE and above.head < name.first:
        surest.insert(0, scene.tree.core(above.head)[0])
    sentence = scene.document.analysis.sentences[scene.tree.sentence_of[name.first]]
    nearest = max(sentence.first, name.first - LONGEST_TITLE)
    comma = name.first > sentence.first and tokens[name.first - 1].text == ","
    if comma and name.first - 2 >= sentence.first:
        surest.append(scene.tree.core(_governing(scene.tree, name.first - 2))[0])
    starts = (
        [] if comma else [i for i in range(nearest, name.first) if _may_open(tokens[i]) and tokens[i + 1].text != ","]
    )
    whole = min(surest)
    if whole >= nearest and not titles.may_end_title(tokens[whole].text):
        surest += [i + 1 for i in range(whole + 1, name.first - 1) if tokens[i].text.lower() == "of"][:1]
    surest = [_with_rank(tokens, i, sentence.first) for i in surest]
    return (
        [i for i in starts if _joined(scene, i, name.first)],
        [i for i in surest if nearest <= i < name.first and _joined(scene, i, name.first)],
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


def _in_capitals(scene: _Scene, first: int, last: int) -> bool:
    """Tell whether words are written like an official title, small words aside."""
    tokens = scene.document.tokens[first:last]
    return tokens[0].text[0].isupper() and all(
        t.text[0].isupper() or t.upos in ("ADP", "DET", "CCONJ", "PUNCT", "PART") for t in tokens
    )


def _joined(scene: _Scene, first: int, last: int) -> bool:
    """Tell whether words make one phrase: no verb, no clause, no other person's name in between."""
    tokens = scene.document.tokens[first:last]
    if any(t.upos in ("VERB", "AUX", "SCONJ") or t.text in '.;:"“”()!?–—' for t in tokens):
        return False
    if any(t.text.lower() in words("relative") for t in tokens):
        return False
    return scene.persons.isdisjoint(range(first, last)) and _commas_allow(scene, first, last)


def _commas_allow(scene: _Scene, first: int, last: int) -> bool:
    """Tell whether the commas in a phrase are a title's own: "Secretary for Trade, Energy and Rivers", "the mayor,"."""
    tokens = scene.document.tokens
    commas = [i for i in range(first, last) if tokens[i].text == ","]
    if not commas:
        return True
    if commas[-1] == last - 1 and last - first > 1 and tokens[last - 2].xpos in ("NNS", "NNPS"):
        return False
    if commas[0] == last - 1:
        return True
    opening = scene.document.words(first, commas[0]).text if commas[0] > first else ""
    return bool(opening) and find_state(opening) is None and _in_capitals(scene, first, last)


def _is_possessor(scene: _Scene, last: int) -> bool:
    """Tell whether the word before a name ends a phrase of its own ("Poland's Novak", "friends of Novak")."""
    return last > 0 and scene.document.tokens[last - 1].text in ("'s", "’s", "'", "’", "of", "and", "or")


def _title_after(scene: _Scene, name: Name) -> Titled | None:
    """Read the title in apposition after a name ("Jan Novak, Poland's president,")."""
    tree, tokens = scene.tree, scene.document.tokens
    heads = [c for c in tree.all(tree.head_of(name.first, name.last), "appos") if c >= name.last]
    behind = name.last + 1
    if not heads and behind < len(tokens) and tokens[name.last].text == ",":
        heads = _opened(tree, behind)
    for head in heads:
        first, last = tree.full(head)
        if _joined(scene, first, last):
            found = titles.read(tokens, first, last)
            if found is not None:
                return found
    return None


def _opened(tree: Tree, first: int) -> list[int]:
    """Give the noun of the phrase that begins at a word, where the words may be a title: "the", or a capital."""
    opening = tree.tokens[first]
    if not (opening.upos in ("DET", "ADJ") or opening.text[0].isupper()) or opening.deprel == "conj":
        return []
    nouns = (t.i for t in tree.tokens[first : first + LONGEST_TITLE] if titles.may_end_title(t.text))
    return [i for i in nouns if tree.core(i)[0] == first and tree.tokens[i].deprel not in ("conj", *SUBJECTS)][:1]
