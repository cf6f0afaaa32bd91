"""Edges between bands: moving one moves both that meet, and never makes the plan refuse what it took before."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.settings.places import Band, check_bands
from ui.settings.band_edges import with_end, with_new, with_start, without

DAY = tuple(
    Band(number, f"Bånd {number}", "Bd", start * 60, end * 60)
    for number, (start, end) in enumerate(pairwise((6, 8, 11, 13, 15, 17)), 1)
)
GAP = (Band(1, "Morgen", "Mor", 360, 480), Band(2, "Aften", "Aft", 900, 960))


def spans(drafts):
    return [(draft.start, draft.end) for draft in drafts]


def test_an_end_moved_takes_the_next_start_along():
    assert spans(with_end(DAY, 1, 450))[:2] == [(360, 450), (450, 660)]


def test_a_start_moved_takes_the_end_before_along():
    assert spans(with_start(DAY, 2, 510))[:2] == [(360, 510), (510, 660)]


def test_bands_that_do_not_meet_are_left_alone():
    assert spans(with_end(GAP, 1, 500)) == [(360, 500), (900, 960)]
    assert spans(with_start(GAP, 2, 870)) == [(360, 480), (870, 960)]


@given(st.sampled_from(DAY), st.integers(0, 3))
def test_an_edge_moved_within_its_neighbours_keeps_the_day_whole(band, quarters):
    drafts = with_end(DAY, band.id, band.end - 15 * quarters)
    check_bands(drafts)
    inner = [later.start == earlier.end for earlier, later in pairwise(drafts)]
    assert all(inner)


def test_an_edge_past_the_whole_neighbour_is_not_followed_and_is_refused():
    with pytest.raises(UserProblem, match="begynder, før"):
        check_bands(with_end(DAY, 1, 705))


def test_a_new_band_follows_the_last_and_midnight_is_the_end():
    assert spans(with_new(DAY))[-1] == (17 * 60, 18 * 60)
    late = (Band(1, "Nat", "Nat", 1320, 1440),)
    with pytest.raises(UserProblem, match="midnat"):
        with_new(late)


def test_a_band_is_left_out():
    assert [draft.id for draft in without(DAY, 3)] == [1, 2, 4, 5]
