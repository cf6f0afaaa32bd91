"""The settings pages alone on a demo house: what is told, asked, opened and shown on paper is noted."""

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from dagleder import app
from dagleder.base.errors import UserProblem
from dagleder.base.paths import settings_folder
from tests.ui.grabs import settle
from ui.context import Context, Outcome
from ui.kit.drafts import Drafts
from ui.kit.focus_ring import FocusRing
from ui.kit.memory import Memory
from ui.kit.page import Page
from ui.kit.paper_job import PaperJob
from ui.kit.work import Work


class Frame(QObject):
    """Stands where the window's frame does: hears of changes and hands them to the page."""

    changed = Signal(object)
    heard = Signal(object)


@dataclass
class Place:
    """A page on an open house."""

    services: app.Services
    messages: Any
    work: Work
    frame: Frame
    page: Any = None
    opened: list[tuple[str, int | None]] = field(default_factory=list)
    papers: list[PaperJob] = field(default_factory=list)

    @property
    def house(self):
        return self.services.settings.house()

    def wait(self, qtbot):
        """Until nothing is done in the background any more."""
        qtbot.waitUntil(lambda: not self.work.busy, timeout=20_000)
        QApplication.processEvents()

    def show(self, page: Page, size=(1366, 768)):
        self.page = page
        page.resize(*size)
        page.load()
        settle(page)
        return page

    def run(self, said, call, at=None):
        try:
            value = call()
        except UserProblem as problem:
            if at is None or not at.show_problem(problem):
                self.messages.problem(problem)
            return Outcome(problem=problem)
        if said:
            self.messages.tell(said)
        return Outcome(value)

    def moved(self, changes):
        if self.page is not None:
            self.page.refresh(changes.tables)
        self.frame.changed.emit(changes.tables)


@dataclass
class Opener:
    """Makes a place of services, with the context its pages are handed."""

    clock: Any
    theme: Any
    messages: Any
    window: QWidget
    application: Any

    def __call__(self, services) -> tuple[Place, Context]:
        frame = Frame(self.window)
        work = Work(self.messages.problem, self.window)
        place = Place(services, self.messages, work, frame)
        frame.heard.connect(place.moved)
        services.database.subscribe(frame.heard.emit)
        context = Context(
            clock=self.clock,
            theme=self.theme,
            messages=self.messages,
            work=work,
            memory=Memory(settings_folder() / "husket.json"),
            drafts=Drafts(self.window),
            changed=frame.changed,
            open=lambda feature, record_id=None, _day=None: place.opened.append((feature, record_id)),
            back=lambda: place.opened.append(("back", None)),
            show_paper=place.papers.append,
            run=place.run,
        )
        FocusRing(self.theme, self.application, frame)
        return place, context


@pytest.fixture
def opener(qtbot, clock, theme, messages):
    """`opener(services)` gives (place, context); work under way is waited for at the end."""
    window = QWidget()
    qtbot.addWidget(window)
    made: list[Place] = []
    open_place = Opener(clock, theme, messages, window, QApplication.instance())

    def opened(services):
        place, context = open_place(services)
        made.append(place)
        return place, context

    yield opened
    for place in made:
        assert place.work.stop_all()
        QApplication.processEvents()
        if place.page is not None:
            place.page.close()
            place.page.deleteLater()


class Alone(QWidget):
    """One section without its page."""

    def __init__(self, section):
        super().__init__()
        self.section = section
        QVBoxLayout(self).addWidget(section)

    def load(self):
        self.section.load()

    def refresh(self, tables):
        if not self.section.tables.isdisjoint(tables):
            self.section.load()


@pytest.fixture
def show_section(opener, demo_services, qtbot):
    """`show_section(make)` gives (place, section); `make` gets context and services."""

    def show(make, services=demo_services):
        place, context = opener(services)
        page = Alone(make(context, services))
        place.show(page, (1000, 700))
        place.wait(qtbot)
        return place, page.section

    return show


def type_in(qtbot, form, key, text):
    """Put `text` in a field of a form and leave it."""
    control = form.frame(key).control
    control.setFocus()
    control.selectAll()
    qtbot.keyClicks(control, text)
    qtbot.keyClick(control, Qt.Key.Key_Return)


def click(qtbot, button):
    settle(button.window())
    assert button.isVisible(), button.text()
    assert button.isEnabled(), button.text()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def settings_place(opener, demo_services, qtbot):
    """The page Indstillinger on the demo house."""
    from ui.settings.page import SettingsPage  # noqa: PLC0415 -- loads the core

    place, context = opener(demo_services)
    place.show(SettingsPage(context, demo_services))
    qtbot.waitUntil(lambda: place.page.complete, timeout=20_000)
    place.wait(qtbot)
    settle(place.page)
    return place
