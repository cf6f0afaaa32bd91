"""Mødetider typed for the first time: nothing typed goes, and what is not typed is never made a day off."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dagleder.staff.drafts import EmployeeDraft, HoursDraft, NewEmployeeDraft
from dagleder.staff.patterns import Shift
from ui.staff.work_head import EVEN_ODD

MONDAY, OTHER_MONDAY = (0, 0), (1, 0)  # of the odd week that is now, and the even one


@pytest.fixture
def ivan(new_place):
    return new_place.services.staff.add(NewEmployeeDraft(EmployeeDraft("Ivan"), 35 * 60))


@pytest.fixture
def card(new_place, ivan):
    new_place.open("staff")
    return new_place.open("staff_edit", ivan).view.work


def weeks(place, who):
    return place.services.staff.person(who).pattern.weeks


def sums(card):
    return [each._hours.text() for each in card.grid._sums.values()]


def begin(card, place):
    QTest.mouseClick(card.grid.cell(place).off, Qt.MouseButton.LeftButton)


def copy(field):
    QTest.keyClick(field, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)


def test_times_typed_after_an_opened_day_stay_with_ctrl_d(new_place, ivan, card):
    begin(card, MONDAY)
    card.head.rhythm_chosen.emit(EVEN_ODD)
    assert card.troubled() == []
    assert sums(card) == ["35,0", "35,0"]
    begin(card, OTHER_MONDAY)
    begin(card, MONDAY)
    cell = card.grid.cell(MONDAY)
    QTest.keyClicks(cell.start, "6.30-13.30")
    QTest.keyClick(cell.start, Qt.Key.Key_Tab)
    copy(cell.end)
    assert (cell.start.text(), cell.end.text()) == ("6.30", "13.30")
    assert weeks(new_place, ivan)[0][:5] == (Shift.between(390, 810),) * 5


def test_a_week_that_is_not_typed_stays_hours_without_times(new_place, ivan, card):
    card.head.rhythm_chosen.emit(EVEN_ODD)
    begin(card, MONDAY)
    cell = card.grid.cell(MONDAY)
    QTest.keyClicks(cell.start, "6.30-13")
    QTest.keyClick(cell.start, Qt.Key.Key_Return)
    assert sums(card) == ["35,0", "34,5"]
    copy(cell.start)
    assert sums(card) == ["35,0", "32,5"]
    assert weeks(new_place, ivan)[1][:5] == (Shift(420),) * 5
    assert card.grid.cell(OTHER_MONDAY).caption.text() == "7,0 timer"


def test_the_right_days_are_kept_beside_a_wrong_one(new_place, ivan, card):
    begin(card, MONDAY)
    cell = card.grid.cell(MONDAY)
    QTest.keyClicks(cell.start, "7-6")
    QTest.keyClick(cell.start, Qt.Key.Key_Return)
    begin(card, (0, 1))
    tuesday = card.grid.cell((0, 1))
    QTest.keyClicks(tuesday.start, "7-14")
    copy(tuesday.start)
    assert cell.end.text() == "6"
    assert weeks(new_place, ivan)[0][:5] == (Shift(420), *(Shift.between(420, 840),) * 4)
    assert sums(card) == ["28,0 + ?"]


def test_what_is_being_typed_outlives_a_change_of_something_else(new_place, ivan, card):
    begin(card, MONDAY)
    cell = card.grid.cell(MONDAY)
    QTest.keyClicks(cell.start, "6.30")
    QTest.keyClick(cell.start, Qt.Key.Key_Tab)
    QTest.keyClicks(cell.end, "13")
    new_place.services.staff.set_hours(ivan, HoursDraft(30 * 60, None))
    assert (cell.start.text(), cell.end.text()) == ("6.30", "13")
    assert card.grid.cell((0, 1)).caption.text() == "6,0 timer"


def test_a_day_off_is_chosen_and_the_keyboard_stays_in_the_day(new_place, ivan, card):
    friday = card.grid.cell((0, 4))
    friday.caption.menu().actions()[2].trigger()
    assert weeks(new_place, ivan)[0][3:5] == (Shift(420), None)
    assert friday.off.text() == "Fri"
    assert card.grid.cell((0, 3)).hours.text() == "7"


def test_first_times_hold_from_the_first_day_of_work_and_that_is_said(place):
    staff = place.services.staff
    lone = staff.find("Lone Almgård").id
    card = place.open("staff_edit", lone).view.work
    begin(card, MONDAY)
    QTest.keyClicks(card.grid.cell(MONDAY).start, "8-15")
    copy(card.grid.cell(MONDAY).start)
    start = staff.person(lone).facts.start
    assert [pattern.valid_from for pattern in staff.person(lone).employment.patterns] == [start]
    assert card.said.sentence.text.endswith("Skal de først gælde fra mandag 16. marts 2026?")
    card.said.link_clicked.emit()
    (held,) = staff.person(lone).employment.patterns
    assert held.valid_from == date(2026, 3, 16)
    assert held.weeks[0][:5] == (Shift.between(480, 900),) * 5


def test_times_filled_in_later_hold_as_the_hours_did(new_place, ivan, card):
    friday = card.grid.cell((0, 4))
    friday.caption.menu().actions()[2].trigger()
    new_place.open("staff")
    card = new_place.open("staff_edit", ivan).view.work
    hours = card.grid.cell(MONDAY).hours
    hours.setFocus()
    hours.selectAll()
    QTest.keyClicks(hours, "7-14")
    QTest.keyClick(hours, Qt.Key.Key_Return)
    (held,) = new_place.services.staff.person(ivan).employment.patterns
    assert held.weeks[0][0] == Shift.between(420, 840)


def test_a_week_left_without_times_is_told(new_place, card, ivan):
    new_place.services.staff.set_hours(ivan, HoursDraft(None, None))
    card.head.rhythm_chosen.emit(EVEN_ODD)
    begin(card, MONDAY)
    QTest.keyClicks(card.grid.cell(MONDAY).start, "7-14")
    QTest.keyClick(card.grid.cell(MONDAY).start, Qt.Key.Key_Return)
    assert card.said.sentence.text == "Lige uger mangler mødetider og regnes som fri."
