"""The tab 'Overblik' of a person: her week, hours and stuer, what features tell in short, how she is reached."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from dagleder.base.cpr import CPR_SENTENCE, has_cpr, without_cpr
from dagleder.base.findings import Level
from dagleder.staff.places import Card
from ui.context import Context
from ui.kit.field_frame import REMOVE_CPR
from ui.kit.messages import Choice, Note
from ui.kit.note_bar import NoteBar
from ui.kit.sentence import Sentence, SentenceLine
from ui.staff import person_parts
from ui.staff.person_view import PersonView, Ways
from ui.staff.sections import Fact, Part, Section

_SIDE = 20
_TWO_COLUMNS = 460  # px of width at 100 % text size


class PersonOverview(QScrollArea):
    """Everything is built anew for each person: nothing of the one before can be left standing."""

    def __init__(self, context: Context, ways: Ways, view: PersonView) -> None:
        super().__init__()
        self._context, self._ways, self._view = context, ways, view
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(f"Om {view.person.called}")
        self.setWidget(self._inner())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns where there is room for them."""
        super().resizeEvent(event)
        narrow = self.width() < self._context.theme.px(_TWO_COLUMNS)
        self._sides.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)

    def _inner(self) -> QWidget:
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
        return inner

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
