"""The whole program in its window, with no house to begin with: what a new leader sees."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from dagleder.exchange.tables import read_table
from dagleder.staff.import_target import STAFF_TARGET
from dagleder.storage import keys
from dagleder.storage.header import KeyCost
from tests.ui.grabs import settle
from ui.front_page import FrontPage
from ui.guide.welcome_step import Way
from ui.kit.drafts import TextField, text_of
from ui.program import Program

WORDS = "sol sommer solsikke"
PATIENCE_MS = 60_000


class Guided:
    """The program, and what a test asks of it again and again."""

    def __init__(self, program, qtbot):
        self.program, self._qtbot = program, qtbot

    @property
    def guide(self):
        return self.program.stage.over

    @property
    def step(self):
        """The step in front."""
        return self.guide.shown

    def at(self, step):
        """Whether that is the step in front."""
        return self.guide.step is step

    @property
    def services(self):
        return self.program.frame.services

    def wait(self, reached=lambda: True):
        """Until it is so, and nothing is done in the background any more."""
        self._qtbot.waitUntil(lambda: reached() and not self.program.parts.work.busy, timeout=PATIENCE_MS)
        settle(self.program.window)

    def press(self, button):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def on(self):
        """'Videre'."""
        self.press(self.guide.next_button)
        self.wait()

    def make_house(self, name="Lille hus", way=Way.TYPE):
        self.press(self.step.buttons[way])
        QTest.keyClicks(self.step.form.frame("name").control, name)
        self.press(self.guide.next_button)
        self.wait(self.stands)

    def to_staff(self, way=Way.TYPE):
        self.make_house(way=way)
        self.step.without_button.click()
        self.on()

    def to_teams(self, *lines):
        """With staff typed: (name, role, hours, stue)."""
        self.to_staff()
        for line in lines:
            self.type_line(*line)
        self.on()

    def to_calendar(self, *lines):
        """Past what is proposed for the stuer and of competences, with both taken as they are."""
        self.to_teams(*lines)
        self.on()
        self.on()

    def type_line(self, *texts):
        """A line of the typed list, by keys alone."""
        for at, text in enumerate(texts):
            control = focused()
            QTest.keyClicks(control, text)
            QTest.keyClick(control, Qt.Key.Key_Tab if at < len(texts) - 1 else Qt.Key.Key_Return)

    def stands(self):
        """The guide is there on an open house."""
        frame = self.program.frame
        return frame is not None and frame.ready and self.guide is not None

    def pages_stand(self):
        frame = self.program.frame
        return frame is not None and frame.ready and self.guide is None

    @staticmethod
    def read(file):
        """A staff list as read from a file."""
        return read_table(file, STAFF_TARGET)

    def history(self):
        return [step.name for step in self.services.database.history() if not step.undone]


def focused() -> QWidget:
    """Where the keyboard is."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def focused_text() -> str:
    """What stands where the keyboard is."""
    field = focused()
    assert isinstance(field, TextField)
    return text_of(field)


@pytest.fixture
def quick_key(monkeypatch):
    """Passwords that cost nothing to try."""
    monkeypatch.setattr(keys, "calibrated_cost", lambda: KeyCost(6, 1))


@pytest.fixture
def start(qapp, theme, clock, qtbot, quick_key):  # noqa: ARG001 -- before any house
    """Starts the program on a file, or on none; ends it afterwards."""
    started = []

    def begin(wanted=None):
        front = FrontPage(qapp, clock.today(), wanted)
        front.window.resize(1440, 900)
        front.window.show_first()
        program = Program(front, clock, theme=theme)
        started.append(program)
        program.begin()
        return Guided(program, qtbot)

    yield begin
    for program in started:
        program.locker.idle.stop()
        if isValid(program.window) and program.window.isVisible():
            program.leave()
            qtbot.waitUntil(lambda shown=program.window: not shown.isVisible(), timeout=PATIENCE_MS)
        program.end()


@pytest.fixture
def guided(start, qtbot):
    """The first thing a new leader sees, in front and with the keyboard."""
    begun = start()
    begun.wait(lambda: begun.guide is not None)
    with qtbot.waitActive(begun.program.window):
        begun.program.window.activateWindow()
    begun.step.begin()
    return begun
