"""The pages of an open house: made when first opened, told of changes when they are seen, left and returned to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from dagleder.base.json_value import Json
from ui.kit.memory import Memory
from ui.kit.page import Page
from ui.kit.stack import Stack

_KEPT_STEPS = 50
_LEFT_ON = "pages left on"  # each page's day, beside its place


@dataclass(frozen=True)
class Visit:
    """A page she has been on, where on it, and which day."""

    feature: str
    place: dict[str, Json]
    day: date


class PageStack(Stack):
    """`shown` tells the page in front after it has changed."""

    shown = Signal(object)  # Page

    def __init__(self, make: Callable[[str], Page], memory: Memory, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("pages")
        self._make, self._memory, self._today = make, memory, today
        self._pages: dict[str, Page] = {}
        self._behind: dict[str, frozenset[str]] = {}  # what moved while a page was not seen
        self._past: list[Visit] = []

    @property
    def page(self) -> Page | None:
        """The page in front."""
        front = self.currentWidget()
        return front if isinstance(front, Page) else None

    @property
    def can_go_back(self) -> bool:
        return bool(self._past)

    def open(self, feature: str, record_id: int | None = None, day: date | None = None) -> None:
        """Bring a page to the front, and a record or a date on it."""
        self._leave()
        page = self._bring(feature)
        if record_id is not None:
            page.open_record(record_id)
        if day is not None:
            page.open_day(day)

    def open_slowly(self, feature: str) -> Iterator[None]:
        """Open the first page in steps, so that the window is not kept waiting: go on between them, to the end."""
        if feature in self._pages:
            self.open(feature)
            return
        page = self._pages[feature] = self._make(feature)
        yield
        self._put(page)
        yield
        yield from page.load_slowly()
        self._return(feature, page)
        if self.page is page:  # she may have gone elsewhere meanwhile
            self.shown.emit(page)

    def back(self) -> None:
        """To the page before, where she left it."""
        if self._past:
            visit = self._past.pop()
            page = self._bring(visit.feature)
            page.go_to(_still(page, visit.place, same_day=visit.day == self._today()))

    def refresh(self, tables: frozenset[str]) -> None:
        """Tell the page in front now, and the others when they are next seen."""
        for feature, page in self._pages.items():
            if page is self.page:
                page.refresh(tables)
            else:
                self._behind[feature] = self._behind.get(feature, frozenset()) | tables

    def remember(self) -> None:
        """Keep where she is on each page, for next time."""
        for feature, page in self._pages.items():
            self._memory.keep("pages", feature, page.place())
            self._memory.keep(_LEFT_ON, feature, self._today().isoformat())
        if self.page is not None:
            self._memory.keep("pages", "front", self.page.feature)

    def _leave(self) -> None:
        if self.page is not None:
            self._past = [*self._past[-_KEPT_STEPS:], Visit(self.page.feature, self.page.place(), self._today())]

    def _bring(self, feature: str) -> Page:
        page = self._pages.get(feature) or self._new(feature)
        if moved := self._behind.pop(feature, None):
            page.refresh(moved)
        self._put(page)
        self.setCurrentWidget(page)
        self.shown.emit(page)
        return page

    def _new(self, feature: str) -> Page:
        page = self._make(feature)
        page.load()
        self._return(feature, page)
        self._pages[feature] = page
        return page

    def _put(self, page: Page) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)

    def _return(self, feature: str, page: Page) -> None:
        """To where she was on the page last time."""
        if place := self._memory.get("pages", feature, {}):
            left_on = self._memory.get(_LEFT_ON, feature, "")
            page.go_to(_still(page, place, same_day=left_on == self._today().isoformat()))


def _still(page: Page, place: dict[str, Json], *, same_day: bool) -> dict[str, Json]:
    """What of a place holds now: yesterday's week is not today's."""
    return place if same_day else _without(place, page.of_the_day)


def _without(place: dict[str, Json], names: frozenset[str]) -> dict[str, Json]:
    return {
        name: _without(value, names) if isinstance(value, dict) else value
        for name, value in place.items()
        if name not in names
    }
