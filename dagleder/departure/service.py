"""'Hvis … stopper': what would be without an owner. Nothing is changed by asking."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dagleder.base.clock import Clock
from dagleder.base.dates import day_text, monday_of
from dagleder.base.errors import UserProblem
from dagleder.competence.service import CompetenceService
from dagleder.departure.competences import Competences
from dagleder.departure.meetings import Meetings
from dagleder.departure.orphans import Departure, Section
from dagleder.departure.presence import Planned, Presence
from dagleder.departure.reports import handover_paper, handover_sheet
from dagleder.departure.tasks import Tasks
from dagleder.exchange.paper import Document
from dagleder.exchange.xlsx import Sheet
from dagleder.meetings.service import MeetingsService
from dagleder.presence.facts import Person
from dagleder.presence.service import PresenceService
from dagleder.settings.service import SettingsService
from dagleder.staff.service import StaffService
from dagleder.tasks.delegation_service import DelegationService
from dagleder.tasks.service import TasksService

_GONE_BY: Final = "Vælg i dag eller en senere dag. Listen er fra huset, som det er i dag."
_WEEK: Final = timedelta(weeks=1)
_WEEKS_COMPARED: Final = timedelta(weeks=4, days=-3)  # from a Monday to a Friday


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts she may leave something in besides presence; None for one that was left out."""

    competence: CompetenceService | None = None
    tasks: TasksService | None = None
    delegation: DelegationService | None = None
    meetings: MeetingsService | None = None


class DepartureService:
    """Asks each part that is there; one that is not has no section."""

    def __init__(
        self, clock: Clock, settings: SettingsService, staff: StaffService, presence: PresenceService, parts: Parts
    ) -> None:
        self._clock = clock
        self._settings = settings
        self._staff = staff
        self._presence = presence
        self._parts = parts

    @property
    def tables(self) -> frozenset[str]:
        """Whose changes make any answer other than it was."""
        parts = self._parts
        asked = (parts.competence, parts.tasks, parts.delegation, parts.meetings)
        return self._presence.tables.union(*(part.tables for part in asked if part is not None))

    def person_named(self, text: str) -> int:
        """Whom a number, initials or a full name means. UserProblem where it is nobody, or more than one."""
        return self._staff.find(text).id

    def would_leave(self, employee_id: int, day: date | None = None) -> Departure:
        """What she would leave on `day`: without one on her last day, where it is known, else today.

        Later than her last day is that day. UserProblem for somebody who does not begin until then, and for a day that
        has gone and was not her last: what she has now is not what she had then.
        """
        today = self._clock.today()
        person = self._presence.attendance(today, today, engagements=False).facts.people.get(employee_id)
        if person is None:
            raise UserProblem("Medarbejderen findes ikke længere. Vælg en anden.")
        asked = self._day(person, day)
        sections = tuple(self._sections(person, asked))
        return Departure(employee_id, person.name, person.called, asked, person.employment.end == asked, sections)

    def _day(self, person: Person, day: date | None) -> date:
        start, end = person.employment.start, person.employment.end
        asked = min(day or end or self._clock.today(), end or date.max)
        if start and asked < start:
            raise UserProblem(f"{person.called} begynder først {day_text(start, year=True)}.", field="date")
        if asked < self._clock.today() and asked != end:
            raise UserProblem(_GONE_BY, field="date")
        return asked

    def _sections(self, person: Person, day: date) -> Iterator[Section]:
        if self._parts.competence is not None:
            competence = self._parts.competence
            yield from Competences.of(person.id, competence.facts(day), competence.history(person.id)).sections()
        if self._parts.tasks is not None and self._parts.delegation is not None:
            yield from self._tasks_of(self._parts.tasks, self._parts.delegation, person, day)
        if self._parts.meetings is not None:
            yield from _meetings_of(self._parts.meetings, person.id, day)
        yield from self._presence_of(person, day)

    def _tasks_of(
        self, tasks: TasksService, delegation: DelegationService, person: Person, day: date
    ) -> tuple[Section, ...]:
        leads = person.id == tasks.leader_id()
        hers = [task for task in tasks.tasks() if task.has(person.id) or (leads and task.own)]
        after = day + timedelta(days=1)
        may, guides = delegation.who_may(hers, after), delegation.who_guides(hers, after)
        return Tasks(person.id, person.called, day, hers, may, guides, leads).sections()

    def _presence_of(self, person: Person, day: date) -> tuple[Section, ...]:
        after = day + timedelta(days=1)
        planned = Planned(
            self._presence.absences(after, date.max, person.id),
            [loan for loan in self._presence.loans(after, date.max) if loan.employee_id == person.id],
            [each for each in self._presence.substitutes(after, date.max) if each.employee_id == person.id],
        )
        monday = monday_of(day) + _WEEK
        weeks = self._presence.attendance(monday, monday + _WEEKS_COMPARED, engagements=False)
        return Presence(person.employment, day, planned, weeks).sections()

    # --- the hand-over plan ------------------------------------------------------------------

    def handover_paper(self, employee_id: int, day: date | None = None) -> Document:
        """Good enough to work from: boxes to tick, to whom, by when."""
        return handover_paper(self.would_leave(employee_id, day), self._settings.house().name, self._clock.today())

    def handover_sheet(self, employee_id: int, day: date | None = None) -> Sheet:
        return handover_sheet(self.would_leave(employee_id, day))


def _meetings_of(service: MeetingsService, employee_id: int, day: date) -> tuple[Section, ...]:
    named = [
        meeting
        for meeting in service.meetings(day + timedelta(days=1))
        if not meeting.cancelled and any(guest.employee_id == employee_id for guest in meeting.guests)
    ]
    return Meetings(employee_id, day, named).sections()
