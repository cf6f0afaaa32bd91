"""The settings pages in the window as she has them, on the demo house."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.grabs import settle
from ui.settings import page as settings_page
from ui.settings.sections import sections_of

PATIENCE_MS = 20_000


@pytest.fixture
def show_section(place, qtbot, monkeypatch):
    """`show_section(kind)` gives (place, section): the page with this section alone, as the others take a while."""

    def show(kind):
        def alone(context, services):
            return [entry for entry in sections_of(context, services) if entry.kind is kind]

        monkeypatch.setattr(settings_page, "sections_of", alone)
        (section,) = place.open("settings").sections
        settle(place.room)
        place.wait(qtbot)
        return place, section

    return show


@pytest.fixture
def settings_place(place, qtbot):
    """The page Indstillinger, with all its sections."""
    page = place.open("settings")
    qtbot.waitUntil(lambda: page.complete, timeout=PATIENCE_MS)
    place.wait(qtbot)
    settle(place.room)
    return place


def type_in(qtbot, form, key, text):
    """Put `text` in a field of a form and leave it."""
    control = form.frame(key).control
    control.setFocus()
    control.selectAll()
    qtbot.keyClicks(control, text)
    qtbot.keyClick(control, Qt.Key.Key_Return)


def click(qtbot, button):
    settle(button.window())
    assert button.isVisible(), button.text()
    assert button.isEnabled(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
