"""Every page of the demo house in the real frame: named, reached by keys, whole and in Danish."""

import pytest

from tests.ui.faults import faults
from tests.ui.grabs import settle
from ui.pages import PAGES


def record_of(place, feature):
    """Pages of one record are opened on one."""
    return place.services.staff.find("Karen Ulvdal").id if feature == "staff_edit" else None


@pytest.mark.parametrize("size", [100, 130])
@pytest.mark.parametrize("feature", [page.feature for page in PAGES if page.feature != "paper"])
def test_every_control_is_named_reached_whole_and_danish(place, qtbot, theme, feature, size):
    if (feature, size) == ("settings", 130):
        pytest.xfail("'Fri kl. 12' among the special days has too little room")
    theme.choose(text_size=size)
    place.room.resize(1366, 768)
    place.open(feature, record_of(place, feature))
    place.wait(qtbot)

    def whole() -> None:
        settle(place.room)
        found = faults(place.room)
        assert not found, "\n".join(found)

    qtbot.waitUntil(whole, timeout=5000)  # a page may be built over several turns
