"""A sheet of competences is read, looked through and taken in: with the day of it, and who a row is about."""

from collections.abc import Iterable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QMenu

from dagleder.base.clock import Clock
from dagleder.base.dates import day_digits
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import parse_past_date
from dagleder.competence.import_values import ImportPlan, KnownPerson
from dagleder.competence.service import CompetenceService
from ui.competence.import_reading import CompetenceSheets
from ui.competence.import_rows import Who
from ui.kit.date_input import DateInput
from ui.kit.import_values import Reading, Row
from ui.kit.import_view import Around, ImportView
from ui.kit.label import Label

_DAY_WIDTH = 152


class Surroundings(Around, Protocol):
    """With a clock: assessments have a day."""

    @property
    def clock(self) -> Clock: ...


class CompetenceImport(ImportView):
    """`day` and `who` are what this kind of list lets her choose besides."""

    def __init__(self, around: Surroundings, competence: CompetenceService) -> None:
        super().__init__(around, CompetenceSheets(competence))
        self._clock = around.clock
        self._plan: ImportPlan | None = None
        self.day = DateInput(around.theme, around.clock.today, read=parse_past_date)
        self.day.setAccessibleName("Vurderet den")
        self.who = QMenu(self)
        label = Label("Vurderet den", "table", "text2")
        label.setBuddy(self.day)
        self.list.beside.addWidget(label)
        self.list.beside.addWidget(self.day)
        self._resize()
        around.theme.changed.connect(self._resize)
        self.day.left.connect(self._choose_day)
        self.list.asked.connect(self._ask_who)
        self.shown.connect(self._keep)

    def _resize(self) -> None:
        self.day.setFixedWidth(self._around.theme.px(_DAY_WIDTH))

    def _keep(self, reading: Reading) -> None:
        self._plan = reading.plan
        self.day.setText(day_digits(reading.plan.day))

    def _choose_day(self) -> None:
        if self._plan is None:
            return
        try:
            day = parse_past_date(self.day.text(), today=self._clock.today())
        except UserProblem as problem:
            self.day.setText(day_digits(self._plan.day))
            self._around.messages.problem(problem)
            return
        if day != self._plan.day:
            self.wish(lambda wishes: wishes.with_day(day))

    def _ask_who(self, row: Row, about: Who) -> None:
        """A menu of the likely ones, with all others beside."""
        if self._plan is None or self.list.table is None:
            return
        self.who.clear()
        likely = [person for person in self._plan.present if person.id in about.candidates]
        self._offer(self.who, row, likely)
        if likely:
            self.who.addSeparator()
        others = self.who.addMenu("En anden medarbejder") if likely else self.who
        self._offer(others, row, [person for person in self._plan.present if person not in likely])
        self.who.popup(self.list.table.place_of(row))

    def _offer(self, menu: QMenu, row: Row, people: Iterable[KnownPerson]) -> None:
        for person in people:
            menu.addAction(person.name.replace("&", "&&")).triggered.connect(partial(self._take, row.number, person.id))

    def _take(self, row: int, employee_id: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 -- Qt's own
        self.wish(lambda wishes: wishes.with_person(row, employee_id))
