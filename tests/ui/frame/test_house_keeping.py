"""Copies while a house is open, and what is said when they cannot be made."""

import threading
from dataclasses import dataclass, field
from functools import partial

import pytest
from PySide6.QtWidgets import QLabel

from dagleder.base.errors import UserProblem
from tests.ui.frame.conftest import stands
from tests.ui.frame.test_locking import lock
from ui.context import Parts
from ui.house_keeping import HouseKeeping
from ui.kit.drafts import Drafts
from ui.kit.memory import Memory
from ui.kit.status_line import StatusLine
from ui.kit.work import Job, Lane, Work


@dataclass
class Receipt:
    problem: str = ""


@dataclass
class Copies:
    """Stands in for the keeper of backups: says what the test wants said."""

    due: bool = False
    behind: bool = False
    receipt: Receipt = field(default_factory=Receipt)
    refuses: str = ""
    made: int = 0

    def keep(self):
        if self.refuses:
            raise UserProblem(self.refuses)
        self.made += 1
        return self.receipt

    def close(self):
        return self.keep()


@pytest.fixture
def copies():
    return Copies()


@pytest.fixture
def parts(theme, clock, messages, tmp_path):
    return Parts(clock, theme, messages, Work(messages.problem), Memory(tmp_path / "husket.json"), Drafts())


@pytest.fixture
def keeping(parts, database, copies, qtbot):
    line = StatusLine(parts.theme)
    qtbot.addWidget(line)
    yield HouseKeeping(parts, line, database, copies, line)
    assert parts.work.stop_all()


def test_a_copy_is_made_when_it_is_due_and_nobody_is_told(keeping, copies, messages, qtbot):
    keeping.look()
    copies.due = True
    keeping.look()
    qtbot.waitUntil(lambda: copies.made == 1)
    qtbot.wait(50)
    assert (messages.told, messages.notes) == ([], {})


def test_an_extra_copy_that_is_missing_is_said_until_it_is_there(keeping, copies, messages, qtbot):
    copies.receipt = Receipt("Kopien kunne ikke lægges i P:. Er drevet tilsluttet?")
    keeping.copy_now()
    qtbot.waitUntil(lambda: "backup" in messages.notes)
    assert messages.notes["backup"].lead == "Den ekstra kopi mangler."
    copies.receipt = Receipt()
    keeping.copy_now()
    qtbot.waitUntil(lambda: "backup" not in messages.notes)


def test_a_copy_that_cannot_be_made_is_said(keeping, copies, messages, qtbot):
    copies.refuses = "Der er ikke plads på disken."
    keeping.copy_now()
    qtbot.waitUntil(lambda: "backup" in messages.notes)
    assert messages.notes["backup"].text == "Der er ikke plads på disken."


def test_what_went_wrong_at_close_is_said_next_time(keeping, parts, database, copies, qtbot):
    copies.refuses = "Der er ikke plads på disken."
    closed: list[bool] = []
    keeping.close(partial(closed.append, True))
    qtbot.waitUntil(lambda: closed == [True])
    HouseKeeping(parts, StatusLine(parts.theme), database, copies, parts.work).tell_of_last_time()
    assert parts.messages.notes["backup"].lead == "Kopien ved sidste lukning mangler."


def test_a_copy_can_be_saved_elsewhere_but_not_over_the_house_itself(program, open_house, tmp_path, monkeypatch, qtbot):
    chosen = iter([tmp_path / "kopi.dagleder", open_house])
    monkeypatch.setattr(program.messages, "file_to_save", lambda _wish: next(chosen))
    program.save_copy()
    qtbot.waitUntil((tmp_path / "kopi.dagleder").is_file, timeout=10_000)
    program.save_copy()
    assert "problem" in program.messages._bars


def test_a_house_for_reading_makes_no_copies(start, open_house, clock, qtbot):
    from dagleder import app  # noqa: PLC0415 -- beside its only use

    other = app.open_house(open_house, None, clock)
    program = start(open_house)
    qtbot.waitUntil(lambda: program.stage.over is not None, timeout=10_000)
    program.stage.over.notice.ways[0].run()
    qtbot.waitUntil(lambda: stands(program), timeout=10_000)
    program.back_up_now()
    assert "problem" in program.messages._bars
    other.close()
    program.messages._bars["elsewhere"].note.choices[0].run()
    qtbot.waitUntil(lambda: stands(program) and not program.frame.services.database.read_only, timeout=10_000)


@pytest.mark.parametrize("lane", Lane)
@pytest.mark.parametrize("end", ["leave", "close_house", "lock"])
def test_a_house_is_closed_when_nobody_reads_it_any_more(protected, qtbot, lane, end):
    """Work that is held up in either lane finds the house open when it goes on."""
    program, services = protected, protected.frame.services
    begun, go_on, read = threading.Event(), threading.Event(), []

    def look(_progress):
        begun.set()
        go_on.wait(10)
        read.append(services.settings.house().name)

    program.parts.work.start(Job("Ser efter", look, lambda _none: None, lane=lane, quiet=True))
    assert begun.wait(10)
    getattr(program, end)()
    qtbot.wait(100)
    assert not services.database.locked
    go_on.set()
    qtbot.waitUntil(lambda: services.database.locked, timeout=10_000)
    assert read == ["Børnehuset Månen"]


def test_a_page_that_is_gone_hears_of_no_answer_but_a_problem_is_told(program, qtbot):
    go_on, label = threading.Event(), QLabel(program.frame.stack)

    def refused(_progress):
        raise UserProblem("Listen er åben i Excel. Luk den først.")

    work = program.parts.work
    work.start(Job("Tæller", lambda _progress: str(go_on.wait(10)), label.setText, lane=Lane.DATA, quiet=True))
    work.start(Job("Gemmer", refused, label.setText, lambda problem: label.setText(problem.sentence), lane=Lane.DATA))
    program.close_house()
    qtbot.wait(50)  # the page goes with the house
    go_on.set()
    qtbot.waitUntil(lambda: not work.busy, timeout=10_000)
    assert "Luk den først" in program.messages._bars["problem"].note.text


def test_nothing_is_copied_while_the_window_is_locked(protected, qtbot):
    lock(protected, qtbot)
    keeping = protected._house.keeping
    keeping._keeper = Copies(due=True, behind=True, refuses="Vinduet er låst.")
    keeping.look()
    qtbot.waitUntil(lambda: not protected.parts.work.busy, timeout=10_000)
    assert "backup" not in protected.messages._bars
