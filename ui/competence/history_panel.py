"""'Historik': every assessment of one person in one competence, the newest first, to be mended or taken away."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.text import capitalised
from dagleder.competence.facts import Assessed, Competence
from ui.competence.assess_panel import Subject
from ui.competence.wording import NOTHING_KNOWN, assessed_text, origin_text
from ui.kit.buttons import Button, Kind, Look
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.side_panel import SidePanel, emptied
from ui.theme.theme import Theme


class HistoryPanel(SidePanel):
    """`changed` and `removed` tell what is to be done with one of them."""

    changed = Signal(object)  # Assessed
    removed = Signal(object)  # Assessed

    def __init__(self, theme: Theme, subject: Subject, read: Callable[[], Sequence[Assessed]]) -> None:
        super().__init__(theme, subject.title)
        self._subject, self._read = subject, read
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        self._fill(read())

    def begin(self) -> None:
        first = next((button for button in self.findChildren(Button) if button.kind is Kind.LINK), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> bool:
        found = self._read()
        self._fill(found)
        return bool(found)

    def _fill(self, found: Sequence[Assessed]) -> None:
        column = emptied(self._list)
        if not found:
            column.addWidget(Label(capitalised(NOTHING_KNOWN), "table", "text2"))
        for each in found:
            column.addWidget(self._entry(each, self._subject.competence))
            column.addWidget(Line())

    def _entry(self, each: Assessed, competence: Competence) -> QWidget:
        entry = QWidget()
        column = QVBoxLayout(entry)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        today = self._subject.today()
        said = capitalised(assessed_text(each, competence, today))
        column.addWidget(Label(said, "strong", wrap=True))
        column.addWidget(Label(capitalised(origin_text(each, today)), "small", "text2", wrap=True))
        for text in (each.evidence, f"“{each.note}”" if each.note else ""):
            if text:
                column.addWidget(Label(text, "table", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(4)
        look, about = Look(Kind.LINK), f"{said}, {origin_text(each, today)}"
        row.addWidget(Button(self.theme, "Ret", partial(self.changed.emit, each), look, f"Ret: {about}"))
        row.addWidget(Button(self.theme, "Fjern", partial(self.removed.emit, each), look, f"Fjern: {about}"))
        row.addStretch(1)
        column.addLayout(row)
        return entry
