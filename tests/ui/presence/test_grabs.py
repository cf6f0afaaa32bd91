from datetime import date

import pytest

from dagleder.settings.staffing import Place
from ui.presence.rows import PlaceRow


@pytest.fixture
def gap(page):
    """The cursor where most is missing."""
    page.desk.show_worst()
    return page.desk.side.words.cards[0].gap


def test_the_week_as_a_grid(page, place, grab):
    page.move_week(1)
    page.desk.grid.choose((PlaceRow(Place(team_id=2)), (date(2026, 3, 17), 2)))
    grab(place.room, "bemanding")


def test_a_week_with_much_missing(gap, place, grab):
    assert gap.headline == "Humlebien, fredag: ingen før kl. 8"
    grab(place.room, "bemanding-mangler")


def test_the_week_of_easter(page, place, grab):
    page.move_week(3)
    assert page.desk.grid.grid.content.blocks[date(2026, 4, 2)].note == "· skærtorsdag"
    grab(place.room, "bemanding-paaske")


def test_the_week_in_words(page, place, grab):
    page.other_shape()
    assert page.words.isVisible()
    grab(place.room, "bemanding-i-ord")


@pytest.mark.parametrize("panel", ["who", "report_absence", "find_relief"])
def test_what_is_asked_for_beside_the_grid(gap, page, place, grab, panel):
    assert gap.day == date(2026, 3, 13)
    getattr(page if panel == "other_shape" else page.desk, panel)()
    grab(place.room, f"bemanding-{panel.replace('_', '-')}")


@pytest.mark.parametrize("panel", ["edit_need", "who", "report_absence", "find_relief", "other_shape"])
def test_large_text_fits(gap, page, place, grab, theme, panel):
    assert gap.day == date(2026, 3, 13)
    theme.choose(text_size=130)
    getattr(page if panel == "other_shape" else page.desk, panel)()
    grab(place.room, f"bemanding-130-{panel.replace('_', '-')}")
