from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from dagleder.base.text import danish_key
from dagleder.staff.drafts import EmployeeDraft, HoursDraft, NewEmployeeDraft
from dagleder.staff.patterns import Shift
from dagleder.staff.work_periods import work_periods
from ui.kit.line_input import Trouble
from ui.staff.work_head import EVEN_ODD, SAME, SEVERAL

EVEN_THURSDAY, ODD_FRIDAY = (0, 3), (1, 4)
JANUARY, MONDAY, APRIL = date(2026, 1, 5), date(2026, 3, 16), date(2026, 4, 1)


@pytest.fixture
def nanna(place):
    return place.services.staff.find("Nanna Granly").id


@pytest.fixture
def card(place, nanna):
    place.open("staff")
    return place.open("staff_edit", nanna).view.work


def person(place, name="Nanna Granly"):
    return place.services.staff.person(place.services.staff.find(name).id)


def pattern(place, day=MONDAY):
    """The pattern from which a change holds."""
    return person(place).employment.pattern_on(day)


def write(qtbot, field, text, end=Qt.Key.Key_Return):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, end)


def choose_day(qtbot, card, text):
    write(qtbot, card.head.day, text)


def test_a_day_is_saved_when_it_is_left_and_the_sums_follow(qtbot, place, card):
    cell = card.grid.cell((0, 0))
    write(qtbot, cell.end, "17", Qt.Key.Key_Tab)
    card.form.frame("hours").control.setFocus()
    qtbot.waitUntil(lambda: pattern(place).weeks[0][0] == Shift.between(510, 1020))
    assert cell.caption.text() == "8,5 timer"
    assert card.grid._sums[0]._hours.text() == "35,5"
    assert place.services.database.undo_name() == "Ret arbejdstid for Nanna"
    place.services.database.undo()
    assert cell.end.text() == "16.30"


@pytest.mark.parametrize(
    ("typed", "shift"),
    [("8-15.30", Shift.between(480, 930)), ("7,5 t", Shift(450)), ("fri", None)],
)
def test_a_whole_day_can_be_typed_in_one_field(qtbot, place, card, typed, shift):
    cell = card.grid.cell((0, 0))
    cell.end.clear()
    write(qtbot, cell.start, typed)
    assert pattern(place).weeks[0][0] == shift


@pytest.mark.parametrize("field", ["start", "end"])
def test_a_whole_day_may_be_typed_over_either_field(qtbot, place, card, field):
    cell = card.grid.cell((0, 0))
    write(qtbot, getattr(cell, field), "7-14.30", Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: cell.end.text() == "14.30")
    card.form.frame("hours").control.setFocus()
    qtbot.waitUntil(lambda: pattern(place).weeks[0][0] == Shift.between(420, 870))


def test_ctrl_d_is_the_same_for_the_rest_of_the_week(qtbot, place, card):
    cell = card.grid.cell((0, 1))
    cell.start.setFocus()
    cell.start.selectAll()
    qtbot.keyClicks(cell.start, "8-15")
    qtbot.keyClick(cell.start, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert pattern(place).weeks[0][1:5] == (Shift.between(480, 900),) * 4
    assert pattern(place).weeks[0][0] == Shift.between(510, 990)


def test_somebody_elses_times_are_had_by_name(place, card):
    place.services.staff.leave(place.services.staff.find("Amalie Tangvig").id, date(2026, 3, 1))
    card.same_as.fill()
    entries = {action.text().partition(":")[0]: action for action in card.same_as.menu().actions()}
    assert not {"Nanna Granly", "Amalie Tangvig"} & set(entries)
    assert list(entries) == sorted(entries, key=danish_key)
    entries["Karen Ulvdal"].trigger()
    assert pattern(place).weeks == pattern_of(place, "Karen Ulvdal").weeks
    assert place.services.database.undo_name() == "Ret arbejdstid for Nanna"


def pattern_of(place, name):
    return person(place, name).employment.pattern_on(date(2026, 3, 12))


def test_without_times_the_days_say_what_is_known_and_how_to_type_them(qtbot, new_place):
    staff = new_place.services.staff
    who = staff.add(NewEmployeeDraft(EmployeeDraft("Bo"), 35 * 60))
    new_place.open("staff")
    view = new_place.open("staff_edit", who).view
    card, cell = view.work, view.work.grid.cell((0, 0))
    assert (cell.off.text(), cell.caption.text()) == ("Tast tider", "7,0 timer")
    assert card.grid._sums[0]._hours.text() == "35,0"
    assert card.said.sentence.text.startswith("35 timer, uden mødetider: bemandingen regner dem mandag til fredag")
    assert any(label.text().startswith("Når der er mødetider") for label in view.panel.findChildren(QLabel))
    card.same_as.fill()
    assert [action.isEnabled() for action in card.same_as.menu().actions()] == [False]
    cell.off.setFocus()
    qtbot.keyClicks(cell.off, "7")
    qtbot.keyClicks(cell.start, "-14")
    qtbot.keyClick(cell.start, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert staff.person(who).pattern.weeks[0][:5] == (Shift.between(420, 840),) * 5
    assert card.grid.cell((0, 4)).caption.text() == "7,0 timer"


def test_without_hours_and_times_nothing_is_made_up(new_place):
    who = new_place.services.staff.add(NewEmployeeDraft(EmployeeDraft("Bo")))
    new_place.open("staff")
    card = new_place.open("staff_edit", who).view.work
    assert card.grid.cell((0, 0)).caption.text() == "ingen timer"
    assert card.grid._sums[0]._hours.text() == "–"
    assert card.said.sentence.text.startswith("Ingen timer og ingen mødetider.")


def test_every_day_that_is_wrong_is_told_and_each_is_mended_by_itself(qtbot, card):
    thursday, monday = card.grid.cell(EVEN_THURSDAY), card.grid.cell((1, 0))
    write(qtbot, thursday.end, "6.30")
    write(qtbot, monday.end, "5")
    shown = [line for line in card.problems.lines if line.isVisible()]
    assert [line.sentence.text.partition(" slutter")[0] for line in shown] == [
        "Torsdag i lige uger",
        "Mandag i ulige uger",
    ]
    shown[1].link_clicked.emit()
    assert monday.end.text() == "15.00"
    assert card.troubled() == [thursday.end]
    assert [line.isVisible() for line in card.problems.lines] == [True, False]


def test_a_day_off_is_typed_over(qtbot, place, card):
    cell = card.grid.cell(ODD_FRIDAY)
    assert cell.off.isVisible()
    cell.off.setFocus()
    qtbot.keyClicks(cell.off, "8")
    qtbot.keyClicks(cell.start, "-14")
    qtbot.keyClick(cell.start, Qt.Key.Key_Return)
    assert pattern(place).weeks[1][4] == Shift.between(480, 840)


def test_the_menu_of_a_day_has_what_can_be_typed(place, card):
    cell = card.grid.cell((0, 0))
    ways = {action.text(): action for action in cell.caption.menu().actions()}
    ways["Kun timer"].trigger()
    assert pattern(place).weeks[0][0] == Shift(480)
    ways["Fri"].trigger()
    assert pattern(place).weeks[0][0] is None
    ways["Fra–til"].trigger()
    assert cell.start.isVisible()
    card.grid.cell((0, 1)).caption.menu().actions()[4].trigger()
    assert pattern(place).weeks[0][1:5] == (Shift.between(420, 840),) * 4


def test_what_is_wrong_stands_at_the_day_and_the_suggestion_mends_it(qtbot, place, card):
    cell = card.grid.cell(EVEN_THURSDAY)
    write(qtbot, cell.end, "6.30")
    assert cell.caption.text() == "slut før start"
    assert card.grid._sums[0]._hours.text() == "28,0 + ?"
    (problem,) = card.problems.lines
    assert problem.sentence.text.startswith("Torsdag i lige uger slutter kl. 6.30, før den begynder kl. 9.30.")
    assert pattern(place).weeks[0][3] == Shift.between(570, 990)
    assert card.troubled() == [cell.end]
    problem.link_clicked.emit()
    assert cell.end.text() == "16.30"
    assert card.troubled() == []


def test_the_other_days_are_saved_though_one_is_wrong_and_it_stays_as_typed(qtbot, place, card):
    wrong = card.grid.cell(EVEN_THURSDAY)
    write(qtbot, wrong.end, "6.30")
    write(qtbot, card.grid.cell((0, 0)).end, "17")
    assert pattern(place).weeks[0][0] == Shift.between(510, 1020)
    assert pattern(place).weeks[0][3] == Shift.between(570, 990)
    assert wrong.end.text() == "6.30"
    qtbot.keyClick(wrong.end, Qt.Key.Key_Escape)
    assert wrong.end.text() == "16.30"


def test_another_day_from_which_it_holds_makes_a_new_period_and_the_old_one_stays(qtbot, place, card):
    before = pattern(place)
    choose_day(qtbot, card, "1/4")
    assert card.head.day.text() == "01-04-2026"
    assert card.said.sentence.text.startswith("Ny periode: ret det, der bliver anderledes. Til og med 31. marts 2026")
    assert len(person(place).employment.patterns) == 2
    write(qtbot, card.grid.cell((0, 0)).end, "15")
    assert pattern(place) == before
    assert pattern(place, APRIL).weeks[0][0] == Shift.between(510, 900)
    assert pattern(place, APRIL).valid_from == APRIL


def test_hours_hold_from_the_period_that_is_shown(qtbot, place, card):
    choose_day(qtbot, card, "1/4 2026")
    write(qtbot, card.form.frame("hours").control, "35")
    periods = work_periods(person(place).employment)
    assert [(period.first, period.minutes) for period in periods][-2:] == [(JANUARY, 32 * 60), (APRIL, 35 * 60)]


def test_a_day_outside_the_employment_is_refused_with_the_first_day(qtbot, card):
    choose_day(qtbot, card, "1/1 2020")
    assert card.said.sentence.text == "Ansættelsen begynder 1. juni 2024. Mente du 01-06-2024?"
    assert card.troubled() == [card.head.day]
    card.said.link_clicked.emit()
    assert card.choice.period.first == date(2024, 6, 1)
    assert card.troubled() == []


def test_a_change_holds_from_monday_and_can_hold_from_before(qtbot, place, card):
    before = pattern(place)
    write(qtbot, card.grid.cell((0, 0)).end, "17")
    assert card.head.day.text() == "16-03-2026"
    assert card.said.sentence.text == (
        "Ændringen gælder fra mandag 16. marts 2026, og til da er alt som før. Skal den gælde fra 5. januar 2026?"
    )
    assert pattern(place, date(2026, 3, 12)) == before
    write(qtbot, card.grid.cell((0, 1)).end, "17")
    card.said.link_clicked.emit()
    assert [p.valid_from for p in person(place).employment.patterns][-1] == JANUARY
    assert pattern(place, JANUARY).weeks[0][0] == Shift.between(510, 1020)
    write(qtbot, card.grid.cell((0, 0)).end, "16.30")
    assert pattern(place, JANUARY).weeks[0][0] == before.weeks[0][0]


def test_what_was_changed_back_in_time_can_hold_from_next_monday_instead(qtbot, place, card):
    before = pattern(place)
    card.show_period(JANUARY)
    write(qtbot, card.grid.cell((0, 0)).end, "17")
    assert card.said.sentence.text == (
        "Ændringen gælder fra 5. januar 2026. Skal den først gælde fra mandag 16. marts 2026?"
    )
    card.said.link_clicked.emit()
    assert pattern(place, date(2026, 3, 12)).weeks == before.weeks
    assert pattern(place).weeks[0][0] == Shift.between(510, 1020)
    assert card.choice.period.first == MONDAY
    place.messages.choose("Fortryd")
    assert pattern(place).valid_from == JANUARY


def test_undoing_a_change_shows_the_period_that_was_changed(qtbot, place, card):
    write(qtbot, card.form.frame("hours").control, "30")
    assert (person(place).minutes, card.choice.period.first) == (32 * 60, MONDAY)
    card.said.link_clicked.emit()
    assert person(place).minutes == 30 * 60
    place.services.database.undo()
    place.services.database.undo()
    assert card.form.frame("hours").text == "32"
    assert card.head.day.text() == "05-01-2026"


def test_earlier_periods_can_be_shown_and_taken_away(place, card):
    panel = card.window().findChild(type(card.parent().parent())) or card
    assert panel is not None
    first = card.choice.others[-1]
    card.show_period(first.first)
    assert card.head.rhythm.key == SAME
    assert card.form.frame("hours").text == "30"
    card.show_period(JANUARY)
    card.remove(card.choice.others[0])
    assert place.messages.told == ["Perioden er fjernet"]
    assert [p.first for p in work_periods(person(place).employment)] == [date(2024, 6, 1), JANUARY]


def test_where_nothing_is_to_be_said_no_sign_stands(place):
    card = place.open("staff_edit", place.services.staff.find("Karen Ulvdal").id).view.work
    assert (card.said.sentence.text, card.said.sentence.icon) == ("", "")


def test_a_week_53_turns_even_and_odd_round_unless_she_says_otherwise(place, card):
    assert card.said.sentence.link == "Lad lige uger blive lige"
    even = pattern(place).weeks[0]
    card.said.link_clicked.emit()
    after = pattern(place, date(2027, 1, 11))
    assert after.valid_from == date(2027, 1, 4)
    assert after.shift_on(date(2027, 1, 11)) == even[0]  # week 2


def test_one_week_can_be_made_of_two_and_two_again(qtbot, place, card):
    weeks = pattern(place).weeks
    card.head.rhythm_chosen.emit(SAME)
    assert pattern(place).weeks == weeks[:1]
    card.head.rhythm_chosen.emit(EVEN_ODD)
    assert pattern(place).weeks == weeks
    write(qtbot, card.grid.cell((0, 0)).end, "17")
    card.head.rhythm_chosen.emit(SEVERAL)
    assert len(pattern(place).weeks) == 3


def test_a_rotation_of_several_weeks_begins_a_monday(qtbot, place, card):
    card.head.rhythm_chosen.emit(SEVERAL)
    anchor = card.form.frame("anchor")
    write(qtbot, anchor.control, "7/1 2026")
    assert anchor.sentence == "Rotationen begynder en mandag. Mente du 05-01-2026?"
    write(qtbot, anchor.control, "12/1 2026")
    assert pattern(place).anchor == date(2026, 1, 12)
    weeks = card.form.frame("weeks").control
    weeks.show_raw(4)
    weeks.left.emit()
    assert len(pattern(place).weeks) == 4


def test_saturday_and_sunday_can_be_worked(qtbot, place, card):
    card.grid.cell((0, 0)).weekend_wanted.emit()
    saturday = card.grid.cell((0, 5))
    saturday.off.setFocus()
    qtbot.keyClicks(saturday.off, "9")
    qtbot.keyClicks(saturday.start, "-12")
    qtbot.keyClick(saturday.start, Qt.Key.Key_Return)
    assert pattern(place).weeks[0][5] == Shift.between(540, 720)


def test_somebody_without_times_is_told_what_is_reckoned_with(qtbot, place):
    card = place.open("staff_edit", place.services.staff.find("Lone Almgård").id).view.work
    assert card.said.sentence.text.startswith("37 timer, uden mødetider: bemandingen regner dem mandag til fredag")
    monday = card.grid.cell((0, 0))
    monday.off.setFocus()
    qtbot.keyClicks(monday.off, "8")
    qtbot.keyClicks(monday.start, "-15")
    qtbot.keyClick(monday.start, Qt.Key.Key_Return)
    (stored,) = person(place, "Lone Almgård").employment.patterns
    assert stored.weeks[0][0] == Shift.between(480, 900)


def test_the_payroll_number_stands_with_the_hours(qtbot, place, card):
    frame = card.form.frame("number")
    write(qtbot, frame.control, "4111")
    assert frame.sentence == "Nummer 4111 er Karen Ulvdal."
    write(qtbot, frame.control, "9000")
    assert person(place).facts.number == "9000"


def test_odd_hours_are_kept_and_doubted(qtbot, place, nanna, card):
    card.show_period(JANUARY)
    hours = card.form.frame("hours")
    write(qtbot, hours.control, "40")
    assert person(place).minutes == 40 * 60
    assert hours.sentence == "40 timer om ugen er mere end fuld tid, 37. De bruges, som de står."
    assert hours.trouble is Trouble.DOUBT
    place.services.staff.set_hours(nanna, HoursDraft(32 * 60, JANUARY))
    assert hours.text == "32"
