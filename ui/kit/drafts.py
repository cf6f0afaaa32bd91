"""Text in the making: kept in the house every half second, offered back after a crash or a lock."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QTextEdit
from shiboken6 import isValid

from dagleder.base.cpr import has_cpr
from dagleder.base.errors import UserProblem

_EVERY_MS = 400  # to keep one costs some 8 ms on a slow disk
_BESIDE = "/beside"

TextField = QLineEdit | QPlainTextEdit | QTextEdit


class DraftStore(Protocol):
    """Where drafts are kept (the open house)."""

    def keep_draft(self, place: str, text: str) -> None: ...

    def drafts(self) -> dict[str, str]: ...

    def drop_draft(self, place: str) -> None: ...


def _always() -> bool:
    return True


class _Watch(QObject):
    """Lives as long as its field: where the text belongs, and how it was when it was last looked at."""

    touched = Signal(str)
    left = Signal()  # another window is in front, of ours or not, or this one is no more seen

    def __init__(self, field: TextField) -> None:
        super().__init__(field)
        self.field = field
        self.place = ""  # '' = not watched now
        self.unsaved: Callable[[], bool] = _always
        self.text = text_of(field)
        field.textChanged.connect(self._look)
        field.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        window_left = isinstance(event, QFocusEvent) and event.reason() is Qt.FocusReason.ActiveWindowFocusReason
        if event.type() == QEvent.Type.Hide or (window_left and event.type() == QEvent.Type.FocusOut):
            self.left.emit()
        return False

    def _look(self) -> None:
        """Marking words in a text, or another text size, tells of a change too: only another text is one."""
        text = text_of(self.field)
        if text != self.text:
            self.text = text
            if self.place:
                self.touched.emit(self.place)


class Drafts(QObject):
    """Watches fields while something is written in them.

    A place names the field for good ('staff/12/notes'): a feature, a record of it, and the field. What was kept and
    never saved is put back when the field is watched again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: DraftStore | None = None
        self._watches: dict[str, _Watch] = {}
        self._touched: set[str] = set()
        self._notes: dict[str, str] = {}
        self._timer = QTimer(self, interval=_EVERY_MS, singleShot=True)
        self._timer.timeout.connect(self._keep_again)

    def use(self, store: DraftStore | None) -> None:
        """Keep drafts in `store` from now on; None: no house is open."""
        self._store = store
        self._notes.clear()

    def watch(self, place: str, field: TextField, unsaved: Callable[[], bool] = _always) -> bool:
        """Keep what is typed in `field` from now on; a field that was watched in another place is so no more.

        `unsaved` says whether what stands there is not stored yet. True when a draft was put back into the field.
        """
        watch, moved = field.findChild(_Watch), False
        if watch is None:
            watch = _Watch(field)
            watch.touched.connect(self._touch)
            watch.left.connect(self._keep_again)
        elif watch.place not in ("", place):
            self.release(watch.place)
            moved = unsaved()
        watch.place, watch.unsaved, watch.text = place, unsaved, text_of(field)
        self._watches[place] = watch
        if moved:
            self._touch(place)
        kept = self._store.drafts().get(place) if self._store else None
        if kept is None or kept == text_of(field):
            return False
        _put(field, kept)
        return True

    def release(self, place: str) -> None:
        """The field shows something else now, or belongs elsewhere; what was written in it is kept first."""
        self.keep_now()
        watch = self._watches.pop(place, None)
        if watch is not None and isValid(watch):
            watch.place = ""

    def note(self, place: str, what: str) -> None:
        """Keep what is chosen beside the text of a place; it goes when that is saved, and is no text to be offered."""
        self._notes[place] = what
        if not self._timer.isActive():
            self._timer.start()

    def noted(self, place: str) -> str:
        """What was chosen beside a text that is not saved, or ''."""
        kept = self._store.drafts() if self._store else {}
        return self._notes.get(place) or kept.get(place + _BESIDE, "")

    def saved(self, *places: str) -> None:
        """The texts are in their rows now, or were given up: their drafts are not needed."""
        self._touched.difference_update(places)
        for place in places:
            self._notes.pop(place, None)
        if self._store:
            for place in self._store.drafts().keys() & {*places, *(place + _BESIDE for place in places)}:
                self._store.drop_draft(place)

    def left(self) -> dict[str, str]:
        """Drafts nobody has saved, by place."""
        kept = self._store.drafts() if self._store else {}
        return {place: text for place, text in kept.items() if not place.endswith(_BESIDE)}

    def keep_now(self) -> None:
        """Write what has been typed since last time: before a lock, and before the program ends."""
        for place in sorted(self._touched):
            watch = self._watches.get(place)
            if self._store is None or watch is None or not isValid(watch):
                continue
            if watch.unsaved() and not _refused(watch.field):
                self._store.keep_draft(place, text_of(watch.field))
            elif place in self._store.drafts():
                self._store.drop_draft(place)
        self._touched.clear()
        for place, what in self._notes.items():
            if self._store is not None:
                self._store.keep_draft(place + _BESIDE, what)
        self._notes.clear()

    def _keep_again(self) -> None:
        """What cannot be written now (the disk is full) is tried again; she is told where she herself saves."""
        try:
            self.keep_now()
        except UserProblem:
            self._timer.start()

    def go_to(self, place: str) -> bool:
        """The keyboard into the field that is watched there, rolled into view; False when there is none."""
        watch = self._watches.get(place)
        if watch is None or not isValid(watch):
            return False
        watch.field.setFocus(Qt.FocusReason.OtherFocusReason)
        QTimer.singleShot(0, watch, lambda: _roll_to(watch.field))  # when the page has been laid out
        return True

    def _touch(self, place: str) -> None:
        self._touched.add(place)
        if not self._timer.isActive():
            self._timer.start()


def _refused(field: TextField) -> bool:
    """A line with a CPR number will not be saved: then it is not kept on the way there either."""
    return isinstance(field, QLineEdit) and has_cpr(field.text())


def _roll_to(field: TextField) -> None:
    parent = field.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(field)
        parent = parent.parentWidget()


def text_of(field: TextField) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _put(field: TextField, text: str) -> None:
    put: Callable[[str], None] = field.setText if isinstance(field, QLineEdit) else field.setPlainText
    put(text)
