"""Of the open house, what the page Bemanding uses."""

from typing import Protocol

from dagleder.presence.service import PresenceService
from dagleder.settings.service import SettingsService


class PresenceServices(Protocol):
    @property
    def presence(self) -> PresenceService: ...

    @property
    def settings(self) -> SettingsService: ...
