"""The candidates to choose among: one has the task, and those who miss something may learn along."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from dagleder.tasks.criteria import CRITERION_NAMES
from dagleder.tasks.suggestion import Candidate, LeftOut, Suggestion
from ui.kit.focus_ring import OWN_FOCUS
from ui.tasks.candidate_delegate import CandidateDelegate, columns
from ui.tasks.candidate_lines import AnyIndex, CandidateModel, Head, Line, More, lines_of
from ui.tasks.choice import Choice
from ui.theme.theme import Theme

_HEAD = 30
_ACTS = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_MOVES = {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End}


class _Titles(QWidget):
    """'Kandidat' and the four criteria, each over its column."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__()
        self._theme, self._view = theme, view
        self.setProperty("ground", "surface")
        self._resize()
        theme.changed.connect(self._resize)

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.px(_HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("border"))
        painter.setFont(self._theme.font("small", 600))
        painter.setPen(self._theme.colour("text2"))
        where = columns(self._theme, self._view.viewport().width())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        for x, text in zip((16, *where.marks), ("Kandidat", *CRITERION_NAMES.values()), strict=True):
            painter.drawText(QRect(x, 0, where.mark_width + 40, self.height()), flags, text)


class CandidateView(QListView):
    """Arrows choose among the candidates; Space lets somebody who misses something learn along.

    `chosen` tells who is to have the task, `learns` whose 'Kan lære med' was turned, `all_wanted` 'Vis alle'.
    """

    chosen = Signal(int)
    learns = Signal(int)
    all_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._looked_at: int | None = None
        self.people = CandidateModel()
        self._looks = CandidateDelegate(theme, self.people, self)
        self.setModel(self.people)
        self.setItemDelegate(self._looks)
        self.setAccessibleName("Kandidater")
        self.setProperty(OWN_FOCUS, True)  # noqa: FBT003 -- a value, not a flag
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        theme.changed.connect(self.doItemsLayout)

    def choose(self, employee_id: int | None) -> None:
        """Show somebody as chosen, without telling anyone; nobody: the list begins with why that is."""
        row = self.people.row_of(employee_id)
        if row is None:
            self._looked_at = None
            self.setCurrentIndex(QModelIndex())
            self.scrollToTop()
        else:
            self.setCurrentIndex(self.people.index(row))
            self.scrollTo(self.people.index(row))

    def look_at(self, employee_id: int | None) -> None:
        """Into view without going there, and still so where the reason below takes more room."""
        self._looked_at = employee_id
        row = self.people.row_of(employee_id)
        if row is not None:
            self.scrollTo(self.people.index(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._current()
        if event.key() in _ACTS and isinstance(line, LeftOut | More) and not event.modifiers():
            self._act(line)
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._move(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in _MOVES:
            super().keyPressEvent(event)
        else:
            event.ignore()  # figures and Ctrl+Enter are the dialog's, Esc too

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        line = self.people.lines[index.row()] if index.isValid() else None
        at_tick = index.isValid() and self._looks.learn_box(self.visualRect(index)).contains(event.position().toPoint())
        if isinstance(line, More) or (isinstance(line, LeftOut) and at_tick):
            self._act(line)

    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self._looked_at = None
        line = self._current()
        if isinstance(line, Candidate) and line.employee_id != self.people.chosen:
            self.chosen.emit(line.employee_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.doItemsLayout()  # the height of a line follows its width
        self.look_at(self._looked_at)

    def _current(self) -> Line | None:
        row = self.currentIndex().row()
        return self.people.lines[row] if 0 <= row < len(self.people.lines) else None

    def _move(self, step: int) -> None:
        row = self.currentIndex().row() + step
        while 0 <= row < len(self.people.lines) and isinstance(self.people.lines[row], Head):
            row += step
        if 0 <= row < len(self.people.lines):
            self.setCurrentIndex(self.people.index(row))

    def _act(self, line: LeftOut | More) -> None:
        if isinstance(line, More):
            self.all_wanted.emit()
        elif line.can_learn:
            self.learns.emit(line.employee_id)


class CandidateList(QFrame):
    """The list under its titles. `chosen` and `learns` are the view's."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._everybody = False
        self._suggestion: Suggestion | None = None
        self.view = CandidateView(theme)
        self._titles = _Titles(theme, self.view)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._titles)
        column.addWidget(self.view, 1)
        self.view.all_wanted.connect(self._show_all)

    def show_suggestion(self, suggestion: Suggestion, initials: Mapping[int, str]) -> None:
        self._suggestion = suggestion
        self.view.people.initials = initials
        self._fill()

    def mark(self, choice: Choice) -> None:
        """Who is chosen, shown also when she is not among the first."""
        hidden = [each for each in choice.marked if self.view.people.row_of(each) is None]
        if self._suggestion is not None and any(map(self._suggestion.candidate, hidden)):
            self._everybody = True
            self._fill()
        moved = choice.first != self.view.people.chosen
        self.view.people.mark(choice)
        if moved:  # else she is among those who lack something, and stays there
            self.view.choose(choice.first)

    def look_at(self, employee_id: int | None) -> None:
        """Into view, without going there."""
        self.view.look_at(employee_id)

    def _show_all(self) -> None:
        before = self.view.currentIndex().row()
        self._everybody = True
        self._fill()
        self.view.setCurrentIndex(self.view.people.index(before))

    def _fill(self) -> None:
        if self._suggestion is not None:
            self.view.people.show_lines(lines_of(self._suggestion, everybody=self._everybody))
        self.view.choose(self.view.people.chosen)
        self._titles.update()
