"""The way into a house: unlock field and notices; opening it in the background, and what to say when it won't."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dagleder.base.errors import UserProblem
from dagleder.base.last_house import LastHouse
from dagleder.base.paths import backups_folder, houses_folder
from dagleder.storage.problems import DamagedHouse, WrongSecret
from dagleder.storage.secret import Secret
from ui.context import Parts
from ui.core import Core
from ui.front_page import ENCRYPTED
from ui.house import Services
from ui.kit.attempts import AttemptsByFile
from ui.kit.messages import Choice, FileWish
from ui.kit.notice_page import Notice, NoticePage
from ui.kit.unlock import UnlockPage
from ui.kit.unlock_words import unlock_page
from ui.kit.work import Job, Lane, Progress
from ui.pages import load_page
from ui.stage import Cover, Scene
from ui.start import First, Start, look_at, saved_text

ENDING = ".dagleder"
_KINDS = (("Hus fra Dagleder", f"*{ENDING}"),)


class FrontDoor(QObject):
    """Shows one page at a time in place of a house; `entered` hands over the open one."""

    entered = Signal(object)  # Services
    guide_wanted = Signal()  # there is no house: begin one

    def __init__(self, scene: Scene, parts: Parts, load: Callable[[], Core], attempts: AttemptsByFile) -> None:
        super().__init__(scene.window)
        self._attempts = attempts
        self._window, self._stage, self._parts, self._load = scene.window, scene.stage, parts, load
        self._page: QWidget | None = None

    # what is shown

    def show(self, start: Start) -> None:
        """The page a start begins with; a house that needs no password is opened at once."""
        if start.house is None:
            self.guide_wanted.emit()
        elif start.first is First.UNLOCK:
            self.show_unlock(start.house)
        elif start.first is First.MISSING:
            self._show_missing(start.house)
        else:
            self._stage.rail.show_house(start.house.name, "")
            self._stage.show_house()
            self._stage.status_line.show_nothing(f"Åbner {start.house.path.name}…")
            self.open(start.house)

    def show_unlock(self, house: LastHouse, copy: Path | None = None) -> None:
        """The unlock field for a house, or for a copy that is to take its place."""
        saved = saved_text(house.saved_at, self._parts.clock.today())
        told = saved if copy is None else f"erstattes af kopien {copy.name}"
        attempts = self._attempts.at(copy or house.path)
        page = unlock_page(self._parts.theme, house.name or house.path.stem, (house.path.name, told), attempts)
        self._listen(page, house, copy)
        self._window.show_title("")
        self._stage.status_line.show_locked(ENCRYPTED)
        self._put(page)

    def show_closed(self, house: LastHouse) -> None:
        """The house she has just closed: the unlock field, or the way back in."""
        start = look_at(house)
        if start.first is First.UNLOCK:
            self.show(start)
            return
        ways = (Choice("Åbn igen", partial(self.show, start)), Choice("Åbn et andet hus…", self.choose_file))
        self._notice("Huset er lukket", f"{house.path.name} er gemt og lukket.", ways, "house")

    def _listen(self, page: UnlockPage, house: LastHouse, copy: Path | None) -> None:
        page.tried.connect(partial(self.open, house) if copy is None else partial(self._restore, house, copy))
        ways: dict[str, Callable[[], None]] = {"file": self.choose_file, "copy": partial(self._choose_copy, house)}
        page.chosen.connect(lambda way: ways[way]())

    def choose_file(self) -> None:
        """'Åbn hus…': the one she chooses, with what it needs."""
        wish = FileWish("Åbn hus", _KINDS, houses_folder())
        if (path := self._parts.messages.file_to_open(wish)) is not None:
            self.show(look_at(LastHouse(path)))

    # opening

    def open(self, house: LastHouse, secret: Secret | None = None) -> None:
        """Open it in the background; a page says what went wrong, or `entered` hands it over."""
        first = self._parts.memory.get("pages", "front", "")

        def open_it(_progress: Progress) -> Services:
            services = self._load().open_house(house.path, secret, self._parts.clock)
            load_page(first)
            return services

        self._start(
            f"Åbner {house.path.name}",
            open_it,
            self._opened,
            partial(self._failed, house, secret),
        )

    def make(self, call: Callable[[], Services]) -> None:
        """Make a house in the background, and enter it."""
        self._start("Gør huset klar", lambda _progress: call(), self.enter)

    def enter(self, services: Services) -> None:
        self._page = None
        self.entered.emit(services)

    def _opened(self, services: Services) -> None:
        self._attempts.at(services.database.path).forget()
        if not services.database.read_only:
            self.enter(services)
            return
        name = services.database.path.name
        again = partial(self._try_again, services)
        notice = Notice(
            "Huset er åbent et andet sted",
            f"{name} er åben i et andet program. Du kan læse alt, men ikke rette, før den er lukket der.",
            (Choice("Åbn til læsning", partial(self.enter, services)), Choice("Prøv igen", again)),
            icon="lock",
        )
        self._put(NoticePage(self._parts.theme, notice))

    def _try_again(self, services: Services) -> None:
        """Closed first: it was opened for reading only."""
        house = LastHouse(services.database.path, services.settings.house().name)
        services.database.close()
        self._look_again(house)

    def _failed(self, house: LastHouse, secret: Secret | None, problem: UserProblem) -> None:
        if isinstance(problem, WrongSecret):
            if not isinstance(self._page, UnlockPage):
                self.show_unlock(house)
            if isinstance(self._page, UnlockPage):
                self._page.show_wrong(problem)
        elif isinstance(problem, DamagedHouse):
            self._show_damaged(house, secret, problem)
        else:
            ways = (Choice("Prøv igen", partial(self._look_again, house)), Choice("Åbn fil…", self.choose_file))
            self._notice("Huset kan ikke åbnes", problem.sentence, ways, "octagon-alert", "danger")

    def _look_again(self, house: LastHouse) -> None:
        self.show(look_at(house))

    # copies

    def _choose_copy(self, house: LastHouse) -> None:
        wish = FileWish("Hent en kopi", _KINDS, backups_folder())
        if (copy := self._parts.messages.file_to_open(wish)) is not None:
            self.show_unlock(house, copy)

    def _restore(self, house: LastHouse, copy: Path, secret: Secret | None) -> None:
        def put_back(_progress: Progress) -> Services:
            core = self._load()
            core.restore(house.path, copy, self._parts.clock, secret)
            return core.open_house(house.path, secret, self._parts.clock)

        self._start("Henter kopien", put_back, self._opened, partial(self._failed, house, secret))

    def _show_damaged(self, house: LastHouse, secret: Secret | None, problem: DamagedHouse) -> None:
        ways = [Choice("Vælg en anden kopi…", partial(self._choose_copy, house)), Choice("Åbn fil…", self.choose_file)]
        if problem.backup is not None:
            ways.insert(0, Choice("Gendan fra kopien", partial(self._restore, house, problem.backup, secret)))
        more = "Den beskadigede fil lægges til side blandt kopierne; den slettes ikke."
        self._notice("Filen er beskadiget", problem.sentence, tuple(ways), "octagon-alert", "danger", more)

    def _show_missing(self, house: LastHouse) -> None:
        text = f"{house.path.name} ligger ikke længere i {house.path.parent}. Er den flyttet, eller mangler et drev?"
        ways = (
            Choice("Find filen…", self.choose_file),
            Choice("Prøv igen", partial(self._look_again, house)),
            Choice("Hent en kopi…", partial(self._choose_copy, house)),
            Choice("Begynd et nyt hus", self.guide_wanted.emit),
        )
        self._notice("Huset er ikke, hvor det plejer", text, ways, "file-question-mark")

    # in the window

    def _notice(
        self, title: str, text: str, ways: tuple[Choice, ...], icon: str, role: str = "primaryText", more: str = ""
    ) -> None:
        self._put(NoticePage(self._parts.theme, Notice(title, text, ways, icon, role, more)))

    def _put(self, page: QWidget) -> None:
        self._page = page
        self._stage.show_over(page, Cover.BARE)
        page.setFocus()

    def _start(
        self,
        name: str,
        run: Callable[[Progress], Any],
        done: Callable[[Any], None],
        failed: Callable[[UserProblem], None] | None = None,
    ) -> None:
        self._parts.work.start(Job(name, run, done, failed, lane=Lane.DATA, quiet=self._page is not None))
