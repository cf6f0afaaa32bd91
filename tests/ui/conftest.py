"""What every test of a screen may ask for: the program's look, in light colours."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dagleder.base.paths import resource
from tests.ui.grabs import Grabs
from tests.ui.recorder import MessagesRecorder
from ui.theme.theme import Choice, Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("no-fonts.conf"))


@pytest.fixture(scope="session")
def session_theme(qapp: QApplication) -> Theme:
    return Theme(qapp, resource())


@pytest.fixture
def theme(session_theme: Theme) -> Theme:
    session_theme.choose(Choice.LIGHT, 100)
    return session_theme


@pytest.fixture
def grab(theme: Theme) -> Grabs:
    """`grab(widget, name)`: pictures in build/grabs, and nothing cut off."""
    return Grabs(theme)


@pytest.fixture
def messages() -> MessagesRecorder:
    return MessagesRecorder()
