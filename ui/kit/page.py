"""What every page is: a header row and content, told when tables moved, opened on a record, left and returned to."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.base.json_value import Json
from ui.context import Context
from ui.kit.actions import Action
from ui.kit.page_header import PageHeader

SIDE = 20  # px of margin beside the content
FOOT = 16


class Page(QWidget):
    """The base of all pages. A feature sets the class values and overrides what it needs."""

    feature: ClassVar[str] = ""
    title: ClassVar[str] = ""
    of_the_day: ClassVar[frozenset[str]] = frozenset()  # names in `place`, also of its parts, that hold until midnight

    tables: frozenset[str] = frozenset()  # whose changes concern the page: those its services read
    hints_changed = Signal(object)  # tuple[Hint, ...]: what the keys do with what is selected
    actions_changed = Signal()  # an action can or cannot be done any more, or has another name

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.setProperty("ground", "bg")
        self.setAccessibleName(self.title)
        self.header = PageHeader(context.theme, self.title)
        self.content = QVBoxLayout()
        self.content.setContentsMargins(SIDE, 0, SIDE, FOOT)
        self.content.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self.content, 1)

    def refresh(self, tables: frozenset[str]) -> None:
        """Told by the frame what moved; loads again only when it concerns the page."""
        if not self.tables.isdisjoint(tables):
            self.load()

    def load(self) -> None:
        """Read what is shown; called once before the page is first seen, then by `refresh`."""

    def load_slowly(self) -> Iterator[None]:
        """`load` at a start, in steps: a page that reads and shows much lets the window have its turn in between."""
        self.load()
        yield

    @property
    def complete(self) -> bool:
        """All of it is built: a page may build on while she already looks at its beginning."""
        return True

    def open_record(self, record_id: int) -> None:
        """Show one record of the feature."""

    def open_day(self, day: date) -> None:
        """Show a date, on a page that goes through the calendar."""

    def open_about(self, employee_id: int) -> None:
        """Show what the feature has about one employee."""

    def page_actions(self) -> Sequence[Action]:
        """What can be done here: menus and palette show it while the page is in front."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes between; the first is where the keyboard starts."""
        return ()

    def toggle_side_panel(self) -> bool:
        """F9; False when the page has no side panel."""
        return False

    def focus_filter(self) -> bool:
        """Ctrl+F; False when there is nothing to filter."""
        return self.header.focus_filter()

    def place(self) -> dict[str, Json]:
        """Where on the page she is (tab, selection, scroll): kept for 'Tilbage' and for next time. No names.

        What says a date is named in `of_the_day`: another day the page begins where that day is.
        """
        return {}

    def go_to(self, place: dict[str, Json]) -> None:
        """Back to where `place` says; what is no longer there is passed over."""
