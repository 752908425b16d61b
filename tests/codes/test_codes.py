"""Controlled vocabularies."""

import pytest

from dragoman.codes.cameo import cameo
from dragoman.codes.plover import event_types, quad, score
from dragoman.codes.sectors import plover, sectors


def test_there_are_sixteen_event_types() -> None:
    """All types of the manual, each with a quad class and a score between -10 and 10."""
    types = event_types()
    assert len(types) == 16
    for code, entry in types.items():
        assert code == entry.code
        assert entry.quad in (1, 2, 3, 4)
        assert -10 <= entry.score <= 10
        assert entry.means


def test_cooperation_scores_above_conflict() -> None:
    """Quad classes 1 and 2 are never hostile, 3 and 4 never friendly."""
    for entry in event_types().values():
        assert entry.score > 0 if entry.quad < 3 else entry.score <= 0


def test_a_mode_sharpens_the_score_and_an_unknown_one_does_not() -> None:
    """A visit weighs more than a call; a mode that no type has changes nothing."""
    assert score("CONSULT", "visit") > score("CONSULT") > score("CONSULT", "call")
    assert score("CONSULT", "juggling") == score("CONSULT")
    assert quad("SANCTION") == 4


def test_an_unknown_type_is_an_error() -> None:
    """No score is made up."""
    with pytest.raises(KeyError):
        score("FIGHT")


def test_every_cameo_code_hangs_under_its_root_and_leads_to_a_known_type() -> None:
    """Roots 01 and 02 have no PLOVER type; all others have one of the sixteen."""
    for code, entry in cameo().items():
        assert code.startswith(entry.root)
        assert entry.name
        assert entry.quad in (1, 2, 3, 4)
        assert -10 <= entry.goldstein <= 10
        assert entry.type is None or entry.type in event_types()
        if entry.root not in ("01", "02"):
            assert entry.type is not None, code


def test_a_value_taken_from_above_says_so() -> None:
    """Codes that GDELT's older table lacks take the value of the code above them."""
    taken = [entry for entry in cameo().values() if entry.goldstein_from]
    assert taken
    for entry in taken:
        assert entry.goldstein_from is not None
        assert entry.goldstein == cameo()[entry.goldstein_from].goldstein


@pytest.mark.parametrize(
    ("code", "recorded"), [("GOV", "GOV"), ("EDU", "CVL"), ("SPY", "GOV"), ("PTY", "OPP"), ("???", "UNK"), ("", "UNK")]
)
def test_finer_sectors_fold_into_recorded_ones(code: str, recorded: str) -> None:
    """Fourteen sectors are recorded; a code that nobody knows is unknown."""
    assert plover(code) == recorded


def test_folding_ends_in_the_fourteen() -> None:
    """No sector folds into one that is not recorded."""
    recorded = {code for code, entry in sectors().items() if entry.recorded}
    assert len(recorded) == 14
    assert {entry.plover for entry in sectors().values()} == recorded
