"""The copies, one line each: when, how large, how it stands, and what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from dagleder.base.findings import Level
from dagleder.storage.backup_shelf import InspectedBackup, KeptBackup
from dagleder.storage.changes import HistoryStep
from dagleder.storage.restoring import RestorePreview
from ui.kit.buttons import Button, Kind, Look
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.messages import Note
from ui.kit.note_bar import NoteBar
from ui.settings.backup_words import difference_lines, moment_text, occasion_text, restoring_text, size_text
from ui.settings.panel import Panel
from ui.settings.row_list import ItemRow
from ui.theme.theme import Theme

_WHEN, _SIZE, _WAY = 220, 70, 84
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class CopyLine:
    """A copy as its line shows it; without `inspected` nobody has opened it yet."""

    backup: KeptBackup
    size: int
    today: date
    inspected: InspectedBackup | None = None

    @property
    def opens(self) -> bool:
        return self.inspected is None or self.inspected.rows is not None


@dataclass(frozen=True)
class CopyWays:
    """What a line can ask for."""

    look_into: Callable[[KeptBackup], None]
    restore: Callable[[KeptBackup], None]
    remove: Callable[[KeptBackup], None]


class BackupRow(ItemRow):
    def __init__(self, theme: Theme, ways: CopyWays, line: CopyLine) -> None:
        super().__init__()
        self._ways, self._backup = ways, line.backup
        self._when, self._size = Label("", "table"), Label("", "table", "text2")
        self._icon, self._state = IconLabel(theme, "circle-dashed"), Label("", "table", wrap=True)
        self.way = Button(theme, "Gendan…", self._go, Look(Kind.LINK))
        self.panel = RestorePanel(theme, partial(ways.restore, line.backup))
        self._opens = True
        grid = QGridLayout()
        grid.setContentsMargins(0, 3, 0, 3)
        grid.setHorizontalSpacing(10)
        for place, widget in enumerate((self._when, self._size, self._icon, self._state, self.way)):
            grid.addWidget(widget, 0, place)
        grid.setAlignment(self._size, _RIGHT)
        grid.setAlignment(self.way, _RIGHT)
        grid.setColumnStretch(3, 1)
        for place, width in ((0, _WHEN), (1, _SIZE), (4, _WAY)):
            grid.setColumnMinimumWidth(place, theme.px(width))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(grid)
        column.addWidget(self.panel)
        column.addWidget(Line())

    def show_item(self, item: CopyLine) -> None:
        when, why = moment_text(item.backup.at, item.today), occasion_text(item.backup.occasion)
        self._opens = item.opens
        self._when.setText(f"{when}, {why}" if why else when)
        self._size.setText(size_text(item.size))
        if item.inspected is None:
            self._icon.show_icon("circle-dashed", "text3")
            self._state.setText("Kontrolleres …")
        elif item.opens:
            self._icon.show_icon("circle-check", "ok")
            self._state.setText("Åbnet, og alt er talt op")
        else:
            self._icon.show_icon("octagon-alert", "danger")
            self._state.setText("Kan ikke åbnes: halvt skrevet eller ødelagt")
        self.way.setText("Gendan…" if item.opens else "Fjern")
        self.way.setAccessibleName(f"Gendan kopien: {when}" if item.opens else f"Fjern kopien: {when}")

    def _go(self) -> None:
        if self._opens:
            self._ways.look_into(self._backup)
        else:
            self._ways.remove(self._backup)


class RestorePanel(Panel):
    """The difference between the copy and the house, before anything is changed."""

    def __init__(self, theme: Theme, restore: Callable[[], None]) -> None:
        super().__init__(theme, "Gendan denne kopi")
        self.asks = False  # much would go: she is asked once more
        self.setAccessibleName("Gendan en kopi")
        self.text = Label("", "table", wrap=True)
        self.lines = Label("", "table", wrap=True)
        kept = Note("kept", Level.INFO, "Huset, som det er nu, bliver først gemt som en kopi.", closable=False)
        self.body.addWidget(self.text)
        self.body.addWidget(self.lines)
        self.body.addWidget(NoteBar(theme, kept, flat=True))
        self.confirmed.connect(restore)

    def begin_with(self, preview: RestorePreview, steps: list[HistoryStep]) -> None:
        self.text.setText(restoring_text(preview, steps))
        lines = difference_lines(preview)
        self.lines.setText("\n".join(lines) or "Der er lige mange af alt i kopien og i huset nu.")
        self.asks = preview.asks
        self.begin()
