"""The parts of a person's page: a small heading, and lines of a fact with what belongs to it at the right."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.messages import Choice
from ui.staff.words import unbroken
from ui.theme.theme import Theme

_HEAD = 24


@dataclass(frozen=True)
class Fact:
    """One line: 'Ræven' with 'fra 1. aug 2023' beside it. `quiet`: it held once."""

    text: str
    detail: str = ""
    quiet: bool = False


@dataclass(frozen=True)
class Part:
    """A heading with its facts; `nothing` is said when there are none, `way` leads to where more can be seen."""

    title: str
    facts: Sequence[Fact] = ()
    nothing: str = ""
    way: Choice | None = None


class Section(QWidget):
    """Shows a `Part`. The texts can be marked and copied."""

    def __init__(self, theme: Theme, part: Part) -> None:
        super().__init__()
        self.setAccessibleName(part.title)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        title = Label(part.title, "h3")
        title.setMinimumHeight(theme.px(_HEAD))  # as high as with a way beside it
        head.addWidget(title, 1)
        if part.way:
            name = f"{part.way.text}: {part.title}"
            head.addWidget(Button(theme, part.way.text, part.way.run, Look(Kind.LINK), name))
        column.addLayout(head)
        for fact in part.facts:
            column.addLayout(_line(fact))
        if not part.facts and part.nothing:
            column.addWidget(Label(part.nothing, "table", "text2", wrap=True))
        column.addStretch(1)


def _line(fact: Fact) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    text = _copyable(fact.text, "text2" if fact.quiet else "")
    row.addWidget(text, 1)
    if fact.detail:
        detail = _copyable(fact.detail, "text2")
        detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        detail.setWordWrap(False)
        row.addWidget(detail, 0, Qt.AlignmentFlag.AlignTop)
    return row


def _copyable(text: str, tone: str) -> Label:
    label = Label(unbroken(text), "table", tone, wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
