"""Who can what as bits of whole numbers: a year of days × competences × places is counted without naming anybody."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from dagleder.competence.facts import Facts
from dagleder.competence.levels import ALONE
from dagleder.presence.count import HOUSE
from dagleder.settings.staffing import Place


class HolderMasks:
    """Bit n is person n of `who`."""

    def __init__(self, facts: Facts, who: Sequence[int]) -> None:
        self._who = who
        self._bits = {employee_id: 1 << number for number, employee_id in enumerate(who)}
        self._lasting: defaultdict[int, int] = defaultdict(int)
        self._lapsing: defaultdict[int, list[tuple[date, int]]] = defaultdict(list)
        for (employee_id, competence_id), holding in facts.holdings.items():
            counted = holding.counted
            if counted is None or counted.level < ALONE or employee_id not in self._bits:
                continue
            if counted.valid_until is None:
                self._lasting[competence_id] |= self._bits[employee_id]
            else:
                self._lapsing[competence_id].append((counted.valid_until, self._bits[employee_id]))
        self._team_sites = {team.id: team.site_id for team in facts.teams}
        self._homeless_site = facts.sites[0].id if len(facts.sites) == 1 else None

    def able(self, competence_id: int, day: date) -> int:
        """Those who can it alone on `day`."""
        mask = self._lasting[competence_id]
        for until, bit in self._lapsing[competence_id]:
            if until >= day:
                mask |= bit
        return mask

    def ever(self, competence_id: int) -> int:
        """Those who can it alone at some time: until it lapses."""
        return self.able(competence_id, date.min)

    def places(self, where: Mapping[int, int | None]) -> dict[Place, int]:
        """Those of each place, from the stue of each person; as `belonging.people_of`."""
        teams: defaultdict[int | None, int] = defaultdict(int)
        for employee_id, team in where.items():
            teams[team] |= self._bits.get(employee_id, 0)
        found: defaultdict[Place, int] = defaultdict(int)
        for team, mask in teams.items():
            site = self._homeless_site if team is None else self._team_sites.get(team)
            found[HOUSE] |= mask
            if team is not None:
                found[Place(team_id=team)] |= mask
            if site is not None:
                found[Place(site_id=site)] |= mask
        return found

    def people(self, mask: int) -> tuple[int, ...]:
        return tuple(who for number, who in enumerate(self._who) if mask >> number & 1)
