"""The fictional staff employed, with what changes over time: hours, stuer, working patterns, those who left."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import monday_of
from dagleder.base.parsing import parse_birthday, parse_clock, parse_hours
from dagleder.base.text import fold
from dagleder.calendars.workdays import next_workday
from dagleder.demo.people import LEFT_LAST_SUMMER, LEFT_LATELY, NEWCOMER, PEOPLE, DemoPerson
from dagleder.staff.drafts import EmployeeDraft, HoursDraft, MembershipDraft, NewEmployeeDraft
from dagleder.staff.patterns import DAY_OFF_WEEK, PatternDraft, Shift, Week
from dagleder.staff.service import StaffService

_EVEN_WEEK: Final = "8.30-16.30 7-14 9-16 9.30-16.30 8-14"
_ODD_WEEK: Final = "7-14.30 8-15 9-16.30 9.30-16.30 fri"
_FIRST_NUMBER: Final = 4101
_THURSDAY: Final = frozenset({3})


class Hiring:
    """Employs the fictional staff, with the clock's day as 'today'."""

    def __init__(self, staff: StaffService, teams: Mapping[str, int], today: date) -> None:
        self._staff = staff
        self._teams = teams
        self._today = today
        self._ids: dict[str, int] = {}

    def everybody(self) -> dict[str, int]:
        """Employ all of them; gives their ids by first name."""
        for number, person in enumerate(self._started(), start=_FIRST_NUMBER):
            self._employ(person, number)
        self._change_over_time()
        self._part()
        return self._ids

    def _started(self) -> Iterator[DemoPerson]:
        """The staff in order; the newcomer began on the first working day of the month."""
        lately = self._today - timedelta(days=10)
        for person in (*PEOPLE, LEFT_LAST_SUMMER, LEFT_LATELY):
            is_new = person.first_name == NEWCOMER
            yield replace(person, start=next_workday(lately.replace(day=1))) if is_new else person

    def _employ(self, person: DemoPerson, number: int) -> None:
        draft = EmployeeDraft(
            first_name=person.first_name,
            last_name=person.last_name,
            role=person.role,
            number=str(number),
            start=person.start,
            mail=f"{fold(person.first_name)}.{fold(person.last_name[0])}@example.org",
            phone=f"2000{number - _FIRST_NUMBER + 1:04d}",
            birthday=parse_birthday(person.birthday),
            notes=person.notes,
        )
        teams = (self._teams[person.team],) if person.team else ()
        employee_id = self._staff.add(NewEmployeeDraft(draft, parse_hours(person.hours), teams))
        self._ids[person.first_name] = employee_id
        if person.week:
            weeks = (_week(person.week),)
            self._staff.set_pattern(employee_id, PatternDraft(person.start, monday_of(person.start), weeks))

    def _change_over_time(self) -> None:
        """What not everybody has: hours that were others, a rotation, a stue before this one, two stuer."""
        nanna, viktor, dorte = (self._ids[name] for name in ("Nanna", "Viktor", "Dorte"))
        self._staff.set_hours(nanna, HoursDraft(30 * 60))
        self._staff.set_hours(nanna, HoursDraft(32 * 60, date(2025, 8, 1)))
        first_even = date.fromisocalendar(self._today.year, 2, 1)
        self._staff.set_pattern(nanna, PatternDraft(first_even, first_even, (_week(_EVEN_WEEK), _week(_ODD_WEEK))))
        self._staff.move_to_teams(viktor, [self._teams["Egernet"]], None)
        self._staff.move_to_teams(viktor, [self._teams["Uglen"]], date(2023, 8, 1))
        self._staff.add_membership(dorte, MembershipDraft(self._teams["Ræven"], weekdays=_THURSDAY))

    def _part(self) -> None:
        last_month = self._today.replace(day=1) - timedelta(days=1)
        self._staff.leave(self._ids[LEFT_LAST_SUMMER.first_name], date(self._today.year - 1, 8, 31))
        self._staff.leave(self._ids[LEFT_LATELY.first_name], last_month.replace(day=1) - timedelta(days=1))


def _week(text: str) -> Week:
    days = tuple(_shift(day) for day in text.split())
    return (*days, *DAY_OFF_WEEK[len(days) :])


def _shift(text: str) -> Shift | None:
    if text == "fri":
        return None
    start, _, end = text.partition("-")
    return Shift.between(parse_clock(start), parse_clock(end))
