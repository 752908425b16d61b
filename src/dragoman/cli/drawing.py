"""Draws the tree of a sentence with lines, one word a line in the order of the text."""

from collections.abc import Iterator, Sequence

from dragoman.model import Document, Token


def tree(document: Document, first: int, last: int) -> Iterator[tuple[str, Token]]:
    """Draw the words [first, last) of a report: what hangs on a word stands beside it, further in.

    Args:
        document: with its analysis.
        first: document index of the first word.
        last: document index after the last.

    Returns:
        For each word its branches as text, and the word.
    """
    tokens = document.tokens[first:last]
    children: dict[int, list[int]] = {}
    roots = []
    for token in tokens:
        if token.is_root or not first <= token.head < last:
            roots.append(token.i)
        else:
            children.setdefault(token.head, []).append(token.i)
    lines = dict(_branches(roots, children))
    for token in tokens:
        yield lines[token.i], token


def _branches(roots: Sequence[int], children: dict[int, list[int]]) -> Iterator[tuple[int, str]]:
    """Walk down without recursion; each word knows what its ancestors draw above and below it."""
    waiting = [(root, "", "", "") for root in roots]
    while waiting:
        word, above, corner, below = waiting.pop()
        yield word, corner
        kids = children.get(word, [])
        left, right = [k for k in kids if k < word], [k for k in kids if k > word]
        for n, kid in enumerate(left):
            outer, inner = above + ("  " if n == 0 else "│ "), above + "│ "
            waiting.append((kid, outer, above + ("┌─" if n == 0 else "├─"), inner))
        for n, kid in enumerate(right):
            final = n == len(right) - 1
            outer, inner = below + "│ ", below + ("  " if final else "│ ")
            waiting.append((kid, outer, below + ("└─" if final else "├─"), inner))
