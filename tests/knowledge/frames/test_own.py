"""A folder of frames of one's own: what it adds, what it replaces, and what is refused."""

from pathlib import Path

import pytest

from dragoman.errors import FrameError
from dragoman.knowledge.frames import frames, load

BARTER = 'type = "BARTER"\nabout = "Swaps."\nquad = 2\nmodes = ["goods"]\n\n'
FRAME = '[[frame]]\nname = "swap.v"\npos = "verb"\npredicates = ["swap"]\nroles = "symmetric"\nmode = "goods"\n'


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_type_of_one_s_own_says_its_quad_class(tmp_path: Path) -> None:
    """It stands beside PLOVER's types with what the file says of it."""
    own = load(write(tmp_path, barter=BARTER + FRAME))
    kind = own.types["BARTER"]
    assert (kind.quad, kind.modes, kind.planned, kind.own) == (2, ("goods",), "BARTER", True)
    frame = own.get("BARTER/swap.v")
    assert frame is not None
    assert frame.own
    assert frame.confidence == 0.7


def test_two_files_may_name_each_other_s_types(tmp_path: Path) -> None:
    """A planned BARTER may become a PLAN of one's own."""
    folder = write(
        tmp_path,
        barter=BARTER.replace("quad", 'planned = "PLAN"\nquad') + FRAME,
        plan='type = "PLAN"\nabout = "Plans."\nquad = 1\n',
    )
    assert load(folder).types["BARTER"].planned == "PLAN"


def test_a_file_may_replace_all_frames_of_a_type(tmp_path: Path) -> None:
    """`replace = true` leaves only one's own."""
    text = 'type = "PROTEST"\nreplace = true\n\n' + FRAME.replace('mode = "goods"\n', "")
    own = load(write(tmp_path, protest=text))
    assert [frame.name for frame in own.frames if frame.type == "PROTEST"] == ["PROTEST/swap.v"]
    assert own.types["PROTEST"].about == frames().types["PROTEST"].about


def test_a_file_without_frames_may_drop_a_type(tmp_path: Path) -> None:
    """Nothing of the type is coded then."""
    own = load(write(tmp_path, protest='type = "PROTEST"\nreplace = true\n'))
    assert [frame for frame in own.frames if frame.type == "PROTEST"] == []


def test_an_ontology_may_stand_alone(tmp_path: Path) -> None:
    """`packaged = false` leaves the packaged frames out."""
    own = load(write(tmp_path, ontology="packaged = false\n", barter=BARTER + FRAME))
    assert [frame.name for frame in own.frames] == ["BARTER/swap.v"]
    assert set(own.types) == {"BARTER"}


def test_classes_and_constructions_of_one_s_own_may_be_used(tmp_path: Path) -> None:
    """Tables beside the frames."""
    folder = write(
        tmp_path,
        classes='wares = ["wool salt"]\n',
        constructions='[deal]\nactor = ["subject"]\nrecipient = ["with"]\n',
        barter=BARTER + FRAME.replace('"symmetric"', '"deal"') + 'object = ["@wares"]\n',
    )
    frame = load(folder).get("BARTER/swap.v")
    assert frame is not None
    assert frame.object == {"wool", "salt"}
    assert frame.roles.recipient == ("with",)


def test_other_frames_have_another_digest(tmp_path: Path) -> None:
    """A record's recipe tells by which frames it was coded."""
    folder = write(tmp_path, barter=BARTER + FRAME)
    one = load(folder).digest
    assert one == load(folder).digest != frames().digest
    write(folder, barter=BARTER + FRAME.replace("swap", "barter"))
    assert load(folder).digest != one


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a": 'type = "CONSLUT"\n' + FRAME}, r"a\.toml:1: unknown type 'CONSLUT'.*quad = 1 to 4"),
        ({"a": 'type = "BARTER"\nquad = 2\n'}, r"a\.toml:1: .*says what it is"),
        ({"a": BARTER.replace("quad = 2", "quad = 7")}, r"a\.toml:3: quad must be 1, 2, 3 or 4"),
        ({"a": BARTER.replace("quad", "score = 20\nquad")}, r"a\.toml:3: score must be"),
        ({"a": BARTER.replace('["goods"]', '"goods"')}, r"a\.toml:4: modes must be a list"),
        ({"a": BARTER.replace("about", "colour = 1\nabout")}, r"a\.toml:2: unknown key 'colour'"),
        ({"a": BARTER.replace("quad", 'planned = "NEVER"\nquad')}, r"a\.toml:3: unknown type 'NEVER'"),
        ({"a": BARTER + FRAME.replace('"goods"', '"gods"')}, r"a\.toml:11: unknown mode 'gods'"),
        ({"classes": "wares = 3\n"}, r"classes\.toml:1: wares must be a list"),
        ({"constructions": '[deal]\nactor = ["beneath"]\n'}, r"constructions\.toml:2: unknown path 'beneath'"),
        ({"constructions": "[deal]\nsymmetric = true\n"}, r"constructions\.toml:1: construction deal needs paths"),
        ({"embedding": 'hoped = ["hope"]\n'}, r"embedding\.toml: unknown list 'hoped'"),
        ({"ontology": "packaged = 1\n"}, r"ontology\.toml:1: packaged must be true or false"),
        ({"ontology": "own = true\n"}, r"ontology\.toml:1: unknown key 'own'"),
        ({"a": "type = \n"}, r"a\.toml:1: not TOML"),
    ],
)
def test_what_breaks_the_schema_is_refused_with_file_and_line(
    tmp_path: Path, files: dict[str, str], message: str
) -> None:
    """The message names the place and what would have worked."""
    with pytest.raises(FrameError, match=message):
        load(write(tmp_path, **files))


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    """A slip in the path must not code by the packaged frames alone."""
    with pytest.raises(FrameError, match="is not a folder"):
        load(tmp_path / "nowhere")


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    """Bytes that are no UTF-8."""
    (tmp_path / "a.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FrameError, match=r"a\.toml:1: could not be read"):
        load(tmp_path)
