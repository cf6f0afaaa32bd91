"""Esc on a paper in the real frame."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox


@pytest.mark.parametrize("part", ["pages", "choice"])
def test_esc_leaves_a_paper_from_wherever_the_keyboard_is(place, qtbot, part):
    page = place.open("competence")
    page.print_overview()
    paper = place.page
    qtbot.waitUntil(lambda: paper.ready)
    (paper.view if part == "pages" else paper.panel.findChild(QComboBox)).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert place.page is page
