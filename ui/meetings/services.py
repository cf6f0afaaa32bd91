"""Of the open house, what the meetings pages use."""

from typing import Protocol

from dagleder.meetings.service import MeetingsService
from dagleder.settings.service import SettingsService
from dagleder.staff.service import StaffService


class MeetingServices(Protocol):
    """The meetings, and what they are laid with."""

    @property
    def meetings(self) -> MeetingsService: ...

    @property
    def settings(self) -> SettingsService: ...

    @property
    def staff(self) -> StaffService: ...
