"""Background work: two lanes, progress, stop, and answers that come home in the window's thread."""

import threading

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QWidget

from dagleder.base.errors import UserProblem
from ui.kit.card_place import CardPlace
from ui.kit.progress_card import time_left
from ui.kit.work import Job, Lane, Progress, Work


@pytest.fixture
def problems():
    return []


@pytest.fixture
def work(qapp, problems):  # noqa: ARG001 -- signals need an application
    made = Work(problems.append)
    yield made
    assert made.stop_all()
    made.deleteLater()


def test_an_answer_comes_home_in_the_windows_thread(work, qtbot):
    told = []
    home = QThread.currentThread()
    job = Job(
        "Tæller", lambda _p: (threading.get_ident(), 42), lambda answer: told.append((answer, QThread.currentThread()))
    )
    work.start(job)
    qtbot.waitUntil(lambda: bool(told))
    (thread, answer), arrived = told[0]
    assert (answer, arrived) == (42, home)
    assert thread != threading.get_ident()


def test_the_data_lane_takes_one_at_a_time_in_order(work, qtbot):
    order: list[tuple[str, int]] = []
    both: list[int] = []

    def run(number):
        def inside(_progress):
            order.append(("in", number))
            order.append(("out", number))
            return number

        return inside

    for number in range(20):
        work.start(Job(str(number), run(number), both.append, lane=Lane.DATA))
    qtbot.waitUntil(lambda: len(both) == 20)
    assert order == [(way, number) for number in range(20) for way in ("in", "out")]


def test_a_problem_goes_to_whoever_asked_for_it(work, problems, qtbot):
    def fail(_progress: Progress) -> None:
        raise UserProblem("Filen er tom.")

    mine: list[UserProblem] = []
    work.start(Job("Læser", fail, lambda _answer: None, mine.append))
    work.start(Job("Læser", fail, lambda _answer: None))
    qtbot.waitUntil(lambda: bool(mine) and bool(problems))
    assert [problem.sentence for problem in mine + problems] == ["Filen er tom."] * 2


def test_a_stopped_job_gives_no_answer(work, qtbot):
    answers: list[None] = []
    stopped: list[bool] = []
    waiting = threading.Event()

    def long(progress: Progress) -> None:
        waiting.set()
        while True:
            progress.tell(1, 2, "halvvejs")

    task = work.start(Job("Regner", long, answers.append, stopped=lambda: stopped.append(True)))
    assert waiting.wait(5)
    task.stop()
    qtbot.waitUntil(lambda: bool(stopped))
    assert answers == []


def test_a_job_can_be_asked_for_its_best_answer_so_far(work, qtbot):
    answers: list[int] = []

    def better_and_better(progress: Progress) -> int:
        best = 0
        while not progress.enough:
            best += 1
        return best

    work.start(Job("Regner", better_and_better, answers.append, offers_best=True)).use_best()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers[0] >= 0


def test_a_fault_of_ours_reaches_the_programs_hook(work, qtbot, monkeypatch):
    caught = []
    monkeypatch.setattr("sys.excepthook", lambda kind, *_rest: caught.append(kind))
    work.start(Job("Fejler", lambda _p: 1 // 0, lambda _answer: None))
    qtbot.waitUntil(lambda: bool(caught))
    assert caught == [ZeroDivisionError]


def test_a_card_appears_only_when_a_job_takes_its_time(work, theme, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    window.show()
    place = CardPlace(theme, window)
    work.started.connect(place.show_task)
    go_on = threading.Event()
    done: list[bool] = []
    work.start(Job("Regner på mødeplanen", lambda _p: go_on.wait(10), done.append))
    assert place.isHidden()
    qtbot.waitUntil(place.isVisible, timeout=3000)
    assert window.rect().contains(place.geometry())
    go_on.set()
    qtbot.waitUntil(lambda: bool(done))
    assert place.isHidden()


@pytest.mark.parametrize(
    ("spent", "share", "text"),
    [
        (1.9, 0.5, ""),
        (4.0, 0.0, ""),
        (4.0, 0.5, "ca. 4 sek."),
        (2.0, 0.99, "ca. 1 sek."),
        (60.0, 0.25, "ca. 3 min."),
    ],
)
def test_the_time_left_is_told_after_two_seconds(spent, share, text):
    assert time_left(spent, share) == text
