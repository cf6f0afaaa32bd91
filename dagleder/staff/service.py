"""Staff: read and changed, each change one step of history that can be undone."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Session

from dagleder.base.clock import Clock
from dagleder.base.dates import day_text
from dagleder.exchange.paper import Document
from dagleder.exchange.tables_values import TableRead
from dagleder.exchange.xlsx import Sheet
from dagleder.models.staff import Employee, TeamMembership, WeeklyHours
from dagleder.staff import import_plan, reading, writing
from dagleder.staff.drafts import (
    FIELD_NAMES,
    EmployeeDraft,
    HoursDraft,
    MembershipDraft,
    NewEmployeeDraft,
    changed_fields,
    check_period,
)
from dagleder.staff.employment import Employment, teams_newest_first
from dagleder.staff.import_reading import present_staff
from dagleder.staff.import_values import ImportPlan
from dagleder.staff.import_writing import take_in
from dagleder.staff.last_changes import TABLES, last_changes
from dagleder.staff.leaving import staff_consequences
from dagleder.staff.patterns import PatternDraft
from dagleder.staff.people import Person, StaffRow, find_employee, full_name, list_order
from dagleder.staff.places import AboutPerson, AtLeaving, Card, Consequence, Mark
from dagleder.staff.reports import staff_list_paper, staff_list_sheet
from dagleder.staff.work_periods import WorkPeriod, period_on, work_periods
from dagleder.storage.database import Database


class StaffService:
    """Drafts are checked before anything is written; UserProblem tells what is wrong with one."""

    def __init__(
        self,
        database: Database,
        clock: Clock,
        at_leaving: Sequence[AtLeaving] = (),
        about: Sequence[AboutPerson] = (),
    ) -> None:
        self._database = database
        self._clock = clock
        self._at_leaving = at_leaving
        self._about = about

    # --- reading -----------------------------------------------------------------------------

    def staff_list(self, *, left: bool = False) -> list[StaffRow]:
        """Everyone who has not left, also those who start later (with `left` those who have, too).

        In the leader's order of stuer, then last name, first name; those without a stue last.
        """
        with self._database.reading() as session:
            rows = reading.staff_rows(session, self._clock.today(), left=left)
        return sorted(rows, key=list_order)

    def employments(self) -> dict[int, Employment]:
        """Everybody's hours, stuer and patterns over time, by employee; those who have left too."""
        with self._database.reading() as session:
            return reading.employments(session)

    def team_names(self) -> dict[int, list[str]]:
        """Everybody's stuer of today (of the first day, for those who start later), the newest first."""
        today = self._clock.today()
        return {who: teams_newest_first(held, today) for who, held in self.employments().items()}

    def person(self, employee_id: int) -> Person:
        with self._database.reading() as session:
            return reading.person(session, employee_id, self._clock.today())

    def find(self, text: str) -> StaffRow:
        """The one with that number, those initials or that full name. UserProblem when there is none, or several."""
        return find_employee(self.staff_list(left=True), text)

    # --- on paper ----------------------------------------------------------------------------

    def list_paper(self, year: int | None = None) -> Document:
        """The staff list as a paper; with a year, of everyone employed in it."""
        with self._database.reading() as session:
            house_name = reading.house_name(session)
        return staff_list_paper(self._list_rows(year), house_name, self._clock.today(), year)

    def list_sheet(self, year: int | None = None) -> Sheet:
        """The staff list as a spreadsheet."""
        return staff_list_sheet(self._list_rows(year))

    def _list_rows(self, year: int | None) -> list[StaffRow]:
        if year is None:
            return self.staff_list()
        first, last = date(year, 1, 1), date(year, 12, 31)
        rows = self.staff_list(left=True)
        return [row for row in rows if (row.start or first) <= last and (row.end or last) >= first]

    # --- what features above know of somebody ------------------------------------------------

    def about_tables(self) -> frozenset[str]:
        """Whose changes make `marks` and `cards` others than they were."""
        return frozenset(table for place in self._about for table in place.tables)

    def marks(self) -> dict[int, list[Mark]]:
        """What stands beside people in the list today, by employee."""
        found: dict[int, list[Mark]] = {}
        for place in self._about:
            for employee_id, mark in place.marks(self._clock.today()).items():
                found.setdefault(employee_id, []).append(mark)
        return found

    def cards(self, employee_id: int) -> list[Card]:
        """What stands on somebody's page, feature by feature."""
        cards = (place.card(employee_id) for place in self._about)
        return [card for card in cards if card is not None]

    def last_changes(self) -> dict[int, datetime]:
        """When something about each person was changed last, as far back as the history goes."""
        owners = {pattern.id: who for who, held in self.employments().items() for pattern in held.patterns}
        return last_changes(self._database.newest_recorded(TABLES), owners)

    # --- the facts without history -----------------------------------------------------------

    def add(self, draft: NewEmployeeDraft) -> int:
        draft = draft.checked()
        with self._database.writing(
            f"Ny medarbejder: {full_name(draft.employee.first_name, draft.employee.last_name)}"
        ) as session:
            return writing.add_employee(session, draft)

    def change(self, employee_id: int, draft: EmployeeDraft) -> None:
        draft = draft.checked()
        before = self.person(employee_id).facts
        changed = changed_fields(before, draft)
        what = FIELD_NAMES[changed[0]] if len(changed) == 1 else "oplysninger"
        with self._database.writing(f"Ret {what} for {self._called(employee_id, draft)}") as session:
            writing.change_employee(session, employee_id, draft)

    def leaving_means(self, employee_id: int, last_day: date) -> list[Consequence]:
        """What happens to what when her last day is that; told before `leave`."""
        found = staff_consequences(self.person(employee_id), last_day)
        for place in self._at_leaving:
            found += place.at_leaving(employee_id, last_day)
        return found

    def leave(self, employee_id: int, last_day: date) -> None:
        """Her last day of employment. Nothing is deleted."""
        person = self.person(employee_id)
        check_period(person.facts.start, last_day)
        with self._database.writing(
            f"Sæt {self._called(employee_id)} som fratrådt {day_text(last_day, year=True)}"
        ) as session:
            writing.existing(session, Employee, employee_id).end = last_day

    def come_back(self, employee_id: int) -> None:
        """The last day is taken away: she stays, or is back as if she had never left."""
        with self._database.writing(f"{self._called(employee_id)} er ikke fratrådt") as session:
            writing.existing(session, Employee, employee_id).end = None

    # --- hours -------------------------------------------------------------------------------

    def set_hours(self, employee_id: int, draft: HoursDraft) -> None:
        """From that day the agreed hours are so many; what held before stays in the history."""
        draft.check()
        with self._database.writing(f"Ret timer for {self._called(employee_id)}") as session:
            writing.set_hours(session, employee_id, draft)

    def remove_hours(self, employee_id: int, hours_id: int) -> None:
        with self._database.writing(f"Fjern timer for {self._called(employee_id)}") as session:
            session.delete(writing.existing(session, WeeklyHours, hours_id))

    # --- stuer -------------------------------------------------------------------------------

    def move_to_teams(self, employee_id: int, team_ids: Sequence[int], since: date | None) -> None:
        """From `since` (None: always) the stuer are these, the first one first; what held before stays."""
        with self._database.writing(f"Flyt {self._called(employee_id)} til en anden stue") as session:
            writing.move_to_teams(session, employee_id, team_ids, since)

    def add_membership(self, employee_id: int, draft: MembershipDraft) -> None:
        draft.check()
        with self._database.writing(f"Ny stue for {self._called(employee_id)}") as session:
            writing.add_membership(session, employee_id, draft)

    def change_membership(self, employee_id: int, membership_id: int, draft: MembershipDraft) -> None:
        draft.check()
        with self._database.writing(f"Ret stue for {self._called(employee_id)}") as session:
            writing.change_membership(session, membership_id, draft)

    def remove_membership(self, employee_id: int, membership_id: int) -> None:
        with self._database.writing(f"Fjern stue for {self._called(employee_id)}") as session:
            session.delete(writing.existing(session, TeamMembership, membership_id))

    # --- working patterns --------------------------------------------------------------------

    def set_pattern(self, employee_id: int, draft: PatternDraft) -> int:
        """From that day the working pattern holds; earlier ones stay. Gives its id."""
        draft.check()
        with self._database.writing(f"Ret arbejdstid for {self._called(employee_id)}") as session:
            return writing.set_pattern(session, employee_id, draft)

    def remove_pattern(self, employee_id: int, pattern_id: int) -> None:
        with self._database.writing(f"Fjern arbejdstid for {self._called(employee_id)}") as session:
            writing.remove_pattern(session, pattern_id)

    def remove_period(self, employee_id: int, period: WorkPeriod) -> None:
        """Takes away what begins with the period; what held before it goes on."""
        with self._database.writing(f"Fjern arbejdstid for {self._called(employee_id)}") as session:
            writing.remove_beginning(session, period)

    def begin_later(self, employee_id: int, earlier: WorkPeriod, since: date) -> None:
        """What the period has become holds from `since` only; until then it is as it was, `earlier`."""
        now = period_on(work_periods(self.person(employee_id).employment), earlier.first or date.min)
        with self._database.writing(f"Ret arbejdstid for {self._called(employee_id)}") as session:
            writing.begin_later(session, employee_id, (earlier, now), since)

    def begin_earlier(self, employee_id: int, earlier: WorkPeriod, since: date) -> None:
        """What begins on `since` holds from the beginning of `earlier`, in place of what is there."""
        now = period_on(work_periods(self.person(employee_id).employment), since)
        with self._database.writing(f"Ret arbejdstid for {self._called(employee_id)}") as session:
            writing.begin_earlier(session, employee_id, earlier, now)

    # --- staff lists read in -----------------------------------------------------------------

    def plan_import(self, table: TableRead, waiting_rows: frozenset[int] = frozenset()) -> ImportPlan:
        """What taking the list in would do; nothing is kept."""
        with self._database.reading() as session:
            return self._plan(session, table, waiting_rows)

    def import_staff(self, table: TableRead, waiting_rows: frozenset[int] = frozenset()) -> ImportPlan:
        """Takes the list in as one step, reckoned afresh from the house as it is now. No change, no step."""
        plan = self.plan_import(table, waiting_rows)
        if plan.changes_anything:
            with self._database.writing(plan.step_name) as session:
                plan = self._plan(session, table, waiting_rows)
                take_in(session, plan, self._clock.today())
        return plan

    def _plan(self, session: Session, table: TableRead, waiting_rows: frozenset[int]) -> ImportPlan:
        today = self._clock.today()
        return import_plan.plan_import(table, present_staff(session, today), today, waiting_rows)

    def _called(self, employee_id: int, new: EmployeeDraft | None = None) -> str:
        with self._database.reading() as session:
            return reading.called(session, employee_id, new)
