"""Locking: nothing of the house is seen, nothing typed is lost, nothing is written meanwhile."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QVBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from dagleder.storage.problems import Locked
from tests.ui.frame.conftest import PASSWORD, unlock
from ui.kit.unlock import UnlockPage
from ui.locking import NOTHING_TO_LOCK


def visible_text(program):
    """Everything that can be read on the screen now."""
    shown = [
        widget for top in QApplication.topLevelWidgets() if top.isVisible() for widget in top.findChildren(QWidget)
    ]
    texts = [widget.text() for widget in shown if isinstance(widget, QLabel | QLineEdit) and widget.isVisible()]
    return " ".join([program.window.windowTitle(), *texts])


def lock(program, qtbot):
    program.lock()
    assert isinstance(program.stage.over, UnlockPage)
    database = program.frame.services.database
    qtbot.waitUntil(lambda: database.locked, timeout=10_000)


def open_again(program, qtbot):
    unlock(program, PASSWORD.text)
    qtbot.waitUntil(lambda: program.stage.over is None, timeout=10_000)


def test_ctrl_l_shows_the_unlock_field_only(protected, qtbot):
    protected.frame.services.settings.sites()
    with qtbot.waitActive(protected.window):
        protected.window.activateWindow()
    qtbot.keyClick(protected.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(protected.stage.over, UnlockPage)
    assert protected.window.windowTitle() == "Dagleder – låst"
    assert "Månen" not in visible_text(protected)
    assert "Maanen" not in visible_text(protected)
    assert not protected.stage.menu_line.isVisible()


def test_unlocking_comes_back_to_the_same_page_and_the_same_letter(protected, qtbot):
    page = protected.frame.stack.page
    page.note.setFocus()
    qtbot.keyClicks(page.note, "Karen spørger til fe")
    lock(protected, qtbot)
    open_again(protected, qtbot)
    assert protected.frame.stack.page is page
    assert page.note.toPlainText() == "Karen spørger til fe"
    assert page.note.textCursor().position() == len("Karen spørger til fe")
    assert protected.window.windowTitle() == "Dagleder – Børnehuset Månen"
    qtbot.keyClicks(page.note, "rie")
    assert page.note.toPlainText().endswith("ferie")


def test_what_is_typed_is_in_the_house_before_it_is_locked(protected, qtbot):
    page = protected.frame.stack.page
    qtbot.keyClicks(page.note, "Karen")
    lock(protected, qtbot)
    open_again(protected, qtbot)
    assert protected.frame.services.database.drafts() == {"teams/1/note": "Karen"}


def test_locking_in_the_middle_of_typing_loses_nothing(protected, qtbot):
    """Some twenty locks in an ordinary run; `test_a_thousand_locks` has the whole figure."""
    typed = ""
    page = protected.frame.stack.page
    for round_ in range(20):
        word = f"ord {round_} "
        qtbot.keyClicks(page.note, word)
        typed += word
        lock(protected, qtbot)
        open_again(protected, qtbot)
        assert page.note.toPlainText() == typed


@pytest.mark.long
def test_a_thousand_locks_lose_nothing(protected, qtbot):
    typed = ""
    page = protected.frame.stack.page
    for round_ in range(1000):
        word = f"{round_} "
        qtbot.keyClicks(page.note, word)
        typed += word
        lock(protected, qtbot)
        open_again(protected, qtbot)
    assert page.note.toPlainText() == typed


def test_every_open_dialog_is_hidden_and_comes_back_as_it_was(protected, qtbot):
    dialog = QDialog(protected.window)
    field = QLineEdit("Gitte Klitager")
    QVBoxLayout(dialog).addWidget(field)
    dialog.open()
    menu = QMenu("Gitte", protected.window)
    menu.addAction("Gitte")
    menu.popup(protected.window.pos())
    lock(protected, qtbot)
    assert "Gitte" not in visible_text(protected)
    assert not menu.isVisible()
    open_again(protected, qtbot)
    assert dialog.isVisible()
    assert field.text() == "Gitte Klitager"
    dialog.close()


def test_the_palette_does_not_stay_over_a_locked_window(protected, qtbot):
    protected._house.deeds.palette()
    qtbot.keyClicks(protected._house.deeds._palette.field, "stuer")
    lock(protected, qtbot)
    assert not protected._house.deeds._palette.isVisible()


def test_nothing_can_be_written_or_read_while_it_is_locked(protected, locked_house, qtbot):
    lock(protected, qtbot)
    before = locked_house.read_bytes()
    settings = protected.frame.services.settings
    with pytest.raises(Locked):
        settings.house()
    assert not protected.frame.run("", settings.house).ok
    assert locked_house.read_bytes() == before


def test_no_key_reaches_the_house_while_it_is_locked(protected, qtbot):
    protected.frame.stack.page.add_team()
    lock(protected, qtbot)
    for key in (Qt.Key.Key_Z, Qt.Key.Key_K, Qt.Key.Key_N, Qt.Key.Key_2):
        qtbot.keyClick(protected.window, key, Qt.KeyboardModifier.ControlModifier)
    open_again(protected, qtbot)
    assert protected.frame.stack.page.names.text() == "Mariehønen"


def test_escape_does_nothing_and_a_wrong_password_stays_locked(protected, qtbot):
    lock(protected, qtbot)
    qtbot.keyClick(protected.stage.over.field, Qt.Key.Key_Escape)
    unlock(protected, "forkert")
    page = protected.stage.over
    qtbot.waitUntil(lambda: page._problem.text() == "Adgangskoden passer ikke.", timeout=10_000)
    assert protected.locker.locked


def test_a_text_that_cannot_be_kept_does_not_leave_the_window_open(protected, qtbot, monkeypatch):
    def full():
        raise UserProblem("Der er ikke plads på disken.")

    protected.frame.stack.page.note.setPlainText("Karen spørger til")
    with monkeypatch.context() as patch:
        patch.setattr(protected.parts.drafts, "keep_now", full)
        lock(protected, qtbot)
    open_again(protected, qtbot)
    assert protected.frame.stack.page.note.toPlainText() == "Karen spørger til"


def test_what_else_keeps_it_from_being_unlocked_is_said_in_its_own_words(protected, qtbot, monkeypatch):
    def gone(_secret):
        raise UserProblem("Filen er flyttet.")

    lock(protected, qtbot)
    monkeypatch.setattr(protected.frame.services.database, "unlock", gone)
    unlock(protected, PASSWORD.text)
    qtbot.waitUntil(lambda: "Filen er flyttet." in visible_text(protected), timeout=10_000)
    assert "passer ikke" not in visible_text(protected)
    assert protected.stage.over is not None


def test_half_a_minute_before_she_can_stay_or_lock(protected):
    protected.locker._warn()
    toast = protected.messages._toast
    assert toast.text == "Låser om 30 sekunder"
    next(
        button
        for button in toast.findChildren(type(protected.stage.menu_line.undo_button))
        if button.text() == "Lås nu"
    ).click()
    assert protected.locker.locked


def test_the_idle_lock_tells_how_long_nobody_was_there(protected):
    protected.locker.idle.due.emit()
    shown = " ".join(label.text() for label in protected.stage.over.findChildren(QLabel))
    assert "Ingen har rørt Dagleder i 10 minutter." in shown


def test_the_computers_lock_locks_unless_she_has_chosen_otherwise(protected):
    from dataclasses import replace  # noqa: PLC0415 -- beside its only use

    settings = protected.frame.services.settings
    settings.save_house(replace(settings.house(), lock_with_computer=False))
    protected.locker.system.locked.emit()
    assert not protected.locker.locked
    settings.save_house(replace(settings.house(), lock_with_computer=True))
    protected.locker.system.locked.emit()
    assert protected.locker.locked


def test_the_minutes_of_the_house_count(protected):
    from dataclasses import replace  # noqa: PLC0415 -- beside its only use

    settings = protected.frame.services.settings
    settings.save_house(replace(settings.house(), lock_minutes=3))
    assert protected.locker.idle._seconds == 180


def test_without_a_password_there_is_nothing_to_lock_and_the_menu_says_why(program):
    program.lock()
    assert program.stage.over is None
    lock_action = next(action for action in program.book.actions if action.name == "Lås")
    assert lock_action.why_not() == NOTHING_TO_LOCK


def test_the_locked_file_can_be_closed(protected, qtbot):
    lock(protected, qtbot)
    protected.stage.over.chosen.emit("close")
    qtbot.waitUntil(lambda: protected.frame is None, timeout=10_000)
    qtbot.waitUntil(lambda: isinstance(protected.stage.over, UnlockPage), timeout=10_000)
    assert protected.window.windowTitle() == "Dagleder"
