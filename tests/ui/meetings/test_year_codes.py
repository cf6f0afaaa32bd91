"""Two stuemøder on one date are told apart in the grid: by code where there is room, always in what is spoken."""

import pytest

from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.states import HELD
from dagleder.meetings.year_plan import year_plan
from ui.meetings.year_grid import YearGrid


@pytest.fixture
def grid(qtbot, theme, demo_services):
    plan = demo_services.meetings.plan(PlanYear(2026))
    made = YearGrid(theme)
    qtbot.addWidget(made)
    made.show_plan(year_plan(plan), plan.today)
    return made


def _alike(grid):
    """The chips that would say the same as another one of their row."""
    return [spot for spot in grid.lines.spots() if grid.lines.cell(spot).code]


@pytest.mark.parametrize(("width", "told"), [(640, True), (1200, True), (500, False)])
def test_the_stue_stands_in_the_chip_of_all_that_are_to_come_or_of_none(grid, width, told):
    grid.resize(width, grid.height())
    alike = _alike(grid)
    assert len(alike) > 1
    for spot in alike:
        cell = grid.lines.cell(spot)
        assert grid.lines.tells_stue(cell) is (told and cell.state != HELD)
        left, wide = grid.lines.month_span(spot.month)
        box = grid.lines.chip_box(spot)
        assert left <= box.left()
        assert box.right() < left + wide


def test_the_stue_is_spoken_and_in_the_tip(grid):
    first, second, *_ = _alike(grid)
    said = set()
    for spot in (first, second):
        grid.choose(grid.lines.cell(spot).meeting_id)
        said.add(grid.accessibleDescription().partition(",")[0])
    assert len(said) == 2
    assert all(text.startswith("Stuemøde · ") for text in said)
