"""Frame files are checked key by key, and what is wrong is named with file and line."""

from pathlib import Path

import pytest

from dragoman.errors import FrameError
from dragoman.knowledge.frames import frames, load
from dragoman.knowledge.frames.schema import TYPES, predicate_of
from dragoman.knowledge.frames.weights import read_weights, weigh

HEAD = 'type = "CONSULT"\nabout = "Talks."\nsource = "own"\n\n'
GOOD = '[[frame]]\nname = "palaver.v"\npos = "verb"\npredicates = ["palaver"]\nroles = "symmetric"\n'


def write(folder: Path, text: str) -> Path:
    (folder / "own.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_plover_type_has_frames() -> None:
    """All 16 types are covered."""
    assert {frame.type for frame in frames().frames} == set(TYPES)


def test_there_are_more_than_fifteen_hundred_predicates() -> None:
    """The packaged frames have the breadth of a working coder."""
    assert frames().predicates > 1500


def test_every_frame_has_a_cameo_code() -> None:
    """Each frame says which CAMEO code its act has."""
    assert [frame.name for frame in frames().frames if frame.cameo is None] == []


def test_a_users_frame_is_added(tmp_path: Path) -> None:
    """A folder of one's own adds frames to the packaged ones."""
    own = load(write(tmp_path, HEAD + GOOD))
    assert own.get("CONSULT/palaver.v") is not None
    assert own.get("CONSULT/meet.v") is not None


def test_a_users_frame_of_the_same_name_replaces_the_packaged_one(tmp_path: Path) -> None:
    """Theirs outranks ours."""
    own = load(write(tmp_path, HEAD + GOOD.replace("palaver.v", "meet.v")))
    frame = own.get("CONSULT/meet.v")
    assert frame is not None
    assert [str(predicate) for predicate in frame.predicates] == ["palaver"]


def test_a_user_may_bring_a_type_of_his_own(tmp_path: Path) -> None:
    """The ontology is data: a new type needs no code."""
    own = load(write(tmp_path, HEAD.replace("CONSULT", "BARTER").strip() + "\nquad = 2\n" + GOOD))
    assert own.types["BARTER"].planned == "BARTER"


@pytest.mark.parametrize(
    ("old", "new", "line", "word"),
    [
        ('roles = "symmetric"', 'roles = "sideways"', 9, "sideways"),
        ('pos = "verb"', 'pos = "verbal"', 7, "verbal"),
        ('roles = "symmetric"', 'roles = "symmetric"\ncolour = "red"', 10, "colour"),
        ('roles = "symmetric"', 'actor = ["underneath"]', 9, "underneath"),
        ('roles = "symmetric"', 'roles = "symmetric"\nobject = ["@nothing"]', 10, "@nothing"),
        ('roles = "symmetric"', 'roles = "symmetric"\ncameo = "99"', 10, "99"),
        ('roles = "symmetric"', 'roles = "symmetric"\nconfidence = 3', 10, "confidence"),
        ('roles = "symmetric"', 'roles = "symmetric"\nactor_kind = ["ghost"]', 10, "ghost"),
        ('roles = "symmetric"', 'roles = "symmetric"\nsymmetric = "yes"', 10, "symmetric"),
        ('predicates = ["palaver"]', "predicates = []", 8, "predicate"),
        ('predicates = ["palaver"]', 'predicates = "palaver"', 8, "list"),
        ('name = "palaver.v"\n', "", 5, "name"),
    ],
)
def test_a_broken_frame_is_refused_with_file_and_line(tmp_path: Path, old: str, new: str, line: int, word: str) -> None:
    """The message names the file, the line and the offending word."""
    assert old in HEAD + GOOD
    with pytest.raises(FrameError, match=rf"own\.toml:{line}: .*{word}"):
        load(write(tmp_path, (HEAD + GOOD).replace(old, new)))


def test_a_file_that_is_not_toml_is_refused(tmp_path: Path) -> None:
    """Broken syntax is a FrameError too."""
    with pytest.raises(FrameError, match=r"own\.toml:5: not TOML"):
        load(write(tmp_path, HEAD + "[[frame\n"))


def test_the_same_frame_twice_in_a_folder_is_refused(tmp_path: Path) -> None:
    """Two frames of one name would hide each other."""
    with pytest.raises(FrameError, match="stands already"):
        load(write(tmp_path, HEAD + GOOD + GOOD))


def test_the_head_of_a_noun_predicate_stands_before_its_preposition() -> None:
    """ "act of violence" hangs by "act", "phone call" by "call", a marked word wins."""
    assert predicate_of(["act", "of", "violence"], "noun").head == "act"
    assert predicate_of(["phone", "call"], "noun").head == "call"
    assert predicate_of(["*lack", "of", "will"], "noun").head == "lack"
    assert predicate_of(["take", "to", "task"], "verb").head == "take"


def test_no_weight_names_a_sign_twice_and_broken_lines_are_refused() -> None:
    """A table of weights is a sign, a tab and a number on every line."""
    assert read_weights("# remark\nbias\t-1.5\n", "w.tsv") == {"bias": -1.5}
    with pytest.raises(FrameError, match=r"w\.tsv:2"):
        read_weights("bias\t1\nnonsense\n", "w.tsv")


def test_unknown_signs_weigh_nothing() -> None:
    """Without any known sign a coding is as likely as not."""
    assert weigh(["never seen"], {}) == 0.5
    assert weigh(["bias"], {"bias": -4.0}) < 0.02
