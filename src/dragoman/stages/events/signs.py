"""Lists the signs that speak for or against a possible event; their weights are fitted on annotated reports."""

from collections.abc import Iterator

from dragoman.knowledge.frames import Predicate
from dragoman.knowledge.frames.scale import Bundle
from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.tree import Tree

NEARBY = (1, 4, 10)
OWN = frozenset(("it", "he", "she", "they", "we", "i"))
OWNED = ("poss", "compound", "amod", "nmod", "appos")
"""Steps of a path that lead to the owner of a thing."""


def word_bundles(tree: Tree, candidate: Candidate, *, over: str) -> tuple[Bundle, ...]:
    """List the signs of a possible event that its words give, whoever takes part.

    Args:
        tree: the trees of the report.
        candidate: with standing read.
        over: type of another possible event evoked by the same word, empty where there is none.

    Returns:
        Bundles of signs, each sign a row of the table of weights where it weighs anything.
    """
    match, kind, stand = candidate.match, candidate.type, candidate.standing
    frame, predicate, anchor = match.frame, match.predicate, candidate.anchor
    relation, word = tree.rel(anchor), tree.lemmas[match.head]
    quoted = frame.name if candidate.quoted else ""
    found: list[Bundle] = [
        (_frame, (kind, frame.name, frame.pos, word, predicate.head, predicate.rest, predicate.before)),
        (_asked, (kind, frame.pos, frame.confidence, frame.strictness, bool(predicate.rest))),
        (_standing, (kind, frame.pos, relation, stand.governor, candidate.status, stand.tense, quoted)),
        (
            _place,
            (kind, _bucket(candidate.sentence), candidate.under, over, min(len(match.words), 3), candidate.titled),
        ),
    ]
    if frame.pos == "noun":
        found.append((_noun, (kind, *_noun_words(tree, candidate))))
    above = tree.tokens[anchor].head
    if above != anchor and tree.tokens[above].upos != "PROPN":
        found.append((_above, (tree.lemmas[above], relation)))
    found += _around(tree, kind, anchor, match.head)
    return tuple(found)


def people_bundles(tree: Tree, candidate: Candidate) -> tuple[Bundle, ...]:
    """List the signs of a possible event that its participants give.

    Args:
        tree: the trees of the report.
        candidate: with participants read.
    """
    kind = candidate.type
    doing, getting = candidate.ids("actor"), candidate.ids("recipient")
    number = min(len(doing | getting), 3)
    clause = next(iter(tree.kids(candidate.anchor, "ccomp", "xcomp")), None)
    return (
        (people, (kind, _kind(candidate, "actor"), _kind(candidate, "recipient"), number)),
        (side, ("actor", *_side(candidate, "actor"))),
        (side, ("recipient", *_side(candidate, "recipient"))),
        (both, (not doing.isdisjoint(getting),)),
        (_no_clause, (kind,))
        if clause is None
        else _clause_of(tree, candidate, clause, _doer(tree, candidate, clause)),
    )


def clause_bundles(tree: Tree, candidate: Candidate) -> tuple[Bundle, ...]:
    """List the bundles of which participants decide one: the doer himself does what the clause says, or another.

    Args:
        tree: the trees of the report.
        candidate: with standing read.
    """
    clauses = tree.kids(candidate.anchor, "ccomp", "xcomp")
    if not clauses:
        return ((_no_clause, (candidate.type,)),)
    return tuple(_clause_of(tree, candidate, clauses[0], who) for who in {"own", _subject_of(tree, clauses[0])})


def _frame(kind: str, frame: str, pos: str, word: str, head: str, rest: tuple[str, ...], before: bool) -> list[str]:
    return [
        "bias",
        f"type={kind}",
        f"frame={frame}",
        f"predicate={frame}:{Predicate(head=head, rest=rest, before=before)}",
        f"pos={pos}",
        f"lemma={word} type={kind}",
    ]


def _asked(kind: str, pos: str, trust: float, strictness: int, several: bool) -> list[str]:
    """List what is known of a frame that no annotated report evokes: how far its author trusts it, what it asks for."""
    asks = min(strictness, 3)
    return [
        f"trust={trust:.1f}",
        f"pos={pos} trust={trust:.1f}",
        f"asks={asks} several={several}",
        f"type={kind} asks={asks}",
    ]


def _standing(kind: str, pos: str, relation: str, governor: str, status: str, tense: str, quoted: str) -> list[str]:
    found = [
        f"relation={relation}",
        f"governor={governor}",
        f"status={status}",
        f"tense={tense}",
        f"type={kind} status={status}",
        f"type={kind} quoted={bool(quoted)}",
        f"type={kind} governor={governor}",
        f"pos={pos} relation={relation}",
        f"pos={pos} tense={tense}",
    ]
    return [*found, f"quoted pos={pos}", f"quoted frame={quoted}"] if quoted else found


def _place(kind: str, sentence: str, under: str, over: str, words: int, titled: bool) -> list[str]:
    found = [f"sentence={sentence}", f"under={under}", f"type={kind} under={under}", f"words={words}"]
    if over:
        found.append(f"type={kind} over={over}")
    return [*found, "headline"] if titled else found


def people(kind: str, actor: str, recipient: str, number: int | str) -> list[str]:
    """List the signs that the kinds and the number of participants give; `stranger` is nobody known."""
    return [
        f"actor={actor}",
        f"recipient={recipient}",
        f"type={kind} actor={actor}",
        f"type={kind} recipient={recipient}",
        f"actor={actor} recipient={recipient}",
        f"participants={number}",
        f"type={kind} participants={number}",
    ]


def side(role: str, path: str, sector: str, known: bool) -> list[str]:
    """List the signs that those in one role give by their path, sector and renown."""
    found = [f"{role} path={path}"] if path else []
    found += [f"{role} sector={sector}"] if sector else []
    return [*found, f"{role} known"] if known else found


def both(same: bool) -> list[str]:
    """Give the sign that somebody acts on himself."""
    return ["actor is recipient"] if same else []


def _clause(kind: str, word: str, who: str, form: str) -> list[str]:
    return [f"type={kind} clause={who}", f"lemma={word} clause={who} {form}"]


def _no_clause(kind: str) -> list[str]:
    return [f"type={kind} clause=none"]


def _noun(
    kind: str, article: str, case: str, relation: str, plural: bool, supported: bool, proper: bool, named: bool
) -> list[str]:
    return [
        f"proper={proper} type={kind}",
        f"named={named} type={kind}",
        f"case={case} type={kind}",
        f"case={case} article={article}",
        f"article={article}",
        f"number={'plural' if plural else 'single'}",
        f"supported={supported}",
        f"supported={supported} relation={relation}",
        f"article={article} number={plural}",
    ]


def _above(lemma: str, relation: str) -> list[str]:
    return [f"above={lemma}", f"above={lemma} relation={relation}"]


def _beside(name: str, lemma: str, kind: str) -> list[str]:
    return [f"{name}={lemma}" + (f" type={kind}" if name in ("object", "aux") else "")]


def _around(tree: Tree, kind: str, anchor: int, head: int) -> Iterator[Bundle]:
    """Go through the lemmas that describe the trigger and what it acts on, names left aside."""
    for name, relation, word, most in (
        ("object", "obj", anchor, 1),
        ("advmod", "advmod", anchor, 2),
        ("aux", "aux", anchor, 2),
        ("amod", "amod", head, 2),
    ):
        for below in tree.kids(word, relation)[:most]:
            if tree.tokens[below].upos != "PROPN":
                yield _beside, (name, tree.lemmas[below], kind)


def _clause_of(tree: Tree, candidate: Candidate, verb: int, who: str) -> Bundle:
    """Say who does what the complement clause speaks of, and how its verb stands."""
    return _clause, (candidate.type, tree.lemmas[candidate.match.head], who, tree.tokens[verb].xpos)


def _doer(tree: Tree, candidate: Candidate, verb: int) -> str:
    subjects = tree.kids(verb, "nsubj")
    return "own" if any(p.head in subjects for p in candidate.actors) else _subject_of(tree, verb)


def _subject_of(tree: Tree, verb: int) -> str:
    subjects = tree.kids(verb, "nsubj")
    if not subjects:
        return "own"
    who = tree.tokens[subjects[0]].upos
    return "own" if who == "PRON" and tree.lowers[subjects[0]] in OWN else who


def _noun_words(tree: Tree, candidate: Candidate) -> tuple[str, str, str, bool, bool, bool, bool]:
    """Give article, preposition and relation of an event noun, and whether it is plural, carried, or part of a name."""
    head = candidate.match.head
    token = tree.tokens[head]
    determiners = tree.marked(head, "det")
    article = "the" if "the" in determiners else "a" if determiners & {"a", "an"} else "this" if determiners else "bare"
    if any(tree.tokens[c].deprel == "nmod:poss" for c in tree.children[head]):
        article = "possessed"
    named = any(tree.tokens[c].upos == "PROPN" for c in tree.kids(head, "compound"))
    plural, supported = token.xpos in ("NNS", "NNPS"), candidate.match.support >= 0
    case = min(tree.cases.get(head, ()), default="none")
    return article, case, tree.rel(head), plural, supported, token.upos == "PROPN", named


def _side(candidate: Candidate, role: str) -> tuple[str, str, bool]:
    """Say of those in a role whether they own a thing or stand for themselves, of what sector, and whether known."""
    row = candidate.actors if role == "actor" else candidate.recipients
    if not row:
        return "", "", False
    path = row[0].path
    owned = any(step in path for step in OWNED)
    sector = min([p.actor.sector for p in row if p.actor is not None], default="")
    known = row[0].actor is not None and row[0].actor.known
    return "owner" if owned else "shared" if ">" in path else "own", sector, known


def _kind(candidate: Candidate, role: str) -> str:
    """Name the kind of who stands in a role; `stranger` where words stand there for nobody that is known."""
    for person in candidate.actors if role == "actor" else candidate.recipients:
        if person.actor is not None:
            return person.actor.kind
    return "stranger" if role in candidate.strangers else "none"


def _bucket(sentence: int) -> str:
    for limit in NEARBY:
        if sentence < limit:
            return f"below {limit}"
    return "later"
