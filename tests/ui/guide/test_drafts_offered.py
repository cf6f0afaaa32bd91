"""Text in the making is offered back after a crash: 'Vis' opens its form, with the text in its field."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dagleder import app
from dagleder.guide.steps import Step
from tests.ui.guide.conftest import focused, focused_text


@dataclass
class Crashed:
    """The demo house, left in the middle of a text."""

    path: object
    employee: int
    meeting: int


@pytest.fixture
def crashed(tmp_path, clock):
    path = tmp_path / "Solsikken.dagleder"
    services = app.create_demo_house(path, secret=None, clock=clock)
    assert services.meetings is not None
    employee, meeting = services.staff.staff_list()[3].id, services.meetings.meetings()[5].id
    services.close()
    return Crashed(path, employee, meeting)


def leave_draft(crashed, clock, *places):
    services = app.open_house(crashed.path, None, clock)
    for place in places:
        services.database.keep_draft(place, "Halvt skrevet")
    services.close()


def press(guided, text):
    bar = guided.program.messages._bars["drafts"]
    next(choice for choice in bar.note.choices if choice.text == text).run()
    guided.wait()


@pytest.mark.parametrize(
    ("place", "feature"),
    [
        ("staff/{0.employee}/notes", "staff_edit"),
        ("staff/{0.employee}/last_name", "staff_edit"),
        ("staff/0/first_name", "staff_edit"),
        ("meetings/{0.meeting}/note", "meetings"),
        ("meetings/{0.meeting}/title", "meetings"),
    ],
)
def test_the_form_is_opened_with_the_text_and_the_keyboard_in_its_field(start, crashed, clock, qtbot, place, feature):
    leave_draft(crashed, clock, place.format(crashed))
    again = start(crashed.path)
    again.wait(again.pages_stand)
    with qtbot.waitActive(again.program.window):
        again.program.window.activateWindow()
    press(again, "Vis")
    assert again.program.frame.stack.page.feature == feature
    assert focused_text() == "Halvt skrevet"
    again.program.frame.context.drafts.keep_now()
    field = focused()
    QTest.keyClick(field, Qt.Key.Key_Tab)
    field.clearFocus()
    assert again.services.database.drafts() == {}, "saved when it was left"


def test_texts_of_two_records_are_offered_one_after_the_other(start, crashed, clock):
    places = (f"meetings/{crashed.meeting}/note", f"staff/{crashed.employee}/notes", "staff/9999/notes")
    leave_draft(crashed, clock, *places)
    again = start(crashed.path)
    again.wait(again.pages_stand)
    assert "3 tekster" in again.program.messages._bars["drafts"].note.lead
    press(again, "Vis")
    assert again.program.frame.stack.page.feature == "meetings"
    press(again, "Vis")
    assert again.program.frame.stack.page.feature == "staff_edit"
    press(again, "Vis")  # somebody who is no longer there
    assert "staff/9999/notes" not in again.services.database.drafts()
    assert "drafts" not in again.program.messages._bars


def test_a_half_typed_line_of_the_guide_is_there_again(start, tmp_path, clock, qtbot):
    path = tmp_path / "Lille hus.dagleder"
    services = app.create_house(path, name="Lille hus", secret=None, clock=clock)
    assert services.guide is not None
    services.guide.reach(Step.TEAMS)  # she went back from there
    services.database.keep_draft("guide/4/0/name", "Anne Ho")
    services.close()
    again = start(path)
    again.wait(again.pages_stand)
    with qtbot.waitActive(again.program.window):
        again.program.window.activateWindow()
    press(again, "Vis")
    assert again.at(Step.STAFF)
    assert focused_text() == "Anne Ho"
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert [row.name for row in again.services.staff.staff_list()] == ["Anne Ho"]
    assert again.services.database.drafts() == {}
