"""Indstillinger: one page that rolls; the list at the left goes to its sections, with counts of what needs a look.

The sections take a while to build all together: the first is there at once, each of the others in a turn of its own
of the event loop, or when she asks for it.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
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
_REST_MS = 500  # when no height has changed for so long, the page stands as it will
_NOTHING = "Ingen indstilling passer på det, du skrev."


class SettingsPage(Page):
    feature = "settings"
    title = "Indstillinger"

    def __init__(self, context: Context, services: SettingsServices) -> None:
        super().__init__(context)
        self._entries = tuple(sections_of(context, services))
        self.sections: list[Section] = []  # those that are built
        self._scroll_wanted = 0
        self._going: int | None = None  # the section on its way to the top, while those round it find their heights
        self._turn = QTimer(self, interval=0, singleShot=True)
        self._turn.timeout.connect(self._build_on)
        self._at_rest = QTimer(self, interval=_REST_MS, singleShot=True)
        self._at_rest.timeout.connect(self._arrive)
        self._filter = QLineEdit()
        self._bookmarks = Bookmarks(context.theme, [entry.kind for entry in self._entries])
        self._scroll, self._inner = QScrollArea(), QWidget()
        self._column = QVBoxLayout(self._inner)
        self._nothing = Label(_NOTHING, "", "text2")
        self._build()
        self._filter.textChanged.connect(self._show_found)
        self._bookmarks.chosen.connect(self._go)
        bar = self._scroll.verticalScrollBar()
        bar.valueChanged.connect(self._mark_seen)
        bar.rangeChanged.connect(self._go_on)
        bar.actionTriggered.connect(self._stay)

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
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self._nothing)
        self._nothing.hide()
        self._column.addStretch(1)
        return inner

    # building

    @property
    def complete(self) -> bool:
        return len(self.sections) == len(self._entries)

    def _build_section(self) -> None:
        """The next of them, with what it shows."""
        section = self._entries[len(self.sections)].make()
        self._bookmarks.follow(len(self.sections), section)
        self.sections.append(section)
        self._column.insertWidget(self._column.count() - 1, section)
        section.load()

    def _build_until(self, place: int) -> None:
        while len(self.sections) <= place:
            self._build_section()

    def _build_on(self) -> None:
        """Only while she sees the page: behind the lock there is nothing to read from."""
        if self.complete or not self.isVisible():
            return
        self._build_section()
        self._turn.start()
        QTimer.singleShot(0, self, self._roll_on)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._turn.start()

    def _roll_on(self) -> None:
        """To where she was last time, as soon as the page reaches so far down."""
        bar = self._scroll.verticalScrollBar()
        if 0 < self._scroll_wanted <= bar.maximum():
            bar.setValue(self._scroll_wanted)
            self._scroll_wanted = 0

    # what the frame asks for

    def load(self) -> None:
        if not self.sections:
            self._build_section()
        else:
            for section in self.sections:
                section.load()
        self._mark_seen(self._scroll.verticalScrollBar().value())

    def refresh(self, tables: frozenset[str]) -> None:
        """Each section has tables of its own."""
        for section in self.sections:
            if not section.tables.isdisjoint(tables):
                section.load()

    def panes(self) -> Sequence[QWidget]:
        return (self._bookmarks, *self.sections)

    def page_actions(self) -> Sequence[Action]:
        return [
            Action(kind.deed, partial(self._go_later, place), Menu.EDIT, kind.icon, words=kind.words, group=3)
            for place, kind in enumerate(entry.kind for entry in self._entries)
            if kind.deed
        ]

    def place(self) -> dict[str, Json]:
        return {"scroll": self._scroll.verticalScrollBar().value()}

    def go_to(self, place: dict[str, Json]) -> None:
        scroll = place.get("scroll")
        if isinstance(scroll, int):
            self._scroll_wanted = scroll
            QTimer.singleShot(0, self, self._roll_on)

    def _go_later(self, place: int) -> None:
        """After the layout knows where the sections are."""
        self._build_until(place)
        QTimer.singleShot(0, self, lambda: self._go(place))

    # finding and going

    def _show_found(self, text: str) -> None:
        self._build_until(len(self._entries) - 1)
        words = fold(text).split()
        found = [all(word in fold(section.findable()) for word in words) for section in self.sections]
        for section, shown in zip(self.sections, found, strict=True):
            section.setVisible(shown)
        self._nothing.setVisible(not any(found))
        self._bookmarks.show_only(found)

    def _go(self, place: int) -> None:
        if place >= len(self.sections):
            self._go_later(place)
            return
        self._scroll_wanted = 0
        self._going = place
        self._go_on()
        self._bookmarks.mark(place)
        self.sections[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_on(self) -> None:
        """A section gets its full height only after it has been shown, and so does what stands below it."""
        if (going := self._going) is not None:
            self._scroll.verticalScrollBar().setValue(self.sections[going].y())
            self._bookmarks.mark(going)
            self._at_rest.start()

    def _arrive(self) -> None:
        if self.complete or not self.isVisible():
            self._stay()
        else:
            self._at_rest.start()

    def _stay(self) -> None:
        """She rolls the page herself."""
        self._going = None

    def _mark_seen(self, top: int) -> None:
        shown = [place for place, section in enumerate(self.sections) if not section.isHidden()]
        seen = [place for place in shown if self.sections[place].y() <= top + 40]
        if shown:
            self._bookmarks.mark(seen[-1] if seen else shown[0])
