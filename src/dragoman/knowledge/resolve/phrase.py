"""Takes a mention apart: state, title, name, head noun, and what hangs on it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dragoman.knowledge.countries import countries
from dragoman.knowledge.organisations import Organisation, organisations
from dragoman.knowledge.persons import persons
from dragoman.knowledge.resolve.lexicon import words_of
from dragoman.knowledge.titles import Title, titles

_SPACE = re.compile(r"\s+")
_EDGES = ' \t\r\n,;:"“”'
_SLASH = re.compile(r"(?<=[a-z])/(?=[A-Z][a-z])")  # "Prime Minister/Foreign Minister", but "RFE/RL"
_TOKEN = re.compile(r"'s(?=\s|$)|(?<=s)'(?=\s)|[^\s,()]+?(?='s(?:\s|$|,))|[^\s,()]+|,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """The parts of a mention.

    Args:
        words: the mention, white space and apostrophes made plain, determiner off.
        determiner: "the", "a", "his"..., lower case, "" where there is none.
        plural: a number or "several" stood before it.
        country: ISO alpha-3 of a state named in it.
        body: organisation named before the title or head ("NATO", "Hamas").
        title: the title.
        title_words: the title as written.
        name: words that look like a personal name, "" where there are none.
        rest: what is left: head noun with its modifiers.
        owner: a name in the possessive before the rest ("Erdoğan" in "Erdoğan's spokesman").
        loose: words hang on the title that name neither state nor body ("minister of state for Europe"): it is not the
            office that the title alone would be.
    """

    words: str
    determiner: str = ""
    plural: bool = False
    country: str | None = None
    body: Organisation | None = None
    title: Title | None = None
    title_words: str = ""
    name: str = ""
    rest: str = ""
    owner: str = ""
    loose: bool = False


def plain(words: str) -> str:
    """Make white space single, apostrophes and hyphens plain, and take marks off the edges."""
    text = words.replace("\u2019", "'").replace("\u2018", "'").replace("\u2011", "-").replace("\u2010", "-")
    text = text.replace("[", "(").replace("]", ")")
    text = _SPACE.sub(" ", text).strip(_EDGES)
    return text[:-1] if text.endswith(".") and text.count(".") == 1 and not titles().find(text) else text


def split(words: str) -> list[str]:
    """Split a plain mention into words; "'s" stands alone."""
    return _TOKEN.findall(_SLASH.sub(" / ", words))


def read(words: str) -> Phrase:
    """Take a mention apart.

    Args:
        words: a mention, plain.
    """
    tokens = split(words)
    determiner, plural, tokens = _opening(tokens)
    phrase = Phrase(words=_join(tokens), determiner=determiner, plural=plural)
    if "," in tokens:
        return _apposed(phrase, tokens)
    return _one(phrase, tokens)


def _opening(tokens: list[str]) -> tuple[str, bool, list[str]]:
    determiner, plural = "", False
    while len(tokens) > 1:
        low = tokens[0].lower()
        if low in words_of("determiner"):
            determiner = determiner or low
        elif low in words_of("number") or low.isdigit():
            plural = low not in ("one", "1")
        elif low == "of" and plural:
            pass
        else:
            break
        tokens = tokens[1:]
    return determiner, plural, tokens


def _apposed(phrase: Phrase, tokens: list[str]) -> Phrase:
    """Read "the X of Y, Name" and "Name, the X of Y"."""
    parts: list[list[str]] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    parts = [words for part in parts if (words := _opening(part)[2])]
    read_parts = [_one(Phrase(words=_join(part)), part) for part in parts]
    named = [part for part in read_parts if part.name and countries().find(part.name) is None]
    if not named:
        return replace(read_parts[0], determiner=phrase.determiner, plural=phrase.plural) if read_parts else phrase
    best = max(named, key=lambda part: (_given(part.name), part.title is not None, -len(part.name.split())))
    other = next((part for part in read_parts if part is not best and (part.title or part.country or part.body)), None)
    country = next((found.iso3 for part in parts if (found := countries().find(_join(part))) is not None), None)
    return replace(
        best,
        determiner=phrase.determiner,
        country=best.country or (other.country if other else None) or country,
        body=best.body or (other.body if other else None),
        title=best.title or (other.title if other else None),
        title_words=best.title_words or (other.title_words if other else ""),
        loose=best.loose or bool(other and other.loose),
    )


def _given(name: str) -> bool:
    return persons().given(name.split()[0])


def _one(phrase: Phrase, tokens: list[str]) -> Phrase:
    phrase, tokens = _lead(phrase, tokens)
    phrase, tokens = _titled(phrase, tokens)
    tokens, after = _tail(tokens)
    phrase, left = _hanging(phrase, after)
    if not tokens and left:
        start = _late_name(left, least=1 if len(left) + 1 >= len(after) else 0)
        if start is not None:
            titled = " ".join(filter(None, (phrase.title_words, _join(after[: len(after) - len(left) + start]))))
            return replace(phrase, name=_join(left[start:]), title_words=titled, loose=True)
        phrase = replace(phrase, loose=True)
    if tokens and _looks_named(tokens):
        return replace(phrase, name=_join(tokens))
    start = next(
        (at for at in range(len(tokens) - 1, 0, -1) if tokens[at - 1].islower() and tokens[at][:1].isupper()), 0
    )
    if start and _looks_named(tokens[start:]) and tokens[start - 1] not in words_of("particle"):
        return replace(phrase, name=_join(tokens[start:]), rest=_join(tokens[:start]))
    return replace(
        phrase,
        rest=_join([*tokens, *after]) if phrase.title is None and after and not phrase.country else _join(tokens),
    )


def _late_name(tokens: list[str], least: int) -> int | None:
    """Find where a personal name begins at the end of a long title: "... for Europe and North America Ana Ruiz".

    Args:
        tokens: the words that hang on the title unread.
        least: where the name may begin at the earliest.
    """
    for length in (4, 3, 2):
        start = len(tokens) - length
        if (
            start >= least
            and _looks_named(tokens[start:])
            and _given(tokens[start])
            and tokens[start] not in ("And", "and")
        ):
            return start
    return None


def _lead(phrase: Phrase, tokens: list[str]) -> tuple[Phrase, list[str]]:
    """Read the state, body or owner that stands first, with the small words before it."""
    for start in range(min(4, len(tokens))):
        before = tokens[:start]
        if before and not all(_modifier(word) for word in before):
            break
        for length in range(min(5, len(tokens) - start), 0, -1):
            form = _join(tokens[start : start + length])
            rest = tokens[start + length :]
            own = bool(rest) and rest[0] in ("'s", "'")
            rest = rest[1:] if own else rest
            if not rest:
                if length > 1 and countries().find_as(form, "name") is not None:
                    return _based(
                        phrase, tokens
                    ), tokens  # "the president of the Dominican Republic" is no "Dominican" one
                continue
            state = countries().find_as(form, "demonym") or countries().find(form)
            if state is not None and (own or state.kind != "people"):
                if state.kind == "capital" and not own and rest[0][:1].isupper():
                    continue
                return replace(phrase, country=state.iso3), before + rest
            body = organisations().find(form)
            if body is not None and form[:1].isupper():
                return replace(phrase, body=body, country=phrase.country or body.country), before + rest
            if own and form[:1].isupper() and length <= 3:
                return replace(phrase, owner=form), before + rest
    return _based(phrase, tokens), tokens


def _based(phrase: Phrase, tokens: list[str]) -> Phrase:
    """Read the state in "a Somalia-based group"; one that is "US-backed" or "Saudi-led" is not of that state."""
    for token in tokens:
        if token.endswith("-based") and (form := countries().find(token.removesuffix("-based"))) is not None:
            return replace(phrase, country=form.iso3)
    return phrase


def _modifier(word: str) -> bool:
    return word.islower() or titles().effect(word) is not None or word.lower() in words_of("modifier")


def _titled(phrase: Phrase, tokens: list[str]) -> tuple[Phrase, list[str]]:
    """Take the title off the front, or off the words before a name ("Rural Affairs Minister Ana Ruiz")."""
    length = next((n for n in range(min(len(tokens), 12), 0, -1) if titles().find(_join(tokens[:n])) is not None), 0)
    length = max(length, titles().opening(tokens))
    if length == len(tokens) > 1 and tokens[-1].istitle() and titles().find(_join(tokens)) is None:
        length -= 1 if persons().surnamed(tokens[-1]) else 0  # a foreign minister whose name is Bishop
    following = tokens[length] if 0 < length < len(tokens) else ""
    if following.islower() and following not in (words_of("preposition") | words_of("particle")):
        return phrase, tokens  # "general staff" is no general
    if length == 0:
        return _inner_title(phrase, tokens)
    form = _join(tokens[:length])
    found = titles().find(form) or _best_of(tokens[:length])
    if found is None:
        return phrase, tokens
    return replace(phrase, title=found, title_words=form), _second_title(tokens[length:])


def _second_title(tokens: list[str]) -> list[str]:
    """Pass over a further title: "Defence Minister Gen. Ruiz", "Foreign Minister and Deputy Prime Minister Ruiz"."""
    joined = len(tokens) > 2 and tokens[0] in ("and", "/") and tokens[1][:1].isupper()
    rest = tokens[1:] if joined else tokens
    length = next((n for n in range(min(len(rest) - 1, 8), 0, -1) if titles().find(_join(rest[:n])) is not None), 0)
    length = max(length, titles().opening(rest))
    return rest[length:] if length and length < len(rest) else tokens


def _inner_title(phrase: Phrase, tokens: list[str]) -> tuple[Phrase, list[str]]:
    for start in range(1, len(tokens) - 1):
        length = titles().opening(tokens[start:])
        rest = tokens[start + length :]
        if length and rest and _looks_named(rest):
            form = _join(tokens[: start + length])
            found = titles().find(_join(tokens[start : start + length])) or _best_of(tokens[start : start + length])
            before = _join(tokens[:start])
            return replace(phrase, title=found, title_words=form, rest=before), rest
    return phrase, tokens


def _best_of(tokens: Sequence[str]) -> Title | None:
    found = [
        title
        for start in range(len(tokens))
        for end in range(len(tokens), start, -1)
        if (title := titles().find(_join(list(tokens[start:end])))) is not None
    ]
    return max(found, key=lambda title: (title.office is not None, len(title.term)), default=None)


def _tail(tokens: list[str]) -> tuple[list[str], list[str]]:
    """Part "special forces | from the UK"."""
    position = next((place for place, token in enumerate(tokens) if token in words_of("preposition")), len(tokens))
    return tokens[:position], tokens[position:]


def _hanging(phrase: Phrase, after: list[str]) -> tuple[Phrase, list[str]]:
    """Read the state or body named after "of", "in", "from"; an ambassador's "to" names the host, not the sender.

    Returns:
        The phrase with what was found, and the words that hang there unread.
    """
    if len(after) < 2 or after[0] in ("who", "whose", "with", "against"):
        return phrase, []
    _, _, words = _opening(after[1:])
    for length in range(min(6, len(words)), 0, -1):
        form, left = _join(words[:length]), words[length:]
        if left and left[0][:1].isupper() and length < 3 and not _given(left[0]):
            continue  # "the Cambodia National Rescue Party" is not Cambodia
        state = countries().find(form)
        if state is not None and state.kind != "demonym":
            if after[0] == "to" or phrase.country:
                return phrase, left
            return replace(phrase, country=state.iso3), left
        body = organisations().find(form)
        if body is not None:
            return (phrase if phrase.body else replace(phrase, body=body, country=phrase.country or body.country)), left
    further = next((place for place, word in enumerate(words) if place and word == "of"), None)
    if further is not None and phrase.country is None and after[0] in ("of", "for", "in"):
        return _hanging(phrase, words[further:])[0], words  # "residence of the president of France"
    return phrase, words


def _looks_named(tokens: list[str]) -> bool:
    small = words_of("particle")
    if len(tokens) > 6 or not any(word[:1].isupper() or ("-" in word and word.title() != word) for word in tokens):
        return False
    return all(
        word[:1].isupper() or word.lower() in small or word.lower().startswith(("al-", "el-")) for word in tokens
    )


def _join(tokens: Sequence[str]) -> str:
    return " ".join(tokens).replace(" 's", "'s").replace(" ,", ",")
