"""The staff pages in a window of their own, on a demo house; what is told and asked is recorded."""

from dataclasses import dataclass

import pytest
from PySide6.QtWidgets import QApplication

from dagleder.base.paths import settings_folder
from tests.ui.recorder import MessagesRecorder
from ui.context import Parts
from ui.house_frame import HouseFrame
from ui.kit.action_book import ActionBook
from ui.kit.drafts import Drafts
from ui.kit.focus_ring import FocusRing
from ui.kit.memory import Memory
from ui.kit.rail import RailEntry
from ui.kit.work import Work
from ui.main_window import MainWindow
from ui.pages import PAGES, key_of_place


@dataclass
class Place:
    """An open house in a window."""

    window: MainWindow
    frame: HouseFrame
    services: object
    messages: MessagesRecorder

    @property
    def page(self):
        return self.frame.stack.page

    def open(self, feature, record_id=None):
        self.frame.open(feature, record_id)
        return self.page

    def press(self, name):
        """Do one of the actions of the page in front, as its menu does."""
        action = next(action for action in self.page.page_actions() if action.name == name)
        assert not action.why_not(), action.why_not()
        action.run()


@pytest.fixture
def open_place(qtbot, theme, clock, messages):
    """`open_place(services)`: the window on a house; all of it is closed at the end."""
    opened = []

    def opener(services):
        memory = Memory(settings_folder() / "husket.json")
        entries = [
            RailEntry(p.feature, p.title, p.icon, p.foot, key_of_place(n)) for n, p in enumerate(PAGES) if p.in_rail
        ]
        window = MainWindow(theme, memory, entries)
        qtbot.addWidget(window)
        work = Work(messages.problem, window)
        drafts = Drafts(window)
        drafts.use(services.database)
        parts = Parts(clock, theme, messages, work, memory, drafts)
        frame = HouseFrame(window, ActionBook(theme, window), parts, services, PAGES)
        FocusRing(theme, QApplication.instance())
        window.status_line.show_day(clock.today())
        window.status_line.show_file(services.database.path.name, "uden adgangskode", encrypted=False)
        frame.show_house()
        window.show_house()
        window.resize(1440, 900)
        with qtbot.waitExposed(window):
            window.show()
        place = Place(window, frame, services, messages)
        opened.append((place, work))
        return place

    yield opener
    for place, work in opened:
        assert work.stop_all()
        QApplication.processEvents()
        place.frame.close()
        place.window.leave()


@pytest.fixture
def place(open_place, demo_services):
    return open_place(demo_services)
