"""Finds where a report speaks of states: by name, people, demonym or capital."""

from dataclasses import dataclass
from functools import lru_cache

from dragoman.knowledge.actors import words
from dragoman.knowledge.countries import CountryForm, countries
from dragoman.knowledge.quotes import cues
from dragoman.model import Document, Token
from dragoman.stages.actors.phrases import Tree

LONGEST = 9
INSIDE = frozenset({"of", "the", "and", "s", "da", "e", "al", "is", "es", "et", "d"})
ACTING = frozenset({"with", "by", "between", "against", "among"})


@dataclass(frozen=True, slots=True, kw_only=True)
class StateForm:
    """Words that name a state.

    Args:
        first: index of the first word, without determiner.
        last: index after the last word.
        head: index of the word that the tree hangs them by.
        iso3: ISO 3166 alpha-3.
        kind: `name`, `demonym`, `people`, `metonym` or `capital`.
    """

    first: int
    last: int
    head: int
    iso3: str
    kind: str


@lru_cache(maxsize=16384)
def find(form: str) -> CountryForm | None:
    """Look a form up in the table of states, remembering what was asked."""
    return countries().find(form)


@lru_cache(maxsize=16384)
def may_open(word: str) -> bool:
    """Tell whether a word may begin the name of a state: a capital, and the table has such a form."""
    return word[:1].isupper() and countries().may_open(word)


def state_forms(document: Document, tree: Tree) -> list[StateForm]:
    """Find every name of a state, its people or its capital.

    Args:
        document: with the layer `names`.
        tree: its trees.

    Returns:
        Forms in order, none overlapping, none inside the longer name of a person or body.
    """
    inside = _inside_names(document)
    found: list[StateForm] = []
    last = 0
    for token in document.tokens:
        if not may_open(token.text) or token.i < last or inside[token.i] or token.upos == "DET":
            continue
        form = _form_at(document, tree, token.i)
        if form is None:
            continue
        last = form.last
        if not any(inside[form.first : form.last]):
            found.append(form)
    return found


def acts(form: StateForm, tree: Tree) -> bool:
    """Tell whether a form stands where a state acts, not where it is only a place.

    Args:
        form: as found by `state_forms`.
        tree: the trees of its document.
    """
    token = tree.tokens[form.head]
    if token.deprel == "conj" and token.head != form.head and tree.tokens[token.head].upos == "PROPN":
        token = tree.tokens[token.head]
    case = tree.case(token.i)
    if form.kind not in ("capital", "metonym"):
        return case not in words("place case")
    if token.deprel in ("nsubj", "nsubj:outer", "nsubj:pass", "obl:agent", "iobj", "nmod:poss"):
        return True
    if token.deprel == "obj":
        return tree.tokens[token.head].lemma not in words("reaching")
    if _told(token, case, tree):
        return True
    return token.deprel in ("obl", "nmod") and (case in ACTING or (token.deprel == "nmod" and case == "from"))


def is_spoken_to(form: StateForm, tree: Tree) -> bool:
    """Tell whether a capital may be its state where it does not act: "the message for Suva", not "flew to Suva".

    Args:
        form: a capital as found by `state_forms`.
        tree: the trees of its document.
    """
    token = tree.tokens[form.head]
    token = tree.tokens[token.head] if token.deprel == "conj" else token
    case, above = tree.case(token.i), tree.tokens[token.head]
    if case in words("place case") or above.lemma in words("going") or token.deprel == "compound":
        return False
    return not (token.deprel == "obj" and above.lemma in words("reaching"))


def _told(token: Token, case: str, tree: Tree) -> bool:
    """Tell whether somebody speaks to a capital ("apologised to Tashkent"), or it acts in a clause of its own."""
    above = tree.tokens[token.head]
    if case in ("to", "without") and token.deprel == "obl":
        return above.lemma in cues().said
    if case == "of" and token.deprel == "nmod":
        return above.lemma in words("will")
    clauses = tree.all(token.i, "acl:relcl")
    return any(tree.one(clause, "nsubj") is not None for clause in clauses) and not case


def _inside_names(document: Document) -> list[bool]:
    """Mark the words inside names of persons, and of bodies where the state's name is not all of it."""
    inside = [False] * len(document.tokens)
    for name in document.names:
        whole = document.text[name.start : name.end]
        tie = whole.split()[-1].lower() in words("tie")
        if name.label == "PER" or (name.label == "ORG" and find(whole) is None and not tie):
            inside[name.first : name.last] = [True] * (name.last - name.first)
    return inside


def _reach(document: Document, tree: Tree, at: int) -> int:
    """Say how far a name of a state that begins at a word can go: over capitals and the small words between them."""
    tokens = document.tokens
    end = min(at + LONGEST, document.analysis.sentences[tree.sentence_of[at]].last)
    last = at + 1
    for i in range(at + 1, end):
        text = tokens[i].text
        if text[:1].isupper():
            last = i + 1
        elif text[:1].isalpha() and text.lower() not in INSIDE:
            break
    return last


def _form_at(document: Document, tree: Tree, at: int) -> StateForm | None:
    token = document.tokens[at]
    for last in range(_reach(document, tree, at), at, -1):
        form = find(document.text[token.start : document.tokens[last - 1].end])
        if form is not None:
            head = tree.head_of(at, last)
            return StateForm(first=at, last=last, head=head, iso3=form.iso3, kind=form.kind)
    return None
