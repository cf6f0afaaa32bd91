"""The left side of the dialog: what the task asks for, whom it is about, who may have it, and the four weights."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QVBoxLayout, QWidget

from dagleder.base.text import capitalised
from dagleder.competence.facts import Competence
from dagleder.staff.roles import ROLES, role_name
from dagleder.tasks.drafts import TaskDraft
from dagleder.tasks.kinds import Kind, KindDraft, Weights, usual_level
from dagleder.tasks.needs import Need
from dagleder.tasks.task import Task
from ui.kit.buttons import Button, Look
from ui.kit.buttons import Kind as ButtonKind
from ui.kit.choice_inputs import WrappingChoice
from ui.kit.label import Label
from ui.kit.rolling import Rolling
from ui.settings.asked_needs import NeedsEditor
from ui.settings.weights_bar import WeightsBar
from ui.tasks.task_form import Choices, changed_draft
from ui.theme.theme import Theme

_SIDE, _WIDTH = 16, 240
EVERYBODY = "Alle stillinger"
KEPT = "Gemmes for typen, når du giver opgaven."


@dataclass(frozen=True)
class AskedWays:
    """What is saved at once when it is changed."""

    task: Callable[[TaskDraft], None]
    kind: Callable[[Kind, KindDraft], None]
    weights: Callable[[Weights], None]


class AskedSide(QFrame):
    """Everything here is the task's own but the roles and the weights, which are its kind's."""

    def __init__(self, theme: Theme, ways: AskedWays) -> None:
        super().__init__()
        self._theme, self._ways = theme, ways
        self._task: Task | None = None
        self._choices = Choices()
        self.setProperty("ground", "surface2")
        self.needs = NeedsEditor(theme)
        self.team, self.kind = WrappingChoice(()), WrappingChoice(())
        for box in (self.team, self.kind):
            box.setProperty("compact", "true")
        self._roles_told = Label("", "table", wrap=True)
        self.roles = Button(theme, "Ret stillinger", None, Look(ButtonKind.TEXT, compact=True))
        self.roles.setProperty("dropdown", "true")
        self._of_kind, self._weights_of_kind = (Label(text, "small", "text2", wrap=True) for text in ("", KEPT))
        self.weights = WeightsBar()
        self._build()
        self.needs.changed.connect(self._put_needs)
        self.team.left.connect(lambda: self._put("team_id", self.team.raw()))
        self.kind.left.connect(lambda: self._put("kind_id", self.kind.raw()))
        self.weights.changed.connect(ways.weights)
        theme.changed.connect(self._resize)

    def show_task(self, task: Task, choices: Choices, competences: Sequence[Competence]) -> None:
        self._task, self._choices = task, choices
        self.needs.show_needs(task.needs, competences, usual_level(task.kind))
        options = choices.options(task)
        for box, key, value in (
            (self.team, "team_id", task.team_id),
            (self.kind, "kind_id", task.kind.id if task.kind else None),
        ):
            box.set_options(options[key])
            box.show_raw(value)
        self._show_roles(task.kind)

    def _build(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(_SIDE, 12, _SIDE, 14)
        column.setSpacing(5)
        column.addWidget(Label("Hvad kræver opgaven?", "h3", wrap=True))
        for name, part in (("Kompetencer", self.needs), ("Gælder for", self.team), ("Type", self.kind)):
            column.addSpacing(3)
            column.addWidget(Label(name, "label"))
            column.addWidget(part)
            part.setAccessibleName(name)
            part.setSizePolicy(QSizePolicy.Policy.Ignored, part.sizePolicy().verticalPolicy())
        column.addSpacing(3)
        column.addWidget(Label("Stillinger", "label"))
        column.addWidget(self._roles_told)
        column.addWidget(self.roles, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._of_kind)
        column.addSpacing(10)
        column.addWidget(self.weights)
        column.addWidget(self._weights_of_kind)
        column.addStretch(1)
        area = Rolling()
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._resize()

    def _resize(self) -> None:
        self.setFixedWidth(self._theme.px(_WIDTH))

    # who may have it

    def _show_roles(self, kind: Kind | None) -> None:
        names = [role_name(role.key) for role in ROLES if kind and role.key in kind.roles]
        self._roles_told.setText(capitalised(", ".join(names)) or EVERYBODY)
        for part in (self.roles, self._of_kind, self._weights_of_kind):
            part.setVisible(kind is not None)
        if kind is not None:
            self._of_kind.setText(f"Gælder alle opgaver af typen {kind.name}.")
            self.roles.setMenu(self._menu(kind))

    def _menu(self, kind: Kind) -> QMenu:
        menu = QMenu(self.roles)
        for role in ROLES:
            action = menu.addAction(capitalised(role_name(role.key)))
            action.setCheckable(True)
            action.setChecked(kind.allows(role.key))
            action.setEnabled(kind.roles != {role.key})  # the last one stays: without any everybody may have it
            action.triggered.connect(lambda on, key=role.key: self._turn_role(kind, key, on=on))
        return menu

    def _turn_role(self, kind: Kind, role: str, *, on: bool) -> None:
        """With all of them ticked everybody may have it."""
        every = frozenset(each.key for each in ROLES)
        now = kind.roles or every
        roles = now | {role} if on else now - {role}
        self._ways.kind(kind, replace(kind.draft(), roles=frozenset() if roles == every else roles))

    # what is changed

    def _put(self, key: str, value: object) -> None:
        if self._task is not None:
            self._ways.task(changed_draft(self._task, key, value, self._choices.kinds))

    def _put_needs(self, needs: tuple[Need, ...]) -> None:
        if self._task is not None:
            self._ways.task(replace(self._task.draft(), needs=needs))
