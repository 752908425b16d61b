"""Whom a pronoun of an annotated report means, as the annotation has it; and who of those found is the same."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from dragoman.evaluate.agree import same_actor
from dragoman.model import Actor, Token
from dragoman.stages.actors.cast import Referent

Choice = Sequence[tuple[Referent, Mapping[str, float]]]
Example = tuple[Choice, list[bool]]


def told(report: Mapping[str, Any], token: Token) -> Iterator[Mapping[str, Any]]:
    """Give the participants that a pronoun may stand for, where it is all the words of an argument.

    Args:
        report: with tellings.
        token: the pronoun.
    """
    actors = {actor["id"]: actor for actor in report["actors"]}
    for event in report["events"]:
        for telling in event.get("tellings", ()):
            at = report["text"].find(telling["sentence"])
            for role, key in (("actor", "actors"), ("recipient", "recipients")):
                ids = event["actors"] + event["recipients"] if event.get("symmetric") else event[key]
                if at >= 0 and any(_stands_at(telling["sentence"], words, token, at) for words in telling[role]):
                    yield from (actors[i] for i in ids if i in actors)


def example(report: Mapping[str, Any], token: Token, choice: Choice, actors: Sequence[Actor]) -> Example | None:
    """Give a choice with those in it who are right; None where the annotation does not say, or means another.

    Args:
        report: with tellings.
        token: the pronoun.
        choice: whom it may mean.
        actors: those found in the report.
    """
    meant = list(told(report, token))
    if not meant:
        return None
    at = {mention: actor for actor in actors for mention in actor.mentions}
    ours = [at.get(referent.mentions[0]) if referent.mentions else None for referent, _ in choice]
    right = [own is not None and any(same_actor(dict(gold), _entry(own)) for gold in meant) for own in ours]
    return (choice, right) if any(right) else None


def _stands_at(sentence: str, words: str, token: Token, at: int) -> bool:
    start = token.start - at
    return words == token.text and sentence[start : start + len(words)] == words


def _entry(actor: Actor) -> dict[str, Any]:
    said = sorted({mention.span.text for mention in actor.mentions if mention.form != "pronoun"})
    return {"name": actor.name, "kind": actor.kind, "country": actor.country, "mentions": said}
