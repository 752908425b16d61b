"""The choice among persons whom a pronoun may mean can be weighed otherwise, and watched."""

from dragoman.language import Analyser
from dragoman.model import Article, Document, OffsetMap
from dragoman.stages.actors import Actors
from dragoman.stages.names import Names


def test_weights_can_be_tried_and_choices_watched(analyser: Analyser) -> None:
    """So that weights of signs can be fitted to texts with annotated pronouns."""
    text = "Adam Novotnik met Petr Malikow. He was late."
    article = Article(id="r0", text=text, raw=text, offsets=OffsetMap.whole(text))
    document = Document(article=article, analysis=analyser.analyse(text))
    document = document.with_layer("names", Names()(document)).with_layer("places", ())
    heard: list[tuple[str, list[str]]] = []
    stage = Actors(
        weights={"others since": 5.0}, watch=lambda word, choice: heard.append((word.text, [r.name for r, _ in choice]))
    )
    actors = stage(document)
    assert [(word, sorted(names)) for word, names in heard] == [("He", ["Adam Novotnik", "Petr Malikow"])]
    assert [a.name for a in actors if any(m.form == "pronoun" for m in a.mentions)] == ["Adam Novotnik"]
