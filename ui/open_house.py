"""One open house in the window, and everything that lives as long as it is open."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from dagleder.base.errors import UserProblem
from dagleder.base.last_house import LastHouse, remember_house
from dagleder.guide.steps import FEATURE as GUIDE
from ui.answers import Findable
from ui.context import Parts
from ui.core import Core
from ui.deeds import HouseDeeds
from ui.frame_notes import draft_place, offer_drafts, tell_elsewhere, tell_places
from ui.house import Services
from ui.house_frame import HouseFrame
from ui.house_keeping import HouseKeeping
from ui.kit.messages import Answer, Question
from ui.locking import Locker
from ui.pages import PageEntry
from ui.rail_numbers import RailNumbers
from ui.stage import Scene
from ui.start import First, look_at

_CLOSE = "close"
_STAY_OR_CLOSE = (Answer(_CLOSE, "Luk alligevel", "danger"), Answer("", "Bliv her", "primary"))


class OpenHouse(QObject):
    """Its pages, its actions, its backups, and whether there is anything to lock."""

    opened = Signal()  # the first page stands, with its data
    guide_wanted = Signal(object)  # the number of a step: text in the making belongs there
    again = Signal()  # it is read only: she wants to try for writing once more

    def __init__(
        self, scene: Scene, parts: Parts, core: Core, services: Services, pages: Sequence[PageEntry], locker: Locker
    ) -> None:
        super().__init__(scene.window)
        self._stage, self._parts, self._core, self._locker = scene.stage, parts, core, locker
        self.services, self._pages = services, pages
        database = services.database
        self.frame = HouseFrame(scene, parts, services, pages)
        findable = Findable(partial(core.finders, services))
        self.deeds = HouseDeeds(scene, parts.theme, parts.messages, self.frame, findable)
        keeper = None if database.read_only else core.keeper(database, parts.clock)
        self.keeping = HouseKeeping(parts, scene.stage.status_line, database, keeper, self)
        parts.drafts.use(None if database.read_only else database)
        self._numbers = RailNumbers(scene.stage.rail, services, pages, self)
        self.frame.changed.connect(self._moved)
        self.frame.settled.connect(self._settled)
        self.frame.opened.connect(self._opened)
        locker.locking.connect(self.keeping.rest)
        locker.unlocked.connect(self._unlocked)

    @property
    def house(self) -> LastHouse:
        """The file, for opening it again."""
        return LastHouse(self.services.database.path)

    def open_first(self) -> None:
        self.frame.open_first(self._pages)

    def come_back(self) -> None:
        """The guide is through, or left."""
        self.keeping.catch_up()
        self.frame.show_house()
        self.frame.bring_page_back()

    def remember(self) -> None:
        """Keep for next time which house it was, and where she was in it."""
        if not self._locker.locked:
            self._remember_file()
        self.frame.stack.remember()
        self._parts.memory.save()

    def may_close(self) -> bool:
        """Keep what is being typed; where that cannot be done, she decides while it still stands on its page."""
        if self._locker.locked:
            return True
        try:
            self._parts.drafts.keep_now()
        except UserProblem as problem:
            text = f"{problem.sentence} Den tekst, du er i gang med, går tabt, hvis du lukker nu."
            return self._parts.messages.ask(Question("Teksten kan ikke gemmes", text, _STAY_OR_CLOSE)) == _CLOSE
        return True

    def close(self, then: Callable[[], None]) -> None:
        """Leave it with its last copy, and go on when the file is closed."""
        self.remember()
        self._locker.release()
        self._locker.locking.disconnect(self.keeping.rest)
        self._locker.unlocked.disconnect(self._unlocked)
        self._parts.drafts.use(None)
        self._numbers.clear()
        self.deeds.close()
        self.frame.close()
        self.keeping.close(then)
        self.deleteLater()

    def _remember_file(self) -> None:
        house = self.services.settings.house()
        if not house.demo:
            steps = self.services.database.history(1)
            saved_at = steps[0].at if steps else None
            remember_house(LastHouse(self.services.database.path, house.name, saved_at))

    def _opened(self) -> None:
        self._show_protection()
        self.remember()
        self.keeping.tell_of_last_time()
        self.keeping.catch_up()
        database = self.services.database
        tell_places(self._parts, self._core.place_warnings(database.path))
        if database.read_only:
            tell_elsewhere(self._parts, self.again.emit)
        offer_drafts(self._parts, self._show_draft)
        self.opened.emit()

    def _show_draft(self, place: str) -> None:
        """The form with the text, and the keyboard in its field."""
        feature, record = draft_place(place)
        editors = {page.edits: page.feature for page in self._pages if page.edits}
        shown = editors.get(feature, feature)
        if feature == GUIDE:
            self.guide_wanted.emit(record)
        elif any(page.feature == shown for page in self._pages):
            self._open_for_draft(shown, record, place)
        self._parts.drafts.go_to(place)

    def _open_for_draft(self, feature: str, record: int | None, place: str) -> None:
        try:
            self.frame.open(feature, record)
        except UserProblem as problem:  # what it was about is gone
            self.frame.back()
            self._parts.messages.problem(problem)
            self._parts.drafts.saved(place)

    def _settled(self) -> None:
        """Locked meanwhile, there is nothing to read until it is unlocked."""
        if not self._locker.locked:
            self._numbers.show_all()

    def _moved(self, tables: frozenset[str]) -> None:
        self._numbers.moved(tables)
        if "house" in tables:
            self._show_protection()

    def _unlocked(self) -> None:
        self.keeping.go_on()
        self.frame.show_house()
        self._numbers.show_all()
        self._show_protection()

    def _show_protection(self) -> None:
        """The file's line, and whether there is anything to lock."""
        database, house = self.services.database, self.services.settings.house()
        encrypted = look_at(self.house).first is First.UNLOCK
        protection = "krypteret" if encrypted else "uden adgangskode"
        reads = " · kun til læsning" if database.read_only else ""
        self._stage.status_line.show_file(database.path.name, f"{protection}{reads}", encrypted=encrypted)
        if encrypted:
            self._locker.guard(database, house.lock_minutes, with_computer=house.lock_with_computer)
        else:
            self._locker.release()
