"""The rows of a list to be taken in, under what each column is read as; a cell can be mended where it stands."""

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QVBoxLayout

from dagleder.exchange.tables_values import Column as FileColumn
from dagleder.exchange.tables_values import TableRead
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.import_values import Cell, Mend, Row, Style
from ui.kit.line_input import LineInput
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_surface import Density
from ui.kit.table_texts import ICON, ICON_GAP
from ui.kit.table_values import Aside, CellLook, Column, Group, Grouping, RowNote, Wrong
from ui.theme.theme import Theme

_TICK = 36
_NARROWEST, _WIDEST, _ROOM, _MEASURED = 72, 260, 24, 60
_CHOICE = 58  # px of a choice that are not its text, also with large text
_LONG_LINE = 220  # px also with large text: a longer one goes on in the next line
_ICON_ROOM = ICON + ICON_GAP
_TEXT_FILES = (".csv", ".tsv", ".txt")


class CellEditor(LineInput):
    """Lies over the cell while it is typed in. Enter and leaving it keep the text, Esc does not."""

    kept = Signal(str)

    def __init__(self, theme: Theme, table: Table) -> None:
        super().__init__(theme, table.viewport())
        self._before = ""
        self.hide()
        self.left.connect(self._keep)

    def open_on(self, name: str, text: str) -> None:
        self._before = text
        self.setAccessibleName(name)
        self.setText(text)
        self.selectAll()
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.setText(self._before)
            self._keep()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        if self.isVisible():
            self.hide()
            if self.text() != self._before:
                self.kept.emit(self.text())
            parent = self.parentWidget()
            if parent is not None:
                parent.setFocus()


class ImportTable(QFrame):
    """`column_chosen` gives a column's number and the field it is to be read as (None: not at all).

    `asked`: the link of a note that is no Mend was clicked; gives the row and what the note is about.
    """

    column_chosen = Signal(int, object)
    ticked = Signal(int)  # the row's number
    mended = Signal(int, str, str)  # the row's number, field, text
    asked = Signal(object, object)

    def __init__(self, theme: Theme, style: Style, table: TableRead, rows: Sequence[Row]) -> None:
        super().__init__()
        self._theme, self._list, self._columns = theme, style, table.columns
        self.setProperty("kind", "card")
        grouping = Grouping(lambda row: row.kind, lambda kind: Group(style.group_names[kind]))
        columns = _columns(theme, style, table, rows)
        model = TableModel(columns, lambda row: row.number, grouping, lambda row: row.notes)
        self.view = Table(theme, model, Density.AIRY)
        self.view.setAccessibleName("Listen, som den er læst")
        self.view.spread_columns()
        self._options = [style.options(column) for column in table.columns]
        self._choices = {column.index: self._choice(column) for column in table.columns}
        by_place = {str(at): self._choices[column.index] for at, column in enumerate(table.columns)}
        self.view.show_header_fields(by_place)
        self._editor = CellEditor(theme, self.view)
        self._editor.kept.connect(self._keep)
        self._edited: tuple[int, str] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.view)
        self.view.ticked.connect(lambda row, _key: self.ticked.emit(row.number))
        self.view.link_clicked.connect(self._mend)
        self.view.opened.connect(self._open)
        self.view.clicked.connect(self._clicked)
        self.view.verticalScrollBar().valueChanged.connect(self._editor.hide)
        edit = QShortcut(QKeySequence(Qt.Key.Key_F2), self.view, self._edit_current)
        edit.setContext(Qt.ShortcutContext.WidgetShortcut)

    def fits(self, table: TableRead) -> bool:
        """Whether it was made for the same columns, with the same to choose for each."""
        same = _headings(self._columns) == _headings(table.columns)
        return same and self._options == [self._list.options(column) for column in table.columns]

    def show_rows(self, table: TableRead, rows: Sequence[Row]) -> None:
        self._columns = table.columns
        for column in table.columns:
            self._choices[column.index].show_raw(column.field)
        self.view.rows.set_rows(rows)

    def choice(self, index: int) -> ChoiceInput:
        """What the column is read as."""
        return self._choices[index]

    def place_of(self, row: Row) -> QPoint:
        """Where a menu about the row opens, on the screen."""
        line = self.view.rows.line_of(row.number)
        box = self.view.visualRect(self.view.rows.index(line or 0, 1))
        return self.view.viewport().mapToGlobal(box.bottomLeft())

    @property
    def editor(self) -> CellEditor:
        return self._editor

    def begin_at(self, row: Row) -> None:
        """The keyboard goes to the row; Enter opens what is wrong in it."""
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.choose(row.number)

    # inside

    def _choice(self, column: FileColumn) -> ChoiceInput:
        choice = ChoiceInput(self._list.options(column))
        choice.setProperty("compact", "true")
        choice.setAccessibleName(f"Kolonnen {column.name} læses som")
        choice.setEnabled(not column.cpr)
        choice.left.connect(lambda: self.column_chosen.emit(column.index, choice.raw()))
        return choice

    def _mend(self, row: Row, note: RowNote) -> None:
        if isinstance(note.about, Mend):
            self.mended.emit(row.number, note.about.field, note.about.text)
        elif note.about is not None:
            self.asked.emit(row, note.about)

    def _open(self, row: Row) -> None:
        """Enter or a double click: the cell that cannot be used, else the one she is in; else what the row asks for."""
        wrong = next((column for column in self._columns if self._list.field_of(column) in row.to_mend), None)
        here = self.view.currentIndex().column() - 1
        column = wrong or (self._columns[here] if 0 <= here < len(self._columns) else None)
        if column is not None and row.ticked is not None and self._list.field_of(column):
            self._edit(row, column)
        elif question := next((note for note in row.notes if note.about and not isinstance(note.about, Mend)), None):
            self._mend(row, question)

    def _clicked(self, index: QModelIndex) -> None:
        row, at = self.view.chosen_row(), index.column() - 1
        if isinstance(row, Row) and at >= 0 and row.cells[at].wrong:
            self._edit(row, self._columns[at])

    def _edit_current(self) -> None:
        row = self.view.chosen_row()
        if isinstance(row, Row):
            self._open(row)

    def _edit(self, row: Row, column: FileColumn) -> None:
        line = self.view.rows.line_of(row.number)
        field = self._list.field_of(column)
        if field is None or line is None:
            return
        self._edited = (row.number, field)
        at = self._columns.index(column)
        box = self.view.visualRect(self.view.rows.index(line, at + 1))
        self._editor.setGeometry(box.adjusted(4, 1, -4, -2))
        self._editor.open_on(f"{row.name}, {column.name}", row.cells[at].text)

    def _keep(self, text: str) -> None:
        if self._edited is not None:
            self.mended.emit(*self._edited, text)


def _headings(columns: Sequence[FileColumn]) -> list[tuple[int, str, bool]]:
    return [(column.index, column.heading, column.cpr) for column in columns]


def _columns(theme: Theme, style: Style, table: TableRead, rows: Sequence[Row]) -> list[Column]:
    tick = Column(
        "tick", "", lambda _row: "", look=CellLook.TICK, shape=lambda row: row.ticked, width=_TICK, least=_TICK
    )
    return [tick, *(_column(theme, style, table, at, rows) for at in range(len(table.columns)))]


def _column(theme: Theme, style: Style, table: TableRead, at: int, rows: Sequence[Row]) -> Column:
    def text(row: Row) -> str:
        return row.cells[at].text

    def tip(row: Row) -> str:
        change = row.cells[at].change
        return f"{change.before} → {change.after}" if change else text(row)

    column = table.columns[at]
    title = _title(table, column)
    choice = next((option.text for option in style.options(column) if option.key == column.field), "")
    width, least = _measures(theme, title, choice, [row.cells[at] for row in rows[:_MEASURED]])
    look = CellLook.CHANGE
    return Column(str(at), title, text, look=look, shape=_shape(at), width=width, least=least, wraps=True, tip=tip)


def _title(table: TableRead, column: FileColumn) -> str:
    place = "filen" if table.file_name.lower().endswith(_TEXT_FILES) else "Excel"
    return f"I {place}: {column.name}"


def _shape(at: int) -> Callable[[Row], object]:
    def shape(row: Row) -> object:
        cell = row.cells[at]
        if not row.ticked or cell.quiet:
            return Aside(cell.text)
        return Wrong(cell.text) if cell.wrong else cell.change

    return shape


def _measures(theme: Theme, title: str, choice: str, cells: Iterable[Cell]) -> tuple[int, int]:
    """The width in which all stands in one line, within reason, and the least: what was changed may be in two.

    In px at 100 % text size.
    """
    metrics, small = QFontMetricsF(theme.font("table", 600)), QFontMetricsF(theme.font("caption", 600))
    cells = list(cells)
    chosen = QFontMetricsF(theme.font("table")).horizontalAdvance(choice) + _CHOICE
    widest = max((_whole(metrics, cell) for cell in cells), default=0.0)
    narrowest = max((_unbroken(metrics, cell) for cell in cells), default=0.0)
    whole = max(chosen, widest + _ROOM, small.horizontalAdvance(title) + _ROOM)
    heading = max(map(small.horizontalAdvance, title.split()))
    least = max(chosen, min(narrowest, _LONG_LINE) + _ROOM, heading + _ROOM)
    size = theme.text_size / 100
    return ceil(min(max(whole / size, _NARROWEST), _WIDEST)), ceil(least / size)


def _whole(metrics: QFontMetricsF, cell: Cell) -> float:
    """What the cell needs in one line."""
    if cell.change is None:
        return metrics.horizontalAdvance(cell.text)
    icon = _ICON_ROOM if cell.change.icon else 0
    return metrics.horizontalAdvance(f"{cell.change.before} → {cell.change.after}") + icon


def _unbroken(metrics: QFontMetricsF, cell: Cell) -> float:
    """What the cell needs so that no word is broken; only what was changed may be in two lines."""
    if cell.change is None or not cell.change.icon:
        return _whole(metrics, cell)
    words = f"{cell.change.before} → {cell.change.after}".split(" ")
    return max(map(metrics.horizontalAdvance, words)) + _ICON_ROOM
