"""What privacy has to say in the places of other features."""

from collections.abc import Sequence
from datetime import date

from dagleder.base.dates import day_text, months_after
from dagleder.settings.service import SettingsService
from dagleder.staff.places import Consequence


class RetentionAtLeaving:
    """When somebody who leaves comes on the list of those to be erased."""

    def __init__(self, settings: SettingsService) -> None:
        self._settings = settings

    def at_leaving(self, employee_id: int, last_day: date) -> Sequence[Consequence]:  # noqa: ARG002 -- the same for all
        due = months_after(last_day, self._settings.house().retention_months)
        text = f"Fra {day_text(due, year=True)} står oplysningerne på listen til sletning. Intet slettes uden dit ja."
        return [Consequence("Sletning", text, ("settings", 1))]
