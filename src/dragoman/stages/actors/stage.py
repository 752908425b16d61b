"""The stage that finds the actors of a report, each once, with every mention."""

from collections import Counter
from collections.abc import Mapping

from dragoman.codes.sectors import plover
from dragoman.ids import actor_id
from dragoman.knowledge.actors import peoples
from dragoman.model import Actor, Document
from dragoman.model.actor import AS_A_PLACE
from dragoman.stages.actors.bodies.called import read_called
from dragoman.stages.actors.bodies.fighters import join_fighters
from dragoman.stages.actors.bodies.machines import read_machines
from dragoman.stages.actors.bodies.named import name_bodies
from dragoman.stages.actors.bodies.provisional import BODY_KINDS
from dragoman.stages.actors.bodies.retold import join_retold
from dragoman.stages.actors.cast import Cast, Referent
from dragoman.stages.actors.identity import Identity, body, take
from dragoman.stages.actors.nouns.anybody import read_anybody
from dragoman.stages.actors.nouns.counts import read_count
from dragoman.stages.actors.nouns.crowds import join_crowds
from dragoman.stages.actors.nouns.nominals import noun_at, read_nominal, read_short
from dragoman.stages.actors.nouns.parts import FUNCTION, read_parts
from dragoman.stages.actors.nouns.tails import note_whole
from dragoman.stages.actors.persons.aliases import join_aliases
from dragoman.stages.actors.persons.apposed import is_part_of_title, read_apposed
from dragoman.stages.actors.persons.callings import call
from dragoman.stages.actors.persons.counted import join_counted
from dragoman.stages.actors.persons.described import in_tables, read_described
from dragoman.stages.actors.persons.holders import join_titles
from dragoman.stages.actors.persons.hyphened import read_hyphened
from dragoman.stages.actors.persons.named import Person, named_persons
from dragoman.stages.actors.persons.offices import is_counterpart, read_title
from dragoman.stages.actors.persons.owners import read_owner
from dragoman.stages.actors.persons.predicated import learn_predicates
from dragoman.stages.actors.persons.presented import presented
from dragoman.stages.actors.persons.serving import serve
from dragoman.stages.actors.persons.signing import signed
from dragoman.stages.actors.persons.surnames import Surnames
from dragoman.stages.actors.persons.titles import is_title_noun
from dragoman.stages.actors.phrases import tree_of
from dragoman.stages.actors.pointing.apart import read_apart
from dragoman.stages.actors.pointing.pronouns import read_pronoun
from dragoman.stages.actors.pointing.voices import Voices, speaks_for
from dragoman.stages.actors.reading import Reading, Watch, WatchOthers
from dragoman.stages.actors.states.citizens import read_citizen
from dragoman.stages.actors.states.forms import StateForm, acts, is_spoken_to, state_forms
from dragoman.stages.actors.states.governments import seated_union
from dragoman.stages.actors.states.halves import halves
from dragoman.stages.actors.states.locate import Scout, locate
from dragoman.stages.actors.states.neighbours import read_neighbour
from dragoman.stages.actors.states.several import read_of_several
from dragoman.text.marks import quoted_words

ARTICLES = frozenset({"the", "a", "an"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "NUM"})


class Actors:
    """Finds who acts in a report: one actor for each referent, over the whole text.

    Args:
        weights: how much each sign speaks for a person as the one whom a pronoun means; those of the table if None.
        watch: is told of each choice among persons whom "he" or "she" may mean, so that weights can be fitted.
        watch_others: is told of each choice among those whom "they" or "it" may mean, for the same end.
        scout: is told of each guess of an actor's state, for the same end.
    """

    name = "actors"
    version = "2"
    needs = ("names", "times", "places")
    gives = "actors"

    def __init__(
        self,
        *,
        weights: Mapping[str, float] | None = None,
        watch: Watch | None = None,
        watch_others: WatchOthers | None = None,
        scout: Scout | None = None,
    ) -> None:
        self.weights = weights
        self.watch = watch
        self.watch_others = watch_others
        self.scout = scout

    def __call__(self, document: Document) -> tuple[Actor, ...]:
        """Find all actors of a report.

        Args:
            document: with the layer `names`.

        Returns:
            Actors in order of their first mention.
        """
        if not document.tokens:
            return ()
        reading = _begin(document)
        reading.weights = reading.weights if self.weights is None else self.weights
        reading.watch, reading.watch_others = self.watch, self.watch_others
        _name_persons(reading)
        join_aliases(reading)
        reading.voices = Voices(document, reading.cast, _house(document, reading.identity))
        name_bodies(reading)
        reading.short = frozenset(
            w for m in reading.cast.members if m.kind in BODY_KINDS for w in m.name.lower().split()
        )
        persons = (m for m in reading.cast.members if m.kind == "person")
        reading.most_named = max((len(person.mentions) for person in persons), default=0)
        _read_on(reading)
        for person, first, last, head in reading.described:
            reading.mention(person, first, last, head, form="title", reason="said of the one named before")
        read_parts(reading)
        join_titles(reading)
        join_counted(reading)
        join_fighters(reading)
        join_retold(reading)
        join_crowds(reading)
        learn_predicates(reading)
        call(reading)
        serve(reading)
        locate(reading, self.scout)
        return _finish(reading.cast)


def _begin(document: Document) -> Reading:
    tree = tree_of(document)
    forms = _without_peoples(state_forms(document, tree), document)
    forms += halves(document, forms)
    counted = Counter(form.iso3 for form in forms)
    context = [iso3 for iso3, _ in counted.most_common()]
    published = document.article.published
    identity = Identity(published.day if published else None, _home(document, context), context)
    by_word = {i: form for form in forms for i in range(form.first, form.last)}
    places = {i: p.country for p in document.places if p.country for i in range(p.first, p.last)}
    times = document.times if "times" in document.layers else ()
    timed = frozenset(i for t in times if t.type == "DATE" and t.since for i in range(t.first, t.last))
    named, quoted = [False] * len(document.tokens), quoted_words(document)
    reading = Reading(document, document.tokens, tree, identity, Cast(), by_word, places, timed, named, quoted)
    reading.grounds = _grounds(document, counted)
    return reading


def _grounds(document: Document, counted: Counter[str]) -> tuple[str, ...]:
    """Give the states that a report is about, first the one that is named most, by itself or by its places."""
    placed = Counter(place.country for place in document.places if place.country)
    return tuple(iso3 for iso3, _ in (counted + placed).most_common())


def _without_peoples(forms: list[StateForm], document: Document) -> list[StateForm]:
    """Leave out the adjectives that peoples elsewhere share with a state ("Turkmen"), where it is not named itself."""
    named = {form.iso3 for form in forms if form.kind != "demonym"}
    return [f for f in forms if f.iso3 in named or document.words(f.first, f.last).text not in peoples()]


def _home(document: Document, counted: list[str]) -> str | None:
    """Say whose "the president" is: the state that the publisher speaks for, else the one most named."""
    return speaks_for(document.article.publisher) or (counted[0] if counted else None)


def _house(document: Document, identity: Identity) -> Referent | None:
    """Give the ministry or government office that publishes a report, where the tables know it."""
    publisher = document.article.publisher
    if not publisher or speaks_for(publisher) is None:
        return None
    found = identity.ask(publisher)
    return body(found) if found.actor and found.kind == "government_body" else None


def _name_persons(reading: Reading) -> None:
    people = named_persons(reading.document, reading.tree)
    surnames = Surnames(reading, people)
    for person in people:
        referent = reading.identity.person(person)
        if referent.key is None:
            found = surnames.find(person)
            if found is not None:
                take(referent, found)
            else:
                signed(reading, person, referent)
        known = reading.cast.known(referent.key) if referent.key else None
        if known is not None:
            known.reason = f"{known.reason}; also {referent.reason}"
            referent = known
        else:
            reading.cast.add(referent)
        _note_names(reading, person, referent)


def _note_names(reading: Reading, person: Person, referent: Referent) -> None:
    for named in person.named:
        mention = named.mention
        reading.cast.mention(referent, mention)
        if named.first > mention.first:
            head = mention.head if mention.head >= named.first else reading.tree.head_of(named.first, mention.last)
            reading.mention(
                referent, named.first, mention.last, head, form="name", reason="named", spoken=head == mention.head
            )
        if named.end > mention.last:
            reason = "named with whose"
            reading.mention(
                referent, mention.first, named.end, mention.head, form="titled", reason=reason, spoken=False
            )
        reading.named[mention.first : mention.last] = [True] * (mention.last - mention.first)


def _read_on(reading: Reading) -> None:
    """Go through the report in its order, so that later words can mean what was spoken of before."""
    states, named, heads = reading.states, reading.named, reading.cast.heads
    for i, token in enumerate(reading.tokens):
        if i in states:
            if states[i].first == i:
                _read_state(reading, states[i])
        elif token.upos in ("ADJ", "DET") and read_apart(reading, i):
            pass
        elif token.upos in NOMINAL and (not named[i] or token.xpos == "PRP$"):
            _read_word(reading, i)
        elif token.upos == "NOUN" and named[i]:
            read_owner(reading, i)
        if i in heads:
            reading.cast.pass_word(i)


def _read_word(reading: Reading, i: int) -> None:
    token = reading.tokens[i]
    if token.upos in FUNCTION:
        if token.text.lower() not in ARTICLES and not read_pronoun(reading, i) and not read_anybody(reading, i):
            read_count(reading, i)
        return
    if read_hyphened(reading, i):
        return
    if token.upos == "NOUN" and (read_apposed(reading, i) or read_described(reading, i)):
        return
    if read_of_several(reading, i) or read_machines(reading, i) or read_called(reading, i):
        return
    if read_neighbour(reading, i):
        return
    if token.upos == "PROPN" and is_title_noun(token.text) and read_apposed(reading, i):
        return
    if not in_tables(token.text, token.lemma.lower()) and not is_counterpart(reading, i):
        if not read_count(reading, i):
            read_short(reading, i)
        return
    if read_pronoun(reading, i) or read_title(reading, i) or is_part_of_title(reading, i):
        return
    noun = noun_at(reading, i)
    if noun is not None:
        read_nominal(reading, i, noun)
    elif not read_count(reading, i):
        read_short(reading, i)


def _read_state(reading: Reading, form: StateForm) -> None:
    """Note a state where its name stands for it; "the Turks" act as the state, "Turks" are people of it."""
    tree, tokens = reading.tree, reading.tokens
    titled = reading.named[form.head] and any(r.kind == "person" for r in reading.cast.headed(form.head))
    if titled or not acts(form, tree):
        if form.kind == "name" or is_spoken_to(form, tree):
            state = seated_union(reading, form) or reading.state(form.iso3)
            reading.mention(state, form.first, form.last, form.head, form="name", reason=AS_A_PLACE, spoken=False)
        return
    if presented(reading, form) or read_citizen(reading, form):
        return
    first = form.first
    determined = first > 0 and tokens[first - 1].text.lower() == "the"
    if form.kind == "people" and not determined and tokens[form.head].xpos in ("NNS", "NNPS"):
        people = _people(reading, form)
        reading.mention(people, first, form.last, form.head, form="nominal", reason="people of a state")
        note_whole(reading, people, form.head, form.head, first, form.last)
        return
    if determined and tree.sentence_of[first - 1] == tree.sentence_of[first] and tokens[first - 1].head == form.head:
        first -= 1
    union = seated_union(reading, form)
    reason = f"{form.kind} of the state" if union is None else "its seat"
    reading.mention(union or reading.state(form.iso3), first, form.last, form.head, form="name", reason=reason)


def _people(reading: Reading, form: StateForm) -> Referent:
    for member in reading.cast.members:
        if member.kind == "group" and member.label == "people" and member.country == form.iso3:
            return member
    name = reading.document.words(form.first, form.last).text
    group = Referent(name=name, kind="group", country=form.iso3, sector="CVL", label="people", plural=True)
    return reading.cast.add(group)


def _finish(cast: Cast) -> tuple[Actor, ...]:
    """Turn referents into actors; two that have become the same by their id are one."""
    actors: dict[str, Actor] = {}
    for referent in cast.members:
        if not referent.mentions:
            continue
        actor = _actor(referent)
        if actor.id in actors:
            mentions = (*actors[actor.id].mentions, *actor.mentions)
            actor = _with_mentions(actors[actor.id], sorted(mentions, key=lambda m: (m.first, m.last)))
        actors[actor.id] = actor
    return tuple(sorted(actors.values(), key=lambda actor: (actor.mentions[0].first, actor.id)))


def _actor(referent: Referent) -> Actor:
    stated = None if referent.guessed else referent.country
    return Actor(
        id=actor_id(known=referent.key, name=referent.name, country=stated, role=None),
        name=referent.name,
        kind=referent.kind,
        country=referent.country,
        role=referent.role,
        sector=plover(referent.sector),
        wikidata=referent.wikidata,
        known=referent.key is not None,
        reason=referent.reason,
        mentions=tuple(sorted(referent.mentions, key=lambda m: (m.first, m.last))),
    )


def _with_mentions(actor: Actor, mentions: list) -> Actor:  # type: ignore[type-arg]
    from dataclasses import replace

    return replace(actor, mentions=tuple(mentions))
