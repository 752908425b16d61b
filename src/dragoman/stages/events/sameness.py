"""Lists the signs that two tellings of a type tell one act; their weights are fitted on annotated reports."""

from collections.abc import Iterator, Mapping

from dragoman.model.mention import ASSUMED
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.learned import LEARNED
from dragoman.stages.events.retold import BOTH, retold, sureness
from dragoman.stages.events.tree import Tree
from dragoman.stages.layout import kept

HELPING = 3
"""How many words behind an auxiliary its verb stands, a negation and an adverb between them."""

FAR = ((3, "4-6"), (6, "7-14"), (14, "far"))
"""Beyond how many sentences a distance is called what."""

DEFINITE = frozenset(("the", "this", "these", "that"))
INDEFINITE = frozenset(("a", "an", "another"))
AROUND = ("obj", "obl", "nmod", "compound", "amod", "ccomp", "xcomp", "advcl")
INSIDE = ("nmod", "compound", "obj")
CONTENT = frozenset(("NOUN", "VERB", "ADJ"))
FURTHER = frozenset(
    ("also", "later", "earlier", "separately", "meanwhile", "then", "subsequently", "additionally", "too")
)
"""Adverbs of an act that is told beside another."""
GOVERNED = ("nsubj", "obl", "obj")
"""Relations of an event noun to the verb that tells the same act."""
DEEDS = frozenset(("ASSAULT", "CONSULT", "COERCE", "MOBILIZE", "PROTEST", "SANCTION", "RETREAT", "COOPERATE"))
"""Types whose acts are no acts of words."""
SHARED = frozenset(("same", "part", "some"))


def signs(tree: Tree, one: Candidate, other: Candidate) -> list[str]:
    """List what speaks for or against two tellings being of one act.

    Args:
        tree: the trees of the report.
        one: the earlier telling, with participants, day and place.
        other: the later one, of the same type.

    Returns:
        Signs, each a row of the table of weights where it weighs anything.
    """
    kind, apart = other.type, _distance(one, other)
    relations = {} if one.symmetric or other.symmetric else _relations(one, other)
    who = _of_roles(relations) if relations else _of_equals(one, other)
    found = ["bias", f"type={kind}", f"apart={apart}", f"type={kind} apart={apart}"]
    found += [who, f"type={kind} {who}", f"{who} apart={apart}"]
    found += _sides(one, other, relations) if relations else _equals(one, other, who)
    found += _words(tree, one, other, who, apart)
    found += _standing(one, other, who)
    found += retold(tree, one, other, apart)
    found += _day_and_place(one, other, apart)
    if other.match.frame.pos == "noun":
        article = _article(tree, other.match.head)
        found += [f"article={article}", f"article={article} apart={apart}"]
    if kind == "CONSULT":
        visits = f"visits={_visits(one)},{_visits(other)}"
        found += [visits, f"{visits} apart={apart}"]
    return [*found, *_in_one_sentence(tree, one, other)] if apart == "0" else found


def strangers(one: Candidate, other: Candidate) -> bool:
    """Tell whether no act can be told by both: they share nobody, and who does it or gets it is of another state.

    A telling of whose participants one can only guess may be of any act. Nor is a meeting with one a meeting with
    another.
    """
    if one.symmetric or other.symmetric:
        return _of_equals(one, other) == "both=abroad" or _at_two_tables(one, other)
    relations = _relations(one, other)
    if not SHARED.isdisjoint(relations.values()):
        return False
    return any(how == "abroad" and sureness(one, other, role) == BOTH for role, how in relations.items())


def _at_two_tables(one: Candidate, other: Candidate) -> bool:
    """Tell whether each of two tellings names somebody of whose side nobody is at the other's table."""
    mine, theirs = one.ids("actor", "recipient"), other.ids("actor", "recipient")
    if not mine & theirs:
        return False
    return _stands_alone(one, other, mine - theirs) and _stands_alone(other, one, theirs - mine)


def _stands_alone(one: Candidate, other: Candidate, ids: set[str]) -> bool:
    states = {p.actor.country for p in (*one.actors, *one.recipients) if p.actor is not None and p.actor.id in ids}
    return bool(ids) and not (states - {None}) & _states(other)


def settled(one: Candidate, other: Candidate) -> bool:
    """Tell whether two tellings in one sentence are of one act without weighing: a noun and its verb, or a journey."""
    if one.status != other.status:
        return False
    if one.sentence != other.sentence:
        return other.sentence - one.sentence == 1 and _visits(one) and _one_journey(one, other)
    return _one_journey(one, other) or _names_the_same(one, other)


def another(tree: Tree, one: Candidate, other: Candidate) -> bool:
    """Tell whether an adverb says that a later telling is of a further act, of other things ("later urged Peru to").

    Equals who meet and "also discuss" a thing do so where they meet.
    """
    if one.sentence == other.sentence or "noun" in (one.match.frame.pos, other.match.frame.pos):
        return False
    if other.symmetric and one.ids("actor", "recipient") == other.ids("actor", "recipient"):
        return False
    if not _is_further(tree, other):
        return False
    mine, theirs = _things(tree, one), _things(tree, other)
    return bool(mine and theirs) and not mine & theirs


def _is_further(tree: Tree, told: Candidate) -> bool:
    return any(tree.lowers[c] in FURTHER for c in tree.kids(told.anchor, "advmod"))


def _names_the_same(one: Candidate, other: Candidate) -> bool:
    """Tell whether an event noun is the subject or means of a verb of its own type ("a strike killed a general")."""
    noun, verb = (one, other) if one.match.frame.pos == "noun" else (other, one)
    if noun.match.frame.pos != "noun" or verb.match.frame.pos == "noun" or one.type not in DEEDS:
        return False
    doing, done = noun.ids("actor"), verb.ids("actor")
    return noun.under in [f"{noun.type}.{step}" for step in GOVERNED] and (bool(doing & done) or not doing or not done)


def _one_journey(one: Candidate, other: Candidate) -> bool:
    """Tell whether a visit and talks are one act (annotation guidelines, "Settled points")."""
    if one.type != "CONSULT" or _visits(one) == _visits(other):
        return False
    mine, theirs = one.ids("actor", "recipient"), other.ids("actor", "recipient")
    if not mine & theirs or _days(one, other).startswith("differ"):
        return False
    return mine <= theirs or theirs <= mine or _at_its_goal(*((one, other) if _visits(one) else (other, one)))


def _at_its_goal(visit: Candidate, talks: Candidate) -> bool:
    """Tell whether those whom somebody meets are of the states to which he goes."""
    goers = visit.ids("actor", "recipient") & talks.ids("actor", "recipient")
    hosts = {p.actor.country for p in (*talks.actors, *talks.recipients) if p.actor and p.actor.id not in goers}
    where = {visit.where.country} if visit.where is not None else set()
    return bool(hosts) and None not in hosts and hosts <= _states(visit) | where


def _distance(one: Candidate, other: Candidate) -> str:
    apart = other.sentence - one.sentence
    return next((name for least, name in reversed(FAR) if apart > least), str(apart))


def _of_equals(one: Candidate, other: Candidate) -> str:
    """Say how those who take part in two tellings are related where they are equals."""
    mine, theirs = one.ids("actor", "recipient"), other.ids("actor", "recipient")
    relation = _relation(mine, theirs, _states(one), _states(other))
    shared = min(len(mine & theirs), 2) if relation in ("part", "some") else ""
    return f"both={relation}{shared}"


def _of_roles(relations: Mapping[str, str]) -> str:
    """Say the same of those in each role."""
    return " ".join([f"{role}={relation}" for role, relation in relations.items()])


def _relations(one: Candidate, other: Candidate) -> Mapping[str, str]:
    """Say by role how those who take part in two tellings are related."""
    return {
        role: _relation(one.ids(role), other.ids(role), _states(one, role), _states(other, role))
        for role in ("actor", "recipient")
    }


def _relation(mine: set[str], theirs: set[str], my_states: set[str], their_states: set[str]) -> str:
    if not mine or not theirs:
        return "one" if mine or theirs else "none"
    if mine == theirs:
        return "same"
    if mine <= theirs or theirs <= mine:
        return "part"
    if mine & theirs:
        return "some"
    if my_states & their_states:
        return "state"
    return "abroad" if my_states and their_states else "apart"


def _states(candidate: Candidate, role: str | None = None) -> set[str]:
    """Give the states on whose side people stand: a leader's or an army's war is his state's war."""
    actors = candidate.actors if role != "recipient" else []
    recipients = candidate.recipients if role != "actor" else []
    return {p.actor.country for p in (*actors, *recipients) if p.actor is not None and p.actor.country}


def _equals(one: Candidate, other: Candidate, who: str) -> list[str]:
    """Say of how many equals each telling speaks: one of whom nobody else is named may be at any table."""
    sizes = ",".join(str(min(len(c.ids("actor", "recipient")), 2)) for c in (one, other))
    return [f"sizes={sizes}", f"{who} sizes={sizes}"]


def _sides(one: Candidate, other: Candidate, relations: Mapping[str, str]) -> list[str]:
    found = []
    for role, relation in relations.items():
        sure = sureness(one, other, role)
        found += [f"{role}={relation}", f"type={other.type} {role}={relation}", f"{role}={relation} {sure}"]
    turned = one.ids("actor") & other.ids("recipient") or one.ids("recipient") & other.ids("actor")
    return [*found, "turned"] if turned else found


def _words(tree: Tree, one: Candidate, other: Candidate, who: str, apart: str) -> list[str]:
    """Say whether the same word, or another of its frame, tells both, and whether it is of the same things."""
    kind, head, later = other.type, tree.lemma(one.match.head), tree.lemma(other.match.head)
    frame = one.match.frame.name if one.match.frame.name != LEARNED else ""
    word = "same" if head == later else "frame" if frame == other.match.frame.name else "other"
    forms = f"forms={_form(one)},{_form(other)}"
    mine, theirs = _things(tree, one), _things(tree, other)
    things = f"things={bool(mine & theirs) if mine and theirs else 'none'}"
    found = [f"word={word}", f"word={word} apart={apart}", f"word={word} type={kind}", f"word={word} {who}"]
    found += [forms, f"{forms} apart={apart}", f"form={_form(other)} type={kind}"]
    found += [things, f"{things} type={kind}", f"{things} word={word}"]
    if _is_further(tree, other):
        found += ["further", f"further type={kind}"]
    mode, again = one.match.frame.mode, other.match.frame.mode
    return [*found, f"mode={mode == again} type={kind}"] if mode and again else found


def _form(candidate: Candidate) -> str:
    frame = candidate.match.frame
    return LEARNED if frame.name == LEARNED else frame.pos


def _things(tree: Tree, candidate: Candidate) -> set[str]:
    """Give the lemmas of what an act is of, by or about, in its own words; kept, for it is compared with many."""
    known, words = _known_things(tree), frozenset((candidate.match.head, candidate.anchor))
    if words not in known:
        around = [c for word in words for c in tree.kids(word, *AROUND)]
        inside = [below for word in around for below in tree.kids(word, *INSIDE)]
        known[words] = {tree.lemmas[word] for word in (*around, *inside) if tree.tokens[word].upos in CONTENT}
    return known[words]


@kept
def _known_things(tree: Tree) -> dict[frozenset[int], set[str]]:
    return {}


def _standing(one: Candidate, other: Candidate, who: str) -> list[str]:
    """Say whether two tellings have one status, and whether only one of them is a headline or said in a quotation."""
    kind = other.type
    status = "same" if one.status == other.status else ",".join(sorted((one.status, other.status)))
    found = [f"status={status}", f"status={status} type={kind}"]
    if one.titled != other.titled:
        found += ["titled", f"titled type={kind}", f"titled {who}"]
    if one.quoted != other.quoted:
        found += ["quoted", f"quoted type={kind}"]
    return found


def _day_and_place(one: Candidate, other: Candidate, apart: str) -> list[str]:
    kind, day, place = other.type, f"day={_days(one, other)}", f"place={_places(one, other)}"
    return [day, f"{day} type={kind}", f"{day} apart={apart}", place, f"{place} type={kind}"]


def _days(one: Candidate, other: Candidate) -> str:
    """Say whether two days agree, and how many of them are said outright."""
    if one.date is None or other.date is None:
        return "none" if one.date is other.date else "one"
    said = (one.date.basis != ASSUMED) + (other.date.basis != ASSUMED)
    return f"{'agree' if agree(one.date.value, other.date.value) else 'differ'} said={said}"


def agree(one: str, other: str) -> bool:
    """Tell whether two dates may be of one day: a coarser one agrees with all that it contains."""
    if "/" in one or "/" in other:
        since, _, until = one.partition("/")
        first, _, last = other.partition("/")
        return since <= (last or first) + "~" and first <= (until or since) + "~"
    short = min(len(one), len(other))
    return one[:short] == other[:short]


def _places(one: Candidate, other: Candidate) -> str:
    if one.where is None or other.where is None:
        return "none"
    return "same" if one.where.name == other.where.name else "differ"


def _article(tree: Tree, noun: int) -> str:
    """Say how a noun is introduced: what was told before is called "the attack", what is new "an attack"."""
    if tree.marked(noun, "det") & DEFINITE:
        return "the"
    if any(tree.tokens[c].deprel == "nmod:poss" for c in tree.children[noun]):
        return "possessed"
    return "a" if tree.marked(noun, "det") & INDEFINITE else "bare"


def _visits(candidate: Candidate) -> bool:
    return candidate.match.frame.mode == "visit"


def _in_one_sentence(tree: Tree, one: Candidate, other: Candidate) -> Iterator[str]:
    """Say how the words of two tellings hang together that stand in one sentence."""
    kind = other.type
    step = _step(tree, one.anchor, other.anchor)
    yield from (f"step={step}", f"step={step} type={kind}")
    if one.anchor == other.anchor:
        yield "one anchor"
    if any(_helps(*pair) for pair in ((one, other), (other, one))):
        yield "helps"
    first, last = sorted((one.match.head, other.match.head))
    between = set(tree.lowers[first:last])
    yield f"and={'and' in between} break={bool(between & {';', ':'})} type={kind}"
    yield f"near={min((last - first) // 4, 4)}"


def _step(tree: Tree, one: int, other: int) -> str:
    above, below = tree.tokens[one].head, tree.tokens[other].head
    if below == one:
        return f"down {tree.rel(other)}"
    if above == other:
        return f"up {tree.rel(one)}"
    return "beside" if above == below else "far"


def _helps(modal: Candidate, verb: Candidate) -> bool:
    """Tell whether two frames see one act, at an auxiliary and at its verb ("will not attend")."""
    if modal.match.frame.pos != "modal" or verb.match.frame.pos != "verb":
        return False
    return 0 < verb.match.head - modal.match.head <= HELPING
