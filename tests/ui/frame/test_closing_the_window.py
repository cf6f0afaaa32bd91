"""Closing the window: at once where nothing is open, else when what is open has been closed."""

import pytest
from PySide6.QtWidgets import QWidget

from ui.front_page import FrontPage


@pytest.fixture
def window(qapp, clock, theme, qtbot):  # noqa: ARG001 -- light colours
    made = FrontPage(qapp, clock.today(), None, ()).window
    qtbot.addWidget(made)
    made.show()
    return made


def test_before_the_program_is_there_the_window_closes_at_once(window):
    assert window.close()
    assert not window.isVisible()


def test_where_nothing_is_open_one_click_closes(window):
    window.furnish(QWidget())
    window.leaving.connect(window.leave)
    assert window.close()
    assert not window.isVisible()


def test_an_open_house_is_closed_first(window):
    window.furnish(QWidget())
    assert not window.close()
    assert window.isVisible()
    window.leave()
    assert not window.isVisible()
