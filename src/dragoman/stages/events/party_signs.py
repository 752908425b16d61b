"""Lists what speaks for somebody in a role of an act, and against him."""

from collections.abc import Iterable

from dragoman.knowledge.frames import Predicate
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
    actor, match, kind, back = party.actor, candidate.match, candidate.type, party.back
    frame, predicate = match.frame, match.predicate
    if role == "party":
        given, other = next(iter(party.given.values()), ""), ""
    else:
        given, other = party.given.get(role, ""), next((r for r in party.given if r != role), "")
    path = party.path if not party.given or back else "given"
    seen = role == "party" or bool(candidate.actors if role == "actor" else candidate.recipients)
    found: list[Bundle] = [
        (_path, (role, kind, frame.name, frame.pos, path)),
        (_given, (role, kind, frame.name, given)),
        (_self, (role, kind, actor.kind, actor.sector, actor.known, bool(given), bool(other))),
        (_form, (role, kind, party.form, back, candidate.quoted)),
        (_open, (role, kind, seen, back, actor.kind, "" if given else party.path, bool(given))),
    ]
    if back == 0:
        words = (predicate.head, predicate.rest, predicate.before)
        found.append((_word, (role, kind, path, given, party.word, *words)))
    if other:
        found.append((_other_role, (role, kind, other, party.given[other])))
    if role in candidate.strangers:
        found.append((_stranger, (role, kind, back, party.path)))
    found += [(_note, (role, kind, note, bool(given), seen)) for note in party.notes]
    others = tuple(others)
    found += [
        (_faced, (role, kind, sign, bool(given), actor.kind, back)) for sign in _facing(candidate, party, role, others)
    ]
    if role == "recipient":
        found.append((_of_state, (role, kind, actor.kind, beside_others(actor, others), bool(given), back == 0)))
        if party.state:
            found.append((_note, (role, kind, party.state, bool(given), seen)))
    # of many signers of one kind each would say the same again
    found += dict.fromkeys(_beside(candidate, party, role, one, bool(given)) for one in others)
    return found


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


def _word(
    role: str, kind: str, path: str, given: str, word: str, head: str, rest: tuple[str, ...], before: bool
) -> list[str]:
    lemma = Predicate(head=head, rest=rest, before=before)
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


def _beside(candidate: Candidate, party: Party, role: str, other: Actor, given: bool) -> Bundle:
    """Compare somebody with one in the other role."""
    actor, kind = party.actor, candidate.type
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


def _facing(candidate: Candidate, party: Party, role: str, others: Iterable[Actor]) -> list[str]:
    """Say from the rest of the story who mostly stands on the other side of those in the other role."""
    if party.facing is None:
        return []
    if role == "recipient":
        across = list(others)
    else:
        seen = candidate.recipients if role == "actor" else (*candidate.actors, *candidate.recipients)
        across = [p.actor for p in seen if p.actor is not None and p.actor.id != party.actor.id]
    if not across:
        return []
    mine = side(party.actor)
    return [sign for sign in dict.fromkeys(party.facing.sign(side(other), mine) for other in across) if sign]
