"""The year as a page: kinds by months with day numbers, and the patterns behind it. Pure, frozen."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import MONTHS, long_day_text, span_text
from dagleder.base.text import and_list, capitalised
from dagleder.meetings.hours import KindHours, kind_hours
from dagleder.meetings.kinds import Kind
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan import MeetingPlan
from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.series import SeriesLine, series_lines
from dagleder.meetings.states import HELD, STATE_NAMES


@dataclass(frozen=True, slots=True)
class PlanCell:
    """One meeting in a month: its day number, how it stands, and a sentence for tip and screen reader.

    `code` is that of its stue, where the kind has another meeting that day.
    """

    meeting_id: int
    day: int
    state: str
    past: bool
    moved: bool
    tip: str
    code: str = ""


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


def year_plan(plan: MeetingPlan) -> YearPlan:
    year, meetings = plan.year, plan.meetings
    kinds = {meeting.kind.id: meeting.kind for meeting in meetings}
    rows = tuple(
        PlanRow(kind, _months(plan, [m for m in meetings if m.kind.id == kind.id]))
        for kind in sorted(kinds.values(), key=lambda kind: (kind.position, kind.id))
    )
    used = {(m.day.year, m.day.month) for m in meetings if not m.cancelled}
    quiet = frozenset(
        number for number, first in enumerate(year.months) if used and (first.year, first.month) not in used
    )
    return YearPlan(year, rows, quiet, series_lines(plan.series, meetings), kind_hours(meetings))


def _months(plan: MeetingPlan, meetings: Sequence[Meeting]) -> tuple[tuple[PlanCell, ...], ...]:
    held = Counter(meeting.day for meeting in meetings)
    codes = plan.team_codes
    cells: defaultdict[tuple[int, int], list[PlanCell]] = defaultdict(list)
    for meeting in meetings:
        told = [codes[team] for team in meeting.team_ids if team in codes] if held[meeting.day] > 1 else []
        code = told[0] if len(told) == 1 else ""
        cells[meeting.day.year, meeting.day.month].append(_cell(meeting, plan.today, code))
    return tuple(tuple(cells[first.year, first.month]) for first in plan.year.months)


def _cell(meeting: Meeting, today: date, code: str) -> PlanCell:
    return PlanCell(
        meeting_id=meeting.id,
        day=meeting.day.day,
        state=meeting.state,
        past=meeting.day < today or meeting.state == HELD,
        moved=meeting.original_day is not None,
        tip=cell_text(meeting),
        code=code,
    )


def cell_text(meeting: Meeting) -> str:
    """'Stuemøde · Egernet, onsdag 7. januar 2026 kl. 12.30–13.30, planlagt. Rykket: nytårsdag.'."""
    when = f"{long_day_text(meeting.day)} kl. {span_text(meeting.start, meeting.end)}"
    moved = f" Flyttet: {meeting.because}." if meeting.original_day and meeting.because else ""
    return f"{meeting.full_title}, {when}, {STATE_NAMES[meeting.state]}.{moved}"
