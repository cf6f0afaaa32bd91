"""The fictional house itself: matrikler, stuer, minimum staffing, lukkedage and special days."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dagleder.calendars.special_days import (
    ASCENSION_FRIDAY,
    BEFORE_EASTER,
    BETWEEN_HOLIDAYS,
    CHRISTMAS_EVE,
    CONSTITUTION_DAY,
    MAY_DAY,
    NEW_YEARS_EVE,
    SpecialDay,
    special_days,
)
from dagleder.demo.people import FOREST_SITE, LEADER, MAIN_SITE, MUNICIPALITY, TEAMS
from dagleder.settings.closing_days import ClosingDraft
from dagleder.settings.places import SiteDraft, TeamDraft
from dagleder.settings.service import SettingsService
from dagleder.settings.special_day_status import DayStatus
from dagleder.settings.staff_groups import StaffGroup
from dagleder.settings.staffing import Need, NeedDraft, Place

_ADDRESSES: Final = {MAIN_SITE: "Solsikkevej 4", FOREST_SITE: "Skovbrynet 11"}
_SUMMER_WEEKS: Final = (27, 34)  # the smaller minimum holds from the Monday of the first to that of the second

# By position of the band: åbning, formiddag, middag, eftermiddag, lukning. Those of Hovedhuset open and
# close together, but the youngest are always met on their own stue.
_ORDINARY: Final = (Need(), Need(2, 2), Need(1, 2), Need(1, 1), Need())
_EXPERIENCED: Final = (Need(), Need(2, 3, 1), Need(1, 2), Need(1, 2), Need())
_YOUNGEST: Final = (Need(1, 1), Need(2, 2, 1), Need(1, 2), Need(1, 1), Need(1, 1))
_FOREST: Final = (Need(1, 1), Need(2, 3), Need(1, 2), Need(1, 1), Need(1, 1))
_BY_TEAM: Final = {
    "Mariehønen": _ORDINARY,
    "Humlebien": _YOUNGEST,
    "Egernet": _EXPERIENCED,
    "Ræven": _ORDINARY,
    "Uglen": _FOREST,
}
_SUMMER: Final = (Need(), Need(1, 1), Need(1, 1), Need(1, 1), Need())
_SUMMER_FOREST: Final = (Need(1, 1), Need(1, 1), Need(1, 1), Need(1, 1), Need(1, 1))
_EDGE_OF_HOUSE: Final = Need(2, 2)

_OFF, _WORK, _NOON = DayStatus.OFF, DayStatus.WORK, DayStatus.OFF_FROM_NOON
_EVERYBODY: Final = tuple(group.value for group in StaffGroup)
_CLEARED: Final[tuple[tuple[SpecialDay, tuple[str, ...], DayStatus], ...]] = (
    (BEFORE_EASTER, _EVERYBODY, _WORK),
    (MAY_DAY, _EVERYBODY, _WORK),
    (ASCENSION_FRIDAY, _EVERYBODY, _WORK),
    (CONSTITUTION_DAY, _EVERYBODY, _NOON),
    (CHRISTMAS_EVE, _EVERYBODY, _OFF),
    (BETWEEN_HOLIDAYS, _EVERYBODY, _WORK),
    # For assistants nobody has asked yet, and the program says so.
    (NEW_YEARS_EVE, (StaffGroup.PEDAGOGUES.value, StaffGroup.LEADERS.value), _OFF),
)


@dataclass(frozen=True)
class Places:
    """The ids of what was made, by name."""

    sites: Mapping[str, int]
    teams: Mapping[str, int]
    bands: tuple[int, ...]


def settle(settings: SettingsService, today: date) -> Places:
    """Make the house: everything that stands before anybody is employed in it."""
    settings.save_house(
        replace(
            settings.house(),
            leader_name=LEADER,
            municipality=MUNICIPALITY,
            data_permission_on=today - timedelta(days=60),
            closing_days_max=10,
            demo=True,
        )
    )
    places = _places(settings)
    settings.set_needs(list(_needs(places, today)))
    for draft in closings(today):
        settings.add_closing_days(draft)
    for kind, groups, status in _CLEARED:
        settings.set_special_day(kind.key, groups, status)
    return places


def _places(settings: SettingsService) -> Places:
    (first,) = settings.sites()
    settings.change_site(first.id, SiteDraft(MAIN_SITE, _ADDRESSES[MAIN_SITE]))
    sites = {MAIN_SITE: first.id, FOREST_SITE: settings.add_site(SiteDraft(FOREST_SITE, _ADDRESSES[FOREST_SITE]))}
    teams = {team.name: settings.add_team(TeamDraft(team.name, sites[team.site], team.icon)) for team in TEAMS}
    return Places(sites, teams, tuple(band.id for band in settings.bands()))


def _needs(places: Places, today: date) -> Iterator[NeedDraft]:
    """The ordinary plan, and for two summers the smaller one."""
    edges: list[tuple[date | None, bool]] = [(None, False)]
    for year in (today.year, today.year + 1):
        edges += [(date.fromisocalendar(year, week, 1), week == _SUMMER_WEEKS[0]) for week in _SUMMER_WEEKS]
    for valid_from, summer in edges:
        for name, team_id in places.teams.items():
            by_band = _BY_TEAM[name]
            if summer:
                by_band = _SUMMER_FOREST if by_band is _FOREST else _SUMMER
            for band_id, need in zip(places.bands, by_band, strict=True):
                yield NeedDraft(Place(team_id=team_id), need, band_id, valid_from=valid_from)
    for band_id in (places.bands[0], places.bands[-1]):
        yield NeedDraft(Place(site_id=places.sites[MAIN_SITE]), _EDGE_OF_HOUSE, band_id)


def closings(today: date) -> list[ClosingDraft]:
    """The lukkedage of last year, this year and the next."""
    return [draft for year in (today.year - 1, today.year, today.year + 1) for draft in _closings_of(year)]


def _closings_of(year: int) -> Iterator[ClosingDraft]:
    kinds = special_days(year)
    (friday,) = (day for day, kind in kinds.items() if kind is ASCENSION_FRIDAY)
    summer = date.fromisocalendar(year, 29, 1)
    between = [day for day, kind in kinds.items() if kind in (BETWEEN_HOLIDAYS, NEW_YEARS_EVE)]
    yield ClosingDraft(friday, friday, "Fredag efter Kristi himmelfart")
    yield ClosingDraft(summer, summer + timedelta(days=4), "Sommerlukket, uge 29")
    yield ClosingDraft(between[0], between[-1], "Mellem jul og nytår")
