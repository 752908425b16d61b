"""Frames of one's own in a run: their examples are proved, and the documented one works."""

import re
from pathlib import Path

import pytest

from dragoman.errors import FrameError
from dragoman.pipeline import Pipeline, Settings, manifest, standard_stages
from dragoman.pipeline.ontology import ontology, prove, sentence

DOCS = Path(__file__).parents[2] / "docs" / "frames.md"
OWN = """type = "BARTER"
about = "Swaps."
quad = 2

[[frame]]
name = "swap.v"
pos = "verb"
predicates = ["swap"]
object = ["prisoner"]
roles = "symmetric"
fires = [
  "Iran and Belgium swapped prisoners.",
]
silent = ["Iran and Belgium swapped messages."]
"""


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    return Pipeline.load()


def write(folder: Path, text: str) -> str:
    (folder / "barter.toml").write_text(text, encoding="utf-8")
    return str(folder)


def test_the_documented_example_is_proved_and_codes(tmp_path: Path, pipeline: Pipeline) -> None:
    """docs/frames.md holds a complete file of frames; what it says of itself is true."""
    example = re.search(r"```toml\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    settings = Settings(frames=write(tmp_path, example[1]))
    coded = Pipeline.load(settings).code(sentence("Iran and Belgium swapped prisoners on Friday."))[0]
    (event,) = [event for event in coded.events if event.type == "BARTER"]
    names = {actor.id: actor.name for actor in coded.actors}
    assert {names[i] for i in event.actors} == {"Iran", "Belgium"}
    assert (event.mode, event.frame, event.cameo) == ("prisoners", "BARTER/swap-prisoners.v", "0841")


def test_an_example_that_does_not_fire_is_refused_with_file_line_and_reason(tmp_path: Path, pipeline: Pipeline) -> None:
    """The message says what the frame lacked."""
    folder = write(tmp_path, OWN.replace("swapped prisoners", "swapped cars"))
    with pytest.raises(FrameError, match=r"barter\.toml:12: BARTER/swap\.v does not fire .*needs object 'prisoner'"):
        prove(pipeline, ontology(folder))


def test_a_counter_example_that_fires_is_refused(tmp_path: Path, pipeline: Pipeline) -> None:
    """A frame must be silent where its writer says so."""
    folder = write(tmp_path, OWN.replace("swapped messages", "swapped prisoners again"))
    with pytest.raises(FrameError, match=r"barter\.toml:14: BARTER/swap\.v fires on"):
        prove(pipeline, ontology(folder))


def test_sound_examples_are_accepted(tmp_path: Path, pipeline: Pipeline) -> None:
    """Nothing is said."""
    prove(pipeline, ontology(write(tmp_path, OWN)))


def test_the_recipe_of_a_run_names_the_frames_in_force(tmp_path: Path) -> None:
    """Records coded by other frames have another recipe."""
    own = Settings(frames=write(tmp_path, OWN))
    packaged = manifest(standard_stages())
    theirs = manifest(standard_stages(own), own)
    assert packaged.frames != theirs.frames
    assert packaged.recipe != theirs.recipe
    assert packaged.recipe == manifest(standard_stages()).recipe


def test_a_type_of_one_s_own_is_not_coded_without_its_folder(pipeline: Pipeline) -> None:
    """The packaged frames know no BARTER."""
    coded, _ = pipeline.code(sentence("Iran and Belgium swapped prisoners on Friday."))
    assert not any(event.type == "BARTER" for event in coded.events)
