"""'Udløb': what lapses within 90 days, and the days ahead on which somebody's absence makes it thin."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Signal

from dagleder.base.findings import Level
from dagleder.competence.facts import Facts
from dagleder.competence.insight import Insight
from dagleder.competence.lapsing import SOON, Lapse, lapses
from dagleder.competence.told import ToldThin
from ui.competence.wording import date_in
from ui.context import Context
from ui.kit.actions import Hint
from ui.kit.chip import LOOKS
from ui.kit.empty_state import EmptyState
from ui.kit.table import Table
from ui.kit.table_model import TableModel
from ui.kit.table_pane import TablePane
from ui.kit.table_surface import Density
from ui.kit.table_values import CellLook, ChipValue, Column, Group, Grouping
from ui.kit.work import Job, Lane

_LAPSED, _SOON, _LATER, _THIN = "lapsed", "soon", "later", "thin"
_GROUPS = {
    _LAPSED: Group("Udløbet", "octagon-alert"),
    _SOON: Group(f"Udløber inden {SOON} dage", "triangle-alert"),
    _LATER: Group("Udløber inden 90 dage", "info"),
    _THIN: Group("Dage, hvor det er tyndt", "calendar-clock"),
}
_FILTER = 180
_PERIOD = timedelta(days=182)
_SAID = {Level.MUST: "skal løses", Level.SHOULD: "bør ses på", Level.INFO: "til orientering"}


@dataclass(frozen=True)
class Line:
    """A line of the table: a certificate that lapses, or days on which it is thin."""

    key: tuple[str, int]
    group: str
    what: str
    who: str
    when: str
    day: date
    level: Level | None  # None: it is still being found out
    pair: tuple[int, int] | None = None  # whose certificate


COLUMNS = (
    Column("what", "Kompetence", lambda line: line.what, width=260, wraps=True),
    Column("who", "Hvem og hvorfor", lambda line: line.who, wraps=True),
    Column("when", "Hvornår", lambda line: line.when, sort=lambda line: line.day, width=110),
    Column(
        "level",
        "",
        lambda line: _SAID[line.level] if line.level else "",
        look=CellLook.CHIP,
        shape=lambda line: ChipValue(_SAID[line.level], *LOOKS[line.level]) if line.level else None,
        width=124,
    ),
)


class LapseView(TablePane):
    """`renewed` tells whose certificate is to be renewed, `day_wanted` a day to be seen in Bemanding."""

    renewed = Signal(int, int)
    day_wanted = Signal(object)  # date

    def __init__(self, context: Context) -> None:
        model = TableModel(COLUMNS, lambda line: line.key, Grouping(lambda line: line.group, _GROUPS.__getitem__))
        table = Table(context.theme, model, Density.NORMAL)
        table.setAccessibleName("Udløb og tynde dage")
        said = "Ingen beviser udløber de næste 90 dage, og ingen fravær gør noget tyndere, end det er."
        super().__init__(context.theme, table, EmptyState(context.theme, "Intet udløber", said, "circle-check"))
        self._context = context
        self._facts: Facts | None = None
        self._reckoning = False
        self._edition = 0  # of what is reckoned about the days ahead
        self._days: Sequence[ToldThin] = ()
        self.filter_field.setMinimumWidth(context.theme.px(_FILTER))
        self.setFocusProxy(table)
        table.opened.connect(self._open)

    def hints(self) -> tuple[Hint, ...]:
        return (Hint("Enter", "forny beviset, eller se dagen"),) if self.table.rows.shown_rows() else ()

    def look_ahead(self, insight: Insight) -> None:
        """The days on which it is thin: half a year of them takes a moment."""
        self._edition += 1
        today, edition = self._context.clock.today(), self._edition
        self._reckoning = True
        job = Job(
            "Ser på de næste måneder",
            lambda _progress: insight.over_time(today, today + _PERIOD),
            lambda days: self._show_days(days) if edition == self._edition else None,
            quiet=True,
            lane=Lane.DATA,
        )
        self._context.work.start(job)

    def show_facts(self, facts: Facts) -> None:
        self._facts = facts
        self._refill()

    def _show_days(self, days: Sequence[ToldThin]) -> None:
        """What was reckoned meanwhile."""
        self._days = days
        self._reckoning = False
        self._refill()

    def _refill(self) -> None:
        facts = self._facts
        if facts is not None:
            found = sorted(lapses(facts), key=lambda lapse: lapse.valid_until)
            lines = [_lapse_line(number, lapse, facts) for number, lapse in enumerate(found)]
            lines += [_thin_line(number, told) for number, told in enumerate(self._days)]
            self.set_rows([*lines, _still(facts.day)] if self._reckoning and not self._days else lines)

    def _open(self, line: Line) -> None:
        if line.pair is not None:
            self.renewed.emit(*line.pair)
        elif line.level is not None:
            self.day_wanted.emit(line.day)


def _lapse_line(number: int, lapse: Lapse, facts: Facts) -> Line:
    group = _LAPSED if lapse.lapsed else _SOON if lapse.days <= SOON else _LATER
    pair = lapse.employee_id, lapse.competence.id
    when = date_in(lapse.valid_until, facts.day)
    name = facts.people[lapse.employee_id].name
    return Line(("lapse", number), group, lapse.competence.head, name, when, lapse.valid_until, lapse.level, pair)


def _still(day: date) -> Line:
    """Stands where the days will be."""
    return Line(("thin", -1), _THIN, "Regner dagene ud …", "", "", day, None)


def _thin_line(number: int, told: ToldThin) -> Line:
    first = told.thin.stretches[0].first
    return Line(("thin", number), _THIN, told.headline, told.text, date_in(first, first), first, told.thin.level)
