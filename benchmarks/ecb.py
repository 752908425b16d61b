"""Merging against ECB+ (Cybulska and Vossen 2014), the topics with politics in them, pair by pair.

    python benchmarks/ecb.py ECB_FOLDER [--topics 8 9 11 19]

ECB_FOLDER holds the folders of topics with their XML files. Reports are coded by dragoman; a mention counts where its
trigger is a word annotated as an action with a cross-document instance. Of the pairs of such mentions in different
reports of a topic: precision and recall of "same event". ECB+ gives no day of publication, so all reports of a topic
get the same made-up one: harder than news, where days part events. The annotation ties words ("riot", "unrest") more
than acts of somebody upon somebody, so recall is not to be compared with systems made for ECB+.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from dragoman.evaluate.pairwise import Pairwise, pairwise
from dragoman.merge import merge
from dragoman.model import Problem
from dragoman.pipeline import Pipeline, sources
from dragoman.pipeline.merging import told_in

DAY = "2010-01-01"
Words = dict[str, tuple[int, int]]


def read(file: Path) -> tuple[str, Words, dict[str, str]]:
    """Give a report's text, where each of its words stands, and the instance of each annotated action word."""
    root = ElementTree.parse(file).getroot()
    text, words, last = "", {}, None
    for token in root.iter("token"):
        if last is not None:
            text += "\n" if token.get("sentence") != last else " "
        last = token.get("sentence")
        written = token.text or ""
        words[str(token.get("t_id"))] = (len(text), len(text) + len(written))
        text += written
    return text, words, dict(_instances(root))


def _instances(root: ElementTree.Element) -> Iterator[tuple[str, str]]:
    anchors = {
        mention.get("m_id"): [str(anchor.get("t_id")) for anchor in mention.iter("token_anchor")]
        for mention in root.iter()
        if mention.tag.startswith(("ACTION", "NEG_ACTION"))
    }
    for chain in root.iter("CROSS_DOC_COREF"):
        for source in chain.iter("source"):
            for word in anchors.get(source.get("m_id"), ()):
                yield word, str(chain.get("note"))


def topic(folder: Path, pipeline: Pipeline) -> Pairwise:
    """Code and merge the reports of one topic."""
    told, instance, report = [], {}, {}
    for file in sorted(folder.glob("*.xml")):
        text, words, actions = read(file)
        article, _ = sources.one(text, published=DAY, title=None, publisher=file.stem)
        if article is None or isinstance(article, Problem):
            continue
        document, _ = pipeline.code(article)
        told.extend(told_in(document))
        for mention in document.events:
            trigger = article.raw_span(mention.trigger)
            met = [
                t for t, (start, end) in words.items() if start < trigger.end and trigger.start < end and t in actions
            ]
            if met:
                instance[mention.id] = actions[met[0]]
                report[mention.id] = article.id
    made = {m: event.id for event in merge(told).events for m in event.mentions if m in instance}
    return pairwise(instance, made, source=report)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("folder", type=Path)
    asked.add_argument("--topics", nargs="+", default=["8", "9", "11", "19"])
    options = asked.parse_args()
    pipeline = Pipeline.load()
    print(f"{'topic':8}{'wanted':>8}{'joined':>8}{'right':>8}{'P':>8}{'R':>8}")
    rows = {name: topic(options.folder / name, pipeline) for name in options.topics}
    for name, row in {**rows, "all": sum(rows.values(), Pairwise(wanted=0, joined=0, right=0))}.items():
        print(f"{name:8}{row.wanted:8}{row.joined:8}{row.right:8}{row.precision:8.3f}{row.recall:8.3f}")


if __name__ == "__main__":
    main()
