"""'Arbejdstid': the hours and the weeks from a day on, read and saved as each day is left."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.dates import day_digits, long_day_text
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import doubt_weekly_hours
from dagleder.base.typed_dates import parse_typed_date
from dagleder.staff.pattern_words import PAIR
from dagleder.staff.patterns import MAX_WEEKS, Week, fills_in
from dagleder.staff.work_entry import Place, WorkEntry, mended, problem_sentence
from dagleder.staff.work_periods import WorkPeriod, period_on, work_periods
from ui.context import Outcome
from ui.kit.fields import Field, FieldKind
from ui.kit.form import Form
from ui.kit.line_input import Trouble
from ui.kit.sentence import Sentence, SentenceLine
from ui.staff.editing import Editing
from ui.staff.pattern_source import PatternSource, Source
from ui.staff.period_choice import PeriodChoice
from ui.staff.problem_bar import ProblemBar
from ui.staff.week_grid import WeekGrid
from ui.staff.work_head import EVEN_ODD, SAME, WorkHead
from ui.staff.work_remarks import Remark, Turn, kept_even, remark

T = TypeVar("T")

_FEWEST_SEVERAL = 3
_FIELDS = (
    Field("hours", "Timer pr. uge, ansættelsen", FieldKind.HOURS, span=4, doubt=doubt_weekly_hours),
    Field("number", "Medarbejdernummer", span=3),
    Field("weeks", "Antal uger", FieldKind.STEPPER, span=2, low=_FEWEST_SEVERAL, high=MAX_WEEKS),
    Field("anchor", "Uge 1 begynder mandag", FieldKind.DATE, "Skriv en dato.", span=3),
)


class WorkCard(QFrame):
    """Shows one period; another is chosen by its day, or begun by a day of its own."""

    edited = Signal()  # it reads otherwise than before, stored or not
    unsaved_changed = Signal()

    def __init__(self, editing: Editing) -> None:
        super().__init__()
        self._editing = editing
        theme, today = editing.context.theme, editing.context.clock.today
        self.choice = PeriodChoice(today())
        self._unstored_weeks = 1  # of a rotation that nothing is stored of yet
        self._longer: WorkEntry | None = None  # the rotation before it was made shorter
        self._remark = Remark()
        self.head = WorkHead(theme, today)
        self.grid = WeekGrid(theme)
        self.form = Form(theme, _FIELDS, today=today, save=self._save_field)
        self.problems, self.said = ProblemBar(theme), SentenceLine(theme)
        self.same_as = PatternSource(theme, self._others)
        self.form.leave_next_problem_to_page()
        _lay_out(self)
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.head.rhythm_chosen.connect(self._choose_rhythm)
        self.head.day_left.connect(self._choose_day)
        self.grid.edited.connect(self.edited)
        self.grid.left.connect(self._day_left)
        self.grid.copied.connect(lambda place: self._put(self.grid.entry.with_rest_of_week(place)))
        self.grid.weekend_wanted.connect(self._show_weekend)
        self.form.edited.connect(lambda _key: self.edited.emit())
        self.form.unsaved_changed.connect(lambda _count: self.unsaved_changed.emit())
        self.problems.mended.connect(self._mend)
        self.same_as.picked.connect(lambda pattern: self._put(WorkEntry.of(pattern, self.choice.reference)))
        self.said.link_clicked.connect(self._take_turn)

    # what is shown

    @property
    def minutes(self) -> int | None:
        """The agreed hours as they stand in the field, else as they are stored."""
        try:
            read = self.form.frame("hours").read()
        except UserProblem:
            return self.choice.period.minutes
        return read if isinstance(read, int) else None

    def troubled(self) -> Sequence[QWidget]:
        """The fields that are not saved, in order."""
        day = [self.head.day] if self.head.changed else []
        return [*day, *self.grid.troubled(self.choice.reference), *self.form.troubled()]

    def refresh(self) -> None:
        """Show what is stored; a day that could not be kept stays as it was typed."""
        self.choice.read(self._editing.person)
        self.setEnabled(self._editing.person is not None)
        self._show(keep_typed=True)

    def show_period(self, first: date | None, *, hers: bool = True) -> None:
        """The period that begins on that day, or one that is to begin then; `hers`: she chose it herself."""
        self._longer = None
        self.choice.choose(first, hers=hers)
        self._show(keep_typed=False)
        self.edited.emit()

    def show_day(self, day: date) -> None:
        """The period that holds that day."""
        if person := self._editing.person:
            self.show_period(period_on(work_periods(person.employment), day).first, hers=False)

    def _stored(self) -> WorkEntry:
        period = self.choice.period
        entry = WorkEntry.of(period.pattern, self.choice.reference, period.minutes)
        return entry if period.pattern else entry.with_weeks(self._unstored_weeks, self.choice.reference)

    def _show(self, *, keep_typed: bool) -> None:
        entry, period = self._stored(), self.choice.period
        typed = self.grid.unsaved(entry) if keep_typed else {}
        self.grid.show_entry(entry, self.choice.reference)
        for place, day in typed.items():
            self.grid.put_day(place, day)
        self.head.show_period(len(entry.weeks), period.first)
        for key in ("weeks", "anchor"):
            self.form.frame(key).setVisible(len(entry.weeks) > PAIR)
        weeks = max(len(entry.weeks), _FEWEST_SEVERAL)
        number = self._editing.facts().get("number", "")
        self.form.refresh({"hours": period.minutes, "number": number, "weeks": weeks, "anchor": entry.anchor})
        self._tell()

    def _tell(self) -> None:
        """What is wrong with each day that is, and what is worth knowing."""
        entry, since = self.grid.entry, self.choice.reference
        self.problems.show_problems(
            [
                (place, Sentence(problem_sentence(entry, place, problem, since), "danger", link=problem.suggestion))
                for place, problem in entry.problems_as_read(since)
            ]
        )
        self._say(remark(self.choice.situation))
        self.unsaved_changed.emit()

    def _say(self, said: Remark) -> None:
        self._remark = said
        self.said.show_sentence(Sentence(said.text, "text2", "info" if said.text else "", said.link, bold=False))

    # what is entered

    def _day_left(self) -> None:
        self._save_week(self.grid.entry)
        self._tell()
        self.edited.emit()

    def _put(self, entry: WorkEntry) -> None:
        """Another rotation than the one that stands there."""
        entry = entry.understood()
        self.grid.show_entry(entry, self.choice.reference)
        self._unstored_weeks = len(entry.weeks)
        self._save_week(entry)
        self._show(keep_typed=True)
        self.edited.emit()

    def _save_week(self, typed: WorkEntry) -> None:
        stored = self._stored()
        entry = typed.kept(stored)
        weeks = entry.read()
        if (entry.anchor, weeks) != (stored.anchor, stored.read()):
            self._change_times(entry.anchor, weeks)
            period = self.choice.period
            saved = self._do("", lambda: self._editing.save_pattern(period, entry, weeks))
            if saved.value and not period.first and not period.pattern:
                self.choice.choose(saved.value)  # a first week without a day to hold from begins a period of its own
                self._show(keep_typed=True)

    def _change_times(self, anchor: date, weeks: Sequence[Week]) -> None:
        """Times typed where there were none hold as long as the period does; others are changed from Monday on."""
        before = self.choice.opened.pattern
        if before is not None and not fills_in(before, anchor, weeks):
            self.choice.change_from_monday()

    def _show_weekend(self) -> None:
        self.grid.show_weekend()
        self._show(keep_typed=True)

    def _choose_rhythm(self, key: str) -> None:
        typed = self.grid.entry
        count = {SAME: 1, EVEN_ODD: PAIR}.get(key, max(_FEWEST_SEVERAL, len(typed.weeks)))
        self._resize(count)

    def _resize(self, count: int) -> None:
        """A shorter rotation can be made longer again without typing it anew."""
        typed, since, longer = self.grid.entry, self.choice.reference, self._longer
        wanted = typed.with_weeks(count, since)
        if len(typed.weeks) > count:
            self._longer = typed
        elif longer and len(longer.weeks) == count and longer.with_weeks(len(typed.weeks), since) == typed:
            wanted = longer
        self._put(wanted)

    def _choose_day(self) -> None:
        """Another 'Gælder fra': a stored period is shown, any other day begins a new one."""
        person = self._editing.person
        if person is None:
            return
        try:
            day = parse_typed_date(self.head.day.text(), today=self._editing.today)
            self.choice.check(day, person)
        except UserProblem as problem:
            self.head.day.set_trouble(Trouble.PROBLEM)
            self._say(Remark(problem.sentence, problem.suggestion, Turn.DAY))
            self.unsaved_changed.emit()
        else:
            self.show_period(day)

    def _save_field(self, key: str, value: object) -> None:
        if key == "hours" and (value is None or isinstance(value, int)):
            if self.choice.opened.minutes is not None:
                self.choice.change_from_monday()
            self._editing.save_hours(self.choice.period, value)
        elif key == "number":
            self._editing.save_fact(key, value)
        elif key == "weeks" and isinstance(value, int):
            self._resize(value)
        elif key == "anchor" and isinstance(value, date):
            self._begin_rotation(value)

    def _begin_rotation(self, monday: date) -> None:
        if monday.weekday():
            meant = day_digits(monday - timedelta(days=monday.weekday()))
            raise UserProblem(f"Rotationen begynder en mandag. Mente du {meant}?", field="anchor", suggestion=meant)
        self._put(WorkEntry(monday, self.grid.entry.weeks))

    # links

    def _mend(self, place: Place) -> None:
        """Take what was probably meant."""
        entry = self.grid.entry
        self.grid.put_day(place, mended(entry.day(place), entry.problems()[place]))
        self.grid.cell(place).focus()
        self._day_left()

    def _others(self) -> Iterator[Source]:
        """Everybody else who has mødetider today."""
        own, today = self._editing.person, self._editing.today
        for who, employment in self._editing.services.staff.employments().items():
            pattern = employment.pattern_on(today)
            stays = employment.end is None or employment.end >= today
            if pattern is not None and stays and (own is None or who != own.id):
                yield Source(employment.name, pattern)

    def _take_turn(self) -> None:
        person, situation = self._editing.person, self.choice.situation
        staff = self._editing.services.staff
        if person is None:
            return
        if self._remark.turn is Turn.DAY:
            self.head.day.setText(self._remark.link)
            self._choose_day()
        elif self._remark.turn is Turn.LATER:
            said = f"Ændringen gælder fra {long_day_text(situation.monday)}"
            self._do(said, lambda: staff.begin_later(person.id, situation.opened, situation.monday))
            self.show_period(situation.monday)
        elif self._remark.turn is Turn.EARLIER and (goes_on := situation.changed_from) and situation.period.first:
            since = situation.period.first
            self._do("", lambda: staff.begin_earlier(person.id, goes_on, since))
            self.show_period(goes_on.first)
        elif situation.period.pattern:
            year = max(situation.period.first or situation.today, situation.today).year
            draft = kept_even(situation.period.pattern, year)
            said = f"Fra {long_day_text(draft.valid_from)} er lige uger stadig lige uger"
            self._do(said, lambda: staff.set_pattern(person.id, draft))

    def remove(self, period: WorkPeriod) -> None:
        """Take away another period than the one shown."""
        person = self._editing.person
        if person is not None:
            self._do("Perioden er fjernet", lambda: self._editing.services.staff.remove_period(person.id, period))

    def _do(self, said: str, call: Callable[[], T]) -> Outcome[T]:
        return self._editing.context.run(said, call)


def _lay_out(card: WorkCard) -> None:
    card.setProperty("kind", "card")
    card.setAccessibleName("Arbejdstid")
    column = QVBoxLayout(card)
    column.setContentsMargins(16, 12, 16, 14)
    column.setSpacing(8)
    under = QHBoxLayout()
    under.addWidget(card.said, 1)
    under.addWidget(card.same_as, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    for part in (card.head, card.grid, card.problems):
        column.addWidget(part)
    column.addLayout(under)
    column.addWidget(card.form)
