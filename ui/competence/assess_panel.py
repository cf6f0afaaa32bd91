"""'Ret niveau': an assessment with all there is to it; a certificate with the day until which it holds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from dagleder.base.errors import UserProblem
from dagleder.base.text import capitalised, plural
from dagleder.competence.drafts import AssessmentDraft
from dagleder.competence.facts import Assessed, Competence
from dagleder.competence.levels import ALONE, SOURCE_NAMES, Source
from dagleder.presence.facts import Person
from ui.competence.wording import level_choices
from ui.kit.buttons import Button, Kind, Look
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.line_input import Trouble
from ui.kit.side_panel import SidePanel
from ui.theme.theme import Theme

_SOURCES = tuple(Option(source, capitalised(name)) for source, name in SOURCE_NAMES.items())


@dataclass(frozen=True)
class Subject:
    """Whom and what it is about, and what counts now (None: nothing is known).

    `others` are those the same is entered of at once.
    """

    person: Person
    competence: Competence
    counted: Assessed | None
    today: Callable[[], date]
    others: tuple[Person, ...] = ()

    @property
    def title(self) -> str:
        """'Karen Ulvdal · TRAS', '3 medarbejdere · Førstehjælp'."""
        who = f"{len(self.others) + 1} medarbejdere" if self.others else self.person.name
        return f"{who} · {self.competence.head}"


class AssessPanel(SidePanel):
    """`confirmed` gives the draft and, where an earlier one is to be changed, that one."""

    confirmed = Signal(object, object)  # AssessmentDraft, Assessed | None

    def __init__(self, theme: Theme, subject: Subject, change: Assessed | None = None) -> None:
        super().__init__(theme, subject.title)
        self._subject, self._change = subject, change
        proposed = subject.competence.valid_until_from(change.day) if change else None
        self._own_until = change is not None and change.valid_until != proposed
        self.form = Form(theme, _fields(subject.competence), today=subject.today, save=self._left, says_saved=False)
        self.form.load(_values(change) if change else _new(subject))
        self.column.addWidget(self.form)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(Button(theme, "Gem vurdering", self._finish, Look(Kind.PRIMARY, "check")))
        self.column.addLayout(row)
        self.column.addStretch(1)
        self.form.entered.connect(self._finish)
        self.form.edited.connect(self._write)
        self.form.saved.connect(self._doubt_again)
        self.finished.connect(self._finish)

    def propose(self, level: int) -> None:
        """The level as typed; of what lapses also the day until which it would hold."""
        self.written = True
        self.form.refresh({"level": level})
        self._propose_until(self._subject.today(), level)

    def ask_own(self, known: Assessed | None) -> None:
        """What she says of herself is entered, with what she said before as the beginning."""
        self.form.refresh({"level": known.level if known else None, "source": Source.SELF})

    def begin(self) -> None:
        self.go_to("valid_until" if self._proposed() else "level")

    def go_to(self, field: str) -> None:
        """What is typed takes the place of what is proposed."""
        control = self.form.frame(field).control
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(control, QLineEdit):
            control.selectAll()

    def show_problem(self, problem: UserProblem) -> bool:
        return self.form.show_problem(problem)

    def _write(self) -> None:
        self.written = True

    def _proposed(self) -> bool:
        return self._subject.competence.certificate and self.form.values().get("level") == ALONE

    def _left(self, key: str, value: object) -> None:
        """The day until which it holds follows level and day, until she writes another.

        Raises UserProblem for a day that cannot be.
        """
        values = {**self.form.values(), key: value}
        if key in {"day", "valid_until"}:
            self._check_days(values)
        level, day = values["level"], values["day"]
        if key == "valid_until":
            self._own_until = True
        elif key in {"level", "day"} and isinstance(level, int) and isinstance(day, date):
            self._propose_until(day, level)

    def _check_days(self, values: dict[str, Any]) -> None:
        competence, level = self._subject.competence, values["level"]
        known = {"level": ALONE if level is None else level, "evidence": "", "note": ""}
        draft = self._draft({**values, **known})
        draft.check(certificate=competence.certificate, today=self._subject.today())
        draft.check_order(self._change)

    def _doubt_again(self, key: str) -> None:
        """A last day before the day of the proof may be right beside another day."""
        if key == "day" and self._subject.competence.certificate:
            until = self.form.frame("valid_until")
            if until.trouble is Trouble.PROBLEM:
                until.left.emit()

    def _propose_until(self, day: date, level: int) -> None:
        competence = self._subject.competence
        if not level:
            self._own_until = False
        if competence.months and not self._own_until:
            self.form.refresh({"valid_until": self._until(day) if level else None})

    def _until(self, day: date) -> date | None:
        """A proof she is found to have never ends earlier for it; of several, each has her own."""
        until, counted = self._subject.competence.valid_until_from(day), self._subject.counted
        if until is None or counted is None or counted.valid_until is None or self._change or self._subject.others:
            return until
        return max(until, counted.valid_until)

    def _finish(self) -> None:
        self.form.commit()  # Enter finishes the panel before its field is left
        values: dict[str, Any] | None = self.form.read_all()
        if values is not None:
            self.confirmed.emit(self._draft(values), self._change)

    def _draft(self, values: dict[str, Any]) -> AssessmentDraft:
        return AssessmentDraft(self._subject.person.id, self._subject.competence.id, **values)


def _fields(competence: Competence) -> Iterator[Field]:
    options = tuple(Option(level, text) for level, text in level_choices(competence))
    yield Field("level", "Niveau", FieldKind.CHOICE, "Vælg et niveau.", options=options)
    yield Field("day", "Dag", FieldKind.PAST_DATE, "Skriv en dag.")
    yield Field("source", "Kilde", FieldKind.CHOICE, "Vælg en kilde.", options=_SOURCES)
    if competence.certificate:
        months = plural(competence.months, "måned", "måneder") if competence.months else ""
        holds = f"Holder {months} fra dagen. " if months else ""
        yield Field("valid_until", "Gælder til og med", FieldKind.DATE, hint=f"{holds}Tomt: udløber ikke.")
    yield Field("evidence", "Bevis eller kursus")
    yield Field("note", "Note", FieldKind.MULTILINE)


def _new(subject: Subject) -> dict[str, object]:
    """What is known now, to be found anew today by the leader; having it still says nothing against its last day."""
    counted, today = subject.counted, subject.today()
    level = counted.level_on(today) if counted else None
    return {
        "level": level,
        "day": today,
        "source": Source.LEADER,
        "valid_until": counted.valid_until if counted and level else None,
    }


def _values(assessed: Assessed) -> dict[str, object]:
    return {
        "level": assessed.level,
        "day": assessed.day,
        "source": assessed.source,
        "valid_until": assessed.valid_until,
        "evidence": assessed.evidence,
        "note": assessed.note,
    }
