"""Finds the places where a report names a person, with the titles beside the name."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.knowledge.actors import words
from dragoman.knowledge.fold import fold
from dragoman.model import ActorMention, Document, Name
from dragoman.stages.actors.persons import titles
from dragoman.stages.actors.persons.fronts import LONGEST_TITLE, Scene, joined, owners, past_owner, title_before
from dragoman.stages.actors.persons.titles import Titled
from dragoman.stages.actors.phrases import SUBJECTS, Tree
from dragoman.stages.actors.states.forms import find as find_state


@dataclass(slots=True, kw_only=True)
class Named:
    """One place where a report names a person.

    Args:
        mention: the words, with the title before the name.
        first: index of the first word of the name itself.
        end: index after the last word of the state or body behind it ("Minister Novak of Fiji"), else after the name.
        words: the folded words of the name itself, initials left out.
        form: the name as written.
        title: what a title beside it says.
    """

    mention: ActorMention
    first: int
    end: int
    words: tuple[str, ...]
    form: str
    title: Titled | None


def namings(document: Document, tree: Tree) -> list[Named]:
    """Find every place where a report names a person.

    Args:
        document: with the layer `names`.
        tree: its trees.
    """
    names = [name for name in document.names if name.label == "PER" and not _is_credit(document, name)]
    inside = frozenset(i for name in names for i in range(name.first, name.last))
    scene = Scene(document, tree, inside, owners(document))
    found = [_named(scene, name) for name in names]
    _share_titles(scene, found)
    surnames = {named.words[-1] for named in found if len(named.words) > 1 and not _is_lettered(named.form)}
    for named in found:
        if _is_lettered(named.form) and named.words[-1] in surnames:
            named.words = named.words[1:]
    return found


def _share_titles(scene: Scene, found: Sequence[Named]) -> None:
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


def _named(scene: Scene, name: Name) -> Named:
    form = scene.document.text[name.start : name.end]
    first, title = past_owner(scene, name, *title_before(scene, name))
    head = scene.tree.head_of(first, name.last)
    if title is None or (title.office is None and title.sector is None):
        title = _title_after(scene, name) or title
    elif title.country is None and title.where is None:
        behind = _title_after(scene, name)
        title = replace(title, country=behind.country) if behind is not None else title
    owner = _owner_behind(scene, name) if title is not None and first < name.first else None
    if owner is not None and title is not None:
        state = find_state(scene.document.text[owner.start : owner.end])
        title = replace(title, country=title.country or (state.iso3 if state is not None else None))
    mention = ActorMention(
        span=scene.document.words(first, name.last),
        first=first,
        last=name.last,
        head=head,
        form="titled" if first < name.first else "name",
        reason="named",
    )
    end = owner.last if owner is not None else name.last
    return Named(mention=mention, first=name.first, end=end, words=name_words(form), form=form, title=title)


def _owner_behind(scene: Scene, name: Name) -> Name | None:
    """Give the state or body that stands behind a titled name: "Foreign Minister Novak of Fiji"."""
    after = [token.text.lower() for token in scene.document.tokens[name.last : name.last + 2]]
    if after[:1] != ["of"]:
        return None
    first = name.last + (2 if after[1:] == ["the"] else 1)
    return next((other for other in scene.document.names if other.first == first and other.label != "PER"), None)


def _title_after(scene: Scene, name: Name) -> Titled | None:
    """Read the title in apposition after a name ("Jan Novak, Poland's president,")."""
    tree, tokens = scene.tree, scene.document.tokens
    heads = [c for c in tree.all(tree.head_of(name.first, name.last), "appos") if c >= name.last]
    behind = name.last + 1
    if not heads and behind < len(tokens) and tokens[name.last].text == ",":
        heads = _opened(tree, behind)
    for head in heads:
        first, last = tree.full(head)
        if joined(scene, first, last):
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
