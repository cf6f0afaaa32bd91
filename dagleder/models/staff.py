"""Employees with what changes over time: hours, working pattern, stue."""

from datetime import date
from typing import Any, ClassVar

from sqlmodel import Field

from dagleder.models.row import COUNTED, Row


class Employee(Row, table=True):
    """Somebody on the staff. Leaving (`end`) is not deleting."""

    __table_args__: ClassVar[Any] = COUNTED

    number: str | None = Field(default=None, unique=True)  # the payroll system's
    first_name: str
    last_name: str = ""
    known_as: str = ""  # 'Kaldes'; empty = the first name
    initials: str = Field(unique=True)
    role: str  # a key of dagleder.staff.roles: P, PA, PM, D, DP, DPK, PL, DL, E, V
    start: date | None = None  # first day of employment
    end: date | None = None  # last day of employment
    mail: str = ""
    phone: str = ""  # eight digits as text, without blanks
    birth_day: int | None = None  # the year is not kept
    birth_month: int | None = None
    notes: str = ""


class WeeklyHours(Row, table=True):
    """The agreed hours a week from a date on (None: from the start)."""

    __tablename__ = "weekly_hours"

    employee_id: int = Field(foreign_key="employee.id", index=True)
    valid_from: date | None = None
    minutes: int | None = None  # a week; None = no fixed hours (leaders, timevikarer)


class TeamMembership(Row, table=True):
    """A stue somebody belongs to, from–to (None: open). In two stuer: by weekday, else the first."""

    __tablename__ = "team_membership"

    employee_id: int = Field(foreign_key="employee.id", index=True)
    team_id: int = Field(foreign_key="team.id")
    valid_from: date | None = None
    valid_to: date | None = None  # last day, included
    weekdays: int = 0  # bit 0 = Monday … bit 6 = Sunday; 0 = no particular days
    position: int = 0


class WorkPattern(Row, table=True):
    """A working pattern from a date on: a rotation of 1–8 weeks counted from a Monday."""

    __tablename__ = "work_pattern"

    employee_id: int = Field(foreign_key="employee.id", index=True)
    valid_from: date
    anchor: date  # a Monday; its week is week 0 of the rotation
    weeks: int = 1


class WorkPatternDay(Row, table=True):
    """One day of a pattern: from–to, or only hours. A day without a row is off."""

    __tablename__ = "work_pattern_day"

    pattern_id: int = Field(foreign_key="work_pattern.id", index=True)
    week: int  # 0 … weeks - 1
    weekday: int  # 0 = Monday
    start_minute: int | None = None
    end_minute: int | None = None
    minutes: int | None = None  # hours without clock times; None when start and end are set
