"""The right side of the staff page: one person, with a tab for each part of what is known of her."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from dagleder.staff.people import Person
from ui.context import Context
from ui.kit.actions import Action, Hint
from ui.kit.buttons import Button, Kind, Look
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.person_dot import LARGE, PersonDot
from ui.kit.side_panel import emptied
from ui.staff.person_overview import PersonOverview
from ui.staff.person_tabs import OVERVIEW, PersonTab, PersonTabs
from ui.staff.person_view import PersonView, Ways
from ui.staff.words import moment_text, unbroken

_SIDE = 20


class PersonPane(QFrame):
    """The tabs stay from one person to the next; what stands around them is built anew for each."""

    def __init__(self, context: Context, ways: Ways, tabs: Sequence[PersonTab] = ()) -> None:
        super().__init__()
        self._context, self._ways = context, ways
        self.setProperty("kind", "card")
        self.setAccessibleName("Medarbejder")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self.tabs = PersonTabs(tabs)
        self._person = _PersonCard(context, ways, self.tabs)
        self._column.addWidget(self._person)
        self._aside: QWidget | None = None
        self.show_nobody("")

    @property
    def shows_person(self) -> bool:
        """Not something else in the person's place."""
        return self._aside is None

    def show_person(self, view: PersonView) -> None:
        self._put(None)
        self._person.show_view(view)
        self.setAccessibleName(view.person.name)

    def show_changed(self, at: datetime | None) -> None:
        """When the one shown was changed last."""
        self._person.show_changed(at)

    def show_widget(self, widget: QWidget) -> None:
        """Something else in its place: the panel for the last day, the history."""
        self._put(widget)

    def show_nobody(self, text: str) -> None:
        label = Label(text, tone="text2", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._put(label)
        self.setAccessibleName("Ingen valgt")

    def panes(self) -> Sequence[QWidget]:
        """What F6 goes between."""
        return self.tabs.panes() if self.shows_person and self.tabs.body else (self,)

    def tab_actions(self) -> Sequence[Action]:
        """What can be done with the tabs, and in the one in front."""
        return self.tabs.tab_actions() if self.shows_person else ()

    def hints(self) -> tuple[Hint, ...]:
        return self.tabs.body.hints() if self.shows_person and self.tabs.body else ()

    @property
    def asks(self) -> bool:
        """Whether a tab has the primary button now."""
        return self.shows_person and self.tabs.body is not None and self.tabs.body.asks

    def _put(self, widget: QWidget | None) -> None:
        if self._aside is not None:
            self._column.removeWidget(self._aside)
            self._aside.hide()
            self._aside.deleteLater()
        self._aside = widget
        self._person.setVisible(widget is None)
        if widget is not None:
            self._column.addWidget(widget)
            widget.show()  # at once: a layout shows what it is given only when Qt comes round to it


class _PersonCard(QWidget):
    """Who it is, the tabs, and under 'Overblik' the foot."""

    def __init__(self, context: Context, ways: Ways, tabs: PersonTabs) -> None:
        super().__init__()
        self._context, self._ways, self._tabs = context, ways, tabs
        self._head, self._foot = QVBoxLayout(), QVBoxLayout(bottom := QWidget())
        self._said: _Foot | None = None
        bar = QHBoxLayout()
        bar.setContentsMargins(_SIDE - 8, 0, _SIDE, 0)
        bar.addWidget(tabs.bar)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self._head, bar):
            column.addLayout(part)
        if tabs.bar.isHidden():  # it has a line of its own
            column.addWidget(Line())
        column.addWidget(tabs, 1)
        column.addWidget(bottom)
        self._foot.setContentsMargins(0, 0, 0, 0)
        self._foot.setSpacing(0)
        tabs.turned.connect(lambda: bottom.setVisible(tabs.key == OVERVIEW))

    def show_view(self, view: PersonView) -> None:
        self._said = _Foot(self._context, self._ways)
        self._said.show_changed(view.changed_at)
        head = _Head(self._context, self._ways, view.person)
        for place, part in ((self._head, head), (self._foot, self._said)):
            emptied(place).addWidget(part)
            part.show()  # at once: a layout shows what it is given only when Qt comes round to it
        self._tabs.show_person(view, partial(PersonOverview, self._context, self._ways, view))

    def show_changed(self, at: datetime | None) -> None:
        if self._said is not None:
            self._said.show_changed(at)


class _Head(QWidget):
    """Name and place, and what can be done."""

    def __init__(self, context: Context, ways: Ways, person: Person) -> None:
        super().__init__()
        self._context, self._ways = context, ways
        theme, edit = context.theme, ways.edit
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIDE, 16, _SIDE, 14)
        row.setSpacing(16)
        row.addWidget(PersonDot(theme, person.facts.initials, LARGE))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(person.name, "h1", wrap=True))
        words.addWidget(Label(unbroken(person.headline()), tone="text2", wrap=True))
        row.addLayout(words, 1)
        key = f" ({edit.key})" if edit.key else ""
        row.addWidget(Button(theme, "", edit.run, Look(icon=edit.icon), f"{edit.shown_name()}{key}"))
        more = Button(theme, "", None, Look(icon="ellipsis"), f"Mere om {person.called}")
        more.setMenu(self._menu(more))
        row.addWidget(more)

    def _menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for action in self._ways.more:
            shown = menu.addAction(self._context.theme.icon(action.icon), action.shown_name().replace("&", "&&"))
            shown.setEnabled(not action.why_not())
            shown.triggered.connect(lambda _checked=False, run=action.run: run())
        return menu


class _Foot(QWidget):
    """When she was changed last, and where all of it can be seen."""

    def __init__(self, context: Context, ways: Ways) -> None:
        super().__init__()
        self._today = context.clock.today
        self._clock, self._changed = IconLabel(context.theme, "clock", "text2", 15), Label("", "small", "text2")
        whole, row = QVBoxLayout(self), QHBoxLayout()
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(Line())
        whole.addLayout(row)
        row.setContentsMargins(_SIDE, 8, _SIDE - 8, 8)
        row.setSpacing(6)
        row.addWidget(self._clock)
        row.addWidget(self._changed)
        row.addStretch(1)
        for action in ways.foot:
            button = Button(context.theme, action.shown_name(), action.run, Look(Kind.TEXT, compact=True))
            button.setEnabled(not action.why_not())
            row.addWidget(button)

    def show_changed(self, at: datetime | None) -> None:
        self._clock.setVisible(at is not None)
        self._changed.setText(f"Ændret {moment_text(at, self._today())}" if at else "")
