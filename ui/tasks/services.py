"""Of the open house, what the page of tasks uses."""

from typing import Protocol

from dagleder.competence.service import CompetenceService
from dagleder.settings.service import SettingsService
from dagleder.staff.service import StaffService
from dagleder.tasks.delegation_service import DelegationService
from dagleder.tasks.service import TasksService


class TaskServices(Protocol):
    """The tasks, and what they are given from."""

    @property
    def tasks(self) -> TasksService: ...

    @property
    def delegation(self) -> DelegationService: ...

    @property
    def competence(self) -> CompetenceService: ...

    @property
    def settings(self) -> SettingsService: ...

    @property
    def staff(self) -> StaffService: ...
