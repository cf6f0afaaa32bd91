"""The left side of the staff page: the list by stue, its filter, and which of the staff stand in it."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from dagleder.base.dates import hours_text
from dagleder.base.json_value import Json
from dagleder.base.text import plural
from dagleder.settings.places import Team
from ui.context import Context
from ui.kit.buttons import Button, Look
from ui.kit.empty_state import EmptyState
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_pane import TablePane
from ui.kit.table_surface import Density
from ui.staff.people import COLUMNS, SHOWN_NAMES, Line, Shown, grouping, is_shown

_NOBODY = {
    Shown.ACTIVE: ("Ingen aktive medarbejdere", "Der er nogen under Kommende eller Fratrådte."),
    Shown.COMING: (
        "Ingen kommende medarbejdere",
        "Den, der får en startdato efter i dag, står her til og med dagen før.",
    ),
    Shown.LEFT: ("Ingen fratrådte medarbejdere", "Den, der får en sidste dag, står her fra dagen efter."),
}


class StaffList(QObject):
    """`chosen` is a line or None, `opened` a line; `changed` comes when others are shown."""

    chosen = Signal(object)
    opened = Signal(object)
    changed = Signal()

    def __init__(self, context: Context, first: Callable[[], None], fetch: Callable[[], None]) -> None:
        super().__init__()
        self._context = context
        self._everybody: Sequence[Line] = ()
        self._teams: Sequence[Team] = ()
        self.shown = Shown.ACTIVE
        theme = context.theme
        model = TableModel(COLUMNS, lambda line: line.id, grouping(lambda: self._teams))
        self.table = Table(theme, model, Density.NORMAL)
        self.table.setAccessibleName("Medarbejdere")
        self.table.go_to({"sort": "name"})
        self._ways = (
            Button(theme, "Tast den første", first, Look(icon="user-plus")),
            Button(theme, "Hent fra Excel…", fetch, Look(icon="file-up")),
        )
        self._empty = EmptyState(theme, "", "", "users", self._ways)
        self.pane = TablePane(theme, self.table, self._empty, "Filtrér på navn, stue eller stilling")
        self.button = Button(theme, SHOWN_NAMES[self.shown], None, Look(icon="funnel"))
        self.button.setProperty("dropdown", "true")
        self._choices: dict[Shown, QAction] = {}
        self.button.setMenu(self._menu())
        self.table.chosen.connect(self.chosen)
        self.table.opened.connect(self.opened)

    def show_people(self, everybody: Sequence[Line], teams: Sequence[Team]) -> None:
        self._everybody, self._teams = everybody, teams
        self._refill()

    def show_only(self, shown: Shown) -> None:
        """Others than before stand in the list."""
        if shown is not self.shown:
            self.shown = shown
            self._refill()
            self.changed.emit()

    def choose(self, employee_id: int) -> bool:
        """Choose somebody, also one who is not shown now; False when she is nowhere."""
        if all(line.id != employee_id for line in self._everybody):
            return False
        if self.table.choose(employee_id):
            return True
        self.pane.filter_field.clear()
        if not any(line.id == employee_id for line in self._visible()):
            self.show_only(Shown.ALL)
        self.table.rows.collapse(())
        return self.table.choose(employee_id)

    @property
    def anybody(self) -> bool:
        """Whether there is anybody at all."""
        return bool(self._everybody)

    def sum_text(self) -> str:
        """'24 medarbejdere · 854 timer/uge'."""
        rows = [line.row for line in self._visible()]
        hours = hours_text(sum(row.minutes or 0 for row in rows))
        return f"{plural(len(rows), 'medarbejder', 'medarbejdere')} · {hours} timer/uge"

    def place(self) -> dict[str, Json]:
        line = self.table.chosen_row()
        return {
            "shown": self.shown.value,
            "chosen": line.id if line else None,
            "scroll": self.table.verticalScrollBar().value(),
            "table": self.table.place(),
        }

    def go_to(self, place: Mapping[str, Json]) -> None:
        if place.get("shown") in [shown.value for shown in Shown]:
            self.show_only(Shown(str(place["shown"])))
        table, chosen, scroll = place.get("table"), place.get("chosen"), place.get("scroll")
        if isinstance(table, dict):
            self.table.go_to(table)
        if isinstance(chosen, int):
            self.table.choose(chosen)
        if isinstance(scroll, int):
            self.table.verticalScrollBar().setValue(scroll)

    def _visible(self) -> list[Line]:
        today = self._context.clock.today()
        return [line for line in self._everybody if is_shown(line.row, self.shown, today)]

    def _refill(self) -> None:
        visible = self._visible()
        for button in self._ways:
            button.setVisible(not self.anybody)
        if self.anybody and not visible:
            self._empty.show_text(*_NOBODY[self.shown])
        elif not visible:
            self._empty.show_text("Ingen medarbejdere endnu", "Tast den første, eller hent fra Excel.")
        self.pane.set_rows(visible)
        name = SHOWN_NAMES[self.shown]
        self.button.setText(f"{name} ({len(visible)})")
        self.button.setAccessibleName(f"Viser {name.lower()}, {len(visible)}. Vælg, hvem der vises.")
        self._choices[self.shown].setChecked(True)

    def _menu(self) -> QMenu:
        menu = QMenu(self.button)
        group = QActionGroup(menu)
        for shown, name in SHOWN_NAMES.items():
            action = menu.addAction(name)
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(partial(self._pick, shown))
            self._choices[shown] = action
        return menu

    def _pick(self, shown: Shown, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- Qt's 'triggered' carries it
        self.show_only(shown)
