"""Who of those who can something is at work on a day, and why the others are not, as presence has it. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from dagleder.competence.facts import Facts
from dagleder.competence.levels import ALONE
from dagleder.competence.vulnerability import There
from dagleder.presence.attendance import Attendance
from dagleder.presence.kinds import KIND_BY_KEY, OFF_PHRASE
from dagleder.presence.person_day import NOT_EMPLOYED, OFF, PersonDay
from dagleder.presence.standing import Standing, standing
from dagleder.presence.words import Spot, why_away
from dagleder.settings.staffing import Place

LAPSED: Final = "har et bevis, der er udløbet"
_PRIVATE: Final = frozenset(KIND_BY_KEY[key].phrase for key in "OS")
"""They tell of somebody's children or age, which is nobody's concern here."""
_STOPPED, _NOT_BEGUN, _NO_TIMES = "er stoppet", "er ikke begyndt", "har ingen mødetid"


def holders(facts: Facts) -> tuple[int, ...]:
    """Those who can alone, or could until it lapsed, something that is wanted."""
    wanted = {competence_id for competence_id, _ in facts.wanted}
    able = {
        who
        for (who, competence_id), holding in facts.holdings.items()
        if competence_id in wanted and holding.counted and holding.counted.level >= ALONE
    }
    return tuple(who for who in facts.people if who in able)


def there_on(facts: Facts, attendance: Attendance, day: date) -> There:
    """Of those who can something that is wanted: who is at work on `day` and where, and why the others are not."""
    stands = standing(day, attendance.facts.house)
    days = list(attendance.staff([who for who in holders(facts) if who in attendance.facts.people], day))
    names = {team.id: team.name for team in attendance.facts.house.teams}
    return There(
        {each.person.id: each.day_team for each in days if each.person and each.present},
        closed_places((place for _, place in facts.wanted), stands),
        {each.person.id: reason(each, stands, names) for each in days if each.person and _is_missed(each)},
    )


def _is_missed(day: PersonDay) -> bool:
    """Whether she is not where she belongs."""
    return not day.present or day.day_team != day.home_id


def closed_places(places: Iterable[Place], stands: Standing) -> frozenset[Place]:
    """Those of the places that ask for nobody on the day."""
    return frozenset(place for place in places if _is_closed(place, stands))


def _is_closed(place: Place, stands: Standing) -> bool:
    if not stands.workday or not stands.open_until:
        return True
    if place.team_id is not None:
        return place.team_id not in stands.open_teams or bool(stands.closing_of(place.team_id))
    return place.site_id in stands.closed_sites


def reason(day: PersonDay, stands: Standing, team_names: dict[int, str]) -> str:
    """What follows her name: 'har ferie', 'er på kursus', 'har fri om fredagen', 'er på Egernet'."""
    if day.why_off == NOT_EMPLOYED and day.person:
        start = day.person.employment.start
        return _NOT_BEGUN if start and stands.day < start else _STOPPED
    told = why_away(day, Spot(frozenset({day.home_id}), None, stands, team_names))
    if told:
        return OFF_PHRASE if told in _PRIVATE else told
    return OFF_PHRASE if day.why_off and day.why_off != OFF else _NO_TIMES
