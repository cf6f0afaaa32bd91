"""The page Bemanding on a demo house, in as much room as the frame leaves it; what is told and opened is recorded."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from dagleder import app
from dagleder.base.errors import UserProblem
from dagleder.base.paths import settings_folder
from tests.ui.recorder import MessagesRecorder
from ui.context import Context, Outcome
from ui.kit.actions import Hint
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


@dataclass
class Place:
    """An open house with its pages."""

    services: app.Services
    messages: MessagesRecorder
    news: News = field(default_factory=News)
    hints: tuple[Hint, ...] = ()
    papers: list[PaperJob] = field(default_factory=list)
    steps: int = 0
    opened: list[tuple[str, int | None]] = field(default_factory=list)  # of other features

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
            open=self._open_other,
            back=self.stack.back,
            show_paper=self.papers.append,
            run=self.run,
        )
        self.news.heard.connect(self._moved)
        self._unsubscribe = self.services.database.subscribe(self.news.heard.emit)

    @property
    def page(self):
        return self.stack.page

    def open(self, feature, record_id=None):
        self.stack.open(feature, record_id)
        return self.page

    def _open_other(self, feature, record_id=None):
        self.opened.append((feature, record_id))

    def press(self, name):
        """Do one of the actions of the page in front, as its menu does."""
        action = next(action for action in self.page.page_actions() if action.name == name)
        assert not action.why_not(), action.why_not()
        action.run()

    def run(self, said, call, at=None):
        before = self.steps
        try:
            value = call()
        except UserProblem as problem:
            if at is None or not at.show_problem(problem):
                self.messages.problem(problem)
            return Outcome(problem=problem)
        if said:
            self.messages.tell(said, (Choice("Fortryd", self._undo),) if self.steps > before else ())
        return Outcome(value)

    def _undo(self) -> None:
        self.services.database.undo()

    def close(self):
        self._unsubscribe()
        assert self.work.stop_all()
        QApplication.processEvents()
        self.room.close()

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
def open_place(qapp, qtbot, theme, clock, messages):
    """`open_place(services)`: the pages on a house; all of it is closed at the end."""
    opened = []

    def opener(services):
        place = Place(services, messages)
        place.set_up(theme, clock)
        qtbot.addWidget(place.room)
        FocusRing(theme, qapp)
        place.room.resize(1440, 900)
        with qtbot.waitExposed(place.room):
            place.room.show()
        opened.append(place)
        return place

    yield opener
    for place in opened:
        place.close()


@pytest.fixture
def place(open_place, demo_services):
    return open_place(demo_services)


@pytest.fixture
def page(place):
    """The page in the week of 12 March 2026, with the keyboard in the grid."""
    opened = place.open("presence")
    opened.desk.grid.setFocus()
    return opened
