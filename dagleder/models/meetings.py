"""Meeting kinds, series and the single meetings of the year."""

from datetime import date
from typing import Any, ClassVar

from pydantic import NaiveDatetime
from sqlmodel import Field

from dagleder.models.row import COUNTED, PART, Row


class MeetingKind(Row, table=True):
    """A kind of meeting with its usual frame."""

    __tablename__ = "meeting_kind"

    key: str = Field(unique=True)  # stable name of a shipped kind; own kinds get a random one
    name: str
    letter: str  # on the year plan's page
    style: str  # primary | outline | soft | sun | dark | dashed: how the letter's square looks
    audience: str  # all | team | roles | named: see dagleder.meetings.audience
    audience_roles: str = ""  # comma-separated role keys when audience = roles
    audience_text: str = ""  # who takes part, in words ('Leder, TR, AMR')
    minutes: int = 60
    place: str = ""
    on_closing_day: bool = False
    position: int = 0
    hidden: bool = False


class MeetingSeries(Row, table=True):
    """Meetings that belong together: by a rule, or by hand-picked dates."""

    __tablename__ = "meeting_series"

    uid: str = Field(unique=True)
    kind_id: int = Field(foreign_key="meeting_kind.id")
    team_id: int | None = Field(default=None, foreign_key="team.id")
    title: str
    rule: str = ""  # JSON of dagleder.meetings.rules.Rule; empty = hand-picked dates
    year: int | None = None
    standard_key: str = ""  # which part of the usual rhythm laid it; a second call then adds nothing


class Meeting(Row, table=True):
    """One meeting. A moved one remembers where the rule had it."""

    __table_args__: ClassVar[Any] = COUNTED

    uid: str = Field(unique=True)
    kind_id: int = Field(foreign_key="meeting_kind.id")
    series_id: int | None = Field(default=None, foreign_key="meeting_series.id", index=True)
    title: str
    day: date = Field(index=True)
    start_minute: int
    end_minute: int
    place: str = ""
    state: str = "planned"  # planned | proposed | cancelled | held
    original_day: date | None = None  # where the rule puts it, when it was moved
    moved_because: str = ""  # 'skærtorsdag', 'rykket af dig'
    note: str = ""
    changed_at: NaiveDatetime | None = None  # the house's wall clock; a plain datetime would be stored as UTC


class MeetingTeam(Row, table=True):
    """A stue the meeting is for; a meeting without any is for the house."""

    __tablename__ = "meeting_team"

    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_column_kwargs=PART)
    team_id: int = Field(foreign_key="team.id")


class MeetingParticipant(Row, table=True):
    """Somebody invited beyond the kind's audience: one of the staff, or an external person."""

    __tablename__ = "meeting_participant"

    meeting_id: int = Field(foreign_key="meeting.id", index=True, sa_column_kwargs=PART)
    employee_id: int | None = Field(default=None, foreign_key="employee.id")
    name: str = ""  # external
    role: str = ""  # external: 'socialrådgiver', 'forælder'
    mail: str = ""


class MeetingPlanVersion(Row, table=True):
    """The plan as it was given out, so that the next one can say what changed."""

    __tablename__ = "meeting_plan_version"

    year: int
    number: int
    issued_on: date
    content: str  # JSON: uid -> [day, start, end, title, state]


class MeetingFrame(Row, table=True):
    """How many minutes of meetings a full-timer may have in a year; without a row the year has no frame."""

    __tablename__ = "meeting_frame"

    year: int = Field(unique=True)
    minutes: int
    proportional: bool = True  # part-timers have their share of it
