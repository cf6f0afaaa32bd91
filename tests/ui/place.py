"""An open house in the window as she has it: the frame, its rail and lines, and every page of the registry.

Only telling and asking are recorded instead of shown, and what is printed or opened is noted on its way.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QWidget

from dagleder import app
from dagleder.base.clock import Clock
from dagleder.base.paths import settings_folder
from tests.ui.recorder import MessagesRecorder
from ui.context import Parts
from ui.first_picture import FirstPicture, Shape
from ui.house_frame import HouseFrame
from ui.kit.action_book import ActionBook
from ui.kit.actions import Hint
from ui.kit.drafts import Drafts
from ui.kit.memory import Memory
from ui.kit.paper_job import PaperJob
from ui.kit.work import Work
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.program import rail_entries
from ui.stage import Scene, Stage
from ui.theme.theme import Theme

_PATIENCE_MS = 20_000


class Place:
    """The window on an open house, and what tests ask of it again and again."""

    def __init__(self, services: app.Services, theme: Theme, clock: Clock, messages: MessagesRecorder) -> None:
        self.services, self.messages = services, messages
        self.papers: list[PaperJob] = []
        self.opened: list[tuple[str, int | None]] = []  # by pages, in this order
        self.memory = Memory(settings_folder() / "husket.json")
        self.room = MainWindow(self.memory, FirstPicture(Shape.BARE, {}, 1.0, "", (), ""))
        self.stage = Stage(theme, rail_entries(PAGES))
        self.room.furnish(self.stage)
        self.work = Work(messages.problem, self.room)
        self.drafts = Drafts(self.room)
        self.drafts.use(services.database)
        parts = Parts(clock, theme, messages, self.work, self.memory, self.drafts)
        scene = Scene(self.room, self.stage, ActionBook(theme, self.room))
        self.frame = HouseFrame(scene, parts, services, PAGES)
        self._note_what_is_asked_of_the_frame()
        self.stage.show_house()
        self.frame.show_house()
        self.stack, self.context = self.frame.stack, self.frame.context

    @property
    def page(self) -> Any:
        """The page in front."""
        return self.stack.page

    @property
    def house(self) -> Any:
        return self.services.settings.house()

    @property
    def hints(self) -> Sequence[Hint]:
        """What the status line says the keys do."""
        return self.stage.status_line.hints

    def open(self, feature: str, record_id: int | None = None) -> Any:
        self.frame.open(feature, record_id)
        return self.page

    def press(self, name: str) -> None:
        """Do one of the actions of the page in front, as its menu does."""
        action = next(action for action in self.page.page_actions() if action.name == name)
        assert not action.why_not(), action.why_not()
        action.run()

    def wait(self, qtbot: Any) -> None:
        """Until nothing is done in the background any more."""
        qtbot.waitUntil(lambda: not self.work.busy, timeout=_PATIENCE_MS)
        QApplication.processEvents()

    def close(self) -> None:
        assert self.work.stop_all()
        QApplication.processEvents()
        self.drafts.use(None)  # as the program does before it closes the house
        self.frame.close()
        self.room.leave()
        self.room.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def _note_what_is_asked_of_the_frame(self) -> None:
        asked = self.frame.context

        def show_paper(job: PaperJob) -> None:
            self.papers.append(job)
            asked.show_paper(job)

        def open_(feature: str, record_id: int | None = None, day: date | None = None) -> None:
            self.opened.append((feature, record_id))
            asked.open(feature, record_id, day)

        self.frame.context = replace(asked, show_paper=show_paper, open=open_)


class Windows:
    """Notes every widget that is shown as a window of its own: it was shown before it had a place.

    Asked when a widget is told to show itself: a filter of all events would take a tenth of the time of the tests.
    """

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.shown: list[str] = []
        show, set_visible = QWidget.show, QWidget.setVisible

        def noted_show(widget: QWidget) -> None:
            self._note(widget)
            show(widget)

        def noted_set_visible(widget: QWidget, visible: bool) -> None:
            if visible:
                self._note(widget)
            set_visible(widget, visible)

        monkeypatch.setattr(QWidget, "show", noted_show)
        monkeypatch.setattr(QWidget, "setVisible", noted_set_visible)

    def _note(self, widget: QWidget) -> None:
        own = widget.windowType() in {Qt.WindowType.Popup, Qt.WindowType.ToolTip} or isinstance(widget, MainWindow)
        if widget.isWindow() and not own:
            self.shown.append(f"{type(widget).__name__} {widget.accessibleName()}")
