"""Lists what says that something was told before: how sure its participants are, what it counts and names, and when."""

from collections.abc import Iterable, Iterator

from dragoman.knowledge.times import word_value
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.tree import Tree
from dragoman.stages.layout import kept

SURE = 0.6
"""From what chance on somebody is no guess."""
BOTH = "sure,sure"
"""What is said of a role in which neither telling has guesses."""
LEAD = 2
"""How many sentences tell what a report is about."""
DEFINITE = frozenset(("the", "this", "these", "that", "those", "its", "their", "his", "her"))
FRESH = frozenset(
    (  # noqa: SIM905
        "another second third fourth other new fresh further more separate similar different next last previous "
        "earlier first several many"
    ).split()
)
"""Words before an event noun by which it is told apart from others of its kind."""
NEAR = ("obj", "obl", "nsubj", "nmod", "compound", "nummod", "appos", "conj")
CLAUSES = frozenset(("advcl", "acl", "relcl", "ccomp", "xcomp"))


def retold(tree: Tree, one: Candidate, other: Candidate, apart: str) -> Iterator[str]:
    """Go through the signs that two tellings are of one act which their words, not their participants, give.

    Args:
        tree: the trees of the report.
        one: the earlier telling.
        other: the later one, of the same type.
        apart: how far apart they stand.
    """
    kind = other.type
    mine, theirs = _told_of(tree, one), _told_of(tree, other)
    counts, names = _compare(mine[0], theirs[0]), _compare(mine[1], theirs[1])
    yield from (f"counts={counts}", f"counts={counts} type={kind}", f"names={names}", f"names={names} type={kind}")
    tenses = f"tenses={one.standing.tense},{other.standing.tense}"
    yield from (tenses, f"{tenses} apart={apart}")
    lead = "lead" if one.titled or one.sentence < LEAD else "later"
    yield from (f"first={lead}", f"first={lead} type={kind}", f"first={lead} apart={apart}")
    yield f"clauses={_clause(tree, one)},{_clause(tree, other)}"
    if other.match.frame.pos == "noun":
        yield from _named(tree, one, other, lead)


def sureness(one: Candidate, other: Candidate, role: str) -> str:
    """Say whether those in a role of two tellings are known, or in one or both of them guesses."""
    return ",".join("sure" if _surest(c, role) >= SURE else "guess" for c in (one, other))


def _surest(candidate: Candidate, role: str) -> float:
    return max([candidate.chances.get(identity, 1.0) for identity in candidate.ids(role)], default=0.0)


def _told_of(tree: Tree, candidate: Candidate) -> tuple[set[str], set[str]]:
    """Give the numbers and the names in the words around an act; kept, for it is compared with many."""
    known, words = _known(tree), frozenset((candidate.match.head, candidate.anchor))
    if words not in known:
        around = _around(tree, words)
        known[words] = _counts(tree, around), _names(tree, around)
    return known[words]


@kept
def _known(tree: Tree) -> dict[frozenset[int], tuple[set[str], set[str]]]:
    return {}


def _around(tree: Tree, words: Iterable[int]) -> set[int]:
    """Give the words of what an act is of, by or about, and of what these hang in."""
    around = [c for word in words for c in tree.kids(word, *NEAR)]
    return {*around, *[below for word in around for below in tree.kids(word, *NEAR)]}


def _counts(tree: Tree, words: Iterable[int]) -> set[str]:
    """Give the numbers of those whom an act hit or who did it."""
    found = {tree.lowers[word] for word in words if tree.tokens[word].upos == "NUM"}
    return {str(word_value(number) or number) for number in found} - {"1"}


def _names(tree: Tree, words: Iterable[int]) -> set[str]:
    return {tree.lemmas[word] for word in words if tree.tokens[word].upos == "PROPN"}


def _compare(mine: set[str], theirs: set[str]) -> str:
    if not mine or not theirs:
        return "one" if mine or theirs else "none"
    return "shared" if mine & theirs else "differ"


def _clause(tree: Tree, candidate: Candidate) -> str:
    """Say in what kind of clause an act is told: in a main one, in one that completes, or in one beside it."""
    word = candidate.anchor
    while tree.rel(word) == "conj":
        word = tree.tokens[word].head
    if tree.tokens[word].is_root:
        return "root"
    relation = tree.tokens[word].deprel.rpartition(":")[2]
    return relation if relation in CLAUSES else "in"


def _named(tree: Tree, one: Candidate, other: Candidate, lead: str) -> Iterator[str]:
    """Say how a later noun is introduced: with "the", without anything, as another, in the plural."""
    noun = other.match.head
    before = {tree.lowers[c] for c in tree.kids(noun, "det", "amod", "nmod", "nummod")}
    known = "the" if before & DEFINITE else "not"
    bare = "bare" if not tree.kids(noun, "nmod", "acl", "appos", "compound") else "full"
    yield from (
        f"known={known} {bare}",
        f"known={known} {bare} first={lead}",
        f"known={known} {bare} form={one.match.frame.pos}",
    )
    if before & FRESH:
        yield from ("fresh", f"fresh {sorted(before & FRESH)[0]}")
    many = tree.tokens[noun].xpos in ("NNS", "NNPS")
    yield f"many={many} {one.match.frame.pos}"
    if one.match.frame.pos == "noun":
        yield f"many={many} first={tree.tokens[one.match.head].xpos in ('NNS', 'NNPS')}"
