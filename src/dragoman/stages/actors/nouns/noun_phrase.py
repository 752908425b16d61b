"""A noun phrase that stands for an actor."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun phrase that stands for an actor: its words, the word it hangs by, and what narrows the noun."""

    first: int
    last: int
    head: int
    noun_at: int
    country: str | None
    kind: str
    sector: str
    label: str
    stateless: bool = False
