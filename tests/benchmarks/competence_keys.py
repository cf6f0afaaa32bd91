"""Keys on the page Kompetencer in the whole window: an arrow, and a level typed with all that follows from it.

    python -m tests.benchmarks.competence_keys [rounds]

In the demo house, and with 400 people and 60 competences. Milliseconds of the processor until all is painted again;
the disk is waited for in neither.
"""

import os
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path
from statistics import median

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dagleder import app
from dagleder.base.clock import FixedClock
from dagleder.base.paths import resource
from tests.benchmarks import vulnerability
from tests.ui.place import Place
from tests.ui.recorder import MessagesRecorder
from ui.competence.page import CompetencePage
from ui.kit.matrix import Matrix
from ui.theme.theme import Theme

PEOPLE, ROUNDS = 400, 12
NOW = datetime(2026, 3, 12, 10, 42)
ARROW_MS, DEMO_MS, LARGE_MS = 30, 60, 100
K = Qt.Key


def pressed(matrix: Matrix, key: Qt.Key) -> float:
    began = time.process_time()
    QTest.keyClick(matrix, key)
    for _ in range(3):  # what was put off is done, laid out and painted
        QApplication.processEvents()
    return (time.process_time() - began) * 1000


def typed_in(page: CompetencePage) -> float:
    """A level other than the one that stands there; then she goes on to the next person."""
    matrix = page.desk.card.matrix
    told = matrix.cursor_words()
    taken = pressed(matrix, K.Key_2 if "niveau 1" in told else K.Key_1)
    assert matrix.cursor_words() != told, "nothing was set"
    pressed(matrix, K.Key_Down)
    return taken


def keys_in(services: app.Services, now: datetime, theme: Theme, rounds: int) -> tuple[float, float]:
    """An arrow and a typed level, in the middle of the rounds."""
    place = Place(services, theme, FixedClock(now), MessagesRecorder())
    place.room.resize(1366, 768)
    place.room.show()
    for feature in ("presence", "meetings", "staff"):  # she has been elsewhere too
        place.open(feature)
    page: CompetencePage = place.open("competence")
    matrix = page.desk.card.matrix
    matrix.setFocus()
    while place.work.busy:
        QApplication.processEvents()
    ways = [K.Key_Down, K.Key_Right, K.Key_Up, K.Key_Left] * rounds
    arrows = [pressed(matrix, key) for key in ways]
    typed = [typed_in(page) for _ in range(rounds)]
    place.close()
    return median(arrows), median(typed)


def main(rounds: int = ROUNDS) -> int:
    application = QApplication(sys.argv[:1])
    theme, clock = Theme(application, resource()), FixedClock(NOW)
    held = True
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DAGLEDER_HOME"] = folder
        demo = app.create_demo_house(Path(folder, "demo.dagleder"), secret=None, clock=clock)
        large = vulnerability.full_house(Path(folder), PEOPLE)
        houses = (("the demo house", demo, NOW, DEMO_MS), (f"{PEOPLE} people", large, vulnerability.NOW, LARGE_MS))
        for name, services, now, goal in houses:
            arrow, typed = keys_in(services, now, theme, rounds)
            services.close()
            good = arrow <= ARROW_MS and typed <= goal
            held = held and good
            print(f"{name}: an arrow {arrow:.0f} ms, a typed level {typed:.0f} ms")
            print(f"goal: <= {ARROW_MS} and {goal} ms: {'holds' if good else 'MISSED'}")
    return 0 if held else 1


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(*map(int, sys.argv[1:])))
