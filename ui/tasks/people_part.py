"""Who has a task, who learns along, and who is the one to turn to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.base.text import capitalised
from dagleder.tasks.drafts import PersonDraft
from dagleder.tasks.states import PART_NAMES, Part
from dagleder.tasks.task import Task, TaskPerson
from ui.context import Context
from ui.kit.actions import Action
from ui.kit.buttons import Button, Kind, Look
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.fields import Option
from ui.kit.label import Label
from ui.kit.person_dot import SMALL, PersonDot
from ui.kit.side_panel import emptied
from ui.tasks.part import PanelPart, row_of

_PARTS = tuple(Option(part, capitalised(name)) for part, name in PART_NAMES.items())
_ADD = "Tilføj en medarbejder"
Put = Callable[[Sequence[PersonDraft], str], bool]


class PeoplePart(PanelPart):
    """`put` saves who takes part; `ways` are the actions beside the heading."""

    def __init__(self, context: Context, put: Put, ways: Sequence[Action]) -> None:
        super().__init__("Hvem")
        self._theme = context.theme
        self._put, self._ways = put, ways
        self._task: Task | None = None
        self._staff: Mapping[int, str] = {}
        self._nobody = Label("", "table", "text2", wrap=True)
        self._rows, self._buttons = QVBoxLayout(), list[tuple[Button, Action]]()
        self._rows.setSpacing(4)
        self.add = ChoiceInput((Option(None, _ADD),))
        self.add.setAccessibleName(_ADD)
        self.add.activated.connect(self._added)
        for action in ways:
            button = Button(self._theme, action.name, action.run, Look(icon=action.icon, compact=True))
            self._buttons.append((button, action))
        self.column.addWidget(self._nobody)
        self.column.addLayout(self._rows)
        self.column.addWidget(row_of(*(button for button, _ in self._buttons)))
        self.column.addWidget(self.add)

    def show_task(self, task: Task, staff: Mapping[int, str]) -> None:
        """`staff`: the names of those who could take part, by id."""
        self._task, self._staff = task, staff
        rows = emptied(self._rows)
        for person in task.people:
            rows.addWidget(self._row(person))
        self._nobody.setText("Du har den selv." if task.own else "Ingen har den endnu.")
        self._nobody.setVisible(not task.people)
        for button, action in self._buttons:
            button.setVisible(not action.why_not())
        others = {key: name for key, name in staff.items() if not task.has(key)}
        self.add.set_options((Option(None, _ADD), *(Option(key, name) for key, name in others.items())))
        self.add.show_raw(None)
        self.add.setVisible(not task.ended)

    def _row(self, person: TaskPerson) -> QWidget:
        part = ChoiceInput(_PARTS)
        part.setProperty("compact", "true")
        part.setAccessibleName(f"Hvad {person.called} gør")
        part.show_raw(person.part)
        part.left.connect(lambda: self._set_part(person, part.raw()))
        remove = Button(
            self._theme,
            "",
            partial(self._remove, person),
            Look(Kind.QUIET, "x", compact=True),
            f"Fjern {person.called} fra opgaven",
        )
        for control in (part, remove):
            control.setEnabled(self._task is not None and not self._task.ended)
        dot = PersonDot(self._theme, person.initials, SMALL)
        return row_of(dot, Label(person.name, "name", wrap=True), part, remove, stretch=1)

    # changing

    def _drafts(self) -> list[PersonDraft]:
        people = self._task.people if self._task else ()
        return [PersonDraft(person.employee_id, person.part) for person in people]

    def _set_part(self, person: TaskPerson, part: object) -> None:
        drafts = [
            replace(each, part=part) if each.employee_id == person.employee_id and isinstance(part, Part) else each
            for each in self._drafts()
        ]
        if not self._put(drafts, "") and self._task is not None:
            self.show_task(self._task, self._staff)  # a refused choice stands as it was

    def _remove(self, person: TaskPerson) -> None:
        rest = [each for each in self._drafts() if each.employee_id != person.employee_id]
        self._put(rest, f"{person.called} har ikke længere del i opgaven")

    def _added(self, _index: int) -> None:
        who = self.add.raw()
        if isinstance(who, int):
            taken = any(each.part is Part.OWNER for each in self._drafts())
            self._put([*self._drafts(), PersonDraft(who, Part.LEARNER if taken else Part.OWNER)], "")
