"""What every test of a screen may ask for: the program's look, in light colours."""

import os

import pytest
from PySide6.QtWidgets import QApplication

from dagleder.base.paths import resource
from ui.theme.theme import Choice, Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def session_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, resource())


@pytest.fixture
def theme(session_theme: Theme) -> Theme:
    session_theme.choose(Choice.LIGHT, 100)
    return session_theme
