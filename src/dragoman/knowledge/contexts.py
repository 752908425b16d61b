"""The 37 PLOVER contexts: what an event is about as a matter of policy, by terms in the words that tell it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dragoman.errors import KnowledgeError
from dragoman.knowledge.table import rows

CONTEXTS = tuple(
    (  # noqa: SIM905
        "military intelligence executive legislative election political_institutions pro_democracy pro_autocracy "
        "economic legal reparations human_rights rights_freedoms repression human_security gender lgbt "
        "religion_ethnicity inequality diplomatic territory peacekeeping health asylum migration disasters "
        "natural_resource environment technology terrorism cbrn cyber misinformation crime corruption illegal_drugs "
        "trafficking"
    ).split()
)
"""All contexts, in the order of the PLOVER 2.0 manual."""

LONGEST = 4
"""How many words a term may have."""


@cache
def terms() -> Mapping[tuple[str, ...], tuple[str, ...]]:
    """Give the packaged terms with the contexts they speak of; read once.

    Raises:
        KnowledgeError: a row names a context that PLOVER does not have, or a term that is too long.
    """
    found: dict[tuple[str, ...], list[str]] = {}
    for term, context, _ in rows("contexts.tsv", ("term", "context", "note")):
        words = tuple(term.split())
        if context not in CONTEXTS or not 0 < len(words) <= LONGEST:
            raise KnowledgeError(f"contexts.tsv: {term!r} with context {context!r} is no row")
        found.setdefault(words, []).append(context)
    return {words: tuple(contexts) for words, contexts in found.items()}


def contexts_of(words: Sequence[Iterable[str]]) -> tuple[str, ...]:
    """Find the contexts that some words speak of.

    Args:
        words: for each word its forms in small letters: as it stands, and its lemma.

    Returns:
        The contexts, in the order of the manual.
    """
    table, starts = terms(), _starts()
    found: set[str] = set()
    for i, form in [(i, form) for i, forms in enumerate(words) for form in forms if form in starts]:
        for term in starts[form]:
            if _stands(words, i, term):
                found.update(table[term])
    return tuple([context for context in CONTEXTS if context in found])


@cache
def _starts() -> Mapping[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for term in terms():
        found.setdefault(term[0], []).append(term)
    return {first: tuple(those) for first, those in found.items()}


def _stands(words: Sequence[Iterable[str]], i: int, term: tuple[str, ...]) -> bool:
    if i + len(term) > len(words):
        return False
    return all(word in words[i + n] for n, word in enumerate(term[1:], 1))
