"""Actors: one for each referent, with all that stands for it."""

from collections.abc import Callable

import pytest

from dragoman.model import Actor, Document
from dragoman.stages.actors import Linker, linker_of

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def forms(found: Actor) -> list[str]:
    return [mention.span.text for mention in found.mentions]


def at(document: Document, word: str, nth: int = 0) -> list[str]:
    """Give the names of the actors that a word stands for."""
    index = [token.i for token in document.tokens if token.text == word][nth]
    return [found.name for found in Linker(document).at(index)]


def test_title_name_and_surname_are_one_person(code: Coder) -> None:
    """Full name with title, surname alone, title with surname."""
    document = code(
        "Foreign Minister Yair Lapid left at noon. Lapid said little. Minister Lapid will return.",
        published="2022-01-10",
    )
    lapid = actor(document, "Yair Lapid")
    assert {"Foreign Minister Yair Lapid", "Lapid", "Minister Lapid"} <= set(forms(lapid))


def test_misspelt_first_names_are_one_person_and_the_reason_says_so(code: Coder) -> None:
    """Antony, Anthony and Tony."""
    document = code("Antony Blinken spoke. Anthony Blinken left. My friend Tony Blinken came back.")
    assert len([found for found in document.actors if "Blinken" in found.name]) == 1
    assert "alike" in actor(document, "Antony Blinken").reason or len(document.actors) == 1


def test_an_office_depends_on_the_day(code: Coder) -> None:
    """The same man is minister in one year and leads the opposition in another."""
    roles = [actor(code("Yair Lapid spoke.", published=day), "Yair Lapid").role for day in ("2021-12-10", "2023-01-31")]
    assert roles[0] != roles[1]


def test_a_title_in_apposition_says_role_and_state(code: Coder) -> None:
    """Of a person in no table, the report's words are believed."""
    document = code("Jan Novakovic, Poland's deputy agriculture minister, opened the fair.")
    found = actor(document, "Jan Novakovic")
    assert (found.country, found.sector, found.known) == ("POL", "GOV", False)


def test_a_government_is_its_state(code: Coder) -> None:
    """Name, government, capital and people with the article are one country actor."""
    document = code(
        "Turkey sent a note. The Turkish government was angry. Ankara said it would wait. The Turks refused."
    )
    assert {found.id for found in document.actors if found.kind == "country"} == {"k:TUR"}
    assert at(document, "government") == at(document, "Ankara") == at(document, "Turks")


def test_a_state_named_as_a_place_can_be_asked_for(code: Coder) -> None:
    """Where something happens may be whom it is done to; the mention says that it is a place."""
    document = code("Protesters marched in Poland.")
    word = next(token.i for token in document.tokens if token.text == "Poland")
    assert [found.country for found in Linker(document).at(word)] == ["POL"]
    assert [mention.reason for mention in actor(document, "Poland").mentions] == ["named as a place"]


def test_troops_soldiers_and_the_army_of_a_state_are_one_body(code: Coder) -> None:
    """Nouns of one class and state share an actor."""
    document = code("Polish troops crossed the river. Polish soldiers held the bridge. The Polish army said nothing.")
    assert at(document, "troops") == at(document, "soldiers") == at(document, "army")
    assert [found.kind for found in document.actors if found.sector == "MIL"] == ["government_body"]


def test_rebel_forces_are_no_army(code: Coder) -> None:
    """A narrowing word changes the kind."""
    document = code("Rebel forces took the town. Jihadist groups fled.")
    assert {found.kind for found in document.actors} == {"armed_group"}


def test_an_acronym_in_brackets_names_the_body_before_it(code: Coder) -> None:
    """The short form later is the same actor."""
    document = code("The Northern Trade Council (NTC) met on Monday. On Tuesday the NTC voted to strike.")
    assert at(document, "NTC", 1) == at(document, "Council")


def test_a_title_alone_is_the_person_of_the_report_who_bears_it(code: Coder) -> None:
    """ "The foreign minister" later is the one named before."""
    document = code("Poland's foreign minister, Jan Novakovic, flew to Oslo. The foreign minister said he was glad.")
    assert at(document, "minister", 1) == ["Jan Novakovic"]


def test_a_counterpart_holds_the_same_office_in_the_other_state(code: Coder) -> None:
    """The tables give who that was on the day."""
    document = code(
        "Secretary of State Antony Blinken called his Turkish counterpart on Monday.", published="2022-03-01"
    )
    assert at(document, "counterpart") == ["Mevlüt Çavuşoğlu"]


def test_he_is_the_person_spoken_of(code: Coder) -> None:
    """A pronoun takes the subject before it."""
    document = code("Jan Novakovic flew to Oslo. He met the mayor.")
    assert at(document, "He") == ["Jan Novakovic"]


def test_both_are_the_last_two(code: Coder) -> None:
    """ "The two" stands for two actors with one span."""
    document = code("Jan Novakovic met Maria Kovac on Monday. The two agreed to talk again.")
    assert at(document, "two") == ["Jan Novakovic", "Maria Kovac"]


def test_we_in_a_release_is_the_publishers_state(code: Coder) -> None:
    """A ministry speaks for its state."""
    document = code("We condemn the attack on the harbour.", publisher="U.S. Department of State")
    assert at(document, "We") == ["United States"]


def test_i_in_a_quotation_is_its_speaker(code: Coder) -> None:
    """Known once the quotes are."""
    document = code("“I will not sign the paper,” Jan Novakovic said.")
    assert at(document, "I") == ["Jan Novakovic"]


def test_two_people_of_one_surname_stay_two(code: Coder) -> None:
    """First names that differ are different people."""
    document = code("Jan Novakovic met Petra Novakovic in Brno.")
    assert len([found for found in document.actors if found.kind == "person"]) == 2


def test_it_is_nobody_before_a_that_clause(code: Coder) -> None:
    """An expletive stands for no actor."""
    assert at(code("Poland waited. It was clear that the talks had failed."), "It") == []


def test_common_nouns_of_things_are_no_actors(code: Coder) -> None:
    """Ships, prices and treaties act in grammar only."""
    assert not code("The prices rose and the talks ended after a long night.").actors


def test_a_provisional_person_has_one_id_in_every_report(code: Coder) -> None:
    """Ids come from what the report says, not from where it says it."""
    one, other = code("Jan Novakovic spoke."), code("In the end, Jan Novakovic left.")
    assert actor(one, "Jan Novakovic").id == actor(other, "Jan Novakovic").id


@pytest.mark.parametrize("text", ["", "\r\n \r\n", "😀 😀", "שלום לכולם", "a " * 2000, "(((" * 50, "Mr. Mr. Mr."])
def test_odd_texts_do_no_harm(code: Coder, text: str) -> None:
    """Empty, white, emoji, right-to-left, long, brackets: spans find their words, twice the same."""
    document = code(text)
    assert all(m.span.check(document.text) and m.first <= m.head for a in document.actors for m in a.mentions)
    assert document.actors == code(text).actors


def test_every_mention_lies_in_its_words(code: Coder) -> None:
    """The head of a mention is one of its words, and its span is that of its words."""
    document = code(
        "US Secretary of State Antony Blinken met Israeli officials, two of the miners and the UN Security Council."
    )
    for found in document.actors:
        for mention in found.mentions:
            assert mention.first <= mention.head < mention.last
            assert mention.span == document.words(mention.first, mention.last)


def test_part_of_a_group_stands_for_it(code: Coder) -> None:
    """ "Seven of the miners" are the miners."""
    document = code("Police detained seven of the miners on Monday.")
    assert at(document, "seven") == at(document, "miners")


def test_they_are_the_two_who_met(code: Coder) -> None:
    """Subject and "with" partner together, also over several sentences."""
    document = code("Jan Novakovic met with Maria Kovac on Monday. They discussed trade. They agreed to talk again.")
    assert at(document, "They", 1) == ["Jan Novakovic", "Maria Kovac"]


def test_they_are_the_two_persons_of_the_sentence_before_whatever_the_verb(code: Coder) -> None:
    """One thanked the other, and a state named in passing is not meant."""
    document = code(
        "Jan Novakovic thanked Maria Kovac for the gift of Hungary, and they walked on. They spoke of rice."
    )
    assert at(document, "they") == at(document, "They") == ["Jan Novakovic", "Maria Kovac"]


def test_they_are_not_a_state_named_only_in_passing(code: Coder) -> None:
    """A state that owns or lies somewhere is not what "they" takes up."""
    document = code("The price of rice in Hungary rose on Monday. They are said to have known.")
    assert not at(document, "They")


def test_a_firm_may_be_told_as_several(code: Coder) -> None:
    """ "The bank has said that they"."""
    document = code("Tatra Bank announced that they will open an office.")
    assert at(document, "they") == ["Tatra Bank"]


def test_the_clause_that_says_which_people_are_meant_is_part_of_their_name(code: Coder) -> None:
    """ "People" alone says nothing; a clause after a comma tells something more of them."""
    document = code("Poland sheltered people fleeing the war.")
    assert [found.name for found in document.actors if found.kind == "group"] == ["people fleeing the war"]
    document = code("Poland helped the miners, who had waited for a week.")
    assert "the miners, who had waited for a week" not in forms(actor(document, "miners"))


def test_kinds_of_people_told_together_can_be_one_group(code: Coder) -> None:
    """ "Allies and partners" stand together; a thing beside them does not."""
    document = code("Poland thanked allies and partners. Poland counted farmers and tractors.")
    said = [form for found in document.actors for form in forms(found)]
    assert "allies and partners" in said
    assert "farmers and tractors" not in said


def test_a_state_does_nothing_to_itself_where_another_was_spoken_of(code: Coder) -> None:
    """Who imposes something "on the small nation" is not that nation."""
    document = code("Qatar spoke on Monday. Bahrain and Egypt imposed a boycott on the small nation.")
    assert at(document, "nation") == ["Qatar"]


def test_a_regime_is_not_the_government_that_speaks_of_it(code: Coder) -> None:
    """A ministry calls others so; "the government" may be its own."""
    text = "Mali was silent. Chile asked the regime to free its prisoners."
    document = code(text, publisher="Ministry of Foreign Affairs of Chile")
    assert at(document, "regime") == ["Mali"]


def test_a_readout_goes_on_telling_of_those_who_met(code: Coder) -> None:
    """ "They" after states and people named in passing; a newspaper's "they" is left alone there."""
    text = (
        "Jan Novakovic met with Maria Kovac in Oslo. The Minister spoke of the farmers' progress across Hungary. "
        "The price of rice in Chile rose. They agreed to talk again."
    )
    assert at(code(text, publisher="Ministry of Foreign Affairs of Norway"), "They") == ["Jan Novakovic", "Maria Kovac"]


def test_both_sides_are_the_two_of_whom_most_was_told(code: Coder) -> None:
    """Not the two named last."""
    document = code(
        "Peru accused Bolivia of theft. Bolivia denied it and Peru insisted. Peru and Bolivia share a lake. "
        "Argentina offered to host talks. Both sides agreed."
    )
    assert set(at(document, "sides")) == {"Peru", "Bolivia"}


def test_capitals_before_a_colon_are_the_speaker_of_a_transcript(code: Coder) -> None:
    """A surname in capitals behind a title is a person, no organisation."""
    document = code("MINISTER NOVAKOVIC: Good morning. We begin.\n\nMINISTER KOVAC: Thank you. We do.")
    assert {found.kind for found in document.actors if "novakovic" in found.name.lower()} == {"person"}


def test_a_bare_short_name_is_the_body_named_before(code: Coder) -> None:
    """ "The league" is the League named in full."""
    document = code("The Northern Harbour League took the bridge. The league said it would stay.")
    assert at(document, "league") == at(document, "League")


def test_a_guessed_state_is_told_as_a_guess_and_stays_out_of_the_id(code: Coder) -> None:
    """What the words around suggest is marked."""
    one, other = code("In Poland, lawmakers voted on Monday."), code("In Hungary, lawmakers voted on Monday.")
    guesses = [next(a for a in d.actors if a.sector == "LEG") for d in (one, other)]
    assert [guess.country for guess in guesses] == ["POL", "HUN"]
    assert guesses[0].id == guesses[1].id
    assert all("guessed" in guess.reason for guess in guesses)


def test_a_capital_where_something_happens_is_no_state(code: Coder) -> None:
    """A city in a place phrase does not act."""
    assert not [found for found in code("The trial opened in Ankara.").actors if found.kind == "country"]


def test_the_department_of_a_release_is_the_one_that_publishes_it(code: Coder) -> None:
    """A ministry's own "the Department" is that ministry, not one of the state that it writes about."""
    text = "Chile welcomed the loan. The Department thanked Chile for its help."
    document = code(text, publisher="U.S. Department of State")
    assert at(document, "Department") == ["US State Department"]


def test_under_belongs_to_the_secretary(code: Coder) -> None:
    """A word of rank is part of the title, and the bare title is the same person."""
    document = code(
        "Under Secretary for Trade Jose Valdano arrived in Lima. The Under Secretary will meet the mayor.",
        publisher="U.S. Department of State",
    )
    found = actor(document, "Jose Valdano")
    assert {"Under Secretary for Trade Jose Valdano", "The Under Secretary"} <= set(forms(found))
    assert found.country == "USA"


def test_a_name_beside_a_title_beats_the_table(code: Coder) -> None:
    """Whoever the report names holds the office there, whatever the tables say."""
    document = code("China's top diplomat, Wang Yi, met the press in Rome.", published="2023-03-10")
    assert at(document, "diplomat") == ["Wang Yi"]


def test_both_before_two_titles_means_two_persons(code: Coder) -> None:
    """Two offices of one state are two holders."""
    document = code(
        "The spokesman briefed both Israel's Defense Minister and the Leader of the Opposition on Monday.",
        published="2023-02-10",
    )
    persons = [found.role for found in document.actors if found.kind == "person"]
    assert persons == ["minister of defence", "leader of the opposition"]


def test_a_plural_title_before_a_list_means_all_of_it(code: Coder) -> None:
    """Two leaders with their names behind them are these two."""
    document = code("The ministry praised two leaders, Jan Novakovic and Maria Kovacova, on Monday.")
    assert set(at(document, "leaders")) == {"Jan Novakovic", "Maria Kovacova"}


def test_a_state_has_its_own_word_for_an_office(code: Coder) -> None:
    """The American foreign minister is the secretary of state."""
    document = code("Antony Blinken spoke in Rome.", published="2023-03-10")
    assert actor(document, "Antony Blinken").role == "secretary of state"


def test_forces_carry_the_state_of_their_owner(code: Coder) -> None:
    """A bare noun is named after the state whose it is."""
    document = code("Russia closed the bridge. Its forces shelled the village.")
    assert at(document, "forces") == ["Russian military"]


def test_a_fronted_pronoun_means_the_subject_behind_it(code: Coder) -> None:
    """ "In his speech" may come before the name."""
    document = code("In his first speech, Jan Novakovic promised lower taxes.")
    assert at(document, "his") == ["Jan Novakovic"]


def test_who_is_spoken_of_does_not_speak(code: Coder) -> None:
    """ "He said" behind a quotation is not the man whom it is about."""
    document = code(
        "Jan Novakovic opened the meeting in Prague. “Pavel Horak does not care for the miners of this town,” he said."
    )
    assert at(document, "he") == ["Jan Novakovic"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The treaty will enter into force in May.", "force"),
        ("The airline bought six new aircraft.", "aircraft"),
        ("Several reported strikes hit the town.", "strikes"),
        ("The storm destroyed a hospital in the hills.", "hospital"),
    ],
)
def test_things_and_vague_nouns_are_nobody(code: Coder, text: str, word: str) -> None:
    """Force as law, aircraft of nobody, air strikes, a building."""
    assert at(code(text), word) == []


def test_where_a_government_sits_for_talks_is_not_its_state(code: Coder) -> None:
    """A capital that hosts talks owns neither side."""
    document = code("Syria sent envoys. The UN invited the regime and the opposition in Vienna.")
    assert at(document, "regime") == ["Syria"]


def test_two_reports_without_actors_do_not_share_a_look_up(code: Coder) -> None:
    """Their empty layers are one object, their words are not."""
    one, other = code("It rained."), code("It snowed all day.")
    assert linker_of(one) is linker_of(one)
    assert linker_of(one) is not linker_of(other)
