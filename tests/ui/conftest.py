"""What every test of a screen may ask for: the program's look, in light colours, and a house in its window."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.base.paths import resource
from tests.ui.grabs import Grabs
from tests.ui.place import Place, Windows
from tests.ui.recorder import MessagesRecorder
from ui.kit.focus_ring import FocusRing
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


@pytest.fixture
def open_place(
    qtbot,
    qapp: QApplication,
    theme: Theme,
    clock: FixedClock,
    messages: MessagesRecorder,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[[app.Services], Place]]:
    """`open_place(services)`: the window on a house; all of it is closed at the end."""
    opened: list[Place] = []
    windows = Windows(monkeypatch)

    def opener(services: app.Services) -> Place:
        place = Place(services, theme, clock, messages)
        FocusRing(theme, qapp, place.room)
        place.room.resize(1440, 900)
        with qtbot.waitActive(place.room):
            place.room.show()
            place.room.activateWindow()
        opened.append(place)
        return place

    yield opener
    for place in opened:
        place.close()
    assert windows.shown == [], "shown before they had a place"


@pytest.fixture
def place(demo_services: app.Services, open_place: Callable[[app.Services], Place]) -> Place:
    """The house first: it is closed after its window."""
    return open_place(demo_services)


@pytest.fixture
def new_place(new_services: app.Services, open_place: Callable[[app.Services], Place]) -> Place:
    return open_place(new_services)
