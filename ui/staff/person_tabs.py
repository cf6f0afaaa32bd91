"""The tabs of a person: what each feature shows of her in a place of its own. Staff knows only that there are some."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from dagleder.staff.people import Person
from ui.kit.actions import Action, Hint, Menu
from ui.kit.segment import Part, Segment
from ui.staff.person_view import PersonView

OVERVIEW = "overview"


class TabBody(QWidget):
    """What a feature shows of one person after the other. `told` comes when actions or hints are others."""

    tables: frozenset[str] = frozenset()  # whose changes concern it: those its services read

    told = Signal()

    def forget(self) -> None:
        """Some of its tables have moved: what it has read may be otherwise."""

    def show_person(self, person: Person) -> None:
        """Another one; or the same, about whom something may have changed."""
        raise NotImplementedError

    def tab_actions(self) -> Sequence[Action]:
        """What can be done here, for menus and palette."""
        return ()

    def hints(self) -> tuple[Hint, ...]:
        return ()

    @property
    def asks(self) -> bool:
        """Whether something is asked for here, with a primary button of its own."""
        return False

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes between."""
        return (self,)


@dataclass(frozen=True)
class PersonTab:
    """A tab as a feature offers it. `build` is called when it is first shown."""

    key: str
    title: str
    build: Callable[[], TabBody]


class PersonTabs(QStackedWidget):
    """The tabs and what stands in the one chosen; what is not seen is neither built nor read.

    `turned` tells that another tab is shown, or that its actions are others.
    """

    turned = Signal()

    def __init__(self, tabs: Sequence[PersonTab]) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self._offered = {tab.key: tab for tab in tabs}
        self._bodies: dict[str, TabBody] = {}
        self._behind: set[str] = set()  # tabs that show somebody else, or what was known before
        self._person: Person | None = None
        self._make_overview: Callable[[], QWidget] = QWidget
        self._overview = QWidget()
        self.addWidget(self._overview)
        self.bar = Segment(
            "Om medarbejderen", (Part(OVERVIEW, "Overblik"), *(Part(tab.key, tab.title) for tab in tabs)), tabs=True
        )
        if not tabs:
            self.bar.hide()  # never shown before it has a place: it would be a window
        self.bar.chosen.connect(self.choose)

    @property
    def key(self) -> str:
        """The tab that is shown."""
        return self.bar.key

    @property
    def body(self) -> TabBody | None:
        """What a feature shows there; None in 'Overblik'."""
        return self._bodies.get(self.key)

    def show_person(self, view: PersonView, overview: Callable[[], QWidget]) -> None:
        """`overview` makes what stands in 'Overblik', anew each time: it shows what many tables hold."""
        if self._person is None or self._person.id != view.person.id:
            self._behind = set(self._offered)
        self._person, self._make_overview = view.person, overview
        self._behind.add(OVERVIEW)
        self._bring()

    def refresh(self, tables: frozenset[str]) -> None:
        """These tables have moved: the tab in front is told now, the others when they are next seen."""
        for key, body in self._bodies.items():
            if not body.tables.isdisjoint(tables):
                body.forget()
                self._behind.add(key)
        self._bring()

    def choose(self, key: str) -> None:
        """A tab that is not there (any more) is passed over."""
        if key == OVERVIEW or key in self._offered:
            self.bar.choose(key)
            self._bring()
            self.turned.emit()

    def step(self, by: int) -> None:
        """The next tab, round and round; the keyboard goes into it."""
        keys = (OVERVIEW, *self._offered)
        self.choose(keys[(keys.index(self.key) + by) % len(keys)])
        self.panes()[0].setFocus()

    def tab_actions(self) -> Sequence[Action]:
        """Going from tab to tab, and what can be done in the one that is shown."""
        moves = (("Næste fane", 1, "Ctrl+Tab"), ("Forrige fane", -1, "Ctrl+Shift+Tab"))
        found = [Action(name, partial(self.step, by), Menu.VIEW, "users", key) for name, by, key in moves]
        return (*(found if self._offered else ()), *(self.body.tab_actions() if self.body else ()))

    def panes(self) -> Sequence[QWidget]:
        return self.body.panes() if self.body else (self.currentWidget() or self,)

    def _bring(self) -> None:
        if self._person is None:
            return
        behind = self.key in self._behind
        self._behind.discard(self.key)
        if self.key == OVERVIEW:
            if behind:
                self._put_overview(self._make_overview())
            self.setCurrentWidget(self._overview)
            return
        body = self._bodies.get(self.key)
        if body is None:
            body, behind = self._build(self.key), True
        if behind:
            body.show_person(self._person)
        self.setCurrentWidget(body)

    def _build(self, key: str) -> TabBody:
        body = self._bodies[key] = self._offered[key].build()
        body.told.connect(self.turned)
        self.addWidget(body)
        return body

    def _put_overview(self, overview: QWidget) -> None:
        gone, self._overview = self._overview, overview
        self.addWidget(overview)
        self.removeWidget(gone)
        gone.hide()
        gone.deleteLater()
