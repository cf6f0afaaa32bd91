"""An open house in the window: its pages, what is told when tables move, undo, and the context pages are handed."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from dagleder.base.errors import UserProblem
from ui.context import Context, Outcome, PaperPlace, Parts, ProblemPlace
from ui.house import Services
from ui.kit.messages import Choice
from ui.kit.page import Page
from ui.kit.page_stack import PageStack
from ui.kit.paper_job import PaperJob
from ui.kit.work import Job
from ui.pages import PageEntry, in_order, load_pages
from ui.stage import Scene

T = TypeVar("T")

_TURN_MS = 2  # between the steps of a start, so that whatever waits in the window has its turn
EXAMPLE = "Eksempel"  # said in the title of the fictional house
PAPER = "paper"  # the page that shows papers before they are printed


class HouseFrame(QObject):
    """Lives while a house is open."""

    changed = Signal(object)  # frozenset[str]: the tables that moved
    wanted = Signal()  # a page is opened while the guide covers the pages
    opened = Signal()  # the first page stands, with its data
    settled = Signal()  # the modules of the other pages are there too
    _heard = Signal(object)  # Changes, from whichever thread wrote

    def __init__(self, scene: Scene, parts: Parts, services: Services, pages: Sequence[PageEntry]) -> None:
        super().__init__(scene.window)
        self.setObjectName("house")
        self._window, self._stage, self._book = scene.window, scene.stage, scene.book
        self._parts, self.services = parts, services
        self._entries = {entry.feature: entry for entry in pages}
        self._steps = 0
        self._marked = ""  # the page in the rail
        self._steps_left: Iterator[None] = iter(())
        self.ready = False  # the first page stands
        self.undo_name: str | None = None
        self.redo_name: str | None = None
        self.context = self._context()
        self.stack = PageStack(self._make, parts.memory, parts.clock.today)
        self.stack.shown.connect(self._shown)
        self._stage.pages.addWidget(self.stack)
        self._stage.pages.setCurrentWidget(self.stack)
        self._stage.opened.connect(self._open_from_rail)
        self._heard.connect(self._moved)
        self._unsubscribe = services.database.subscribe(self._heard.emit)

    # going about

    def open_first(self, pages: Sequence[PageEntry]) -> None:
        """The page she was on last time, else the first in the rail; one step each turn of the event loop."""
        shown = [entry.feature for entry in in_order(tuple(pages)) if entry.in_rail]
        last = self._parts.memory.get("pages", "front", "")
        self._steps_left = self._first_steps(last if last in shown else shown[0])
        self._next_step()

    def _first_steps(self, feature: str) -> Iterator[None]:
        self.show_house()
        self._show_undo()
        yield
        yield from self.stack.open_slowly(feature)
        self._focus_page()
        yield
        self.ready = True
        self.opened.emit()
        rest = Job("Gør siderne klar", lambda _progress: load_pages(), lambda _none: self.settled.emit(), quiet=True)
        self._parts.work.start(rest)

    def _next_step(self) -> None:
        if next(self._steps_left, self) is not self:
            QTimer.singleShot(_TURN_MS, self, self._next_step)

    def open(self, feature: str, record_id: int | None = None, day: date | None = None) -> None:
        """See `ui.context.Open`; the keyboard goes to the page's first pane."""
        if self._stage.over is not None:
            self.wanted.emit()
        self._open_from_rail(feature, record_id, day)
        self._focus_page()

    def _focus_page(self) -> None:
        page = self.stack.page
        if page is not None and (panes := page.panes()):
            panes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_from_rail(self, feature: str, record_id: int | None = None, day: date | None = None) -> None:
        """Here the keyboard stays in the rail: the next arrow is for the next page."""
        self.services.database.end_visit()
        self.stack.open(feature, record_id, day)

    def open_about(self, feature: str, employee_id: int) -> None:
        """A feature's page on one employee."""
        self.open(feature)
        if (page := self.stack.page) is not None:
            page.open_about(employee_id)

    def back(self) -> None:
        self.services.database.end_visit()
        self.stack.back()

    def next_pane(self) -> None:
        """F6: rail, then the panes of the page, then the rail again."""
        page = self.stack.page
        panes: list[QWidget] = [self._stage.rail.main, *(page.panes() if page else ())]
        now = QApplication.focusWidget()
        here = next((at for at, pane in enumerate(panes) if now is not None and _within(now, pane)), -1)
        panes[(here + 1) % len(panes)].setFocus()

    # changing

    def run(self, said: str, call: Callable[[], T], at: ProblemPlace | None = None) -> Outcome[T]:
        """See `ui.context.Run`."""
        before = self._steps
        try:
            value = call()
        except UserProblem as problem:
            if at is None or not at.show_problem(problem):
                self._parts.messages.problem(problem)
            return Outcome(problem=problem)
        self._parts.messages.clear_note("problem")
        if said:
            undoable = self._steps > before
            self._parts.messages.tell(said, (Choice("Fortryd", self.undo),) if undoable else ())
        return Outcome(value)

    def undo(self) -> None:
        self._replay(self.services.database.undo, "Fortrudt", Choice("Gentag", self.redo))

    def redo(self) -> None:
        self._replay(self.services.database.redo, "Gentaget", Choice("Fortryd", self.undo))

    def _replay(self, move: Callable[[], Any], said: str, back: Choice) -> None:
        try:
            changes = move()
        except UserProblem as problem:
            self._parts.messages.problem(problem)
        else:
            self._parts.messages.tell(f"{said}: {changes.name}", (back,))

    # being told

    def show_house(self) -> None:
        """Name and matrikler, where they are shown."""
        house, sites = self.services.settings.house(), self.services.settings.sites()
        self._window.show_title(f"{house.name} – {EXAMPLE}" if house.demo else house.name)
        self._stage.rail.show_house(house.name, " · ".join(site.name for site in sites) if len(sites) > 1 else "")

    def bring_actions(self, page: Page) -> None:
        """The page's actions into menus, palette and its own buttons."""
        self._book.show_page(page.page_actions())
        page.header.bring_up_to_date()

    def bring_page_back(self) -> None:
        """The page in front is seen again, after the guide."""
        if (page := self.stack.page) is not None:
            self.bring_actions(page)
            self._focus_page()

    def close(self) -> None:
        """The house is closed: nothing of it stays in the window."""
        self.stack.remember()
        self._unsubscribe()
        self._stage.opened.disconnect(self._open_from_rail)
        self._book.show_page(())
        self._stage.pages.removeWidget(self.stack)
        self.stack.deleteLater()
        self.deleteLater()

    def _moved(self, changes: Any) -> None:
        tables: frozenset[str] = changes.tables
        self._steps += 1
        self._parts.messages.clear_toast()  # its 'Fortryd' would take back another step now
        self._stage.status_line.show_saved(self._parts.clock.now())
        self._show_undo()
        self.stack.refresh(tables)
        if tables & {"house", "site"}:
            self.show_house()
        if (page := self.stack.page) is not None:
            self.bring_actions(page)
        self.changed.emit(tables)

    def _show_undo(self) -> None:
        database = self.services.database
        self.undo_name, self.redo_name = database.undo_name(), database.redo_name()
        self._stage.menu_line.show_undo(self.undo_name, self.redo_name)

    def _shown(self, page: Page) -> None:
        entry = self._entries[page.feature]
        home = page.feature if entry.in_rail else entry.under
        if home and not (entry.from_anywhere and self._marked):
            self._marked = home
        self._stage.rail.show_page(self._marked if home else page.feature)
        self._stage.status_line.show_hints(())
        self._parts.messages.clear_earlier_toast()
        self.bring_actions(page)

    def _make(self, feature: str) -> Page:
        page: Page = self._entries[feature].make(self.context, self.services)
        page.hints_changed.connect(self._hints)
        page.actions_changed.connect(self._actions)
        return page

    def _hints(self, hints: object) -> None:
        if self.sender() is self.stack.page and isinstance(hints, tuple) and self._stage.over is None:
            self._stage.status_line.show_hints(hints)

    def _actions(self) -> None:
        page = self.sender()
        if page is self.stack.page and isinstance(page, Page):
            self.bring_actions(page)

    def _context(self) -> Context:
        parts = self._parts
        return Context(
            clock=parts.clock,
            theme=parts.theme,
            messages=parts.messages,
            work=parts.work,
            memory=parts.memory,
            drafts=parts.drafts,
            changed=self.changed,
            open=self.open,
            back=self.back,
            show_paper=self._show_paper,
            run=self.run,
            open_about=self.open_about,
            undo=self.undo,
        )

    def _show_paper(self, job: PaperJob) -> None:
        self.open(PAPER)
        page: object = self.stack.page
        if isinstance(page, PaperPlace):
            page.show_paper(job)


def _within(widget: QWidget, pane: QWidget) -> bool:
    return widget is pane or pane.isAncestorOf(widget)
