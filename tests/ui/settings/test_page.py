"""The page as a whole: its bookmarks, the filter, the actions that go to a section."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget

from tests.ui.grabs import settle
from ui.pages import PAGES


def bookmark(page, name):
    return next(button for button in page._bookmarks._buttons if button.text() == name)


def sections_shown(page):
    return [section.title for section in page.sections if not section.isHidden()]


def test_all_sections_stand_on_one_page_with_a_bookmark_each(settings_place):
    page = settings_place.page
    assert [section.title for section in page.sections] == [
        "Institution og matrikler",
        "Stuer og bemanding",
        "Lukkedage og særlige dage",
        "Mødetyper og mødetimer",
        "Opgavetyper",
        "Sikkerhed",
        "Sikkerhedskopier",
        "Sletning og indsigt",
        "Udseende",
        "Om Dagleder",
    ]
    assert len(page._bookmarks._buttons) == len(page.sections)


def test_the_first_section_is_there_at_once_and_the_others_in_turns_of_their_own(place, qtbot):
    opened = place.open("settings")
    assert [section.title for section in opened.sections] == ["Institution og matrikler"]
    assert len(opened._bookmarks._buttons) == len(opened.page_actions()) + 3, "every section can be gone to"
    qtbot.waitUntil(lambda: opened.complete, timeout=20_000)
    assert len(opened.sections) == 10


def test_a_section_asked_for_before_its_turn_is_built_and_gone_to(place, qtbot):
    opened = place.open("settings")
    opened._bookmarks.chosen.emit(5)
    assert [section.title for section in opened.sections][-1] == "Sikkerhed"
    qtbot.waitUntil(lambda: bookmark(opened, "Sikkerhed").isChecked(), timeout=20_000)
    qtbot.waitUntil(lambda: opened.complete, timeout=20_000)


def test_what_is_looked_for_before_all_is_built_is_found(place):
    opened = place.open("settings")
    opened._filter.setText("licens")
    assert sections_shown(opened) == ["Om Dagleder"]


def test_where_she_was_is_gone_to_as_soon_as_the_page_reaches_so_far(place, qtbot):
    opened = place.open("settings")
    opened.go_to({"scroll": 900})
    qtbot.waitUntil(lambda: opened._scroll.verticalScrollBar().value() == 900, timeout=20_000)
    qtbot.waitUntil(lambda: opened.complete, timeout=20_000)


def test_a_bookmark_counts_what_needs_a_look_and_says_so(settings_place):
    page = settings_place.page
    security = next(section for section in page.sections if section.title == "Sikkerhed")
    assert security.attention == 1  # the demo house has no password
    assert bookmark(page, "Sikkerhed").accessibleName() == "Sikkerhed, 1 skal ses på"


def test_a_bookmark_rolls_to_its_section(settings_place, qtbot):
    page = settings_place.page
    qtbot.mouseClick(bookmark(page, "Sikkerhed"), Qt.MouseButton.LeftButton)
    security = next(section for section in page.sections if section.title == "Sikkerhed")
    assert page._scroll.verticalScrollBar().value() == security.y()
    assert bookmark(page, "Sikkerhed").isChecked()


def test_rolling_marks_the_section_in_front(settings_place):
    page = settings_place.page
    page._scroll.verticalScrollBar().setValue(page.sections[1].y() + 5)
    assert bookmark(page, "Stuer og bemanding").isChecked()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("adgangskode", ["Sikkerhed"]),
        ("grundlovsdag", ["Lukkedage og særlige dage"]),
        ("TEKSTSTØRRELSE", ["Udseende"]),
        ("gendan", ["Sikkerhedskopier"]),
        ("qwxz", []),
    ],
)
def test_the_filter_shows_the_sections_that_say_it(settings_place, qtbot, typed, found):
    page = settings_place.page
    page.focus_filter()
    qtbot.keyClicks(page._filter, typed)
    assert sections_shown(page) == found
    assert page._nothing.isHidden() is bool(found)


def test_every_offer_of_the_palette_is_an_action_of_the_page(settings_place):
    entry = next(page for page in PAGES if page.feature == "settings")
    assert [offer.name for offer in entry.offers] == [action.name for action in settings_place.page.page_actions()]


def test_an_offer_puts_the_keyboard_into_its_section(settings_place, qtbot):
    page = settings_place.page
    next(action for action in page.page_actions() if action.name == "Sæt eller skift adgangskode").run()
    security = next(section for section in page.sections if section.title == "Sikkerhed")
    qtbot.waitUntil(lambda: security.isAncestorOf(QApplication.focusWidget() or QWidget()))


def test_an_offer_taken_from_another_page_shows_its_section(place, qtbot):
    place.open("staff")
    opened = place.open("settings")
    place.press("Slet fratrådte")
    section = next(section for section in opened.sections if section.title == "Sletning og indsigt")
    qtbot.waitUntil(lambda: opened.complete, timeout=20_000)
    settle(place.room)
    port = opened._scroll.viewport()
    assert 0 <= section.mapTo(port, QPoint()).y() < port.height() // 2
    assert bookmark(opened, "Sletning og indsigt").isChecked()
    qtbot.waitUntil(lambda: opened._going is None)  # from now on she is where she goes herself


def test_what_she_rolls_herself_stays_where_she_rolled_it(settings_place):
    page, bar = settings_place.page, settings_place.page._scroll.verticalScrollBar()
    page._bookmarks.chosen.emit(5)
    bar.triggerAction(bar.SliderAction.SliderToMinimum)
    bar.rangeChanged.emit(0, bar.maximum())
    assert bar.value() == 0


def test_where_she_was_is_kept(settings_place, qtbot):
    page = settings_place.page
    page._scroll.verticalScrollBar().setValue(500)
    kept = page.place()
    page._scroll.verticalScrollBar().setValue(0)
    page.go_to(kept)
    qtbot.waitUntil(lambda: page._scroll.verticalScrollBar().value() == 500)


def test_every_control_has_a_name(settings_place):
    nameless = [
        f"{type(widget).__name__} in {section.title}"
        for section in settings_place.page.sections
        for widget in section.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        # A tick box is called by its text, the inside of a number field by the field.
        if not (widget.accessibleName() or getattr(widget, "text", str)() or isinstance(widget.parent(), QSpinBox))
    ]
    assert nameless == []


@pytest.mark.parametrize("size", [100, 130])
def test_nothing_is_wider_than_the_page(settings_place, theme, size):
    page = settings_place.page
    theme.choose(text_size=size)
    settings_place.room.resize(1366, 768)
    settle(page)
    assert page._scroll.widget().width() <= page._scroll.viewport().width()


@pytest.mark.parametrize("size", [100, 115, 130])
def test_no_special_day_is_cut_off(settings_place, theme, size):
    page = settings_place.page
    theme.choose(text_size=size)
    settings_place.room.resize(1366, 768)
    settle(page)
    choices = next(section for section in page.sections if section.deed.startswith("Ret lukkedage")).special.choices
    arrow_and_edges = 36
    cut = [
        (choice.itemText(at), choice.width())
        for choice in choices.values()
        for at in range(choice.count())
        if choice.fontMetrics().horizontalAdvance(choice.itemText(at)) + arrow_and_edges > choice.width()
    ]
    assert cut == []


def test_pictures_of_the_page(settings_place, grab):
    page = settings_place.page
    grab(settings_place.room, "indstillinger")
    inner = page._scroll.widget()
    inner.grab().save("build/grabs/indstillinger-hele.png")
