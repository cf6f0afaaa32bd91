"""The kinds of task, one line each; 'Ret' opens the fields under it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from dagleder.competence.facts import Competence
from dagleder.competence.levels import LEVEL_NAMES, LEVELS, NOT_YET
from dagleder.competence.service import CompetenceService
from dagleder.staff.roles import ROLES
from dagleder.tasks.criteria import CRITERION_NAMES
from dagleder.tasks.kinds import WEIGHT_NAMES, Kind, Subject, Weights
from dagleder.tasks.service import TasksService
from ui.context import Context
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.label import Label
from ui.settings.asked_needs import NeedsEditor
from ui.settings.opening_row import ItemEditor, OpeningRow, RoleTicks
from ui.settings.weights_bar import WeightsBar

_SUBJECTS = {
    Subject.NONE: "Ingen kompetence",
    Subject.METHOD: "En metode",
    Subject.SUBJECT: "Et emne",
}
_FIELDS = (
    Field("name", "Opgavetype", required="Skriv hvad opgavetypen hedder.", span=12),
    Field(
        "subject",
        "Vælges med hver opgave",
        FieldKind.CHOICE,
        span=6,
        options=tuple(Option(subject, name) for subject, name in _SUBJECTS.items()),
    ),
    Field(
        "subject_level",
        "På niveau",
        FieldKind.CHOICE,
        span=6,
        options=tuple(Option(level, f"{level} {LEVEL_NAMES[level]}") for level in LEVELS if level != NOT_YET),
    ),
)


@dataclass(frozen=True)
class TaskKindParts:
    """Where a kind is kept, and what it may ask for."""

    tasks: TasksService
    competence: CompetenceService


class TaskKindRow(OpeningRow):
    def __init__(self, context: Context, parts: TaskKindParts, kind: Kind) -> None:
        super().__init__(
            context.theme,
            lambda: TaskKindEditor(context, parts.competence.competences, self._save, self._weigh),
            self._turn_hidden,
        )
        self._context, self._tasks, self._kind = context, parts.tasks, kind

    def show_item(self, item: Kind) -> None:
        self._kind = item
        self.show_kind(item, task_kind_text(item))

    def _save(self, key: str, value: object) -> None:
        changed: dict[str, Any] = {key: value}
        self._tasks.change_kind(self._kind.id, replace(self._kind.draft(), **changed))

    def _weigh(self, weights: Weights) -> None:
        self._tasks.set_weights(self._kind.id, weights)

    def _turn_hidden(self) -> None:
        kind = self._kind
        said = f"{kind.name} er med igen" if kind.hidden else f"{kind.name} er skjult. Opgaver, der er lavet, bliver"
        self._context.run(said, partial(self._tasks.hide_kind, kind.id, hidden=not kind.hidden))


class TaskKindEditor(ItemEditor):
    def __init__(
        self,
        context: Context,
        competences: Callable[[], Sequence[Competence]],
        save: Callable[[str, object], None],
        weigh: Callable[[Weights], None],
    ) -> None:
        super().__init__(Form(context.theme, _FIELDS, today=context.clock.today, save=save))
        self._competences = competences
        self.needs = NeedsEditor(context.theme)
        self.needs.changed.connect(lambda needs: context.run("", partial(save, "needs", needs)))
        self.roles = RoleTicks()
        self.roles.left.connect(lambda: context.run("", partial(save, "roles", self.roles.chosen())))
        self.column.addWidget(Label("Stillinger, der må få den. Er ingen valgt, må alle.", "label"))
        self.column.addWidget(self.roles)
        self.column.addWidget(Label("Hvad en opgave af typen kræver", "label"))
        self.column.addWidget(self.needs)
        self.weights = WeightsBar(across=True)
        self.weights.changed.connect(lambda weights: context.run("", partial(weigh, weights)))
        self.column.addWidget(self.weights)

    def show_kind(self, kind: Kind) -> None:
        self.form.refresh({field.key: getattr(kind, field.key) for field in _FIELDS})
        self.roles.show_roles(kind.roles)
        self.needs.show_needs(kind.needs, self._competences())
        self.weights.show_weights(kind.weights)


def task_kind_text(kind: Kind) -> str:
    """'P, PA, D, DP · Sprogvurdering 3+ · Parathed vejer meget'."""
    roles = ", ".join(role.name for role in ROLES if role.key in kind.roles) or "Alle"
    chosen = f"{_SUBJECTS[kind.subject].lower()} {kind.subject_level}+" if kind.subject else ""
    asked = (roles, *(need.text for need in kind.needs), chosen, *_uneven(kind.weights))
    return " · ".join(part for part in asked if part)


def _uneven(weights: Weights) -> Iterator[str]:
    """What counts for more or less than usual."""
    for criterion, name in CRITERION_NAMES.items():
        weight = getattr(weights, criterion)
        if weight != getattr(Weights(), criterion):
            yield f"{name} vejer {WEIGHT_NAMES[weight].lower()}"
