"""Which state a government is of: by its leader, its people or its seat, as last called so, or of no state at all."""

from collections.abc import Callable

import pytest

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def meant(document: Document, words: str) -> Actor:
    """Give the actor that has these words among its mentions."""
    return next(a for a in document.actors if any(m.span.text == words for m in a.mentions))


def mentioned(document: Document) -> set[str]:
    return {mention.span.text for actor in document.actors for mention in actor.mentions}


@pytest.mark.parametrize(
    "words", ["the Democratic People's Republic of Korea", "the Democratic People’s Republic of Korea"]
)
def test_the_longer_name_of_a_state_wins_over_one_inside_it(code: Coder, words: str) -> None:
    """The Republic of Korea is another state."""
    assert meant(code(f"Japan condemned {words} on Monday."), words).country == "PRK"


def test_a_regime_called_after_a_leader_is_of_the_leaders_state(code: Coder) -> None:
    """However the name is spelt, and whoever else is spoken of."""
    document = code("Turkey called for a truce. Turkey condemned the Asad regime.", published="2017-02-01")
    assert meant(document, "the Asad regime").country == "SYR"


def test_a_regime_called_after_nobody_known_is_not_of_a_namesake(code: Coder) -> None:
    """The tables know no such leader."""
    document = code("Chile condemned the Zzyzxov regime. Peru agreed.", published="2017-02-01")
    assert meant(document, "the Zzyzxov regime").country != "SYR"


def test_the_regime_is_of_the_state_last_called_so(code: Coder) -> None:
    """Not of those who press it."""
    document = code("Canada criticised the Belarusian regime. Canada and Poland called on the regime to free them.")
    assert meant(document, "the regime").country == "BLR"


def test_a_regime_that_nothing_names_is_of_the_state_most_spoken_of(code: Coder) -> None:
    """Not of the last one, which only helps."""
    document = code(
        "Belarus held a vote. Police in Belarus beat people. Poland sent aid. The regime jailed a reporter."
    )
    assert meant(document, "The regime").country == "BLR"


@pytest.mark.parametrize("words", ["The sanctions regime", "The visa regime"])
def test_a_set_of_rules_is_no_government(code: Coder, words: str) -> None:
    """A regime may be a law."""
    assert words not in mentioned(code(f"Chile met Peru. {words} was extended."))


@pytest.mark.parametrize("words", ["the government and people of Ukraine", "the government and the people of Ukraine"])
def test_a_government_is_of_the_state_whose_people_are_named_with_it(code: Coder, words: str) -> None:
    """Not of the last one spoken of."""
    document = code(f"Poland stands with {words}.")
    assert meant(document, "the government").country == "UKR"


def test_authorities_alone_are_those_of_the_state_spoken_of(code: Coder) -> None:
    """With an article or without."""
    document = code("Peru held a vote. Authorities freed two men. The authorities promised a trial.")
    assert {meant(document, words).country for words in ("Authorities", "The authorities")} == {"PER"}


GROUND = "Rebels shelled a market in Peru on Monday. Police in Peru found the guns in a barn near Cusco. "


def test_the_government_is_that_of_the_state_that_the_report_is_about(code: Coder) -> None:
    """Not of the one that spoke last."""
    document = code(GROUND + "Chile offered its help. The government rejected the offer.")
    assert meant(document, "The government").country == "PER"


def test_places_too_say_what_a_report_is_about(code: Coder) -> None:
    """However seldom the state itself is named."""
    text = "Rebels in Peru shelled Lima, Arequipa, Trujillo and Iquitos on Monday. Chile sent aid. Chile protested."
    assert meant(code(text + " Monks urged the government to talk."), "the government").country == "PER"


def test_who_accuses_the_government_is_another_state(code: Coder) -> None:
    """Even where the report is about that one."""
    document = code("Peru held a vote. Peru is at peace. Chile sent guns. Peru condemned the government.")
    assert meant(document, "the government").country == "CHL"


def test_the_administration_is_that_of_the_state_that_is_governed_by_one(code: Coder) -> None:
    """A report may be about another state."""
    document = code(GROUND + "The United States sent aid. Senators urged the administration to send more.")
    assert meant(document, "the administration").country == "USA"


def test_the_administration_is_none_that_nothing_names(code: Coder) -> None:
    """Other states have administrations too."""
    document = code(GROUND + "Judges urged the administration to send more.")
    assert meant(document, "the administration").country == "PER"


@pytest.mark.parametrize("said", ["the authorities to free them", "the new authorities"])
def test_authorities_may_be_new_or_asked_for_something(code: Coder, said: str) -> None:
    """What else is said of them does not say whose they are."""
    document = code(GROUND + f"Judges urged {said}.")
    assert meant(document, said.removesuffix(" to free them")).country == "PER"


def test_authorities_of_a_kind_are_not_the_state(code: Coder) -> None:
    """Separatists rule against it."""
    document = code(GROUND + "Judges urged the separatist authorities to free them.")
    found = [a for a in document.actors if any(m.span.text == "the separatist authorities" for m in a.mentions)]
    assert all(a.kind != "country" for a in found)


@pytest.mark.parametrize("words", ["the military regime", "Sudan's military authorities"])
def test_soldiers_who_rule_are_a_body_of_their_own(code: Coder, words: str) -> None:
    """The state is another."""
    found = meant(code(f"Sudan closed its border. Two Sudanese farmers condemned {words}."), words)
    assert (found.kind, found.country) == ("government_body", "SDN")


def test_the_authorities_of_a_territory_are_no_state(code: Coder) -> None:
    """They are a body below one."""
    found = meant(code("Hong Kong authorities arrested an editor."), "Hong Kong authorities")
    assert (found.kind, found.country) == ("government_body", "HKG")


def test_the_authorities_of_a_state_are_the_state(code: Coder) -> None:
    """Nothing narrows them."""
    assert meant(code("Peruvian authorities arrested an editor."), "Peruvian authorities").kind == "country"


def test_a_port_authority_is_no_state(code: Coder) -> None:
    """One authority for one matter."""
    assert meant(code("Djibouti's port authority raised its fees."), "Djibouti's port authority").kind != "country"


def test_the_kingdom_is_a_state_that_is_one(code: Coder) -> None:
    """A republic spoken of in between is not meant."""
    document = code("Morocco sent envoys. Peru thanked Morocco. Peru will support the kingdom.")
    assert meant(document, "the kingdom").country == "MAR"


@pytest.mark.parametrize(
    "text", ["The envoy leant on Cairo to open the crossing.", "Canberra rallies to Cairo over the ruling."]
)
def test_a_capital_to_which_something_is_said_is_its_state(code: Coder, text: str) -> None:
    """It is no place there."""
    found = meant(code(text), "Cairo")
    assert (found.kind, found.country) == ("country", "EGY")


@pytest.mark.parametrize(
    "text", ["The envoy flew to Cairo on Monday.", "The envoy met them in Cairo.", "The envoy left the Cairo talks."]
)
def test_a_capital_where_somebody_goes_is_a_place(code: Coder, text: str) -> None:
    """Who goes there has not met its state."""
    assert "Cairo" not in mentioned(code(text))


def test_a_state_named_in_full_before_a_title_is_part_of_it(code: Coder) -> None:
    """The minister was met, not the state."""
    document = code("The envoy met with Republic of Korea (ROK) Foreign Minister Cho Tae-yul.")
    assert meant(document, "Republic of Korea (ROK) Foreign Minister Cho Tae-yul").kind == "person"


def test_a_state_named_in_full_before_a_comma_is_met_itself(code: Coder) -> None:
    """Somebody else is named behind it."""
    document = code("The envoy thanked the Republic of Korea, Foreign Minister Jan Novak said.")
    assert meant(document, "the Republic of Korea").kind == "country"


def test_brussels_is_the_union_that_sits_there(code: Coder) -> None:
    """The state around it is not spoken of."""
    assert meant(code("Brussels told Slovenia to lift the toll."), "Brussels").name == "European Union"


def test_brussels_is_belgium_where_that_is_spoken_of(code: Coder) -> None:
    """Then it is its capital."""
    assert meant(code("Belgian ministers met. Brussels expelled two envoys."), "Brussels").country == "BEL"


def pair(document: Document, words: str) -> set[str | None]:
    return {a.country for a in document.actors if any(m.span.text == words for m in a.mentions)}


def test_who_offers_to_mediate_is_none_of_the_two_neighbours(code: Coder) -> None:
    """Nor is whoever was named last."""
    document = code("Bolivia has closed its border with Chile. Brazil has offered to sit the two neighbours down.")
    assert pair(document, "the two neighbours") == {"BOL", "CHL"}


def test_two_governments_are_those_of_the_story_however_far_back(code: Coder) -> None:
    """The sentences between name no state."""
    between = "The ferry is idle. Traders are angry. Prices rose. Fish rots on the quay. "
    document = code(f"Malawi blames Zambia for the delay. {between}The two governments opened the line last year.")
    assert pair(document, "The two governments") == {"MWI", "ZMB"}


def test_two_countries_of_two_persons_are_those_that_they_serve(code: Coder) -> None:
    """The country that they speak about is not."""
    document = code(
        "Fijian Foreign Minister Tevita Raikadroka met Chilean Foreign Minister Eva Rojasquez to speak about Ukraine. "
        "They praised their two countries."
    )
    assert pair(document, "their two countries") == {"FJI", "CHL"}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("Guerrillas in Peru attacked two army trucks.", "army", "government_body"),
        ("Peru held a vote. The town was shelled by regime planes.", "regime", "country"),
    ],
)
def test_who_owns_a_thing_is_somebody(code: Coder, text: str, word: str, kind: str) -> None:
    """Named in one breath with it."""
    assert meant(code(text), word).kind == kind


@pytest.mark.parametrize("words", ["police officers", "army officers"])
def test_who_is_part_of_a_term_for_others_is_nobody_beside_them(code: Coder, words: str) -> None:
    """The officers are the actors."""
    assert words.split()[0] not in mentioned(code(f"Peru jailed three {words}."))


def test_a_junta_is_a_body_beside_its_state(code: Coder) -> None:
    """Whoever took a state by arms is not yet the state; it is the junta of that state all the same."""
    found = meant(
        code("Niger is poor. The junta in Niger expelled an envoy. The junta was angry."), "The junta in Niger"
    )
    assert (found.kind, found.country, found.name) == ("government_body", "NER", "Nigerien junta")
