"""A form made from declared fields: each field is read and saved when it is left, errors stand at the field."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from dagleder.base.errors import UserProblem
from ui.kit.field_frame import Control, FieldFrame
from ui.kit.field_rows import FieldRows
from ui.kit.fields import Field
from ui.kit.line_input import LineInput, Trouble
from ui.theme.theme import Theme

Save = Callable[[str, object], None]
"""Saves one field's value; returns normally, or raises UserProblem (`field` names the field it is about)."""

_WAITS = "Ikke gemt endnu: ret først det, der er markeret."


class Form(QWidget):
    """Fields in rows. Without `save` nothing is saved as fields are left: ask `read_all` when she is done.

    With `says_saved` off, `save` only hears what is entered: nothing is stored yet, and no field says '✓ Gemt'.

    `unsaved_changed` tells how many fields hold something that is not saved; `entered` that Enter was pressed in a
    line of text, for forms that are finished by it.
    """

    saved = Signal(str)
    edited = Signal(str)
    unsaved_changed = Signal(int)
    entered = Signal()

    def __init__(
        self,
        theme: Theme,
        fields: Iterable[Field],
        *,
        today: Callable[[], date],
        save: Save | None = None,
        says_saved: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._save, self._says_saved = save, says_saved
        self._waiting: set[str] = set()  # right in themselves, but another field keeps them from being saved
        self._unsaved = 0
        self._rows = FieldRows(self)
        self._frames: dict[str, FieldFrame] = {}
        for field in fields:
            self._add(FieldFrame(theme, field, today, self))
        self._next = QShortcut(QKeySequence(Qt.Key.Key_F8), self, self.next_problem)
        self._next.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def leave_next_problem_to_page(self) -> None:
        """F8 belongs to the page, which has several forms; two shortcuts of one key would answer neither."""
        self._next.setEnabled(False)

    def troubled(self) -> list[Control]:
        """The fields that are not saved, in order."""
        return [frame.control for frame in self._frames.values() if frame.trouble is Trouble.PROBLEM]

    def _add(self, frame: FieldFrame) -> None:
        key = frame.field.key
        self._frames[key] = frame
        self._rows.add(frame, frame.field.span, frame.middle)
        frame.left.connect(lambda: self._leave(key))
        frame.reverted.connect(lambda: self._reverted(key))
        frame.control.edited.connect(lambda: self.edited.emit(key))
        if isinstance(frame.control, LineInput):
            frame.control.returnPressed.connect(self.entered)

    def frame(self, key: str) -> FieldFrame:
        return self._frames[key]

    def frames(self) -> tuple[FieldFrame, ...]:
        return tuple(self._frames.values())

    # showing

    def load(self, values: Mapping[str, object]) -> None:
        """Show another record: every field anew, those not named empty."""
        self._waiting.clear()
        for key, frame in self._frames.items():
            frame.show_value(values.get(key, frame.field.empty))
            frame.show_saved(saved=False)
        self._count()

    def refresh(self, values: Mapping[str, object]) -> None:
        """Show the same record after it changed elsewhere; what is being typed or stands in error is left alone."""
        for key, value in values.items():
            frame = self._frames.get(key)
            if frame and value != frame.kept and not frame.changed():
                frame.show_value(value)
                frame.show_saved(saved=False)  # taken back, or another's: not what she typed

    def values(self) -> dict[str, object]:
        """What was last shown or saved in each field."""
        return {key: frame.kept for key, frame in self._frames.items()}

    # drafts

    def unsaved_texts(self) -> dict[str, str]:
        """What is typed and not saved, by field."""
        return {key: frame.text for key, frame in self._frames.items() if frame.text and frame.changed()}

    def restore_texts(self, texts: Mapping[str, str]) -> None:
        for key, text in texts.items():
            if key in self._frames:
                self._frames[key].put_text(text)

    # saving

    def commit(self) -> bool:
        """Save what is typed and not saved yet, as if the field was left. True when all fields are saved now."""
        for key, frame in self._frames.items():
            if frame.changed():
                self._leave(key)
        return not self._unsaved

    def read_all(self) -> dict[str, object] | None:
        """All values at once (a new record); None when something is wrong, shown at its field, the first in focus."""
        values: dict[str, object] = {}
        for key, frame in self._frames.items():
            try:
                values[key] = frame.read()
            except UserProblem as problem:
                frame.show_problem(problem)
            else:
                frame.show_value(values[key])
        self._count()
        if self._unsaved:
            self._focus_first()
            return None
        return values

    def show_problem(self, problem: UserProblem) -> bool:
        """Show a problem a service found at the field it names, in focus; False when this form has no such field."""
        frame = self._frames.get(problem.field)
        if frame is None:
            return False
        frame.show_problem(problem)
        frame.control.setFocus()
        self._count()
        return True

    def next_problem(self) -> None:
        """Go to the next field that is not saved (F8), round and round."""
        frames = list(self._frames.values())
        at = next((n for n, frame in enumerate(frames) if frame.isAncestorOf(self.focusWidget())), -1)
        for frame in frames[at + 1 :] + frames[: at + 1]:
            if frame.trouble is Trouble.PROBLEM:
                frame.control.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def _leave(self, key: str) -> None:
        frame = self._frames[key]
        if frame.refused and self._save is None:
            return  # Enter finishes the form and leaves the field: what was found wrong meanwhile goes on being said
        self._waiting.discard(key)
        try:
            value = frame.read()
            if value != frame.kept and self._save:
                self._save(key, value)
        except UserProblem as problem:
            self._refused(frame, problem)
        else:
            self._accepted(frame, value)
        self._count()

    def _reverted(self, key: str) -> None:
        self._waiting.discard(key)
        self._count()

    def _refused(self, frame: FieldFrame, problem: UserProblem) -> None:
        other = self._frames.get(problem.field)
        if other is None or other is frame:
            frame.show_problem(problem)
            return
        other.show_problem(problem)
        frame.show_problem(UserProblem(_WAITS))
        self._waiting.add(frame.field.key)

    def _accepted(self, frame: FieldFrame, value: object) -> None:
        new = value != frame.kept
        frame.show_value(value)
        if not (new and self._save):
            return
        for shown in self._frames.values():
            shown.show_saved(saved=self._says_saved and shown is frame)
        self.saved.emit(frame.field.key)
        for key in sorted(self._waiting):
            self._leave(key)

    def _focus_first(self) -> None:
        for frame in self._frames.values():
            if frame.trouble is Trouble.PROBLEM:
                frame.control.setFocus()
                return

    def _count(self) -> None:
        unsaved = sum(frame.trouble is Trouble.PROBLEM for frame in self._frames.values())
        if unsaved != self._unsaved:
            self._unsaved = unsaved
            self.unsaved_changed.emit(unsaved)
