"""Checks a file of frames against the schema and turns its tables into frames."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from dragoman.errors import FrameError
from dragoman.knowledge.frames.frame import PATHS, POS, PREPOSITIONS, EventType, Frame, Predicate, Roles

TYPES = tuple(
    (  # noqa: SIM905
        "AGREE CONSULT SUPPORT COOPERATE AID CONCEDE REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
        "COERCE ASSAULT RETREAT"
    ).split()
)
KINDS = frozenset("person country government_body organisation armed_group group place actor none".split())  # noqa: SIM905
MODALS = frozenset(["will", "shall", "would", "must", "should", "may", "might", "could", "can", "ought", "need"])
STATUSES = frozenset(("actual", "planned", "conditional", "denied"))
HEADER_TEXTS = ("type", "about", "source", "planned", "decided")
HEADER_FLAGS = ("symmetric", "speech", "replace")
HEADER_KEYS = frozenset((*HEADER_TEXTS, *HEADER_FLAGS, "quad", "score", "modes", "frame"))
QUADS = (1, 2, 3, 4)
OWN_CONFIDENCE = 0.7
"""What a user's frame is trusted where it does not say: whoever writes one means it to fire."""
TEXT_KEYS = frozenset(["name", "pos", "roles", "mode", "cameo", "status"])
LIST_KEYS = frozenset(
    (  # noqa: SIM905
        "predicates actor recipient object not_object object_kind actor_kind modal with_clause not_clause before "
        "fires silent"
    ).split()
)
FLAG_KEYS = frozenset(["symmetric", "negated", "quoted"])
FRAME_KEYS = TEXT_KEYS | LIST_KEYS | FLAG_KEYS | {"confidence"}
OPENING = re.compile(r"^\s*\[\[frame\]\]")

Classes = Mapping[str, frozenset[str]]


class Page:
    """A file of frames with the lines on which its tables begin, for messages that name the place."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._lines = text.splitlines()
        self.openings = [n for n, line in enumerate(self._lines, 1) if OPENING.match(line)]

    def line(self, index: int | None, key: str | None = None) -> int:
        """Give the line of a key in the frame of that index (None: the head of the file)."""
        first, last = self._stretch(index)
        if key is not None:
            said = re.compile(rf"\s*(?:\[{re.escape(key)}\]|[\"']?{re.escape(key)}[\"']?\s*=)")
            for n in range(first, last + 1):
                if said.match(self._lines[n - 1]):
                    return n
        return first

    def _stretch(self, index: int | None) -> tuple[int, int]:
        """Give the first and last line of a frame; one that is not written as [[frame]] has no lines of its own."""
        end = len(self._lines)
        if index is None:
            return 1, self.openings[0] - 1 if self.openings else end
        if index >= len(self.openings):
            return 1, end
        following = index + 1 < len(self.openings)
        return self.openings[index], self.openings[index + 1] - 1 if following else end

    def error(self, index: int | None, key: str | None, what: str) -> FrameError:
        """Make the error that names file, line and what is wrong there."""
        return FrameError(f"{self.file}:{self.line(index, key)}: {what}")


def declared(page: Page, table: Mapping[str, Any]) -> str | None:
    """Give the type that a user's file declares anew: one that PLOVER does not have, with a quad class of its own."""
    name = table.get("type")
    return name if isinstance(name, str) and name not in TYPES and "quad" in table else None


def event_type(page: Page, table: Mapping[str, Any], *, types: frozenset[str], own: bool = False) -> EventType:
    """Read what the file says of its type.

    Args:
        page: the file.
        table: what it holds.
        types: the types in force.
        own: whether it is a user's file, which may bring a type of its own.

    Raises:
        FrameError: an unknown key, a value of the wrong kind, or a type that is not in force.
    """
    _check_header(page, table)
    for key in ("type", "planned", "decided"):
        if table.get(key, table.get("type")) not in types:
            hint = "; a type of your own says its quad class (quad = 1 to 4)" if own else ""
            listed = ", ".join(sorted(types))
            raise page.error(None, key, f"unknown type {table.get(key)!r}; the types are {listed}{hint}")
    if own and table["type"] not in TYPES and not table.get("about"):
        raise page.error(None, "type", f"a type of your own says what it is (about = ...): {table['type']}")
    return EventType(
        name=str(table["type"]),
        about=str(table.get("about", "")),
        source=str(table.get("source", "")),
        planned=str(table.get("planned", table["type"])),
        decided=str(table.get("decided", table["type"])),
        symmetric=bool(table.get("symmetric", False)),
        speech=bool(table.get("speech", False)),
        quad=table.get("quad"),
        score=float(table["score"]) if "score" in table else None,
        modes=tuple(table.get("modes", ())),
        own=own,
    )


def _check_header(page: Page, table: Mapping[str, Any]) -> None:
    for key, value in table.items():
        if key not in HEADER_KEYS:
            raise page.error(None, key, f"unknown key {key!r}; a file of frames knows {', '.join(sorted(HEADER_KEYS))}")
        if key in HEADER_TEXTS and not isinstance(value, str):
            raise page.error(None, key, f"{key} must be a text, not {value!r}")
        if key in HEADER_FLAGS and not isinstance(value, bool):
            raise page.error(None, key, f"{key} must be true or false, not {value!r}")
        if key == "quad" and (isinstance(value, bool) or value not in QUADS):
            raise page.error(None, key, f"quad must be 1, 2, 3 or 4, not {value!r}")
        if key == "score" and (isinstance(value, bool) or not isinstance(value, int | float) or abs(value) > 10):
            raise page.error(None, key, f"score must be a number from -10 to 10, not {value!r}")
        if key == "modes" and not _is_texts(value):
            raise page.error(None, key, f"modes must be a list of texts, not {value!r}")


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def frames_of(
    page: Page, table: Mapping[str, Any], kind: EventType, *, classes: Classes, roles: Mapping[str, Roles]
) -> Iterator[Frame]:
    """Read every frame of a file, each checked key by key.

    Raises:
        FrameError: with file and line, at the first thing that breaks the schema.
    """
    entries = table.get("frame", [])
    if not isinstance(entries, list):
        raise page.error(None, "frame", "frames are written as [[frame]] tables")
    for index, entry in enumerate(entries):
        yield _Reading(page, index, entry, classes=classes, roles=roles).frame(kind)


class _Reading:
    """One [[frame]] table while it is being checked."""

    def __init__(
        self, page: Page, index: int, entry: Mapping[str, Any], *, classes: Classes, roles: Mapping[str, Roles]
    ) -> None:
        self._page = page
        self._index = index
        self._entry = entry
        self._classes = classes
        self._constructions = roles

    def frame(self, kind: EventType) -> Frame:
        self._check_keys()
        pos = self._one_of("pos", POS)
        return Frame(
            name=f"{kind.name}/{self._text('name')}",
            type=kind.name,
            pos=pos,
            predicates=tuple(self._predicates(pos)),
            roles=self._roles(kind),
            mode=self._mode(kind),
            cameo=self._cameo(),
            object=self._lemmas("object"),
            not_object=self._lemmas("not_object"),
            object_kind=self._listed("object_kind", KINDS),
            actor_kind=self._listed("actor_kind", KINDS),
            modal=self._listed("modal", MODALS),
            negated=self._entry.get("negated"),
            with_clause=self._lemmas("with_clause"),
            not_clause=self._lemmas("not_clause"),
            before=self._lemmas("before"),
            quoted=bool(self._entry.get("quoted", kind.speech)),
            status=self._one_of("status", STATUSES) if "status" in self._entry else None,
            confidence=self._confidence(OWN_CONFIDENCE if kind.own else 0.5),
            fires=tuple(self._list("fires")),
            silent=tuple(self._list("silent")),
            own=kind.own,
            file=self._page.file,
            line=self._page.line(self._index),
        )

    def _fail(self, key: str | None, what: str) -> FrameError:
        return self._page.error(self._index, key, what)

    def _check_keys(self) -> None:
        for key, value in self._entry.items():
            if key not in FRAME_KEYS:
                raise self._fail(key, f"unknown key {key!r}; a frame knows {', '.join(sorted(FRAME_KEYS))}")
            if key in TEXT_KEYS and not isinstance(value, str):
                raise self._fail(key, f"{key} must be a text, not {value!r}")
            if key in FLAG_KEYS and not isinstance(value, bool):
                raise self._fail(key, f"{key} must be true or false, not {value!r}")
            if key in LIST_KEYS and not _is_texts(value):
                raise self._fail(key, f"{key} must be a list of texts, not {value!r}")

    def _text(self, key: str) -> str:
        value = self._entry.get(key)
        if not value or not isinstance(value, str):
            raise self._fail(None, f"a frame needs a {key}")
        return value

    def _list(self, key: str) -> list[str]:
        return list(self._entry.get(key, ()))

    def _one_of(self, key: str, allowed: Collection[str]) -> str:
        value = self._text(key)
        if value not in allowed:
            raise self._fail(key, f"unknown {key} {value!r}; one of {', '.join(sorted(allowed))}")
        return value

    def _listed(self, key: str, allowed: frozenset[str]) -> frozenset[str]:
        for value in self._list(key):
            if value not in allowed:
                raise self._fail(key, f"unknown {key} {value!r}; of {', '.join(sorted(allowed))}")
        return frozenset(self._list(key))

    def _lemmas(self, key: str) -> frozenset[str]:
        lemmas: set[str] = set()
        for word in self._list(key):
            if not word.startswith("@"):
                lemmas.add(word)
            elif word[1:] in self._classes:
                lemmas |= self._classes[word[1:]]
            else:
                raise self._fail(key, f"unknown class {word!r}; there are {', '.join(sorted(self._classes))}")
        return frozenset(lemmas)

    def _predicates(self, pos: str) -> Iterator[Predicate]:
        if not self._list("predicates"):
            raise self._fail("predicates", "a frame needs at least one predicate")
        for phrase in self._list("predicates"):
            words = phrase.split()
            if not words:
                raise self._fail("predicates", "an empty predicate")
            yield predicate_of(words, pos)

    def _roles(self, kind: EventType) -> Roles:
        named = self._entry.get("roles")
        if named is not None and named not in self._constructions:
            raise self._fail("roles", f"unknown construction {named!r}; there are {', '.join(self._constructions)}")
        base = self._constructions[named] if named is not None else None
        actor = self._paths("actor") or (base.actor if base else ())
        if not actor:
            raise self._fail("actor", "a frame needs a construction (roles) or paths to its actor")
        recipient = self._paths("recipient") if "recipient" in self._entry else (base.recipient if base else ())
        fallback = base.symmetric if base else kind.symmetric
        return Roles(actor=actor, recipient=recipient, symmetric=bool(self._entry.get("symmetric", fallback)))

    def _paths(self, key: str) -> tuple[str, ...]:
        for path in self._list(key):
            if path not in PATHS and path not in PREPOSITIONS:
                raise self._fail(key, f"unknown path {path!r}; a preposition or one of {', '.join(PATHS)}")
        return tuple(self._list(key))

    def _cameo(self) -> str | None:
        code = self._entry.get("cameo")
        if code is not None and not re.fullmatch(r"(0[1-9]|1\d|20)\d{0,2}", code):
            raise self._fail("cameo", f"{code!r} is no CAMEO code (2 to 4 digits, root 01 to 20)")
        return code

    def _mode(self, kind: EventType) -> str | None:
        mode = self._entry.get("mode")
        if mode is not None and kind.name not in TYPES and mode not in kind.modes:
            listed = ", ".join(kind.modes) or "none"
            raise self._fail("mode", f"unknown mode {mode!r}; the modes of {kind.name} (modes = [...]) are: {listed}")
        return mode

    def _confidence(self, otherwise: float) -> float:
        value = self._entry.get("confidence", otherwise)
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
            raise self._fail("confidence", f"confidence must lie between 0 and 1, not {value!r}")
        return float(value)


def predicate_of(words: list[str], pos: str) -> Predicate:
    """Find the head among the words of a predicate.

    It is the word marked `*`; of a verb or adjective the first; of a noun the one before the first preposition ("act of
    violence", "withdrawal from"), else the last ("phone call").
    """
    marked = [n for n, word in enumerate(words) if word.startswith("*")]
    joints = [n for n, word in enumerate(words) if n and word in (*PREPOSITIONS, "that")]
    last = joints[0] - 1 if joints else len(words) - 1
    head = marked[0] if marked else last if pos == "noun" else 0
    plain = [word.removeprefix("*") for word in words]
    before = tuple(plain[:head])
    return Predicate(head=plain[head], rest=before or tuple(plain[head + 1 :]), before=bool(before))
