"""Every page of the demo house in the real frame: named, reached by keys, whole and in Danish."""

import pytest

from tests.ui.faults import faults
from tests.ui.grabs import settle
from tests.ui.painted import cut_short
from ui.pages import PAGES

ALL = [page.feature for page in PAGES if page.feature != "paper"]


def record_of(place, feature):
    """Pages of one record are opened on one."""
    return place.services.staff.find("Karen Ulvdal").id if feature == "staff_edit" else None


def whole(window, qtbot):
    """Waits until nothing is wrong with it: a page may be built over several turns."""

    def nothing_wrong() -> None:
        settle(window)
        found = faults(window) + cut_short(window)
        assert not found, "\n".join(found)

    qtbot.waitUntil(nothing_wrong, timeout=5000)


@pytest.fixture(params=[100, 130])
def size(request, theme):
    theme.choose(text_size=request.param)
    return request.param


@pytest.fixture
def narrow(place, size):  # noqa: ARG001 -- before the pages are made
    place.room.resize(1366, 768)
    return place


@pytest.mark.parametrize("feature", ALL)
def test_every_control_is_named_reached_whole_and_danish(narrow, qtbot, feature):
    narrow.open(feature, record_of(narrow, feature))
    narrow.wait(qtbot)
    whole(narrow.room, qtbot)
    if narrow.page.toggle_side_panel():  # F9: the page without its panel, or with it
        whole(narrow.room, qtbot)


@pytest.mark.parametrize("feature", [page for page in ALL if page != "presence"])  # there a week begins to scroll
def test_a_page_is_whole_when_the_text_is_made_larger_while_it_stands(place, qtbot, theme, feature):
    place.room.resize(1366, 768)
    place.open(feature, record_of(place, feature))
    place.wait(qtbot)
    settle(place.room)
    theme.choose(text_size=130)
    whole(place.room, qtbot)


def test_the_preview_is_whole_with_every_paper(narrow, qtbot):
    page = narrow.open("papers")
    for action in page.page_actions():
        if action.name.startswith("Vis papiret"):
            narrow.open("papers")
            action.run()
            narrow.wait(qtbot)
            whole(narrow.room, qtbot)
    assert len(narrow.papers) > 4
