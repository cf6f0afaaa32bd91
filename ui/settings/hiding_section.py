"""A section that lists kinds: those in use, those hidden when they are asked for, and a new one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.settings.opening_row import OpeningRow
from ui.settings.row_list import RowList
from ui.settings.section import Section


@dataclass(frozen=True)
class Kinds:
    """Where kinds come from: all of them (each has an id, a name, and is hidden or not), and a new one by its name."""

    new: str  # 'Ny mødetype'
    every: Callable[[], Sequence[Any]]
    row: Callable[[Any], OpeningRow]
    add: Callable[[str], int]


class HidingSection(Section):
    def __init__(self, context: Context, kinds: Kinds) -> None:
        new = Button(context.theme, kinds.new, self._add, Look(Kind.TEXT, "plus", compact=True))
        super().__init__(context.theme, [new])
        self._context, self._kinds = context, kinds
        self._all = False
        self.rows: RowList[OpeningRow] = RowList(kinds.row, spacing=0)
        self.more = Button(context.theme, "Vis skjulte", self._turn_more, Look(Kind.LINK))
        self.add_block(self.rows, self.more)

    def load(self) -> None:
        every = self._kinds.every()
        hidden = [kind for kind in every if kind.hidden]
        self.rows.show_items({kind.id: kind for kind in every if self._all or not kind.hidden})
        self.more.setVisible(bool(hidden))
        self.more.setText("Vis kun dem, I bruger" if self._all else f"Vis skjulte ({len(hidden)})")

    def _turn_more(self) -> None:
        self._all = not self._all
        self.load()

    def _add(self) -> None:
        new, names = self._kinds.new, {kind.name for kind in self._kinds.every()}
        name = next(each for each in (new, *(f"{new} {n}" for n in range(2, 999))) if each not in names)
        outcome = self._context.run(f"{name} er tilføjet", lambda: self._kinds.add(name))
        if (row := self.rows.rows.get(outcome.value)) is not None:
            row.begin()
