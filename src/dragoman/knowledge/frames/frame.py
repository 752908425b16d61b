"""A frame: how one family of words tells one kind of event, and who stands where in it."""

from dataclasses import dataclass, field

POS = ("verb", "noun", "adjective", "modal")
PATHS = (
    "subject",
    "object",
    "indirect",
    "clause subject",
    "clause object",
    "speaker",
    "addressee",
    "answerer",
    "possessor",
    "modifier",
    "host",
    "effect",
)
PREPOSITIONS = frozenset(
    (  # noqa: SIM905
        "about above after against alongside amid among around as at before between by during for from in "
        "including inside near outside across behind beyond into of off on onto out over regarding through to "
        "toward towards under upon with within without"
    ).split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """The words that name an act.

    Args:
        head: lemma of the word that the tree hangs the others by.
        rest: the other words, as lemmas, in order of appearance.
        before: whether the other words stand before the head ("phone call") or after it ("call on").
    """

    head: str
    rest: tuple[str, ...] = ()
    before: bool = False

    def __str__(self) -> str:
        words = (*self.rest, self.head) if self.before else (self.head, *self.rest)
        return " ".join(words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """Where the participants stand: paths from the trigger, tried in order.

    Args:
        actor: paths to those who do it.
        recipient: paths to those who get it.
        symmetric: whether both lists together name equal participants.
    """

    actor: tuple[str, ...]
    recipient: tuple[str, ...] = ()
    symmetric: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One family of predicates that tell one kind of event in one construction.

    Args:
        name: its type and its own name ("CONSULT/meet.v").
        type: PLOVER event type.
        pos: `verb`, `noun`, `adjective` or `modal` (the trigger is "must", the act is the saying).
        predicates: the words that may name the act.
        roles: where its participants stand.
        mode: PLOVER mode, None where the words do not say.
        cameo: CAMEO code of such an act, None where none fits.
        object: lemmas of which the object must be one (of a noun: what stands behind its "of", "on", "against");
            empty where anything will do.
        not_object: lemmas that the object must not be.
        object_kind: `person`, `place`, `actor`, `none`...: what the object must stand for.
        actor_kind: kinds of which one actor at least must be; empty where anything will do.
        modal: auxiliaries of which one must be there ("will"); empty where none is asked for.
        negated: True where a negation must be there, False where it must not, None where it does not matter.
        with_clause: lemmas of which the complement clause must be headed by one; `*` for any clause at all.
        not_clause: lemmas by which no complement clause may be headed, nor what stands behind "as"; `*` for any clause.
        before: lemmas of which the word that governs the trigger must be one; empty where anything will do.
        quoted: whether it may fire on words inside quotation marks that speak in the first person.
        status: a status that the words themselves fix ("planned"), None where the grammar says.
        confidence: how often such a firing is right before anything else is known.
        fires: sentences of our own in which it must fire.
        silent: sentences of our own in which it must not.
        own: whether it comes from a user's folder.
        file: the file it stands in; the whole path where it is a user's.
        line: the line in that file where it begins.
    """

    name: str
    type: str
    pos: str
    predicates: tuple[Predicate, ...]
    roles: Roles
    mode: str | None = None
    cameo: str | None = None
    object: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    object_kind: frozenset[str] = frozenset()
    actor_kind: frozenset[str] = frozenset()
    modal: frozenset[str] = frozenset()
    negated: bool | None = None
    with_clause: frozenset[str] = frozenset()
    not_clause: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    quoted: bool = False
    status: str | None = None
    confidence: float = 0.5
    fires: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    own: bool = False
    file: str = ""
    line: int = 0
    strictness: int = field(init=False, repr=False, compare=False)
    """How many things it asks for beside its predicate: of two frames the stricter one goes first."""

    def __post_init__(self) -> None:
        asked = (self.object, self.object_kind, self.actor_kind, self.modal, self.with_clause, self.before)
        object.__setattr__(self, "strictness", sum(map(bool, asked)) + (self.negated is not None))


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """What a file of frames says of its type as a whole.

    Args:
        name: the PLOVER type.
        about: what it is, in a sentence.
        source: the codebook sections it follows.
        planned: the type that a planned one becomes ("AID" promised is "AGREE"); the type itself where it stays.
        decided: the type of one that is only decided, ordered or announced ("RETREAT" is "CONCEDE" then).
        symmetric: whether its events are between equals unless a frame says otherwise.
        speech: whether it is an act of words, so that what it speaks of is no event of its own.
        quad: quad class (1 verbal cooperation to 4 material conflict) of a type that PLOVER does not have.
        score: intensity of such a type, -10 to 10.
        modes: modes that the file adds; a mode of a type of one's own must be among them where any are listed.
        own: whether a user's folder brought the type or changed it.
    """

    name: str
    about: str
    source: str
    planned: str
    decided: str
    symmetric: bool = False
    speech: bool = False
    quad: int | None = None
    score: float | None = None
    modes: tuple[str, ...] = ()
    own: bool = False
