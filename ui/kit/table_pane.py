"""A table with its filter, and what is said when there is nothing in it or nothing fits."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedLayout, QWidget

from ui.kit.buttons import Button, Look
from ui.kit.empty_state import EmptyState
from ui.kit.table import Table
from ui.kit.table_values import Row
from ui.theme.theme import Theme

_WIDTH = 280


class FilterField(QLineEdit):
    """Filters while typing; ↓ goes to the table, Esc empties the field first."""

    to_table = Signal()

    def __init__(self, theme: Theme, said: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glass = self.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(said)
        self.setAccessibleName(said)
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(theme.px(_WIDTH))
        theme.changed.connect(self._tint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.to_table.emit()
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        self._glass.setIcon(self._theme.icon("search"))


class TablePane(QFrame):
    """The card a table stands in. `filter_field` is made here and put in the page's header by the page."""

    def __init__(self, theme: Theme, table: Table, empty: EmptyState, filter_text: str = "Filtrér") -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.table = table
        self.empty = empty
        self.filter_field = FilterField(theme, filter_text)
        again = Button(theme, "Vis alle", self.filter_field.clear, Look(icon="x"))
        self._nothing = EmptyState(theme, "Ingen passer", "", "search", (again,))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(1, 1, 1, 1)
        for part in (table, empty, self._nothing):
            self._stack.addWidget(part)
        self.filter_field.textChanged.connect(self._filter)
        self.filter_field.to_table.connect(self._to_table)
        table.typed.connect(self._typed)
        table.rows.modelReset.connect(self._choose_part)
        self._choose_part()

    def set_rows(self, rows: Iterable[Row]) -> None:
        self.table.rows.set_rows(rows)

    def _filter(self, text: str) -> None:
        self.table.rows.set_filter(text)
        if text and self.table.chosen_row() is None:
            self.table.choose_first()

    def _typed(self, text: str) -> None:
        self.filter_field.setFocus()
        self.filter_field.setText(self.filter_field.text() + text)

    def _to_table(self) -> None:
        if self._stack.currentWidget() is self.table:
            self.table.setFocus()
            if self.table.chosen_row() is None:
                self.table.choose_first()

    def _choose_part(self) -> None:
        rows = self.table.rows
        if not rows.row_count:
            self._stack.setCurrentWidget(self.empty)
        elif not rows.rowCount():
            self._nothing.show_text(f"Ingen passer på “{self.filter_field.text().strip()}”")
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._stack.setCurrentWidget(self.table)
