"""Turn a fragment of HTML into text, a paragraph a line."""

import re
from html.parser import HTMLParser

_BLOCKS = re.compile(
    "address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|ol|p|pre|section"
    "|table|td|th|tr|ul"
)
_SILENT = frozenset({"script", "style", "noscript", "template", "svg", "iframe"})
_SPACE = re.compile(r"[ \t\r\n\f]+")


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in _SILENT
        if _BLOCKS.fullmatch(tag):
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.silent = max(self.silent - (tag in _SILENT), 0)
        if _BLOCKS.fullmatch(tag):
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.pieces.append(_SPACE.sub(" ", data))


def text_of(fragment: str) -> str:
    """Give the text of a fragment of HTML; text without tags comes back as it is, its character references read.

    Args:
        fragment: what a feed has under summary or content.

    Returns:
        Paragraphs, one a line, a blank line between them.
    """
    parser = _Text()
    parser.feed(fragment)
    parser.close()
    lines = (" ".join(line.split(" ")).strip() for line in "".join(parser.pieces).split("\n"))
    return "\n\n".join(re.sub(r" {2,}", " ", line) for line in lines if line)
