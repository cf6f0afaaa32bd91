"""The year as a page: kinds by months with day numbers, and the patterns behind it. Pure, frozen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import MONTHS, long_day_text, span_text
from dagleder.base.text import and_list, capitalised
from dagleder.meetings.hours import KindHours, kind_hours
from dagleder.meetings.kinds import Kind
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.series import Series, SeriesLine, series_lines
from dagleder.meetings.states import HELD, STATE_NAMES


@dataclass(frozen=True, slots=True)
class PlanCell:
    """One meeting in a month: its day number, how it stands, and a sentence for tip and screen reader."""

    meeting_id: int
    day: int
    state: str
    past: bool
    moved: bool
    tip: str


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A kind with its meetings, one tuple of cells for each of the twelve months."""

    kind: Kind
    months: tuple[tuple[PlanCell, ...], ...]


@dataclass(frozen=True, slots=True)
class YearPlan:
    """Everything on the year page. `quiet_months`: positions (0–11) of months without a meeting, when others have."""

    year: PlanYear
    rows: tuple[PlanRow, ...]
    quiet_months: frozenset[int]
    lines: tuple[SeriesLine, ...]
    hours: tuple[KindHours, ...]

    @property
    def quiet_text(self) -> str:
        """'Juli: ingen møder', or ''."""
        names = [MONTHS[self.year.months[number].month - 1] for number in sorted(self.quiet_months)]
        return f"{capitalised(and_list(names))}: ingen møder" if names else ""


def year_plan(year: PlanYear, meetings: Sequence[Meeting], series: Sequence[Series], today: date) -> YearPlan:
    kinds = {meeting.kind.id: meeting.kind for meeting in meetings}
    rows = tuple(
        PlanRow(kind, _months(year, [m for m in meetings if m.kind.id == kind.id], today))
        for kind in sorted(kinds.values(), key=lambda kind: (kind.position, kind.id))
    )
    used = {(m.day.year, m.day.month) for m in meetings if not m.cancelled}
    quiet = frozenset(
        number for number, first in enumerate(year.months) if used and (first.year, first.month) not in used
    )
    return YearPlan(year, rows, quiet, series_lines(tuple(series), tuple(meetings)), kind_hours(meetings))


def _months(year: PlanYear, meetings: Sequence[Meeting], today: date) -> tuple[tuple[PlanCell, ...], ...]:
    return tuple(
        tuple(
            _cell(meeting, today)
            for meeting in meetings
            if (meeting.day.year, meeting.day.month) == (first.year, first.month)
        )
        for first in year.months
    )


def _cell(meeting: Meeting, today: date) -> PlanCell:
    return PlanCell(
        meeting_id=meeting.id,
        day=meeting.day.day,
        state=meeting.state,
        past=meeting.day < today or meeting.state == HELD,
        moved=meeting.original_day is not None,
        tip=cell_text(meeting),
    )


def cell_text(meeting: Meeting) -> str:
    """'Stuemøde · Egernet, onsdag 7. januar 2026 kl. 12.30–13.30, planlagt. Rykket: nytårsdag.'."""
    when = f"{long_day_text(meeting.day)} kl. {span_text(meeting.start, meeting.end)}"
    moved = f" Flyttet: {meeting.because}." if meeting.original_day and meeting.because else ""
    return f"{meeting.full_title}, {when}, {STATE_NAMES[meeting.state]}.{moved}"
