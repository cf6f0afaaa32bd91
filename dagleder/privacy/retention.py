"""How long leavers are kept: the house's own number of months after the last day (a short one is our advice). Pure."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dagleder.staff.people import StaffRow


@dataclass(frozen=True)
class Leaver:
    """Somebody to be erased: her last day, and the day from which she need not be kept."""

    employee_id: int
    name: str
    last_day: date
    due_on: date


def leavers_due(rows: Iterable[StaffRow], months: int, today: date) -> list[Leaver]:
    """Those whose time is up by `today`, the longest gone first."""
    left = [Leaver(row.id, row.name, row.end, months_after(row.end, months)) for row in rows if row.end]
    due = [leaver for leaver in left if leaver.last_day < today and leaver.due_on <= today]
    return sorted(due, key=lambda leaver: (leaver.last_day, leaver.name))


def months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
