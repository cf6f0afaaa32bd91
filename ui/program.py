"""The program: its parts, and which house is open in it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon

from dagleder.base.clock import Clock
from dagleder.base.findings import Level
from dagleder.base.last_house import LastHouse, recent_houses, remember_house
from dagleder.base.paths import resource
from dagleder.guide.steps import Step
from ui.answers import Findable
from ui.context import GuideHost, Parts
from ui.core import Core
from ui.deeds import HouseDeeds
from ui.frame_actions import house_actions, program_actions
from ui.front_door import FrontDoor
from ui.front_page import LOOK, FrontPage
from ui.guide.making import make_example
from ui.house import Services
from ui.house_frame import HouseFrame
from ui.house_keeping import HouseKeeping
from ui.kit.action_book import ActionBook
from ui.kit.card_place import CardPlace
from ui.kit.drafts import Drafts
from ui.kit.focus_ring import FocusRing
from ui.kit.messages import Choice, Note
from ui.kit.notice_page import Notice, NoticePage
from ui.kit.rail import RailEntry
from ui.kit.window_messages import WindowMessages
from ui.kit.work import Job, Lane, Work
from ui.locking import Locker
from ui.pages import PageEntry, key_of_place, make_guide
from ui.stage import Cover, Scene, Stage
from ui.start import First, load_core, look_at
from ui.theme.theme import TEXT_SIZES, Theme
from ui.theme.theme import Choice as Scheme

_ICON = 64
_GUIDE, _UNFINISHED = "guide", "Huset er ikke sat helt op."
_SOON_MS, _LATER_MS = 2, 500


class Program(QObject):
    """One per process. `load` brings the core (see `ui.start.load_core`)."""

    _unexpected = Signal(str)  # from any thread

    def __init__(
        self, front: FrontPage, clock: Clock, load: Callable[[], Core] = load_core, theme: Theme | None = None
    ) -> None:
        super().__init__(front.application)
        self._front, self._load, self._memory = front, load, front.memory
        self.pages, self.window = front.pages, front.window
        self.theme = theme or Theme(front.application, resource())
        self._recall_look()
        self.stage = Stage(self.theme, _rail_entries(self.pages))
        self.book = ActionBook(self.theme, self.window)
        scene = self._scene = Scene(self.window, self.stage, self.book)
        self.messages = WindowMessages(self.theme, self.window, self.stage.note_column)
        work = Work(self.messages.problem, self.window)
        self.parts = Parts(clock, self.theme, self.messages, work, self._memory, Drafts(self.window))
        self.frame: HouseFrame | None = None
        self._deeds: HouseDeeds | None = None
        self._keeping: HouseKeeping | None = None
        self._going_to_guide = False
        self.front_door = FrontDoor(scene, self.parts, load)
        self.locker = Locker(front.application, scene, self.parts)
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
        here = self.frame.services.database.path.absolute() if self.frame is not None else None
        return [house for house in recent_houses() if house.path != here]

    def save_copy(self) -> None:
        if self._keeping is not None:
            self._keeping.copy_elsewhere()

    def close_house(self) -> None:
        """Closed, but still the one to begin with."""
        if self.frame is not None:
            house = LastHouse(self.frame.services.database.path)
            self._after_closing(lambda: self._show_closed(house))

    def leave(self) -> None:
        """Close what is open, then the window."""
        self._after_closing(self._go)

    def lock(self) -> None:
        self.locker.lock()

    def why_not_lock(self) -> str:
        return self.locker.why_not()

    def back_up_now(self) -> None:
        if self._keeping is not None:
            self._keeping.copy_now()

    def about(self) -> None:
        from ui.about import About  # noqa: PLC0415 -- reads the licences of all libraries: only when asked

        About(self.theme, self.window, resource()).appear()

    def show_guide(self) -> None:
        """The guide, on the open house or before there is one."""
        self.messages.clear_note(_GUIDE)
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
        database = services.database
        core = self._load()
        self.frame = HouseFrame(self._scene, self.parts, services, self.pages)
        self.frame.changed.connect(self._moved)
        findable = Findable(core.finders(services))
        self._deeds = HouseDeeds(self._scene, self.theme, self.messages, self.frame, findable)
        keeper = None if database.read_only else core.keeper(database, self.parts.clock)
        self._keeping = HouseKeeping(self.parts, self.stage.status_line, database, keeper, self)
        self.parts.drafts.use(None if database.read_only else database)
        self.book.show_frame(house_actions(self, self._deeds, self.theme, self.pages))
        if not self._going_to_guide:
            self.stage.show_house()
        self.frame.opened.connect(self._opened)
        self.frame.open_first(self.pages)

    def _opened(self) -> None:
        """The first page stands: what else there is to say."""
        self._show_protection()
        self._remember()
        self._tell_at_opening(self._load())
        if self._going_to_guide:
            self.show_guide()
        else:
            self._offer_guide()

    def _after_closing(self, then: Callable[[], None]) -> None:
        """Close the open house (with its last copy) and go on; at once where none is open."""
        if self.frame is None or self._deeds is None or self._keeping is None:
            then()
            return
        if not self.locker.locked:
            self.parts.drafts.keep_now()
        self._remember()
        self.locker.release()
        self.parts.drafts.use(None)
        self._deeds.close()
        self.frame.close()
        keeping, self._keeping, self.frame, self._deeds = self._keeping, None, None, None
        self._show_houseless()
        notice = Notice("Lukker", "Dagleder lægger en kopi af dagens arbejde og lukker filen.", (), icon="shield-check")
        self.stage.show_over(NoticePage(self.theme, notice), Cover.BARE)
        keeping.close(then)

    def _show_closed(self, house: LastHouse) -> None:
        start = look_at(house)
        if start.first is First.UNLOCK:
            self.front_door.show(start)
            return
        ways = (
            Choice("Åbn igen", lambda: self.front_door.show(start)),
            Choice("Åbn et andet hus…", self.front_door.choose_file),
        )
        notice = Notice("Huset er lukket", f"{house.path.name} er gemt og lukket.", ways, icon="house")
        self.stage.show_over(NoticePage(self.theme, notice), Cover.BARE)

    def _show_houseless(self) -> None:
        self.window.show_title("")
        self.messages.clear_notes()
        self.messages.clear_toast()
        self.stage.status_line.show_nothing()
        self.book.pause(paused=False)
        self.book.show_frame(program_actions(self, self.theme))

    def _to_pages(self) -> None:
        if self.frame is not None:
            self.stage.show_house()
            self.frame.show_house()
            self.frame.bring_page_back()
            self._offer_guide()

    def _go(self) -> None:
        self.parts.work.stop_all()
        self.window.leave()
        self._memory.save()
        self._front.application.quit()

    def _search(self) -> None:
        if self._deeds is not None:
            self._deeds.palette()

    def _with_frame(self, do: Callable[[HouseFrame], None]) -> None:
        if self.frame is not None:
            do(self.frame)

    # what is told about the open house

    def _moved(self, tables: frozenset[str]) -> None:
        if "house" in tables:
            self._show_protection()

    def _unlocked(self) -> None:
        if self.frame is not None:
            self.frame.show_house()
            self._show_protection()

    def _show_protection(self) -> None:
        """The file's line, and whether there is anything to lock."""
        if self.frame is None:
            return
        database, house = self.frame.services.database, self.frame.services.settings.house()
        encrypted = look_at(LastHouse(database.path)).first is First.UNLOCK
        protection = "krypteret" if encrypted else "uden adgangskode"
        reads = " · kun til læsning" if database.read_only else ""
        self.stage.status_line.show_file(database.path.name, f"{protection}{reads}", encrypted=encrypted)
        if encrypted:
            self.locker.guard(database, house.lock_minutes, with_computer=house.lock_with_computer)
        else:
            self.locker.release()

    def _tell_at_opening(self, core: Core) -> None:
        if self.frame is None or self._keeping is None:
            return
        database, messages = self.frame.services.database, self.parts.messages
        self._keeping.tell_of_last_time()
        for finding in core.place_warnings(database.path):
            messages.note(Note("place", finding.level, finding.text))
        if database.read_only:
            text = "Du kan læse alt, men ikke rette, før det er lukket der."
            again = Choice("Prøv igen", self._open_again)
            messages.note(
                Note("elsewhere", Level.SHOULD, text, "Huset er åbent et andet sted.", (again,), closable=False)
            )
        self._offer_drafts()

    def _open_again(self) -> None:
        if self.frame is not None:
            house = LastHouse(self.frame.services.database.path)
            self._after_closing(lambda: self.front_door.show(look_at(house)))

    def _offer_drafts(self) -> None:
        """Text that was in the making when the program was cut off."""
        left = sorted(self.parts.drafts.left())
        if not left:
            return
        feature, record = _draft_place(left[0])
        text = (
            "Den er gemt som kladde. Åbn stedet, så står den der igen."
            if len(left) == 1
            else (f"De er gemt som kladder, {len(left)} i alt. Åbn stedet, så står teksten der igen.")
        )
        lead = (
            "Du nåede ikke at gøre en tekst færdig."
            if len(left) == 1
            else "Du nåede ikke at gøre nogle tekster færdige."
        )
        show = Choice("Vis", lambda: self._show_draft(feature, record))
        drop = Choice("Kassér", lambda: self._drop_drafts(left))
        self.parts.messages.note(Note("drafts", Level.INFO, text, lead, (show, drop)))

    def _show_draft(self, feature: str, record: int | None) -> None:
        self.parts.messages.clear_note("drafts")
        if self.frame is not None and any(page.feature == feature for page in self.pages):
            self.frame.open(feature, record)

    def _drop_drafts(self, places: Sequence[str]) -> None:
        self.parts.messages.clear_note("drafts")
        for place in places:
            self.parts.drafts.saved(place)

    def _offer_guide(self) -> None:
        """A note in the window as long as the guide is not through."""
        if self.frame is None:
            return
        house = self.frame.services.settings.house()
        if house.setup_done or self.frame.services.database.read_only:
            return
        go_on = Choice(f"Fortsæt opsætning (trin {house.setup_step} af {len(Step)})", self.show_guide)
        self.parts.messages.note(Note(_GUIDE, Level.INFO, "Du kan tage resten, når du har tid.", _UNFINISHED, (go_on,)))

    def _remember(self) -> None:
        if self.frame is None:
            return
        database = self.frame.services.database
        if not self.locker.locked and not (house := self.frame.services.settings.house()).demo:
            remember_house(LastHouse(database.path, house.name, self.parts.clock.now()))
        self.frame.stack.remember()
        self._memory.save()

    # once

    def _connect(self) -> None:
        window = self.window
        window.leaving.connect(self.leave)
        self.stage.menu_line.opening.connect(self.book.fill)
        self.stage.menu_line.search.connect(self._search)
        self.stage.menu_line.undo.connect(lambda: self._with_frame(HouseFrame.undo))
        self.stage.menu_line.redo.connect(lambda: self._with_frame(HouseFrame.redo))
        self.parts.work.started.connect(CardPlace(self.theme, window).show_task)
        self.front_door.entered.connect(self._entered)
        self.front_door.guide_wanted.connect(self.show_guide)
        self.locker.close_file.connect(self.close_house)
        self.locker.unlocked.connect(self._unlocked)
        self.theme.changed.connect(self._keep_look)
        self._unexpected.connect(self._show_unexpected)

    def _recall_look(self) -> None:
        scheme = self._memory.get(LOOK, "scheme", Scheme.SYSTEM.value)
        size = self._memory.get(LOOK, "text_size", 100)
        if scheme in {choice.value for choice in Scheme} and size in TEXT_SIZES:
            self.theme.choose(Scheme(scheme), size, airy=self._memory.get(LOOK, "airy", False))

    def _keep_look(self) -> None:
        self._memory.keep(LOOK, "scheme", self.theme.choice.value)
        self._memory.keep(LOOK, "text_size", self.theme.text_size)
        self._memory.keep(LOOK, "airy", self.theme.airy)
        self._memory.save()

    def _show_unexpected(self, account: str) -> None:
        copy = Choice("Kopiér oplysninger om fejlen", lambda: QGuiApplication.clipboard().setText(account))
        text = "Det, du havde gemt, er gemt. Oplysningerne om fejlen siger intet om jeres personale."
        self.messages.note(Note("bug", Level.MUST, text, "Der skete en fejl i Dagleder.", (copy,)))


def _rail_entries(pages: Sequence[PageEntry]) -> list[RailEntry]:
    shown = [page for page in pages if page.in_rail]
    return [
        RailEntry(page.feature, page.title, page.icon, page.foot, key_of_place(place))
        for place, page in enumerate(shown)
    ]


def _draft_place(place: str) -> tuple[str, int | None]:
    """'staff/12/notes' → the page and the record the field is on."""
    feature, _, rest = place.partition("/")
    record = rest.partition("/")[0]
    return feature, int(record) if record.isdigit() else None
