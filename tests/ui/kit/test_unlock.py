"""The unlock field: wrong passwords are counted, never punished for good; nothing of the house is shown."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from dagleder.base.errors import UserProblem
from dagleder.exchange.paper import Paragraph
from dagleder.privacy.key_sheet import key_sheet
from dagleder.storage.problems import WrongSecret
from dagleder.storage.secret import Password, RecoveryKey
from ui.kit.attempts import Attempts, AttemptsByFile
from ui.kit.unlock import UnlockPage, Way, Words

WORDS = Words(
    "Børnehuset Solsikken",
    "Solsikken.dagleder · sidst gemt i går kl. 16.08",
    "Glemt koden? Kun nøglearket fra pengeskabet kan åbne filen. Vi kan ikke.",
    (Way("file", "Åbn fil…"), Way("copy", "Hent en kopi…")),
)


class Seconds:
    """A clock the test moves."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now


@pytest.fixture
def seconds():
    return Seconds()


@pytest.fixture
def page(theme, qtbot, seconds):
    made = UnlockPage(theme, WORDS, Attempts(seconds))
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    return made


def shown(page):
    return " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_enter_tries_what_was_typed(page, qtbot):
    qtbot.keyClicks(page.field, "hemmelig kode")
    with qtbot.waitSignal(page.tried) as tried:
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert tried.args == [Password("hemmelig kode")]


def test_nothing_typed_is_not_tried(page, qtbot):
    with qtbot.assertNotEmitted(page.tried):
        qtbot.keyClick(page.field, Qt.Key.Key_Return)


def test_the_password_is_hidden_until_she_asks(page):
    assert page.field.echoMode() == QLineEdit.EchoMode.Password
    page.field.actions()[-1].trigger()
    assert page.field.echoMode() == QLineEdit.EchoMode.Normal


def test_a_wrong_password_is_said_and_counted(page):
    page.field.setText("forkert")
    page.open_button.click()
    page.show_wrong(WrongSecret())
    assert "Adgangskoden passer ikke." in shown(page)
    assert "Store og små bogstaver skal være ens." in shown(page)
    assert "1 forsøg er brugt. Efter 5 er der 30 sekunders pause; filen slettes aldrig." in shown(page)
    assert page.field.hasFocus()
    assert page.field.selectedText()


def test_what_is_typed_while_another_is_tried_is_kept(page, qtbot):
    qtbot.keyClicks(page.field, "forkert")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    qtbot.keyClicks(page.field, "rigtig")
    page.show_wrong(WrongSecret())
    assert (page.field.text(), page.field.selectedText()) == ("rigtig", "")
    with qtbot.waitSignal(page.tried) as tried:
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert tried.args == [Password("rigtig")]


def test_enter_while_another_is_tried_tries_what_is_typed_then(page, qtbot):
    heard: list[object] = []
    page.tried.connect(heard.append)
    qtbot.keyClicks(page.field, "forkert")
    qtbot.mouseClick(page.open_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(QApplication.focusWidget(), "rigtig")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    page.show_wrong(WrongSecret())
    assert heard == [Password("forkert"), Password("rigtig")]
    assert page.open_button.text() == "Låser op…"


def test_a_password_that_did_not_fit_is_not_tried_and_counted_again(page, qtbot):
    heard: list[object] = []
    page.tried.connect(heard.append)
    qtbot.keyClicks(page.field, "forkert")
    for _ in range(2):
        qtbot.keyClick(page.field, Qt.Key.Key_Return)
    page.show_wrong(WrongSecret())  # also Enter pressed twice
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert heard == [Password("forkert")]
    assert "1 forsøg er brugt." in shown(page)


def test_what_was_stopped_by_something_else_can_be_tried_again(page, qtbot):
    heard: list[object] = []
    page.tried.connect(heard.append)
    qtbot.keyClicks(page.field, "rigtig")
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    page.show_problem(UserProblem("Filen er åben et andet sted."))
    qtbot.keyClick(page.field, Qt.Key.Key_Return)
    assert heard == [Password("rigtig")] * 2


def test_after_five_wrong_ones_she_waits_thirty_seconds(page, seconds):
    for _ in range(5):
        page.show_wrong(WrongSecret())
    assert not page.open_button.isEnabled()
    assert "Du kan prøve igen om 30 sekunder." in shown(page)
    seconds.now = 31
    page._show_pause()
    assert page.open_button.isEnabled()
    assert page.field.isEnabled()


def test_another_problem_is_not_counted_as_an_attempt(page):
    page.show_problem(UserProblem("Huset er fra en nyere udgave af Dagleder."))
    assert "nyere udgave" in shown(page)
    assert "forsøg er brugt" not in shown(page)


def test_the_sheets_key_is_typed_in_the_open(page, qtbot):
    page.key_button.click()
    assert page.field.echoMode() == QLineEdit.EchoMode.Normal
    assert "Nøglen fra nøglearket" in shown(page)
    qtbot.keyClicks(page.field, "ABCDE")
    with qtbot.waitSignal(page.tried) as tried:
        page.open_button.click()
    assert tried.args == [RecoveryKey("ABCDE")]


def test_the_way_the_key_sheet_tells_is_called_the_same_here(page):
    (told,) = [
        block.text
        for block in key_sheet("Solsikken", ["ABCD"], date(2026, 3, 12)).blocks
        if isinstance(block, Paragraph) and f"Vælg “{page.key_button.text()}”" in block.text
    ]
    assert "Skriv nøglen af" in told


def test_caps_lock_is_told_by_the_letters(page, qtbot):
    assert "Caps Lock" not in shown(page)
    qtbot.keyClick(page.field, "A")  # a capital without Shift
    assert "Caps Lock er slået til." in shown(page)
    qtbot.keyClick(page.field, "a")
    assert "Caps Lock" not in shown(page)


def test_the_ways_on_are_told_by_their_keys(page, qtbot):
    with qtbot.waitSignal(page.chosen) as chosen:
        next(button for button in page.findChildren(type(page.open_button)) if button.text() == "Hent en kopi…").click()
    assert chosen.args == ["copy"]


def test_the_page_can_be_seen_whole(grab, page):
    page.show_wrong(WrongSecret())
    page._caps_row.show()
    grab(page, "laas-aabn")


@pytest.mark.parametrize("size", [100, 130])
def test_the_pause_can_be_seen_whole(grab, theme, qtbot, size):
    theme.choose(text_size=size)
    page = UnlockPage(theme, WORDS, Attempts())
    qtbot.addWidget(page)
    for _ in range(15):
        page.show_wrong(WrongSecret())
    grab(page, f"laas-pause-{size}")
    theme.choose(text_size=100)


def test_the_locked_page_can_be_seen_whole(grab, theme, qtbot):
    text = "Ingen har rørt Dagleder i 10 minutter. Alt er gemt kl. 11.02, også den sætning, du var i gang med."
    foot = "Du kommer tilbage til samme sted: samme side, samme linje."
    words = Words("Låst, mens du var væk", text, foot, (Way("close", "Luk filen"),), locked=True)
    page = UnlockPage(theme, words, Attempts())
    qtbot.addWidget(page)
    grab(page, "laas-laast")


@pytest.mark.parametrize(
    ("wrong", "pause"), [(4, 0), (5, 30), (6, 0), (10, 60), (15, 120), (20, 240), (30, 900), (10_000, 900)]
)
def test_every_fifth_wrong_attempt_gives_a_pause_longer_than_the_one_before(wrong, pause):
    seconds = Seconds()
    attempts = Attempts(seconds)
    for _ in range(wrong):
        seconds.now += 1000
        attempts.wrong()
    assert attempts.seconds_left == pause


def test_the_length_of_the_next_pause_is_told_and_a_long_one_in_minutes(page, seconds):
    told = []
    for pause in (30, 60, 120):
        for _ in range(5):
            page.show_wrong(WrongSecret())
        told.append(page._used.text())
        seconds.now += pause
        page._show_pause()
        told.append(page._used.text())
    assert told == [
        "Du kan prøve igen om 30 sekunder. Filen slettes aldrig.",
        "5 forsøg er brugt. Efter 10 er der 1 minuts pause; filen slettes aldrig.",
        "Du kan prøve igen om 60 sekunder. Filen slettes aldrig.",
        "10 forsøg er brugt. Efter 15 er der 2 minutters pause; filen slettes aldrig.",
        "Du kan prøve igen om 2 minutter. Filen slettes aldrig.",
        "15 forsøg er brugt. Efter 20 er der 4 minutters pause; filen slettes aldrig.",
    ]


def test_another_page_at_the_same_file_waits_out_the_pause(theme, qtbot, seconds):
    attempts = Attempts(seconds)
    for _ in range(5):
        attempts.wrong()
    page = UnlockPage(theme, WORDS, attempts)
    qtbot.addWidget(page)
    page.show()
    assert not page.field.isEnabled()
    assert "Du kan prøve igen om 30 sekunder." in shown(page)
    seconds.now = 31
    page._show_pause()
    assert page.field.isEnabled()


def test_each_file_has_its_own_count_however_it_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    files = AttemptsByFile()
    assert files.at(tmp_path / "Solsikken.dagleder") is files.at(Path("Solsikken.dagleder"))
    assert files.at(tmp_path / "Maanen.dagleder") is not files.at(tmp_path / "Solsikken.dagleder")


def test_attempts_are_forgotten_when_it_was_right():
    attempts = Attempts(Seconds())
    for _ in range(5):
        attempts.wrong()
    attempts.forget()
    assert attempts.seconds_left == 0
