"""Whether a deadline falls on a day when the house is closed: told, never moved. Pure."""

from collections.abc import Sequence
from datetime import date

from dagleder.base.dates import WORKDAYS, day_text, weekday_text
from dagleder.base.findings import Finding, Level
from dagleder.calendars.holidays import holiday_name
from dagleder.settings.closing_days import ClosingDay
from dagleder.tasks.task import Task


def due_findings(tasks: Sequence[Task], closing_days: Sequence[ClosingDay]) -> list[Finding]:
    """One for each deadline on a public holiday, in a weekend, or on a lukkedag of the whole house."""
    closed = {each.day: each.name for each in closing_days if each.site_id is None}
    found = []
    for task in tasks:
        if not task.ended and task.due is not None and (why := _why(task.due, closed)):
            text = f"Fristen {day_text(task.due)} er {why}."
            found.append(Finding(Level.INFO, task.title, text, ref=("tasks", task.id)))
    return found


def _why(day: date, closed: dict[date, str]) -> str:
    if name := holiday_name(day):
        return name
    if day in closed:
        return f"en lukkedag ({closed[day]})"
    return f"en {weekday_text(day)}" if day.weekday() >= WORKDAYS else ""
