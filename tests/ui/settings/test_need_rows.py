import pytest

from dagleder.settings.staffing import Need, Place
from tests.presence.make import BUG, MONDAY, MORNING, NOON, house, need
from ui.settings.need_rows import WHOLE_DAY, Plan, with_minimum, with_pedagogue


def plan(*needs):
    at = house(*needs)
    return Plan(Place(team_id=BUG), MONDAY, at.bands, at.needs)


def test_every_band_has_a_line_and_the_whole_day_the_last():
    lines = plan(need(MORNING, 2), need(WHOLE_DAY, 3)).lines(0)
    assert [line.name for line in lines] == ["Åbning", "Formiddag", "Middag", "Eftermiddag", "Lukning", "Hele dagen"]
    assert [line.need.minimum for line in lines] == [0, 2, 0, 0, 0, 3]
    assert lines[1].times == "8–11.30"


def test_the_days_are_the_same_when_every_number_is():
    assert plan().same_all_days()
    assert plan(need(MORNING, 2)).same_all_days()
    assert not plan(need(MORNING, 2), need(NOON, 1, weekdays=[4])).same_all_days()


def test_a_change_holds_from_the_week_that_is_shown():
    draft = plan().changed([1], MORNING, Need(2))
    assert (draft.place, draft.weekdays, draft.band_id, draft.valid_from) == (Place(BUG), (1,), MORNING, MONDAY)


def test_the_numbers_of_one_day_are_spread_to_all_five():
    drafts = list(plan(need(MORNING, 2, weekdays=[4])).spread(4))
    assert {draft.weekdays for draft in drafts} == {(0, 1, 2, 3, 4)}
    assert {draft.band_id: draft.need.minimum for draft in drafts}[MORNING] == 2


@pytest.mark.parametrize(
    ("before", "minimum", "after"),
    [
        (Need(1, 2), 2, Need(2, 2)),
        (Need(1, 2), 3, Need(3, 3)),
        (Need(1, 0), 3, Need(3, 0)),
        (Need(3, 3), 1, Need(1, 3)),
    ],
)
def test_a_higher_minimum_lifts_the_wish_along(before, minimum, after):
    assert with_minimum(before, minimum) == after


@pytest.mark.parametrize(("before", "asked", "after"), [(0, True, 1), (2, True, 2), (1, False, 0)])
def test_a_tick_asks_for_one_pedagogue_at_least(before, asked, after):
    assert with_pedagogue(Need(pedagogues=before), asked=asked).pedagogues == after
