"""The usual rhythm laid into a house's own year: every meeting with its reason, before anything is kept. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dagleder.base.dates import DAY_MINUTES, day_text, week_text
from dagleder.base.findings import Finding, Level
from dagleder.base.text import capitalised
from dagleder.meetings.kinds import PARENTS, Kind
from dagleder.meetings.meeting import in_a_sentence
from dagleder.meetings.placing import Placement, placed, settled
from dagleder.meetings.rhythm import STARTS, Part, bounds_of, parents_evenings, ruled_parts, training_day
from dagleder.meetings.rule_text import rule_text
from dagleder.meetings.rules import Rule
from dagleder.meetings.states import PLANNED, PROPOSED
from dagleder.presence.facts import House

_SOURCE = "jeres mødeplan"


@dataclass(frozen=True, slots=True)
class ProposedMeeting:
    """One meeting of the proposal; each can be left out before the plan is laid.

    `state` is 'proposed' where it has to be agreed on first. `original_day` is set when it was moved, `because` says
    by what, `reason` is the whole sentence to show beside it.
    """

    standard_key: str
    kind: Kind
    team_id: int | None
    team: str
    day: date
    start: int
    end: int
    state: str
    original_day: date | None
    because: str
    reason: str
    rule: Rule | None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What is proposed for a year, in order of time, and what the rhythm had to leave out."""

    meetings: tuple[ProposedMeeting, ...]
    notes: tuple[Finding, ...]


def proposal(
    year: int, house: House, kinds: Mapping[str, Kind], laid: frozenset[str], busy: Iterable[tuple[date, int, int]]
) -> Proposal:
    """What is still to be laid of the usual rhythm.

    `kinds`: those in use, by key; a hidden kind is not proposed. `laid`: the standard keys the year already has.
    `busy`: day, start and end of the meetings already there.
    """
    teams = [team for team in house.teams if team.is_open(date(year, 1, 1))]
    found: list[ProposedMeeting] = []
    notes: list[Finding] = []

    def lay(parts: Iterable[Part]) -> None:
        for part in parts:
            if part.kind_key in kinds and part.standard_key not in laid:
                meetings, told = _laid(part, year, house, kinds[part.kind_key])
                found.extend(meetings)
                notes.extend(told)

    lay(ruled_parts(year, teams))
    lay([training_day(year, house)])
    if PARENTS in kinds:
        evening = STARTS[PARENTS], STARTS[PARENTS] + kinds[PARENTS].minutes
        times = [*busy, *((meeting.day, meeting.start, meeting.end) for meeting in found)]
        evenings = {day for day, start, end in times if start < evening[1] and evening[0] < end}
        lay(parents_evenings(year, teams, house, evenings))
    order = {key: number for number, key in enumerate(STARTS)}
    found.sort(key=lambda meeting: (meeting.day, meeting.start, order[meeting.kind.key], meeting.team))
    return Proposal(tuple(found), tuple(notes))


def _laid(part: Part, year: int, house: House, kind: Kind) -> tuple[list[ProposedMeeting], list[Finding]]:
    team_id = part.team.id if part.team else None
    days = part.rule.dates() if part.rule else part.days
    kept, fell = settled(
        [placed(day, house, bounds_of(year), team_id=team_id, on_closing_day=kind.on_closing_day) for day in days]
    )
    meetings = [_meeting(part, kind, where) for where in kept if part.team is None or part.team.is_open(where.target)]
    return meetings, [*_left_out(part, kind), *(_fell_away(kind, where) for where in fell)]


def _meeting(part: Part, kind: Kind, where: Placement) -> ProposedMeeting:
    start = STARTS[kind.key]
    why = part.why or (capitalised(rule_text(part.rule)) if part.rule else "")
    moved = f" Rykket fra {day_text(where.original)} på grund af {where.because}." if where.moved else ""
    return ProposedMeeting(
        standard_key=part.standard_key,
        kind=kind,
        team_id=part.team.id if part.team else None,
        team=part.team.name if part.team else "",
        day=where.target,
        start=start,
        end=min(start + kind.minutes, DAY_MINUTES),
        state=PROPOSED if part.proposed else PLANNED,
        original_day=where.original if where.moved else None,
        because=where.because,
        reason=f"{why}.{moved}",
        rule=part.rule,
    )


def _fell_away(kind: Kind, where: Placement) -> Finding:
    text = f"Falder sammen med et andet {in_a_sentence(kind.name)}."
    if where.day is None:
        text = f"Falder væk: {where.because} er i vejen, og der er ingen ledig dag efter."
    return Finding(Level.INFO, f"{kind.name}, {day_text(where.original)}", text, _SOURCE)


def _left_out(part: Part, kind: Kind) -> Iterator[Finding]:
    """Monthly meetings that the rhythm leaves out because of a week, not a month (that goes without saying)."""
    rule = part.rule
    if rule is None or not rule.nth:
        return
    for day in rule.every_date():
        if day.month not in rule.excluded_months and rule.excludes(day):
            text = f"Intet møde: {day_text(day)} ligger i {week_text(day)}."
            yield Finding(Level.INFO, f"{kind.name}, {day_text(day)}", text, _SOURCE)


def kinds_by_key(kinds: Sequence[Kind]) -> dict[str, Kind]:
    """The kinds in use, by key."""
    return {kind.key: kind for kind in kinds if not kind.hidden}
