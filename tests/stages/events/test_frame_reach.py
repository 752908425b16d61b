"""What careful writers call events is seen; what only sounds like it, in business or figures of speech, is not."""

from collections.abc import Callable

import pytest

from dragoman.knowledge.frames import frames
from dragoman.language import Analyser
from dragoman.model import Document
from dragoman.stages.events import Events
from dragoman.stages.events.match import matches
from dragoman.stages.events.tree import Tree

Read = Callable[..., Document]

SEEN = (
    ("CONCEDE", "The Peruvian government unblocked funds for the miners."),
    ("CONCEDE", "The envoy took back his remarks about Malta."),
    ("CONCEDE", "The ferry workers called off their strike on Sunday."),
    ("CONCEDE", "A judge in Accra stayed the extradition of the banker."),
    ("COOPERATE", "Chilean and Peruvian sailors trained together off Arica."),
    ("COOPERATE", "Denmark passed on satellite imagery to Latvia."),
    ("COOPERATE", "Laos and Thailand resumed trade on Monday."),
    ("THREATEN", "Iran did not rule out retaliation against Iraq."),
    ("THREATEN", '"We will hit back at the rebels," the Chadian minister said.'),
    ("THREATEN", '"All options are on the table," the Greek minister told Turkey.'),
    ("MOBILIZE", "Estonia called up a battalion and raised its readiness."),
    ("MOBILIZE", "A Chinese cutter shadowed the Philippine vessel."),
    ("MOBILIZE", "The Bolivian police cancelled all leave before the vote."),
    ("RETREAT", "The rebels handed back the airfield to the Malian army."),
    ("RETREAT", "The Georgian army stopped shelling the village."),
    ("RETREAT", "The colonel turned himself in on Monday."),
    ("REJECT", "Cyprus blocked the declaration on Monday."),
    ("REJECT", "Guinea did not comply with the ruling."),
    ("AID", "Portugal sent instructors to the Mozambican army."),
    ("AID", "The Red Crescent trucked flour to the camps."),
    ("SANCTION", "Bolivia was placed on a sanctions list by Chile."),
    ("SANCTION", "The ministry ordered the consul out of the country."),
    ("PROTEST", "Farmers hurled eggs at the ministry."),
    ("PROTEST", "Shopkeepers observed a strike over the tax."),
    ("COERCE", "Soldiers dispersed the marchers in Gitega."),
    ("COERCE", "Algeria shut its airspace to Moroccan flights."),
    ("AGREE", "Fiji and Tonga ironed out their differences."),
    ("AGREE", "Chad gave the green light to the plan."),
)

UNSEEN = (
    ("CONCEDE", "The plumber unblocked the drain."),
    ("CONCEDE", "The dog took back its bone."),
    ("CONCEDE", "The visitor stayed for the concert."),
    ("COOPERATE", "The swimmers trained for the race."),
    ("COOPERATE", "The radio passed on the weather forecast."),
    ("COOPERATE", "The tailor mended the curtain."),
    ("THREATEN", "The baker did not rule out a second oven."),
    ("THREATEN", "The cook will crush the garlic."),
    ("THREATEN", "The lamp is on the table."),
    ("MOBILIZE", "The dealer parked a van."),
    ("MOBILIZE", "A dog trailed the cyclist."),
    ("MOBILIZE", "The bakery strengthened its brand."),
    ("RETREAT", "The waiter handed back the change."),
    ("RETREAT", "The snow stopped falling."),
    ("RETREAT", "The bakery scaled back its menu."),
    ("REJECT", "A rock blocked the path."),
    ("REJECT", "The gymnast defied gravity."),
    ("AID", "The grocer trucked melons to the market."),
    ("AID", "The plumber footed the ladder."),
    ("SANCTION", "The gardener placed a rose on the list."),
    ("SANCTION", "The storm stripped the roof of tiles."),
    ("PROTEST", "The juggler tossed a ball."),
    ("PROTEST", "The birdwatcher observed a heron."),
    ("COERCE", "The breeze dispersed the smoke."),
    ("COERCE", "The cold confined him to bed."),
    ("AGREE", "The laundry ironed out the creases."),
    ("AGREE", "The traffic lamp turned green."),
    ("AGREE", "The clerk settled in a chair."),
)


@pytest.mark.parametrize(("kind", "sentence"), SEEN)
def test_what_a_reader_would_call_an_event_is_seen(kind: str, sentence: str, analyser: Analyser) -> None:
    found = {match.frame.type for group in matches(Tree(analyser.analyse(sentence)), frames()) for match in group}
    assert kind in found


@pytest.mark.parametrize(("kind", "sentence"), UNSEEN)
def test_what_only_sounds_like_an_event_is_not_told(kind: str, sentence: str, report: Read) -> None:
    assert kind not in {event.type for event in Events()(report(sentence))}
