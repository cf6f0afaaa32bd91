"""Udseende and Om Dagleder."""

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.settings.conftest import click
from ui.kit.desktop import Desktop
from ui.kit.table_surface import Density
from ui.settings.about_section import AboutSection
from ui.settings.appearance import AppearanceSection, TextSizes
from ui.theme.theme import Choice


def test_each_text_size_is_shown_in_its_own_size_and_takes_effect(show_section, qtbot, theme):
    _place, section = show_section(AppearanceSection)
    tiles = section.findChild(TextSizes)._buttons
    heights = [tile.fontMetrics().height() for tile in tiles.values()]
    assert heights == sorted(set(heights))
    click(qtbot, tiles[115])
    assert theme.text_size == 115
    assert tiles[115].isChecked()


def test_colours_and_rows_are_chosen(show_section, theme):
    _place, section = show_section(AppearanceSection)
    section._schemes._buttons["dark"].click()
    assert theme.choice is Choice.DARK
    section._rows._buttons["airy"].click()
    assert theme.airy
    theme.choose(Choice.LIGHT, airy=False)
    assert section._schemes.key == "light"
    assert section._rows.key == "normal"


def test_higher_rows_are_seen_in_a_table_at_once(place, theme):
    page = place.open("history")
    assert page.table.verticalHeader().defaultSectionSize() == Density.NORMAL
    theme.choose(airy=True)
    assert page.table.verticalHeader().defaultSectionSize() == Density.AIRY
    theme.choose(airy=False)


@pytest.fixture
def folders_shown(monkeypatch):
    """Folders opened in the system's own window, in order."""
    shown = []
    monkeypatch.setattr(Desktop, "show_folder", lambda _desktop, folder: shown.append(folder))
    return shown


@pytest.fixture
def about(show_section, folders_shown):  # noqa: ARG001 -- before the section is built
    return show_section(AboutSection)


def test_where_the_house_lies_can_be_copied_and_opened(about, qtbot, messages, folders_shown):
    place, section = about
    buttons = {button.accessibleName(): button for button in section.findChildren(type(section.licences_button))}
    click(qtbot, buttons["Kopiér stien: Huset"])
    assert QGuiApplication.clipboard().text() == str(place.services.database.path)
    assert messages.told == ["Stien er kopieret"]
    click(qtbot, buttons["Åbn mappen: Huset"])
    assert folders_shown == [place.services.database.path.parent]


def test_the_licences_are_read_when_asked_for(about, qtbot):
    _place, section = about
    assert section.licences.toPlainText() == ""
    click(qtbot, section.licences_button)
    assert "SIL OPEN FONT LICENSE" in section.licences.toPlainText().upper()
    click(qtbot, section.licences_button)
    assert section.licences.isHidden()
