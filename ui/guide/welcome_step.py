"""Trin 1: three ways in, and what she can be sure of."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from dagleder.guide.steps import Step
from ui.guide.step import GuideStep
from ui.kit.buttons import Button, Kind, Look
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.line import Line
from ui.theme.theme import Theme

_TEXT = (
    "Her samler du medarbejdere, bemanding, kompetencer, opgaver og møder for din personalegruppe. Du kan komme i gang "
    "på ti minutter – og du kan altid springe et trin over og vende tilbage."
)
_CARD_ICON, _CARD_HEIGHT, _TEXT_WIDTH = 22, 226, 640


WAY = "way"  # in the memory, until the staff are asked for


class Way(StrEnum):
    """How she begins."""

    IMPORT = "import"
    TYPE = "type"
    EXAMPLE = "example"


@dataclass(frozen=True)
class WayCard:
    way: Way
    icon: str
    title: str
    text: str
    button: str


CARDS = (
    WayCard(
        Way.IMPORT,
        "file-spreadsheet",
        "Jeg har en liste i Excel",
        "Dagleder læser din medarbejderliste. Du ser alt igennem, før noget gemmes.",
        "Begynd med en liste",
    ),
    WayCard(
        Way.TYPE,
        "keyboard",
        "Jeg taster selv",
        "Skriv navn, stue og timer. Enter giver næste linje, ligesom i et regneark.",
        "Start med en tom liste",
    ),
    WayCard(
        Way.EXAMPLE,
        "flask-conical",
        "Jeg vil først se mig omkring",
        "Åbn et opdigtet børnehus med færdige data. Det blandes aldrig med dine egne.",
        "Åbn eksemplet",
    ),
)


class WelcomeStep(GuideStep):
    """`choose` is told the way she takes."""

    step = Step.WELCOME
    heading = "display"

    def __init__(self, theme: Theme, choose: Callable[[Way], None], open_file: Callable[[], None]) -> None:
        super().__init__("Velkommen til Dagleder", _TEXT)
        self.lead.setMaximumWidth(theme.px(_TEXT_WIDTH))
        self.column.insertSpacing(0, 10)
        self._choose = choose
        self.buttons: dict[Way, Button] = {}
        row = QHBoxLayout()
        row.setSpacing(16)
        for way_card in CARDS:
            row.addWidget(self._card(theme, way_card), 1)
        self.column.addSpacing(14)
        self.column.addLayout(row)
        self.column.addSpacing(18)
        self.column.addLayout(_promises(theme))
        self.column.addSpacing(14)
        self.column.addWidget(Line())
        self.column.addLayout(_own_file(theme, open_file))
        self.column.addStretch(1)

    def next_name(self) -> str:
        return ""

    def begin(self) -> None:
        self.buttons[Way.IMPORT].setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, theme: Theme, shown: WayCard) -> QFrame:
        frame = QFrame()
        frame.setProperty("kind", "card")
        frame.setMinimumHeight(theme.px(_CARD_HEIGHT))
        column = QVBoxLayout(frame)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(6)
        column.addWidget(IconLabel(theme, shown.icon, "primaryText", _CARD_ICON))
        column.addSpacing(6)
        column.addWidget(Label(shown.title, "h2", wrap=True))
        column.addWidget(Label(shown.text, "", "text2", wrap=True))
        column.addStretch(1)
        column.addSpacing(12)
        kind = Kind.PRIMARY if shown.way is Way.IMPORT else Kind.NORMAL
        button = Button(theme, shown.button, partial(self._choose, shown.way), Look(kind))
        button.setAccessibleDescription(shown.title)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons[shown.way] = button
        return frame


def _promises(theme: Theme) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(32)
    for icon, title, text in (
        (
            "hard-drive",
            "Alt bliver på din computer.",
            "Dagleder sender ingen oplysninger ud af huset. Filen kan låses med adgangskode, før personalet hentes.",
        ),
        (
            "undo-2",
            "Du kan ikke ødelægge noget.",
            "Alt kan fortrydes med Ctrl+Z, og der tages en kopi hver dag, du bruger programmet.",
        ),
    ):
        block = QHBoxLayout()
        block.setSpacing(8)
        block.addWidget(IconLabel(theme, icon, "ok"), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(title, "strong", wrap=True))
        words.addWidget(Label(text, "small", "text2", wrap=True))
        block.addLayout(words, 1)
        row.addLayout(block, 1)
    row.addSpacing(80)
    return row


def _own_file(theme: Theme, open_file: Callable[[], None]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Label("Har du allerede en Dagleder-fil?", "", "text2"))
    row.addWidget(Button(theme, "Åbn fil…", open_file, Look(Kind.TEXT, "folder-open")))
    row.addWidget(Label("Ctrl+O", "key"))
    row.addStretch(1)
    return row
