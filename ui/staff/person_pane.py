"""The right side of the staff page: one person as she is now, what comes, and what was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.cpr import CPR_SENTENCE, has_cpr, without_cpr
from dagleder.base.findings import Level
from dagleder.staff.people import Person
from dagleder.staff.places import Card
from ui.context import Context
from ui.kit.actions import Action
from ui.kit.buttons import Button, Kind, Look
from ui.kit.field_frame import REMOVE_CPR
from ui.kit.icon_label import IconLabel
from ui.kit.label import Label
from ui.kit.line import Line
from ui.kit.messages import Choice, Note
from ui.kit.note_bar import NoteBar
from ui.kit.person_dot import LARGE, PersonDot
from ui.kit.sentence import Sentence, SentenceLine
from ui.staff import person_parts
from ui.staff.sections import Fact, Part, Section
from ui.staff.words import moment_text, unbroken

_SIDE = 20
_TWO_COLUMNS = 460  # px of width at 100 % text size


@dataclass(frozen=True)
class PersonView:
    """All that is shown of somebody."""

    person: Person
    cards: Sequence[Card] = ()
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Ways:
    """Where the pane leads: what its buttons do for the person shown."""

    edit: Action
    more: Sequence[Action]  # behind '…'
    foot: Sequence[Action]
    drop_cpr: Callable[[], None]


class PersonPane(QFrame):
    """Everything is built anew for each person: nothing of the one before can be left standing."""

    def __init__(self, context: Context, ways: Ways) -> None:
        super().__init__()
        self._context, self._ways = context, ways
        self.setProperty("kind", "card")
        self.setAccessibleName("Medarbejder")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._body: QWidget | None = None

    def show_person(self, view: PersonView) -> None:
        self._put(_Person(self._context, self._ways, view))
        self.setAccessibleName(view.person.name)

    def show_changed(self, at: datetime | None) -> None:
        """When the one shown was changed last."""
        if isinstance(self._body, _Person):
            self._body.show_changed(at)

    def show_widget(self, widget: QWidget) -> None:
        """Something else in its place: the panel for the last day, the history."""
        self._put(widget)

    def show_nobody(self, text: str) -> None:
        label = Label(text, tone="text2", wrap=True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._put(label)
        self.setAccessibleName("Ingen valgt")

    def _put(self, widget: QWidget) -> None:
        if self._body is not None:
            self._column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = widget
        self._column.addWidget(widget)
        widget.show()  # at once: a layout shows what it is given only when Qt comes round to it


class _Person(QWidget):
    def __init__(self, context: Context, ways: Ways, view: PersonView) -> None:
        super().__init__()
        self._context, self._ways, self._view = context, ways, view
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._clock, self._changed = IconLabel(context.theme, "clock", "text2", 15), Label("", "small", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(Line())
        column.addWidget(self._scrolled(), 1)
        column.addWidget(Line())
        column.addWidget(self._foot())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        narrow = self.width() < self._context.theme.px(_TWO_COLUMNS)
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _head(self) -> QWidget:
        theme, person = self._context.theme, self._view.person
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(_SIDE, 16, _SIDE, 14)
        row.setSpacing(16)
        row.addWidget(PersonDot(theme, person.facts.initials, LARGE))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(person.name, "h1", wrap=True))
        words.addWidget(Label(unbroken(person.headline()), tone="text2", wrap=True))
        row.addLayout(words, 1)
        edit = self._ways.edit
        key = f" ({edit.key})" if edit.key else ""
        row.addWidget(Button(theme, "", edit.run, Look(icon=edit.icon), f"{edit.shown_name()}{key}"))
        more = Button(theme, "", None, Look(icon="ellipsis"), f"Mere om {person.called}")
        more.setMenu(self._menu(more))
        row.addWidget(more)
        return head

    def _menu(self, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for action in self._ways.more:
            shown = menu.addAction(self._context.theme.icon(action.icon), action.shown_name().replace("&", "&&"))
            shown.setEnabled(not action.why_not())
            shown.triggered.connect(lambda _checked=False, run=action.run: run())
        return menu

    def _scrolled(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(f"Om {self._view.person.called}")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_SIDE, 16, _SIDE, 16)
        column.setSpacing(16)
        for note in self._notes():
            column.addWidget(NoteBar(self._context.theme, note))
        for finding in self._view.person.findings():
            if finding.level is Level.INFO:
                column.addWidget(self._remark(finding.text))
        sides = self._sides
        sides.setSpacing(28)
        for parts in (self._left(), self._right()):
            side = QVBoxLayout()
            side.setSpacing(20)
            for part in parts:
                side.addWidget(Section(self._context.theme, part))
            side.addStretch(1)
            sides.addLayout(side, 1)
        column.addLayout(sides)
        column.addStretch(1)
        area.setWidget(inner)
        return area

    def _notes(self) -> list[Note]:
        """What ought to be looked at, each with a way on."""
        person = self._view.person
        edit = Choice(f"Ret {person.called}", self._ways.edit.run)
        found = [finding for finding in person.findings() if finding.level is not Level.INFO]
        notes = [Note(each.text, each.level, each.text, choices=(edit,), closable=False) for each in found]
        if has_cpr(person.facts.notes):
            drop = Choice(REMOVE_CPR, self._ways.drop_cpr)
            notes.append(Note("cpr", Level.SHOULD, CPR_SENTENCE, "Noten:", (drop,), closable=False))
        return notes

    def _remark(self, text: str) -> SentenceLine:
        line = SentenceLine(self._context.theme)
        line.show_sentence(Sentence(text, "text2", "info", bold=False))
        return line

    def _left(self) -> list[Part]:
        person = self._view.person
        today = self._context.clock.today()
        return [
            person_parts.week(person),
            person_parts.work(person),
            person_parts.teams(person, today),
        ]

    def _right(self) -> list[Part]:
        person = self._view.person
        cards = [self._card(card) for card in self._view.cards]
        notes = [Fact(without_cpr(line, "••••••")) for line in person.facts.notes.splitlines() if line.strip()]
        return [*cards, person_parts.contact(person), Part("Praktisk note", notes, "Ingen note.")]

    def _card(self, card: Card) -> Part:
        return Part(card.title, [Fact(line.text, line.detail) for line in card.lines], card.nothing, self._way(card))

    def _way(self, card: Card) -> Choice | None:
        """To where the card is from: that feature's page on this person, else on the first thing that has a place."""
        if card.about:
            return Choice("Vis", lambda: self._context.open_about(card.about, self._view.person.id))
        ways = [line.opens for line in card.lines if line.opens]
        return Choice("Vis", lambda: self._context.open(*ways[0])) if ways else None

    def show_changed(self, at: datetime | None) -> None:
        self._clock.setVisible(at is not None)
        self._changed.setText(f"Ændret {moment_text(at, self._context.clock.today())}" if at else "")

    def _foot(self) -> QWidget:
        theme = self._context.theme
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(_SIDE, 8, _SIDE - 8, 8)
        row.setSpacing(6)
        row.addWidget(self._clock)
        row.addWidget(self._changed)
        row.addStretch(1)
        self.show_changed(self._view.changed_at)
        for action in self._ways.foot:
            button = Button(theme, action.shown_name(), action.run, Look(Kind.TEXT, compact=True))
            button.setEnabled(not action.why_not())
            row.addWidget(button)
        return foot
