"""The first page, painted before anything heavy is known: the window, and the unlock field where there is one."""

from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication

from dagleder.base.last_house import LastHouse
from dagleder.base.paths import resource, settings_folder
from ui.kit.memory import Memory
from ui.kit.rail import RailEntry
from ui.kit.unlock import UnlockPage, Way, Words
from ui.main_window import Cover, MainWindow
from ui.pages import PAGES, PageEntry, in_order, key_of_place
from ui.start import First, Start, begin, saved_text
from ui.theme.theme import TEXT_SIZES, Choice, Theme

FORGOTTEN = "Glemt koden? Kun nøglearket fra pengeskabet kan åbne filen. Vi kan ikke."
WAYS = (Way("file", "Åbn fil…"), Way("copy", "Hent en kopi…"))
LOOK = "look"


class FrontPage:
    """Theme, memory and window, and what the start showed in it; the program takes over from here."""

    def __init__(
        self,
        application: QApplication,
        today: date,
        pages: tuple[PageEntry, ...] = PAGES,
        theme: Theme | None = None,
    ) -> None:
        self.application = application
        self.pages = in_order(pages)
        self.theme = theme or Theme(application, resource())
        self.memory = Memory(settings_folder() / "husket.json")
        self._recall_look()
        self.window = MainWindow(self.theme, self.memory, _rail_entries(self.pages))
        self.start = Start(First.GUIDE)
        self.unlock: UnlockPage | None = None
        self._today = today

    def show(self, wanted: Path | None) -> None:
        """Decide, and show what can be shown at once."""
        self.start = begin(wanted)
        house = self.start.house
        self.window.status_line.show_day(self._today)
        if house is None or self.start.first is First.MISSING:
            self.window.show_cover(Cover.BARE)
        elif self.start.first is First.UNLOCK:
            saved = saved_text(house.saved_at, self._today)
            self.unlock = unlock_page(self.theme, house, saved)
            self.window.status_line.show_locked("Krypteret. Intet er læst endnu")
            self.window.show_over(self.unlock, Cover.BARE)
            self.unlock.setFocus()
        else:
            self.window.rail.show_house(house.name, "")
            self.window.show_house()
            self.window.status_line.show_nothing(f"Åbner {house.path.name}…")
        self.window.show_first()

    def _recall_look(self) -> None:
        scheme = self.memory.get(LOOK, "scheme", Choice.SYSTEM.value)
        size = self.memory.get(LOOK, "text_size", 100)
        if scheme in {choice.value for choice in Choice} and size in TEXT_SIZES:
            self.theme.choose(Choice(scheme), size)


def unlock_page(theme: Theme, house: LastHouse, told: str) -> UnlockPage:
    """The unlock field for a house; `told` stands after its file's name."""
    text = " · ".join(part for part in (house.path.name, told) if part)
    return UnlockPage(theme, Words(house.name or house.path.stem, text, FORGOTTEN, WAYS))


def _rail_entries(pages: tuple[PageEntry, ...]) -> list[RailEntry]:
    shown = [page for page in pages if page.in_rail]
    return [
        RailEntry(page.feature, page.title, page.icon, page.foot, key_of_place(place))
        for place, page in enumerate(shown)
    ]
