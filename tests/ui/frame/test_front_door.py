"""The way into a house: each state has its page in the one window, and a way on."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QPushButton

from dagleder import app
from dagleder.base.last_house import LastHouse, last_house, remember_house
from dagleder.storage.secret import Password
from tests.ui.frame.conftest import PASSWORD, stands, unlock
from ui.kit.notice_page import NoticePage
from ui.kit.unlock import UnlockPage


def press(page, text):
    next(button for button in page.findChildren(QPushButton) if button.text() == text).click()


def entered(program, qtbot):
    qtbot.waitUntil(lambda: stands(program), timeout=10_000)
    return program.window


def noticed(program, qtbot, title):
    def shown():
        page = program.stage.over
        return isinstance(page, NoticePage) and page.notice.title == title

    qtbot.waitUntil(shown, timeout=10_000)
    return program.stage.over


def test_a_house_without_a_password_opens_by_itself(start, open_house, qtbot):
    program = start(open_house)
    entered(program, qtbot)
    assert program.window.windowTitle() == "Dagleder – Børnehuset Solsikken"
    assert "Solsikken.dagleder · uden adgangskode" in program.stage.status_line.text
    assert program.stage.over is None


def test_the_frame_is_shown_before_the_house_is_open(start, open_house):
    program = start(open_house)
    assert program.window.isVisible()
    assert not program.stage.rail.isHidden()
    assert program.frame is None
    assert "Åbner Solsikken.dagleder" in program.stage.status_line.text


def test_there_is_never_a_dialog_before_the_window(start, open_house, qapp, qtbot):
    program = start(open_house)
    entered(program, qtbot)
    assert [widget for widget in qapp.topLevelWidgets() if isinstance(widget, QDialog) and widget.isVisible()] == []


def test_a_password_opens_its_house_and_is_then_the_one_to_begin_with(start, locked_house, qtbot):
    program = start(locked_house)
    assert isinstance(program.stage.over, UnlockPage)
    assert program.window.windowTitle() == "Dagleder"
    unlock(program, PASSWORD.text)
    entered(program, qtbot)
    assert "Maanen.dagleder · krypteret" in program.stage.status_line.text
    house = last_house()
    assert house is not None
    assert (house.path, house.name) == (locked_house, "Børnehuset Månen")


def test_the_password_field_has_the_keyboard_and_its_ring_from_the_start(start, locked_house, qtbot):
    program = start(locked_house)
    field = program.stage.over.field
    qtbot.waitUntil(field.isVisible)
    assert isinstance(field, QLineEdit)
    assert QApplication.focusWidget() is field
    (ring,) = (part for part in program.window.children() if type(part).__name__ == "_Ring")
    assert ring.isVisible()
    assert ring.geometry().contains(QRect(field.mapTo(program.window, QPoint()), field.size()))


def test_the_right_password_typed_while_a_wrong_one_is_tried_opens(start, locked_house, qtbot):
    program = start(locked_house)
    field = program.stage.over.field
    for typed in ("forkert", PASSWORD.text):
        qtbot.keyClicks(field, typed)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    entered(program, qtbot)


def test_a_wrong_password_is_said_and_the_right_one_then_opens(start, locked_house, qtbot):
    program = start(locked_house)
    before = locked_house.read_bytes()
    unlock(program, "forkert")
    page = program.stage.over
    qtbot.waitUntil(lambda: page._problem.text() == "Adgangskoden passer ikke.", timeout=10_000)
    assert locked_house.read_bytes() == before
    unlock(program, PASSWORD.text)
    entered(program, qtbot)


def try_wrong(program, qtbot, times):
    for number in range(times):
        unlock(program, f"forkert {number}")
        page = program.stage.over
        qtbot.waitUntil(lambda shown=page: shown.open_button.text() == "Lås op", timeout=10_000)


def test_opening_the_file_again_gives_no_new_attempts(start, locked_house, qtbot):
    program = start(locked_house)
    try_wrong(program, qtbot, 3)
    program.open_house(LastHouse(locked_house))
    assert program.stage.over.field.isEnabled()
    try_wrong(program, qtbot, 2)
    program.open_house(LastHouse(locked_house))
    assert not program.stage.over.field.isEnabled()
    assert "30 sekunder" in program.stage.over._used.text()


def test_the_locked_window_and_the_way_in_count_together_until_it_was_right(protected, qtbot):
    house = protected.frame.services.database.path
    protected.lock()
    try_wrong(protected, qtbot, 4)
    protected.stage.over.chosen.emit("close")
    qtbot.waitUntil(lambda: protected.frame is None and isinstance(protected.stage.over, UnlockPage), timeout=10_000)
    try_wrong(protected, qtbot, 1)
    assert not protected.stage.over.field.isEnabled()
    attempts = protected.front_door._attempts.at(house)
    attempts._until = 0.0  # the pause is over
    protected.stage.over._show_pause()
    unlock(protected, PASSWORD.text)
    entered(protected, qtbot)
    protected.lock()
    try_wrong(protected, qtbot, 1)
    assert protected.stage.over._used.text().startswith("1 forsøg er brugt. Efter 5")
    unlock(protected, PASSWORD.text)
    qtbot.waitUntil(lambda: protected.stage.over is None, timeout=10_000)
    assert attempts.sentence.startswith("0 forsøg")


def test_a_house_that_was_moved_can_be_looked_for(start, tmp_path, open_house, qtbot):
    program = start(tmp_path / "væk.dagleder")
    page = noticed(program, qtbot, "Huset er ikke, hvor det plejer")
    shutil.copy(open_house, tmp_path / "væk.dagleder")
    press(page, "Prøv igen")
    entered(program, qtbot)


def test_a_file_that_is_no_house_gets_a_sentence(start, tmp_path, qtbot):
    path = tmp_path / "ferie.dagleder"
    path.write_bytes(b"SQLite format 3\x00" + bytes(4096))
    page = noticed(start(path), qtbot, "Huset kan ikke åbnes")
    assert "ferie.dagleder" in page.notice.text


def test_a_house_open_elsewhere_can_be_opened_for_reading(start, open_house, clock, qtbot):
    other = app.open_house(open_house, None, clock)
    try:
        program = start(open_house)
        page = noticed(program, qtbot, "Huset er åbent et andet sted")
        press(page, "Åbn til læsning")
        entered(program, qtbot)
        assert "kun til læsning" in program.stage.status_line.text
    finally:
        other.close()


def test_when_it_is_closed_elsewhere_trying_again_opens_it(start, open_house, clock, qtbot):
    other = app.open_house(open_house, None, clock)
    program = start(open_house)
    page = noticed(program, qtbot, "Huset er åbent et andet sted")
    other.close()
    press(page, "Prøv igen")
    entered(program, qtbot)
    assert "kun til læsning" not in program.stage.status_line.text


def damage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    content[100] ^= 1
    path.write_bytes(content)


@pytest.mark.usefixtures("own_home")
def test_a_damaged_house_is_restored_from_its_newest_copy(start, open_house, clock, qtbot):
    from dagleder.storage.backups import keep_backup  # noqa: PLC0415 -- beside its only use

    services = app.open_house(open_house, None, clock)
    keep_backup(services.database, clock.now())
    services.close()
    damage(open_house)
    program = start(open_house)
    page = noticed(program, qtbot, "Filen er beskadiget")
    press(page, "Gendan fra kopien")
    window = entered(program, qtbot)
    assert window.windowTitle() == "Dagleder – Børnehuset Solsikken"


def test_a_copy_takes_the_houses_place_with_its_own_password(start, locked_house, clock, qtbot, monkeypatch):
    from dagleder.storage.backups import make_backup  # noqa: PLC0415 -- beside its only use

    services = app.open_house(locked_house, PASSWORD, clock)
    copy = locked_house.with_name("kopi.dagleder")
    make_backup(services.database, copy)
    services.close()
    program = start(locked_house)
    monkeypatch.setattr(program.messages, "file_to_open", lambda _wish: copy)
    program.stage.over.chosen.emit("copy")
    assert "erstattes af kopien kopi.dagleder" in " ".join(
        label.text() for label in program.stage.over.findChildren(QLabel)
    )
    unlock(program, PASSWORD.text)
    entered(program, qtbot)
    assert program.window.windowTitle() == "Dagleder – Børnehuset Månen"


def test_another_file_can_be_chosen_instead(start, locked_house, open_house, qtbot, monkeypatch):
    program = start(locked_house)
    monkeypatch.setattr(program.messages, "file_to_open", lambda _wish: open_house)
    program.stage.over.chosen.emit("file")
    entered(program, qtbot)
    assert program.window.windowTitle() == "Dagleder – Børnehuset Solsikken"


def test_a_damaged_house_without_a_copy_says_so(start, open_house, qtbot):
    damage(open_house)
    page = noticed(start(open_house), qtbot, "Filen er beskadiget")
    assert "Der er ingen kopi" in page.notice.text


def test_closing_the_house_keeps_it_as_the_one_to_begin_with(program, qtbot):
    path = program.frame.services.database.path
    program.close_house()
    noticed(program, qtbot, "Huset er lukket")
    assert program.frame is None
    assert program.window.windowTitle() == "Dagleder"
    house = last_house()
    assert house is not None
    assert house.path == path


def test_without_any_house_the_guide_begins_in_the_window(start):
    program = start(None)
    assert program.stage.over is not None
    assert not program.stage.menu_line.isHidden()
    assert program.stage.menu_line.search_button.isHidden()


def test_left_without_the_guide_the_window_still_says_how_to_begin(start, monkeypatch, qtbot):
    monkeypatch.setattr("ui.pages.GUIDE", "")
    noticed(start(None), qtbot, "Velkommen til Dagleder")


def test_a_wrong_last_house_does_not_keep_the_program_from_starting(start, own_home, qtbot):
    remember_house(LastHouse(own_home / "findes" / "ikke.dagleder"))
    noticed(start(None), qtbot, "Huset er ikke, hvor det plejer")


def test_a_password_is_not_shown_in_a_traceback():
    assert "hemmelig" not in repr(Password("hemmelig"))
