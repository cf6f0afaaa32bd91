"""The fields of a task: declared as data, each saved when it is left."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from dagleder.base.text import capitalised
from dagleder.settings.places import Team
from dagleder.tasks.drafts import TaskDraft
from dagleder.tasks.kinds import Kind
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.states import MANDATE_NAMES
from dagleder.tasks.task import Task
from ui.context import Context
from ui.kit.choice_inputs import ChoiceInput
from ui.kit.fields import Field, FieldKind, Option
from ui.kit.form import Form
from ui.kit.form_drafts import FormDrafts
from ui.tasks.task_lines import WHOLE_HOUSE

_REPEATS = (
    Repeat(1, Unit.WEEKS),
    Repeat(2, Unit.WEEKS),
    Repeat(1, Unit.MONTHS),
    Repeat(3, Unit.MONTHS),
    Repeat(6, Unit.MONTHS),
    Repeat(1, Unit.YEARS),
)
_ONCE = Option(None, "Gentages ikke")
_MANDATES = (Option(None, "Ikke sagt"), *(Option(key, capitalised(name)) for key, name in MANDATE_NAMES.items()))
FIELDS = (
    Field("title", "Opgave", required="Skriv hvad opgaven hedder."),
    Field("due", "Frist", FieldKind.COMING_DATE, span=6),
    Field("first", "Begynder", FieldKind.DATE, span=6),
    Field("team_id", "Gælder for", FieldKind.CHOICE, options=(Option(None, WHOLE_HOUSE),), span=6),
    Field("kind_id", "Type", FieldKind.CHOICE, options=(Option(None, "Ingen type"),), span=6),
    Field("minutes", "Timer", FieldKind.HOURS, span=4),
    Field("weekly", "Timer om ugen", FieldKind.CHECK, span=8),
    Field("mandate", "Beføjelse", FieldKind.CHOICE, options=_MANDATES, span=6),
    Field("repeat", "Gentages", FieldKind.CHOICE, options=(_ONCE,), span=6),
    Field("theme", "Tema", span=6),
    Field("origin", "Kommer fra", span=6),
    Field("description", "Beskrivelse", FieldKind.MULTILINE, lines=3),
)


@dataclass(frozen=True)
class Choices:
    """What the lists of the form hold."""

    kinds: Sequence[Kind] = ()
    teams: Sequence[Team] = ()

    def options(self, task: Task) -> dict[str, Sequence[Option]]:
        """By field; what the task has is among them, also a kind or a stue that is no more."""
        kinds = {kind.id: kind.name for kind in self.kinds} | ({task.kind.id: task.kind.name} if task.kind else {})
        teams = {team.id: team.name for team in self.teams}
        if task.team_id is not None:
            teams.setdefault(task.team_id, task.team_name)
        return {
            "kind_id": [Option(None, "Ingen type"), *(Option(key, name) for key, name in kinds.items())],
            "team_id": [Option(None, WHOLE_HOUSE), *(Option(key, name) for key, name in teams.items())],
            "repeat": [_ONCE, *(Option(each, capitalised(each.text)) for each in _repeats(task.repeat))],
        }


def _plain(repeat: Repeat | None) -> Repeat | None:
    """Without the day of the month it is counted from."""
    return replace(repeat, month_day=0) if repeat else None


def _repeats(repeat: Repeat | None) -> Sequence[Repeat]:
    own = _plain(repeat)
    return _REPEATS if own is None or own in _REPEATS else (own, *_REPEATS)


def values_of(task: Task) -> dict[str, object]:
    return {
        "title": task.title,
        "due": task.due,
        "first": task.first,
        "team_id": task.team_id,
        "kind_id": task.kind.id if task.kind else None,
        "minutes": task.minutes,
        "weekly": task.weekly,
        "mandate": task.mandate,
        "repeat": _plain(task.repeat),
        "theme": task.theme,
        "origin": task.origin.text,
        "description": task.description,
    }


def changed_draft(task: Task, key: str, value: Any, kinds: Sequence[Kind]) -> TaskDraft:
    """The task with one field another. With another kind it asks for what that does, and for what was her own."""
    draft = task.draft()
    if key == "origin":
        return replace(draft, origin=replace(draft.origin, text=value))
    if key == "kind_id":
        before = {need.competence_id for need in task.kind.needs} if task.kind else set()
        kind = next((kind for kind in kinds if kind.id == value), None)
        new = kind.needs if kind else ()
        known = before | {need.competence_id for need in new}
        needs = (*new, *(need for need in task.needs if need.competence_id not in known))
        return replace(draft, kind_id=value, needs=needs)
    if key == "minutes" and value is None:
        return replace(draft, minutes=None, weekly=False)
    return replace(draft, **{key: value})


class TaskForm(QWidget):
    """The task that is shown, and its saving."""

    def __init__(self, context: Context, change: Callable[[int, TaskDraft], None]) -> None:
        super().__init__()
        self._change = change
        self._task: Task | None = None
        self._choices = Choices()
        self.form = Form(context.theme, FIELDS, today=context.clock.today, save=self._save)
        self._drafts = FormDrafts(context.drafts, self.form, self._draft_place)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)

    def show_task(self, task: Task, choices: Choices) -> None:
        same = self._task is not None and self._task.id == task.id
        if not same:
            self._drafts.release()
        self._task, self._choices = task, choices
        self._show_options(task)
        if same:
            self.form.refresh(values_of(task))
        else:
            self.form.load(values_of(task))
            self._drafts.watch()

    def leave(self) -> None:
        """Save what is typed before another task is shown."""
        if self._task is not None:
            self.form.commit()

    def forget(self) -> None:
        """The task is gone: what was typed in it has nowhere to be saved."""
        self._drafts.release()
        self._task = None

    def _show_options(self, task: Task) -> None:
        for key, options in self._choices.options(task).items():
            control = self.form.frame(key).control
            if isinstance(control, ChoiceInput):
                shown = control.raw()
                control.set_options(options)
                control.show_raw(shown)

    def _draft_place(self, key: str) -> str:
        return f"tasks/{self._task.id if self._task else 0}/{key}"

    def _save(self, key: str, value: object) -> None:
        if self._task is not None:
            self._change(self._task.id, changed_draft(self._task, key, value, self._choices.kinds))
