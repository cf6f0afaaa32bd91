"""'Mål': what somebody is to reach, and when; an open goal is changed, reached or given up here."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from dagleder.base.errors import UserProblem
from dagleder.base.text import capitalised
from dagleder.competence.drafts import GoalDraft
from dagleder.competence.facts import Competence, Goal
from dagleder.competence.levels import ALONE, GUIDES, SOURCE_NAMES, Source
from ui.competence.assess_panel import Subject
from ui.competence.wording import assessed_text, level_choices
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.kit.side_panel import SidePanel
from ui.theme.theme import Theme

_SOURCES = tuple(Option(source, capitalised(SOURCE_NAMES[source])) for source in (Source.LEADER, Source.TALK))


class GoalPanel(SidePanel):
    """`confirmed` gives the draft; `ended` an open goal, and whether it was reached."""

    confirmed = Signal(object)  # GoalDraft
    ended = Signal(object, bool)  # Goal, reached

    def __init__(self, theme: Theme, subject: Subject, level: int, goal: Goal | None = None) -> None:
        super().__init__(theme, f"Mål for {subject.person.called} · {subject.competence.head}")
        self._subject = subject
        now = capitalised(assessed_text(subject.counted, subject.competence, subject.today()))
        self.column.addWidget(Label(f"Nu: {now}", "table", "text2", wrap=True))
        self.form = Form(theme, _fields(subject.competence, level), today=subject.today)
        self.form.load(_values(goal) if goal else {"level": _next(subject.competence, level), "source": Source.LEADER})
        self.form.entered.connect(self._finish)
        self.form.edited.connect(self._write)
        self.finished.connect(self._finish)
        self.column.addWidget(self.form)
        row = QHBoxLayout()
        row.addStretch(1)
        text = "Ret mål" if goal else "Sæt mål"
        row.addWidget(Button(theme, text, self._finish, Look(Kind.PRIMARY, "target")))
        self.column.addLayout(row)
        if goal is not None:
            self._add_endings(goal)
        self.column.addStretch(1)

    def begin(self) -> None:
        self.form.frame("level").control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, problem: UserProblem) -> bool:
        return self.form.show_problem(problem)

    def _write(self) -> None:
        self.written = True

    def _add_endings(self, goal: Goal) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Button(self.theme, "Målet er nået", partial(self.ended.emit, goal, True), Look(icon="check")))  # noqa: FBT003 -- a signal's value
        row.addWidget(Button(self.theme, "Opgiv målet", partial(self.ended.emit, goal, False)))  # noqa: FBT003 -- a signal's value
        row.addStretch(1)
        self.column.addLayout(row)

    def _finish(self) -> None:
        values: dict[str, Any] | None = self.form.read_all()
        if values is not None:
            self.confirmed.emit(GoalDraft(self._subject.person.id, self._subject.competence.id, **values))


def _next(competence: Competence, level: int) -> int:
    return ALONE if competence.certificate else min(max(level + 1, ALONE), GUIDES)


def _fields(competence: Competence, level: int) -> Iterator[Field]:
    higher = [(key, text) for key, text in level_choices(competence) if key > min(level, ALONE)]
    options = tuple(Option(key, text) for key, text in higher)
    yield Field("level", "Niveau", FieldKind.CHOICE, "Vælg et niveau.", options=options)
    yield Field("due", "Senest", FieldKind.DATE)
    yield Field("source", "Aftalt af", FieldKind.CHOICE, "Vælg en kilde.", options=_SOURCES)
    yield Field("note", "Hvordan", FieldKind.MULTILINE, hint="Fx hvem der guider, og hvilket kursus.")


def _values(goal: Goal) -> dict[str, object]:
    return {"level": goal.level, "due": goal.due, "source": goal.source, "note": goal.note}
