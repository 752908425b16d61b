"""Words beside a name that are the same actor again, and words that are not."""

from collections.abc import Callable

from dragoman.model import Actor, Document

Coder = Callable[..., Document]


def actor(document: Document, name: str) -> Actor:
    return next(actor for actor in document.actors if actor.name == name)


def forms(found: Actor) -> set[str]:
    return {mention.span.text for mention in found.mentions}


def test_an_indefinite_noun_behind_a_name_is_that_person(code: Coder) -> None:
    """ "An attorney" is nobody else."""
    document = code("Odo Quillmann, an attorney who has worked in Peru, agreed.")
    assert "an attorney" in forms(actor(document, "Odo Quillmann"))
    assert not any(found.kind == "group" for found in document.actors)


def test_a_noun_of_its_own_is_somebody_else(code: Coder) -> None:
    """Only an apposition says the name's bearer again."""
    document = code("Odo Quillmann met an attorney in Peru.")
    assert "an attorney" not in forms(actor(document, "Odo Quillmann"))


def test_a_title_of_several_is_each_ones(code: Coder) -> None:
    """In the singular, with its state."""
    document = code("U.S. senators Odo Quillmann and Eva Malik left.")
    found = [actor(document, name) for name in ("Odo Quillmann", "Eva Malik")]
    assert [(one.role, one.sector, one.country) for one in found] == [("senator", "LEG", "USA")] * 2


def test_a_title_of_one_is_not_the_next_ones(code: Coder) -> None:
    """The mayor's companion is no mayor."""
    document = code("Mayor Odo Quillmann and Eva Malik left Lima.")
    assert actor(document, "Eva Malik").role is None


def test_what_stands_before_of_is_no_part_of_a_title_where_it_is_nobody(code: Coder) -> None:
    """A reward for an arrest of a smuggler names the smuggler, not the arrest."""
    document = code("The reward is for the arrests of Honduran drug trafficker Odo Quillmann in Peru.")
    found = actor(document, "Odo Quillmann")
    assert (found.role, found.country) == ("drug trafficker", "HND")
    assert not any("arrests" in words for words in forms(found))


def test_the_terror_group_is_the_one_named_last(code: Coder) -> None:
    """Also where it is only "the group"."""
    document = code("Islamic State attacked Poland. The terror group lost. The group fled.")
    assert {"The terror group", "The group"} <= forms(actor(document, "Islamic State"))


def test_another_group_is_not_the_one_named_last(code: Coder) -> None:
    """A clause or a state of its own says which one is meant."""
    document = code("Islamic State attacked Poland. A Chilean group of students protested.")
    assert not any("students" in words for words in forms(actor(document, "Islamic State")))


def test_a_body_in_small_letters_is_the_body_of_that_name(code: Coder) -> None:
    """Some papers write no capitals."""
    document = code("The US criticised Poland. The state department said so on Monday.")
    assert "The state department" in forms(actor(document, "US State Department"))


def test_a_body_in_small_letters_is_not_that_of_a_state_unheard_of(code: Coder) -> None:
    """The report must speak of its state."""
    document = code("Poland was angry. The state department said so in Warsaw.")
    assert not any(found.name == "US State Department" for found in document.actors)


def test_the_end_of_a_sentence_is_no_part_of_a_name(code: Coder) -> None:
    """The full stop stays outside."""
    document = code("Poland fought the Taliban.")
    assert "Taliban" in forms(actor(document, "Taliban"))
    assert not any(words.endswith(".") for words in forms(actor(document, "Taliban")))


def test_a_mention_does_not_run_on_over_a_long_sentence(code: Coder) -> None:
    """What is far behind a noun says nothing of who is meant."""
    document = code(
        "I thank all the women in Fiji, who are here today and listening, for all that you give to the men who "
        "support you and to the children whom you send to school each day."
    )
    assert all(len(mention.span.text.split()) <= 15 for found in document.actors for mention in found.mentions)


def test_a_government_named_after_its_head_is_the_state(code: Coder) -> None:
    """A surname that is a town too does not make it a town's."""
    document = code("The Monti government fell in Italy. The government of Italy resigned.")
    assert "The Monti government" in forms(actor(document, "Italy"))


def test_a_group_is_told_with_all_that_says_which(code: Coder) -> None:
    """Also with the number before it, and with those joined to what it is of."""
    document = code("The army arrested at least ten teachers in Suva. It met representatives of miners and herders.")
    told = {form for found in document.actors for form in forms(found)}
    assert {"at least ten teachers", "representatives of miners and herders"} <= told


def test_a_group_is_not_told_with_a_thing_joined_to_it(code: Coder) -> None:
    """A cake is nobody."""
    document = code("The minister praised the teachers and two cakes in Suva.")
    assert not any("cakes" in form for found in document.actors for form in forms(found))


def test_people_of_a_state_are_told_with_what_narrows_them(code: Coder) -> None:
    """Not all Fijians live abroad."""
    document = code("Vulnerable Fijians living abroad protested.")
    assert "Vulnerable Fijians living abroad" in {form for found in document.actors for form in forms(found)}


def test_a_body_is_told_with_its_owner(code: Coder) -> None:
    """ "Fiji's Weather Bureau" is as much its name as "Weather Bureau"."""
    document = code("Fiji's National Weather Bureau warned Tonga.")
    assert "Fiji's National Weather Bureau" in {form for found in document.actors for form in forms(found)}


def test_those_of_a_trade_act_as_a_group(code: Coder) -> None:
    """Also where the plural is no word of the analyser's dictionary."""
    document = code("Two drummers and a few dozen trawlermen blocked the port of Suva.")
    assert {found.kind for found in document.actors if found.name in ("drummers", "trawlermen")} == {"group"}
    assert sum(found.kind == "group" for found in document.actors) == 2


def test_a_network_of_nobody_is_nobody(code: Coder) -> None:
    """Networks and boards are somebody where words say which."""
    document = code("The board met in Lima. Networks fail.")
    assert not any(found.kind in ("group", "organisation") for found in document.actors)


def test_businesses_are_a_group_and_business_is_not(code: Coder) -> None:
    """Only where there are many."""
    document = code("Fiji warned Fijian businesses. Local business with Tonga grew.")
    assert [found.name for found in document.actors if found.kind == "group"] == ["Fijian businesses"]


def test_the_delegation_is_the_one_spoken_of_before(code: Coder) -> None:
    """Whoever sent it."""
    document = code("A miners' delegation met the mayor of Lima. The delegation left.")
    assert any({"A miners' delegation", "The delegation"} <= forms(found) for found in document.actors)


def test_the_delegation_of_a_state_is_the_state(code: Coder) -> None:
    """Also where it is told again without it."""
    document = code("The Fijian delegation met Tonga. The delegation left.")
    assert {"The Fijian delegation", "The delegation"} <= forms(actor(document, "Fiji"))


def test_a_title_that_ends_at_a_comma_is_of_the_one_named_behind_it(code: Coder) -> None:
    """Whatever the tree makes of it, and however many of-phrases the title has."""
    document = code("Jane Mercer and the chairman of the joint chiefs of staff, Gen Paul Dunmore, are in Turkey.")
    assert "the chairman of the joint chiefs of staff, Gen Paul Dunmore" in forms(actor(document, "Paul Dunmore"))
    assert not any(found.kind == "group" for found in document.actors)


def test_a_title_that_the_sentence_leaves_for_a_verb_is_nobody_named_later(code: Coder) -> None:
    """The name behind the comma does something of its own."""
    document = code("After a call to the chairman of the joint chiefs of staff, Paul Dunmore left Turkey.")
    assert not any("chairman" in words for words in forms(actor(document, "Paul Dunmore")))


def test_the_staff_of_a_chief_is_no_group(code: Coder) -> None:
    """It only ends the title, alone and with the chief's master behind it."""
    document = code("The chief of staff of the president resigned in Peru.")
    assert not any(found.name.startswith("staff") for found in document.actors)


def test_nouns_joined_behind_a_name_are_that_person(code: Coder) -> None:
    """Also where the name only stands beside a title that governs it."""
    document = code("The exile Eva Malik, a former judge and mother of two, criticised the army.")
    assert {"a former judge", "mother of two"} <= forms(actor(document, "Eva Malik"))
    assert not any(found.kind == "group" for found in document.actors)


def test_a_noun_listed_behind_a_description_is_somebody_else(code: Coder) -> None:
    """A comma before "and" begins the next one."""
    document = code("Eva Malik, a lawyer, and a judge met the army.")
    assert "a judge" not in forms(actor(document, "Eva Malik"))


def test_a_group_behind_a_body_s_name_is_that_body(code: Coder) -> None:
    """Nor are the fighters of whom it consists others."""
    document = code("Turkey supports the Free Syrian Army, a loose band of fighters. Protesters marched in Ankara.")
    assert "a loose band of fighters" in forms(actor(document, "Free Syrian Army"))
    assert {found.name for found in document.actors} == {"Turkey", "Free Syrian Army", "Protesters"}


def test_somebody_behind_a_body_s_name_is_not_that_body(code: Coder) -> None:
    """A union is no minister and no spokesman."""
    document = code("Fiji backs the Lowland Union, a minister said. Peru met Hezbollah, a spokesman said.")
    assert "a minister" not in forms(actor(document, "Lowland Union"))
    assert "a spokesman" not in forms(actor(document, "Hezbollah"))


def test_a_body_that_a_verb_parts_from_a_name_is_another(code: Coder) -> None:
    """Only an apposition says the name's bearer again."""
    document = code("The Free Syrian Army left a coalition of parties in Aleppo.")
    assert not any("coalition" in form for form in forms(actor(document, "Free Syrian Army")))


def test_others_told_in_one_breath_are_no_second_group(code: Coder) -> None:
    """Allies and partners are thanked as one."""
    document = code("Peru thanked its allies and partners.")
    assert {found.name for found in document.actors} == {"Peru", "allies"}
    assert "its allies and partners" in forms(actor(document, "allies"))


def test_others_with_words_of_their_own_are_a_second_group(code: Coder) -> None:
    """Nor are rebels lawyers, or their like."""
    document = code("Peru thanked Fijian teachers and Chilean nurses. Turkish officials met lawyers and rebels.")
    assert {"Fijian teachers", "Chilean nurses", "lawyers", "rebels"} <= {found.name for found in document.actors}


def test_whom_a_deed_hit_is_not_told_with_its_doer(code: Coder) -> None:
    """Even where the tree hangs the doer on the victim."""
    document = code("Finland condemned the killing of two aid workers by the army of Zambia.")
    assert not any(" by " in m.span.text for found in document.actors for m in found.mentions)


def test_what_a_state_remains_is_no_group(code: Coder) -> None:
    """It says again who stands before it."""
    document = code("Fiji remains the largest donor of Tonga. The donors met in Suva.")
    assert not any("largest" in m.span.text for found in document.actors for m in found.mentions)
