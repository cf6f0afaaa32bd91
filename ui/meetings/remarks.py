"""Finds the way on for what is found about a meeting's date. No widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dagleder.base.dates import day_text
from dagleder.base.findings import Finding, Level
from dagleder.base.law import DAILY_REST, working_time
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.states import PROPOSED
from dagleder.settings.staffing import OWN_PLAN
from ui.kit.messages import Choice
from ui.meetings.finding_lines import Remark

_WEEK = timedelta(weeks=1)


@dataclass(frozen=True)
class WaysOn:
    """Where the remarks lead."""

    shift: Callable[[Meeting, int], None]  # so many weeks
    confirm: Callable[[Meeting], None]
    edit: Callable[[str], None]  # a field of the form
    staffing: Callable[[date], None]  # Bemanding, on a date


def remarks(meeting: Meeting, findings: Sequence[Finding], ways: WaysOn) -> list[Remark]:
    """Each finding with what can be done about it; nothing can be changed in a meeting that was held."""
    return [Remark(finding, _ways(meeting, finding, ways)) for finding in findings]


def _ways(meeting: Meeting, finding: Finding, ways: WaysOn) -> tuple[Choice, ...]:
    change_date = Choice("Ret datoen", lambda: ways.edit("day"))
    if meeting.state == PROPOSED and finding.text.startswith("Datoen er et forslag"):
        return Choice("Sæt som planlagt", lambda: ways.confirm(meeting)), change_date
    if finding.source == working_time(DAILY_REST).source:
        return (Choice("Ret sluttiden", lambda: ways.edit("end")),)
    if finding.source == OWN_PLAN:
        relief = Choice("Find afløser i Bemanding", lambda: ways.staffing(meeting.day))
        return relief, Choice("Ret tiden", lambda: ways.edit("start"))
    if finding.level is Level.INFO:
        return (change_date,)
    later = meeting.day + _WEEK
    return Choice(f"Flyt til {day_text(later)}", lambda: ways.shift(meeting, 1)), change_date
