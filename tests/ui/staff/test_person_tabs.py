"""The tabs of a person: built when first shown, read when something has moved, gone about by keys."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from dagleder.app import Services
from ui.staff.person_tabs import OVERVIEW, PersonTab, PersonTabs, TabBody
from ui.staff.person_view import PersonView

K, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Body(TabBody):
    """Notes what it is told."""

    tables = frozenset({"assessment"})

    def __init__(self):
        super().__init__()
        self.shown, self.forgotten = [], 0

    def show_person(self, person):
        self.shown.append(person.name)

    def forget(self):
        self.forgotten += 1


@pytest.fixture
def people(demo_services):
    staff = demo_services.staff
    return [PersonView(staff.person(staff.find(name).id)) for name in ("Karen Ulvdal", "Rikke Solhøj")]


@pytest.fixture
def tabs(qtbot):
    made = PersonTabs([PersonTab("competence", "Kompetencer", Body)])
    qtbot.addWidget(made)
    qtbot.addWidget(made.bar)
    return made


def body_of(tabs):
    return tabs.body


def test_a_tab_is_neither_built_nor_read_before_it_is_seen(tabs, people):
    tabs.show_person(people[0], QWidget)
    tabs.refresh(frozenset({"assessment"}))
    assert tabs.body is None
    tabs.choose("competence")
    assert body_of(tabs).shown == ["Karen Ulvdal"]


def test_a_tab_is_read_again_for_its_own_tables_only(tabs, people):
    tabs.show_person(people[0], QWidget)
    tabs.choose("competence")
    tabs.refresh(frozenset({"absence"}))
    tabs.show_person(people[0], QWidget)
    assert (tabs.body.shown, tabs.body.forgotten) == (["Karen Ulvdal"], 0)
    tabs.refresh(frozenset({"assessment"}))
    assert (tabs.body.shown, tabs.body.forgotten) == (["Karen Ulvdal"] * 2, 1)


def test_what_moved_while_another_tab_was_seen_is_read_when_she_comes_back(tabs, people):
    tabs.show_person(people[0], QWidget)
    tabs.choose("competence")
    body = tabs.body
    tabs.choose(OVERVIEW)
    tabs.refresh(frozenset({"assessment"}))
    tabs.show_person(people[1], QWidget)
    assert body.shown == ["Karen Ulvdal"]
    tabs.choose("competence")
    assert body.shown == ["Karen Ulvdal", "Rikke Solhøj"]


def test_a_tab_that_is_no_more_is_passed_over(tabs, people):
    tabs.show_person(people[0], QWidget)
    tabs.choose("leave")
    assert tabs.key == OVERVIEW


def test_the_overview_is_made_for_whoever_is_seen_there_only(tabs, people):
    made = []

    def overview():
        made.append(1)
        return QWidget()

    tabs.choose("competence")
    tabs.show_person(people[0], overview)
    tabs.show_person(people[1], overview)
    assert made == []
    tabs.choose(OVERVIEW)
    tabs.choose(OVERVIEW)
    assert made == [1]


# in the frame


@pytest.fixture
def page(place):
    return place.open("staff", place.services.staff.find("Karen Ulvdal").id)


def tab_button(page, text):
    return next(each for each in page.pane.tabs.bar.findChildren(QToolButton) if each.text() == text)


def test_ctrl_tab_goes_through_the_tabs_and_into_each(qtbot, place, page):
    seen = []
    for _ in range(3):
        qtbot.keyClick(place.room, K.Key_Tab, CTRL)
        seen.append(page.pane.tabs.key)
        assert page.pane.isAncestorOf(QApplication.focusWidget())
    assert seen == ["competence", "tasks", OVERVIEW]
    qtbot.keyClick(place.room, K.Key_Backtab, CTRL | SHIFT)
    assert page.pane.tabs.key == "tasks"


def test_arrows_go_from_tab_to_tab_and_clicks_choose_one(qtbot, page):
    qtbot.mouseClick(tab_button(page, "Opgaver"), Qt.MouseButton.LeftButton)
    assert page.pane.tabs.key == "tasks"
    qtbot.keyClick(page.pane.tabs.bar, K.Key_Left)
    assert page.pane.tabs.key == "competence"


def test_the_tab_is_kept_from_one_person_to_the_next_and_for_next_time(qtbot, page):
    page.pane.tabs.choose("competence")
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, K.Key_Down)
    assert page.pane.tabs.key == "competence"
    kept = page.place()
    page.pane.tabs.choose(OVERVIEW)
    page.go_to(kept)
    assert page.pane.tabs.key == "competence"


def test_f6_goes_from_the_list_into_the_tab_and_on(place, page):
    page.pane.tabs.choose("competence")
    page.list.table.setFocus()
    focus = [QApplication.focusWidget()]
    for _ in range(3):
        place.frame.next_pane()
        focus.append(QApplication.focusWidget())
    tab = page.pane.tabs.body
    assert focus[1] is tab.table
    assert focus[2] is tab.detail.wish
    assert not page.isAncestorOf(focus[3])


def test_beside_a_tab_the_list_is_narrow_and_gets_its_width_back(page):
    usual = page._split.sizes()
    page.pane.tabs.choose("competence")
    assert page._split.sizes()[0] < usual[0]
    assert page.list.table.isColumnHidden(1)
    page.pane.tabs.choose(OVERVIEW)
    assert page._split.sizes() == usual
    assert not page.list.table.isColumnHidden(1)


def test_only_one_button_is_the_primary_one(page):
    page.pane.tabs.choose("tasks")
    page.pane.tabs.body.ask_task()
    primary = [each for each in page.window().findChildren(QWidget) if each.property("kind") == "primary"]
    assert [each.text() for each in primary if each.isVisible()] == ["Opret opgave"]


def test_without_competences_and_tasks_there_are_no_tabs(open_place, demo_services):
    without = Services(demo_services.database, demo_services.clock, ("presence",))
    page = open_place(without).open("staff")
    assert page.pane.tabs.bar.isHidden()
    assert "Næste fane" not in {action.name for action in page.page_actions()}


def test_a_change_of_her_name_is_seen_in_every_tab(place, page):
    page.pane.tabs.choose("tasks")
    staff = place.services.staff
    karen = staff.find("Karen Ulvdal").id
    staff.change(karen, replace(staff.person(karen).facts, known_as="Kalle"))
    assert page.pane.tabs.body.new.text() == "Ny opgave til Kalle"


def test_next_time_both_widths_are_as_she_left_them(qtbot, place, page):
    page._split.setSizes([560, 600])
    usual = page._split.sizes()
    page.pane.tabs.choose("tasks")
    kept = page.place()
    again = place.frame._make("staff")
    again.load()
    again.go_to(kept)
    place.stack.addWidget(again)
    place.stack.setCurrentWidget(again)
    qtbot.waitUntil(again.isVisible)
    assert again.pane.tabs.key == "tasks"
    again.pane.tabs.choose(OVERVIEW)
    assert again._split.sizes() == usual
