"""What the special days are in this house: for each group of staff, and for the house itself."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding, Level
from dagleder.base.text import and_list, plural
from dagleder.calendars.special_days import SPECIAL_DAYS, SpecialDay, special_days
from dagleder.settings.staff_groups import GROUP_NAMES, StaffGroup

NOON: Final = 12 * 60
OWN_AGREEMENTS: Final = "jeres egne aftaler"
SOON: Final = timedelta(days=60)  # how long before a special day it should be known what it is for the staff


class DayStatus(StrEnum):
    """Stored as plain strings in `special_day_status.status`."""

    WORK = "work"
    OFF = "off"
    OFF_FROM_NOON = "off_from_noon"
    UNCLEAR = "unclear"  # counts as work, and that is said


STATUS_NAMES = {
    DayStatus.WORK: "Arbejdsdag",
    DayStatus.OFF: "Fri",
    DayStatus.OFF_FROM_NOON: "Fri fra kl. 12",
    DayStatus.UNCLEAR: "Ikke afklaret",
}

HOUSE: Final = "house"
"""Stands where a staff group stands, for whether the institution is open; it is never unclear."""

HOUSE_STATUS_NAMES = {
    DayStatus.WORK: "Åbent",
    DayStatus.OFF: "Lukket",
    DayStatus.OFF_FROM_NOON: "Lukker kl. 12",
}

Statuses = Mapping[tuple[str, str], DayStatus]
"""By key of the special day and staff group (or HOUSE)."""

KEYS = {kind.key: kind for kind in SPECIAL_DAYS}
GROUPS = (HOUSE, *(group.value for group in StaffGroup))


def shipped_status(kind: SpecialDay, group: str) -> DayStatus:
    """Before anybody has chosen: the house is closed where no care is owed, and for staff nothing is assumed."""
    if group != HOUSE:
        return DayStatus.UNCLEAR
    return DayStatus.OFF if kind.closes else DayStatus.WORK


def complete(rows: Iterable[tuple[str, str, str]]) -> dict[tuple[str, str], DayStatus]:
    """Every special day and group with its status; `rows` are (day key, group, status) as stored."""
    statuses = {(kind.key, group): shipped_status(kind, group) for kind in SPECIAL_DAYS for group in GROUPS}
    statuses |= {(key, group): DayStatus(status) for key, group, status in rows}
    return statuses


def check_status(key: str, group: str, status: DayStatus) -> None:
    """Raises UserProblem where the house itself would be 'unclear'; KeyError is a fault of ours."""
    if key not in KEYS or group not in GROUPS:
        raise KeyError(key, group)
    if group == HOUSE and status is DayStatus.UNCLEAR:
        raise UserProblem("Vælg om huset er åbent eller lukket.", field="status")


def step_name(key: str, groups: Sequence[str], status: DayStatus) -> str:
    """'Grundlovsdag: fri fra kl. 12 for Pædagoger' or '… for 3 grupper'."""
    if list(groups) == [HOUSE]:
        return f"{KEYS[key].name}: {HOUSE_STATUS_NAMES[status].lower()}"
    whom = group_name(groups[0]) if len(groups) == 1 else plural(len(groups), "gruppe", "grupper")
    return f"{KEYS[key].name}: {STATUS_NAMES[status].lower()} for {whom}"


def findings(year: int, statuses: Statuses, today: date) -> list[Finding]:
    """One line per special day of `year` that is unclear for some group: until chosen it counts as a working day.

    Only those that are still to come, and worth a look when the staff soon have to know.
    """
    first_days: dict[str, date] = {}
    for day, kind in special_days(year).items():
        first_days.setdefault(kind.key, day)
    found = []
    for key, day in first_days.items():
        unclear = [group for group in StaffGroup if statuses[key, group] is DayStatus.UNCLEAR]
        if unclear and day >= today:
            whom = "alle" if len(unclear) == len(StaffGroup) else and_list([GROUP_NAMES[group] for group in unclear])
            text = f"Ikke afklaret for {whom}. Indtil da regnes dagen som arbejdsdag."
            level = Level.SHOULD if day - today <= SOON else Level.INFO
            found.append(Finding(level, f"{KEYS[key].name} {day.year}", text, OWN_AGREEMENTS))
    return found


def group_name(group: str) -> str:
    return "Huset" if group == HOUSE else GROUP_NAMES[StaffGroup(group)]
