"""Lists what speaks for somebody in a role of an act, and against him."""

from collections.abc import Iterable, Sequence

from dragoman.knowledge.frames.scale import Bundle, signs_of
from dragoman.model import Actor
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.lands import beside_others
from dragoman.stages.events.party import Party
from dragoman.stages.events.sides import side


def party_signs(candidate: Candidate, party: Party, role: str, others: Iterable[Actor]) -> list[str]:
    """List the signs that somebody stands in a role.

    Args:
        candidate: the act.
        party: who.
        role: `actor`, `recipient`, or `party` in an act between equals.
        others: those already found in the other role.

    Returns:
        Names of signs, each a row of the table of weights where it weighs anything.
    """
    return list(signs_of(party_bundles(candidate, party, role, others)))


def party_bundles(candidate: Candidate, party: Party, role: str, others: Iterable[Actor]) -> list[Bundle]:
    """List the signs that somebody stands in a role in bundles, each of which is weighed once."""
    return Seat(candidate, role, others).bundles(party)


class Seat:
    """A role in an act, with what is the same for all who may stand in it.

    Args:
        candidate: the act.
        role: as in `party_signs`.
        others: those already found in the other role.
    """

    def __init__(self, candidate: Candidate, role: str, others: Iterable[Actor]) -> None:
        frame, predicate = candidate.match.frame, candidate.match.predicate
        self._role, self._kind, self._quoted = role, candidate.type, candidate.quoted
        self._frame, self._pos = (role, candidate.type, frame.name), frame.pos
        self._lemma = str(predicate)
        self._seen = role == "party" or bool(candidate.actors if role == "actor" else candidate.recipients)
        self._strange, self._others = role in candidate.strangers, tuple(others)
        self._across = [(actor.id, side(actor)) for actor in _across(candidate, role, self._others)]

    def bundles(self, party: Party) -> list[Bundle]:
        """List the signs that somebody stands here in bundles, each of which is weighed once."""
        actor, role, kind, seen, back, own = party.actor, self._role, self._kind, self._seen, party.back, party.given
        if role == "party":
            given, other = next(iter(own.values()), ""), ""
        else:
            given, other = own.get(role, ""), next((r for r in own if r != role), "") if own else ""
        path = party.path if not own or back else "given"
        is_given = bool(given)
        found: list[Bundle] = [
            (_path, (*self._frame, self._pos, path)),
            (_given, (*self._frame, given)),
            (_self, (role, kind, actor.kind, actor.sector, actor.known, is_given, bool(other))),
            (_form, (role, kind, party.form, back, self._quoted)),
            (_open, (role, kind, seen, back, actor.kind, "" if given else party.path, is_given)),
        ]
        if back == 0:
            found.append((_word, (role, kind, path, given, party.word, self._lemma)))
        if other:
            found.append((_other_role, (role, kind, other, own[other])))
        if self._strange:
            found.append((_stranger, (role, kind, back, party.path)))
        found += [(_note, (role, kind, note, is_given, seen)) for note in party.notes]
        found += [(_faced, (role, kind, sign, is_given, actor.kind, back)) for sign in self._facing(party)]
        if role == "recipient":
            found.append((_of_state, (role, kind, actor.kind, beside_others(actor, self._others), is_given, back == 0)))
            if party.state:
                found.append((_note, (role, kind, party.state, is_given, seen)))
        if self._others:
            # of many signers of one kind each would say the same again
            found += dict.fromkeys([_beside(kind, party, role, one, is_given) for one in self._others])
        return found

    def _facing(self, party: Party) -> Iterable[str]:
        """Say from the rest of the story who mostly stands on the other side of those in the other role."""
        if party.facing is None or not self._across:
            return ()
        sign, mine, own = party.facing.sign, side(party.actor), party.actor.id
        signs = [sign(other, mine) for one, other in self._across if self._role == "recipient" or one != own]
        return filter(None, dict.fromkeys(signs))


def _across(candidate: Candidate, role: str, others: Sequence[Actor]) -> Sequence[Actor]:
    """Give those who stand on the other side."""
    if role == "recipient":
        return others
    seen = candidate.recipients if role == "actor" else (*candidate.actors, *candidate.recipients)
    return [p.actor for p in seen if p.actor is not None]


def _last(path: str) -> str:
    """Give the last step of a way: by "against" somebody is a target, however the words before it hang together."""
    return path.rpartition(" ")[2]


def _path(role: str, kind: str, frame: str, pos: str, path: str) -> list[str]:
    own, last = f"{role}: path={path}", f"{role}: last={_last(path)}"
    return [last, f"{last} type={kind}", own, f"{own} type={kind}", f"{own} pos={pos}", f"{own} frame={frame}"]


def _given(role: str, kind: str, frame: str, given: str) -> list[str]:
    own, last = f"{role}: given={given}", f"{role}: given last={_last(given)}"
    return [last, f"{last} type={kind}", own, f"{own} type={kind}", f"{role}: given={bool(given)} frame={frame}"]


def _self(role: str, kind: str, own: str, sector: str, known: bool, given: bool, other: bool) -> list[str]:
    return [
        f"{role}: bias",
        f"{role}: type={kind}",
        f"{role}: given={given} other={other} kind={own}",
        f"{role}: kind={own}",
        f"{role}: kind={own} type={kind}",
        f"{role}: sector={sector}",
        f"{role}: sector={sector} type={kind}",
        f"{role}: known={known}",
    ]


def _form(role: str, kind: str, form: str, back: int | None, quoted: bool) -> list[str]:
    return [
        f"{role}: form={form}",
        f"{role}: back={back}",
        f"{role}: back={back} type={kind}",
        f"{role}: quoted={quoted} back={back}",
    ]


def _open(role: str, kind: str, seen: bool, back: int | None, own: str, path: str, given: bool) -> list[str]:
    """Say whether the frame sees anybody in a role, and who may fill it where it does not."""
    found = [f"{role}: open={not seen} back={back}", f"{role}: open={not seen} type={kind}"]
    return found if given else [*found, f"{role}: open={not seen} path={path}", f"{role}: open={not seen} kind={own}"]


def _word(role: str, kind: str, path: str, given: str, word: str, lemma: str) -> list[str]:
    return [
        f"{role}: path={path} lemma={lemma}",
        f"{role}: given={given} lemma={lemma}",
        f"{role}: word={word}",
        f"{role}: word={word} type={kind}",
    ]


def _other_role(role: str, kind: str, other: str, path: str) -> list[str]:
    own = f"{role}: given as {other}"
    return [own, f"{own} type={kind}", f"{own}={path}"]


def _stranger(role: str, kind: str, back: int | None, path: str) -> list[str]:
    own = f"{role}: stranger"
    return [f"{own} back={back}", f"{own} path={path}", f"{own} type={kind}"]


def _note(role: str, kind: str, note: str, given: bool, seen: bool) -> list[str]:
    found = [f"{role}: {note}", f"{role}: {note} type={kind}", f"{role}: {note} given={given}"]
    return found if given else [*found, f"{role}: open={not seen} {note}"]


def _faced(role: str, kind: str, sign: str, given: bool, own: str, back: int | None) -> list[str]:
    return [
        f"{role}: {sign}",
        f"{role}: {sign} type={kind}",
        f"{role}: {sign} given={given} kind={own}",
        f"{role}: {sign} back={back}",
    ]


def _of_state(role: str, kind: str, own: str, state: str, given: bool, here: bool) -> list[str]:
    start = f"{role}: {state} kind={own}"
    return [f"{start} type={kind}", f"{start} given={given} here={here}"]


def _beside(kind: str, party: Party, role: str, other: Actor, given: bool) -> Bundle:
    """Compare somebody with one in the other role."""
    actor = party.actor
    if other.id == actor.id:
        return _the_same, (role,)
    if other.country and other.country == actor.country:
        return _of_one_state, (role, kind, other.kind, actor.kind, party.form, given)
    return _two_kinds, (role, kind, other.kind, actor.kind)


def _the_same(role: str) -> list[str]:
    return [f"{role}: the same as the other"]


def _of_one_state(role: str, kind: str, other: str, own: str, form: str, given: bool) -> list[str]:
    start = f"{role}: of the other's state"
    return [f"{start} kinds={other} {own}", f"{start} type={kind}", f"{start} form={form} given={given}"]


def _two_kinds(role: str, kind: str, other: str, own: str) -> list[str]:
    return [f"{role}: kinds={other} {own} type={kind}"]
