"""A word that introduces a quotation, and whose word it is."""

from dataclasses import dataclass

OPEN_ENDS = ",?!—–-"
"""Marks at the end of quoted words behind which the sentence around them goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A cue and the words it joins to a quotation.

    Args:
        word: index of the cue.
        speaker: index of the head of the words that name the speaker, None where there are none.
        addressee: index of the head of the words that name who is spoken to.
    """

    word: int
    speaker: int | None
    addressee: int | None = None
