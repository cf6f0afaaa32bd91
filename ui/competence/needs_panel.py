"""'Ret behov og mål': how many should be able to do something, and where; what each role is expected to have."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from dagleder.competence.belonging import place_name
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.levels import ALONE, CERTIFICATE_LEVELS, LEVELS, NOT_YET
from dagleder.competence.service import CompetenceService
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import MOST, Place
from dagleder.staff.roles import ROLES
from ui.competence.coverage import places_of
from ui.context import Context
from ui.kit.buttons import Button, Look
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.fields import Option
from ui.kit.label import Label
from ui.kit.sentence import Sentence, SentenceLine
from ui.kit.side_panel import SidePanel
from ui.kit.stepper import Stepper

_NONE, _HELD = Option(None, "Intet"), "Ja"


class NeedsPanel(SidePanel):
    """Each number is saved as it is changed; all of it can be taken back."""

    def __init__(
        self,
        context: Context,
        service: CompetenceService,
        competence: Competence,
        facts: Callable[[], Facts],
        rename: Callable[[], None],
    ) -> None:
        super().__init__(context.theme, competence.name)
        self._context, self._service, self._competence, self._read = context, service, competence, facts
        self._steppers: dict[Place, Stepper] = {}
        self._targets: dict[str, ChoiceInput] = {}
        self._problems: dict[Place, SentenceLine] = {}
        self._build(facts())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(Button(self.theme, "Ret navn…", rename, Look(icon="pencil", compact=True)))
        row.addWidget(Button(self.theme, "Slå fra", self._hide, Look(compact=True), "Slå kompetencen fra"))
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def begin(self) -> None:
        self._steppers[HOUSE].setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> bool:
        facts, key = self._read(), self._competence.id
        if facts.competences.get(key) != self._competence:
            return False
        for place, stepper in self._steppers.items():
            if isinstance(stepper.raw(), int):  # what was typed wrong stays to be put right
                stepper.show_raw(facts.wanted.get((key, place), 0))
        for role, choice in self._targets.items():
            choice.show_raw(facts.targets.get((key, role)))
        return True

    def _build(self, facts: Facts) -> None:
        self.column.addWidget(Label("Hvor mange skal kunne selv?", "label"))
        self.column.addLayout(self._wanted_rows(facts))
        self.column.addWidget(Label("Stillingernes mål", "label"))
        self.column.addLayout(self._target_rows(facts))

    def _wanted_rows(self, facts: Facts) -> QGridLayout:
        rows, key = _rows(), self._competence.id
        for place in places_of(facts):
            stepper = Stepper(self.theme, 0, MOST)
            stepper.show_raw(facts.wanted.get((key, place), 0))
            stepper.setAccessibleName(f"Ønsket antal, {place_name(facts, place)}")
            stepper.left.connect(partial(self._set_wanted, place, stepper))
            stepper.refused.connect(partial(self._say, place))
            self._steppers[place] = stepper
            _add(rows, place_name(facts, place), stepper)
            self._problems[place] = problem = SentenceLine(self.theme)
            problem.hide()
            rows.addWidget(problem, rows.rowCount(), 0, 1, 2)
        return rows

    def _target_rows(self, facts: Facts) -> QGridLayout:
        rows, key = _rows(), self._competence.id
        used = {person.role for person in facts.people.values()}
        levels = CERTIFICATE_LEVELS if self._competence.certificate else LEVELS
        texts = {ALONE: _HELD} if self._competence.certificate else {}
        options = [_NONE, *(Option(n, texts.get(n, str(n))) for n in levels if n > NOT_YET)]
        for role in ROLES:
            if role.key in used or (key, role.key) in facts.targets:
                choice = ChoiceInput(options)
                choice.show_raw(facts.targets.get((key, role.key)))
                choice.setAccessibleName(f"Mål for {role.name}")
                choice.left.connect(partial(self._set_target, role.key, choice))
                self._targets[role.key] = choice
                _add(rows, role.name, choice)
        return rows

    def _say(self, place: Place, problem: str) -> None:
        """What is wrong with a number, under it; '' takes it away."""
        line = self._problems[place]
        line.show_sentence(Sentence(problem, "danger", "octagon-alert"))
        line.setVisible(bool(problem))

    def _set_wanted(self, place: Place, stepper: Stepper) -> None:
        self._say(place, "")
        count = stepper.value()
        if count != self._read().wanted.get((self._competence.id, place), 0):
            self._context.run("", partial(self._service.set_wanted, {(self._competence.id, place): count}))

    def _set_target(self, role: str, choice: ChoiceInput) -> None:
        level = choice.raw()
        wanted = level if isinstance(level, int) else None
        self._context.run("", partial(self._service.set_target, self._competence.id, role, wanted))

    def _hide(self) -> None:
        said = f"{self._competence.head} er slået fra"
        if self._context.run(said, partial(self._service.hide_competence, self._competence.id)).ok:
            self.closed.emit()


def _rows() -> QGridLayout:
    """Names to the left, what is chosen of each under one another to the right."""
    rows = QGridLayout()
    rows.setHorizontalSpacing(8)
    rows.setVerticalSpacing(6)
    rows.setColumnStretch(0, 1)
    return rows


def _add(rows: QGridLayout, name: str, control: QWidget) -> None:
    number = rows.rowCount()
    rows.addWidget(Label(name, "table", wrap=True), number, 0)
    rows.addWidget(control, number, 1)
