"""Which words are places, which are governments or people, and which of several namesakes is meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model import Analysis, Article, Document, Name, OffsetMap, Sentence, Token, Where
from dragoman.stages.places import Places, Toponyms, dateline_place, is_place

Word = tuple[str, str, int, str]


def document(text: str, words: list[Word], names: list[tuple[int, int, str]], publisher: str | None = None) -> Document:
    """Build a document of one sentence: words as (form, part of speech, head, relation)."""
    tokens, at = [], 0
    for index, (form, upos, head, relation) in enumerate(words):
        start = text.index(form, at)
        at = start + len(form)
        tokens.append(
            Token(
                i=index,
                start=start,
                end=at,
                text=form,
                lemma=form.lower(),
                upos=upos,
                xpos="",
                head=head,
                deprel=relation,
            )
        )
    sentences = (Sentence(i=0, first=0, last=len(tokens), start=0, end=len(text), root=0),) if tokens else ()
    found = tuple(
        Name(first=first, last=last, start=tokens[first].start, end=tokens[last - 1].end, label=label)
        for first, last, label in names
    )
    article = Article(id="a", text=text, raw=text, offsets=OffsetMap.whole(text), publisher=publisher)
    analysis = Analysis(tokens=tuple(tokens), sentences=sentences, names=found)
    return Document(article=article, analysis=analysis).with_layer("names", found)


def met_in(*place: str, label: str = "LOC", publisher: str | None = None) -> tuple[Where, ...]:
    """Read "They met in <place> ." where the words of the place form one name."""
    words: list[Word] = [("They", "PRON", 1, "nsubj"), ("met", "VERB", 1, "root"), ("in", "ADP", 3, "case")]
    words += [
        (word, "PUNCT" if word == "," else "PROPN", 1 if i == 0 else 3, "obl" if i == 0 else "flat")
        for i, word in enumerate(place)
    ]
    text = "They met in " + " ".join(place).replace(" ,", ",") + "."
    return Places()(document(text, words, [(3, 3 + len(place), label)], publisher))


@pytest.mark.parametrize("letters", ["UN", "NATO", "EU", "OPEC"])
def test_the_letters_of_a_body_are_no_place(letters: str) -> None:
    """Some town may be spelled so: Un lies in India, Nato in the Philippines, Eu in France."""
    assert met_in(letters, label="ORG") == ()
    assert met_in(letters) == ()


def test_korea_is_the_peninsula_where_neither_half_is_named() -> None:
    """Not a village of that name in Ivory Coast."""
    (place,) = met_in("Korea")
    assert (place.name, place.country) == ("Korean peninsula", None)


def test_a_city_behind_a_preposition_is_a_place() -> None:
    """It comes with its country, its point and a reason."""
    (place,) = met_in("Cairo")
    assert (place.name, place.country, place.precision) == ("Cairo", "EGY", "city")
    assert place.lat == pytest.approx(30.05, abs=0.3)
    assert place.reason


def test_a_state_behind_a_preposition_is_a_place() -> None:
    """ "In Egypt" is where it happened."""
    (place,) = met_in("Egypt")
    assert (place.country, place.precision) == ("EGY", "country")


def test_a_state_that_acts_is_no_place() -> None:
    """ "Egypt rejected the plan" speaks of a government."""
    words: list[Word] = [
        ("Egypt", "PROPN", 1, "nsubj"), ("rejected", "VERB", 1, "root"), ("the", "DET", 3, "det"),
        ("plan", "NOUN", 1, "obj"),
    ]  # fmt: skip
    assert Places()(document("Egypt rejected the plan.", words, [(0, 1, "LOC")])) == ()


def test_a_capital_that_speaks_is_no_place() -> None:
    """ "Ankara said" speaks of the government that sits there."""
    words: list[Word] = [("Ankara", "PROPN", 1, "nsubj"), ("said", "VERB", 1, "root"), ("no", "INTJ", 1, "obj")]
    assert Places()(document("Ankara said no.", words, [(0, 1, "LOC")])) == ()


def test_a_partner_of_talks_is_no_place() -> None:
    """ "Talks with Iran" are talks with a government."""
    words: list[Word] = [
        ("Talks", "NOUN", 0, "root"),
        ("with", "ADP", 2, "case"),
        ("Iran", "PROPN", 0, "nmod"),
        ("failed", "VERB", 0, "acl"),
    ]
    assert Places()(document("Talks with Iran failed.", words, [(2, 3, "LOC")])) == ()


def test_the_goal_of_a_visit_is_a_place() -> None:
    """ "A visit to Iran" names where somebody goes."""
    words: list[Word] = [("Visits", "NOUN", 0, "root"), ("to", "ADP", 2, "case"), ("Iran", "PROPN", 0, "nmod")]
    assert [where.country for where in Places()(document("Visits to Iran.", words, [(2, 3, "LOC")]))] == ["IRN"]


def test_what_stands_behind_the_comma_chooses_the_namesake() -> None:
    """ "Paris, Texas" is not in France."""
    paris, texas = met_in("Paris", ",", "Texas")
    assert (paris.country, texas.precision) == ("USA", "province")
    assert "Texas" in paris.reason


def test_a_famous_namesake_wins_where_nothing_else_speaks() -> None:
    """Paris alone is the one in France."""
    (paris,) = met_in("Paris")
    assert paris.country == "FRA"


def test_washington_dc_is_one_place() -> None:
    """The comma inside it does not cut it."""
    (place,) = met_in("Washington", ",", "D.C.")
    assert place.country == "USA"
    assert place.lat == pytest.approx(38.9, abs=0.3)


def test_a_person_with_the_name_of_a_town_is_no_place() -> None:
    """Behind no preposition of place a person's name stays one."""
    words: list[Word] = [("Paris", "PROPN", 2, "nsubj"), ("Hilton", "PROPN", 0, "flat"), ("spoke", "VERB", 2, "root")]
    assert Places()(document("Paris Hilton spoke.", words, [(0, 2, "PER")])) == ()


@pytest.mark.parametrize("people", ["Egyptians", "Syrian", "Tuesday", "March"])
def test_peoples_and_days_are_no_places(people: str) -> None:
    """Even where the tagger says so."""
    assert met_in(people) == ()


def test_a_body_named_after_a_city_is_no_place() -> None:
    """ "Oxford University said" is about the university."""
    words: list[Word] = [
        ("Oxford", "PROPN", 1, "compound"),
        ("University", "PROPN", 2, "nsubj"),
        ("said", "VERB", 2, "root"),
    ]
    assert Places()(document("Oxford University said.", words, [(0, 2, "ORG")])) == ()


def test_governments_and_bodies_are_toponyms_and_no_places() -> None:
    """Corpora of toponyms count "Egypt rejected" and "Oxford University" too; an event's place does not."""
    words: list[Word] = [
        ("Egypt", "PROPN", 1, "nsubj"), ("told", "VERB", 1, "root"), ("Oxford", "PROPN", 3, "compound"),
        ("University", "PROPN", 1, "obj"),
    ]  # fmt: skip
    doc = document("Egypt told Oxford University.", words, [(0, 1, "LOC"), (2, 4, "ORG")])
    assert Places()(doc) == ()
    egypt, oxford = Toponyms()(doc)
    assert (egypt.span.text, oxford.span.text) == ("Egypt", "Oxford")
    assert egypt.reason.endswith("stands for its government")
    assert oxford.reason.endswith("part of another name")
    assert not is_place(egypt)
    assert not is_place(oxford)


def test_places_are_taken_from_the_toponyms_where_these_are_there() -> None:
    """The report is read once: both ways give the same."""
    words: list[Word] = [
        ("Egypt", "PROPN", 1, "nsubj"), ("met", "VERB", 1, "root"), ("in", "ADP", 3, "case"),
        ("Oslo", "PROPN", 1, "obl"),
    ]  # fmt: skip
    doc = document("Egypt met in Oslo.", words, [(0, 1, "LOC"), (3, 4, "LOC")])
    read = doc.with_layer("toponyms", Toponyms()(doc))
    assert [where.name for where in Places()(read)] == ["Oslo"]
    assert Places()(read) == Places()(doc)


@pytest.mark.parametrize(
    ("body", "rest"), [("Boston", "Herald"), ("Dublin", "Road"), ("Church", "Council"), ("University", "Hospital")]
)
def test_newspapers_roads_and_everyday_words_name_no_place(body: str, rest: str) -> None:
    """Some town is called Church; a body that begins so is not named after it."""
    words: list[Word] = [
        (body, "PROPN", 1, "compound"), (rest, "PROPN", 2, "nsubj"), ("closed", "VERB", 2, "root"),
    ]  # fmt: skip
    assert Toponyms()(document(f"{body} {rest} closed.", words, [(0, 2, "ORG")])) == ()


def test_a_first_name_that_is_also_a_state_is_no_place() -> None:
    """Georgia Hall is named in full, so "Georgia won" is about her."""
    words: list[Word] = [
        ("Georgia", "PROPN", 2, "nsubj"), ("Hall", "PROPN", 0, "flat"), ("trains", "VERB", 2, "root"),
        ("Georgia", "PROPN", 4, "nsubj"), ("won", "VERB", 2, "parataxis"),
    ]  # fmt: skip
    doc = document("Georgia Hall trains; Georgia won.", words, [(0, 2, "PER"), (3, 4, "LOC")])
    assert Toponyms()(doc) == ()


def test_the_other_places_of_a_report_choose_the_namesake() -> None:
    """Beside towns of Ohio, Dublin is the one in Ohio; alone it is the capital of Ireland."""
    words: list[Word] = [("in", "ADP", 1, "case"), ("Dublin", "PROPN", 1, "root")]
    text, names = "in Dublin", [(1, 2, "LOC")]
    (alone,) = Places()(document(text, words, names))
    assert alone.country == "IRL"
    for number, town in enumerate(("Akron", "Cleveland", "Columbus", "Ohio"), start=1):
        words += [("in", "ADP", 2 * number + 1, "case"), (town, "PROPN", 1, "conj")]
        names.append((2 * number + 1, 2 * number + 2, "LOC"))
        text += f" in {town}"
    near = Places()(document(text, words, names))[0]
    assert (near.name, near.country) == ("Dublin", "USA")
    assert "Ohio" in near.reason


def test_a_city_of_conferences_is_not_moved_by_the_nationality_of_a_guest() -> None:
    """ "The American met them in Geneva" is not about Geneva, Illinois."""
    words: list[Word] = [
        ("The", "DET", 1, "det"), ("American", "PROPN", 2, "nsubj"), ("met", "VERB", 2, "root"),
        ("them", "PRON", 2, "obj"), ("in", "ADP", 5, "case"), ("Geneva", "PROPN", 2, "obl"),
    ]  # fmt: skip
    (place,) = Places()(document("The American met them in Geneva.", words, [(5, 6, "LOC")]))
    assert place.country == "CHE"


def test_provinces_in_a_row_do_not_hold_one_another() -> None:
    """ "Alberta, Ontario" is a list, "Everett, Washington" is not."""
    assert [place.name for place in met_in("Alberta", ",", "Ontario")] == ["Alberta", "Ontario"]


@pytest.mark.parametrize(
    ("words", "name", "country"),
    [
        (("Gansu", "Province"), "Gansu", "CHN"),
        (("Zhejiang",), "Zhejiang", "CHN"),
        (("Laurel", "County", ",", "Kentucky"), "Laurel County", "USA"),
        (("Wales",), "Wales", "GBR"),
        (("Asia",), "Asia", None),
    ],
)
def test_provinces_counties_and_continents_are_known(words: tuple[str, ...], name: str, country: str | None) -> None:
    """Not every place is a town."""
    place = met_in(*words)[0]
    assert (place.name, place.country) == (name, country)
    assert place.precision in ("province", "region")


@pytest.mark.parametrize("short", ["Ky.", "W.Va.", "N.C."])
def test_a_state_cut_short_is_that_state(short: str) -> None:
    """Newspapers shorten the states of the USA behind a town."""
    (place,) = met_in(short)
    assert (place.country, place.precision) == ("USA", "province")


def test_a_place_in_no_table_is_kept_without_coordinates() -> None:
    """It is named, and nothing is guessed."""
    (place,) = met_in("Qwertytown")
    assert (place.name, place.lat, place.lon, place.precision) == ("Qwertytown", None, None, "unknown")


def test_a_small_place_lies_somewhere_in_the_province_behind_it() -> None:
    """The province is honest where the town is in no table."""
    town, _ = met_in("Qwertytown", ",", "Texas")
    assert (town.country, town.precision) == ("USA", "province")
    assert town.lat is not None


def test_a_direction_belongs_to_the_place() -> None:
    """ "Northern Syria" is a part of Syria."""
    words: list[Word] = [
        ("They", "PRON", 1, "nsubj"), ("met", "VERB", 1, "root"), ("in", "ADP", 4, "case"),
        ("northern", "ADJ", 4, "amod"), ("Syria", "PROPN", 1, "obl"),
    ]  # fmt: skip
    (place,) = Places()(document("They met in northern Syria.", words, [(4, 5, "LOC")]))
    assert (place.span.text, place.country, place.precision) == ("northern Syria", "SYR", "region")


@pytest.mark.parametrize(
    ("words", "country"),
    [
        ("WASHINGTON", "USA"),
        ("KYIV, Ukraine", "UKR"),
        ("Paris, Texas", "USA"),
        ("JERUSALEM", "ISR"),
        ("XYZZYVILLE", None),
    ],
)
def test_a_dateline_is_resolved(words: str, country: str | None) -> None:
    """Capitals and a state behind the comma do no harm."""
    place = dateline_place(words)
    assert (place.country if place else None) == country


def test_an_empty_report_has_no_places() -> None:
    """Nothing in, nothing out."""
    assert Places()(document("", [], [])) == ()


WORDS = st.sampled_from(
    (
        "Paris",
        ",",
        "Texas",
        "in",
        "London",
        "Egypt",
        "the",
        "(",
        "Georgia",
        "al",
        "-",
        "Zor",
        "😀",
        "שלום",
        "D.C.",
        "north",
    )
)


@given(st.lists(WORDS, min_size=1, max_size=10), st.data())
@settings(max_examples=80, deadline=None)
def test_any_mixture_of_names_is_read_without_harm(forms: list[str], data: st.DataObject) -> None:
    """Spans find their words, and the same document gives the same places."""
    words: list[Word] = [
        (
            form,
            data.draw(st.sampled_from(("PROPN", "ADP", "PUNCT", "VERB"))),
            data.draw(st.integers(0, len(forms) - 1)),
            "obl",
        )
        for form in forms
    ]
    first = data.draw(st.integers(0, len(forms) - 1))
    last = data.draw(st.integers(first + 1, len(forms)))
    doc = document(" ".join(forms), words, [(first, last, data.draw(st.sampled_from(("LOC", "ORG", "PER"))))])
    places = Places()(doc)
    assert all(place.span.check(doc.text) and place.first < place.last for place in places)
    assert places == Places()(doc)
