"""The house itself: matrikler, stuer, bands, minimum staffing, closing days, special days."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from dagleder.models.row import COUNTED, Row


class House(Row, table=True):
    """The institution; always exactly one row (id 1)."""

    name: str
    leader_name: str = ""
    municipality: str = ""
    counts_leader: bool = False  # does the leader herself count as present on a stue?
    lock_minutes: int = 10  # idle minutes before the window locks, 1–60
    lock_with_computer: bool = True
    backup_place: str = ""  # a folder for the extra copy; empty = none
    data_permission_on: date | None = None  # the day the leader confirmed the kommune's leave to keep staff data here
    retention_months: int = 3  # leavers are offered for deletion this long after their last day
    closing_days_max: int | None = None  # the kommune's own limit a year; None = not entered (there is no national one)
    demo: bool = False  # the fictional house, never mixed with real data


class Site(Row, table=True):
    """A matrikel: one of the houses of the institution."""

    name: str
    address: str = ""
    position: int = 0


class Team(Row, table=True):
    """A stue."""

    __table_args__: ClassVar[Any] = COUNTED

    name: str
    site_id: int = Field(foreign_key="site.id")
    icon: str = "flower"
    position: int = 0
    closed_on: date | None = None  # from this day the stue is no more


class Band(Row, table=True):
    """A part of the opening day; minutes after midnight."""

    name: str
    short_name: str
    start_minute: int
    end_minute: int
    position: int = 0


class StaffingNeed(Row, table=True):
    """How many must and should be present: for one stue or one matrikel, one weekday, one band.

    Without a band it is for the day as a whole. Of rows for the same place, weekday and band
    the one with the latest `valid_from` that is not after the day holds.
    """

    __tablename__ = "staffing_need"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("team_id", "site_id", "weekday", "band_id", "valid_from"),
        {"sqlite_autoincrement": True},
    )

    team_id: int | None = Field(default=None, foreign_key="team.id")
    site_id: int | None = Field(default=None, foreign_key="site.id")
    weekday: int  # 0 = Monday … 4 = Friday
    band_id: int | None = Field(default=None, foreign_key="band.id")
    minimum: int = 0  # below it: MUST
    wanted: int = 0  # below it: SHOULD
    pedagogues: int = 0  # at least this many of them pædagoger
    valid_from: date | None = None


class ClosingDay(Row, table=True):
    """A lukkedag, one row a day; for one matrikel or (None) for all of them."""

    __tablename__ = "closing_day"

    day: date = Field(index=True)
    name: str = "Lukkedag"
    site_id: int | None = Field(default=None, foreign_key="site.id")


class SpecialDayStatus(Row, table=True):
    """What one of the special days (which are not public holidays) is for one group of staff."""

    __tablename__ = "special_day_status"

    day_key: str  # see dagleder.calendars.special_days
    staff_group: str  # see dagleder.settings.staff_groups; "house" says whether the institution itself is closed
    status: str = "unclear"  # work | off | off_from_noon | unclear (counts as work, and that is said)
