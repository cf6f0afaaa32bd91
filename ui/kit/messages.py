"""Telling and asking, as values and one protocol. Tests put a recorder in its place.

A toast says what was done and always offers 'Fortryd' where it can be undone; a note bar stays until
its cause is gone; a question is only for what cannot be undone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level

TOAST_MS = 10_000


@dataclass(frozen=True)
class Choice:
    """A way on that a toast or a note offers."""

    text: str
    run: Callable[[], None]


@dataclass(frozen=True)
class Note:
    """A bar in the window; another note with the same key takes its place."""

    key: str
    level: Level
    text: str
    lead: str = ""  # the first words, in bold
    choices: tuple[Choice, ...] = ()
    closable: bool = True


@dataclass(frozen=True)
class Answer:
    """One of the answers to a question. `kind` is '', 'primary' or 'danger'."""

    key: str
    text: str
    kind: str = ""


@dataclass(frozen=True)
class Question:
    """A question that must be answered before anything happens; Esc gives the answer ''."""

    title: str
    text: str
    answers: tuple[Answer, ...]
    note: str = ""  # what she may want to know first


@dataclass(frozen=True)
class FileWish:
    """Which file is asked for: kinds are ('Regneark', '*.xlsx') pairs."""

    title: str
    kinds: tuple[tuple[str, str], ...]
    start: Path | None = None  # a folder, or a proposed file


class Messages(Protocol):
    """What pages use to tell and to ask."""

    def tell(self, text: str, choices: Sequence[Choice] = (), shown_ms: int = TOAST_MS) -> None:
        """A toast, read aloud by screen readers; it takes the place of the one before."""

    def clear_toast(self) -> None: ...

    def clear_earlier_toast(self) -> None:
        """Another page came to the front: what was done on the one before is gone, what was done by going stays."""

    def problem(self, problem: UserProblem) -> None:
        """A call could not be done, and no field of a form is to blame."""

    def note(self, note: Note) -> None: ...

    def clear_note(self, key: str) -> None: ...

    def clear_notes(self) -> None: ...

    def ask(self, question: Question) -> str:
        """The key of the answer; '' when she leaves the question."""

    def file_to_open(self, wish: FileWish) -> Path | None: ...

    def files_to_open(self, wish: FileWish) -> list[Path]: ...

    def file_to_save(self, wish: FileWish) -> Path | None: ...

    def folder(self, title: str, start: Path | None = None) -> Path | None: ...
