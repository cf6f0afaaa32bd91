from datetime import date

import pytest
from PySide6.QtCore import QDate, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QTableView, QToolButton

from ui.kit.choice_inputs import ChoiceInput, RadioInput
from ui.kit.date_input import DateInput
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.stepper import Stepper
from ui.kit.value_input import ValueInput

TODAY = date(2026, 3, 12)
PLACES = (Option(1, "Nej, i personalerummet", "Navne og ferie."), Option(2, "Ja"))


@pytest.fixture
def field(qtbot, theme):
    field = DateInput(theme, lambda: TODAY)
    qtbot.addWidget(field)
    with qtbot.waitExposed(field):
        field.show()
    yield field
    if field.popup:
        field.popup.close()


def open_calendar(qtbot, field):
    qtbot.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert field.popup is not None
    return field.popup.calendar.findChild(QTableView)


def test_the_calendar_opens_at_the_day_typed(qtbot, field):
    field.setText("1/9 18")
    open_calendar(qtbot, field)
    assert field.popup.calendar.selectedDate() == QDate(2018, 9, 1)


def test_the_calendar_opens_at_today_when_nothing_can_be_read(qtbot, field):
    field.setText("snart")
    open_calendar(qtbot, field)
    assert field.popup.calendar.selectedDate() == QDate(2026, 3, 12)


def test_a_day_is_picked_with_arrows_and_enter(qtbot, field):
    view = open_calendar(qtbot, field)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(field.left):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert field.text() == "13-03-2026"
    assert not field.popup.isVisible()


def test_escape_closes_the_calendar_and_changes_nothing(qtbot, field):
    view = open_calendar(qtbot, field)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert (field.text(), field.popup.isVisible()) == ("", False)


def test_the_calendar_is_danish_and_speaks_its_day(qtbot, field):
    view = open_calendar(qtbot, field)
    calendar = field.popup.calendar
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.locale().monthName(3) == "marts"
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert calendar.accessibleDescription() == "torsdag 19. marts 2026"
    assert calendar.findChild(QToolButton, "qt_calendar_nextmonth").accessibleName() == "Næste måned"


def test_the_wheel_never_changes_a_choice_by_accident(qtbot):
    box = ChoiceInput(PLACES)
    qtbot.addWidget(box)
    box.show_raw(1)
    turn = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box, turn)
    assert box.raw() == 1


@pytest.mark.parametrize("make", [ChoiceInput, RadioInput])
def test_a_choice_may_be_open_and_forgets_what_is_not_offered(qtbot, make):
    box = make(PLACES)
    qtbot.addWidget(box)
    assert box.raw() is None
    box.show_raw(2)
    assert box.raw() == 2
    box.show_raw("ukendt")
    assert box.raw() is None


def test_radio_options_tell_what_they_mean(qtbot):
    box = RadioInput(PLACES)
    qtbot.addWidget(box)
    buttons = box._group.buttons()
    assert buttons[0].accessibleDescription() == "Navne og ferie."
    with qtbot.waitSignal(box.left):
        buttons[1].click()
    assert box.raw() == 2


@pytest.fixture
def three(qtbot, theme):
    """A stepper that says 3, in a window with the keyboard."""
    stepper = Stepper(theme, 0, 99)
    stepper.set_value(3)
    qtbot.addWidget(stepper)
    stepper.show()
    with qtbot.waitActive(stepper):
        stepper.activateWindow()
    return stepper


def test_what_is_typed_replaces_the_number_of_a_stepper_reached_by_keyboard(qtbot, three):
    three.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.wait(1)
    qtbot.keyClicks(three._number, "4")
    qtbot.keyClick(three._number, Qt.Key.Key_Return)
    qtbot.keyClicks(three._number, "5")  # it stays whole after Enter
    qtbot.keyClick(three._number, Qt.Key.Key_Return)
    assert three.value() == 5


def test_what_is_typed_replaces_the_number_of_a_stepper_that_was_clicked(qtbot, three):
    qtbot.mouseClick(three._number.lineEdit(), Qt.MouseButton.LeftButton)
    qtbot.wait(1)
    three.set_value(7)  # told anew while she stands in it
    qtbot.mouseClick(three._more, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(three._number, "4")
    qtbot.keyClick(three._number, Qt.Key.Key_Return)
    assert three.value() == 4


@pytest.mark.parametrize(
    ("typed", "stands", "said"), [("100", "100", ["Skriv et antal mellem 0 og 99."]), ("", "3", [])]
)
def test_a_stepper_refuses_what_cannot_be_and_lets_it_stand(qtbot, three, typed, stands, said):
    told: list[object] = []
    three.refused.connect(told.append)
    three.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.wait(1)
    qtbot.keyClick(three._number, Qt.Key.Key_Delete)
    qtbot.keyClicks(three._number, typed)
    qtbot.keyClick(three._number, Qt.Key.Key_Return)
    assert (three.value(), three._number.text(), told) == (3, stands, said)
    qtbot.keyClicks(three._number, "3")
    qtbot.keyClick(three._number, Qt.Key.Key_Return)
    assert (three.raw(), bool(three.property("problem")), told) == (3, False, said)


def test_a_stepper_takes_no_letters(qtbot, three):
    three.setFocus(Qt.FocusReason.OtherFocusReason)
    qtbot.wait(1)
    qtbot.keyClicks(three._number, "a8")
    qtbot.keyClick(three._number, Qt.Key.Key_Return)
    assert three.value() == 8


def test_a_stepper_stays_within_its_bounds(qtbot, theme):
    stepper = Stepper(theme, 0, 2)
    stepper.setAccessibleName("Mindst, åbning")
    qtbot.addWidget(stepper)
    told: list[int] = []
    stepper.changed.connect(told.append)
    for _ in range(4):
        qtbot.mouseClick(stepper._more, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(stepper._less, Qt.MouseButton.LeftButton)
    assert told == [1, 2, 1]
    assert stepper._less.accessibleName() == "Mindst, åbning: mindre"
    stepper.set_value(2)
    assert (stepper.value(), told) == (2, [1, 2, 1])


@pytest.fixture
def clock_time(qtbot, theme):
    field = ValueInput(theme, Field("to", "Torsdag, til", FieldKind.CLOCK), lambda: TODAY)
    qtbot.addWidget(field)
    field.show_value(570)
    with qtbot.waitExposed(field):
        field.show()
    field.setFocus()
    return field


def test_a_value_is_taken_when_it_is_left_and_only_when_it_is_new(qtbot, clock_time):
    told: list[object] = []
    clock_time.taken.connect(told.append)
    for text in ("1630", "16.30", ""):
        clock_time.selectAll()
        qtbot.keyClicks(clock_time, text) if text else qtbot.keyClick(clock_time, Qt.Key.Key_Delete)
        qtbot.keyClick(clock_time, Qt.Key.Key_Return)
    assert told == [990, None]


def test_a_value_that_cannot_be_read_stays_with_a_red_edge_until_escape(qtbot, clock_time):
    clock_time.selectAll()
    qtbot.keyClicks(clock_time, "25")
    with qtbot.waitSignal(clock_time.refused):
        qtbot.keyClick(clock_time, Qt.Key.Key_Return)
    assert (clock_time.text(), clock_time.property("problem"), clock_time.value) == ("25", True, 570)
    assert clock_time.accessibleDescription() == clock_time.problem.sentence
    qtbot.keyClick(clock_time, Qt.Key.Key_Escape)
    assert (clock_time.text(), clock_time.problem) == ("9.30", None)


@pytest.mark.parametrize(
    ("at", "key", "then"),
    [
        (570, Qt.Key.Key_Up, 585),
        (570, Qt.Key.Key_Down, 555),
        (572, Qt.Key.Key_Up, 585),
        (572, Qt.Key.Key_Down, 570),
        (0, Qt.Key.Key_Down, 0),
        (1440, Qt.Key.Key_Up, 1440),
    ],
)
def test_arrows_go_a_quarter_of_an_hour(qtbot, clock_time, at, key, then):
    clock_time.show_value(at)
    qtbot.keyClick(clock_time, key)
    assert clock_time.value == then
