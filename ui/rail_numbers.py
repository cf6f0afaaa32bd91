"""What waits on the leader, as numbers in the rail: asked for when the first page stands, and when something moves."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.house import Services
from ui.kit.rail import Rail
from ui.pages import PageEntry


class RailNumbers(QObject):
    """One per open house."""

    def __init__(self, rail: Rail, services: Services, pages: Sequence[PageEntry], parent: QObject) -> None:
        super().__init__(parent)
        self._rail, self._services, self._pages = rail, services, pages

    def show_all(self) -> None:
        for page in self._pages:
            self._rail.show_waiting(page.feature, page.waiting(self._services))

    def moved(self, tables: frozenset[str]) -> None:
        for page in self._pages:
            if page.waits_otherwise(tables):
                self._rail.show_waiting(page.feature, page.waiting(self._services))

    def clear(self) -> None:
        """The house is closed."""
        for page in self._pages:
            self._rail.show_waiting(page.feature, None)
