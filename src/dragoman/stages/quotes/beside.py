"""Reads the words right beside a quotation as its speaker where no known verb of saying stands there."""

from typing import TYPE_CHECKING

from dragoman.model import Token
from dragoman.stages.quotes.cue import OPEN_ENDS, Cue

if TYPE_CHECKING:
    from dragoman.stages.quotes.cueing import CueFinder

FINITE = frozenset({"VBD", "VBZ"})
DASHES = frozenset({"-", "–", "—", "--"})
NAMES = frozenset({"PROPN"})
LABEL, TAG, HEADING = 8, 7, 12
"""How many words a label before a colon, a tag behind a quotation, and a heading without a verb may have."""

COLON_REACH, COMMA_REACH, CLOSE = 14, 4, 4
"""How many words before a colon or comma its verb may stand, and how near to the opening mark it leads closely."""


def labelled(finder: "CueFinder", number: int) -> Cue | None:
    """Find a name and a colon before the opening mark, on the same line: `Novak: "..."`."""
    first = finder.words[number][0]
    at = _over_marks(finder, first - 1, -1)
    if at < 1 or finder.tokens[at].text != ":" or _broken(finder, at, first):
        return None
    names = []
    for i in range(at - 1, max(at - 1 - LABEL, -1), -1):
        token = finder.tokens[i]
        if _broken(finder, i, at) or token.text in DASHES or token.text == ".":
            break
        names.append(token)
    return _name(names) if 0 < len(names) < LABEL else None


def announced(finder: "CueFinder", number: int) -> Cue | None:
    """Find words without a verb before a colon: `The bishops, more softly: "..."`, `A plea from the envoy: "..."`."""
    first = finder.words[number][0]
    at = _over_marks(finder, first - 1, -1)
    if at < 1 or finder.tokens[at].text != ":" or finder.inside[at] >= 0 or _broken(finder, at, first):
        return None
    names: list[Token] = []
    for i in range(at - 1, max(at - 1 - HEADING, -1), -1):
        token = finder.tokens[i]
        if finder.inside[i] >= 0 or token.text in (".", "!", "?", ";") or _broken(finder, i, at):
            break
        if token.upos in ("VERB", "AUX"):
            return None
        names.insert(0, token)
    return _heading(finder, names)


def _heading(finder: "CueFinder", names: list[Token]) -> Cue | None:
    """Take whoever is named first; a word or message is that of the one behind "from", "by" or "of"."""
    nouns = [token for token in names if token.upos in ("NOUN", "PROPN")]
    inside = {token.i for token in nouns}
    heads = [token for token in nouns if token.head not in inside or token.is_root]
    if not heads:
        return None
    head = heads[0].i
    if heads[0].upos == "NOUN" and heads[0].lemma.lower() in finder.cues.nouns:
        issuer = next((i for i in finder.tree.all(head, "nmod") if finder.tree.case(i) in ("from", "by", "of")), None)
        return Cue(word=head, speaker=issuer) if issuer is not None else None
    return Cue(word=head, speaker=head)


def signed(finder: "CueFinder", number: int) -> Cue | None:
    """Find a dash and a name behind the closing mark: `"..." - Jan Novak`."""
    stop = finder.words[number][1]
    at = _over_marks(finder, stop, 1)
    if at >= len(finder.tokens) or finder.tokens[at].text not in DASHES:
        return None
    names: list[Token] = []
    for i in range(at + 1, min(at + 1 + LABEL, len(finder.tokens))):
        if finder.tokens[i].text in (".", ",", "(") or _broken(finder, at + 1, i):
            break
        names.append(finder.tokens[i])
    return _name(names) if names else None


def tagged(finder: "CueFinder", number: int) -> Cue | None:
    """Find a tag that ends its sentence behind the closing mark: `," thundered Novak.`, `." Novak said.`

    With a subject and a finite verb alone, any verb is a cue; behind a full stop only a known verb of saying is, for
    there a new sentence begins ("Novak left.").
    """
    tokens, stop = finder.tokens, finder.words[number][1]
    at = _over_marks(finder, stop, 1)
    goes_on = tokens[stop - 1].text[-1] in OPEN_ENDS
    clause: list[Token] = []
    for i in range(at, min(at + TAG, len(tokens))):
        if finder.inside[i] >= 0 or _broken(finder, stop - 1, i):
            break
        if tokens[i].text in (".", ",", ";") and clause:
            verbs = [t for t in clause if t.xpos in FINITE and t.upos == "VERB"]
            nouns = [t for t in clause if t.upos in ("PROPN", "PRON") or (t.upos == "NOUN" and t.i == clause[-1].i)]
            known = bool(verbs) and verbs[0].lemma.lower() in finder.cues.said
            if len(verbs) != 1 or not nouns or not (known or goes_on):
                return None
            return Cue(word=verbs[0].i, speaker=_subject_of(verbs[0], nouns))
        clause.append(tokens[i])
    return None


def led(finder: "CueFinder", number: int) -> Cue | None:
    """Find a finite verb right before a colon or comma and the opening mark: `Novak leaned in and boomed: "..."`."""
    first = finder.words[number][0]
    at = _over_marks(finder, first - 1, -1)
    if at < 1 or finder.tokens[at].text not in (":", ",") or finder.inside[at] >= 0 or _broken(finder, at, first):
        return None
    sentence = finder.document.analysis.sentences[finder.tree.sentence_of[at]]
    colon = finder.tokens[at].text == ":"
    for i in range(at - 1, max(sentence.first, at - (COLON_REACH if colon else COMMA_REACH)) - 1, -1):
        token = finder.tokens[i]
        if token.upos == "VERB" and token.xpos in (*FINITE, "VBN") and finder.inside[i] < 0:
            subject = finder.tree.subject(i)
            if subject is not None and finder.inside[subject] < 0:
                return Cue(word=i, speaker=subject)
    return None


def closely_led(finder: "CueFinder", number: int) -> Cue | None:
    """Find a verb with a subject of its own right before a comma or colon: `Novak shot back, "..."`."""
    cue = led(finder, number)
    if cue is None or finder.words[number][0] - cue.word > CLOSE:
        return None
    return cue if finder.tree.one(cue.word, "nsubj") is not None else None


def _subject_of(verb: Token, nouns: list[Token]) -> int:
    own = [noun for noun in nouns if noun.head == verb.i]
    return (own or nouns)[-1 if nouns[0].i > verb.i and not own else 0].i


def _name(names: list[Token]) -> Cue | None:
    """Take a few words for a speaker where they are a name and hold no verb."""
    if any(token.upos in ("VERB", "AUX", "NUM") for token in names):
        return None
    proper = [token for token in names if token.upos in NAMES]
    if not proper:
        return None
    inside = {token.i for token in names}
    heads = [token for token in proper if token.head not in inside or token.is_root]
    return Cue(word=(heads or proper)[0].i, speaker=(heads or proper)[0].i)


def _over_marks(finder: "CueFinder", i: int, step: int) -> int:
    """Go past quotation marks and brackets."""
    while 0 <= i < len(finder.tokens) and not any(c.isalnum() or c in ":,.;-–—" for c in finder.tokens[i].text):
        i += step
    return i


def _broken(finder: "CueFinder", one: int, other: int) -> bool:
    """Tell whether a line ends between two words."""
    first, last = sorted((one, other))
    return "\n" in finder.document.text[finder.tokens[first].end : finder.tokens[last].start]
