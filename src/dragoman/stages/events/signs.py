"""Lists the signs that speak for or against a possible event; their weights are fitted on annotated reports."""

from dragoman.stages.events.candidate import Candidate
from dragoman.stages.events.tree import Tree

NEARBY = (1, 4, 10)
OWN = frozenset(("it", "he", "she", "they", "we", "i"))


def signs(tree: Tree, candidate: Candidate, *, under: str, over: str, titled: bool) -> tuple[str, ...]:
    """List the signs of a possible event.

    Args:
        tree: the trees of the report.
        candidate: with participants and standing read.
        under: type of the possible event whose words govern these, empty where there is none.
        over: type of another possible event evoked by the same word, empty where there is none.
        titled: whether its sentence is a headline.

    Returns:
        Names of signs, each a row of the table of weights where it weighs anything.
    """
    kind, frame = candidate.type, candidate.match.frame
    stand = candidate.standing
    relation = tree.rel(candidate.anchor)
    actor, recipient = _kind(candidate, "actor"), _kind(candidate, "recipient")
    word = tree.lemma(candidate.match.head)
    found = [
        "bias",
        f"type={kind}",
        f"frame={frame.name}",
        f"predicate={frame.name}:{candidate.match.predicate}",
        f"pos={frame.pos}",
        f"relation={relation}",
        f"governor={stand.governor}",
        f"status={candidate.status}",
        f"tense={stand.tense}",
        f"actor={actor}",
        f"recipient={recipient}",
        f"type={kind} actor={actor}",
        f"type={kind} recipient={recipient}",
        f"type={kind} status={candidate.status}",
        f"type={kind} quoted={candidate.quoted}",
        f"type={kind} governor={stand.governor}",
        f"pos={frame.pos} relation={relation}",
        f"pos={frame.pos} tense={stand.tense}",
        f"actor={actor} recipient={recipient}",
        f"sentence={_bucket(candidate.sentence)}",
        f"under={under}",
        f"type={kind} under={under}",
        f"words={min(len(candidate.match.words), 3)}",
    ]
    number = min(len(candidate.ids("actor", "recipient")), 3)
    found += [f"participants={number}", f"type={kind} participants={number}"]
    if over:
        found.append(f"type={kind} over={over}")
    if titled:
        found.append("headline")
    if frame.pos == "noun":
        found += _noun_signs(tree, candidate, word)
    if candidate.quoted:
        found += [f"quoted pos={frame.pos}", f"quoted frame={frame.name}"]
    found += _path_signs(candidate)
    found += _clause_signs(tree, candidate)
    found += _word_signs(tree, candidate)
    return tuple(found)


def _word_signs(tree: Tree, candidate: Candidate) -> list[str]:
    """The lemmas around the trigger, names left aside: what governs it, what it acts on, and what describes it."""
    kind, anchor, head = candidate.type, candidate.anchor, candidate.match.head
    found = [f"lemma={tree.lemma(head)} type={kind}"]
    above = tree.tokens[anchor].head
    if above != anchor and tree.tokens[above].upos != "PROPN":
        found += [f"above={tree.lemma(above)}", f"above={tree.lemma(above)} relation={tree.rel(anchor)}"]
    for name, word, most in (("object", anchor, 1), ("advmod", anchor, 2), ("aux", anchor, 2), ("amod", head, 2)):
        relation = "obj" if name == "object" else name
        lemmas = [tree.lemma(c) for c in tree.kids(word, relation)[:most] if tree.tokens[c].upos != "PROPN"]
        found += [f"{name}={lemma}" + (f" type={kind}" if name in ("object", "aux") else "") for lemma in lemmas]
    return found


def _clause_signs(tree: Tree, candidate: Candidate) -> list[str]:
    """Who does what the complement clause speaks of (the doer himself, another), and in which form its verb stands."""
    clauses = tree.kids(candidate.anchor, "ccomp", "xcomp")
    if not clauses:
        return [f"type={candidate.type} clause=none"]
    verb = clauses[0]
    heads = {p.head for p in candidate.actors}
    subjects = tree.kids(verb, "nsubj")
    who = "own" if not subjects or heads & set(subjects) else tree.tokens[subjects[0]].upos
    if who == "PRON" and tree.lowers[subjects[0]] in OWN:
        who = "own"
    form = tree.tokens[verb].xpos
    return [f"type={candidate.type} clause={who}", f"lemma={tree.lemma(candidate.match.head)} clause={who} {form}"]


def _noun_signs(tree: Tree, candidate: Candidate, word: str) -> list[str]:
    head = candidate.match.head
    determiners = tree.marked(head, "det")
    plural = tree.tokens[head].xpos in ("NNS", "NNPS")
    article = "the" if "the" in determiners else "a" if determiners & {"a", "an"} else "this" if determiners else "bare"
    if any(tree.tokens[c].deprel == "nmod:poss" for c in tree.children[head]):
        article = "possessed"
    supported = candidate.match.support >= 0
    proper = tree.tokens[head].upos == "PROPN"
    cases = sorted(tree.cases.get(head, ()))[:1] or ["none"]
    return [
        f"proper={proper} type={candidate.type}",
        f"named={any(tree.tokens[c].upos == 'PROPN' for c in tree.kids(head, 'compound'))} type={candidate.type}",
        f"case={cases[0]} type={candidate.type}",
        f"case={cases[0]} article={article}",
        f"article={article}",
        f"number={'plural' if plural else 'single'}",
        f"supported={supported}",
        f"supported={supported} relation={tree.rel(head)}",
        f"article={article} number={plural}",
    ]


def _path_signs(candidate: Candidate) -> list[str]:
    found = []
    for role, people in (("actor", candidate.actors), ("recipient", candidate.recipients)):
        if people:
            path = people[0].path
            owned = any(step in path for step in ("poss", "compound", "amod", "nmod", "appos"))
            found.append(f"{role} path={'owner' if owned else 'shared' if '>' in path else 'own'}")
    same = candidate.ids("actor") & candidate.ids("recipient")
    if same:
        found.append("actor is recipient")
    for role, people in (("actor", candidate.actors), ("recipient", candidate.recipients)):
        sectors = {p.actor.sector for p in people if p.actor is not None}
        found += [f"{role} sector={sector}" for sector in sorted(sectors)[:1]]
        found += [f"{role} known" for p in people[:1] if p.actor is not None and p.actor.known]
    return found


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
