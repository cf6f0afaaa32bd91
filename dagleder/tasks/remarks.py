"""What is worth telling about a task as it stands: told beside it, never a hindrance, and nothing is moved. Pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from dagleder.base.dates import WORKDAYS, day_text, weekday_text
from dagleder.base.findings import Finding, Level
from dagleder.calendars.holidays import holiday_name
from dagleder.settings.closing_days import ClosingDay
from dagleder.tasks.departures import departures
from dagleder.tasks.task import Task


def remarks(task: Task, closing_days: Sequence[ClosingDay], misfits: Sequence[str], today: date) -> Iterator[Finding]:
    """Whom it has lost, and whom the criteria refuse; a method to be chosen; a deadline when the house is closed."""
    if task.ended:
        return
    ref = ("tasks", task.id)
    for told in (*departures(task, today), *misfits):
        yield Finding(Level.SHOULD, task.title, told, ref=ref)
    if task.kind and (choose := task.kind.to_choose(task.needs)):
        yield Finding(Level.SHOULD, task.title, choose, ref=ref)
    if task.due is not None and (why := why_closed(task.due, closing_days)):
        yield Finding(Level.INFO, task.title, f"Fristen {day_text(task.due)} er {why}.", ref=ref)


def why_closed(day: date, closing_days: Sequence[ClosingDay]) -> str:
    """'langfredag', 'en lukkedag (Grundlovsdag)', 'en lørdag'; '' where the house is open."""
    if name := holiday_name(day):
        return name
    closed = {each.day: each.name for each in closing_days if each.site_id is None}
    if day in closed:
        return f"en lukkedag ({closed[day]})"
    return f"en {weekday_text(day)}" if day.weekday() >= WORKDAYS else ""
