"""The page Bemanding on the demo house."""

import pytest


@pytest.fixture
def page(place):
    """The page in the week of 12 March 2026, with the keyboard in the grid."""
    opened = place.open("presence")
    opened.desk.grid.setFocus()
    return opened
