"""A table with its filter, and what is said when there is nothing in it or nothing fits."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

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
    """The card a table stands in. `filter_field` is made here and put in the page's header by the page.

    `above` stands in the card over the table, also where nothing is in it.
    """

    def __init__(
        self,
        theme: Theme,
        table: Table,
        empty: EmptyState,
        filter_text: str = "Filtrér",
        above: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.table = table
        self.empty = empty
        self.filter_field = FilterField(theme, filter_text)
        again = Button(theme, "Vis alle", self.filter_field.clear, Look(icon="x"))
        self._link_text = ""  # put in the filter by a link elsewhere
        self._nothing = EmptyState(theme, "Ingen passer", "", "search", (again,))
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        if above is not None:
            column.addWidget(above)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)
        for part in (table, empty, self._nothing):
            self._stack.addWidget(part)
        self.filter_field.textChanged.connect(self._filter)
        self.filter_field.to_table.connect(self._to_table)
        table.typed.connect(self._typed)
        table.rows.modelReset.connect(self._choose_part)
        self._choose_part()

    def set_rows(self, rows: Iterable[Row]) -> None:
        self.table.rows.set_rows(rows)

    def show_only(self, text: str) -> None:
        """What fits a text that she has not typed here: it is gone when she comes by herself."""
        self._link_text = text
        self.filter_field.setText(text)

    def come_by_herself(self) -> None:
        """She was not led here by a link."""
        if self.led_here:
            self.filter_field.clear()
        self._link_text = ""

    @property
    def led_here(self) -> bool:
        """The filter is still that of a link."""
        return bool(self._link_text) and self.filter_field.text() == self._link_text

    def nothing_fits(self, text: str) -> tuple[str, str]:
        """Said where there are rows and none has the text: a title, and what more there is to say."""
        return f"Ingen passer på “{text}”", ""

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
            self._nothing.show_text(*self.nothing_fits(self.filter_field.text().strip()))
            self._stack.setCurrentWidget(self._nothing)
        else:
            self._stack.setCurrentWidget(self.table)
