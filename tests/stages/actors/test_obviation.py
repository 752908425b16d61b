"""Who asks, does or says something of another is not the one whom "he" or "him" means there."""

from dragoman.language import Analyser
from dragoman.model import Article, Document, OffsetMap
from dragoman.stages.actors import Actors
from dragoman.stages.names import Names


def _meant(analyser: Analyser, text: str, pronoun: str) -> list[str]:
    """Give the names of those whom the last such pronoun of a text stands for."""
    article = Article(id="r0", text=text, raw=text, offsets=OffsetMap.whole(text))
    document = Document(article=article, analysis=analyser.analyse(text))
    document = document.with_layer("names", Names()(document)).with_layer("times", ()).with_layer("places", ())
    at = text.rindex(f"{pronoun} ") if f"{pronoun} " in text else text.rindex(pronoun)
    return [a.name for a in Actors()(document) if any(m.span.start == at for m in a.mentions)]


def test_who_demands_that_he_resign_is_another(analyser: Analyser) -> None:
    """Nobody demands of himself."""
    text = "Peter Novak met Paul Brandt on Monday. Peter Novak demanded that he resign at once."
    assert _meant(analyser, text, "he") == ["Paul Brandt"]


def test_who_says_that_he_will_resign_may_be_himself(analyser: Analyser) -> None:
    """But one may well speak of oneself."""
    text = "Peter Novak met Paul Brandt on Monday. Peter Novak said that he would resign at once."
    assert _meant(analyser, text, "he") == ["Peter Novak"]


def test_who_goes_on_the_radio_to_call_him_a_liar_is_another(analyser: Analyser) -> None:
    """The subject of the main verb does what its infinitive tells."""
    text = "Paul Brandt left the capital on Monday. Peter Novak went on the radio to call him a liar."
    assert _meant(analyser, text, "him") == ["Paul Brandt"]


def test_whoever_is_telephoned_and_urged_is_the_same(analyser: Analyser) -> None:
    """Two verbs with one subject mostly have one object too."""
    text = "Adam Weber spoke on Monday. Peter Novak telephoned Paul Brandt and urged him to resign."
    assert _meant(analyser, text, "him") == ["Paul Brandt"]


def test_a_speaker_does_not_call_himself_he(analyser: Analyser) -> None:
    """What is between quotation marks is told of another."""
    text = 'Peter Novak met Paul Brandt on Monday. "He can never win this vote," said Peter Novak.'
    assert _meant(analyser, text, "He") == ["Paul Brandt"]
