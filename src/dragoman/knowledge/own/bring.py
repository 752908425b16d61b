"""Imports a user's actors: reads the whole file, checks all of it, then keeps it in one step."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import KnowledgeError
from dragoman.knowledge.fold import fold
from dragoman.knowledge.organisations import Organisations, packaged_organisations
from dragoman.knowledge.own import SUFFIX, folder, forget, ftm, sheet
from dragoman.knowledge.own.claim import Claim
from dragoman.knowledge.own.row import COLUMNS, Row
from dragoman.knowledge.persons import Person, Persons

_TABLES = (".csv",)
_LINES = (".json", ".jsonl", ".ndjson", ".ijson", ".ftm")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What came of an import.

    Args:
        table: the file that keeps it; taking the import back is deleting it.
        actors: number of actors.
        offices: number of terms of office.
        known: how many of the actors are in the packaged tables too; the imported names and offices outrank theirs.
        left_out: schemata of FollowTheMoney that name no actor, and how many entities of each were passed over.
    """

    table: Path
    actors: int
    offices: int
    known: int
    left_out: dict[str, int]


def bring(path: Path, to: Path | None = None) -> Imported:
    """Import a file of actors; a file of the same name that was imported before is replaced.

    Args:
        path: CSV (`.csv`) or FollowTheMoney JSON lines (`.json`, `.jsonl`, `.ndjson`).
        to: folder that keeps it; None for `own.folder()`.

    Raises:
        KnowledgeError: the file is none of these or breaks a rule; nothing is kept then.
    """
    to = to or folder()
    if to is None:
        raise KnowledgeError(f"importing {path}: DRAGOMAN_ACTORS is set to nothing; name a folder with --to or in it")
    claims, left_out = _read(path)
    if not claims:
        raise KnowledgeError(f"{path}:1: column 'name': the file names no actor; nothing was imported")
    rows = _keyed(claims)
    table = to / (path.stem + SUFFIX)
    try:
        to.mkdir(parents=True, exist_ok=True)
        unfinished = table.with_name(table.name + ".unfinished")
        unfinished.write_text(_text(rows), encoding="utf-8", newline="\n")
        unfinished.replace(table)
    except OSError as error:
        raise KnowledgeError(
            f"importing {path}: {to} cannot be written ({error.strerror}); nothing was imported"
        ) from error
    forget()
    keys = {row.key for row in rows}
    persons, bodies = Persons(), packaged_organisations()
    known = sum(persons.get(key) is not None or bodies.get(key) is not None for key in keys)
    return Imported(
        table=table, actors=len(keys), offices=sum(bool(row.office) for row in rows), known=known, left_out=left_out
    )


def _read(path: Path) -> tuple[list[Claim], dict[str, int]]:
    if not path.is_file():
        raise KnowledgeError(f"importing {path}: there is no such file")
    if path.suffix.lower() in _TABLES:
        return list(sheet.read(path)), {}
    if path.suffix.lower() in _LINES:
        return ftm.read(path)
    raise KnowledgeError(f"importing {path}: expected a file ending in {' '.join((*_TABLES, *_LINES))}")


def _keyed(claims: Sequence[Claim]) -> list[Row]:
    """Give every actor its key: the user's, ours where it is an actor of ours, else one made from the name."""
    keys: dict[tuple[str, str, str], str] = {}
    persons, bodies = Persons(), packaged_organisations()
    wikidata = {claim.wikidata for claim in claims if claim.wikidata and claim.kind == "person"}
    ours = {person.wikidata: person.key for person in persons if person.wikidata in wikidata} if wikidata else {}
    rows = []
    for claim in claims:
        same = (fold(claim.name), claim.kind, claim.wikidata or claim.country)
        if same not in keys:
            key = claim.key or ours.get(claim.wikidata, "") or _key(claim, persons, bodies)
            keys[same] = f"{key}-{(claim.wikidata or claim.country).lower()}" if key in keys.values() else key
        rows.append(
            Row(
                key=keys[same], name=claim.name, aliases=claim.aliases, kind=claim.kind, country=claim.country,
                sector=claim.sector, office=claim.office, start=claim.start, end=claim.end, wikidata=claim.wikidata,
            )
        )  # fmt: skip
    return sorted(rows, key=lambda row: row.cells())


def _key(claim: Claim, persons: Persons, bodies: Organisations) -> str:
    if claim.kind == "person":
        found = [person for person in persons.named(claim.name) if _agrees(person, claim)]
        if len(found) == 1:
            return found[0].key
    else:
        body = bodies.find(claim.name)
        if body is not None and body.country in (claim.country or None, None):
            return body.key
    slug = "-".join(fold(claim.name).split()) or "actor"
    taken = persons.get(slug) if claim.kind == "person" else bodies.get(slug)
    return f"{slug}-{claim.country.lower() or 'own'}" if taken is not None else slug


def _agrees(person: Person, claim: Claim) -> bool:
    """Tell whether a person of our tables may be the one claimed: no other state, no other Wikidata id."""
    other_state = bool(claim.country and person.country and person.country != claim.country)
    other_id = bool(claim.wikidata and person.wikidata and person.wikidata != claim.wikidata)
    return not other_state and not other_id


def _text(rows: Sequence[Row]) -> str:
    return "\n".join("\t".join(cells) for cells in (COLUMNS, *(row.cells() for row in rows))) + "\n"
