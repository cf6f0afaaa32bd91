"""Text in the making survives."""

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from dagleder.base.errors import UserProblem
from ui.kit.drafts import Drafts


@pytest.fixture
def drafts(qapp, database):  # noqa: ARG001 -- timers need an application
    made = Drafts()
    made.use(database)
    return made


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_is_typed_is_in_the_house_within_half_a_second(drafts, database, qtbot, kind):
    field = kind()
    qtbot.addWidget(field)
    drafts.watch("staff/12/notes", field)
    qtbot.keyClicks(field, "Karen spørger")
    assert drafts._timer.remainingTime() <= 500
    qtbot.waitUntil(lambda: database.drafts() == {"staff/12/notes": "Karen spørger"}, timeout=3000)


def other_window(field):
    other = QDialog(field)
    other.show()
    other.activateWindow()


@pytest.mark.parametrize("away", [QWidget.hide, QWidget.showMinimized, other_window])
def test_what_is_typed_is_kept_at_once_when_the_window_is_left(drafts, database, qtbot, away):
    field = QLineEdit()
    qtbot.addWidget(field)
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    drafts._timer.setInterval(1_000_000)
    drafts.watch("staff/12/notes", field)
    qtbot.keyClicks(field, "Karen")
    away(field)
    qtbot.waitUntil(lambda: database.drafts() == {"staff/12/notes": "Karen"})


def test_a_draft_nobody_saved_is_put_back(drafts, database, qtbot):
    database.keep_draft("staff/12/notes", "Karen spørger til ferie")
    field = QPlainTextEdit("Karen")
    qtbot.addWidget(field)
    assert drafts.watch("staff/12/notes", field)
    assert field.toPlainText() == "Karen spørger til ferie"


def test_a_saved_text_is_no_draft_any_more(drafts, database, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    drafts.watch("staff/12/notes", field)
    field.setText("færdig")
    drafts.saved("staff/12/notes")
    drafts.keep_now()
    assert database.drafts() == {}


def test_what_is_chosen_beside_a_text_is_kept_with_it_and_is_no_text_itself(drafts, database, qtbot):
    drafts.note("tasks/5/delegation", "Helle")
    assert drafts.noted("tasks/5/delegation") == "Helle"
    qtbot.waitUntil(lambda: "Helle" in database.drafts().values(), timeout=3000)
    assert (drafts.noted("tasks/5/delegation"), drafts.left()) == ("Helle", {})
    drafts.saved("tasks/5/delegation")
    assert (drafts.noted("tasks/5/delegation"), database.drafts()) == ("", {})


def test_a_text_that_cannot_be_written_is_tried_again(drafts, database, qtbot, monkeypatch):
    keep, tries = database.keep_draft, []

    def first_full(place, text):
        tries.append(text)
        if len(tries) == 1:
            raise UserProblem("Der er ikke plads på disken.")
        keep(place, text)

    monkeypatch.setattr(database, "keep_draft", first_full)
    drafts._timer.setInterval(10)
    field = QLineEdit()
    qtbot.addWidget(field)
    drafts.watch("staff/12/notes", field)
    qtbot.keyClicks(field, "K")
    qtbot.waitUntil(lambda: database.drafts() == {"staff/12/notes": "K"}, timeout=3000)
    assert tries == ["K", "K"]


def test_a_field_that_is_gone_is_forgotten(drafts, database, qtbot):
    field = QLineEdit()
    drafts.watch("staff/12/notes", field)
    field.setText("væk")
    field.deleteLater()
    qtbot.waitUntil(lambda: not isValid(field))
    drafts.keep_now()
    assert database.drafts() == {}


def test_without_a_house_nothing_is_kept(qtbot):
    drafts = Drafts()
    field = QLineEdit()
    qtbot.addWidget(field)
    assert not drafts.watch("guide/name", field)
    field.setText("x")
    drafts.keep_now()
    assert drafts.left() == {}
