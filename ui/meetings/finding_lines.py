"""What is to be said of one meeting's date: each with a way on, and where the rule comes from."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.findings import Finding
from dagleder.meetings.children import Cover
from ui.kit.buttons import Button, Kind, Look
from ui.kit.chip import LOOKS
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.messages import Choice
from ui.theme.theme import Theme

SOURCE_ASKED = "Hvor kommer reglen fra?"


@dataclass(frozen=True)
class Remark:
    """A finding with its ways on."""

    finding: Finding
    ways: tuple[Choice, ...] = ()


class RemarkLine(QWidget):
    """Sign, sentence, ways; the rule's source comes when it is asked for."""

    def __init__(self, theme: Theme, remark: Remark) -> None:
        super().__init__()
        finding = remark.finding
        self.setAccessibleName(finding.text)
        tone, icon = LOOKS[finding.level]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(IconLabel(theme, icon, tone), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(finding.text, "table", wrap=True))
        self.source = Label(f"Kilde: {finding.source}.", "small", "text2", wrap=True)
        self.source.hide()
        column.addLayout(self._ways(theme, remark))
        column.addWidget(self.source)
        row.addLayout(column, 1)

    def _ways(self, theme: Theme, remark: Remark) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(16)
        for way in remark.ways:
            name = f"{way.text}: {remark.finding.text}"
            row.addWidget(Button(theme, way.text, way.run, Look(Kind.LINK), name))
        if remark.finding.source:
            asked = Button(theme, SOURCE_ASKED, self._tell_source, Look(Kind.LINK))
            row.addWidget(asked)
        row.addStretch(1)
        return row

    def _tell_source(self) -> None:
        self.source.setVisible(self.source.isHidden())


class RemarksCard(QWidget):
    """'Datoen': everything found, gravest as it comes; or that nothing is in the way."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName("Tjek af datoen")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(Label("Tjek af datoen", "h3"))
        self._parts: list[QWidget] = []

    @property
    def sources(self) -> list[Label]:
        """Where the rules come from, shown or not."""
        return [part.source for part in self._parts if isinstance(part, RemarkLine)]

    def show_remarks(self, remarks: Sequence[Remark], covers: Sequence[Cover], nothing: str) -> None:
        for part in self._parts:
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [RemarkLine(self._theme, remark) for remark in remarks]
        if not remarks:
            self._parts.append(Label(nothing, "table", "text2", wrap=True))
        if covers:
            self._parts.append(_with_the_children(self._theme, covers))
        for part in self._parts:
            self._column.addWidget(part)


def _with_the_children(theme: Theme, covers: Sequence[Cover]) -> QWidget:
    """'Hos børnene imens': a stue beside its number and its minimum."""
    box = QWidget()
    box.setAccessibleName("Hos børnene imens")
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(4)
    column.addWidget(Label("Hos børnene imens", "label"))
    for each in covers:
        row = QHBoxLayout()
        row.setSpacing(8)
        tone, icon = LOOKS[each.level]
        row.addWidget(IconLabel(theme, icon, tone, 15))
        row.addWidget(Label(each.name, "table"), 1)
        row.addWidget(Label(each.count, "table", "text2"))
        column.addLayout(row)
    return box
