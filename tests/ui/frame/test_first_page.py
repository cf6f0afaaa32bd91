"""The first picture, and the way from it to the running program."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QDialogButtonBox

from dagleder.base.last_house import LastHouse, remember_house
from tests.ui.frame.some_pages import SOME_PAGES
from tests.ui.grabs import FOLDER
from ui.front_page import FrontPage
from ui.kit.memory import Memory
from ui.second_page import SecondPage, speak_danish

ROOT = Path(__file__).resolve().parents[3]

PROGRAM = """
import gc
import sys
from PySide6.QtCore import QTimer
import ui.quick_import
from ui import __main__ as entry, second_page
stood = []
def look(front):
    frames = [one for one in front.window.children() if one.objectName() == "house"]
    if frames and frames[0].ready:
        print("heavy before paint:", stood[0], "title:", front.window.windowTitle())
        print("collects by itself:", gc.isenabled())
        front.window.close()
    else:
        QTimer.singleShot(20, lambda: look(front))
went_on = entry._go_on
def go_on(front, clock):
    stood.append("sqlalchemy" in sys.modules)
    QTimer.singleShot(20, lambda: look(front))
    went_on(front, clock)
entry._go_on = go_on
sys.exit(entry.main())
"""


@pytest.fixture
def front(qapp, clock, theme, qtbot):  # noqa: ARG001 -- light colours
    made: list[FrontPage] = []

    def begin(wanted):
        page = FrontPage(qapp, clock.today(), wanted, SOME_PAGES)
        qtbot.addWidget(page.window)
        made.append(page)
        return page

    return begin


def test_the_program_starts_on_a_house_and_ends_when_its_window_is_closed(open_house, own_home):
    environment = os.environ | {"DAGLEDER_HOME": str(own_home), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(open_house)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert (done.returncode, done.stderr.replace("This plugin does not support raise()\n", "")) == (0, "")
    assert (
        done.stdout == "heavy before paint: False title: Dagleder – Børnehuset Solsikken\ncollects by itself: False\n"
    )


def test_the_first_picture_has_the_frames_colours_where_the_frame_will_be(front, theme, open_house):
    window = front(open_house).window
    window.resize(1440, 900)
    image = window.grab().toImage()
    shown = {
        name: QColor(image.pixelColor(*at)).name().upper()
        for name, at in {
            "surface": (700, 20),
            "rail": (20, 600),
            "bg": (800, 500),
            "surface2": (800, 890),
        }.items()
    }
    assert shown == {name: theme.name(name) for name in shown}


@pytest.mark.parametrize("width", [1366, 1440])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_first_picture_can_be_looked_at(front, open_house, locked_house, own_home, width, scheme):
    FOLDER.mkdir(parents=True, exist_ok=True)
    remember_house(LastHouse(open_house, "Børnehuset Solsikken"))
    memory = Memory(next(own_home.rglob("sidste-hus.json")).with_name("husket.json"))
    memory.keep("look", "scheme", scheme)
    memory.save()
    pictures = []
    for name, wanted in (("hus", open_house), ("laas", locked_house), ("intet", own_home / "væk.dagleder")):
        window = front(wanted).window
        window.resize(width, 768)
        picture = window.grab()
        assert picture.save(str(FOLDER / f"foerste-{name}-{scheme}-{width}.png"))
        pictures.append(picture.toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_a_window_stands_where_it_was_left(front, open_house):
    first = front(open_house)
    first.window.setGeometry(40, 50, 1000, 700)
    first.window._keep_size()
    first.memory.save()
    again = front(open_house).window.geometry()
    assert (again.x(), again.y(), again.width(), again.height()) == (40, 50, 1000, 700)


@pytest.mark.parametrize("kept", [[], [1, 2], ["a", 2, 3, 4], [90_000, 90_000, 800, 600]])
def test_a_place_that_makes_no_sense_is_passed_over(front, open_house, own_home, kept):
    memory = Memory(own_home / "indstillinger" / "husket.json")
    memory.keep("window", "place", kept)
    (own_home / "indstillinger").mkdir(parents=True, exist_ok=True)
    memory.save()
    window = front(open_house).window
    assert window.screen().availableGeometry().intersects(window.geometry())


@pytest.mark.usefixtures("restored_hook")
def test_the_program_is_brought_by_a_thread_after_the_first_picture(qapp, open_house, clock, qtbot):
    page = FrontPage(qapp, clock.today(), open_house, SOME_PAGES)
    page.window.show_first()
    second = SecondPage(page, clock)
    second.load()
    qtbot.waitUntil(lambda: second._program is not None, timeout=30_000)
    program = second._program
    qtbot.waitUntil(lambda: program.frame is not None and program.frame.ready, timeout=30_000)
    assert page.window.centralWidget() is program.stage
    program.leave()
    qtbot.waitUntil(lambda: not page.window.isVisible(), timeout=10_000)
    qapp.aboutToQuit.disconnect(second._end)
    second._end()


@pytest.fixture
def restored_hook(monkeypatch):
    """The program catches what nobody caught: only while this test runs."""
    import threading  # noqa: PLC0415 -- beside its only use

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)


def test_qts_own_buttons_speak_danish(qapp, qtbot):
    before = QLocale()
    speak_danish(qapp)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Annuller"
    assert QLocale().toString(1.5) == "1,5"
    assert Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase_da.qm").is_file()
    QLocale.setDefault(before)
