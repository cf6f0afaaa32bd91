"""The tab 'Kompetencer' of a person: what she can, what she says herself, where she is going, and the way there."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from dagleder.base.errors import Bug
from dagleder.base.text import and_list
from dagleder.competence.facts import Facts
from dagleder.competence.levels import Wish
from dagleder.staff.people import Person
from ui.competence.cell_detail import CellDetail, DetailWays
from ui.competence.panels import Pair, Panels
from ui.competence.papers import profile_paper
from ui.competence.person_lines import COLUMNS, GROUPING, Line, differences_text, lines_of
from ui.competence.services import CompetenceServices
from ui.competence.typed_levels import TypedLevels, typed_level
from ui.context import Context
from ui.kit.actions import Action, Hint, Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.empty_state import EmptyState
from ui.kit.label import Label
from ui.kit.segment import Part, Segment
from ui.kit.sentence import Sentence, SentenceLine
from ui.kit.side_stack import SideStack
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_surface import Density
from ui.staff.person_tabs import TabBody

_LEADER, _OWN = "leader", "own"
_SIDE, _WIDTH = 14, 258
_NARROW = {"course": 490, "aims": 390}  # px of the list at 100 % text size below which a column gives way
_CHOOSE = "Vælg først en kompetence i listen."
_KEYS = (Hint("M", "sæt mål"), Hint("N", "note"), Hint("Enter", "ret niveau"))


class CompetenceTab(TabBody):
    """0–4 set the level of the line she is on: the leader's view, or what the person says of herself."""

    def __init__(self, context: Context, services: CompetenceServices) -> None:
        super().__init__()
        self._context, self._competence = context, services.competence
        self.tables = services.competence.tables
        self._facts: Facts | None = None
        self._person: Person | None = None
        self._whole_role = False
        theme = context.theme
        self.whose = Segment(
            "Hvis vurdering tallene sætter",
            (Part(_LEADER, "Din vurdering"), Part(_OWN, "Egen vurdering")),
            compact=True,
        )
        self.more = Button(theme, "Vis alle mål", self._turn_role, Look(Kind.TEXT, compact=True))
        self.table = Table(theme, TableModel(COLUMNS, lambda line: line.id, GROUPING), Density.NORMAL)
        self.table.setAccessibleName("Kompetencer")
        self.differences = SentenceLine(theme)
        self.elsewhere = Label("", "small", "text2", wrap=True)  # where to see what the list has no room for
        self.detail = CellDetail(theme, DetailWays(self._assess, self._goal, self._history, self._set_wish))
        self._nothing = EmptyState(theme, "", "", "grid-3x3")
        self._both = QStackedWidget()
        self.side = SideStack(theme, _WIDTH, self._usual())
        self.panels = Panels(context, services, self.side, self._known)
        self._typed = TypedLevels(context, services.competence)
        self._build()
        self._connect()

    # what the page asks for

    def forget(self) -> None:
        self._facts = None

    def show_person(self, person: Person) -> None:
        if self._person is None or self._person.id != person.id:
            self.panels.close()
        self._person = person
        if self._facts is None:
            self._facts = self._competence.facts()
        if person.id in self._facts.people:
            self._fill(self._facts, person)
            self._both.setCurrentIndex(0)
        else:
            self._nothing.show_text("Ingen kompetencer at vise", f"{person.called} er ikke ansat i dag.")
            self._both.setCurrentIndex(1)
        self.panels.renew()
        self.told.emit()

    def tab_actions(self) -> Sequence[Action]:
        def of_line(name: str, run: Callable[[], None], icon: str, menu: Menu = Menu.EDIT, words: str = "") -> Action:
            return Action(name, run, menu, icon, words=words, group=2, why_not=self._why_not)

        return (
            of_line("Ret niveau…", self._assess, "pencil", words="vurdér vurdering bevis kursus selvvurdering"),
            of_line("Sæt mål…", self._goal, "target", words="udviklingsplan"),
            of_line("Skriv note til vurderingen…", self._note, "sticky-note"),
            of_line("Vis vurderinger over tid", self._history, "history", Menu.VIEW, "historik forløb udvikling"),
            of_line("Vis i skemaet", self._show_in_matrix, "grid-3x3", Menu.VIEW, "kompetencer matrix"),
            of_line("Udskriv kompetenceprofil", self._print, "printer", Menu.FILE, "pdf excel mus"),
        )

    def hints(self) -> tuple[Hint, ...]:
        whose = "niveau" if self.whose.key == _LEADER else "egen vurdering"
        return (Hint("0–4", f"sæt {whose}"), *_KEYS)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The drawings give way to the words, and those to the side, where the list is narrow."""
        super().resizeEvent(event)
        px, room = self._context.theme.px, self.width() - self.side.width()
        left_out = [key for key, least in _NARROW.items() if room < px(least)]
        self.table.leave_out(left_out)
        titles = and_list([f"“{column.title}”" for column in COLUMNS if column.key in left_out])
        self.elsewhere.setText(f"{titles} står til højre for den linje, du er på.")
        self.elsewhere.setVisible(bool(left_out))

    @property
    def asks(self) -> bool:
        return self.side.aside is not None

    def panes(self) -> Sequence[QWidget]:
        return (self.table, self.side.aside or self.detail.wish)

    # the line she is on

    def _pair(self) -> Pair | None:
        line = self.table.chosen_row()
        return (self._person.id, line.id) if self._person and isinstance(line, Line) else None

    def _why_not(self) -> str:
        return "" if self._pair() else _CHOOSE

    def _assess(self) -> None:
        if pair := self._pair():
            self.panels.assess_own(pair) if self.whose.key == _OWN else self.panels.assess(pair)

    def _goal(self) -> None:
        if pair := self._pair():
            self.panels.goal(pair)

    def _note(self) -> None:
        if pair := self._pair():
            self.panels.note(pair)

    def _history(self) -> None:
        if pair := self._pair():
            self.panels.history(pair)

    def _set_wish(self, wish: Wish | None) -> None:
        if pair := self._pair():
            self._context.run("", partial(self._competence.set_wish, *pair, wish))

    def _type(self, text: str) -> None:
        level, letters = typed_level(text, held=self._held()), {"m": self._goal, "n": self._note}
        if level is not None:
            self._set_level(level)
        elif deed := letters.get(text.casefold()):
            deed()

    def _held(self) -> bool:
        pair = self._pair()
        return pair is not None and self._known().competences[pair[1]].certificate

    def _set_level(self, level: int) -> None:
        """She stays on the line, as in the matrix: M and N are about what was just typed."""
        pair, facts = self._pair(), self._known()
        if pair is None:
            return
        if reason := self._typed.why_not(facts, (pair,), level):
            self._context.messages.tell(reason)
        elif self.whose.key == _OWN:
            self._typed.lay_own(facts, pair, level)
        elif self._typed.asks_for_date(facts, (pair,), level):
            self.panels.assess(pair, level)
        else:
            self._typed.lay(facts, (pair,), level)

    # elsewhere

    def _show_in_matrix(self) -> None:
        if self._person is not None:
            self._context.open_about("competence", self._person.id)

    def _print(self) -> None:
        if self._person is not None:
            job = profile_paper(self._competence.insight, self._known(), self._person.id)
            self._context.show_paper(job)

    # showing

    def _known(self) -> Facts:
        if self._facts is None:
            raise Bug("nothing is read yet")
        return self._facts

    def _fill(self, facts: Facts, person: Person) -> None:
        every = lines_of(facts, person.id, self._competence.history(person.id))
        shown = [line for line in every if line.known or self._whole_role]
        hidden = len(every) - len(shown)
        self.more.setText("Vis kun det i brug" if self._whole_role else f"Vis {hidden} mål mere for stillingen")
        self.more.setVisible(self._whole_role or bool(hidden))
        said = differences_text(shown)
        self.differences.setVisible(bool(said))
        self.differences.show_sentence(Sentence(said, "text2", "messages-square", bold=False))
        self.table.rows.set_rows(shown)
        if self.table.chosen_row() is None:
            self.table.choose_first()
        self._show_detail()

    def _show_detail(self) -> None:
        pair, line, facts = self._pair(), self.table.chosen_row(), self._facts
        known = pair is not None and facts is not None and pair[0] in facts.people
        if known and pair and facts and line:
            self.detail.show_cell(facts, *pair, line.line.history)
        self.detail.setVisible(known)

    def _turn_role(self) -> None:
        self._whole_role = not self._whole_role
        if self._person is not None:
            self._fill(self._known(), self._person)

    # building

    def _build(self) -> None:
        self._both.setProperty("ground", "surface")
        content, both = QWidget(), QHBoxLayout()
        both.setContentsMargins(0, 0, 12, 12)
        both.setSpacing(12)
        both.addWidget(self.table, 1)
        both.addWidget(self.side)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addLayout(both, 1)
        for part in (content, self._nothing):
            self._both.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._both)

    def _connect(self) -> None:
        self.table.typed.connect(self._type)
        self.table.opened.connect(lambda _line: self._assess())
        self.table.chosen.connect(lambda _line: self._show_detail())
        self.panels.moved.connect(self.told)
        self.panels.left.connect(self.table.setFocus)
        self.whose.chosen.connect(lambda _key: self.told.emit())

    def _usual(self) -> QWidget:
        usual = QFrame()
        usual.setProperty("kind", "card")
        column = QVBoxLayout(usual)
        column.setContentsMargins(1, 1, 1, 1)
        area, inner = QScrollArea(), QVBoxLayout(content := QWidget())
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.detail)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(content)
        column.addWidget(area)
        return usual

    def _bar(self) -> QVBoxLayout:
        bar, row = QVBoxLayout(), QHBoxLayout()
        bar.setContentsMargins(_SIDE, 10, _SIDE - 6, 10)
        bar.setSpacing(8)
        row.setSpacing(6)
        row.addWidget(Label("0–4 sætter", "small", "text2"))
        row.addWidget(self.whose)
        row.addWidget(self.more)
        row.addStretch(1)
        look = Look(Kind.TEXT, compact=True)
        row.addWidget(Button(self._context.theme, "Vis i skemaet", self._show_in_matrix, look))
        row.addWidget(Button(self._context.theme, "Udskriv profil", self._print, look, "Udskriv kompetenceprofil"))
        bar.addLayout(row)
        bar.addWidget(self.differences, 0, Qt.AlignmentFlag.AlignLeft)
        bar.addWidget(self.elsewhere)
        self.elsewhere.hide()
        return bar
