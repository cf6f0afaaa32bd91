"""The program in a process of its own, with a note half written, until somebody kills it.

python -m tests.story.window_worker FILE PASSWORD
"""

import sys
import time
from pathlib import Path

import ui.quick_import  # noqa: F401 -- as the program does: before Qt

# isort: split
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from dagleder.base.clock import FixedClock
from tests.conftest import NOW
from ui.front_page import FrontPage
from ui.kit.text_area import TextArea
from ui.kit.unlock import UnlockPage
from ui.program import Program

TYPED = "Husk at spørge til sommerferien"


def work(path: Path, password: str) -> None:
    application, clock = QApplication([]), FixedClock(NOW)
    front = FrontPage(application, clock.today(), path)
    front.window.show_first()
    program = Program(front, clock)
    program.begin()
    page = program.stage.over
    assert isinstance(page, UnlockPage)
    page.field.setText(password)
    page.open_button.click()
    frame = _waited(lambda: program.frame if program.frame and program.frame.ready else None)
    person = frame.services.staff.staff_list()[0]
    frame.open("staff_edit", person.id)
    field = _waited(lambda: front.window.findChild(TextArea))
    field.setFocus()
    QTest.keyClicks(field, TYPED)
    _waited(lambda: TYPED in str(frame.services.database.drafts()))
    print(person.id, flush=True)  # noqa: T201 -- the parent listens
    while True:
        QTest.qWait(1000)


def _waited(look):
    end = time.monotonic() + 60
    while not (found := look()):
        assert time.monotonic() < end
        QApplication.processEvents()
        time.sleep(0.02)  # QTest.qWait keeps Python's lock, and the house is opened in another thread
    return found


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2])
