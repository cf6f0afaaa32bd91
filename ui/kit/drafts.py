"""Text in the making: kept in the house every two seconds, offered back after a crash or a lock."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit

_EVERY_MS = 2000

TextField = QLineEdit | QPlainTextEdit | QTextEdit


class DraftStore(Protocol):
    """Where drafts are kept (the open house)."""

    def keep_draft(self, place: str, text: str) -> None: ...

    def drafts(self) -> dict[str, str]: ...

    def drop_draft(self, place: str) -> None: ...


class Drafts(QObject):
    """Watches fields while something is written in them.

    A place names the field for good ('staff/12/notes'). What was kept and never saved is put back when the
    field is watched again.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store: DraftStore | None = None
        self._fields: dict[str, TextField] = {}
        self._texts: dict[str, str] = {}  # as each field was when it was last looked at
        self._touched: set[str] = set()
        self._timer = QTimer(self, interval=_EVERY_MS, singleShot=True)
        self._timer.timeout.connect(self.keep_now)

    def use(self, store: DraftStore | None) -> None:
        """Keep drafts in `store` from now on; None: no house is open."""
        self._store = store

    def watch(self, place: str, field: TextField) -> bool:
        """Keep what is typed in `field` from now on. True when an unsaved draft was put back into it."""
        self._fields[place] = field
        self._texts[place] = text_of(field)
        field.destroyed.connect(_Forgetter(self._fields, place))
        field.textChanged.connect(lambda *_: self._touch(place))
        kept = self._store.drafts().get(place) if self._store else None
        if kept is None or kept == text_of(field):
            return False
        _put(field, kept)
        return True

    def saved(self, *places: str) -> None:
        """The texts are in their rows now, or were given up: their drafts are not needed."""
        self._touched.difference_update(places)
        if self._store:
            for place in self._store.drafts().keys() & set(places):
                self._store.drop_draft(place)

    def left(self) -> dict[str, str]:
        """Drafts nobody has saved, by place."""
        return self._store.drafts() if self._store else {}

    def keep_now(self) -> None:
        """Write what has been typed since last time: before a lock, and before the program ends."""
        for place in sorted(self._touched):
            field = self._fields.get(place)
            if self._store and field is not None:
                self._store.keep_draft(place, text_of(field))
        self._touched.clear()

    def _touch(self, place: str) -> None:
        """Marking words in a text, or another text size, tells of a change too: only another text is one."""
        field = self._fields.get(place)
        if field is None or text_of(field) == self._texts.get(place):
            return
        self._texts[place] = text_of(field)
        self._touched.add(place)
        if not self._timer.isActive():
            self._timer.start()


class _Forgetter:
    """Drops a field that is gone, without keeping it alive as a closure over it would."""

    def __init__(self, fields: dict[str, TextField], place: str) -> None:
        self._fields, self._place = fields, place

    def __call__(self, *_: object) -> None:
        self._fields.pop(self._place, None)


def text_of(field: TextField) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _put(field: TextField, text: str) -> None:
    put: Callable[[str], None] = field.setText if isinstance(field, QLineEdit) else field.setPlainText
    put(text)
