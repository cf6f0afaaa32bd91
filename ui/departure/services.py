"""Of the open house, what the page 'Hvis … stopper' uses."""

from typing import Protocol

from dagleder.departure.service import DepartureService
from dagleder.staff.service import StaffService


class DepartureServices(Protocol):
    """Who there is, and what each would leave."""

    @property
    def staff(self) -> StaffService: ...

    @property
    def departure(self) -> DepartureService: ...
