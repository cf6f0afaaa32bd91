"""'Udløb': what lapses, and the days ahead on which somebody's absence makes it thin: of a year, a period or a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal

from dagleder.base.dates import day_text, long_day_text, period_text
from dagleder.base.findings import Level
from dagleder.base.text import capitalised
from dagleder.competence.facts import Facts
from dagleder.competence.insight import Insight
from dagleder.competence.lapsing import SOON, WITHIN, Lapse, lapses
from dagleder.competence.told import ToldThin, ToldVulnerable
from dagleder.presence.facts import Absence
from ui.competence.period_bar import Period, PeriodBar
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

_LAPSED, _SOON, _NEAR, _LATER, _THIN, _ON_DAY = "lapsed", "soon", "near", "later", "thin", "on day"
_BY_THEN, _BEFORE, _DURING = "by then", "before", "during"
_GROUPS = {
    _LAPSED: Group("Udløbet", "octagon-alert"),
    _SOON: Group(f"Udløber inden {SOON} dage", "triangle-alert"),
    _NEAR: Group(f"Udløber inden {WITHIN} dage", "info"),
    _LATER: Group("Udløber senere", "info"),
    _BY_THEN: Group("Udløber før den dag", "triangle-alert"),
    _BEFORE: Group("Udløber før perioden", "triangle-alert"),
    _DURING: Group("Udløber i perioden", "info"),
    _THIN: Group("Dage, hvor det er tyndt", "calendar-clock"),
    _ON_DAY: Group("Tyndt den dag", "calendar-clock"),
}
_FILTER = 180
_HOLIDAY = frozenset("F6")
_SAID = {Level.MUST: "skal løses", Level.SHOULD: "bør ses på", Level.INFO: "til orientering"}
_STILL, _WELL = "Regner dagene ud …", "Intet udløber, og intet er tyndt"


@dataclass(frozen=True)
class Line:
    """A line of the table: a certificate that lapses, or days on which it is thin."""

    key: tuple[str, int]
    group: str
    what: str
    who: str
    when: str
    day: date
    level: Level
    pair: tuple[int, int] | None = None  # whose certificate


@dataclass(frozen=True, slots=True)
class _Reckoned:
    """What was found about the days of a period."""

    lines: tuple[Line, ...] = ()
    closed: bool = False  # the house, on the one day that is asked about
    closings: str = ""  # on which days of a period it is, in words


COLUMNS = (
    Column("what", "Kompetence", lambda line: line.what, width=215, wraps=True),
    Column("who", "Hvem og hvorfor", lambda line: line.who, wraps=True, least=170),
    Column("when", "Hvornår", lambda line: line.when, sort=lambda line: line.day, width=124, wraps=True),
    Column(
        "level",
        "",
        lambda line: _SAID[line.level],
        look=CellLook.CHIP,
        shape=lambda line: ChipValue(_SAID[line.level], *LOOKS[line.level]),
        width=134,
        least=134,
    ),
)


class LapseView(TablePane):
    """`renewed` tells whose certificate is to be renewed, `day_wanted` a day to be seen in Bemanding."""

    renewed = Signal(int, int)
    day_wanted = Signal(object)  # date

    def __init__(self, context: Context, insight: Insight) -> None:
        model = TableModel(COLUMNS, lambda line: line.key, Grouping(lambda line: line.group, _GROUPS.__getitem__))
        table = Table(context.theme, model, Density.NORMAL)
        table.setAccessibleName("Udløb og tynde dage")
        self._none = EmptyState(context.theme, "", "", "circle-check")
        self.asked = PeriodBar(context.theme, context.clock.today)
        super().__init__(context.theme, table, self._none, above=self.asked)
        self._context, self._insight = context, insight
        self._facts: Facts | None = None
        self._holiday_until: date | None = None
        self._reckoning = False
        self._edition = 0  # of what is reckoned about the days
        self._found = _Reckoned()
        self.filter_field.setMinimumWidth(context.theme.px(_FILTER))
        self.setFocusProxy(table)
        table.opened.connect(self._open)
        self.asked.chosen.connect(self._ask_anew)

    def hints(self) -> tuple[Hint, ...]:
        return (Hint("Enter", "forny beviset, eller se dagen"),) if self.table.rows.shown_rows() else ()

    def look_until(self, horizon: date, absences: Iterable[Absence]) -> None:
        """How far ahead can be asked, and what is known of those days."""
        self._holiday_until = max((each.last for each in absences if each.kind in _HOLIDAY), default=None)
        self.asked.reach(horizon)

    def show_facts(self, facts: Facts) -> None:
        """What lapses; then the days on which it is thin: a year of them takes a moment."""
        self._facts = facts
        self._look_ahead()
        self._refill()

    def show_only(self, text: str) -> None:
        """On all days: a link leads to what is told without asking about some of them."""
        self.asked.choose_all()
        super().show_only(text)

    def nothing_fits(self, text: str) -> tuple[str, str]:
        if self._reckoning:
            return _STILL, ""
        return (f"Ingen dage om “{text}”", self._nothing_about(text)) if self.led_here else super().nothing_fits(text)

    def _ask_anew(self) -> None:
        """Other days: those that stand there are not about them."""
        self._found = _Reckoned()
        self._look_ahead()
        self._refill()

    def _look_ahead(self) -> None:
        self._edition += 1
        self._reckoning = True
        period, edition, insight = self.asked.period, self._edition, self._insight
        today = self._context.clock.today()
        job = Job(
            "Ser på dagene",
            lambda _progress: _reckoned(insight, period, today),
            lambda found: self._show_days(found) if edition == self._edition else None,
            quiet=True,
            lane=Lane.DATA,
        )
        self._context.work.start(job)

    def _show_days(self, found: _Reckoned) -> None:
        """What was reckoned meanwhile."""
        self._found = found
        self._reckoning = False
        self._refill()

    def _refill(self) -> None:
        facts, period = self._facts, self.asked.period
        if facts is None:
            return
        within = (period.last - facts.day).days - period.on_day  # on its last day it still holds
        ending = sorted(lapses(facts, within), key=lambda lapse: lapse.valid_until)
        self._none.show_text(*((_STILL, "") if self._reckoning else (_WELL, self._nothing_thin())))
        self.asked.say(self._said(period))
        lines = [_lapse_line(number, lapse, facts, period) for number, lapse in enumerate(ending)]
        near = [line for line in lines if line.group != _LATER]
        self.set_rows([*near, *self._found.lines, *lines[len(near) :]])

    # in words

    def _said(self, period: Period) -> str:
        """What stands in the table."""
        if period.on_day:
            what = "hvad der er udløbet, og hvor det er tyndt med dem, der er på arbejde."
            closed = "Huset er lukket den dag." if self._found.closed else ""
            said = [f"{capitalised(long_day_text(period.first))}: {what}", closed]
        else:
            days = period_text(period.first, period.last, year=True)
            lapsing = "udløber før eller i perioden" if period.first > self._context.clock.today() else "udløber"
            what = f"hvad der {lapsing}, og de dage, hvor fravær gør noget tyndere, end det er."
            said = [f"{days}: {what}", self._holiday(), self._found.closings]
        return " ".join(text for text in [*said, _STILL if self._reckoning else ""] if text)

    def _holiday(self) -> str:
        """How far holiday has been entered, where that is not to the end."""
        until = self._holiday_until
        if until is None:
            return "Der er ikke skrevet ferie ind endnu."
        return (
            "" if until >= self.asked.period.last else f"Ferie er skrevet ind til og med {day_text(until, year=True)}."
        )

    def _nothing_thin(self) -> str:
        period = self.asked.period
        when = period_text(period.first, period.last, year=True)
        if period.on_day:
            there = "huset er lukket" if self._found.closed else "der er nok på arbejde, der kan"
            return f"{when} er beviserne gyldige, og {there}."
        return f"{when} udløber ingen beviser, og ingen fravær gør det tyndere, end det er."

    def _nothing_about(self, text: str) -> str:
        """Of what a link is about; of all else something may be told."""
        period = self.asked.period
        when = period_text(period.first, period.last, year=True)
        if self._found.closed:
            return f"{when} er huset lukket."
        if period.on_day:
            return f"{when} er “{text}” hverken udløbet eller tyndt."
        return f"{when} udløber “{text}” ikke for nogen, og ingen fravær gør det tyndere, end det er."

    def _open(self, line: Line) -> None:
        if line.pair is not None:
            self.renewed.emit(*line.pair)
        else:
            self.day_wanted.emit(line.day)


def _lapse_group(lapse: Lapse, period: Period, today: date) -> str:
    """How soon it is, or how it lies to days that begin later."""
    if lapse.lapsed:
        return _LAPSED
    if period.on_day:
        return _BY_THEN
    if period.first > today:
        return _BEFORE if lapse.valid_until < period.first else _DURING
    return _SOON if lapse.days <= SOON else _NEAR if lapse.days <= WITHIN else _LATER


def _lapse_line(number: int, lapse: Lapse, facts: Facts, period: Period) -> Line:
    group = _lapse_group(lapse, period, facts.day)
    pair = lapse.employee_id, lapse.competence.id
    when = date_in(lapse.valid_until, facts.day)
    name = facts.people[lapse.employee_id].name
    return Line(("lapse", number), group, lapse.competence.head, name, when, lapse.valid_until, lapse.level, pair)


def _reckoned(insight: Insight, period: Period, today: date) -> _Reckoned:
    if period.on_day:
        day = period.first
        told = enumerate(insight.vulnerable_on(day))
        return _Reckoned(tuple(_day_line(number, each, day, today) for number, each in told), insight.is_closed(day))
    days = enumerate(insight.over_time(period.first, period.last))
    lines = tuple(_thin_line(number, each, today) for number, each in days)
    return _Reckoned(lines, closings=insight.closed_text(period.first, period.last))


def _thin_line(number: int, told: ToldThin, today: date) -> Line:
    first = told.thin.stretches[0].first
    return Line(("thin", number), _THIN, told.headline, told.text, date_in(first, today), first, told.thin.level)


def _day_line(number: int, told: ToldVulnerable, day: date, today: date) -> Line:
    return Line(("thin", number), _ON_DAY, told.headline, told.text, date_in(day, today), day, told.thin.level)
