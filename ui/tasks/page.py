"""The page 'Opgaver': the line a task is written in, the list under it, and one task in the panel beside it."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from dagleder.base.json_value import Json
from dagleder.base.text import plural
from dagleder.tasks.delegation import Delegated
from dagleder.tasks.lists import Which, belongs, overdue
from dagleder.tasks.reports import Whose
from dagleder.tasks.task import FollowUp, Task
from ui.context import Context
from ui.kit.actions import Action, Hint
from ui.kit.page import Page
from ui.tasks.deeds import TaskDeeds
from ui.tasks.delegate_dialog import DelegateDialog
from ui.tasks.page_actions import FOOT, GIVING, MORE, PageDeeds, page_actions
from ui.tasks.papers import list_job, spread_job, why_job
from ui.tasks.quick_entry import QuickEntry
from ui.tasks.services import TaskServices
from ui.tasks.spread_view import SpreadView
from ui.tasks.task_form import Choices
from ui.tasks.task_lines import Line
from ui.tasks.task_list import TaskList
from ui.tasks.task_pane import PaneWays, TaskPane, TaskView

_LIST, _PANEL = 820, 430
_AUGUST = 8
_HINTS = (Hint("Enter", "ret"), Hint("Mellemrum", "færdig"), Hint("Del", "drop"), Hint("Ctrl+D", "uddelegér"))


class TasksPage(Page):
    """Arrows go from task to task, Enter opens the panel on the one chosen, Space ticks it."""

    feature = "tasks"
    title = "Opgaver"

    def __init__(self, context: Context, services: TaskServices) -> None:
        super().__init__(context)
        self._services, self._tasks = services, services.tasks
        self.tables = services.tasks.tables
        self._task: Task | None = None
        self._loading = False
        self._all: Sequence[Task] = ()
        self._choices = Choices()
        self._staff: dict[int, str] = {}
        self._deeds = TaskDeeds(context, services)
        self.dialog: DelegateDialog | None = None
        self.quick = QuickEntry(context, services.tasks.quick)
        self.list = TaskList(context, self._new)
        self._actions = page_actions(self._page_deeds())
        self.pane = TaskPane(context, self._pane_ways())
        self.spread = SpreadView(context)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.header.add_tabs(self.list.tabs)
        self.header.show_actions([self._actions[key] for key in ("print", "delegate")], self._actions["new"])
        for part in (self.list.pane, self.pane):
            self._split.addWidget(part)
        self._split.setChildrenCollapsible(False)
        self._split.setSizes([_LIST, _PANEL])
        self._split.setStretchFactor(0, 1)
        self.pane.hide()
        for row in (self.quick, self.list.filters):
            self.content.addWidget(row)
        self.content.addWidget(self._split, 1)
        self.content.addWidget(self.spread, 1)
        self.spread.hide()

    def _connect(self) -> None:
        self.quick.entered.connect(self._enter)
        self.quick.to_list.connect(lambda: self.list.table.setFocus())  # noqa: PLW0108 -- it takes a reason
        self.list.chosen.connect(self._chosen)
        self.list.opened.connect(lambda _task: self._open())
        self.list.removed.connect(self._deeds.drop)
        self.list.ticked.connect(self._deeds.turn)
        self.list.asked.connect(self._answer)
        self.list.changed.connect(self._turned)
        self.pane.closed.connect(self._close)

    # what the frame asks for

    def load(self) -> None:
        services = self._services
        self._all = self._tasks.tasks(ended=True)
        self._choices = Choices(self._tasks.kinds(), services.settings.open_teams())
        self._staff = {row.id: row.name for row in services.staff.staff_list()}
        self.quick.know(self._staff, {team.id: team.name for team in self._choices.teams})
        self.list.filters.offer(self._all, self._choices.teams, self.context.clock.today())
        self._loading = True  # a panel that is open stays so when its task leaves the list
        self.list.show_tasks(self._all, services.settings.house().leader_name)
        if self.list.table.chosen_row() is None:
            self.list.table.choose_first()
        self._loading = False
        self._chosen(self.list.table.chosen_row())

    def open_record(self, record_id: int) -> None:
        """A task in the panel; 0 is the line a new one is written in."""
        if record_id and self.list.choose(record_id):
            self._show_panel(shown=True)
        else:
            self.quick.line.setFocus()

    def open_about(self, employee_id: int) -> None:
        self.list.show_for(employee_id)

    def page_actions(self) -> Sequence[Action]:
        return tuple(self._actions.values())

    def panes(self) -> Sequence[QWidget]:
        if not self.list.lines and not self.list.in_spread:
            return (self.quick.line,)
        parts = (self.spread if self.list.in_spread else self.list.table, self.quick.line)
        return parts if self.pane.isHidden() else (*parts, self.pane)

    def toggle_side_panel(self) -> bool:
        self._show_panel(shown=self.pane.isHidden() and self._task is not None)
        return True

    def focus_filter(self) -> bool:
        self.list.pane.filter_field.setFocus()
        return True

    def place(self) -> dict[str, Json]:
        chosen = self._task.id if self._task else None
        panel: dict[str, Json] = {"open": not self.pane.isHidden(), "widths": list(self._split.sizes())}
        return {"chosen": chosen, "panel": panel, "list": self.list.place()}

    def go_to(self, place: dict[str, Json]) -> None:
        listed, chosen, panel = place.get("list"), place.get("chosen"), place.get("panel")
        if isinstance(listed, dict):
            self.list.go_to(listed)
        if isinstance(chosen, int):
            self.list.table.choose(chosen)
        if isinstance(panel, dict):
            widths = panel.get("widths")
            if isinstance(widths, list) and all(isinstance(width, int) and width > 0 for width in widths):
                self._split.setSizes([int(str(width)) for width in widths])
            self._show_panel(shown=bool(panel.get("open")) and self._task is not None)

    # going about

    def _chosen(self, line: Line | None) -> None:
        if self._loading:
            return
        self._task = line.task if line else None
        if self._task is None:
            self.pane.forget()
            self._show_panel(shown=False)
        elif not self.pane.isHidden():
            self.pane.show_view(self._view(self._task))
        self.actions_changed.emit()

    def _open(self) -> None:
        """Into the fields of the task."""
        self._show_panel(shown=self._task is not None)
        self.pane.form.form.frame("title").control.setFocus()

    def _close(self) -> None:
        self.pane.form.leave()
        self._show_panel(shown=False)
        self.list.table.setFocus()

    def _show_panel(self, *, shown: bool) -> None:
        if shown and self._task is not None:
            self.pane.show_view(self._view(self._task))
        self.pane.setVisible(shown)
        self.list.make_room(beside_panel=shown)

    def _answer(self, task: Task, follow_up: FollowUp) -> None:
        self.list.choose(task.id)
        self._show_panel(shown=True)
        self.pane.go_to_answer(follow_up.id)

    # showing

    def _turned(self) -> None:
        """The list, or the picture instead of it."""
        spread = self.list.in_spread
        for part in (self.list.filters, self._split):
            part.setVisible(not spread)
        self.spread.setVisible(spread)
        if spread:
            self.spread.show_spread(self._tasks.spread(*season(self.context.clock.today())))
            if not self.list.tabs.isAncestorOf(QApplication.focusWidget() or self):
                self.spread.setFocus()  # the list that had the keyboard is not seen any more
        self.actions_changed.emit()
        self._tell()

    def _view(self, task: Task) -> TaskView:
        competences, given = self._services.competence.competences(), self._services.delegation.delegations(task.id)
        notes = self._services.tasks.findings(task.id)
        return TaskView(task, self._choices, self._staff, competences, given, notes)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.quick.watch()
        QTimer.singleShot(0, self._tell)  # the frame empties its line when another page comes to the front

    def _tell(self) -> None:
        today = self.context.clock.today()
        going = [task for task in self._all if belongs(task, Which.ALL)]
        late = sum(overdue(task, today) for task in going)
        told = f"{plural(len(going), 'åben', 'åbne')}{f' · {late} over fristen' if late else ''}"
        keys = () if self.list.in_spread else _HINTS
        self.hints_changed.emit((Hint("", told), *keys) if going else ())

    # what can be done

    def _new(self) -> None:
        self.quick.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _enter(self, text: str) -> None:
        outcome = self.context.run("Opgaven er oprettet", partial(self._tasks.add_quick, text), self.quick)
        if outcome.value is not None:
            self.quick.made()
            self.list.choose(outcome.value)

    def _delegate(self, task: Task) -> None:
        self.pane.form.leave()
        self.dialog = DelegateDialog(self.context, self._services, task, self.window())
        self.destroyed.connect(self.dialog.deleteLater)
        self.dialog.appear()

    def _print(self) -> None:
        """What is shown: the picture, or the list as it is narrowed."""
        services = self._services
        if self.list.in_spread:
            job = spread_job(services, *season(self.context.clock.today()))
        else:
            job = list_job(services, self._whose())
        self.context.show_paper(job)

    def _why(self, given: Delegated) -> None:
        self.context.show_paper(why_job(self._services, given))

    def _whose(self) -> Whose:
        """Of the one or the stue the list is narrowed to, and those of the tasks that it shows."""
        wanted = self.list.filters.wanted
        team = next((team.name for team in self._choices.teams if team.id == wanted.team_id), "")
        person = self._staff.get(wanted.employee_id, "") if wanted.employee_id is not None else ""
        name = " · ".join(part for part in (person, team) if part)
        narrowed = self.list.narrowed
        ids = frozenset(line.task.id for line in self.list.fitting) if narrowed else None
        return Whose(name, wanted.employee_id, wanted.team_id, ids, narrowed)

    def _page_deeds(self) -> PageDeeds:
        return PageDeeds(
            new=self._new,
            open=self._open,
            delegate=self._delegate,
            print_list=self._print,
            show=self.list.show_only,
            spread=self.list.show_spread,
            divide=self.list.divide_by,
            task=lambda: None if self.list.in_spread else self._task,
            deeds=self._deeds,
        )

    def _pane_ways(self) -> PaneWays:
        def named(keys: Sequence[str]) -> list[Action]:
            return [self._actions[key] for key in keys]

        return PaneWays(
            change=self._tasks.change,
            deeds=self._deeds,
            why=self._why,
            origin=self._actions["origin"],
            giving=named(GIVING),
            foot=named(FOOT),
            more=named(MORE),
        )


def season(today: date) -> tuple[date, date]:
    """A year from August: what has been and what is to come."""
    year = today.year if today.month >= _AUGUST else today.year - 1
    return date(year, _AUGUST, 1), date(year + 1, _AUGUST - 1, 31)
