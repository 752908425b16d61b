"""The analyser's pass beside a spaCy pipeline of like layers, on the same sentences, one thread each, in one run.

    python benchmarks/against_spacy.py NEWS.jsonl.gz --trees TRAIN.conllu.gz --dev DEV.conllu.gz [--names NAMES.iob2.gz]
        [--python ENV/bin/python] [--steps 200]

spaCy is no dependency of dragoman: ENV is an environment of its own that has it (`ENV/bin/pip install spacy`); where
there is none, the program says so and ends well. The pipeline has one CNN (tok2vec, 96 wide, 4 deep: spaCy's
"efficiency" settings) under a tagger, a parser and a name finder, trained from nothing on the trees and names given.
Speed does not depend on how long it was trained, so that a few steps will do; its LAS after so few says nothing, and is
given only where `--steps` is at least 5,000. The analyser gives acts too (type, status, arguments), spaCy does not.
"""

import argparse
import gzip
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any

Row = dict[str, Any]
ROUNDS = 3
ENOUGH = 5_000
CONFIG = {"width": 96, "depth": 4, "embed_size": 2000, "window_size": 1, "maxout_pieces": 3, "subword_features": True}


def rows(path: Path) -> Iterator[Row]:
    """Read the sentences of a CoNLL-U file: words, Penn tags, heads, relations."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        cells: list[list[str]] = []
        for line in lines:
            if line[:1].isdigit():
                cells.append(line.rstrip("\n").split("\t"))
            elif not line.strip() and cells:
                yield _row([cell for cell in cells if cell[0].isdigit()])
                cells = []


def _row(cells: Sequence[Sequence[str]]) -> Row:
    heads = [int(cell[6]) - 1 if cell[6] != "0" else at for at, cell in enumerate(cells)]
    return {
        "words": [cell[1] for cell in cells],
        "tags": [cell[4] for cell in cells],
        "heads": heads,
        "deps": ["ROOT" if head == at else cell[7] for at, (head, cell) in enumerate(zip(heads, cells, strict=True))],
    }


def names(path: Path) -> dict[tuple[str, ...], list[str]]:
    """Read name tags (word in the second column, tag in the third) by the words of the sentence."""
    found: dict[tuple[str, ...], list[str]] = {}
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        words: list[str] = []
        tags: list[str] = []
        for line in lines:
            cells = line.rstrip("\n").split("\t")
            if line[:1].isdigit() and len(cells) > 2:
                words.append(cells[1])
                tags.append(cells[2])
            elif not line.strip():
                found[tuple(words)] = tags
                words, tags = [], []
    return found


def trained(trees: Sequence[Row], tags: dict[tuple[str, ...], list[str]], steps: int) -> Any:
    """Train a spaCy pipeline from nothing."""
    import spacy
    from spacy.tokens import Doc
    from spacy.training import Example, iob_to_biluo
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe(
        "tok2vec", config={"model": {"@architectures": "spacy.HashEmbedCNN.v2", "pretrained_vectors": None, **CONFIG}}
    )
    listener = {"@architectures": "spacy.Tok2VecListener.v1", "width": CONFIG["width"]}
    nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listener}})
    for pipe, size in (("parser", 128), ("ner", 64)):
        model = {
            "@architectures": "spacy.TransitionBasedParser.v2",
            "state_type": pipe,
            "hidden_width": size,
            "maxout_pieces": 2,
            "use_upper": True,
            "extra_state_tokens": False,
            "tok2vec": listener,
        }
        nlp.add_pipe(pipe, config={"model": model})

    def example(row: Row) -> Example:
        entities = iob_to_biluo(tags.get(tuple(row["words"]), ["O"] * len(row["words"])))
        gold = {"words": row["words"], "tags": row["tags"], "heads": row["heads"], "deps": row["deps"]}
        return Example.from_dict(Doc(nlp.vocab, words=row["words"]), {**gold, "entities": entities})

    examples = [example(row) for row in trees]
    optimizer = nlp.initialize(lambda: examples)
    done = 0
    while done < steps:
        for batch in minibatch(examples, 32):
            nlp.update(batch, sgd=optimizer, drop=0.1)
            done += 1
            if done >= steps:
                break
    return nlp


def las(nlp: Any, trees: Sequence[Row]) -> float:
    """Score the trees of a spaCy pipeline: words with the right head and relation."""
    from spacy.tokens import Doc

    docs = nlp.pipe(Doc(nlp.vocab, words=row["words"]) for row in trees)
    pairs = [
        (token.head.i, token.dep_.lower()) == (head, dep.lower())
        for doc, row in zip(docs, trees, strict=True)
        for token, head, dep in zip(doc, row["heads"], row["deps"], strict=True)
    ]
    return sum(pairs) / len(pairs)


def spacy_side(task: Row) -> Row:
    """Train, then time spaCy on the sentences; runs in the environment that has it."""
    from spacy.tokens import Doc

    tags = names(Path(task["names"])) if task["names"] else {}
    nlp = trained(list(rows(Path(task["trees"]))), tags, task["steps"])
    best = min(
        _timed(lambda: list(nlp.pipe((Doc(nlp.vocab, words=w) for w in task["words"]), batch_size=256)))
        for _ in range(ROUNDS)
    )
    score = las(nlp, list(rows(Path(task["dev"])))) if task["steps"] >= ENOUGH else None
    return {"seconds": best, "las": score, "version": __import__("spacy").__version__}


TOGETHER = 32
"""Sentences taken as one report."""


def our_side(words: Sequence[Sequence[str]]) -> float:
    """Time the analyser on sentences already cut into words: network, trees, names and acts."""
    from dragoman.language.decode import decode_all
    from dragoman.language.encoder import Encoder
    from dragoman.language.passages import scored_in_passages
    from dragoman.language.sightings import sightings_of

    encoder = Encoder.load(threads=1)

    def run() -> None:
        for start in range(0, len(words), TOGETHER):
            scores = list(scored_in_passages(encoder, words[start : start + TOGETHER]))
            decode_all(scores, encoder.labels)
            sightings_of(scores, encoder.labels)

    return min(_timed(run) for _ in range(ROUNDS))


def _timed(run: Any) -> float:
    started = perf_counter()
    run()
    return perf_counter() - started


def sample(news: Path, wanted: int) -> list[list[str]]:
    """Take sentences evenly from the news, cut into words our way."""
    from dragoman.model import Article
    from dragoman.pipeline import sources
    from dragoman.text import sentences, tokens

    found = [
        [article.text[a:b] for a, b in places]
        for article in sources.read_all([str(news)])
        if isinstance(article, Article)
        for start, end in sentences.split(article.text)
        if (places := tokens.split(article.text, start, end))
    ]
    return found[:: max(len(found) // wanted, 1)][:wanted]


def main() -> None:
    """Time both and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--trees", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--names", type=Path)
    parser.add_argument("--python", default=sys.executable, help="interpreter of an environment with spaCy")
    parser.add_argument("--steps", type=int, default=200)
    parser.add_argument("--sentences", type=int, default=2000)
    options = parser.parse_args()
    if options.python == sys.executable and importlib.util.find_spec("spacy") is None:
        print("spaCy is not installed here: nothing to compare with (give --python ENV/bin/python)")
        return
    words = sample(options.news, options.sentences)
    task = {key: str(value) if isinstance(value, Path) else value for key, value in vars(options).items()}
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "task.json"
        file.write_text(json.dumps({**task, "words": words}), encoding="utf-8")
        alone = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", SIDE: str(file)}
        done = subprocess.run([options.python, __file__], env=alone, capture_output=True, text=True, check=True)
    theirs = json.loads(done.stdout.splitlines()[-1])
    count, ours = sum(map(len, words)), our_side(words)
    print(f"{len(words)} sentences, {count:,} words, one thread, best of {ROUNDS}")
    print(f"{'analyser (trees, names, acts)':40}{count / ours:10,.0f} words a second")
    print(f"{'spaCy ' + theirs['version'] + ' (trees, names)':40}{count / theirs['seconds']:10,.0f} words a second")
    print(f"the analyser takes {ours / theirs['seconds']:.2f} of spaCy's time")
    if theirs["las"] is not None:
        print(f"spaCy's LAS on the development trees after {options.steps} steps: {theirs['las']:.3f}")


SIDE = "AGAINST_SPACY_TASK"

if __name__ == "__main__":
    if SIDE in os.environ:
        print(json.dumps(spacy_side(json.loads(Path(os.environ[SIDE]).read_text(encoding="utf-8")))))
    else:
        main()
