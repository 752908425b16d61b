"""Which sentence of its report tells an event: the number that GDELT and ICEWS ask for."""

from itertools import groupby

from dragoman.export.selection import Selection
from dragoman.text.sentences import split


def number_sentences(selection: Selection, *, every: bool) -> None:
    """Put a table `sentence_numbers` (mention, sentence from 1 on) at hand.

    Args:
        selection: the events.
        every: number all their tellings, not only each event's first.
    """
    where = "" if every else " where nth = 1"
    query = selection.sql("tellings").replace("$where", where) + " order by report"
    found: dict[str, int] = {}
    for _, rows in groupby(selection.rows(query), key=lambda row: row["report"]):
        told = list(rows)
        ends = [end for _, end in split(told[0]["text"])]
        for row in told:
            found[row["mention"]] = 1 + sum(end <= row["sentence_start"] for end in ends)
    selection.record.reader.offer(
        "sentence_numbers", {"mention": list(found) or [""], "sentence": list(found.values()) or [0]}
    )
