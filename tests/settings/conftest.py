import pytest

from dagleder.meetings.uses import MeetingUses
from dagleder.presence.uses import PresenceUses
from dagleder.settings.founding import found
from dagleder.settings.service import SettingsService
from dagleder.staff.uses import StaffUses


@pytest.fixture
def settings(database, clock):
    """The settings of a house just founded."""
    with database.founding() as session:
        found(session, "Børnehuset Solsikken")
    return SettingsService(database, clock, lambda: [StaffUses(), MeetingUses(), PresenceUses()])
