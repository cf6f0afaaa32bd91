"""One day of an arbejdstid: from–to, or only hours, or 'Fri', with what it comes to under it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from dagleder.staff.pattern_words import hours_words
from dagleder.staff.patterns import Shift
from dagleder.staff.work_entry import DayEntry, DayProblem, Spot, Way, read_day
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.line_input import LineInput, Trouble, mark
from ui.theme.theme import Theme

_LEAST = 46


@dataclass(frozen=True)
class CellName:
    """How the day is spoken of: 'Torsdag i lige uger'. `weekday` is 0 for Monday."""

    text: str
    weekday: int


class ShiftCell(QWidget):
    """`edited` comes with each letter, `left` when the day was left with something new, or a way was chosen.

    '8-15.30' may be typed in any field, '7,5 t' and 'fri' in the first; a day off is typed over. Ctrl+D copies the day.
    """

    edited = Signal()
    left = Signal()
    copied = Signal()  # the same for the rest of the week
    weekend_wanted = Signal()  # Saturday and Sunday are to be there

    def __init__(self, theme: Theme, name: CellName) -> None:
        super().__init__()
        self._theme, self._name = theme, name
        self._kept = self._told = DayEntry()  # what is stored, and what was told last
        self._untyped = DayEntry()  # a day off, or one of which nothing is said yet
        self.start, self.end, self.hours = (self._field(word) for word in ("fra", "til", "antal timer"))
        self.off = Button(theme, "Fri", self._type_over, Look(Kind.DASHED), f"{name.text}: fri. Tast et klokkeslæt")
        self.off.installEventFilter(self)
        self._ways = QStackedWidget()
        self.caption = Button(
            theme,
            "0,0 timer",
            None,
            Look(Kind.CAPTION, compact=True),
            f"{name.text}: vælg fra–til, kun timer eller fri",
        )
        self.caption.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.caption.setMenu(self._menu())
        self._build()
        self.show_entry(DayEntry())

    # what stands there

    @property
    def entry(self) -> DayEntry:
        """As it is typed now."""
        way = (Way.TIMES, Way.HOURS, Way.OFF)[self._ways.currentIndex()]
        if way is Way.OFF:
            return self._untyped
        hours = way is Way.HOURS
        typed = DayEntry(way, self.hours.text()) if hours else DayEntry(way, self.start.text(), self.end.text())
        return self._kept if typed.empty and self._kept.way is Way.UNSAID else typed

    @property
    def unsaved(self) -> bool:
        """Whether something else stands there than is stored."""
        return self.entry != self._kept

    def show_entry(self, entry: DayEntry) -> None:
        """What is stored: Esc goes back to it."""
        self._kept = self._told = entry
        self._put(entry)

    def put_entry(self, entry: DayEntry) -> None:
        """Something that is not stored: a suggestion, what was half typed."""
        self._told = entry
        self._put(entry)

    def _put(self, entry: DayEntry) -> None:
        untyped, focused = entry.way in {Way.OFF, Way.UNSAID}, self.has_focus
        self._untyped = entry if untyped else DayEntry()
        unsaid = entry.way is Way.UNSAID
        self.off.setText("Tast tider" if unsaid else "Fri")
        known = f"{entry.start or 'ingen'} timer" if unsaid else "fri"
        self.off.setAccessibleName(f"{self._name.text}: {known}. Tast et klokkeslæt")
        self._ways.setCurrentIndex((Way.TIMES, Way.HOURS, Way.OFF).index(Way.OFF if untyped else entry.way))
        if focused and not self.has_focus:
            self.focus()  # what had the keyboard is hidden now
        self.start.show_raw(entry.start if entry.way is Way.TIMES else "")
        self.end.show_raw(entry.end)
        self.hours.show_raw(entry.start if entry.way is Way.HOURS else "")
        self.show_reading()

    def show_reading(self) -> None:
        """What the day comes to, or a word about what is wrong with it; the field that is wrong gets its edge."""
        read = read_day(self.entry, self._name.weekday)
        problem = read if isinstance(read, DayProblem) else None
        minutes = read.minutes if isinstance(read, Shift) else 0
        for spot in Spot:
            mark(self.field(spot), Trouble.PROBLEM if problem and problem.spot is spot else Trouble.NONE)
        hours = "ingen" if self.entry == DayEntry(Way.UNSAID) else hours_words(minutes)
        self._say(problem.short if problem else f"{hours} timer", wrong=problem is not None)

    @property
    def first_field(self) -> QWidget:
        """The field that can be typed in."""
        fields = (self.start, self.hours, self.off)
        return fields[self._ways.currentIndex()]

    def focus(self) -> None:
        self.first_field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def field(self, spot: Spot) -> LineInput:
        return {Spot.START: self.start, Spot.END: self.end, Spot.HOURS: self.hours}[spot]

    @property
    def has_focus(self) -> bool:
        now = QApplication.focusWidget()
        return now is not None and self.isAncestorOf(now)

    # inside

    def _field(self, word: str) -> LineInput:
        field = LineInput(self._theme)
        field.setProperty("cell", "true")
        field.set_centred()
        field.setMinimumWidth(self._theme.px(_LEAST))
        field.setAccessibleName(f"{self._name.text}, {word}")
        field.edited.connect(self._edit)
        field.returnPressed.connect(self._settle)
        field.installEventFilter(self)
        return field

    def _build(self) -> None:
        times = QWidget()
        row = QHBoxLayout(times)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.start, 1)
        row.addWidget(Label("–", "", "text3"))
        row.addWidget(self.end, 1)
        self._ways.setProperty("ground", "surface")
        for way in (times, self.hours, self.off):
            self._ways.addWidget(way)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._ways)
        column.addWidget(self.caption)

    def _menu(self) -> QMenu:
        menu = QMenu(self.caption)
        entries: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Fra–til", partial(self._choose, Way.TIMES)),
            ("Kun timer", partial(self._choose, Way.HOURS)),
            ("Fri", partial(self._choose, Way.OFF)),
        )
        for text, run in entries:
            menu.addAction(text).triggered.connect(lambda _checked=False, run=run: run())
        menu.addSeparator()
        menu.addAction("Samme resten af ugen\tCtrl+D").triggered.connect(lambda _checked=False: self._copy())
        menu.addAction("Vis lørdag og søndag").triggered.connect(lambda _checked=False: self.weekend_wanted.emit())
        return menu

    def _choose(self, way: Way) -> None:
        """From the menu: the day off is kept at once, the others are to be filled in."""
        read = read_day(self.entry, self._name.weekday)
        hours = hours_words(read.minutes) if isinstance(read, Shift) and way is Way.HOURS else ""
        self._put(DayEntry(way, hours))
        self.focus()
        if way is Way.OFF or hours:
            self._settle()

    def _type_over(self) -> None:
        """A day off becomes from–to, to be typed."""
        self._ways.setCurrentIndex(0)
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)
        self._say("", wrong=False)

    def _edit(self) -> None:
        read = read_day(self.entry, self._name.weekday)
        if isinstance(read, Shift):  # what is wrong is told when the day is left
            self.show_reading()
        self.edited.emit()

    def _settle(self) -> None:
        """The day is left: what was typed is understood, and told when it is new."""
        entry = self.entry.understood()
        self._put(entry)
        if entry != self._told:
            self._told = entry
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._if_left)
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(watched, event)
        elif event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            mine = event.key() == Qt.Key.Key_Escape and self.entry != self._kept
            event.setAccepted(mine)
            return mine
        return super().eventFilter(watched, event)

    def _if_left(self) -> None:
        if self.has_focus:
            self._take_whole_day()
        elif QApplication.activePopupWidget() is None:
            self._settle()

    def _take_whole_day(self) -> None:
        """From one field of the day to the other: '7-14.30' in the first is both of them."""
        entry = self.entry.understood()
        if entry.way is Way.TIMES and entry != self.entry:
            self._put(entry)
            self.edited.emit()

    def _copy(self) -> None:
        self._settle()
        self.copied.emit()

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self.entry != self._kept:
            self._put(self._kept)
            self._settle()
            return True
        if event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self._copy()
            return True
        if event.key() == Qt.Key.Key_Down and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.caption.showMenu()
            return True
        if watched is self.off and event.text().isprintable() and event.text().strip():
            self._type_over()
            self.start.setText(event.text())
            self._edit()
            return True
        return False

    def _say(self, text: str, *, wrong: bool) -> None:
        self.caption.setProperty("wrong", wrong)
        self.caption.style().unpolish(self.caption)
        self.caption.style().polish(self.caption)
        self.caption.setText(text)
        self.caption.show_icon("octagon-alert" if wrong else "")
        self.caption.setAccessibleName(f"{self._name.text}: {text or 'tomt'}. Vælg fra–til, kun timer eller fri")
