"""Where a page that goes through the calendar begins: as it was left the same day, else where today is."""

from functools import partial

import pytest

from ui.kit.page_stack import PageStack
from ui.pages import PAGES


def begun_again(place, qtbot, feature, shown):
    """What the next start of the program shows of the page."""
    (entry,) = (page for page in PAGES if page.feature == feature)
    make = partial(entry.make, place.context, place.services)
    stack = PageStack(lambda _: make(), place.memory, place.context.clock.today)
    qtbot.addWidget(stack)
    stack.open(feature)
    return shown(stack.page)


@pytest.mark.parametrize(
    ("feature", "further", "shown"),
    [
        ("presence", "Ugen efter", lambda page: page.week_bar._title.text()),
        ("meetings", "Året efter", lambda page: page.year.year),
    ],
)
def test_a_week_or_a_year_is_shown_again_the_same_day_only(place, qtbot, feature, further, shown):
    usual = shown(place.open(feature))
    place.press(further)
    left = shown(place.page)
    place.stack.remember()
    assert begun_again(place, qtbot, feature, shown) == left != usual
    place.memory.keep("pages left on", feature, "2026-03-11")
    assert begun_again(place, qtbot, feature, shown) == usual
