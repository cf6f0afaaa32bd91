"""Telling and asking in the window: toasts, note bars, questions and the system's file dialogs."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from ui.kit.messages import TOAST_MS, Choice, FileWish, Note, Question
from ui.kit.note_bar import NoteBar
from ui.kit.question import QuestionDialog
from ui.kit.toast import Toast
from ui.theme.theme import Theme

_ROOM_ABOVE = 8


class WindowMessages(QObject):
    """`Messages` on a window; `notes` is where its note bars stand."""

    def __init__(self, theme: Theme, window: QWidget, notes: QVBoxLayout) -> None:
        super().__init__(window)
        self._theme, self._window, self._notes = theme, window, notes
        self._toast: Toast | None = None
        self._just_told = False
        self._bars: dict[str, NoteBar] = {}

    def tell(self, text: str, choices: Sequence[Choice] = (), shown_ms: int = TOAST_MS) -> None:
        """The newest toast takes the place of the one before: 'Fortryd' on it always means the newest step."""
        self.clear_toast()
        self._toast = Toast(self._theme, text, choices, self._window, shown_ms)
        self._toast.destroyed.connect(self._toast_gone)
        self._toast.appear()
        self._just_told = True
        QTimer.singleShot(0, self, self._told)

    def clear_earlier_toast(self) -> None:
        if not self._just_told:
            self.clear_toast()

    def clear_toast(self) -> None:
        if self._toast is not None:
            self._toast.destroyed.disconnect(self._toast_gone)
            self._toast.go()
            self._toast = None

    def problem(self, problem: UserProblem) -> None:
        self.note(Note("problem", Level.MUST, problem.sentence))

    def note(self, note: Note) -> None:
        self.clear_note(note.key)
        bar = NoteBar(self._theme, note, flat=True)
        bar.closed.connect(self.clear_note)
        self._bars[note.key] = bar
        self._notes.addWidget(bar)
        self._make_room()

    def clear_note(self, key: str) -> None:
        bar = self._bars.pop(key, None)
        if bar is not None:
            self._notes.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
            self._make_room()

    def _make_room(self) -> None:
        """Room above the notes only where there are some."""
        margins = self._notes.contentsMargins()
        margins.setTop(_ROOM_ABOVE if self._bars else 0)
        self._notes.setContentsMargins(margins)

    def clear_notes(self) -> None:
        for key in tuple(self._bars):
            self.clear_note(key)

    def ask(self, question: Question) -> str:
        dialog = QuestionDialog(self._theme, question, self._window)
        answer = dialog.asked()
        dialog.deleteLater()
        return answer

    def file_to_open(self, wish: FileWish) -> Path | None:
        return _first(self._chosen(wish.title, wish, QFileDialog.FileMode.ExistingFile))

    def files_to_open(self, wish: FileWish) -> list[Path]:
        return self._chosen(wish.title, wish, QFileDialog.FileMode.ExistingFiles)

    def file_to_save(self, wish: FileWish) -> Path | None:
        return _first(self._chosen(wish.title, wish, QFileDialog.FileMode.AnyFile))

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        return _first(self._chosen(title, FileWish(title, (), start), QFileDialog.FileMode.Directory))

    def _chosen(self, title: str, wish: FileWish, mode: QFileDialog.FileMode) -> list[Path]:
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(mode)
        dialog.setNameFilters([f"{name} ({pattern})" for name, pattern in wish.kinds])
        if mode is QFileDialog.FileMode.AnyFile:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            if wish.kinds:
                dialog.setDefaultSuffix(wish.kinds[0][1].removeprefix("*."))
        if wish.start is not None:
            dialog.setDirectory(str(wish.start if wish.start.is_dir() else wish.start.parent))
            if not wish.start.is_dir():
                dialog.selectFile(wish.start.name)
        loop = QEventLoop()
        dialog.finished.connect(loop.quit)
        dialog.open()
        loop.exec()
        chosen = [Path(name) for name in dialog.selectedFiles()] if dialog.result() else []
        dialog.deleteLater()
        return chosen

    def _told(self) -> None:
        self._just_told = False

    def _toast_gone(self) -> None:
        self._toast = None


def _first(paths: list[Path]) -> Path | None:
    return paths[0] if paths else None
