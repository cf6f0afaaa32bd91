"""'Meld fravær': who, what and when; and what she has already, to be changed or taken away."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from dagleder.base.clock import Clock
from dagleder.base.errors import UserProblem
from dagleder.base.text import capitalised
from dagleder.presence.drafts import AbsenceDraft, absence_text
from dagleder.presence.facts import Absence, Person
from dagleder.presence.kinds import KINDS
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.side_panel import SidePanel, emptied
from ui.presence.period import keep_in_order
from ui.theme.theme import Theme

_KIND_OPTIONS = tuple(Option(kind.key, f"{kind.key} · {kind.name}") for kind in KINDS)
_NO_REASON = "Skriv ikke hvorfor. Det, der ikke er planlagt, er Andet."


@dataclass(frozen=True)
class AbsenceFacts:
    """What the panel reads: everybody, and what one of them has from today on."""

    people: Mapping[int, Person]
    ahead: Callable[[int], Sequence[Absence]]
    clock: Clock


class AbsencePanel(SidePanel):
    """With `absence` that one is changed, else a new one is made.

    `confirmed` gives the draft, `removed` the one to take away, `other` one of the list that is to be changed.
    """

    confirmed = Signal(object)  # AbsenceDraft
    removed = Signal(object)  # Absence
    other = Signal(object)  # Absence

    def __init__(self, theme: Theme, facts: AbsenceFacts, absence: Absence | None = None) -> None:
        super().__init__(theme, "Ret fravær" if absence else "Meld fravær")
        self._facts, self._absence = facts, absence
        self.form = Form(theme, _fields(facts.people), today=facts.clock.today, save=self._left, says_saved=False)
        self.form.edited.connect(self._edited)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.column.addWidget(self.form)
        self.column.addWidget(Label(_NO_REASON, "small", "text2", wrap=True))
        self.column.addLayout(self._buttons())
        self.column.addLayout(self._list)
        self.column.addStretch(1)
        if absence is not None:
            self.show_values(
                {
                    "employee_id": absence.employee_id,
                    "kind": absence.kind,
                    "first": absence.first,
                    "last": absence.last,
                    "start": absence.start,
                    "end": absence.end,
                }
            )

    def show_values(self, values: Mapping[str, object]) -> None:
        self.form.load(values)
        self._show_ahead()

    def show_problem(self, problem: UserProblem) -> bool:
        return self.form.show_problem(problem)

    def renew(self) -> bool:
        self._show_ahead()
        return True

    def begin(self) -> None:
        """At the first field that is empty."""
        values = self.form.values()
        empty = next((key for key in ("employee_id", "kind", "first") if values[key] is None), "first")
        self.form.frame(empty).control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        absence = self._absence
        if absence is not None:
            row.addWidget(Button(self.theme, "Fjern", partial(self.removed.emit, absence), Look(Kind.DANGER)))
        row.addStretch(1)
        text = "Ret fravær" if absence else "Meld fravær"
        row.addWidget(Button(self.theme, text, self._finish, Look(Kind.PRIMARY, "check")))
        return row

    def _left(self, key: str, value: object) -> None:
        keep_in_order(self.form, key, value)

    def _edited(self, key: str) -> None:
        if key == "employee_id":
            self._show_ahead()

    def _show_ahead(self) -> None:
        column = emptied(self._list)
        employee_id = self.form.frame("employee_id").control.raw()
        if not isinstance(employee_id, int):
            return
        others = [
            each for each in self._facts.ahead(employee_id) if self._absence is None or each.id != self._absence.id
        ]
        called = self._facts.people[employee_id].called
        title = f"{called} har fremover" if others else f"{called} har intet andet fravær fremover."
        column.addWidget(Label(title, "label" if others else "small", "" if others else "text2", wrap=True))
        for each in others:
            text = capitalised(absence_text(each))
            button = Button(
                self.theme, text, partial(self.other.emit, each), Look(Kind.LINK), f"Ret {absence_text(each)}"
            )
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _finish(self) -> None:
        values: dict[str, Any] | None = self.form.read_all()
        if values is not None:
            self.confirmed.emit(AbsenceDraft(**values))


def _fields(people: Mapping[int, Person]) -> tuple[Field, ...]:
    options = tuple(Option(person.id, person.name) for person in people.values())
    return (
        Field("employee_id", "Hvem", FieldKind.CHOICE, "Vælg hvem det er.", options=options),
        Field("kind", "Hvad", FieldKind.CHOICE, "Vælg hvad det er.", options=_KIND_OPTIONS),
        Field("first", "Fra", FieldKind.DATE, "Skriv den første dag.", span=6),
        Field("last", "Til og med", FieldKind.DATE, "Skriv den sidste dag.", span=6),
        Field("start", "Fra kl.", FieldKind.CLOCK, span=6, hint="Kun ved en del af dagen."),
        Field("end", "Til kl.", FieldKind.CLOCK, span=6),
    )
