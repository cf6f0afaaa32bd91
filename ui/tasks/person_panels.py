"""What is asked for beside somebody's tasks: a new task of hers, and what she did before the program."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from dagleder.base.dates import day_digits
from dagleder.base.errors import UserProblem
from dagleder.staff.people import Person
from dagleder.tasks.drafts import PersonDraft, TaskDraft
from dagleder.tasks.earlier import EarlierDraft, EarlierTask, earlier_days
from dagleder.tasks.kinds import Kind
from ui.kit.buttons import Button, Look
from ui.kit.buttons import Kind as ButtonKind
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.side_panel import SidePanel
from ui.theme.theme import Theme

_LINE = 8  # columns: as wide as the panel has room for


class FormPanel(SidePanel):
    """A form and the button that finishes it; `confirmed` gives the values."""

    confirmed = Signal(object)  # dict[str, Any], by the fields' keys

    def __init__(
        self, theme: Theme, title: str, fields: Sequence[Field], today: Callable[[], date], button: str
    ) -> None:
        super().__init__(theme, title)
        self.form = Form(theme, fields, today=today)
        self.form.load({})
        self.form.entered.connect(self.finish)
        self.column.addWidget(self.form)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button(theme, button, self.finish, Look(ButtonKind.PRIMARY, "check")))
        self.column.addLayout(row)
        self.column.addStretch(1)

    def begin(self) -> None:
        self.form.frames()[0].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: UserProblem) -> bool:
        return self.form.show_problem(problem)

    def finish(self) -> None:
        values = self.form.read_all()
        if values is not None:
            self.confirmed.emit(values)


def new_task_panel(theme: Theme, person: Person, kinds: Sequence[Kind], today: Callable[[], date]) -> FormPanel:
    """The rest of it is entered in Opgaver."""
    options = (Option(None, "Ingen type"), *(Option(kind.id, kind.name) for kind in kinds))
    fields = (
        Field("title", "Opgave", required="Skriv hvad opgaven hedder.", span=_LINE),
        Field("due", "Frist", FieldKind.COMING_DATE),
        Field("kind_id", "Type", FieldKind.CHOICE, options=options),
    )
    return FormPanel(theme, f"Ny opgave til {person.called}", fields, today, "Opret opgave")


def new_task(person: Person, values: dict[str, Any]) -> TaskDraft:
    return TaskDraft(**values, people=(PersonDraft(person.id),))


def earlier_panel(
    theme: Theme, person: Person, kinds: Sequence[Kind], today: Callable[[], date], entry: EarlierTask | None
) -> FormPanel:
    def begun(typed: str) -> date:
        """A whole month or year has its last day too."""
        first, last = earlier_days(typed, today())
        until = panel.form.frame("last")
        if last != first and not until.text:
            until.put_text(day_digits(last))
        return first

    fields = (
        Field(
            "kind_id",
            "Type opgave",
            FieldKind.CHOICE,
            "Vælg en type.",
            options=tuple(Option(kind.id, kind.name) for kind in kinds),
        ),
        Field("first", "Fra", FieldKind.PAST_DATE, "Skriv en dag.", hint="Eller en måned eller et år.", parse=begun),
        Field(
            "last",
            "Til og med",
            FieldKind.PAST_DATE,
            hint="Tomt: én dag. Stadig: skriv “i dag”.",
            parse=lambda typed: earlier_days(typed, today())[1],
        ),
        Field("text", "Hvad", span=_LINE, hint="Fx hvor, og hvor mange."),
    )
    button = "Ret erfaring" if entry else "Tilføj erfaring"
    panel = FormPanel(theme, f"Erfaring fra før · {person.called}", fields, today, button)
    if entry is not None:
        values = {"kind_id": entry.kind_id, "first": entry.first, "last": entry.last, "text": entry.text}
        panel.form.load(values)
    return panel


def earlier_draft(person: Person, values: dict[str, Any]) -> EarlierDraft:
    return EarlierDraft(person.id, **values)
