"""Toasts, note bars and questions as she meets them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from tests.ui.grabs import cut_off, settle
from ui.kit.messages import Answer, Choice, FileWish, Note, Question
from ui.kit.note_bar import NoteBar
from ui.kit.question import QuestionDialog
from ui.kit.rail import Rail, RailEntry
from ui.kit.sentence import SentenceLine
from ui.kit.toast import Toast
from ui.kit.window_messages import WindowMessages
from ui.theme.theme import Choice as Scheme

QUESTION = Question(
    "Slet Gitte Klitager helt?",
    "Gitte har 14 samtaler i filen. Det kan ikke fortrydes.",
    (Answer("leave", "Sæt som fratrådt", "primary"), Answer("delete", "Slet alt", "danger"), Answer("", "Annullér")),
    note="Er Gitte stoppet? Så vælg Fratrådt.",
)


@pytest.fixture
def window(theme, qtbot):  # noqa: ARG001 -- painted in it
    made = QWidget()
    qtbot.addWidget(made)
    QVBoxLayout(made)
    made.resize(1000, 600)
    made.show()
    return made


@pytest.fixture
def messages(theme, window):
    notes = QVBoxLayout()
    window.layout().addLayout(notes)
    return WindowMessages(theme, window, notes)


def toasts(window):
    return [toast for toast in window.findChildren(Toast) if toast.isVisible()]


def button(parent, text):
    return next(one for one in parent.findChildren(QPushButton) if text in {one.text(), one.accessibleName()})


def test_from_a_toast_the_keyboard_goes_back_to_where_it_was(messages, window, qtbot):
    first, here = QPushButton("Søg", window), QPushButton("Her", window)
    for place in (first, here):
        window.layout().addWidget(place)
    window.activateWindow()
    QApplication.processEvents()
    here.setFocus()
    messages.tell("9 kompetencer er hentet", [Choice("Tag dem i brug", lambda: None)])
    (toast,) = toasts(window)
    way = button(toast, "Tag dem i brug")
    way.setFocus()
    qtbot.mouseClick(way, Qt.MouseButton.LeftButton)
    assert here.hasFocus()


def test_a_toast_says_what_was_done_and_takes_it_back(messages, window, qtbot):
    undone = []
    messages.tell("Ferien for Karen, uge 30, er fjernet", [Choice("Fortryd", lambda: undone.append(True))])
    (toast,) = toasts(window)
    qtbot.mouseClick(button(toast, "Fortryd"), Qt.MouseButton.LeftButton)
    assert undone == [True]
    assert toasts(window) == []


def test_a_toast_goes_by_itself_but_not_while_the_mouse_is_on_it(theme, window, qtbot):
    toast = Toast(theme, "Gemt", (), window, shown_ms=150)
    toast.appear()
    QApplication.sendEvent(toast, QEnterEvent(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5)))
    qtbot.wait(300)
    assert toast.isVisible()
    QApplication.sendEvent(toast, QEvent(QEvent.Type.Leave))
    qtbot.waitUntil(lambda: not isValid(toast), timeout=3000)


def test_a_toast_stays_while_the_keyboard_is_on_it(theme, window, qtbot):
    toast = Toast(theme, "Gemt", [Choice("Fortryd", lambda: None)], window, shown_ms=150)
    toast.appear()
    window.activateWindow()
    button(toast, "Fortryd").setFocus()
    qtbot.wait(300)
    assert toast.isVisible()
    window.setFocus()
    qtbot.waitUntil(lambda: not isValid(toast), timeout=3000)


def test_the_newest_toast_takes_the_place_of_the_one_before(messages, window):
    messages.tell("Første")
    messages.tell("Anden")
    assert [toast.text for toast in toasts(window)] == ["Anden"]


def test_a_toast_covers_no_button_at_the_foot_of_a_page(messages, window):
    foot = QPushButton("Læg møderne", window)
    foot.setGeometry(300, 540, 400, 32)
    foot.show()
    messages.tell("Personalemødet er flyttet", [Choice("Fortryd", lambda: None)])
    (toast,) = toasts(window)
    assert not toast.geometry().intersects(foot.geometry())
    assert window.rect().contains(toast.geometry())
    assert toast.y() > window.height() // 2


def test_a_toast_leaves_the_rail_free(messages, window, theme):
    rail = Rail(theme, [RailEntry("settings", "Indstillinger", "settings", foot=True)])
    rail.setParent(window)
    rail.setGeometry(0, 0, 56, 570)
    rail.show()
    foot = QPushButton("1366 px bredt", window)
    foot.setGeometry(300, 400, 700, 190)
    foot.show()
    messages.tell("plan.xlsx er gemt")
    (toast,) = toasts(window)
    assert not any(toast.geometry().intersects(part.geometry()) for part in (rail, foot))


def test_a_toast_that_finds_no_free_place_stands_at_the_foot(messages, window):
    for y in range(0, 600, 20):
        field = QPushButton("", window)
        field.setGeometry(0, y, 1000, 20)
        field.show()
    messages.tell("Gemt")
    (toast,) = toasts(window)
    assert toast.geometry().bottom() > 540


def test_a_toast_is_whole_when_the_text_grows_while_it_stands(messages, window, theme):
    messages.tell("Ferien for Karen, uge 30, er fjernet", [Choice("Fortryd", lambda: None)])
    theme.choose(text_size=130)
    settle(window)
    assert list(cut_off(toasts(window)[0])) == []


def test_the_words_of_a_note_are_level_with_what_can_be_done_about_it(messages, window):
    messages.note(Note("a", Level.MUST, "Drevet svarer ikke.", "Ikke gemt.", (Choice("Prøv igen", lambda: None),)))
    settle(window)
    (bar,) = window.findChildren(NoteBar)
    words = bar.findChild(SentenceLine)
    assert words.height() == words.heightForWidth(words.width()), "no room below the words, where they begin at its top"
    assert abs(words.geometry().center().y() - button(bar, "Prøv igen").geometry().center().y()) <= 1


def test_a_note_stays_until_it_is_put_away(messages, window, qtbot):
    messages.note(Note("elsewhere", Level.SHOULD, "Du kan læse alt.", lead="Filen er åben hos Zenia."))
    (bar,) = window.findChildren(NoteBar)
    assert bar.accessibleName() == "Filen er åben hos Zenia. Du kan læse alt."
    qtbot.mouseClick(button(bar, "Luk beskeden"), Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_a_note_with_the_same_key_takes_the_place_of_the_first(messages, window):
    messages.problem(UserProblem("Skriv et navn."))
    messages.problem(UserProblem("Skriv en dato."))
    QApplication.processEvents()
    shown = [bar.note.text for bar in window.findChildren(NoteBar) if not bar.isHidden()]
    assert shown == ["Skriv en dato."]


def test_the_answer_to_a_question_is_its_key(theme, window, qtbot):
    dialog = QuestionDialog(theme, QUESTION, window)
    qtbot.addWidget(dialog)
    QTimer.singleShot(50, lambda: button(dialog, "Slet alt").click())
    assert dialog.asked() == "delete"


def test_leaving_a_question_answers_nothing(theme, window, qtbot):
    dialog = QuestionDialog(theme, QUESTION, window)
    qtbot.addWidget(dialog)
    QTimer.singleShot(50, dialog.reject)
    assert dialog.asked() == ""


def test_a_question_that_is_only_hidden_stays_unanswered(theme, window, qtbot):
    dialog = QuestionDialog(theme, QUESTION, window)
    qtbot.addWidget(dialog)
    QTimer.singleShot(20, dialog.hide)
    QTimer.singleShot(60, dialog.show)
    QTimer.singleShot(120, lambda: button(dialog, "Sæt som fratrådt").click())
    assert dialog.asked() == "leave"


def test_the_dangerous_answer_stands_apart(theme, window, qtbot):
    dialog = QuestionDialog(theme, QUESTION, window)
    qtbot.addWidget(dialog)
    dialog.show()
    places = [button(dialog, text).x() for text in ("Slet alt", "Annullér", "Sæt som fratrådt")]
    assert places == sorted(places)


@pytest.mark.parametrize("dangerous", [True, False])
def test_enter_at_once_never_does_what_is_dangerous(theme, window, qtbot, dangerous):
    asked = QUESTION if dangerous else replace(QUESTION, answers=(QUESTION.answers[0], QUESTION.answers[2]))
    dialog = QuestionDialog(theme, asked, window)
    qtbot.addWidget(dialog)
    dialog.open()
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.answer == ("" if dangerous else "leave")


def test_enter_presses_the_answer_that_has_the_ring(theme, window, qtbot):
    dialog = QuestionDialog(theme, QUESTION, window)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    assert dialog.focusWidget() is button(dialog, "Sæt som fratrådt")
    with qtbot.waitSignal(dialog.accepted):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert dialog.answer == "leave"


@pytest.mark.parametrize("size", [100, 130])
def test_the_whole_question_is_seen_at_once(theme, window, qtbot, size):
    theme.choose(Scheme.LIGHT, size)
    long = "Hanne har 1 fravær, 1 aftale om timer og 15 linjer i historikken. Det kan heller ikke fortrydes bagefter. "
    dialog = QuestionDialog(theme, replace(QUESTION, text=long * 2), window)
    qtbot.addWidget(dialog)
    dialog.open()
    settle(dialog)
    assert list(cut_off(dialog)) == []


def file_dialog(window):
    return next(dialog for dialog in window.findChildren(QFileDialog) if dialog.isVisible())


@pytest.mark.parametrize("ask", ["file_to_open", "files_to_open", "file_to_save"])
def test_a_file_that_is_chosen_comes_back_and_none_when_she_leaves(messages, window, tmp_path, ask):
    wish = FileWish("Vælg fil", (("Regneark", "*.xlsx"),), tmp_path / "plan.xlsx")
    (tmp_path / "plan.xlsx").write_bytes(b"x")
    QTimer.singleShot(100, lambda: file_dialog(window).reject())
    assert not getattr(messages, ask)(wish)
    QTimer.singleShot(100, lambda: (file_dialog(window).selectFile("plan.xlsx"), file_dialog(window).done(1)))
    chosen = getattr(messages, ask)(wish)
    assert chosen in (tmp_path / "plan.xlsx", [tmp_path / "plan.xlsx"])


def test_a_folder_can_be_chosen(messages, window, tmp_path):
    QTimer.singleShot(100, lambda: file_dialog(window).done(1))
    assert messages.folder("Sted til kopier", tmp_path) == tmp_path


def test_asking_in_the_window_gives_the_answer(messages, window):
    QTimer.singleShot(100, lambda: button(window.findChild(QuestionDialog), "Sæt som fratrådt").click())
    assert messages.ask(QUESTION) == "leave"


def test_what_is_told_can_be_seen_whole(grab, theme, window, messages, qtbot):
    messages.note(Note("a", Level.MUST, "Drevet “Personale (P:)” svarer ikke.", "Kunne ikke gemme kl. 10.42."))
    messages.note(Note("b", Level.SHOULD, "Du kan læse alt.", "Åben hos Zenia.", (Choice("Prøv igen", lambda: None),)))
    messages.tell("Ferien for Karen, uge 30, er fjernet", [Choice("Fortryd", lambda: None)])
    grab(window, "fortael")
    dialog = QuestionDialog(theme, QUESTION, window)
    qtbot.addWidget(dialog)
    dialog.show()
    grab(dialog, "spoergsmaal", sized=False)
