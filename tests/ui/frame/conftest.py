"""The whole program on a real house: the window as she has it, with two plain pages in it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.storage import keys
from dagleder.storage.header import KeyCost
from dagleder.storage.secret import Password
from tests.ui.frame.some_pages import SOME_PAGES
from ui.front_page import FrontPage
from ui.kit.unlock import UnlockPage
from ui.program import Program
from ui.theme.theme import Theme

PASSWORD = Password("hemmelig kode 12")

Start = Callable[[Path | None], Program]


@pytest.fixture
def quick_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passwords that cost nothing to try."""
    monkeypatch.setattr(keys, "calibrated_cost", lambda: KeyCost(6, 1))


@pytest.fixture
def open_house(house_file: Path, tmp_path: Path) -> Path:
    """A house without a password."""
    path = tmp_path / "Solsikken.dagleder"
    shutil.copy(house_file, path)
    return path


@pytest.fixture
def locked_house(tmp_path: Path, clock: FixedClock, quick_key: None) -> Path:  # noqa: ARG001 -- before the house
    """A house with a password."""
    path = tmp_path / "Maanen.dagleder"
    app.create_house(path, name="Børnehuset Månen", secret=PASSWORD, clock=clock).close()
    return path


@pytest.fixture
def start(qapp: QApplication, theme: Theme, clock: FixedClock, qtbot) -> Iterator[Start]:
    """Starts the program on a file, as `python -m ui FILE` does; ends it afterwards."""
    started: list[Program] = []

    def begin(wanted: Path | None = None) -> Program:
        front = FrontPage(qapp, clock.today(), wanted, SOME_PAGES)
        front.window.resize(1440, 900)
        with qtbot.waitActive(front.window):  # as it is when the program has been brought
            front.window.show_first()
        program = Program(front, clock, theme=theme)
        started.append(program)
        program.begin()
        return program

    yield begin
    for program in started:
        program.locker.idle.stop()
        if isValid(program.window) and program.window.isVisible():
            program.leave()
            qtbot.waitUntil(lambda shown=program.window: not shown.isVisible(), timeout=10_000)
        program.end()


@pytest.fixture
def program(start: Start, open_house: Path, qtbot) -> Program:
    """The program with a house open."""
    started = start(open_house)
    qtbot.waitUntil(lambda: stands(started), timeout=10_000)
    return started


@pytest.fixture
def protected(start: Start, locked_house: Path, qtbot) -> Program:
    """The program with a house with a password, unlocked."""
    started = start(locked_house)
    unlock(started, PASSWORD.text)
    qtbot.waitUntil(lambda: stands(started), timeout=10_000)
    return started


def stands(program: Program) -> bool:
    """A house is open, and its first page is there."""
    return program.frame is not None and program.frame.ready


def unlock(program: Program, text: str) -> None:
    page = program.stage.over
    assert isinstance(page, UnlockPage)
    page.field.setText(text)
    page.open_button.click()
