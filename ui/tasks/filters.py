"""What the list can be narrowed to, and what it is divided by: one row of choices."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from dagleder.base.text import danish_key
from dagleder.settings.places import Team
from dagleder.tasks.lists import LEFT
from dagleder.tasks.task import Task
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.fields import Option
from ui.tasks.task_lines import BY_NAMES, By, Wanted
from ui.theme.theme import Theme

_EVERYTHING = {"employee_id": "Alle personer", "team_id": "Alle stuer", "kind_id": "Alle typer"}
_BY = tuple(Option(by, f"Gruppér: {name}") for by, name in BY_NAMES.items())


class Filters(QWidget):
    """`changed` tells that another of them is chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, filter_field: QLineEdit) -> None:
        super().__init__()
        self.boxes = {key: ChoiceInput((Option(None, name),)) for key, name in _EVERYTHING.items()}
        self.divided = ChoiceInput(_BY)
        self.divided.setAccessibleName("Gruppér")
        filter_field.setMinimumWidth(theme.px(120))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(filter_field, 1)
        for key, box in self.boxes.items():
            box.setAccessibleName(f"Vis: {_EVERYTHING[key].lower()}")
            row.addWidget(box)
        row.addWidget(self.divided)
        for box in (*self.boxes.values(), self.divided):
            box.activated.connect(lambda _index: self.changed.emit())
        self.show_wanted(Wanted(), By.DUE)

    @property
    def wanted(self) -> Wanted:
        """What is chosen now."""
        picked = {key: box.raw() for key, box in self.boxes.items()}
        return Wanted(**{key: each if isinstance(each, int) else None for key, each in picked.items()})

    @property
    def by(self) -> By:
        return By(str(self.divided.raw()))

    def show_wanted(self, wanted: Wanted, by: By) -> None:
        for key, box in self.boxes.items():
            box.show_raw(getattr(wanted, key))
            if box.raw() is None:
                box.show_raw(None)
        self.divided.show_raw(by)

    def offer(self, tasks: Iterable[Task], teams: Iterable[Team], today: date) -> None:
        """Those who have a part in something, stuer, and kinds in use; what she has chosen stays where it is there.

        Who has left is offered while there is something to take over.
        """
        tasks, wanted = tuple(tasks), self.wanted
        people = {
            person.employee_id: f"{person.name} ({LEFT})" if person.left(today) else person.name
            for task in tasks
            for person in task.people
            if not (task.ended and person.left(today))
        }
        names = {
            "employee_id": dict(sorted(people.items(), key=lambda pair: danish_key(pair[1]))),
            "team_id": {team.id: team.name for team in teams},
            "kind_id": {task.kind.id: task.kind.name for task in tasks if task.kind},
        }
        for key, box in self.boxes.items():
            options = [Option(number, name) for number, name in names[key].items()]
            box.set_options((Option(None, _EVERYTHING[key]), *options))
            if getattr(wanted, key) not in names[key]:
                wanted = replace(wanted, **{key: None})
        self.show_wanted(wanted, self.by)
