"""An open house in the window: pages, changes, undo, and what stands where."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from dagleder import app
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding, Level
from dagleder.settings.places import TeamDraft
from tests.ui.frame.conftest import stands
from tests.ui.frame.some_pages import TeamPage
from ui.frame_notes import tell_places
from ui.kit.toast import Toast
from ui.kit.work import Job


def page(program):
    front = program.frame.stack.page
    assert isinstance(front, TeamPage)
    return front


def toast(program):
    return next((one for one in program.window.findChildren(Toast) if one.isVisible()), None)


def press(widget, text):
    next(one for one in widget.findChildren(QPushButton) if one.text() == text).click()


def key(program, qtbot, letter, modifier=Qt.KeyboardModifier.ControlModifier):
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    qtbot.keyClick(QApplication.focusWidget() or program.window, letter, modifier)


def test_the_first_page_of_the_rail_is_in_front(program):
    assert page(program).title == "Stuer"
    assert program.stage.rail.main.currentIndex().data() == "Stuer"


def test_what_is_done_is_saved_shown_and_can_be_taken_back(program):
    page(program).add_team()
    assert page(program).names.text() == "Mariehønen"
    assert "Gemt kl. 10.42" in program.stage.status_line.text
    assert program.stage.menu_line.undo_button.text().startswith("Fortryd: ")
    press(toast(program), "Fortryd")
    assert page(program).names.text() == ""
    assert toast(program).text.startswith("Fortrudt: ")
    press(toast(program), "Gentag")
    assert page(program).names.text() == "Mariehønen"


BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("redo", [(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_Z, BOTH)])
def test_ctrl_z_takes_back_and_both_keys_do_again(program, qtbot, redo):
    page(program).add_team()
    program.window.setFocus()
    key(program, qtbot, Qt.Key.Key_Z)
    assert page(program).names.text() == ""
    key(program, qtbot, *redo)
    assert page(program).names.text() == "Mariehønen"


def test_a_toast_stays_on_its_page_but_what_was_done_by_leaving_is_told_on_the_next(program, qtbot):
    page(program).add_team()
    qtbot.wait(1)
    program.frame.open("plain")
    assert toast(program) is None
    program.frame.open("teams")
    program.messages.tell("Rikke er oprettet")
    program.frame.open("plain")
    assert toast(program).text == "Rikke er oprettet"


def test_ctrl_z_in_a_field_is_the_fields_own(program, qtbot):
    page(program).add_team()
    page(program).filter.setFocus()
    qtbot.keyClicks(page(program).filter, "mar")
    key(program, qtbot, Qt.Key.Key_Z)
    assert page(program).filter.text() == ""
    assert page(program).names.text() == "Mariehønen"


def test_a_problem_is_shown_until_the_next_thing_goes_well(program):
    page(program).add_nameless()
    assert program.window.findChild(QWidget) is not None
    bars = program.messages._bars
    assert "problem" in bars
    page(program).add_team()
    assert "problem" not in bars


def test_a_problem_goes_to_its_field_where_a_form_has_one(program):
    class Form:
        shown: UserProblem | None = None

        def show_problem(self, problem):
            self.shown = problem
            return True

    form = Form()

    def fail():
        raise UserProblem("Skriv et navn.", field="name")

    outcome = program.frame.run("", fail, form)
    assert (outcome.ok, form.shown, "problem" in program.messages._bars) == (False, outcome.problem, False)


def test_a_call_that_changed_nothing_offers_no_undo(program):
    program.frame.run("Intet at gøre", lambda: None)
    assert [button.text() for button in toast(program).findChildren(QPushButton) if button.text()] == []


def test_a_toast_goes_when_its_undo_would_mean_another_step(program):
    page(program).add_team()
    assert toast(program) is not None
    services = program.frame.services
    services.settings.add_team(TeamDraft("Egernet", services.settings.sites()[0].id))
    assert toast(program) is None


def test_a_change_from_the_background_refreshes_the_page(program, qtbot):
    services = program.frame.services
    site = services.settings.sites()[0].id

    def import_teams(_progress):
        services.settings.add_team(TeamDraft("Egernet", site))

    program.parts.work.start(Job("Henter", import_teams, lambda _answer: None))
    qtbot.waitUntil(lambda: page(program).names.text() == "Egernet")


def test_the_name_of_the_house_is_shown_when_it_is_changed(program):
    from dataclasses import replace  # noqa: PLC0415 -- beside its only use

    settings = program.frame.services.settings
    settings.save_house(replace(settings.house(), name="Børnehuset Månen"))
    assert program.window.windowTitle() == "Dagleder – Børnehuset Månen"


def test_back_and_the_pages_keys(program, qtbot):
    key(program, qtbot, Qt.Key.Key_2)
    assert program.frame.stack.page.title == "Tom"
    key(program, qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert program.frame.stack.page.title == "Stuer"
    key(program, qtbot, Qt.Key.Key_2)
    key(program, qtbot, Qt.Key.Key_1)
    assert program.frame.stack.page.title == "Stuer"


def test_f6_goes_through_the_panes_and_round(program, qtbot):
    rail, first, second = program.stage.rail.main, page(program).filter, page(program).note
    with qtbot.waitActive(program.window):
        program.window.activateWindow()
    rail.setFocus()
    for pane in (first, second, rail):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        assert QApplication.focusWidget() is pane


def test_ctrl_f_goes_to_the_filter_or_says_that_there_is_none(program, qtbot):
    key(program, qtbot, Qt.Key.Key_F)
    assert page(program).filter.hasFocus()
    program.frame.open("plain")
    key(program, qtbot, Qt.Key.Key_F)
    assert toast(program).text.startswith("Der er intet at filtrere her")


def test_keys_for_what_is_selected_stand_in_the_status_line(program):
    program.frame.open("teams", 3)
    assert program.stage.status_line.hints
    program.frame.open("plain")
    assert not program.stage.status_line.hints


def test_a_draft_is_offered_back_after_a_crash(start, open_house, clock, qtbot):
    services = app.open_house(open_house, None, clock)
    services.database.keep_draft("teams/1/note", "Karen spørger til")
    services.close()
    program = start(open_house)
    qtbot.waitUntil(lambda: stands(program), timeout=10_000)
    assert page(program).note.toPlainText() == "Karen spørger til"
    bar = program.messages._bars["drafts"]
    assert bar.note.level is Level.INFO
    press(bar, "Vis")
    assert page(program).opened == [1]


def test_drafts_of_other_records_are_offered_on(start, open_house, clock, qtbot):
    services = app.open_house(open_house, None, clock)
    services.database.keep_draft("teams/1/note", "Karen spørger til")
    services.database.keep_draft("teams/2/note", "Nøglen ligger")
    services.close()
    program = start(open_house)
    qtbot.waitUntil(lambda: stands(program), timeout=10_000)
    bar = program.messages._bars["drafts"]
    assert bar.accessibleName().startswith("Du nåede ikke at gøre 2 tekster færdige.")
    press(bar, "Vis")
    assert page(program).opened == [1]
    press(program.messages._bars["drafts"], "Vis")
    assert page(program).opened == [1, 2]
    assert "drafts" not in program.messages._bars


def test_where_a_house_lies_is_said_while_it_is_open(program):
    finding = Finding(Level.SHOULD, "Solsikken.dagleder", "Mappen bliver synkroniseret af OneDrive.")
    tell_places(program.parts, [finding])
    assert "OneDrive" in program.messages._bars["place"].accessibleName()


def test_ctrl_s_says_when_it_was_saved(program, qtbot):
    key(program, qtbot, Qt.Key.Key_S)
    assert toast(program).text == "Alt er gemt, der er ikke ændret noget, siden huset blev åbnet"
    page(program).add_team()
    key(program, qtbot, Qt.Key.Key_S)
    assert toast(program).text == "Alt er gemt, sidst kl. 10.42"


def test_f9_says_that_a_page_has_no_side_panel(program, qtbot):
    key(program, qtbot, Qt.Key.Key_F9, Qt.KeyboardModifier.NoModifier)
    assert toast(program).text == "Siden har intet sidepanel"


def test_what_cannot_be_taken_back_is_said(program):
    assert program.frame.undo_name is None
    program.frame.undo()
    assert "problem" in program.messages._bars


def test_a_draft_can_be_thrown_away(start, open_house, clock, qtbot):
    services = app.open_house(open_house, None, clock)
    services.database.keep_draft("teams/1/note", "x")
    services.close()
    program = start(open_house)
    qtbot.waitUntil(lambda: stands(program), timeout=10_000)
    press(program.messages._bars["drafts"], "Kassér")
    assert program.parts.drafts.left() == {}


def test_an_unexpected_fault_is_told_in_the_window(program, qtbot):
    thread = threading.Thread(target=program.tell_unexpected, args=("ZeroDivisionError\n  x.py:3 in f",))
    thread.start()
    thread.join()
    assert "bug" not in program.messages._bars  # it waits for the window's own thread
    qtbot.waitUntil(lambda: "bug" in program.messages._bars)
    press(program.messages._bars["bug"], "Kopiér oplysninger om fejlen")
    assert QApplication.clipboard().text().startswith("ZeroDivisionError")


def test_the_example_is_opened_in_the_place_of_the_house_and_the_house_is_offered_again(program, open_house, qtbot):
    program.open_example()
    qtbot.waitUntil(lambda: stands(program) and program.frame.services.database.path != open_house, timeout=60_000)
    assert program.frame.services.settings.house().name == "Børnehuset Solsikken"
    assert program.frame.services.staff.staff_list()
    assert [house.path for house in program.recent()] == [open_house]


def test_leaving_makes_the_last_copy(program, open_house, qtbot):
    from dagleder.storage.backup_shelf import BackupShelf  # noqa: PLC0415 -- beside its only use

    page(program).add_team()
    program.leave()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=10_000)
    assert len(BackupShelf(open_house).backups()) == 1


def refuse():
    raise UserProblem("Der er ikke plads på disken.")


@pytest.mark.parametrize(("answer", "closes"), [("", False), ("close", True)])
def test_a_text_that_cannot_be_kept_is_asked_about_before_the_house_is_left(
    program, qtbot, monkeypatch, answer, closes
):
    asked = []

    def ask(question):
        asked.append(question.text)
        return answer

    with monkeypatch.context() as patch:
        patch.setattr(program.parts.drafts, "keep_now", refuse)
        patch.setattr(program.messages, "ask", ask)
        program.leave()
    assert asked == ["Der er ikke plads på disken. Den tekst, du er i gang med, går tabt, hvis du lukker nu."]
    if closes:
        qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=10_000)
    assert (program.frame is None) == closes


def test_a_copy_is_made_when_she_asks(program, open_house, qtbot):
    from dagleder.storage.backup_shelf import BackupShelf  # noqa: PLC0415 -- beside its only use

    program.back_up_now()
    qtbot.waitUntil(lambda: toast(program) is not None, timeout=10_000)
    assert toast(program).text == "Sikkerhedskopien er lavet og kontrolleret"
    assert len(BackupShelf(open_house).backups()) == 1


@pytest.mark.parametrize(("scheme", "size"), [("dark", 115), ("light", 90)])
def test_the_look_is_remembered(program, theme, scheme, size):
    from ui.kit.memory import Memory  # noqa: PLC0415 -- beside its only use
    from ui.theme.theme import Choice  # noqa: PLC0415 -- beside its only use

    theme.choose(Choice(scheme), size)
    kept = Memory(program.parts.memory._file)
    assert (kept.get("look", "scheme", ""), kept.get("look", "text_size", 0)) == (scheme, size)
