"""How often a title names the right person: every foreign minister and head of government with a stated term.

    python benchmarks/terms.py [--misses 20] [--since 1990]

Each term of the packaged tables whose start and end are both stated is asked for on the day in its middle, in four
wordings. A miss is put down to its cause: the tables name somebody else on that day, or the words did not lead there.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from time import perf_counter

from dragoman.knowledge.countries import Country, countries
from dragoman.knowledge.offices import Term, offices
from dragoman.knowledge.persons import Person, persons
from dragoman.knowledge.resolve import Resolution, resolve

OFFICES = {
    "minister of foreign affairs": "Foreign Minister",
    "prime minister": "Prime Minister",
    "president": "President",
}
FAMILY_FIRST = ("CHN", "PRK", "KOR", "TWN", "VNM", "KHM")
SUFFIXES = ("Jr.", "Jr", "II", "III", "IV", "V", "VI")


def stated_terms(first_year: int) -> Iterator[Term]:
    """Give the terms to ask for: of a state, both ends stated, a week or longer."""
    for person in persons():
        for term in offices().terms(person.key):
            dated = term.since is not None and term.until is not None and term.basis == "stated"
            if dated and term.office in OFFICES and len(term.where) == 3 and countries().get(term.where):
                assert term.since is not None
                assert term.until is not None
                if term.since.year >= first_year and (term.until - term.since).days >= 7:
                    yield term


def surname(person: Person) -> str:
    """Give the family name, first or last as the state has it."""
    words = [word for word in person.name.replace(",", "").split() if word not in SUFFIXES]
    return words[0] if person.country in FAMILY_FIRST else words[-1]


def wordings(term: Term, person: Person, country: Country) -> dict[str, str]:
    """Give the words to ask by."""
    title, adjective = OFFICES[term.office], (country.demonyms or (country.name,))[0]
    return {
        "title surname": f"{title} {surname(person)}",
        "state title surname": f"{adjective} {title} {surname(person)}",
        "state's title": f"{country.name}'s {title.lower()}",
        "state title": f"the {adjective} {title.lower()}",
    }


def cause(term: Term, day: date, found: Resolution) -> str:
    """Say why a person was missed."""
    others = [each for each in offices().holders(term.office, term.where, day) if each.person != term.person]
    if any(each.basis == "stated" for each in others):
        return "the tables state another holder on that day too"
    if others:
        return "the tables infer another holder on that day"
    return "somebody else found" if found.actor else "nobody found"


def main() -> None:
    """Ask for every term and print shares and causes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0, help="misses to list for each cause")
    parser.add_argument("--since", type=int, default=0, help="leave out terms that began before this year")
    asked = parser.parse_args()
    counts: Counter[str] = Counter()
    right: Counter[str] = Counter()
    misses: dict[tuple[str, str], list[str]] = defaultdict(list)
    started = perf_counter()
    for term in stated_terms(asked.since):
        person, country = persons().get(term.person), countries().get(term.where)
        if person is None or country is None or term.since is None or term.until is None:
            continue
        day = term.since + (term.until - term.since) / 2
        for wording, words in wordings(term, person, country).items():
            found = resolve(words, day)
            counts[wording] += 1
            right[wording] += found.actor == person.key
            if found.actor != person.key:
                line = f"{words} on {day}: {person.key}, found {found.actor} ({found.reason[:80]})"
                misses[wording, cause(term, day, found)].append(line)
    for wording, number in counts.items():
        print(f"{wording:22}{right[wording]:6} of {number:6}  {right[wording] / number:.3f}")
    for (wording, why), lines in sorted(misses.items()):
        print(f"missed by {wording!r}: {len(lines)}: {why}")
        for line in lines[:: max(1, len(lines) // asked.misses)][: asked.misses] if asked.misses else ():
            print(f"    {line}")
    print(f"{sum(counts.values())} questions in {perf_counter() - started:.1f} seconds")


if __name__ == "__main__":
    main()
