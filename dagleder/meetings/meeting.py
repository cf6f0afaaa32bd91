"""A meeting as it is shown and reckoned with: frozen, with its kind, stuer and guests."""

from dataclasses import dataclass
from datetime import date, datetime

from dagleder.meetings.kinds import Kind
from dagleder.meetings.states import CANCELLED, TAKES_PEOPLE


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody invited beyond the kind's audience: one of the staff, or (without an id) an external person."""

    employee_id: int | None = None
    name: str = ""
    role: str = ""
    mail: str = ""

    @property
    def text(self) -> str:
        """'Mette Lindgaard, konsulent'."""
        return ", ".join(part for part in (self.name, self.role) if part)


@dataclass(frozen=True, slots=True)
class Meeting:
    """One stored meeting; times are minutes after midnight. `teams` are (id, name) in the leader's order."""

    id: int
    uid: str
    kind: Kind
    series_id: int | None
    title: str
    day: date
    start: int
    end: int
    place: str
    state: str
    original_day: date | None
    because: str
    note: str
    changed_at: datetime | None
    teams: tuple[tuple[int, str], ...]
    guests: tuple[Guest, ...]

    @property
    def minutes(self) -> int:
        return self.end - self.start

    @property
    def team_ids(self) -> frozenset[int]:
        return frozenset(team_id for team_id, _ in self.teams)

    @property
    def team_names(self) -> tuple[str, ...]:
        return tuple(name for _, name in self.teams)

    @property
    def full_title(self) -> str:
        """'Stuemøde · Mariehønen'."""
        return " · ".join((self.title, *self.team_names))

    @property
    def cancelled(self) -> bool:
        return self.state == CANCELLED

    @property
    def takes_people(self) -> bool:
        """Whether those who take part are away from their stue meanwhile."""
        return self.state in TAKES_PEOPLE


def order(meeting: Meeting) -> tuple[date, int, int, int]:
    """By start, then by the kinds' own order."""
    return meeting.day, meeting.start, meeting.kind.position, meeting.id


def in_a_sentence(name: str) -> str:
    """A name as it stands inside a sentence: 'personalemøde', but 'P-møde' and 'MED-møde' as they are."""
    return name if not name[1:2].islower() else name[:1].lower() + name[1:]
