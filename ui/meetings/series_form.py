"""The form of a series: what it is, how it repeats, and where it makes an exception."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.base.errors import UserProblem
from dagleder.meetings.kinds import Kind
from dagleder.settings.places import Team
from ui.context import Context
from ui.kit.form import Form
from ui.meetings.picked_days import PickedDays
from ui.meetings.series_entry import (
    DAY_OPTIONS,
    MONTH_OPTIONS,
    NTH,
    PICKED,
    WEEKS,
    Repeated,
    SeriesEntry,
    fields,
)
from ui.meetings.ticks import Ticks

_OWN_FIELDS = {NTH: {"nth"}, WEEKS: {"every_weeks"}, PICKED: set[str]()}
_RULED = {"first", "last", "excluded_weeks"}
_FIXED = ("kind_id", "title", "place", "team_id")  # of a series that goes on as what it is


class SeriesForm(QWidget):
    """`changed` comes whenever the entry may be another."""

    changed = Signal()

    def __init__(self, context: Context, kinds: Sequence[Kind], teams: Sequence[Team], entry: SeriesEntry) -> None:
        super().__init__()
        self._kinds = {kind.id: kind for kind in kinds}
        self._entry = entry
        theme = context.theme
        self.form = Form(theme, fields(kinds, teams), today=context.clock.today, save=self._left, says_saved=False)
        self.weekdays = Ticks("Ugedage", 0, lambda _chosen: self._other(), "Flere dage skiftes")
        self.months = Ticks("Måneder", 2, lambda _chosen: self._other())
        self.days = PickedDays(theme)
        self.days.changed.connect(self._other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        for part in (self.form, self.weekdays, self.months, self.days):
            column.addWidget(part)
        self._load()

    @property
    def entry(self) -> SeriesEntry:
        """What stands there now, as far as it could be read."""
        repeated = Repeated(self.weekdays.chosen, self.months.chosen, self.days.days)
        return replace(self._entry, repeated=repeated)

    def finished(self) -> SeriesEntry | None:
        """Everything read once more; None when something is wrong, shown at its field."""
        values = self.form.read_all()
        return None if values is None else replace(self.entry, values=values)

    def show_problem(self, problem: UserProblem) -> bool:
        """Problems of the parts beside the form stand at the field next to them."""
        field = {"weekdays": "nth" if self._entry.way == NTH else "every_weeks", "days": "way"}.get(
            problem.field, problem.field
        )
        return self.form.show_problem(UserProblem(problem.sentence, field=field, suggestion=problem.suggestion))

    def _load(self) -> None:
        entry = self._entry
        self.form.load(entry.values)
        self.weekdays.show_options(DAY_OPTIONS)
        self.weekdays.choose(entry.repeated.weekdays)
        self.months.show_options(MONTH_OPTIONS)
        self.months.choose(entry.repeated.months)
        self.days.show_days(entry.repeated.days, entry.values["first"])
        if entry.series_id is not None:
            for key in _FIXED:
                self.form.frame(key).setEnabled(False)
        self._show_way()

    def _left(self, key: str, value: object) -> None:
        values: dict[str, Any] = {**self._entry.values, key: value}
        if key == "kind_id":
            kind = self._kinds[values["kind_id"]]
            values |= {"end": values["start"] + kind.minutes, "place": kind.place}
        elif key == "start":
            values["end"] = values["start"] + self._entry.values["end"] - self._entry.values["start"]
        self._entry = replace(self._entry, values=values)
        self.form.refresh({name: values[name] for name in ("end", "place")})
        if key == "way":
            self._show_way()
        self._other()

    def _show_way(self) -> None:
        way = self._entry.way
        seen = _OWN_FIELDS[way] | (set() if way == PICKED else _RULED)
        for key in ("nth", "every_weeks", *_RULED):
            self.form.frame(key).setVisible(key in seen)
        for part in (self.weekdays, self.months):
            part.setVisible(way != PICKED)
        self.days.setVisible(way == PICKED)

    def _other(self) -> None:
        self.changed.emit()
