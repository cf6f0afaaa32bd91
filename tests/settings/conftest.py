import pytest

from dagleder.settings.founding import found
from dagleder.settings.service import SettingsService


@pytest.fixture
def settings(database, clock):
    """The settings of a house just founded."""
    with database.founding() as session:
        found(session, "Børnehuset Solsikken")
    return SettingsService(database, clock)
