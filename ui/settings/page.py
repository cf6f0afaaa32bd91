"""Indstillinger: one page that rolls; the list at the left goes to its sections, with counts of what needs a look."""

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.json_value import Json
from dagleder.base.text import fold
from ui.context import Context
from ui.kit.actions import Action, Menu
from ui.kit.label import Label
from ui.kit.page import Page
from ui.settings.bookmarks import Bookmarks
from ui.settings.section import Section
from ui.settings.sections import sections_of
from ui.settings.services import SettingsServices

_LIST_WIDTH, _FILTER_WIDTH, _WIDEST = 232, 250, 1000
_NOTHING = "Ingen indstilling passer på det, du skrev."


class SettingsPage(Page):
    feature = "settings"
    title = "Indstillinger"
    tables: ClassVar[frozenset[str]] = frozenset()  # each section has its own

    def __init__(self, context: Context, services: SettingsServices) -> None:
        super().__init__(context)
        self.sections: Sequence[Section] = tuple(sections_of(context, services))
        self._filter = QLineEdit()
        self._bookmarks = Bookmarks(context.theme, self.sections)
        self._scroll, self._inner = QScrollArea(), QWidget()
        self._nothing = Label(_NOTHING, "", "text2")
        self._build()
        self._filter.textChanged.connect(self._show_found)
        self._bookmarks.chosen.connect(self._go)
        self._scroll.verticalScrollBar().valueChanged.connect(self._mark_seen)

    def _build(self) -> None:
        self._filter.setPlaceholderText("Find en indstilling")
        self._filter.setAccessibleName("Find en indstilling")
        self._filter.setClearButtonEnabled(True)
        self.header.add_filter(self._filter)
        self.header.add(Label("Ændringer virker straks og kan fortrydes", "small", "text2"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._bookmarks)
        row.addWidget(self._scroll, 1)
        self._scroll.setWidget(self._filled())
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.content.addLayout(row, 1)
        self.context.theme.changed.connect(self._resize)
        self._resize()

    def _resize(self) -> None:
        px = self.context.theme.px
        self._filter.setFixedWidth(px(_FILTER_WIDTH))
        self._bookmarks.setFixedWidth(px(_LIST_WIDTH))
        # Not the sections: a layout reckons their heights without regard to how wide they may be.
        self._inner.setMaximumWidth(px(_WIDEST))

    def _filled(self) -> QWidget:
        inner = self._inner
        inner.setProperty("ground", "bg")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        column.addWidget(self._nothing)
        self._nothing.hide()
        for section in self.sections:
            column.addWidget(section)
        column.addStretch(1)
        return inner

    # what the frame asks for

    def load(self) -> None:
        for section in self.sections:
            section.load()
        self._mark_seen(self._scroll.verticalScrollBar().value())

    def refresh(self, tables: frozenset[str]) -> None:
        for section in self.sections:
            if not section.tables.isdisjoint(tables):
                section.load()

    def panes(self) -> Sequence[QWidget]:
        return (self._bookmarks, *self.sections)

    def page_actions(self) -> Sequence[Action]:
        return [
            Action(section.deed, partial(self._go_later, place), Menu.EDIT, section.icon, words=section.words, group=3)
            for place, section in enumerate(self.sections)
            if section.deed
        ]

    def place(self) -> dict[str, Json]:
        return {"scroll": self._scroll.verticalScrollBar().value()}

    def go_to(self, place: dict[str, Json]) -> None:
        scroll = place.get("scroll")
        if isinstance(scroll, int):
            QTimer.singleShot(0, self, lambda: self._scroll.verticalScrollBar().setValue(scroll))

    def _go_later(self, place: int) -> None:
        """After the layout knows where the sections are."""
        QTimer.singleShot(0, self, lambda: self._go(place))

    # finding and going

    def _show_found(self, text: str) -> None:
        words = fold(text).split()
        found = [all(word in fold(section.findable()) for word in words) for section in self.sections]
        for section, shown in zip(self.sections, found, strict=True):
            section.setVisible(shown)
        self._nothing.setVisible(not any(found))
        self._bookmarks.show_only(found)

    def _go(self, place: int) -> None:
        section = self.sections[place]
        self._scroll.verticalScrollBar().setValue(section.y())
        self._bookmarks.mark(place)
        section.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark_seen(self, top: int) -> None:
        shown = [place for place, section in enumerate(self.sections) if not section.isHidden()]
        seen = [place for place in shown if self.sections[place].y() <= top + 40]
        if shown:
            self._bookmarks.mark(seen[-1] if seen else shown[0])
