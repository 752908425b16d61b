"""English is told from other languages by its small words."""

import pytest

from dragoman.knowledge.publishers import furniture
from dragoman.text.english import is_english

STOP = furniture().words["stop"]


def test_news_in_english_is_english() -> None:
    """Small words make up a third of it."""
    text = (
        "The foreign minister of the republic said on Friday that talks with the neighbour would go on for a week " * 2
    )
    assert is_english(text, STOP)


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Außenminister der Republik sagte am Freitag, die Gespräche mit dem Nachbarn gingen noch weiter. ",
        "Le ministre des affaires étrangères a déclaré vendredi que les pourparlers avec le voisin continueraient. ",
        "El ministro de Asuntos Exteriores dijo el viernes que las conversaciones con el vecino seguirán una semana. ",
        "Министр иностранных дел заявил в пятницу, что переговоры с соседом продолжатся ещё неделю. ",
        "قال وزير الخارجية يوم الجمعة إن المحادثات مع الجارة ستستمر أسبوعا آخر في العاصمة. ",
    ],
)
def test_other_languages_are_not_english(sentence: str) -> None:
    """German, French, Spanish, Russian, Arabic."""
    assert not is_english(sentence * 4, STOP)


def test_a_text_too_short_to_tell_may_be_english() -> None:
    """A line of names decides nothing."""
    assert is_english("Talks in Oslo", STOP)
    assert is_english("", STOP)
