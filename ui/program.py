"""The program: its parts, and which house is open in it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QIcon

from dagleder.base.clock import Clock
from dagleder.base.last_house import LastHouse, recent_houses
from dagleder.base.paths import resource
from ui.context import GuideHost, Parts
from ui.core import Core
from ui.frame_actions import house_actions, program_actions
from ui.frame_notes import GUIDE_NOTE, offer_guide, tell_passed, tell_unexpected
from ui.front_door import FrontDoor
from ui.front_page import FrontPage
from ui.garbage import Collector
from ui.guide.making import make_example
from ui.house import Services
from ui.house_frame import HouseFrame
from ui.kit.action_book import ActionBook
from ui.kit.attempts import AttemptsByFile
from ui.kit.card_place import CardPlace
from ui.kit.drafts import Drafts
from ui.kit.focus_ring import FocusRing
from ui.kit.messages import Choice
from ui.kit.notice_page import Notice, NoticePage
from ui.kit.rail import RailEntry
from ui.kit.window_messages import WindowMessages
from ui.kit.work import Job, Lane, Work
from ui.locking import Locker
from ui.looks import Looks
from ui.open_house import OpenHouse
from ui.pages import PageEntry, key_of_place, make_guide
from ui.stage import Cover, Scene, Stage
from ui.start import load_core, look_at
from ui.theme.theme import Theme

_ICON = 64
_SOON_MS, _LATER_MS = 2, 500


class Program(QObject):
    """One per process. `load` brings the core (see `ui.start.load_core`)."""

    _unexpected = Signal(str)  # from any thread

    def __init__(
        self, front: FrontPage, clock: Clock, load: Callable[[], Core] = load_core, theme: Theme | None = None
    ) -> None:
        super().__init__(front.application)
        self._front, self._load = front, load
        self.pages, self.window = front.pages, front.window
        self.theme = theme or Theme(front.application, resource())
        Looks(self.theme, front.memory, self)
        self.stage = Stage(self.theme, rail_entries(self.pages))
        self.book = ActionBook(self.theme, self.window)
        scene = self._scene = Scene(self.window, self.stage, self.book)
        self.messages = WindowMessages(self.theme, self.window, self.stage.note_column)
        work = Work(self.messages.problem, self.window)
        self.parts = Parts(clock, self.theme, self.messages, work, front.memory, Drafts(self.window))
        self._house: OpenHouse | None = None
        self._going_to_guide = False
        attempts = AttemptsByFile()
        self.front_door = FrontDoor(scene, self.parts, load, attempts)
        self.locker = Locker(front.application, scene, self.parts, attempts)
        self._connect()

    def begin(self) -> None:
        """Put the widgets in the first picture's place, and go on to the house."""
        self.book.show_frame(program_actions(self, self.theme))
        self.stage.status_line.show_day(self._front.today)
        self.front_door.show(self._front.start)
        self.window.furnish(self.stage)
        FocusRing(self.theme, self._front.application, self)
        QTimer.singleShot(_SOON_MS, self.window, self._load_ahead)
        QTimer.singleShot(_LATER_MS, self.window, self._listen)

    @property
    def frame(self) -> HouseFrame | None:
        """The open house's pages."""
        return self._house.frame if self._house is not None else None

    def end(self) -> None:
        """After the event loop: take the window down while Qt is still there."""
        self.window.deleteLater()
        self.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def tell_unexpected(self, account: str) -> None:
        """A fault of ours, from any thread: said in the window, with what may help to mend it."""
        self._unexpected.emit(account)

    def _load_ahead(self) -> None:
        """Bring the core while she types her password; a house without one is being opened already."""
        job = Job("Gør klar", lambda _progress: self._load(), lambda _core: None, lane=Lane.DATA, quiet=True)
        self.parts.work.start(job)

    def _listen(self) -> None:
        self.window.setWindowIcon(QIcon(self.theme.mark(_ICON)))
        self.locker.system.listen(self.window)

    # what can be done without a house (see `ui.frame_actions`)

    def open_file(self) -> None:
        self._after_closing(self.front_door.choose_file)

    def new_house(self) -> None:
        self._after_closing(self.show_guide)

    def open_example(self) -> None:
        """The fictional house to look around in, made anew; a house that is open is closed first."""
        clock = self.parts.clock
        self._after_closing(lambda: self.front_door.make(lambda: make_example(clock)))

    def open_house(self, house: LastHouse) -> None:
        """One of those opened lately."""
        self._after_closing(lambda: self.front_door.show(look_at(house)))

    def recent(self) -> Sequence[LastHouse]:
        """Those opened lately, without the one that is open."""
        here = self._house.services.database.path.absolute() if self._house is not None else None
        return [house for house in recent_houses() if house.path != here]

    def save_copy(self) -> None:
        if self._house is not None:
            self._house.keeping.copy_elsewhere()

    def close_house(self) -> None:
        """Closed, but still the one to begin with."""
        if self._house is not None:
            house = self._house.house
            self._after_closing(lambda: self.front_door.show_closed(house))

    def leave(self) -> None:
        """Close what is open, then the window."""
        self._after_closing(self._go)

    def lock(self) -> None:
        self.locker.lock()

    def why_not_lock(self) -> str:
        return self.locker.why_not()

    def back_up_now(self) -> None:
        if self._house is not None:
            self._house.keeping.copy_now()

    def about(self) -> None:
        from ui.about import About  # noqa: PLC0415 -- reads the licences of all libraries: only when asked

        About(self.theme, self.window, resource()).appear()

    def show_guide(self, step: int | None = None) -> None:
        """The guide, on the open house or before there is one: at `step`, or where it was left."""
        self.messages.clear_note(GUIDE_NOTE)
        services = self.frame.services if self.frame is not None else None
        host = GuideHost(
            parts=self.parts,
            services=services,
            make=self._make_in_guide,
            open_file=self.open_file,
            open_example=self.open_example,
            finish=self._to_pages,
            show_actions=self.book.show_page,
            context=self.frame.context if self.frame is not None else None,
            step=step,
        )
        self._going_to_guide = False
        guide = make_guide(host)
        if services is None:
            self.window.show_title("")
        if guide is not None:
            self.stage.show_over(guide, Cover.MENUS)
            self.stage.menu_line.show_undo_buttons(shown=services is not None)
            self.stage.status_line.show_hints(())
        else:
            ways = (Choice("Åbn fil…", self.front_door.choose_file),)
            notice = Notice("Velkommen til Dagleder", "Åbn et hus for at komme i gang.", ways, icon="house")
            self.stage.show_over(NoticePage(self.theme, notice), Cover.MENUS)

    def _make_in_guide(self, call: Callable[[], Services]) -> None:
        """A house made in the guide is gone on with in the guide."""
        self._going_to_guide = True
        self.front_door.make(call)

    # a house comes and goes

    def _entered(self, services: Services) -> None:
        house = self._house = OpenHouse(self._scene, self.parts, self._load(), services, self.pages, self.locker)
        house.opened.connect(self._opened)
        house.again.connect(self._open_again)
        house.guide_wanted.connect(self.show_guide)
        house.frame.wanted.connect(self._to_pages)
        self.book.show_frame(house_actions(self, house.deeds, self.theme, self.pages))
        if not self._going_to_guide:
            self.stage.show_house()
        house.open_first()

    def _opened(self) -> None:
        """The first page stands."""
        if self._going_to_guide:
            self.show_guide()
        else:
            self._offer_guide()

    def _open_again(self) -> None:
        if self._house is not None:
            self.open_house(self._house.house)

    def _after_closing(self, then: Callable[[], None]) -> None:
        """Close the open house (with its last copy) and go on; at once where none is open."""
        house = self._house
        if house is None:
            then()
            return
        if not house.may_close():
            return
        self._house = None
        house.close(then)
        self._show_houseless()
        notice = Notice("Lukker", "Dagleder lægger en kopi af dagens arbejde og lukker filen.", (), icon="shield-check")
        self.stage.show_over(NoticePage(self.theme, notice), Cover.BARE)

    def _show_houseless(self) -> None:
        self.window.show_title("")
        self.messages.clear_notes()
        self.messages.clear_toast()
        self.stage.status_line.show_nothing()
        self.book.pause(paused=False)
        self.book.show_frame(program_actions(self, self.theme))

    def _to_pages(self) -> None:
        if self._house is not None:
            self.stage.show_house()
            self._house.come_back()
            self._offer_guide()
            if (guide := self._house.services.guide) is not None:
                tell_passed(self.parts, guide.state(), self.show_guide)

    def _go(self) -> None:
        self.parts.work.stop_all()
        self.window.leave()
        self._front.memory.save()

    def _search(self) -> None:
        if self._house is not None:
            self._house.deeds.palette()

    def _with_frame(self, do: Callable[[HouseFrame], None]) -> None:
        if self.frame is not None:
            do(self.frame)

    def _offer_guide(self) -> None:
        services = self._house.services if self._house else None
        if services is not None and services.guide is not None and not services.database.read_only:
            offer_guide(self.parts, services.guide, self.show_guide)

    def _show_unexpected(self, account: str) -> None:
        tell_unexpected(self.parts, account)  # a method of ours, so that it runs in the window's thread

    # once

    def _connect(self) -> None:
        window = self.window
        window.leaving.connect(self.leave)
        self.stage.menu_line.opening.connect(self.book.fill)
        self.stage.menu_line.search.connect(self._search)
        self.stage.menu_line.undo.connect(lambda: self._with_frame(HouseFrame.undo))
        self.stage.menu_line.redo.connect(lambda: self._with_frame(HouseFrame.redo))
        self.parts.work.started.connect(CardPlace(self.theme, window).show_task)
        Collector(lambda: self.parts.work.busy, self)
        self.front_door.entered.connect(self._entered)
        self.front_door.guide_wanted.connect(self.show_guide)
        self.locker.close_file.connect(self.close_house)
        self._unexpected.connect(self._show_unexpected)


def rail_entries(pages: Sequence[PageEntry]) -> list[RailEntry]:
    """What the rail shows of the registry."""
    shown = [page for page in pages if page.in_rail]
    return [
        RailEntry(page.feature, page.title, page.icon, page.foot, key_of_place(place))
        for place, page in enumerate(shown)
    ]
