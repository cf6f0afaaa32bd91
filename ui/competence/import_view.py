"""A sheet of competences is read, looked through and taken in: with the day of it, and who a row is about."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Final, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from dagleder.base.clock import Clock
from dagleder.base.errors import UserProblem
from dagleder.competence.import_values import ImportPlan, KnownPerson
from dagleder.competence.service import CompetenceService
from ui.competence.import_reading import CompetenceSheets
from ui.competence.import_rows import Who
from ui.kit.field_frame import FieldFrame
from ui.kit.fields import Field, FieldKind
from ui.kit.import_values import Reading, Row
from ui.kit.import_view import Around, ImportView
from ui.kit.label import Label

_DAY: Final = Field("day", "Vurderet den", FieldKind.PAST_DATE, "Skriv, hvilken dag vurderingerne er fra.")
_DAY_WIDTH = 232  # so that what is wrong with a day takes few lines
_HELD = "Ret først den dag, vurderingerne er fra."


class Surroundings(Around, Protocol):
    """With a clock: assessments have a day."""

    @property
    def clock(self) -> Clock: ...


class CompetenceImport(ImportView):
    """`day` and `who` are what this kind of list lets her choose besides."""

    def __init__(self, around: Surroundings, competence: CompetenceService) -> None:
        super().__init__(around, CompetenceSheets(competence))
        self._plan: ImportPlan | None = None
        self.day = FieldFrame(around.theme, _DAY, around.clock.today)
        self.who = QMenu(self)
        self.day.show_label(shown=False)  # it stands to the left, so that the field is in line with the buttons
        self._label = Label(_DAY.label, "table", "text2")
        self._label.setBuddy(self.day.control)
        for part in (self._label, self.day):
            self.list.beside.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
        self._resize()
        around.theme.changed.connect(self._resize)
        self.day.left.connect(self._choose_day)
        self.day.reverted.connect(self._release)
        self.list.asked.connect(self._ask_who)
        self.shown.connect(self._keep)
        self.done.connect(lambda _plan: self._forget())
        self.left.connect(self._forget)

    def _resize(self) -> None:
        self._label.setFixedHeight(self.day.control.sizeHint().height())
        self.day.setFixedWidth(self._around.theme.px(_DAY_WIDTH))

    def _keep(self, reading: Reading) -> None:
        """A day that cannot be used stays where she wrote it, whatever else of the list is read anew."""
        self._plan = reading.plan
        if not self.day.refused:
            self.day.show_value(reading.plan.day)
            self._release()

    def _forget(self) -> None:
        self._plan = None
        self.day.show_value(None)
        self._release()

    def _choose_day(self) -> None:
        if self._plan is None:
            return
        try:
            day = self.day.read()
        except UserProblem as problem:
            self._refuse_day(problem)
            return
        self.day.show_doubt(None)
        self._release()
        if isinstance(day, date) and day != self._plan.day:
            self.wish(lambda wishes: wishes.with_day(day))

    def show_problem(self, problem: UserProblem) -> bool:
        if problem.field != _DAY.key:
            return False
        self._refuse_day(problem)
        return True

    def _refuse_day(self, problem: UserProblem) -> None:
        """Nothing is taken in with another day than the one that stands there."""
        self.day.show_problem(problem)
        self.list.hold(_HELD)

    def _release(self) -> None:
        self.list.hold("")

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
