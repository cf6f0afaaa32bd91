"""What waits on the leader stands as a number in the rail, and follows what she does."""

from PySide6.QtCore import Qt

from tests.ui.frame.conftest import PASSWORD, unlock


def said(program):
    """What a screen reader says of the page in the rail."""
    entries = program.stage.rail.main.model()
    return entries.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_number_follows_what_is_done_and_taken_back(program):
    assert said(program) == "Stuer"
    program.frame.stack.page.add_team()
    assert said(program) == "Stuer, 1 venter"
    program.frame.undo()
    assert said(program) == "Stuer"


def test_what_waits_already_is_told_when_the_pages_are_ready(program):
    program.frame.stack.page.add_team()
    program.stage.rail.show_waiting("teams", None)
    program.frame.settled.emit()
    assert said(program) == "Stuer, 1 venter"


def test_a_house_that_is_closed_leaves_no_number(program, qtbot):
    program.frame.stack.page.add_team()
    rail = program.stage.rail
    program.close_house()
    qtbot.waitUntil(lambda: program.frame is None, timeout=10_000)
    assert not rail.main.entries.waiting


def test_a_window_locked_before_the_pages_are_ready_tells_what_waits_when_it_is_unlocked(protected, qtbot):
    protected.frame.stack.page.add_team()
    protected.stage.rail.show_waiting("teams", None)
    protected.lock()
    protected.frame.settled.emit()
    assert said(protected) == "Stuer"
    qtbot.waitUntil(lambda: protected._house.services.database.locked, timeout=10_000)
    unlock(protected, PASSWORD.text)
    qtbot.waitUntil(lambda: said(protected) == "Stuer, 1 venter", timeout=10_000)
