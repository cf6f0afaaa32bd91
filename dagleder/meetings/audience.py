"""Who takes part in a meeting. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date

from dagleder.meetings.kinds import Audience, Kind
from dagleder.meetings.meeting import Meeting
from dagleder.presence.facts import Person


def participants(meeting: Meeting, people: Mapping[int, Person]) -> tuple[int, ...]:
    """The employees who take part, in the order of `people`: the kind's audience and those named on the meeting."""
    invited = set(audience(meeting.kind, meeting.day, meeting.team_ids, people))
    invited |= {guest.employee_id for guest in meeting.guests if guest.employee_id is not None}
    return tuple(who for who, person in people.items() if who in invited and person.employment.employed_on(meeting.day))


def audience(kind: Kind, day: date, team_ids: frozenset[int], people: Mapping[int, Person]) -> Iterable[int]:
    """Who of those employed on `day` a kind of meeting is for.

    With stuer on the meeting only their staff; a meeting for the leader and named people is hers whatever the stue.
    """
    for who, person in people.items():
        if not person.employment.employed_on(day):
            continue
        if kind.roles and person.role not in kind.roles:
            continue
        if kind.audience is Audience.NAMED and not kind.roles:
            continue
        if kind.audience is Audience.NAMED or _on_a_team(person, day, team_ids, needed=kind.audience is Audience.TEAM):
            yield who


def _on_a_team(person: Person, day: date, team_ids: frozenset[int], *, needed: bool) -> bool:
    """Whether she belongs to one of the stuer; without any, everybody does (`needed`: everybody with a stue)."""
    own = {membership.team_id for membership in person.employment.memberships if membership.holds(day)}
    return bool(own & team_ids) if team_ids else bool(own) or not needed
