"""Which competences are shown: those in use, one area, or all. Tabs where there is room for them, else a list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from dagleder.competence.facts import Area
from ui.competence.shown import ALL, IN_USE
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.fields import Option
from ui.kit.segment import Part, Segment

_NAME = "Vis kompetencer"


class AreaBar(QWidget):
    """`chosen` tells 'use', 'all' or an area's id as text."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._which = IN_USE
        self._parts: tuple[Part, ...] = ()
        self._tabs: Segment | None = None
        self._list = ChoiceInput(())
        self._list.setAccessibleName(_NAME)
        self._list.left.connect(lambda: self._pick(str(self._list.raw())))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 4, 8, 0)
        self._row.addWidget(self._list)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_areas(self, areas: Sequence[Area], which: str) -> None:
        own = (Part(str(area.id), area.name) for area in areas)
        parts = (Part(IN_USE, "I brug", "De kompetencer, der har et ønsket antal"), *own, Part(ALL, "Alle", "Alle (A)"))
        if parts != self._parts:
            self._parts = parts
            self._make(parts)
        self._which = which
        self._show_choice()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _make(self, parts: Sequence[Part]) -> None:
        if self._tabs is not None:
            self._tabs.hide()
            self._tabs.deleteLater()
        self._tabs = Segment(_NAME, parts, compact=True, tabs=True)
        self._tabs.chosen.connect(self._pick)
        self._row.insertWidget(0, self._tabs)
        self._list.set_options([Option(part.key, part.text) for part in parts])
        self._fit()

    def _fit(self) -> None:
        """Tabs that would be cut off give way to the list."""
        if self._tabs is not None:
            roomy = self._tabs.sizeHint().width() <= self.contentsRect().width() - 16
            self._tabs.setVisible(roomy)
            self._list.setVisible(not roomy)

    def _pick(self, which: str) -> None:
        self._which = which
        self._show_choice()
        self.chosen.emit(which)

    def _show_choice(self) -> None:
        if self._tabs is not None:
            self._tabs.choose(self._which)
        self._list.show_raw(self._which)
