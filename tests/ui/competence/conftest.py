"""The page Kompetencer on the demo house."""

import pytest


@pytest.fixture
def page(place, qtbot):
    """With the keyboard in the matrix."""
    opened = place.open("competence")
    place.wait(qtbot)
    opened.desk.card.setFocus()
    return opened
