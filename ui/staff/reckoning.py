"""What an arbejdstid means while it is typed: at once for itself, and a moment later for the bemanding."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QObject, QTimer

from dagleder.base.dates import WEEKDAYS
from dagleder.presence.attendance import Attendance
from dagleder.presence.what_if import coverage_meaning, with_employment
from dagleder.staff.employment import Employment
from dagleder.staff.pattern_words import row_order
from dagleder.staff.patterns import Pattern
from dagleder.staff.work_entry import WorkEntry, in_row, read_day, row_name
from dagleder.staff.work_meaning import Meaning, average_meaning, price_meaning
from dagleder.staff.work_periods import pattern_from, with_work
from ui.kit.work import Job, Lane
from ui.staff.editing import Editing
from ui.staff.work_card import WorkCard

_PAUSE_MS = 250
_AHEAD = timedelta(weeks=8)

Told = Callable[[Sequence[Meaning], str], None]


class Reckoning(QObject):
    """`told` gets the meanings, and with what a day that cannot be kept was reckoned."""

    def __init__(self, editing: Editing, card: WorkCard, told: Told) -> None:
        super().__init__(card)
        self._editing, self._card, self._told = editing, card, told
        self._began = editing.person.employment if editing.person else None
        self._coverage: tuple[Meaning, ...] = ()
        self._asked = 0  # an answer to anything older is thrown away
        self._pause = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask)
        card.edited.connect(self.again)

    def again(self) -> None:
        """Something else is typed, or the house has become another."""
        self._tell()
        self._asked += 1
        self._pause.start()

    def _tell(self) -> None:
        typed, since = self._card.grid.entry, self._card.choice.reference
        meant = typed.suggested().read()
        order = row_order(typed.anchor, len(meant), since)
        weeks = [meant[number] for number in order]
        own: list[Meaning] = []
        if typed.said and any(shift for week in weeks for shift in week):
            price = price_meaning(weeks)
            own = [average_meaning(weeks, self._card.minutes), *([price] if price else [])]
        self._told((*own, *self._coverage), reckoned_with(typed, since))

    def _ask(self) -> None:
        person, presence = self._editing.person, self._editing.services.presence
        if person is None or presence is None:
            return
        began = self._began or person.employment
        now = self._typed_employment(person.employment)
        if now == began:
            self._know(self._asked, ())
            return
        first = max(self._editing.today, self._card.choice.period.first or self._editing.today)
        asked = self._asked

        def reckon(_progress: object) -> tuple[Meaning, ...]:
            base: Attendance = presence.attendance(first, first + _AHEAD, engagements=False)
            return coverage_meaning(with_employment(base, began), with_employment(base, now))

        job = Job("Regner på bemandingen", reckon, lambda found: self._know(asked, found), lane=Lane.DATA, quiet=True)
        self._editing.context.work.start(job)

    def _know(self, asked: int, found: Any) -> None:
        if asked == self._asked and found != self._coverage:
            self._coverage = found
            self._tell()

    def _typed_employment(self, stored: Employment) -> Employment:
        """As it would be with what is typed."""
        period, entry = self._card.choice.period, self._card.grid.entry.suggested()
        weeks = entry.read()
        pattern = None
        if not period.pattern or (entry.anchor, weeks) != (period.pattern.anchor, period.pattern.weeks):
            since = pattern_from(period, stored.start, self._editing.today)
            pattern = Pattern(0, since, entry.anchor, weeks)
        if not period.pattern and not entry.said:
            pattern = None
        return with_work(stored, period, pattern, self._card.minutes)


def reckoned_with(typed: WorkEntry, since: date) -> str:
    """'Regnet med torsdag i lige uger 9.30–16.30'; '' when every day can be read."""
    found = []
    for place in typed.problems():
        shift = read_day(typed.suggested().day(place), place[1])
        text = getattr(shift, "text", "fri")
        where = in_row(row_name(typed, place[0], since))
        found.append(" ".join(part for part in (WEEKDAYS[place[1]], where, text) if part))
    return f"Regnet med {', '.join(found)}" if found else ""
