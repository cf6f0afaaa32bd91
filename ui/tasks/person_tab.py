"""The tab 'Opgaver' of a person: what she has to do and by when, what she has done, and what she did before."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from dagleder.staff.people import Person
from dagleder.tasks.earlier import EarlierTask
from dagleder.tasks.kinds import Kind
from dagleder.tasks.reports import Whose
from dagleder.tasks.task import Task
from ui.context import Context
from ui.kit.actions import Action, Hint, Menu
from ui.kit.buttons import Button, Look
from ui.kit.buttons import Kind as ButtonKind
from ui.kit.empty_state import EmptyState
from ui.kit.side_stack import SideStack
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_surface import Density
from ui.staff.person_tabs import TabBody
from ui.tasks.deeds import TaskDeeds
from ui.tasks.papers import list_job
from ui.tasks.person_lines import COLUMNS, GROUPING, Line, chosen_earlier, chosen_task, lines_of
from ui.tasks.person_panels import FormPanel, earlier_draft, earlier_panel, new_task, new_task_panel
from ui.tasks.services import TaskServices

_SIDE, _WIDTH = 14, 258
_NARROW = 480  # px of the list at 100 % text size
_CHOOSE_EARLIER = "Vælg først en linje under “Erfaring fra før”."
_HINTS = (Hint("Enter", "åbn"), Hint("Mellemrum", "færdig"), Hint("Del", "drop eller fjern"))


class TasksTab(TabBody):
    """Enter opens a task in Opgaver, or something from before to be changed; Space ticks a task."""

    def __init__(self, context: Context, services: TaskServices) -> None:
        super().__init__()
        self._context, self._services, self._tasks = context, services, services.tasks
        self.tables = services.tasks.tables
        self._person: Person | None = None
        self._all: Sequence[Task] | None = None
        self._kinds: Sequence[Kind] = ()
        self._deeds = TaskDeeds(context, services)
        theme = context.theme
        self.table = Table(theme, TableModel(COLUMNS, lambda line: line.id, GROUPING), Density.NORMAL)
        self.table.setAccessibleName("Opgaver")
        self._empty = EmptyState(theme, "Ingen opgaver", "Opgaver står her, når de er givet.", "list-checks")
        self._list = QStackedWidget()
        self.side = SideStack(theme, _WIDTH, QWidget())
        self.new = Button(theme, "Ny opgave", self.ask_task, Look(icon="plus", compact=True))
        self._build()
        self._connect()

    # what the page asks for

    def forget(self) -> None:
        self._all = None

    def show_person(self, person: Person) -> None:
        if self._person is None or self._person.id != person.id:
            self._clear()
        self._person = person
        if self._all is None:
            self._all, self._kinds = self._tasks.tasks(ended=True), self._tasks.kinds(hidden=True)
        self.new.setText(f"Ny opgave til {person.called}")
        kinds = {kind.id: kind.name for kind in self._kinds}
        earlier, today = self._tasks.earlier(person.id), self._context.clock.today()
        self.table.rows.set_rows(lines_of(person.id, self._all, earlier, kinds, today))
        self._list.setCurrentWidget(self.table if self.table.rows.row_count else self._empty)
        if self.table.chosen_row() is None:
            self.table.choose_first()
        self.told.emit()

    def tab_actions(self) -> Sequence[Action]:
        def action(name: str, run: Callable[[], None], icon: str, words: str, menu: Menu = Menu.EDIT) -> Action:
            return Action(name, run, menu, icon, words=words, group=2)

        change = self._change_chosen
        why = self._why_not_earlier
        return (
            action("Ny opgave til medarbejderen…", self.ask_task, "plus", "opret giv"),
            action("Tilføj erfaring fra før…", self.ask_earlier, "history", "tidligere opgaver erfaren"),
            Action("Ret erfaring fra før…", change, Menu.EDIT, "pencil", group=2, why_not=why),
            Action("Fjern erfaring fra før", self._remove_chosen, Menu.EDIT, "x", group=2, why_not=why),
            action("Vis i Opgaver", self._show_in_tasks, "list-checks", "opgaveliste", Menu.VIEW),
            action("Udskriv opgaveliste", self._print, "printer", "pdf excel", Menu.FILE),
        )

    def hints(self) -> tuple[Hint, ...]:
        return _HINTS if self.table.rows.row_count else ()

    @property
    def asks(self) -> bool:
        return self.side.aside is not None

    def panes(self) -> Sequence[QWidget]:
        first = self.table if self.table.rows.row_count else self.new
        return (first, self.side.aside) if self.side.aside else (first,)

    # what is asked for beside the list

    def ask_task(self) -> None:
        if self._person is not None:
            kinds = [kind for kind in self._kinds if not kind.hidden]
            panel = new_task_panel(self._context.theme, self._person, kinds, self._context.clock.today)
            self._put(panel, partial(self._add_task, self._person, panel))

    def ask_earlier(self, entry: EarlierTask | None = None) -> None:
        if self._person is not None:
            kinds = [kind for kind in self._kinds if not kind.hidden or (entry and entry.kind_id == kind.id)]
            panel = earlier_panel(self._context.theme, self._person, kinds, self._context.clock.today, entry)
            self._put(panel, partial(self._keep_earlier, self._person, panel, entry))

    def _add_task(self, person: Person, panel: FormPanel, values: dict[str, Any]) -> None:
        said = f"{person.called} har fået opgaven"
        outcome = self._context.run(said, partial(self._tasks.add, new_task(person, values)), panel)
        if outcome.value is not None:
            self._close()
            self.table.choose(("task", outcome.value))

    def _keep_earlier(
        self, person: Person, panel: FormPanel, entry: EarlierTask | None, values: dict[str, Any]
    ) -> None:
        draft = earlier_draft(person, values)
        if entry is None:
            done = self._context.run("Erfaringen er tilføjet", partial(self._tasks.add_earlier, draft), panel).ok
        else:
            change = partial(self._tasks.change_earlier, entry.id, draft)
            done = self._context.run("Erfaringen er rettet", change, panel).ok
        if done:
            self._close()

    def _put(self, panel: FormPanel, confirmed: Callable[[dict[str, Any]], None]) -> None:
        panel.confirmed.connect(confirmed)
        panel.closed.connect(self._close)
        self.side.put(panel)
        self.side.show()
        self._make_room()
        panel.begin()
        self.told.emit()

    def _close(self) -> None:
        self._clear()
        self.panes()[0].setFocus()
        self.told.emit()

    def _clear(self) -> None:
        self.side.clear()
        self.side.hide()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """All but what it is and when gives way where the list is narrow."""
        room = self.width() - (0 if self.side.isHidden() else self.side.width())
        self.table.leave_out(("done", "part") if room < self._context.theme.px(_NARROW) else ())

    # the line she is on

    def _open(self, line: Line) -> None:
        if task := chosen_task(line):
            self._context.open("tasks", task.id)
        else:
            self.ask_earlier(chosen_earlier(line))

    def _turn(self, line: Line) -> None:
        if task := chosen_task(line):
            self._deeds.turn(task)

    def _remove(self, line: Line) -> None:
        if task := chosen_task(line):
            self._deeds.drop(task)
        elif entry := chosen_earlier(line):
            self._context.run("Erfaringen er fjernet", partial(self._tasks.remove_earlier, entry.id))

    def _why_not_earlier(self) -> str:
        return "" if chosen_earlier(self.table.chosen_row()) else _CHOOSE_EARLIER

    def _change_chosen(self) -> None:
        if entry := chosen_earlier(self.table.chosen_row()):
            self.ask_earlier(entry)

    def _remove_chosen(self) -> None:
        if (line := self.table.chosen_row()) is not None:
            self._remove(line)

    # elsewhere

    def _show_in_tasks(self) -> None:
        if self._person is not None:
            self._context.open_about("tasks", self._person.id)

    def _print(self) -> None:
        if self._person is not None:
            self._context.show_paper(list_job(self._services, Whose(self._person.name, employee_id=self._person.id)))

    # building

    def _connect(self) -> None:
        self.table.opened.connect(self._open)
        self.table.ticked.connect(lambda line, _column: self._turn(line))
        self.table.removed.connect(self._remove)
        self.table.chosen.connect(lambda _line: self.told.emit())

    def _build(self) -> None:
        self._list.setProperty("ground", "surface")
        for part in (self.table, self._empty):
            self._list.addWidget(part)
        both = QHBoxLayout()
        both.setContentsMargins(0, 0, 12, 12)
        both.setSpacing(12)
        both.addWidget(self._list, 1)
        both.addWidget(self.side)
        self.side.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addLayout(both, 1)

    def _bar(self) -> QHBoxLayout:
        row, look = QHBoxLayout(), Look(ButtonKind.TEXT, compact=True)
        row.setContentsMargins(_SIDE, 10, _SIDE - 6, 10)
        row.setSpacing(6)
        row.addWidget(self.new)
        row.addWidget(Button(self._context.theme, "Tilføj erfaring", self.ask_earlier, look, "Tilføj erfaring fra før"))
        row.addStretch(1)
        row.addWidget(Button(self._context.theme, "Vis i Opgaver", self._show_in_tasks, look))
        row.addWidget(Button(self._context.theme, "Udskriv opgaver", self._print, look, "Udskriv opgaveliste"))
        return row
