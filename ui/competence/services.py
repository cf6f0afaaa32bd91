"""Of the open house, what the page Kompetencer uses."""

from typing import Protocol

from dagleder.competence.service import CompetenceService
from dagleder.presence.service import PresenceService
from dagleder.settings.service import SettingsService


class CompetenceServices(Protocol):
    """What people can, and when they are there."""

    @property
    def competence(self) -> CompetenceService: ...

    @property
    def presence(self) -> PresenceService: ...

    @property
    def settings(self) -> SettingsService: ...
