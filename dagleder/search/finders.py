"""What can be found of the parts below: employees and stuer. Private notes are not read at all."""

from collections.abc import Sequence

from dagleder.base.text import capitalised
from dagleder.search.places import Entry, Finder, Topic
from dagleder.settings.service import SettingsService
from dagleder.staff.people import StaffRow
from dagleder.staff.roles import role_name
from dagleder.staff.service import StaffService


class StaffFinder:
    """Everyone on the staff, also those who have left."""

    tables = frozenset({"employee", "team_membership", "team", "weekly_hours"})

    def __init__(self, staff: StaffService) -> None:
        self._staff = staff

    def entries(self) -> Sequence[Entry]:
        present = {row.id for row in self._staff.staff_list()}
        return [_person(row, "" if row.id in present else "fratrådt") for row in self._staff.staff_list(left=True)]

    def topics(self) -> Sequence[Topic]:
        words = "fravær ferie kursus orlov fri afspadsering"
        return (
            Topic("Meld fravær for {name}", "presence", f"meld {words}", "calendar-plus", does=True),
            Topic("Fravær for {name}", "presence", words, "sun-medium"),
        )


class TeamFinder:
    """The stuer."""

    tables = frozenset({"team", "site"})

    def __init__(self, settings: SettingsService) -> None:
        self._settings = settings

    def entries(self) -> Sequence[Entry]:
        return [
            Entry(team.name, "settings", team.id, "Stue", team.icon, "stue gruppe")
            for team in self._settings.open_teams()
        ]

    def topics(self) -> Sequence[Topic]:
        return ()


def finders(settings: SettingsService, staff: StaffService) -> list[Finder]:
    """All of them."""
    return [StaffFinder(staff), TeamFinder(settings)]


def _person(row: StaffRow, state: str) -> Entry:
    parts = [capitalised(role_name(row.role)), row.team or "", state]
    detail = " · ".join(part for part in parts if part)
    words = f"{row.initials} {row.known_as} {row.number or ''} {role_name(row.role)} {row.team or ''}"
    return Entry(row.name, "staff", row.id, detail, "user", words, person=True)
