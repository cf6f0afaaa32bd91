"""What the staff can: the catalogue with its targets and wanted numbers, and what was assessed, agreed and wished."""

from datetime import date
from typing import Any, ClassVar

from sqlalchemy import UniqueConstraint
from sqlmodel import Field

from dagleder.models.row import Row


class CompetenceArea(Row, table=True):
    """A part of the catalogue: Samarbejde, Pædagogisk faglighed, … Its name is the leader's to change."""

    __tablename__ = "competence_area"

    key: str = Field(unique=True)  # stable name of a shipped area; own ones get a random one
    name: str
    position: int = 0


class Competence(Row, table=True):
    """One thing somebody can. A certificate (or function) is held or not and has no levels 1, 2 and 4."""

    key: str = Field(unique=True)  # stable name of a shipped competence; own ones get a random one
    area_id: int = Field(foreign_key="competence_area.id", index=True)
    name: str
    short_name: str = ""  # over its column in the matrix; empty = the name
    certificate: bool = False
    months: int | None = None  # how long a certificate holds (Førstehjælp: 24); None = no limit
    position: int = 0
    hidden: bool = False  # switched off: in no list, what was assessed stays


class RoleTarget(Row, table=True):
    """The level a role is expected to have; without a row nothing is expected."""

    __tablename__ = "role_target"
    __table_args__: ClassVar[Any] = (UniqueConstraint("competence_id", "role"), {"sqlite_autoincrement": True})

    competence_id: int = Field(foreign_key="competence.id", index=True)
    role: str  # a key of dagleder.staff.roles
    level: int  # 1–4


class WantedHolders(Row, table=True):
    """How many should be able to do it alone: in the house (neither stue nor matrikel), or in one of those."""

    __tablename__ = "wanted_holders"
    __table_args__: ClassVar[Any] = (
        UniqueConstraint("competence_id", "team_id", "site_id"),
        {"sqlite_autoincrement": True},
    )

    competence_id: int = Field(foreign_key="competence.id", index=True)
    team_id: int | None = Field(default=None, foreign_key="team.id")
    site_id: int | None = Field(default=None, foreign_key="site.id")
    count: int  # at least 1


class Assessment(Row, table=True):
    """What somebody was found able to do on a day. Never changed by a newer one: together they are the history."""

    employee_id: int = Field(foreign_key="employee.id", index=True)
    competence_id: int = Field(foreign_key="competence.id", index=True)
    level: int  # 0–4; of a certificate 0 (not held) or 3 (held)
    day: date
    source: str  # leader | self | course | talk
    valid_until: date | None = None  # last day it holds
    evidence: str = ""  # what it is founded on: a course, a proof with its date
    note: str = ""


class CompetenceWish(Row, table=True):
    """What somebody wants with a competence from a day on; the newest holds."""

    __tablename__ = "competence_wish"

    employee_id: int = Field(foreign_key="employee.id", index=True)
    competence_id: int = Field(foreign_key="competence.id", index=True)
    wish: str  # develop | use | not_now; empty: taken back
    day: date
    source: str = "leader"  # who told: leader | self | talk


class CompetenceGoal(Row, table=True):
    """A level somebody has agreed to reach. `ended_on`: reached or given up, and so no longer open."""

    __tablename__ = "competence_goal"

    employee_id: int = Field(foreign_key="employee.id", index=True)
    competence_id: int = Field(foreign_key="competence.id", index=True)
    level: int  # 1–4
    agreed_on: date
    due: date | None = None
    source: str = "leader"  # leader | talk
    note: str = ""
    ended_on: date | None = None
    reached: bool = False
