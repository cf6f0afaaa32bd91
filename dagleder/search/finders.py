"""What can be found of the parts below: people, stuer, competences, meetings, tasks. Private notes are not read."""

from collections.abc import Sequence
from typing import Final, Protocol

from dagleder.base.clock import Clock
from dagleder.base.dates import MONTHS, day_text, span_text, weekday_text
from dagleder.base.text import and_list, capitalised
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.reading import TABLES as FACTS_OF_COMPETENCE
from dagleder.competence.service import CompetenceService
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.reading import MEETINGS
from dagleder.meetings.service import MeetingsService
from dagleder.meetings.states import PLANNED, STATE_NAMES
from dagleder.search.places import Entry, Finder, Topic
from dagleder.settings.service import SettingsService
from dagleder.staff.people import StaffRow
from dagleder.staff.roles import role_name
from dagleder.staff.service import StaffService
from dagleder.tasks.lists import people_text
from dagleder.tasks.reading import TABLES as TASKS
from dagleder.tasks.service import TasksService
from dagleder.tasks.task import Task

_MOST_NAMES: Final = 3


class StaffFinder:
    """Everyone on the staff, also those who have left."""

    tables = frozenset({"employee", "team_membership", "team", "weekly_hours"})

    def __init__(self, staff: StaffService) -> None:
        self._staff = staff

    def entries(self) -> Sequence[Entry]:
        present = {row.id for row in self._staff.staff_list()}
        return [_person(row, "" if row.id in present else "fratrådt") for row in self._staff.staff_list(left=True)]

    def topics(self) -> Sequence[Topic]:
        words = "fravær ferie kursus orlov fri afspadsering"
        return (
            Topic("Meld fravær for {name}", "presence", f"meld {words}", "calendar-plus", does=True),
            Topic("Fravær for {name}", "presence", words, "sun-medium"),
        )


class TeamFinder:
    """The stuer."""

    tables = frozenset({"team", "site"})

    def __init__(self, settings: SettingsService) -> None:
        self._settings = settings

    def entries(self) -> Sequence[Entry]:
        return [
            Entry(team.name, "settings", team.id, "Stue", team.icon, "stue gruppe")
            for team in self._settings.open_teams()
        ]

    def topics(self) -> Sequence[Topic]:
        return ()


class MeetingFinder:
    """The meetings from the beginning of the year on, also those cancelled. Notes on them are not read."""

    tables = MEETINGS

    def __init__(self, meetings: MeetingsService, clock: Clock) -> None:
        self._meetings, self._clock = meetings, clock

    def entries(self) -> Sequence[Entry]:
        first = self._clock.today().replace(month=1, day=1)
        return [_meeting(meeting) for meeting in self._meetings.meetings(first)]

    def topics(self) -> Sequence[Topic]:
        return (Topic("Møder for {name}", "meetings", "møde møder mødeplan", "calendar-days"),)


class TaskFinder:
    """The tasks that are to be done. What is written about them is not read."""

    tables = TASKS

    def __init__(self, tasks: TasksService) -> None:
        self._tasks = tasks

    def entries(self) -> Sequence[Entry]:
        return [_task(task) for task in self._tasks.tasks()]

    def topics(self) -> Sequence[Topic]:
        return (Topic("Opgaver for {name}", "tasks", "opgave opgaver uddelegeret", "list-checks"),)


class CompetenceFinder:
    """The competences in the lists, with who can do them alone ('hvem kan TRAS'). Nothing said of anybody is read."""

    tables = FACTS_OF_COMPETENCE

    def __init__(self, competence: CompetenceService) -> None:
        self._competence = competence

    def entries(self) -> Sequence[Entry]:
        facts = self._competence.facts()
        areas = {area.id: area.name for area in facts.areas}
        return [_competence(each, areas[each.area_id], facts) for each in facts.competences.values()]

    def topics(self) -> Sequence[Topic]:
        return (Topic("Kompetencer for {name}", "competence", "kompetence kompetencer kan niveau mål", "grid-3x3"),)


class DepartureFinder:
    """What somebody would leave: asked for by her name."""

    tables: frozenset[str] = frozenset()

    def entries(self) -> Sequence[Entry]:
        return ()

    def topics(self) -> Sequence[Topic]:
        words = "hvis stopper stop overdragelse overdragelsesplan opsiger rejser fratræder uden"
        return (Topic("Hvis {name} stopper", "departure", words, "user-minus"),)


class Findable(Protocol):
    """The parts of an open house that something is found of; None for one that was left out."""

    @property
    def clock(self) -> Clock: ...
    @property
    def settings(self) -> SettingsService: ...
    @property
    def staff(self) -> StaffService: ...
    @property
    def meetings(self) -> MeetingsService | None: ...
    @property
    def tasks(self) -> TasksService | None: ...
    @property
    def competence(self) -> CompetenceService | None: ...
    @property
    def departure(self) -> object | None: ...


def finders(house: Findable) -> list[Finder]:
    """All of them; of a part that was left out there is nothing to find."""
    found: list[Finder] = [StaffFinder(house.staff), TeamFinder(house.settings)]
    if house.competence:
        found.append(CompetenceFinder(house.competence))
    if house.meetings:
        found.append(MeetingFinder(house.meetings, house.clock))
    if house.tasks:
        found.append(TaskFinder(house.tasks))
    if house.departure:
        found.append(DepartureFinder())
    return found


def _competence(competence: Competence, area: str, facts: Facts) -> Entry:
    able = [facts.people[who].called for who in facts.people if facts.can_alone(who, competence.id)]
    said = (
        f"{len(able)} kan det" if len(able) > _MOST_NAMES else f"{and_list(able)} kan det" if able else "ingen kan det"
    )
    words = f"hvem kan kompetence {competence.short_name} {area}"
    return Entry(competence.name, "competence", competence.id, f"{area} · {said}", "grid-3x3", words)


def _task(task: Task) -> Entry:
    due = f"frist {day_text(task.due, year=True)}" if task.due else ""
    detail = " · ".join(part for part in (people_text(task), task.team_name, due) if part)
    kind = task.kind.name if task.kind else ""
    words = f"{kind} {task.theme} {task.team_name} {' '.join(person.name for person in task.people)}"
    return Entry(task.title, "tasks", task.id, detail, "list-checks", words)


def _meeting(meeting: Meeting) -> Entry:
    state = "" if meeting.state == PLANNED else f" · {STATE_NAMES[meeting.state]}"
    when = f"{weekday_text(meeting.day)} {day_text(meeting.day, year=True)} kl. {span_text(meeting.start, meeting.end)}"
    words = f"{meeting.kind.name} {meeting.place} {day_text(meeting.day)} {MONTHS[meeting.day.month - 1]}"
    return Entry(meeting.full_title, "meetings", meeting.id, f"{when}{state}", "calendar-days", words)


def _person(row: StaffRow, state: str) -> Entry:
    parts = [capitalised(role_name(row.role)), row.team or "", state]
    detail = " · ".join(part for part in parts if part)
    words = f"{row.initials} {row.known_as} {row.number or ''} {role_name(row.role)} {row.team or ''}"
    return Entry(row.name, "staff", row.id, detail, "user", words, person=True)
