"""What kind of day a date is for this house: public holiday, lukkedag, special day; who is off, who must be there."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import DAY_MINUTES
from dagleder.base.text import and_list, capitalised
from dagleder.calendars.holidays import holiday_name
from dagleder.calendars.special_days import SpecialDay, special_day
from dagleder.calendars.workdays import is_workday
from dagleder.presence.facts import House
from dagleder.settings.special_day_status import HOUSE, NOON, DayStatus
from dagleder.settings.staff_groups import GROUP_NAMES, StaffGroup

_OFF_FROM = {DayStatus.OFF: 0, DayStatus.OFF_FROM_NOON: NOON}


@dataclass(frozen=True, slots=True)
class Standing:
    """A date as the house keeps it.

    `open_until`: from that minute nobody has to be there (0 = closed all day). `off_from`: the minute from which a
    group of staff is off. `closed_sites`: matrikler with a lukkedag and what it is called; `closing` is its name
    when it closes every one of them.
    """

    day: date
    workday: bool
    holiday: str | None
    special: SpecialDay | None
    open_until: int
    off_from: Mapping[StaffGroup, int]
    unclear: frozenset[StaffGroup]
    closed_sites: Mapping[int, str]
    closing: str
    closing_notes: tuple[str, ...]
    open_teams: frozenset[int]  # stuer there are on the day, also those of a closed matrikel
    team_sites: Mapping[int, int]

    def closing_of(self, team_id: int | None) -> str:
        """The lukkedag that closes the stue (or, without stue, the whole house); '' when it is open."""
        if not self.closed_sites:
            return ""
        return self.closing if team_id is None else self.closed_sites.get(self.team_sites[team_id], "")

    def notes(self, groups: Iterable[StaffGroup]) -> tuple[str, ...]:
        """What is worth saying about the day, for the `groups` that are on the staff."""
        if self.holiday:
            return (f"{capitalised(self.holiday)}: helligdag.",)
        said = list(self.closing_notes)
        if self.special:
            said += self._special_notes(self.special, sorted(groups))
        return tuple(said)

    def _special_notes(self, kind: SpecialDay, groups: list[StaffGroup]) -> list[str]:
        said = []
        if self.open_until < DAY_MINUTES and not self.closing:
            said.append(f"{kind.name}: huset {'lukker kl. 12' if self.open_until else 'er lukket'}.")
        off = [GROUP_NAMES[group] for group in groups if self.off_from.get(group) == 0]
        half = [GROUP_NAMES[group] for group in groups if self.off_from.get(group) == NOON]
        unclear = [GROUP_NAMES[group] for group in groups if group in self.unclear]
        if off:
            said.append(f"{kind.name}: fri for {and_list(off)}.")
        if half:
            said.append(f"{kind.name}: fri fra kl. 12 for {and_list(half)}.")
        if unclear:
            said.append(f"{kind.name}: ikke afklaret for {and_list(unclear)}, regnes som arbejdsdag.")
        return said


def standing(day: date, house: House) -> Standing:
    """How the house stands on `day`."""
    special = special_day(day)
    status = {group: house.statuses[special.key, group] for group in StaffGroup} if special else {}
    closed = _closed_sites(day, house)
    all_closed = bool(closed) and len(closed) == len(house.sites)
    closing = next(iter(closed.values())) if all_closed else ""
    notes = [f"{closed[site.id]}: {site.name} er lukket." for site in house.sites if site.id in closed]
    open_until = DAY_MINUTES
    if all_closed or holiday_name(day):
        open_until = 0
    elif special:
        open_until = _OFF_FROM.get(house.statuses[special.key, HOUSE], DAY_MINUTES)
    return Standing(
        day=day,
        workday=is_workday(day),
        holiday=holiday_name(day),
        special=special,
        open_until=open_until,
        off_from={group: _OFF_FROM[each] for group, each in status.items() if each in _OFF_FROM},
        unclear=frozenset(group for group, each in status.items() if each is DayStatus.UNCLEAR),
        closed_sites=closed,
        closing=closing,
        closing_notes=(f"{closing}: huset er lukket.",) if closing else tuple(notes),
        open_teams=frozenset(team.id for team in house.teams if team.is_open(day)),
        team_sites={team.id: team.site_id for team in house.teams},
    )


def _closed_sites(day: date, house: House) -> dict[int, str]:
    closed: dict[int, str] = {}
    for row in house.closing_days:
        if row.day == day:
            for site in house.sites:
                if row.site_id in (None, site.id):
                    closed.setdefault(site.id, row.name)
    return closed
