"""The palette: keys alone are enough, and what is chosen is done."""

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from ui.kit.actions import Action, Menu
from ui.kit.label import Label
from ui.kit.palette import Palette
from ui.kit.palette_list import Line
from ui.kit.shortcut_sheet import ShortcutSheet


@pytest.fixture
def window(theme, qtbot):  # noqa: ARG001 -- painted in it
    made = QMainWindow()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


@pytest.fixture
def done():
    return []


@pytest.fixture
def palette(theme, window, done):
    def answers(text):
        if text == "zzz":
            return []
        found = [Line(f"{text} {n}", partial(done.append, n), "Pædagog", "user") for n in range(3)]
        never = Line("Lås", lambda: done.append("lock"), icon="lock", why_not="Huset har ingen adgangskode.")
        return [Line("Gør noget"), never, Line("Find"), *found]

    made = Palette(theme, window, answers, lambda: done.append("sheet"))
    made.ask()
    return made


def chosen(palette):
    return palette.list.currentIndex().data()


def test_down_and_up_pass_over_the_heads_of_groups(palette, qtbot):
    qtbot.keyClicks(palette.field, "karen")
    assert chosen(palette) == "Lås"
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    assert chosen(palette) == "karen 0"
    for _ in range(2):
        qtbot.keyClick(palette.field, Qt.Key.Key_Up)
    assert chosen(palette) == "karen 2"


def test_enter_does_what_is_chosen_and_closes(palette, done, qtbot):
    qtbot.keyClick(palette.field, Qt.Key.Key_Down)
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == [0]
    assert not palette.isVisible()


def test_what_cannot_be_done_is_not_done(palette, done, qtbot):
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == []
    assert palette.isVisible()


def test_a_click_is_enough(palette, done, qtbot):
    place = palette.list.visualRect(palette.model.index(4, 0)).center()
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done == [1]


def test_escape_closes_and_gives_the_keyboard_back(palette, done, qtbot):
    qtbot.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert done == []


def test_a_question_mark_in_the_empty_field_shows_all_shortcuts(palette, done, qtbot):
    qtbot.keyClicks(palette.field, "?")
    assert done == ["sheet"]


def test_nothing_found_is_said(palette, qtbot):
    qtbot.keyClicks(palette.field, "zzz")
    assert palette._nothing.isVisible()


def test_the_palette_is_no_higher_than_its_answers(palette, qtbot):
    high = palette.height()
    qtbot.keyClicks(palette.field, "zzz")
    assert palette.height() == palette.sizeHint().height() < high
    palette.field.clear()
    assert palette.height() == high


def test_the_palette_can_be_seen_whole(palette, window, grab, qtbot):
    qtbot.keyClicks(palette.field, "Karen Ulvdal")
    grab(window, "palet")


def test_the_sheet_lists_every_key_there_is(theme, window, grab):
    actions = [Action(f"Handling {n}", lambda: None, menu, key=f"Ctrl+{n}") for n, menu in enumerate(Menu)]
    sheet = ShortcutSheet(theme, window, actions)
    sheet.appear()
    texts = {label.text() for label in sheet.findChildren(Label)}
    assert {f"Handling {n}" for n in range(5)} <= texts
    assert {"F2", "Esc", "Tab"} <= texts
    grab(window, "genveje")


@pytest.mark.parametrize("size", [100, 130])
def test_more_keys_than_fit_are_scrolled_within_the_window(theme, window, size):
    theme.choose(text_size=size)
    actions = [
        Action(f"Handling {n}", lambda: None, Menu.FILE, key=f"F{n}", other_key=f"Ctrl+F{n}") for n in range(1, 31)
    ]
    sheet = ShortcutSheet(theme, window, actions)
    sheet.appear()
    assert window.rect().contains(sheet.geometry())
    assert {"F30", "Ctrl+F30"} <= {label.text() for label in sheet.findChildren(Label)}
