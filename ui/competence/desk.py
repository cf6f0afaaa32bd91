"""The matrix with what stands beside it, and what can be done with the cell that is chosen."""

from collections.abc import Sequence
from functools import partial
from itertools import islice

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from dagleder.base.errors import Bug
from dagleder.competence.facts import Facts
from dagleder.competence.levels import Wish
from dagleder.presence.facts import Absence
from ui.competence.cell_detail import CellDetail, DetailWays
from ui.competence.matrix_card import MatrixCard
from ui.competence.panels import Panels
from ui.competence.pasted import paste
from ui.competence.services import CompetenceServices
from ui.competence.shown import ALL, IN_USE, Shown
from ui.competence.thin_list import ThinList, ThinWays
from ui.competence.typed_levels import RestOfWord, TypedLevels, typed_level
from ui.competence.wording import short_text
from ui.context import Context
from ui.kit.actions import Hint
from ui.kit.side_stack import SideStack

PLANS, LAPSES = "plans", "lapses"
_WIDTH = 258
_CHOOSE = "Vælg først en medarbejders kompetence i skemaet."
_LEVELS = (Hint("0–4", "sæt niveau"),)
_HELD = (Hint("3", "ja"), Hint("0", "nej"))
_YES = "ja"
_LEAVE = (Hint("Esc", "luk"),)
_KEYS = (Hint("M", "sæt mål"), Hint("N", "note"), Hint("A", "alle kompetencer"))


class Desk(QObject):
    """`which_wanted` tells other competences to show; `plans_wanted` and `days_wanted` whose plans and days.

    `told` comes when the cell is another.
    """

    which_wanted = Signal(str)
    plans_wanted = Signal(str)
    days_wanted = Signal(str)
    told = Signal()

    def __init__(self, context: Context, services: CompetenceServices) -> None:
        super().__init__()
        self._context, self._competence = context, services.competence
        self._facts: Facts | None = None
        self._shown = Shown()
        self._last: tuple[int, int] | None = None  # where the cursor was told to be
        self.card = MatrixCard(context.theme)
        self.thin = ThinList(context.theme, self._thin_ways())
        self.detail = CellDetail(context.theme, self._detail_ways())
        self.side = SideStack(context.theme, _WIDTH, self._usual())
        self.panels = Panels(context, services, self.side, self._known)
        self._typed = TypedLevels(context, services.competence)
        self.panels.moved.connect(self.told)
        self.card.areas.chosen.connect(self.which_wanted)
        self.card.installEventFilter(self)
        matrix = self.card.matrix
        matrix.range_changed.connect(lambda _range: self._moved())
        matrix.opened.connect(lambda _who, _what: self.assess())
        matrix.typed.connect(self._type)
        matrix.pasted.connect(self._paste)

    def show_facts(self, facts: Facts, shown: Shown, absences: Sequence[Absence]) -> None:
        before, self._facts, self._shown = self._facts, facts, shown
        self.card.show_facts(facts, shown)
        if before is not None and self.side.aside is None:
            self._go_to_change(before, facts)
        self.thin.show_facts(facts, absences)
        self._cell_chosen()
        self.panels.renew()

    def show_detail(self, *, shown: bool) -> None:
        """The cell stands beside the matrix only."""
        self.detail.setVisible(shown and self._pair() is not None)

    def hints(self) -> tuple[Hint, ...]:
        """The cell in few words, and what the keys do with it; while something is asked for, how to leave it."""
        pair, facts = self._pair(), self._facts
        if self.side.aside is not None:
            return _LEAVE
        if pair is None or facts is None:
            return ()
        levels = _HELD if facts.competences[pair[1]].certificate else _LEVELS
        return (Hint("", short_text(facts, *pair)), *levels, *_KEYS)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Esc in the matrix leaves what is asked for beside it."""
        if self.side.aside is None or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() != Qt.Key.Key_Escape:
            return False
        self.panels.close()
        return True

    # the cell that is chosen

    def why_not(self) -> str:
        return "" if self._pair() else _CHOOSE

    def assess(self) -> None:
        if pair := self._pair():
            self.panels.assess(pair)

    def goal(self) -> None:
        if pair := self._pair():
            self.panels.goal(pair)

    def note(self) -> None:
        if pair := self._pair():
            self.panels.note(pair)

    def history(self) -> None:
        if pair := self._pair():
            self.panels.history(pair)

    def set_level(self, level: int) -> None:
        """Of all that is chosen. The cursor stays: M, N and the panel beside it are about the person just typed."""
        facts, pairs = self._facts, self.card.pairs()
        if facts is None or not pairs:
            return
        if reason := self._typed.why_not(facts, pairs, level):
            self._context.messages.tell(reason)
        elif self._typed.asks_for_date(facts, pairs, level):
            self._ask_for_date(pairs, level)
        else:
            self._typed.lay(facts, pairs, level)

    def _ask_for_date(self, pairs: Sequence[tuple[int, int]], level: int) -> None:
        if len(pairs) == 1:
            self.panels.assess(pairs[0], level)
        else:
            self.panels.assess_several([who for who, _ in pairs], pairs[0][1], level)

    def choose(self, employee_id: int, competence_id: int) -> bool:
        """The cursor in a cell; all competences are shown where its own is not among those in use."""
        if self.card.matrix.choose(employee_id, competence_id):
            return True
        self.which_wanted.emit(ALL)
        return self.card.matrix.choose(employee_id, competence_id)

    def all_or_in_use(self) -> None:
        self.which_wanted.emit(IN_USE if self._shown.which == ALL else ALL)

    def _type(self, text: str) -> None:
        letters = {"m": self.goal, "n": self.note, "a": self.all_or_in_use}
        level = typed_level(text, held=self._held())
        if level is not None:
            self.set_level(level)
            where = QApplication.focusWidget()
            if text.casefold() == _YES[0] and where is not None:
                RestOfWord(where, _YES[1])
        elif deed := letters.get(text.casefold()):
            deed()

    def _held(self) -> bool:
        """What is chosen is held or not, all of it."""
        facts = self._facts
        return facts is not None and all(facts.competences[what].certificate for _, what in self.card.pairs())

    def _paste(self, text: str) -> None:
        paste(self._context, self._competence, self.card.matrix, text)

    def _pair(self) -> tuple[int, int] | None:
        return self.card.pair() if self._facts is not None else None

    def _known(self) -> Facts:
        if self._facts is None:
            raise Bug("nothing is read yet")
        return self._facts

    # beside the matrix

    def _moved(self) -> None:
        """A panel about the cell she was on is about the one she is on now."""
        before, self._last = self._last, self._pair()
        if self._last is not None and before != self._last and self.panels.about == before:
            self.panels.follow(self._last)
        self._cell_chosen()

    def _go_to_change(self, before: Facts, facts: Facts) -> None:
        """The cursor is where one cell has become another, as after 'Fortryd'; several leave it where it is."""
        chosen = self.card.pairs()
        if any(before.holding(*pair) != facts.holding(*pair) for pair in chosen):
            return
        pairs = before.holdings.keys() | facts.holdings.keys()
        changed = list(islice((pair for pair in pairs if before.holding(*pair) != facts.holding(*pair)), 2))
        if len(changed) == 1:
            self.card.matrix.choose(*changed[0])

    def _cell_chosen(self) -> None:
        pair, facts = self._pair(), self._facts
        if pair is not None and facts is not None:
            why = self.card.why_grave(pair[1])
            self.detail.show_cell(facts, *pair, self._competence.history(*pair), of_column=why)
        self.told.emit()

    def _usual(self) -> QFrame:
        usual = QFrame()
        usual.setProperty("kind", "card")
        column = QVBoxLayout(usual)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self.thin, 1)
        column.addWidget(self.detail)
        return usual

    def _thin_ways(self) -> ThinWays:
        return ThinWays(
            show=self._show_competence,
            candidates=lambda *spot: self.panels.candidates(*spot),  # noqa: PLW0108 -- made later
            plans=lambda competence_id: self.plans_wanted.emit(self._known().competences[competence_id].name),
            days=lambda competence_id: self.days_wanted.emit(self._known().competences[competence_id].head),
        )

    def _show_competence(self, competence_id: int) -> None:
        if not self.card.choose_competence(competence_id):
            self.which_wanted.emit(ALL)
            self.card.choose_competence(competence_id)

    def _detail_ways(self) -> DetailWays:
        return DetailWays(self.assess, self.goal, self.history, self._set_wish, self._open_departure)

    def _open_departure(self) -> None:
        if pair := self._pair():
            self._context.open("departure", pair[0])

    def _set_wish(self, wish: Wish | None) -> None:
        if pair := self._pair():
            self._context.run("", partial(self._competence.set_wish, *pair, wish))
