"""What has the keyboard is seen, however little room the part it stands in has."""

import pytest
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from ui.kit.focus_ring import FocusRing


@pytest.fixture
def area(qtbot, theme, qapp):
    inner, area = QWidget(), QScrollArea()
    column = QVBoxLayout(inner)
    for _ in range(30):
        column.addWidget(QLineEdit())
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.resize(300, 200)
    FocusRing(theme, qapp, area)
    qtbot.addWidget(area)
    with qtbot.waitActive(area):
        area.show()
        area.activateWindow()
    return area


def seen(area, field):
    return (
        area.viewport().rect().contains(field.rect().translated(field.mapTo(area.viewport(), field.rect().topLeft())))
    )


def test_a_field_that_is_gone_to_is_brought_into_view(area, qtbot):
    last = area.findChildren(QLineEdit)[-1]
    assert not seen(area, last)
    last.setFocus()
    qtbot.waitUntil(lambda: seen(area, last))


def test_it_stays_in_view_where_there_is_less_room_afterwards(area, qtbot):
    field = area.findChildren(QLineEdit)[4]
    field.setFocus()
    assert seen(area, field)
    area.resize(300, 90)
    qtbot.waitUntil(lambda: seen(area, field))
