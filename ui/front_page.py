"""The first page, before anything heavy is known: what to begin with, and the window with its picture."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dagleder.base.paths import settings_folder
from ui.first_picture import FirstPicture, Shape, first_roles
from ui.kit.memory import Memory
from ui.main_window import MainWindow
from ui.pages import PAGES, PageEntry, in_order
from ui.start import First, begin

LOOK = "look"
ENCRYPTED = "Krypteret. Intet er læst endnu"
_SHAPES = {First.UNLOCK: Shape.UNLOCK, First.FRAME: Shape.HOUSE}


class FrontPage:
    """Decides, paints, and hands over to the program."""

    def __init__(
        self, application: QApplication, today: date, wanted: Path | None, pages: tuple[PageEntry, ...] = PAGES
    ) -> None:
        self.application, self.today = application, today
        self.pages = in_order(pages)
        self.memory = Memory(settings_folder() / "husket.json")
        self.start = begin(wanted)
        self.window = MainWindow(self.memory, self._picture())

    def _picture(self) -> FirstPicture:
        house, shape = self.start.house, _SHAPES.get(self.start.first, Shape.BARE)
        status = {Shape.HOUSE: f"Åbner {house.path.name}…" if house else "", Shape.UNLOCK: ENCRYPTED}.get(shape, "")
        return FirstPicture(
            shape,
            first_roles(self.application, self.memory.get(LOOK, "scheme", "")),
            self.memory.get(LOOK, "text_size", 100) / 100,
            (house.name or house.path.stem) if house else "",
            [page.title for page in self.pages if page.in_rail and not page.foot],
            status,
        )
