"""A competence's name, area and kind: a new one of her own, or one of the house that is to be called something else."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from dagleder.base.errors import UserProblem
from dagleder.base.text import capitalised
from dagleder.competence.drafts import MOST_MONTHS, CompetenceDraft
from dagleder.competence.facts import Area, Competence
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.side_panel import SidePanel
from ui.theme.theme import Theme


class NamePanel(SidePanel):
    """`confirmed` gives the draft."""

    confirmed = Signal(object)  # CompetenceDraft

    def __init__(
        self, theme: Theme, areas: Sequence[Area], today: Callable[[], date], competence: Competence | None = None
    ) -> None:
        super().__init__(theme, competence.name if competence else "Ny kompetence")
        self.form = Form(theme, _fields(areas), today=today)
        self.form.load(_values(competence) if competence else {"area_id": areas[0].id if areas else None})
        self.form.entered.connect(self._finish)
        self.finished.connect(self._finish)
        self.column.addWidget(self.form)
        row = QHBoxLayout()
        row.addStretch(1)
        text = "Ret kompetence" if competence else "Opret kompetence"
        row.addWidget(Button(theme, text, self._finish, Look(Kind.PRIMARY, "check")))
        self.column.addLayout(row)
        self.column.addStretch(1)

    def propose(self, name: str) -> None:
        self.form.frame("name").put_text(capitalised(name))

    def begin(self) -> None:
        self.form.frame("name").control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: UserProblem) -> bool:
        return self.form.show_problem(problem)

    def _finish(self) -> None:
        values: dict[str, Any] | None = self.form.read_all()
        if values is not None:
            self.confirmed.emit(CompetenceDraft(**values))


def _fields(areas: Sequence[Area]) -> Iterator[Field]:
    options = tuple(Option(area.id, area.name) for area in areas)
    yield Field("name", "Navn", required="Skriv hvad kompetencen hedder.")
    yield Field("short_name", "Kort navn", hint="Står over kolonnen.")
    yield Field("area_id", "Område", FieldKind.CHOICE, "Vælg et område.", options=options)
    yield Field("new_area", "Eller et nyt område")
    yield Field("certificate", "Bevis eller funktion", FieldKind.CHECK, hint="Man har det, eller man har det ikke.")
    yield Field(
        "months", "Måneder, et bevis holder", FieldKind.NUMBER, low=1, high=MOST_MONTHS, hint="Tomt: udløber ikke."
    )


def _values(competence: Competence) -> dict[str, object]:
    return {
        "name": competence.name,
        "short_name": competence.short_name,
        "area_id": competence.area_id,
        "certificate": competence.certificate,
        "months": competence.months,
    }
