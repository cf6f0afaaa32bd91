"""The staff pages on a demo house, in as much room as the frame leaves them; what is told and asked is recorded."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from dagleder import app
from dagleder.base.errors import UserProblem
from dagleder.base.paths import settings_folder
from tests.ui.recorder import MessagesRecorder
from ui.context import Context, Outcome
from ui.kit.drafts import Drafts
from ui.kit.focus_ring import FocusRing
from ui.kit.memory import Memory
from ui.kit.messages import Choice
from ui.kit.page_stack import PageStack
from ui.kit.paper_job import PaperJob
from ui.kit.work import Work
from ui.pages import PAGES

_MENUS, _STATUS, _RAIL, _NARROW_RAIL, _NARROW = 44, 26, 204, 56, 1400


class Room(QWidget):
    """Where the frame's parts would be, there is nothing."""

    def __init__(self, stack: PageStack) -> None:
        super().__init__()
        self._stack = stack
        stack.setParent(self)
        self.setProperty("ground", "bg")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        rail = _NARROW_RAIL if self.width() < _NARROW else _RAIL
        self._stack.setGeometry(rail, _MENUS, self.width() - rail, self.height() - _MENUS - _STATUS)


class News(QObject):
    """The frame's signal of tables that moved."""

    changed = Signal(object)
    heard = Signal(object)


class Windows(QObject):
    """Notes every widget that is shown as a window of its own: it was shown before it had a place."""

    def __init__(self):
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(f"{type(watched).__name__} {watched.accessibleName()}")
        return False


@dataclass
class Place:
    """An open house with its pages."""

    services: app.Services
    messages: MessagesRecorder
    news: News = field(default_factory=News)
    hints: tuple[object, ...] = ()
    papers: list[PaperJob] = field(default_factory=list)
    steps: int = 0

    def set_up(self, theme, clock):
        self.memory = Memory(settings_folder() / "husket.json")
        self.stack = PageStack(self._make, self.memory)
        self.room = Room(self.stack)
        self.work = Work(self.messages.problem, self.room)
        self.drafts = Drafts(self.room)
        self.drafts.use(self.services.database)
        self.context = Context(
            clock=clock,
            theme=theme,
            messages=self.messages,
            work=self.work,
            memory=self.memory,
            drafts=self.drafts,
            changed=self.news.changed,
            open=self.stack.open,
            back=self.stack.back,
            show_paper=self.papers.append,
            run=self.run,
            undo=self.undo,
        )
        self.news.heard.connect(self._moved)
        self._unsubscribe = self.services.database.subscribe(self.news.heard.emit)

    @property
    def page(self):
        return self.stack.page

    def open(self, feature, record_id=None):
        self.stack.open(feature, record_id)
        return self.page

    def press(self, name):
        """Do one of the actions of the page in front, as its menu does."""
        action = next(action for action in self.page.page_actions() if action.name == name)
        assert not action.why_not(), action.why_not()
        action.run()

    def undo(self):
        self.services.database.undo()

    def run(self, said, call, at=None):
        before = self.steps
        try:
            value = call()
        except UserProblem as problem:
            if at is None or not at.show_problem(problem):
                self.messages.problem(problem)
            return Outcome(problem=problem)
        if said:
            undo = Choice("Fortryd", self.undo)
            self.messages.tell(said, (undo,) if self.steps > before else ())
        return Outcome(value)

    def close(self):
        self._unsubscribe()
        assert self.work.stop_all()
        QApplication.processEvents()
        self.room.close()
        self.drafts.use(None)  # as the frame does before it closes the house

    def _moved(self, changes):
        self.steps += 1
        self.stack.refresh(changes.tables)

    def _make(self, feature):
        page = next(entry for entry in PAGES if entry.feature == feature).make(self.context, self.services)
        page.hints_changed.connect(self._hinted)
        return page

    def _hinted(self, hints):
        self.hints = hints


@pytest.fixture
def open_place(qtbot, qapp, theme, clock, messages):
    """`open_place(services)`: the pages on a house; all of it is closed at the end."""
    opened = []
    windows = Windows()

    def opener(services):
        place = Place(services, messages)
        place.set_up(theme, clock)
        qtbot.addWidget(place.room)
        FocusRing(theme, qapp)
        place.room.resize(1440, 900)
        with qtbot.waitActive(place.room):
            place.room.show()
            place.room.activateWindow()
        qapp.installEventFilter(windows)
        opened.append(place)
        return place

    yield opener
    qapp.removeEventFilter(windows)
    assert windows.shown == []
    for place in opened:
        place.close()


@pytest.fixture
def place(open_place, demo_services):
    return open_place(demo_services)


@pytest.fixture
def new_services(tmp_path, clock):
    """A house with nobody in it."""
    services = app.create_house(tmp_path / "Nyt.dagleder", name="Børnehuset Nyt", secret=None, clock=clock)
    yield services
    services.close()


@pytest.fixture
def new_place(open_place, new_services):
    return open_place(new_services)


LIST = """Navn;Stilling;Afd.;Timer;Ansat;Mobil;CPR
Amalie Tangvig;Pædagog;Mariehønen;37;01-08-2016;20 00 00 01;010190-0000
Birthe Lindemark;Pædagogmedhjælper;Mariehønen;32;15-02-2009;20 00 00 02;020290-0000
Cecilie Ravnsø;Pædagog;Mariehøne;37;01-03-2021;20 00 00 03;030390-0000
Dorte Højkilde;Pædagogisk assistent;Mariehønen;34;1/9 18;20 00 00 04;040490-0000
Gitte Klitager;Pædagogmedhjælper;Humlebien;300;01-01-2006;20 00 00 07;050590-0000
Helle Brinkholt;Pædagog;Humlebien;37;01-05-2011;20 00 00 08;060690-0000
Ida Søndervang;Pædagogisk assistent;Humlebien;37;01-08-2022;20 00 00 09;070790-0000
I alt;;;514;;;
"""


@pytest.fixture
def list_file(tmp_path):
    """A staff list with what the picture of the import has in it."""
    path = tmp_path / "personaleliste 2026.csv"
    path.write_text(LIST, "utf-8")
    return path
