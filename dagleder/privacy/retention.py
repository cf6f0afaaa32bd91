"""How long leavers are kept: the house's own number of months after the last day (a short one is our advice). Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import months_after
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
