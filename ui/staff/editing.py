"""Somebody who is being edited, or entered: what is stored, and the saving of one thing at a time."""

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.staff.drafts import EmployeeDraft, HoursDraft, NewEmployeeDraft
from dagleder.staff.patterns import PatternDraft, Week
from dagleder.staff.people import Person
from dagleder.staff.work_entry import WorkEntry
from dagleder.staff.work_periods import WorkPeriod, hours_from, pattern_from
from ui.context import Context
from ui.staff.person_deeds import StaffServices

FACTS = tuple(field.name for field in fields(EmployeeDraft))
_NAMES = ("first_name", "last_name")
_NAME_FIRST = "Skriv først et fornavn."


class Editing(QObject):
    """`person` is None until somebody new has a name; `created` tells that she has one."""

    created = Signal()

    def __init__(self, context: Context, services: StaffServices, employee_id: int | None) -> None:
        super().__init__()
        self.context, self.services = context, services
        self._id = employee_id
        self._suggests_initials = employee_id is None  # until she gives some herself
        self.person: Person | None = None
        self.read()

    def read(self) -> None:
        """As she is stored now. Raises UserProblem when she is gone."""
        self.person = self.services.staff.person(self._id) if self._id is not None else None

    @property
    def today(self) -> date:
        return self.context.clock.today()

    @property
    def called(self) -> str:
        return self.person.called if self.person else "medarbejderen"

    def facts(self) -> dict[str, object]:
        """The values of the form about her."""
        if self.person is None:
            return {}
        known = {name: getattr(self.person.facts, name) for name in FACTS}
        return known | {"role": known["role"] or None}

    def draft_place(self, key: str) -> str:
        """Where text in the making is kept; 0 for somebody who is being entered, as the page has it."""
        return f"staff/{self._id or 0}/{key}"

    # saving

    def save_fact(self, key: str, value: Any) -> None:
        if key == "role":
            value = value or ""
        if self.person is None:
            self._create(key, value)
            return
        changes = {key: value}
        if key == "initials":
            self._suggests_initials = False
        elif key in _NAMES and self._suggests_initials:
            changes["initials"] = ""  # they were made of half a name
        self.services.staff.change(self.person.id, replace(self.person.facts, **changes))

    def move_to(self, team_id: int | None) -> None:
        """To another stue from today; from the start for somebody who has not been on any, or has not begun."""
        person = self._known("team")
        facts, held = person.facts, person.employment.memberships
        always = not held or (facts.start is not None and facts.start >= self.today)
        since = None if always else self.today
        team = next((team.name for team in self.services.settings.teams() if team.id == team_id), "")
        when = "" if always else f" fra i dag, {day_text(self.today)}"
        said = f"{person.called} er på {team}{when}" if team else f"{person.called} er uden stue{when}"
        wanted = [] if team_id is None else [team_id]
        self._run(said, lambda: self.services.staff.move_to_teams(person.id, wanted, since))

    def save_hours(self, period: WorkPeriod, minutes: int | None) -> None:
        person = self._known("hours")
        self.services.staff.set_hours(person.id, HoursDraft(minutes, hours_from(period, person.facts.start)))

    def save_pattern(self, period: WorkPeriod, entry: WorkEntry, weeks: tuple[Week, ...]) -> date:
        """Gives the day from which it holds."""
        person = self._known("week")
        since = pattern_from(period, person.facts.start, self.today)
        self.services.staff.set_pattern(person.id, PatternDraft(since, entry.anchor, weeks))
        return since

    def _create(self, key: str, value: Any) -> None:
        if key != "first_name":
            raise UserProblem(_NAME_FIRST, field="first_name")
        self._id = self.services.staff.add(NewEmployeeDraft(EmployeeDraft(value)))
        self.read()
        self.created.emit()

    def _known(self, field: str) -> Person:
        if self.person is None:
            raise UserProblem(_NAME_FIRST, field=field)
        return self.person

    def _run(self, said: str, call: Callable[[], None]) -> None:
        """With a toast; a problem goes on to the field that was left."""
        outcome = self.context.run(said, call, _AtField())
        if outcome.problem:
            raise outcome.problem


class _AtField:
    """The form that called shows the problem itself."""

    def show_problem(self, _problem: UserProblem) -> bool:
        return True
