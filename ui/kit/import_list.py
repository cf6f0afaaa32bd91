"""The list that was read, with what is to be said of it above, what was not used beside it, and the ways on below."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from dagleder.base.findings import Level
from dagleder.base.text import plural
from dagleder.exchange.tables_values import LeftCell, SheetSummary
from ui.kit.buttons import Button, Kind, Look
from ui.kit.chip import Chip
from ui.kit.choice_inputs import CheckInput
from ui.kit.import_table import ImportTable
from ui.kit.import_values import ColumnOffer, Fact, Row, Shown, Style, WaysOn, place_text
from ui.kit.label import Label
from ui.kit.messages import Note
from ui.kit.note_bar import NoteBar
from ui.kit.segment import Part, Segment
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_surface import Density
from ui.kit.table_values import CellLook, Column
from ui.kit.tip import set_tip
from ui.theme.theme import Theme

_ROWS, _UNUSED = "rows", "unused"
_LEFT_COLUMNS = (
    Column("sheet", "Ark", lambda cell: cell.sheet, width=160),
    Column(
        "place", "Celle", lambda cell: f"{cell.column}{cell.row}", sort=lambda cell: (cell.row, cell.column), width=80
    ),
    Column("text", "Indhold", lambda cell: cell.text),
    Column("why", "Hvorfor ikke brugt", lambda cell: cell.why, look=CellLook.MUTED, width=380),
)


class ImportList(QWidget):
    """Tells what she wishes; whoever has it reads anew and shows the outcome."""

    sheet_chosen = Signal(str)
    column_chosen = Signal(int, object)
    mended = Signal(int, str, str)  # row, field, text
    emptied = Signal(object)  # [(row, field)]: what is to be left empty
    ticked = Signal(int)
    other_file = Signal()
    taken = Signal(object)  # frozenset[int]: the rows that wait besides those that do already
    left = Signal()
    asked = Signal(object, object)  # a row, and what its note is about

    def __init__(self, theme: Theme, style: Style) -> None:
        super().__init__()
        self._theme, self._style = theme, style
        self._ways = WaysOn("", "")
        self._held = ""  # why nothing can be taken in as it stands
        self._rows: Sequence[Row] = ()
        self._place = Label("", "", "text2", wrap=True)
        self._sheets = Button(theme, "Vælg et andet ark", None, Look(icon="layers"))
        self._sheets.setMenu(QMenu(self._sheets))
        self._chips, self._notes, self._offers = QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.offers: list[CheckInput] = []
        self.beside = QHBoxLayout()  # in the head: what else a kind of list lets her choose
        self.segment = Segment("Hvad vises", (Part(_ROWS, "Listen"), Part(_UNUSED, "Ikke brugt")), compact=True)
        self.table: ImportTable | None = None
        model = TableModel(_LEFT_COLUMNS, lambda cell: (cell.sheet, cell.row, cell.column))
        self.unused = Table(theme, model, Density.NORMAL)
        self._stack = QStackedWidget()
        self.empty_all = Button(theme, "Lad felterne stå tomme", self._empty_all, Look(Kind.TEXT))
        self.take_some = Button(theme, "Lad vente", lambda: self.taken.emit(self._ways.let_wait))
        self._said = Label("", "", "text2", wrap=True)
        self._back = Button(theme, "Tilbage", self.left.emit, Look(icon="arrow-left"))
        self.take_all = Button(theme, "Importér", lambda: self.taken.emit(frozenset()), Look(Kind.PRIMARY, "file-down"))
        self._build()

    def show_reading(self, shown: Shown, refused: str = "") -> None:
        """`refused`: why what she just chose cannot be done; the list is as it was before."""
        table, self._rows = shown.table, shown.rows
        if self.table is None or not self.table.fits(table):
            self._exchange_table(ImportTable(self._theme, self._style, table, self._rows))
        if self.table is not None:
            self.table.show_rows(table, self._rows)
        self._place.setText(place_text(table))
        self._show_sheets(table.sheets, table.sheet)
        self._show_chips(shown.facts)
        self._show_notes(shown.remarks, refused)
        self._show_offers(shown.offers)
        self._show_unused(shown.unused)
        self._show_ways(shown.ways)

    def hold(self, why: str) -> None:
        """Nothing is taken in while something beside the list cannot be used; '' lets go."""
        self._held = why
        self._show_ways(self._ways)

    def begin(self) -> None:
        """The keyboard goes to the first thing to decide: what is to be mended, else the way on."""
        wrong = next((row for row in self._rows if row.to_mend and row.ticked), None)
        way = self.take_all if self.take_all.isEnabled() else self._back
        if wrong is not None and self.table is not None:
            self.table.begin_at(wrong)
        else:
            way.setFocus(Qt.FocusReason.OtherFocusReason)

    # built once

    def _build(self) -> None:
        self._stack.addWidget(self._carded(self.unused))
        self.unused.setAccessibleName("Celler, der ikke er brugt")
        self.segment.chosen.connect(self._show_part)
        chips, notes = QHBoxLayout(), QHBoxLayout()
        self._chips.setSpacing(10)
        chips.addLayout(self._chips)
        chips.addStretch(1)
        self._notes.setSpacing(6)
        self._offers.setSpacing(4)
        said = QVBoxLayout()
        said.setSpacing(6)
        said.addLayout(self._notes)
        said.addLayout(self._offers)
        notes.addLayout(said, 1)
        notes.addWidget(self.segment, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addLayout(chips)
        column.addLayout(notes)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label("Se din liste igennem", "h1", wrap=True))
        words.addWidget(self._place)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addLayout(words, 1)
        head.addLayout(self.beside)
        for button in (self._sheets, Button(self._theme, "Vælg en anden fil…", self.other_file.emit)):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._back)
        self._said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._said, 1)
        for button in (self.empty_all, self.take_some, self.take_all):
            foot.addWidget(button)
        return foot

    def _carded(self, table: Table) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(table)
        return card

    def _exchange_table(self, table: ImportTable) -> None:
        if self.table is not None:
            self._stack.removeWidget(self.table)
            self.table.deleteLater()
        self.table = table
        table.column_chosen.connect(self.column_chosen)
        table.mended.connect(self.mended)
        table.ticked.connect(self.ticked)
        table.asked.connect(self.asked)
        self._stack.addWidget(table)
        self._show_part(self.segment.key)

    # shown anew each time

    def _show_part(self, key: str) -> None:
        shown = self.table if key == _ROWS else self._stack.widget(0)
        if shown is not None:
            self._stack.setCurrentWidget(shown)

    def _show_sheets(self, sheets: Iterable[SheetSummary], chosen: str) -> None:
        others = [sheet for sheet in sheets if sheet.name != chosen]
        self._sheets.setVisible(bool(others))
        menu = self._sheets.menu()
        menu.clear()
        for sheet in others:
            hidden = ", skjult" if sheet.hidden else ""
            text = f"{sheet.name} ({plural(sheet.cells, 'celle', 'celler')}{hidden})"
            menu.addAction(text.replace("&", "&&")).triggered.connect(self._chooser(sheet.name))

    def _chooser(self, sheet: str) -> Callable[[], None]:
        return lambda: self.sheet_chosen.emit(sheet)

    def _show_chips(self, facts: Iterable[Fact]) -> None:
        _emptied(self._chips)
        for fact in facts:
            self._chips.addWidget(Chip(self._theme, fact.text, fact.look, fact.icon))

    def _show_notes(self, remarks: Iterable[str], refused: str) -> None:
        _emptied(self._notes)
        if refused:
            self._notes.addWidget(NoteBar(self._theme, Note("refused", Level.MUST, refused, closable=False)))
        for text in remarks:
            self._notes.addWidget(Label(text, "small", "text2", wrap=True))

    def _show_offers(self, offers: Sequence[ColumnOffer]) -> None:
        """The ticks stay where they are while she turns them: one of them has the keyboard."""
        if [offer.text for offer in offers] != [tick.text().replace("&&", "&") for tick in self.offers]:
            _emptied(self._offers)
            self.offers = [self._tick(offer) for offer in offers]
        for offer, tick in zip(offers, self.offers, strict=True):
            tick.show_raw(offer.taken)

    def _tick(self, offer: ColumnOffer) -> CheckInput:
        tick = CheckInput(offer.text)
        tick.edited.connect(lambda: self.column_chosen.emit(offer.column, offer.key if tick.raw() else None))
        self._offers.addWidget(tick)
        return tick

    def _show_unused(self, cells: tuple[LeftCell, ...]) -> None:
        self.unused.rows.set_rows(cells)
        self.segment.show_text(_UNUSED, f"Ikke brugt ({plural(len(cells), 'celle', 'celler')})")
        self.segment.setVisible(bool(cells))
        if not cells and self.segment.key == _UNUSED:
            self.segment.choose(_ROWS)
            self._show_part(_ROWS)

    def _show_ways(self, ways: WaysOn) -> None:
        self._ways = ways
        self._said.setText(self._held or ways.said)
        self.take_all.setText(ways.all_text)
        self.take_all.setAccessibleName(ways.all_text)
        why_not = self._held or ways.why_not_all
        self.take_all.setEnabled(not why_not)
        set_tip(self.take_all, why_not)
        self.take_some.setEnabled(not self._held)
        set_tip(self.take_some, self._held)
        self.take_some.setText(ways.some_text.replace("&", "&&"))
        self.take_some.setAccessibleName(ways.some_text)
        self.take_some.setVisible(bool(ways.some_text))
        self.empty_all.setVisible(bool(ways.let_wait))

    def _empty_all(self) -> None:
        """The people come without what cannot be used."""
        self.emptied.emit([(row.number, key) for row in self._rows for key in row.to_mend if row.ticked])


def _emptied(layout: QHBoxLayout | QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if widget := item.widget():
            widget.hide()
            widget.deleteLater()
