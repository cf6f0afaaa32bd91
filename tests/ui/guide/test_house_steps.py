"""Staff typed or read in, stuer and minimum, lukkedage and meetings: on an open house, by mouse and keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dagleder.guide.steps import Step
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place
from tests.story.lists import OWN_LIST
from tests.ui.guide.conftest import focused
from ui.guide.welcome_step import Way
from ui.kit.date_input import DateInput

ANNE = ("Anne Sofie Holm", "pæd.", "37", "Mariehønen")
BO = ("Bo Skov", "PAU", "32,5", "mariehønen")


def test_enter_saves_the_line_and_gives_the_next(guided):
    guided.to_staff()
    guided.type_line(*ANNE)
    guided.type_line(*BO)
    rows = [(row.name, row.role, row.minutes, row.team) for row in guided.services.staff.staff_list()]
    assert rows == [
        ("Anne Sofie Holm", "P", 37 * 60, "Mariehønen"),
        ("Bo Skov", "PA", 32 * 60 + 30, "Mariehønen"),
    ]
    assert [team.name for team in guided.services.settings.open_teams()] == ["Mariehønen"]
    assert QApplication.focusWidget() is guided.step.typing.lines[-1].field("name")
    assert guided.step.typing.lines[-1].empty


@pytest.mark.parametrize(
    ("line", "key", "words"),
    [
        (("", "pæd.", "37", "Egernet"), "name", "Skriv et navn."),
        (("Anne Holm", "gartner", "37", "Egernet"), "role", "Stillingen kendes ikke"),
        (("Anne Holm", "pæd.", "mange", "Egernet"), "hours", "timer"),
        (("Anne 010203-1234", "pæd.", "37", "Egernet"), "name", "CPR"),
    ],
)
def test_a_line_that_cannot_be_kept_says_why_and_makes_nobody(guided, line, key, words):
    guided.to_staff()
    guided.type_line(*line)
    frame = guided.step.typing.lines[0].form.frame(key)
    assert words in frame.sentence
    assert guided.services.staff.staff_list() == []
    assert guided.services.settings.open_teams() == ()


def test_going_on_keeps_the_half_typed_line_or_stays_at_it(guided):
    guided.to_staff()
    QTest.keyClicks(guided.step.typing.lines[0].field("hours"), "37")
    guided.on()
    assert guided.at(Step.STAFF)
    QTest.keyClicks(guided.step.typing.lines[0].field("name"), "Anne Holm")
    guided.on()
    assert guided.at(Step.TEAMS)
    assert [row.name for row in guided.services.staff.staff_list()] == ["Anne Holm"]


def test_a_person_in_the_list_is_changed_where_she_stands(guided):
    guided.to_staff()
    guided.type_line(*ANNE)
    line = guided.step.typing.lines[0]
    for key, text in (("name", "Anna Holm"), ("role", "medhj."), ("hours", "30"), ("team", "Egernet")):
        line.field(key).setFocus()
        line.field(key).clear()
        QTest.keyClicks(line.field(key), text)
        QTest.keyClick(line.field(key), Qt.Key.Key_Tab)
    (row,) = guided.services.staff.staff_list()
    assert (row.name, row.role, row.minutes, row.team) == ("Anna Holm", "PM", 30 * 60, "Egernet")


def test_the_arrows_move_between_the_lines(guided):
    guided.to_staff()
    guided.type_line(*ANNE)
    QTest.keyClick(focused(), Qt.Key.Key_Up)
    assert QApplication.focusWidget() is guided.step.typing.lines[0].field("name")


def test_undo_takes_a_typed_person_out_of_the_list_again(guided):
    guided.to_staff()
    guided.type_line(*ANNE)
    guided.program.frame.undo()
    guided.wait()
    assert guided.services.staff.staff_list() == []
    assert [line.employee_id for line in guided.step.typing.lines] == [None]


def test_a_list_is_read_in_and_one_undo_takes_it_back(guided):
    guided.to_staff(way=Way.IMPORT)
    guided.step.reading.open_file(OWN_LIST)
    guided.wait(lambda: guided.step.reading.showing_list)
    assert not guided.guide.foot.isVisible()
    guided.step.reading.list.taken.emit(frozenset())
    guided.wait(lambda: not guided.step.reading.showing_list)
    assert len(guided.services.staff.staff_list()) == 23
    assert guided.guide.foot.isVisible()
    names = [line.field("name").text() for line in guided.step.typing.lines]
    assert guided.step.typing.isVisible()
    assert len(names) == 24, "everybody who was read in, and an empty line"
    assert QApplication.focusWidget() is guided.step.typing.lines[0].field("name")
    guided.program.frame.undo()
    guided.wait()
    assert guided.services.staff.staff_list() == []


def test_the_proposed_minimum_is_kept_when_she_goes_on(guided):
    guided.to_teams(ANNE, BO)
    assert guided.guide.next_button.text() == "Brug tallene, og gå videre"
    guided.on()
    (team,) = guided.services.settings.open_teams()
    rows = {(row.place, row.weekday): row.need.minimum for row in guided.services.settings.need_rows()}
    assert rows == {(Place(team_id=team.id), day): 1 for day in range(5)}
    assert guided.history()[0].lower().find("bemanding") >= 0 or "minimum" in guided.history()[0].lower()
    assert guided.at(Step.COMPETENCES)


def test_another_number_is_kept_and_a_place_without_a_tick_is_left_out(guided):
    guided.to_teams(ANNE, ("Bo Skov", "PAU", "32", "Egernet"))
    first, second = guided.step.minimum.lines
    next(iter(first.steppers.values())).set_value(2)
    second.tick.click()
    guided.on()
    needs = {row.place: row.need for row in guided.services.settings.need_rows()}
    assert list(needs) == [first.line.place]
    assert needs[first.line.place].minimum == 2


def test_a_minimum_of_100_is_refused_and_another_number_is_taken(guided):
    guided.to_teams(ANNE)
    QTest.keyClicks(focused(), "100")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert guided.step.minimum._said.sentence.full == "Skriv et antal mellem 0 og 99."
    QTest.keyClicks(focused(), "4")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert guided.step.minimum._said.isHidden()
    assert [draft.need.minimum for draft in guided.step.minimum.drafts()] == [4]


def test_numbers_that_are_kept_are_shown_again_as_her_own(guided):
    guided.to_teams(ANNE)
    guided.on()
    guided.press(guided.guide.back_button)
    (line,) = guided.step.minimum.lines
    assert line.line.own
    assert guided.guide.next_button.text() == "Videre"


def test_the_rhythm_is_laid_without_what_she_left_out(guided):
    guided.to_calendar(ANNE)
    lines = {line.group.name: line for line in guided.step.rhythm.lines}
    lines["P-møde"].tick.click()
    board = lines["Forældrebestyrelsesmøde"]
    board.unfold.click()
    board.dates[0].click()
    assert board.tick.checkState() == Qt.CheckState.PartiallyChecked
    guided.on()
    guided.wait(guided.pages_stand)
    laid = [meeting.kind.name for meeting in guided.services.meetings.meetings()]
    assert "P-møde" not in laid
    assert laid.count("Forældrebestyrelsesmøde") == len(board.group.meetings) - 1
    assert "Personalemøde" in laid


def test_the_last_step_lays_lukkedage_first_and_each_is_one_undo(guided):
    guided.to_calendar(ANNE)
    guided.on()
    guided.wait(guided.pages_stand)
    assert guided.services.guide.progress().finished
    day = next(m for m in guided.services.meetings.meetings() if m.kind.name == "Pædagogisk dag")
    assert day.state == "planned"
    guided.program.frame.undo()
    assert guided.services.meetings.meetings() == ()
    guided.program.frame.undo()
    assert guided.services.settings.closing_periods(2026) == []


def test_her_own_lukkedage_are_typed_among_the_proposed(guided):
    guided.to_calendar(ANNE)
    own = guided.step.own
    guided.press(own.add_button)
    for key, text in (("first", "31-02-2026"), ("last", "14-08-2026"), ("name", "Rengøring")):
        own.panel.form.frame(key).control.setText(text)
    guided.on()
    assert guided.at(Step.CALENDAR)
    assert "har kun 28 dage" in own.panel.form.frame("first").sentence
    own.panel.form.frame("first").control.setText("13-08-2026")
    guided.press(own.panel.confirm)
    assert [(p.name, len(p.days)) for p in guided.services.settings.closing_periods(2026)] == [("Rengøring", 2)]
    assert [row.form.values()["name"] for row in own.periods.rows.values()] == ["Rengøring"]
    guided.press(next(iter(own.periods.rows.values())).remove)
    assert guided.services.settings.closing_periods(2026) == []


def test_lukkedage_that_are_typed_and_not_confirmed_are_laid_when_she_goes_on(guided):
    guided.to_calendar(ANNE)
    guided.press(guided.step.own.add_button)
    guided.step.own.panel.form.frame("first").control.setText("14-08-2026")
    guided.step.own.panel.form.frame("last").control.setText("14-08-2026")
    guided.on()
    guided.wait(guided.pages_stand)
    assert "Lukkedag" in [period.name for period in guided.services.settings.closing_periods(2026)]


def test_what_is_missing_in_a_passed_step_is_said_and_led_to(guided):
    guided.to_staff()
    button = guided.guide.list.buttons[Step.SECURITY - 1]
    assert button.left_behind.text() == "1 mangler"
    assert "Kommunens ja" in button.accessibleName()
    assert guided.guide._missing.isHidden(), "of the step in front nothing was left behind"
    guided.press(button)
    bar = guided.guide._missing.bar
    assert "Kommunens ja" in bar.note.text
    bar.note.choices[0].run()
    permission = guided.step.permission.control
    assert isinstance(permission, DateInput)
    assert focused() is permission
    permission.show_raw("01-03-2026")
    permission.left.emit()
    assert guided.guide._missing.isHidden()
    assert not button.left_behind.isVisible()


def test_the_competences_ticked_are_in_use_when_she_goes_on_with_her_own_numbers(guided):
    guided.to_teams(ANNE, BO)
    guided.on()
    assert guided.at(Step.COMPETENCES)
    first, second, *rest = guided.step.list.lines
    first.tick.click()
    second.stepper.set_value(1)
    assert guided.guide.next_button.text() == "Brug 14 kompetencer, og gå videre"
    guided.on()
    facts = guided.services.competence.facts()
    assert {each.id for each in facts.in_use()} == {line.proposed.competence.id for line in (second, *rest)}
    assert facts.wanted[second.proposed.competence.id, HOUSE] == 1
    assert second.stepper.accessibleName().startswith("Hvor mange med ")
    guided.press(guided.guide.back_button)
    assert guided.guide.next_button.text() == "Videre", "they are chosen, and not proposed again"


def test_competences_left_out_and_not_said_yes_to_are_left_out_when_she_comes_back(guided):
    guided.to_teams(ANNE)
    guided.on()
    guided.step.list.lines[0].tick.click()
    guided.step.list.lines[1].stepper.changed.emit(1)
    guided.press(guided.guide.back_button)
    guided.on()
    assert [line.tick.isChecked() for line in guided.step.list.lines] == [False] + [True] * 14
