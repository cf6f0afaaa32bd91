"""The tab 'Kompetencer' on a person's page, by keys and clicks in the frame."""

import pytest
from PySide6.QtCore import Qt

from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.levels import Source
from tests.ui.competence.ways import ids

K = Qt.Key


@pytest.fixture
def page(place):
    return place.open("staff")


def show(place, page, name):
    """Somebody's competences, with the keyboard in the list of them."""
    page.open_record(place.services.staff.find(name).id)
    page.pane.tabs.choose("competence")
    tab = page.pane.tabs.body
    tab.table.setFocus()
    return tab


@pytest.mark.parametrize("size", [100, 130])
def test_the_tab_in_pictures(place, page, theme, grab, size):
    theme.choose(text_size=size)
    karen, tras = ids(place, "Karen Ulvdal", "TRAS")
    place.services.competence.assess(AssessmentDraft(karen, tras, 1, place.context.clock.today(), Source.SELF))
    tab = show(place, page, "Karen Ulvdal")
    tab.table.choose(tras)
    grab(place.room, f"medarbejder-kompetencer-{size}")
