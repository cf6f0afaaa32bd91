"""The list of tasks: which stand in it, by what it is divided, and what each row says."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from dagleder.base.json_value import Json
from dagleder.tasks.lists import WHICH_NAMES, Which, belongs, counts
from dagleder.tasks.task import FollowUp, Task
from ui.context import Context
from ui.kit.buttons import Button, Look
from ui.kit.empty_state import EmptyState
from ui.kit.segment import Part, Segment
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_pane import TablePane
from ui.kit.table_surface import Density
from ui.kit.table_values import RowNote
from ui.tasks.filters import Filters
from ui.tasks.task_lines import BESIDE_PANEL, COLUMNS, GROUPING, By, Line, Wanted, lines_of, notes

SPREAD = "spread"
_NOTHING = {
    Which.ALL: ("Ingen opgaver", "Skriv den første i linjen ovenfor: hvad, hvem og hvornår."),
    Which.OWN: ("Ingen opgaver hos dig", "Det, du selv beholder, står her."),
    Which.DELEGATED: ("Intet er uddelegeret", "Vælg en opgave, og tryk Ctrl+D for at give den til nogen."),
    Which.UNASSIGNED: ("Alt er fordelt", "Opgaver, ingen har endnu, står her."),
    Which.ENDED: ("Ingen færdige opgaver", "Det, der bliver afkrydset, flytter hertil."),
}


class TaskList(QObject):
    """`chosen` is a line or None; `opened`, `removed` and `ticked` a task; `asked` a follow-up that waits on her."""

    chosen = Signal(object)
    opened = Signal(object)
    removed = Signal(object)
    ticked = Signal(object)
    asked = Signal(object, object)  # task, follow-up
    changed = Signal()  # others are shown, or the picture instead of the list

    def __init__(self, context: Context, new: Callable[[], None]) -> None:
        super().__init__()
        self._context = context
        self._tasks: Sequence[Task] = ()
        self._leader = ""
        self._which = Which.ALL
        theme = context.theme
        parts = [*(Part(which, name) for which, name in WHICH_NAMES.items()), Part(SPREAD, "Spredning")]
        self.tabs = Segment("Hvilke opgaver", parts)
        self.table = Table(theme, TableModel(COLUMNS, lambda line: line.id, GROUPING, notes), Density.NORMAL)
        self.table.setAccessibleName("Opgaver")
        self._empty = EmptyState(theme, "", "", "list-checks", (Button(theme, "Ny opgave", new, Look(icon="plus")),))
        self.pane = TablePane(theme, self.table, self._empty, "Filtrér")
        self.filters = Filters(theme, self.pane.filter_field)
        self._connect()

    def _connect(self) -> None:
        table = self.table
        self.tabs.chosen.connect(self._turned)
        self.filters.changed.connect(self._narrow)
        table.chosen.connect(self.chosen)
        table.opened.connect(lambda line: self.opened.emit(line.task))
        table.removed.connect(lambda line: self.removed.emit(line.task))
        table.ticked.connect(lambda line, _column: self.ticked.emit(line.task))
        table.link_clicked.connect(self._link)

    # what is shown

    @property
    def which(self) -> Which:
        """The list that is shown, or was before the picture."""
        return self._which

    @property
    def in_spread(self) -> bool:
        return self.tabs.key == SPREAD

    @property
    def lines(self) -> list[Line]:
        """Those in the list, also under folded groups."""
        return list(self.table.rows.all_rows)

    @property
    def fitting(self) -> list[Line]:
        """Those that pass the filters and what is typed, also under folded groups."""
        return self.table.rows.fitting_rows()

    @property
    def narrowed(self) -> str:
        """How, but for whose they are and of which stue: 'Ikke fordelt · Tilsyn · “legep”'."""
        kind, typed = self.filters.boxes["kind_id"], self.pane.filter_field.text().strip()
        parts = (
            WHICH_NAMES[self._which] if self._which is not Which.ALL else "",
            kind.currentText() if kind.raw() is not None else "",
            f"“{typed}”" if typed else "",
        )
        return " · ".join(part for part in parts if part)

    def show_tasks(self, tasks: Sequence[Task], leader: str) -> None:
        """All there are, also those that have ended."""
        self._tasks, self._leader = tasks, leader
        for which, count in counts(tasks).items():
            name = WHICH_NAMES[which]
            self.tabs.show_text(which, name if which is Which.ENDED else f"{name} {count}")
        before = self.table.chosen_row()
        place = self.lines.index(before) if before else 0
        self._refill()
        if before and self.table.chosen_row() is None:  # it has left the list: the one that came in its place
            self._choose_at(place)

    def show_only(self, which: Which) -> None:
        self.tabs.choose(which)
        self._turned(which)

    def show_spread(self) -> None:
        self.tabs.choose(SPREAD)
        self._turned(SPREAD)

    def divide_by(self, by: By) -> None:
        self.filters.show_wanted(self.filters.wanted, by)
        self._narrow()

    def show_for(self, employee_id: int) -> None:
        """Hers only."""
        self.filters.show_wanted(Wanted(employee_id), self.filters.by)
        self.show_only(Which.ALL)

    def choose(self, task_id: int) -> bool:
        """A task, also one that is not shown now; False when there is none."""
        task = next((each for each in self._tasks if each.id == task_id), None)
        if task is None:
            return False
        if self.in_spread or not self.table.choose(task_id):
            self._make_way(task)
            self.table.choose(task_id)
        return True

    def make_room(self, *, beside_panel: bool) -> None:
        """Fewer columns where the panel stands beside the list."""
        self.table.leave_out(BESIDE_PANEL if beside_panel else ())

    # where she is

    def place(self) -> dict[str, Json]:
        wanted = self.filters.wanted
        narrowed: dict[str, Json] = {key: getattr(wanted, key) for key in self.filters.boxes}
        return {"tab": self.tabs.key, "by": self.filters.by, "wanted": narrowed, "table": self.table.place()}

    def go_to(self, place: Mapping[str, Json]) -> None:
        tab, by, wanted, table = (place.get(key) for key in ("tab", "by", "wanted", "table"))
        narrowed = {key: wanted.get(key) for key in self.filters.boxes} if isinstance(wanted, dict) else {}
        known = {key: each for key, each in narrowed.items() if isinstance(each, int)}
        self.filters.show_wanted(Wanted(**known), By(str(by)) if by in set(By) else By.DUE)
        if tab in {*Which, SPREAD}:
            self.tabs.choose(str(tab))
            self._turned(str(tab))
        if isinstance(table, dict):
            self.table.go_to(table)

    # inside

    def _turned(self, tab: str) -> None:
        if tab != SPREAD:
            self._which = Which(tab)
        self._narrow()

    def _narrow(self) -> None:
        """Others are shown: one of them is chosen, so that something can be done with it at once."""
        self._refill()
        if self.table.chosen_row() is None:
            self.table.choose_first()

    def _make_way(self, task: Task) -> None:
        """Whatever hides the task gives way."""
        self.pane.filter_field.clear()
        self.filters.show_wanted(Wanted(), self.filters.by)
        self.table.rows.collapse(())
        fits = belongs(task, self._which)
        self.show_only(self._which if fits else Which.ENDED if task.ended else Which.ALL)

    def _choose_at(self, place: int) -> None:
        rows = self.table.rows.shown_rows()
        if rows:
            self.table.choose(rows[min(place, len(rows) - 1)].id)

    def _refill(self) -> None:
        wanted, today = self.filters.wanted, self._context.clock.today()
        tasks = [task for task in self._tasks if belongs(task, self._which) and wanted.takes(task)]
        title, text = _NOTHING[self._which]
        self._empty.show_text(title, text if wanted == Wanted() else "Der er ingen, som passer på filtrene.")
        self.pane.set_rows(lines_of(tasks, self.filters.by, today, self._leader))
        self.changed.emit()

    def _link(self, line: Line, note: RowNote) -> None:
        if isinstance(note.about, FollowUp):
            self.asked.emit(line.task, note.about)
