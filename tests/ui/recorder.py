"""Stands in for telling and asking: notes what was told, and answers as the test has laid down."""

from collections.abc import Sequence
from pathlib import Path

from dagleder.base.errors import UserProblem
from ui.kit.messages import TOAST_MS, Choice, FileWish, Note, Question


class MessagesRecorder:
    """A `ui.kit.messages.Messages`. Answers are taken in order; a question without one fails the test."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.choices: list[Sequence[Choice]] = []
        self.problems: list[UserProblem] = []
        self.notes: dict[str, Note] = {}
        self.asked: list[Question] = []
        self.wishes: list[FileWish] = []
        self.answers: list[str] = []
        self.files: list[Path | None] = []

    def tell(self, text: str, choices: Sequence[Choice] = (), shown_ms: int = TOAST_MS) -> None:  # noqa: ARG002 -- as `Messages`
        self.told.append(text)
        self.choices.append(choices)

    def clear_toast(self) -> None:
        """A toast that is gone was told all the same."""

    def clear_earlier_toast(self) -> None:
        """Neither does it matter which page it was told on."""

    def problem(self, problem: UserProblem) -> None:
        self.problems.append(problem)

    def note(self, note: Note) -> None:
        self.notes[note.key] = note

    def clear_note(self, key: str) -> None:
        self.notes.pop(key, None)

    def clear_notes(self) -> None:
        self.notes.clear()

    def ask(self, question: Question) -> str:
        self.asked.append(question)
        assert self.answers, f"nobody answers: {question.title}"
        return self.answers.pop(0)

    def file_to_open(self, wish: FileWish) -> Path | None:
        return self._file(wish)

    def files_to_open(self, wish: FileWish) -> list[Path]:
        chosen = self._file(wish)
        return [] if chosen is None else [chosen]

    def file_to_save(self, wish: FileWish) -> Path | None:
        return self._file(wish)

    def folder(self, title: str, start: Path | None = None) -> Path | None:
        return self._file(FileWish(title, (), start))

    def choose(self, text: str) -> None:
        """Press a choice of the newest toast."""
        next(choice for choice in self.choices[-1] if choice.text == text).run()

    def _file(self, wish: FileWish) -> Path | None:
        self.wishes.append(wish)
        assert self.files, f"no file is chosen: {wish.title}"
        return self.files.pop(0)
