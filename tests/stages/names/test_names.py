"""Proper names: what the tables mend in what the tagger saw."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model import Analysis, Article, Document, Name, OffsetMap, Sentence, Token
from dragoman.stages.names import Names

Coder = Callable[..., Document]


def labelled(document: Document) -> dict[str, str]:
    return {document.text[name.start : name.end]: name.label for name in document.names}


def test_a_country_is_a_place_name(code: Coder) -> None:
    """A state's name is LOC whatever the tagger thought."""
    assert labelled(code("Turkey and Hungary signed the accord on Monday."))["Hungary"] == "LOC"


def test_a_demonym_is_no_name(code: Coder) -> None:
    """An adjective of nationality names nobody."""
    assert "Turkish" not in labelled(code("Turkish ships left the port."))


def test_a_title_is_no_part_of_a_persons_name(code: Coder) -> None:
    """The name begins behind the title."""
    found = labelled(code("Foreign Minister Jan Novakovic met President Maria Kovac on Monday."))
    assert found.get("Jan Novakovic") == "PER"
    assert not any("Minister" in form or "President" in form for form in found)


def test_the_possessive_ending_is_cut_off(code: Coder) -> None:
    """ "Novakovic's" names Novakovic."""
    found = labelled(code("Jan Novakovic spoke first. Novakovic's speech lasted an hour."))
    assert "Novakovic" in found
    assert not any(form.endswith("'s") for form in found)


def test_a_known_body_is_found_where_the_tagger_is_silent(code: Coder) -> None:
    """The tables know Hezbollah."""
    assert labelled(code("On Friday rockets of Hezbollah hit the town."))["Hezbollah"] == "ORG"


def test_a_surname_alone_later_is_the_same_kind_of_name(code: Coder) -> None:
    """A surname is a person's where the full name is."""
    found = labelled(code("Yair Lapid left at noon. The next morning Lapid came back."))
    assert found["Lapid"] == "PER"


@pytest.mark.parametrize(
    "text",
    [
        "the turkey was served with rice and the china was washed.",
        "He told us that the march would end in may.",
        "",
    ],
)
def test_common_words_are_no_names(code: Coder, text: str) -> None:
    """Small letters make no state of a bird, a cup or a pronoun."""
    assert not code(text).names


def test_no_name_overlaps_another(code: Coder) -> None:
    """Every word is in one name at most."""
    document = code(
        "The UN Security Council met the Ministry of Foreign Affairs of Poland and Jan Novakovic of the EU."
    )
    ends = [0, *(name.last for name in document.names)]
    assert all(name.first >= end for name, end in zip(document.names, ends, strict=False))


@given(
    st.lists(
        st.sampled_from(
            ["Ankara", "Novakovic", "the", "of", "Bank", "and", "U.N.", "'s", ",", "Hezbollah", "President"]
        ),
        max_size=12,
    )
)
def test_spans_always_find_their_words(words: list[str]) -> None:
    """Whatever the words, a name's offsets are those of its first and last word."""
    text = " ".join(words)
    starts = [len(" ".join(words[:i])) + (i > 0) for i in range(len(words))]
    tokens = tuple(
        Token(
            i=i, start=s, end=s + len(w), text=w, lemma=w, upos="PROPN", xpos="NNP", head=max(i - 1, 0), deprel="flat"
        )
        for i, (s, w) in enumerate(zip(starts, words, strict=True))
    )
    sentences = (Sentence(i=0, first=0, last=len(words), start=0, end=len(text), root=0),) if words else ()
    names = tuple(Name(first=i, last=i + 1, start=t.start, end=t.end, label="ORG") for i, t in enumerate(tokens))
    article = Article(id="r0", text=text, raw=text, offsets=OffsetMap.whole(text))
    found = Names()(Document(article=article, analysis=Analysis(tokens=tokens, sentences=sentences, names=names)))
    assert all(n.start == tokens[n.first].start and n.end == tokens[n.last - 1].end for n in found)


def forms_of(document: Document, label: str) -> list[str]:
    return [document.text[name.start : name.end] for name in document.names if name.label == label]


def test_a_hyphen_ends_no_name(code: Coder) -> None:
    """A given name of two parts stays whole."""
    assert forms_of(code("President Moon Jae-in spoke in Seoul."), "PER") == ["Moon Jae-in"]


def test_the_last_item_of_a_title_is_no_first_name(code: Coder) -> None:
    """A title with a list of matters ends before the name."""
    document = code("Under Secretary for Trade, Energy, and the Environment Jose Valdano will travel to Chile.")
    assert forms_of(document, "PER") == ["Jose Valdano"]


def test_a_firm_is_no_person_where_its_full_name_says_so(code: Coder) -> None:
    """ "Plc" behind the same words tells what they mean."""
    found = labelled(code("Pilots of Lindgren Hale walked out. Lindgren Hale Group PLC said it was sorry."))
    assert found.get("Lindgren Hale", "ORG") == "ORG"


def test_a_town_after_which_nobody_is_called_is_a_place(code: Coder) -> None:
    """Raqqa at the head of a sentence is still Raqqa."""
    found = labelled(code("Idlib and Raqqa fell. The governor left."))
    assert "PER" not in {found.get("Idlib"), found.get("Raqqa")}


def test_a_titled_namesake_of_a_town_is_a_person(code: Coder) -> None:
    """A title makes a person of it."""
    assert labelled(code("President Matera spoke. Matera left."))["Matera"] == "PER"


def test_the_last_of_many_items_of_a_title_is_no_first_name(code: Coder) -> None:
    """Long portfolios end right before the name."""
    text = "Under Secretary for Economic Growth, Energy, and the Environment Jose Novakovic spoke on Monday."
    assert labelled(code(text)).get("Jose Novakovic") == "PER"


@pytest.mark.parametrize("people", ["Spaniard", "Briton", "Canadian", "Dane"])
def test_a_nationality_is_no_first_name(code: Coder, people: str) -> None:
    """ "Spaniard Jan Novakovic" is called Jan."""
    assert labelled(code(f"{people} Jan Novakovic left in May.")).get("Jan Novakovic") == "PER"


def test_a_body_is_named_with_what_it_is_for(code: Coder) -> None:
    """The place inside is no name of its own."""
    found = labelled(code("The Front for the Upper Delta shelled Kano. The Miners' Central called a strike in Lima."))
    assert found == {"Front for the Upper Delta": "ORG", "Kano": "LOC", "Miners' Central": "ORG", "Lima": "LOC"}


def test_a_bay_is_no_body(code: Coder) -> None:
    """Only nouns for bodies make one."""
    assert "ORG" not in labelled(code("She visited the Bay of Plenty and the Gulf of Tonga.")).values()


def test_a_ministry_has_all_its_fields(code: Coder) -> None:
    """The tagger may stop at the first."""
    found = labelled(code("The Fijian Bureau of Roads and Harbours closed. The Ministry of Trade and Industry met."))
    assert any(form.endswith("Bureau of Roads and Harbours") for form in found)


def test_a_ministry_does_not_swallow_the_parliament(code: Coder) -> None:
    """Another body is no field of it."""
    found = labelled(code("The Ministry of Defence and Parliament met in Suva."))
    assert not any("Defence and" in form for form in found)


def test_a_nickname_stands_inside_a_name(code: Coder) -> None:
    """Its closing mark does not end it."""
    found = labelled(code("Col. Peter “P.J.” Novakovic condemned the attack on Monday."))
    assert found.get("Peter “P.J.” Novakovic") == "PER"


def test_who_speaks_behind_a_quotation_is_not_whom_it_names_last(code: Coder) -> None:
    """The mark closes what was said, not a nickname."""
    found = labelled(code("“Nobody has asked Ana Novakovic” Jan Lane said on Monday."))
    assert found.get("Ana Novakovic") == "PER"


def test_a_doubted_word_between_two_names_is_no_nickname(code: Coder) -> None:
    """It is not spelt as a name."""
    found = labelled(code("Jan Novakovic “thanked” Ana Lane on Monday."))
    assert found.get("Jan Novakovic") == "PER"


def test_a_month_is_no_name_where_somebody_is_called_so(code: Coder) -> None:
    """ "In May" is the month though Theresa May is spoken of."""
    document = code("Theresa May met the family of the prisoner. In May the family went home. She thanked May.")
    assert not [name for name in document.names if document.text[: name.start].endswith("In ")]
    assert [name for name in document.names if document.text[: name.start].endswith("thanked ")]
