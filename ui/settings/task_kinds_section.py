"""Opgavetyper: what they are called, who may have them, and what is chosen with each task."""

from functools import partial

from dagleder.competence.service import CompetenceService
from dagleder.tasks.kinds import KindDraft
from dagleder.tasks.service import TasksService
from ui.context import Context
from ui.settings.hiding_section import HidingSection, Kinds
from ui.settings.task_kind_rows import TaskKindParts, TaskKindRow


class TaskKindsSection(HidingSection):
    title = "Opgavetyper"
    deed = "Ret opgavetyper"
    icon = "list-checks"
    words = "opgave type stilling krav metode skjul uddelegér"
    tables = frozenset({"task_kind", "task_kind_need", "competence"})

    def __init__(self, context: Context, tasks: TasksService, competence: CompetenceService) -> None:
        every, row = partial(tasks.kinds, hidden=True), partial(TaskKindRow, context, TaskKindParts(tasks, competence))
        super().__init__(context, Kinds("Ny opgavetype", every, row, lambda name: tasks.add_kind(KindDraft(name))))
