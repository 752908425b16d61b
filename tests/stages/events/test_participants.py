"""Who took part: chosen among all who may have, by signs that anybody can read."""

from collections.abc import Callable

from dragoman.model import Document, EventMention
from dragoman.stages.events import Events
from dragoman.stages.events.parties import Parties
from dragoman.stages.events.party_signs import party_signs
from dragoman.stages.events.paths import path_between
from dragoman.stages.events.possessors import possessors
from dragoman.stages.events.sides import Sides
from dragoman.stages.events.tree import Tree

Read = Callable[..., Document]


def coded(document: Document, kind: str) -> list[EventMention]:
    return [event for event in Events(coder="frames")(document) if event.type == kind]


def named(document: Document, ids: tuple[str, ...]) -> set[str]:
    names = {actor.id: actor.name for actor in document.actors}
    return {names[i] for i in ids}


def test_whoever_the_sentence_names_as_object_gets_it(report: Read) -> None:
    """The plainest case stays what it was."""
    document = report("Turkey condemned Israel on Tuesday.")
    (event,) = coded(document, "ACCUSE")
    assert named(document, event.actors) == {"Turkey"}
    assert named(document, event.recipients) == {"Israel"}


def test_nobody_is_both_doer_and_done_to(report: Read) -> None:
    """Whoever does it is not offered as who gets it."""
    document = report("Serbia accused Kosovo of arrests. Serbia then urged Kosovo to stop.")
    for event in Events(coder="frames")(document):
        assert not set(event.actors) & set(event.recipients)


def test_both_sides_of_a_meeting_need_nobody_from_another_sentence(report: Read) -> None:
    """A third who was told of before does not slip into talks whose sides are named."""
    document = report("Egypt praised Jordan. France and Germany held talks in Berlin on Tuesday.")
    for event in coded(document, "CONSULT"):
        assert not named(document, event.actors) & {"Egypt", "Jordan"}


def test_a_report_that_names_nobody_has_no_event(report: Read) -> None:
    """What has no participant at all is too vague."""
    assert Events(coder="frames")(report("There was an attack, and there were talks.")) == ()


def test_each_actor_is_offered_once(report: Read) -> None:
    """Several mentions of one are one party."""
    document = report("Turkey said on Monday that Turkey had condemned Israel. Israel rejected it.")
    reading = Events(coder="frames").read(document)
    parties = Parties(reading.casting)
    for candidate in reading.candidates:
        found = [party.actor.id for party in parties.of(candidate, [])]
        assert len(found) == len(set(found))


def test_signs_name_nobody(report: Read) -> None:
    """A weight must never learn that one state does what it does."""
    document = report("Turkey condemned Israel on Tuesday.")
    reading = Events(coder="frames").read(document)
    parties = Parties(reading.casting)
    signs = [
        sign
        for candidate in reading.candidates
        for party in parties.of(candidate, [])
        for role in ("actor", "recipient")
        for sign in party_signs(candidate, party, role, [])
    ]
    assert signs
    assert not any("Turkey" in sign or "Israel" in sign for sign in signs)


def test_the_way_to_a_participant_is_written_with_its_prepositions(report: Read) -> None:
    """A reader of the table of weights sees where in the sentence a sign looks."""
    tree = Tree(report("Turkey met with Israel on Tuesday.").analysis)
    at = {token.text: token.i for token in tree.tokens}
    assert path_between(tree, at["met"], at["Turkey"]) == "nsubj"
    assert path_between(tree, at["met"], at["Israel"]) == "obl:with"
    assert path_between(tree, at["met"], at["met"]) == "itself"


def test_a_passive_has_a_subject_of_its_own_kind(report: Read) -> None:
    """Who is condemned is not who condemns."""
    tree = Tree(report("Israel was condemned by Turkey.").analysis)
    at = {token.text: token.i for token in tree.tokens}
    assert path_between(tree, at["condemned"], at["Israel"]) == "nsubj:pass"
    assert path_between(tree, at["condemned"], at["Turkey"]) == "obl:by"


READOUT = (
    "Secretary of State Antony Blinken spoke today with Foreign Minister Ararat Mirzoyan. "
    "The Secretary thanked Armenia for its hospitality. He noted a gathering of students in Gyumri. "
    "The weather was fine. The harvest was good. "
    "The Secretary underscored the need for a lasting peace."
)


def test_what_a_government_tells_of_a_call_was_said_to_the_other_party(report: Read) -> None:
    """A release goes on telling one call for many sentences."""
    document = report(READOUT, publisher="U.S. Department of State", day="2023-03-10")
    asked = [event for event in coded(document, "REQUEST") if "lasting peace" in event.evidence[0].text]
    assert [named(document, event.recipients) for event in asked] == [{"Ararat Mirzoyan"}]


def test_a_newspaper_that_tells_of_other_things_between_leaves_it_open(report: Read) -> None:
    """So far from the call nobody knows to whom it was said."""
    document = report(READOUT, publisher="Sample Wire", day="2023-03-10")
    reading = Events(coder="frames").read(document)
    kept = [c for c in reading.candidates if c.match.frame.name == "REQUEST/stress-need.v"]
    calls = [c for c in reading.candidates if c.match.frame.name == "CONSULT/speak-with.v"]
    reading.complete([*calls, *kept], {})
    assert [c.recipients for c in kept] == [[]]


def test_the_talks_that_a_journey_is_made_for_are_the_journey(report: Read) -> None:
    """A trip and whom it leads to are one event."""
    document = report(
        "Deputy Minister Jan Novak will travel to Nairobi, Kenya on March 14. "
        "Deputy Minister Novak will meet with senior Kenyan officials."
    )
    assert len(coded(document, "CONSULT")) == 1


def test_a_meeting_of_others_is_not_the_journey(report: Read) -> None:
    """Only the traveller's own talks belong to his trip."""
    document = report(
        "Deputy Minister Jan Novak will travel to Nairobi, Kenya on March 14. "
        "France and Germany will hold talks in Berlin on March 14."
    )
    assert len(coded(document, "CONSULT")) == 2


def test_who_faces_whom_is_told_by_the_other_acts_of_a_report(report: Read) -> None:
    """The other side of a quarrel ranks first, whoever is named more often."""
    document = report(
        "Togo accused Ghana of raids. Ghana condemned Togo. Benin, Benin and again Benin kept silent. "
        "Togo demanded an apology."
    )
    reading = Events(coder="frames").read(document)
    kept = sorted(Events(coder="frames").keep(reading), key=lambda c: c.match.head)
    facing = Sides(document.actors, kept).facing(kept[-1])
    assert facing.sign("TGO", "GHA") == "faces 1"
    assert facing.sign("TGO", "BEN").startswith("told")
    assert facing.sign("TGO", "TGO") == ""


def test_a_participle_behind_a_comma_goes_with_the_verb(report: Read) -> None:
    """Who speaks of Fiji, "accusing it", accuses; a subject that a participle describes does too."""
    texts = (
        "Tonga spoke of a quarrel with Fiji, accusing Fiji of theft.",
        "Samoa, accusing Fiji of theft, left the talks.",
    )
    documents = [report(text) for text in texts]
    doers = [named(document, event.actors) for document in documents for event in coded(document, "ACCUSE")]
    assert {"Tonga"} in doers
    assert {"Samoa"} in doers
    assert {"Fiji"} not in doers


def test_those_joined_by_and_take_part_together(report: Read) -> None:
    """A list of three who meet one is four who met."""
    document = report("Japan met with Chile, Peru and Ecuador in Lima on Tuesday.")
    (event,) = coded(document, "CONSULT")
    assert named(document, event.actors) >= {"Japan", "Chile", "Peru", "Ecuador"}


def test_people_without_names_on_a_list_take_part_only_where_likely(report: Read) -> None:
    """A list of callings mostly spells out one group; states on a list are each somebody."""
    document = report("Belarus arrested students, workers, athletes and lawyers on Friday.")
    (event,) = [event for event in Events(coder="both")(document) if event.type == "COERCE"]
    assert "students" in named(document, event.recipients)
    assert not named(document, event.recipients) >= {"workers", "athletes", "lawyers"}
    document = report("Norway thanked Chile, Peru and Ecuador on Friday.")
    (event,) = [event for event in Events(coder="both")(document) if event.type == "SUPPORT"]
    assert named(document, event.recipients) == {"Chile", "Peru", "Ecuador"}


def test_who_is_thanked_is_not_condemned(report: Read) -> None:
    """What is named with another verb joined by "and" is not taken beside whom the verb's own words name."""
    document = report("Norway condemned the raids carried out by Serbia, and thanked Poland.")
    (blame,) = coded(document, "ACCUSE")
    assert named(document, blame.recipients) == {"Serbia"}
    (thanks,) = coded(document, "SUPPORT")
    assert named(document, thanks.recipients) == {"Poland"}


def test_one_object_of_two_verbs_gets_both(report: Read) -> None:
    """ "Condemned and expelled him" is not two verbs with an object each."""
    document = report("Chile condemned and expelled the Peruvian ambassador.")
    (blame,), (penalty,) = coded(document, "ACCUSE"), coded(document, "SANCTION")
    assert set(blame.recipients) & set(penalty.recipients)
    assert blame.recipients


def test_both_between_whom_there_are_talks_take_part(report: Read) -> None:
    """One of a pair is never at the table without the other."""
    document = report("President Macron welcomed the negotiations between Uruguay and Brazil.")
    (event,) = coded(document, "CONSULT")
    assert named(document, event.actors) == {"Uruguay", "Brazil"}


def test_both_of_a_pair_written_with_a_hyphen_take_part(report: Read) -> None:
    """ "The Chile-Peru talks" are talks of two; a compound of one name is one."""
    document = report("The Chile-Peru talks on fishing opened in Lima on Tuesday.")
    (event,) = coded(document, "CONSULT")
    assert named(document, event.actors) == {"Chile", "Peru"}
    document = report("The long-delayed Peru talks opened in Lima on Tuesday.")
    assert not any("Chile" in named(document, event.actors) for event in coded(document, "CONSULT"))


def test_whoever_praises_talks_was_not_at_them(report: Read) -> None:
    """He who held talks or joined them was."""
    document = report("President Macron praised the talks between Chile and Peru.")
    assert not any("Emmanuel Macron" in named(document, event.actors) for event in coded(document, "CONSULT"))
    document = report("President Macron held talks with Chile and Peru.")
    (event,) = coded(document, "CONSULT")
    assert "Emmanuel Macron" in named(document, event.actors)


def test_states_of_a_long_journey_are_not_at_each_of_its_meetings(report: Read) -> None:
    """Who travels to three states to see a president of one of them meets him, and no state for safety's sake."""
    text = (
        "Secretary Blinken will travel to Kenya, Uganda and Rwanda next week, where he will meet with President "
        "William Ruto and Foreign Minister Alfred Mutua."
    )
    document = report(text)
    (event,) = coded(document, "CONSULT")
    assert named(document, event.actors) == {"Blinken", "William Ruto", "Alfred Mutua"}


def test_all_who_met_speak_in_their_joint_statement(report: Read) -> None:
    """A headline that says so is enough; without it "we" is nobody's."""
    text = "Chile, Peru, Ecuador, Japan and Norway met in Lima on Tuesday. We urged Fiji to free the fishermen."
    signers = {"Chile", "Peru", "Ecuador", "Japan", "Norway"}
    document = report(text, title="Joint Statement on the Fishermen")
    assert [named(document, event.actors) for event in coded(document, "REQUEST")] == [signers]
    document = report(text, title="Talks on the Fishermen")
    assert not any(named(document, event.actors) >= signers for event in coded(document, "REQUEST"))


def test_wanting_to_thank_is_thanking(report: Read) -> None:
    """ "I want to thank" thanks; "he wanted to thank" and "we do not want to thank" do not say that he did."""
    document = report("We would like to thank Chile for the boats. Peru wanted to thank Fiji.")
    told = {next(iter(named(document, e.recipients)), ""): e.status for e in coded(document, "SUPPORT")}
    assert told["Chile"] == "actual"
    assert told.get("Fiji", "conditional") == "conditional"


def test_a_delegation_that_is_received_was_there(report: Read) -> None:
    """It stands for its state; talks that are held are nobody."""
    document = report("Norway hosted a delegation from Bulgaria on Monday.")
    (event,) = coded(document, "CONSULT")
    assert named(document, event.actors) == {"Norway", "Bulgaria"}
    document = report("Norway hosted talks on fishing rights on Monday.")
    assert all(named(document, event.actors) <= {"Norway"} for event in coded(document, "CONSULT"))


def test_offers_from_several_are_of_all_of_them(report: Read) -> None:
    document = report("Angola rejected offers from Chad, Togo and Benin on Tuesday.")
    (event,) = coded(document, "REJECT")
    assert named(document, event.actors) == {"Angola"}
    assert named(document, event.recipients) == {"Chad", "Togo", "Benin"}


def test_what_a_thing_is_joined_to_does_not_own_it(report: Read) -> None:
    """Whoever stands beside the thing that somebody offered has not offered it."""
    document = report("Angola rejected an offer from Chad on Tuesday, and Benin praised Togo.")
    (event,) = coded(document, "REJECT")
    assert not named(document, event.recipients) & {"Benin", "Togo"}


def test_whose_complaint_is_dismissed_is_another(report: Read) -> None:
    document = report("Kenya sent a note on Monday. Ghana dismissed its accusation against Togo.")
    tree = Tree(document.analysis)
    (act,) = [token.i for token in tree.tokens if token.text == "accusation"]
    (its,) = [token.i for token in tree.tokens if token.text == "its"]
    assert possessors(tree, act, its, frozenset(("dismiss",))) == [(its, "nmod:poss")]
    (found,) = possessors(tree, act, its, frozenset())
    assert tree.tokens[found[0]].text == "Ghana"


def test_who_draws_condemnation_does_not_condemn(report: Read) -> None:
    document = report("Belarus drew condemnation from Poland and Lithuania on Tuesday.")
    told = [event for event in Events()(document) if event.frame == "ACCUSE/draw-criticism.v"]
    assert [named(document, event.actors) for event in told] == [{"Poland", "Lithuania"}]
    assert [named(document, event.recipients) for event in told] == [{"Belarus"}]


def test_whose_arrest_is_told_did_not_make_it(report: Read) -> None:
    document = report("Norway postponed the talks after Anna Holm's arrest on Monday.")
    told = [event for event in Events()(document) if event.type == "COERCE"]
    assert all("Anna Holm" not in named(document, event.actors) for event in told)
    assert {"Anna Holm"} in [named(document, event.recipients) for event in told]


def test_who_sends_an_army_at_a_request_does_not_make_it(report: Read) -> None:
    document = report("Norway sent its army across the border at the request of Sweden.")
    (event,) = coded(document, "REQUEST")
    assert named(document, event.actors) == {"Sweden"}
    assert named(document, event.recipients) == {"Norway"}


def test_what_is_offered_is_not_offered_anything(report: Read) -> None:
    document = report("Chile offered 200 soldiers on Monday.")
    assert all(not event.recipients for event in coded(document, "AGREE"))


def test_who_hails_the_talks_of_others_is_not_at_them(report: Read) -> None:
    """The noun's own words name both sides."""
    document = report("Chile hailed the recent meeting between the Peruvian and Danish foreign ministers in Lima.")
    (talks,) = [event for event in Events()(document) if event.type == "CONSULT"]
    assert "Chile" not in named(document, (*talks.actors, *talks.recipients))


def test_who_takes_part_in_talks_is_at_them(report: Read) -> None:
    """The noun names one side, the verb the other."""
    document = report("Chile took part in talks with Peru on Monday.")
    (talks,) = [event for event in Events()(document) if event.type == "CONSULT"]
    assert named(document, (*talks.actors, *talks.recipients)) == {"Chile", "Peru"}
