"""The only place where an id is made: every id is a digest of the content that it names."""

from hashlib import blake2b


def digest(*parts: object) -> str:
    """Give the hexadecimal digest of some parts, kept apart so that ("ab", "c") is not ("a", "bc").

    Args:
        parts: anything whose str() is its content; None counts as absent and differs from "".

    Returns:
        16 lower-case hexadecimal digits (64 bits of BLAKE2b).
    """
    hashed = blake2b(digest_size=8)
    for part in parts:
        hashed.update(b"\x00" if part is None else b"\x01" + str(part).encode("utf-8", "surrogatepass"))
        hashed.update(b"\x1f")
    return hashed.hexdigest()


def article_id(*, publisher: str | None, published: str | None, title: str | None, raw: str) -> str:
    """Name a report by what it says, who published it and when: reading it twice names it the same."""
    return "r" + digest(publisher, published, title, raw)


def mention_id(*, article: str, type: str, evidence: tuple[int, int], frame: str) -> str:
    """Name the telling of one event in one report."""
    return "m" + digest(article, type, *evidence, frame)


def twin_id(mention: str, number: int) -> str:
    """Name the second, third... event that the same words tell, after the first one's name."""
    return "m" + digest(mention, number)


def quote_id(*, article: str, start: int, end: int) -> str:
    """Name a stretch of quoted words in one report."""
    return "q" + digest(article, start, end)


def position_id(*, article: str, holder: str, stance: str, start: int, end: int) -> str:
    """Name the stand that somebody takes in one report on what some words speak of."""
    return "p" + digest(article, holder, stance, start, end)


def actor_id(*, known: str | None, name: str, country: str | None, role: str | None) -> str:
    """Name an actor: by its key in the tables where it stands there, else by what the report says of it."""
    return f"k:{known}" if known else "p:" + digest(name.casefold(), country, role)


def event_id(founder: str) -> str:
    """Name a merged event by its founding mention, so that adding reports to it does not change the name."""
    return "e" + digest(founder)


def shard_id(articles: list[str], recipe: str) -> str:
    """Name a batch of reports coded by one recipe (program, weights, tables and settings)."""
    return "s" + digest(recipe, *sorted(articles))


def correction_id(*parts: object) -> str:
    """Name a person's entry by all that it says, its author and its time."""
    return "c" + digest(*parts)
