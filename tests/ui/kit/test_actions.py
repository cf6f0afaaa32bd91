"""Menus, keys and pages as they are kept by the action book and the page stack."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu

from dagleder.base.command import Json
from ui.kit.action_book import ActionBook
from ui.kit.actions import Action, Menu
from ui.kit.memory import Memory
from ui.kit.page import Page
from ui.kit.page_stack import PageStack

TODAY, TOMORROW = date(2026, 3, 12), date(2026, 3, 13)
PLACE: dict[str, Json] = {"row": 3, "week": "2026-03-09", "grid": {"across": 400, "down": 20}}


class Seen(Page):
    """A page that notes what it is told."""

    title = "Side"
    tables = frozenset({"employee"})
    of_the_day = frozenset({"week", "across"})

    def __init__(self, context, feature):
        super().__init__(context)
        self.feature = feature  # type: ignore[misc]  # one class stands in for many pages
        self.heard: list[object] = []

    def load(self) -> None:
        self.heard.append("load")

    def open_record(self, record_id: int) -> None:
        self.heard.append(record_id)

    def place(self) -> dict[str, Json]:
        return PLACE

    def go_to(self, place: dict[str, Json]) -> None:
        self.heard.append(place)


class Told:
    """As much of a context as a page's header needs."""

    def __init__(self, theme):
        self.theme = theme


@pytest.fixture
def book(theme, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    return ActionBook(theme, window)


def texts(menu):
    return [entry.text() for entry in menu.actions() if not entry.isSeparator()]


def test_a_key_works_without_the_menu_being_opened(book, qtbot):
    done = []
    book.show_frame([Action("Gem", lambda: done.append(1), Menu.FILE, key="Ctrl+S")])
    qtbot.keyClick(book.parent(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert done == [1]


def test_the_pages_key_wins_over_the_frames(book, qtbot):
    done = []
    book.show_frame([Action("Rammens", lambda: done.append("frame"), Menu.FILE, key="Ctrl+N")])
    book.show_page([Action("Sidens", lambda: done.append("page"), Menu.FILE, key="Ctrl+N")])
    qtbot.keyClick(book.parent(), Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == ["page"]


def test_no_key_does_anything_while_the_window_is_locked(book, qtbot):
    done = []
    book.show_frame([Action("Gem", lambda: done.append(1), Menu.FILE, key="Ctrl+S")])
    book.pause(paused=True)
    qtbot.keyClick(book.parent(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert done == []


def test_a_menu_shows_what_can_be_done_now_in_groups(book):
    reason = [""]
    book.show_frame([Action("Lås", lambda: None, Menu.FILE, group=2, why_not=lambda: reason[0])])
    book.show_page([Action("Ny medarbejder", lambda: None, Menu.FILE, key="Ctrl+N")])
    menu = QMenu()
    book.fill(Menu.FILE, menu)
    assert texts(menu) == ["Ny medarbejder\tCtrl+N", "Lås"]
    assert sum(entry.isSeparator() for entry in menu.actions()) == 1
    reason[0] = "Huset har ingen adgangskode."
    book.fill(Menu.FILE, menu)
    lock: QAction = menu.actions()[-1]
    assert (lock.isEnabled(), lock.toolTip()) == (False, "Huset har ingen adgangskode.")


def test_an_action_that_cannot_be_done_is_not_done_by_its_key(book, qtbot):
    done = []
    book.show_frame([Action("Lås", lambda: done.append(1), Menu.FILE, key="Ctrl+L", why_not=lambda: "nej")])
    qtbot.keyClick(book.parent(), Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert done == []


def new_stack(qtbot, theme, memory, today):
    made = PageStack(lambda feature: Seen(Told(theme), feature), memory, today)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def stack(theme, qtbot, tmp_path):
    return new_stack(qtbot, theme, Memory(tmp_path / "husket.json"), lambda: TODAY)


def heard(stack):
    return stack.page.heard


def test_a_page_is_made_and_loaded_when_it_is_first_opened(stack):
    stack.open("staff", 12)
    assert heard(stack) == ["load", 12]
    stack.open("staff")
    assert heard(stack) == ["load", 12]


def test_back_is_to_the_page_before_where_she_left_it(stack):
    stack.open("staff")
    stack.open("meetings")
    assert stack.can_go_back
    stack.back()
    assert stack.page.feature == "staff"
    assert heard(stack)[-1] == PLACE
    assert not stack.can_go_back


def test_a_change_is_told_at_once_in_front_and_later_behind(stack):
    stack.open("staff")
    behind = stack.page
    stack.open("meetings")
    stack.refresh(frozenset({"employee"}))
    assert (heard(stack).count("load"), behind.heard.count("load")) == (2, 1)
    stack.open("staff")
    assert behind.heard.count("load") == 2


def test_a_change_that_does_not_concern_the_page_is_passed_over(stack):
    stack.open("staff")
    stack.refresh(frozenset({"meeting"}))
    assert heard(stack).count("load") == 1


def test_where_she_was_is_remembered_for_next_time(theme, qtbot, tmp_path):
    memory = Memory(tmp_path / "husket.json")
    first = new_stack(qtbot, theme, memory, lambda: TODAY)
    first.open("staff")
    first.remember()
    memory.save()
    again = new_stack(qtbot, theme, Memory(tmp_path / "husket.json"), lambda: TODAY)
    again.open("staff")
    assert heard(again) == ["load", PLACE]


def test_another_day_a_page_begins_with_its_own_week(theme, qtbot, tmp_path):
    memory = Memory(tmp_path / "husket.json")
    first = new_stack(qtbot, theme, memory, lambda: TODAY)
    first.open("presence")
    first.remember()
    elsewhere = new_stack(qtbot, theme, memory, lambda: TOMORROW)
    elsewhere.open("staff")
    elsewhere.remember()
    again = new_stack(qtbot, theme, memory, lambda: TOMORROW)
    again.open("presence")
    assert heard(again) == ["load", {"row": 3, "grid": {"down": 20}}]


def test_back_past_midnight_is_to_todays_week(theme, qtbot, tmp_path):
    days = [TODAY]
    stack = new_stack(qtbot, theme, Memory(tmp_path / "husket.json"), lambda: days[-1])
    stack.open("presence")
    stack.open("staff")
    days.append(TOMORROW)
    stack.back()
    assert heard(stack)[-1] == {"row": 3, "grid": {"down": 20}}
