"""What every step of the guide is: a heading, what it is for, and its content; the ways on stand under it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.guide.steps import Step
from ui.context import Context
from ui.kit.label import Label

_SIDE, _TOP, _FOOT, _WIDEST = 56, 32, 24, 1100
_CARD_SIDE, _CARD_TOP = 20, 16


@dataclass(frozen=True)
class GuideParts:
    """What a step of an open house works with."""

    context: Context
    services: Any  # dagleder.app.Services


class GuideStep(QWidget):
    """A step that fits scrolls as a whole; one that fills the window (`fills`) scrolls inside itself."""

    step: Step
    changed = Signal()  # the button that goes on may say something else, and what is missing may be other
    done = Signal()  # the step is through: on to the next

    fills = False
    heading = "h1"

    def __init__(self, title: str, text: str) -> None:
        super().__init__()
        self.setProperty("ground", "bg")
        self.setAccessibleName(title)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(_SIDE, _TOP, _SIDE, _FOOT)
        self.column.setSpacing(14)
        self.head = Label(title, self.heading, wrap=True)
        self.lead = Label(text, "", "text2", wrap=True)
        self.column.addWidget(self.head)
        self.column.addWidget(self.lead)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        if self.fills:
            outer.addLayout(self.column)
        else:
            outer.addWidget(_scrolling(self.column))

    @property
    def stands_alone(self) -> bool:
        """Has its own ways back and on now: the guide's are not needed."""
        return False

    def load(self) -> None:
        """Read what is shown; called when the step comes in front, and when the house has changed."""

    def leave(self) -> bool:
        """She wants to go on: keep what is chosen. False when something must be mended first, or is under way."""
        return True

    def next_name(self) -> str:
        """What the button that goes on says now; '' where the step has its own ways on."""
        return "Videre"

    def begin(self) -> None:
        """The keyboard goes to where she begins."""

    def lead_to_missing(self) -> None:
        """The keyboard goes to what was left behind in the step."""
        self.begin()


def _scrolling(column: QVBoxLayout) -> QScrollArea:
    inner = QWidget()
    inner.setProperty("ground", "bg")
    inner.setMaximumWidth(_WIDEST + 2 * _SIDE)
    inner.setLayout(column)
    scroll = QScrollArea()
    scroll.setWidget(inner)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return scroll


def card(title: str = "", *at_the_right: QWidget) -> tuple[QFrame, QVBoxLayout]:
    """A card with its heading, and the column its content goes in."""
    frame = QFrame()
    frame.setProperty("kind", "card")
    column = QVBoxLayout(frame)
    column.setContentsMargins(_CARD_SIDE, _CARD_TOP, _CARD_SIDE, _CARD_TOP)
    column.setSpacing(10)
    if title:
        frame.setAccessibleName(title)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Label(title, "h3"), 1)
        for widget in at_the_right:
            head.addWidget(widget)
        column.addLayout(head)
    return frame, column
