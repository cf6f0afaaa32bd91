"""The last day is chosen beside the fields of the person's page."""

import pytest

from tests.ui.grabs import cut_off, settle


@pytest.fixture
def view(place):
    place.room.resize(1366, 768)
    place.open("staff")
    return place.open("staff_edit", place.services.staff.find("Nanna Granly").id).view


@pytest.mark.parametrize("text_size", [100, 130])
def test_all_that_leaving_means_is_read_in_full(place, view, theme, text_size):
    theme.choose(text_size=text_size)
    place.press("Sæt som fratrådt…")
    settle(place.room)
    assert list(cut_off(view.leaving)) == []
    means = view.leaving.means
    assert means.height() == means.maximumHeight() or means.verticalScrollBar().maximum() > 0
    theme.choose(text_size=100)


def test_what_the_arbejdstid_means_comes_back_after_it(place, view):
    place.press("Sæt som fratrådt…")
    assert view.panel.isHidden()
    view.toggle_panel()
    assert view.panel.isHidden()
    view.leaving.given_up.emit()
    assert not view.panel.isHidden()


def test_where_it_was_folded_away_it_stays_so(place, view):
    view.toggle_panel()
    place.press("Sæt som fratrådt…")
    view.leaving.given_up.emit()
    assert view.panel.isHidden()
