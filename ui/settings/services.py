"""Of the open house, what the settings use; parts that were left out are None."""

from typing import Protocol

from dagleder.competence.service import CompetenceService
from dagleder.meetings.service import MeetingsService
from dagleder.privacy.security import SecurityService
from dagleder.privacy.service import PrivacyService
from dagleder.settings.service import SettingsService
from dagleder.storage.database import Database
from dagleder.tasks.service import TasksService


class SettingsServices(Protocol):
    @property
    def database(self) -> Database: ...

    @property
    def settings(self) -> SettingsService: ...

    @property
    def meetings(self) -> MeetingsService | None: ...

    @property
    def competence(self) -> CompetenceService | None: ...

    @property
    def tasks(self) -> TasksService | None: ...

    @property
    def security(self) -> SecurityService | None: ...

    @property
    def privacy(self) -> PrivacyService | None: ...
