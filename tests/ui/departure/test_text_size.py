"""The header of 'Hvis … stopper' when the text becomes larger while it is open."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from tests.ui.grabs import settle

SIZES = QSize(1366, 768), QSize(1440, 900)


@pytest.mark.parametrize("sizes", [SIZES[:1], SIZES[1:], SIZES])
def test_nothing_lies_over_another_when_the_text_grows(place, theme, sizes):
    page = place.open("departure", place.services.staff.find("Karen Ulvdal").id)
    for size in sizes:
        place.room.resize(size)
        for text_size in (100, 130):
            theme.choose(text_size=text_size)
            settle(place.room)
    parts = [part for part in page.header.children() if isinstance(part, QWidget) and part.isVisible()]
    parts.sort(key=lambda part: part.x())
    assert all(before.geometry().right() < after.x() for before, after in pairwise(parts))
    assert all(part.width() >= part.minimumSizeHint().width() for part in parts)
    assert parts[-1].geometry().right() < page.header.width()
