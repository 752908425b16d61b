"""Mends one name of the tagger: its edges, its label, or whether it is one at all."""

import re

from dragoman.knowledge.actors import nouns, peoples, words
from dragoman.knowledge.countries import countries
from dragoman.knowledge.organisations import organisations
from dragoman.knowledge.persons import persons
from dragoman.knowledge.places import places
from dragoman.knowledge.titles import titles
from dragoman.model import Document, Name

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
LINKS = frozenset({"of", "for"})
FIRST_NAMES = frozenset({"flat", "compound", "nmod:desc", "nsubj", "appos", "obj", "obl", "nmod", "conj", "root"})
LONGEST_TAIL = 8
LONGEST_TITLE = 16
CLOSING = frozenset("”’\"'")
NICKNAMED = re.compile(r"[^“‘\"]+ (?:“[A-Z][^”]{,19}”|‘[A-Z][^’]{,19}’|\"[A-Z][^\"]{,19}\") ")
"""A first name with a nickname before the last ("Ana “A.B.” "); what is not spelt as a name is a word of its own."""
HYPHENS = frozenset("-\u2010\u2011")


def joined(document: Document) -> list[Name]:
    """Join neighbouring pieces of one person's name ("Jan Maria | Novak").

    Args:
        document: with its analysis.

    Returns:
        All names of the tagger, in order.
    """
    found: list[Name] = []
    for name in document.analysis.names:
        before = found[-1] if found else None
        if before is not None and _one_person(document, before, name):
            found[-1] = named(document, before.first, name.last, "PER")
        else:
            found.append(name)
    return found


def _one_person(document: Document, one: Name, other: Name) -> bool:
    """Tell whether two names stand side by side and are both a person's: English puts no two persons so.

    A nickname in quotation marks may stand between them.
    """
    nicknamed = NICKNAMED.fullmatch(document.text, one.start, other.start)
    apart = one.last != other.first or other.start - one.end > 1
    side_by_side = not apart and "\n" not in document.text[one.end : other.start]
    return one.label == other.label == "PER" and (side_by_side or nicknamed is not None)


def mended(document: Document, name: Name) -> Name | None:
    """Mend a name.

    Args:
        document: with its analysis.
        name: as the tagger saw it.

    Returns:
        The name with right edges and label; None where the words are a demonym, a bare title or no name.
    """
    first, last = _trim(document, name.first, name.last)
    label = name.label
    if label != "LOC":
        last = _with_hyphenated(document, first, last)
    if label == "PER":
        first = _past_list(document, first, last)
        first = _past_title(document, _with_first_names(document, first, last), last)
    if first >= last:
        return None
    if label == "ORG":
        last = _with_fields(document, first, _with_tail(document, first, last))
    return _labelled(document, first, last, label)


def named(document: Document, first: int, last: int, label: str) -> Name:
    """Make a name of words [first, last)."""
    tokens = document.tokens
    return Name(first=first, last=last, start=tokens[first].start, end=tokens[last - 1].end, label=label)


def _trim(document: Document, first: int, last: int) -> tuple[int, int]:
    """Take determiners, possessive endings and stray marks off both edges."""
    tokens = document.tokens
    while first < last and (tokens[first].upos in ("DET", "PUNCT") or tokens[first].text in POSSESSIVES):
        first += 1
    while last > first and (
        tokens[last - 1].text in POSSESSIVES
        or tokens[last - 1].upos in ("ADP", "CCONJ", "SCONJ")
        or (tokens[last - 1].upos == "PUNCT" and tokens[last - 1].text not in ".)")
        or (tokens[last - 1].text == "." and (last == len(tokens) or tokens[last].text[0] in CLOSING))
        or (tokens[last - 1].text == "." and last < len(tokens) and _ends_sentence(document, last))
    ):
        last -= 1
    return first, last


def _ends_sentence(document: Document, last: int) -> bool:
    return any(sentence.last == last for sentence in document.analysis.sentences)


def _with_hyphenated(document: Document, first: int, last: int) -> int:
    """Give the word after a name with the part behind a hyphen that the tagger cut off ("Jae | -in")."""
    tokens = document.tokens
    while first < last and last + 1 < len(tokens):
        hyphen, part = tokens[last], tokens[last + 1]
        tight = tokens[last - 1].end == hyphen.start and hyphen.end == part.start
        if hyphen.text not in HYPHENS or not tight or not part.text.isalpha() or part.upos in ("VERB", "ADJ"):
            break
        last += 2
    return last


def _past_list(document: Document, first: int, last: int) -> int:
    """Give the first word of a name behind the last item of a title ("Secretary for Law and | Trade | Jan Novak")."""
    tokens = document.tokens
    if (
        last - first < 3
        or first < 3
        or persons().given(tokens[first].text)
        or not persons().given(tokens[first + 1].text)
    ):
        return first
    joined = tokens[first - 1].upos == "CCONJ" or tokens[first - 1].text.lower() in ("the", "for", "of")
    before = range(max(first - LONGEST_TITLE, 0), first)
    titled = any(titles().find(tokens[i].text) is not None for i in before)
    linked = any(tokens[i].text.lower() in ("for", "of", "on") for i in before)
    return first + 1 if joined and titled and linked else first


def _past_title(document: Document, first: int, last: int) -> int:
    """Give the first word of a person's name behind state and title ("Israeli Defence Minister | Yoav Gallant")."""
    tokens = document.tokens
    moved = True
    while moved and first < last:
        moved = False
        for end in range(last, first, -1):
            phrase = document.text[tokens[first].start : tokens[end - 1].end]
            calling = end == first + 1 and _is_calling(phrase) and _is_full(document, end, last)
            if _is_title(phrase) or calling or (end < last and _is_demonym(phrase)):
                first, moved = end, True
                break
    return first


def _with_first_names(document: Document, first: int, last: int) -> int:
    """Give the first word of a person's name with the first names that the tagger cut off ("Maria | Novak")."""
    tokens = document.tokens
    while 0 < first < last:
        before = tokens[first - 1]
        tied = first <= before.head < last or any(token.head == before.i for token in tokens[first:last])
        part = before.upos == "PROPN" and before.deprel in FIRST_NAMES and before.text[0].isupper()
        apart = before.end + 1 < tokens[first].start or before.text.lower() in words("calendar")
        if not tied or not part or apart or _in_name(document, before.i) or _ends_title(document, first):
            return first
        if _past_list(document, first - 1, last) == first:
            return first
        first -= 1
    return first


def _ends_title(document: Document, last: int) -> bool:
    """Tell whether the word before `last` may end a title ("Secretary of Defense |", "Envoy for Climate |")."""
    tokens = document.tokens
    if last >= 2 and tokens[last - 2].upos in ("ADP", "CCONJ") and tokens[last - 3].text[0].isupper():
        return True
    phrases = (document.text[tokens[first].start : tokens[last - 1].end] for first in range(max(last - 4, 0), last))
    return any(titles().find(phrase) is not None for phrase in phrases)


def _in_name(document: Document, i: int) -> bool:
    return any(name.first <= i < name.last for name in document.analysis.names)


def _is_title(phrase: str) -> bool:
    lower = phrase.lower().rstrip(".")
    return lower in words("courtesy") or titles().find(phrase) is not None


def _is_full(document: Document, first: int, last: int) -> bool:
    """Tell whether words are first name and surname, so that a word before them is hardly a name ("Hunter | Novak")."""
    return last - first > 1 and len(document.tokens[first].text.rstrip(".")) > 1


def _is_calling(word: str) -> bool:
    """Tell whether a word before a name says what somebody does ("Striker | Jan Novak"), and is no first name."""
    noun = nouns().find(word.lower())
    plain = noun is not None and noun.kind == "group" and noun.lemma == word.lower()
    return plain and not persons().given(word) and word.lower() not in words("collective")


def _is_demonym(phrase: str) -> bool:
    form = countries().find(phrase)
    return form is not None and form.kind in ("demonym", "people", "name")


def _with_tail(document: Document, first: int, last: int) -> int:
    """Add the rest of a body's name that the tagger cut off: "Ministry | of Foreign Affairs"."""
    tokens = document.tokens
    if last < len(tokens):
        for stop in range(min(last + 5, len(tokens)), last, -1):
            form = document.text[tokens[first].start : tokens[stop - 1].end]
            ended = tokens[stop - 1].text in POSSESSIVES or tokens[stop - 1].upos == "PUNCT"
            if not ended and (organisations().find(form) or countries().find(form)):
                return stop
    if last + 1 >= len(tokens) or tokens[last].text.lower() not in LINKS:
        return last
    end = last + 1
    while end < min(len(tokens), last + LONGEST_TAIL) and _goes_on(document, end):
        end += 1
    while end > last and not tokens[end - 1].text[0].isupper():
        end -= 1
    for stop in range(end, last + 1, -1):
        if organisations().find(document.text[tokens[first].start : tokens[stop - 1].end]):
            return stop
    noun = nouns().find(tokens[last - 1].text.lower())
    institution = noun is not None and noun.kind in ("government_body", "organisation") and last - first == 1
    institution = institution or tokens[last - 1].text.lower() in words("armed tail")
    return end if institution and end > last + 1 else last


def _with_fields(document: Document, first: int, last: int) -> int:
    """Add the further fields of an office that the tagger cut off: "Bureau of Industry | and Security"."""
    tokens = document.tokens
    if not any(token.text.lower() in LINKS for token in tokens[first + 1 : last - 1]):
        return last
    end = i = last
    while i + 1 < len(tokens) and tokens[i].text.lower() in ("and", ",", "&"):
        i += 1 + (tokens[i + 1].text.lower() == "and")
        field = i
        while i < len(tokens) and tokens[i].text[:1].isupper() and not _in_name(document, i):
            i += 1
        tied = any(token.deprel == "conj" and first < token.head < i for token in tokens[field:i])
        if i == field or not tied or nouns().find(tokens[i - 1].text.lower()) is not None:
            break
        end = i if tokens[field - 1].text.lower() in ("and", "&") else end
    return end


def _goes_on(document: Document, i: int) -> bool:
    token = document.tokens[i]
    return token.text[0].isupper() or token.text.lower() in ("the", "and", "of", "for", "&")


def _labelled(document: Document, first: int, last: int, label: str) -> Name | None:
    """Settle the label by the tables; a demonym alone is no name."""
    form = document.text[document.tokens[first].start : document.tokens[last - 1].end]
    if not any(sign.isalnum() for sign in form) or form.islower():
        return None
    if label != "ORG" and peoples().get(form) is not None:
        return None
    state = countries().find(form)
    if state is not None and state.kind in ("name", "capital", "metonym"):
        return named(document, first, last, "LOC")
    if state is not None:
        return None
    last_word = document.tokens[last - 1]
    if last - first == 2 and label != "ORG" and peoples().get(document.tokens[first].text) is not None:
        state = countries().find(last_word.text)
        if state is not None and state.kind == "name":
            return named(document, last - 1, last, "LOC")
    if label != "ORG" and organisations().find(form) is not None and (label == "LOC" or last - first > 1):
        label = "ORG"
    if label == "LOC" and last - first > 1 and _is_body(form, last_word.text.lower()):
        label = "ORG"
    return named(document, first, last, label)


def _is_body(form: str, last: str) -> bool:
    """Tell whether a name of no known place ends like that of a body ("Tibesti Column", "Daily Herald")."""
    noun = nouns().rows.get(last)
    body = noun is not None and noun.kind in ("government_body", "organisation", "armed_group")
    ends = body or last in words("armed tail") or last in words("paper tail")
    return ends and not places().find(form)
