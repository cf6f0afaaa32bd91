"""What is worth telling about a meeting's date, as findings: nothing is refused here. Pure.

Who is away, clashes and what remains with the children come from presence; the rules are those of the
working environment act (a daily rest) and of the house's own staffing plan.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from dagleder.base.dates import DAY_MINUTES, WORKDAYS, clock_text, day_text, hours_text, span_text, weekday_text
from dagleder.base.findings import Finding, Level
from dagleder.base.law import DAILY_REST, working_time
from dagleder.base.text import capitalised, ended
from dagleder.calendars.holidays import holiday_name
from dagleder.meetings.audience import participants
from dagleder.meetings.children import Cover, cover, is_short, short_of
from dagleder.meetings.lending import Lenders, colleagues
from dagleder.meetings.meeting import Meeting, in_a_sentence
from dagleder.meetings.placing import Placement, obstacle
from dagleder.meetings.states import PROPOSED
from dagleder.presence.attendance import Attendance
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.presence.person_day import OFF, absence_span
from dagleder.presence.words import names_text
from dagleder.settings.staffing import OWN_PLAN

PLAN_SOURCE: Final = "jeres mødeplan"
VACATION_KINDS: Final = frozenset({"F", "6"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a meeting is checked against. `attendance` holds the meeting's day and the next one.

    `others`: the meetings of the plan (those cancelled among them count for nothing). `first`–`last`: the plan's year.
    """

    attendance: Attendance
    others: Sequence[Meeting]
    first: date
    last: date

    def in_year(self, year: int) -> "Surroundings":
        """The same in the plan of a calendar year."""
        return replace(self, first=date(year, 1, 1), last=date(year, 12, 31))


@dataclass(frozen=True, slots=True)
class SeriesDay:
    """One date of a series that is being entered: where it ended, and what is worth telling about it."""

    where: Placement
    findings: tuple[Finding, ...]


def check_meeting(meeting: Meeting, around: Surroundings) -> list[Finding]:
    """The findings of one meeting, in the order they are best read. A cancelled one has none."""
    if meeting.cancelled:
        return []
    taking_part = participants(meeting, around.attendance.facts.people)
    return [
        *_date_findings(meeting, around),
        *_absence_findings(meeting, around, taking_part),
        *_clash_findings(meeting, around, taking_part),
        *_coverage_findings(meeting, around, taking_part),
        *_rest_findings(meeting, around, taking_part),
    ]


def check_series(
    placements: Sequence[Placement], meetings: Sequence[Meeting], around: Surroundings, series_id: int | None
) -> tuple[SeriesDay, ...]:
    """The dates of a series before it is kept, each in the plan of its own calendar year.

    `series_id`: the series that is to have these dates; its present meetings are in nobody's way.
    """
    others = tuple(other for other in around.others if series_id is None or other.series_id != series_id)
    apart = replace(around, others=others)
    return tuple(
        SeriesDay(where, tuple(check_meeting(meeting, apart.in_year(meeting.day.year))))
        for where, meeting in zip(placements, meetings, strict=True)
    )


def _finding(meeting: Meeting, level: Level, text: str, source: str = PLAN_SOURCE) -> Finding:
    return Finding(level, f"{meeting.full_title}, {day_text(meeting.day)}", text, source, ("meetings", meeting.id))


# --- the date -----------------------------------------------------------------------------------------


def _date_findings(meeting: Meeting, around: Surroundings) -> Iterator[Finding]:
    if meeting.end <= meeting.start:
        yield _finding(meeting, Level.MUST, "Mødet slutter, før det begynder.")
    if not around.first <= meeting.day <= around.last:
        yield _finding(meeting, Level.SHOULD, "Datoen ligger uden for planens år.")
    if holiday := holiday_name(meeting.day):
        yield _finding(meeting, Level.MUST, f"{capitalised(holiday)} er helligdag.", "helligdagene")
    elif meeting.day.weekday() >= WORKDAYS:
        yield _finding(meeting, Level.INFO, f"Det er en {weekday_text(meeting.day)}.", "kalenderen")
    else:
        yield from _closing_findings(meeting, around)
    if meeting.state == PROPOSED:
        yield _finding(meeting, Level.INFO, "Datoen er et forslag. Sæt den som planlagt, når I har aftalt den.")


def _closing_findings(meeting: Meeting, around: Surroundings) -> Iterator[Finding]:
    house = around.attendance.facts.house
    closed = [obstacle(meeting.day, house, team_id=team, on_closing_day=False) for team in meeting.team_ids or (None,)]
    if all(closed):
        name = capitalised(closed[0])
        if meeting.kind.on_closing_day:
            yield _finding(meeting, Level.INFO, f"{name}: huset er lukket, så alle kan være med.", "jeres lukkedage")
        else:
            yield _finding(meeting, Level.SHOULD, f"{name}: huset er lukket.", "jeres lukkedage")


# --- the people ---------------------------------------------------------------------------------------


def _absence_findings(meeting: Meeting, around: Surroundings, taking_part: Sequence[int]) -> Iterator[Finding]:
    """Who is away, and who has the day off by pattern (meetings are working time, so that is said too)."""
    away: defaultdict[str, list[str]] = defaultdict(list)
    days_off: list[str] = []
    on_vacation = False
    for day in around.attendance.staff(taking_part, meeting.day):
        kinds = [
            absence.kind
            for absence in day.absences
            if absence_span(absence)[0] < meeting.end and meeting.start < absence_span(absence)[1]
        ]
        if kinds:
            away[KIND_BY_KEY[kinds[0]].phrase].append(day.called)
            on_vacation = on_vacation or bool(VACATION_KINDS & set(kinds))
        elif day.shift is None and day.why_off == OFF and meeting.day.weekday() < WORKDAYS:
            days_off.append(day.called)
    if away:
        said = ", ".join(f"{names_text(names)} {phrase}" for phrase, names in away.items())
        count = sum(map(len, away.values()))
        fixed = " Ferie kan ikke afbrydes." if on_vacation else ""
        text = f"{count} af {len(taking_part)} er væk: {said}.{fixed}"
        yield _finding(meeting, Level.SHOULD, text, "fravær")
    if days_off:
        weekday = weekday_text(meeting.day)
        text = ended(f"{len(days_off)} har fri om {weekday}en: {names_text(days_off)}")
        yield _finding(meeting, Level.INFO, text, "arbejdstider")


def _clash_findings(meeting: Meeting, around: Surroundings, taking_part: Sequence[int]) -> Iterator[Finding]:
    people = around.attendance.facts.people
    mine = frozenset(taking_part)
    for other in around.others:
        if other.id == meeting.id or other.cancelled or other.day != meeting.day:
            continue
        if other.start >= meeting.end or meeting.start >= other.end:
            continue
        both = [people[who].called for who in participants(other, people) if who in mine]
        if both:
            what = f"{in_a_sentence(other.full_title)} kl. {span_text(other.start, other.end)}"
            text = f"Støder sammen med {what}: {names_text(both)} skal begge steder."
            yield _finding(meeting, Level.SHOULD, text)


# --- the children -------------------------------------------------------------------------------------


def with_the_children(meeting: Meeting, around: Surroundings) -> tuple[Cover, ...]:
    """How every stue stands during the part of a meeting that lies within the opening hours."""
    return _covers(meeting, around, participants(meeting, around.attendance.facts.people))


def _covers(meeting: Meeting, around: Surroundings, taking_part: Iterable[int]) -> tuple[Cover, ...]:
    """Whatever lacks is weighed against what the others can lend: also where another meeting takes people meanwhile."""
    span = _within_opening(meeting, around)
    if span is None or (view := around.attendance.day(meeting.day)).closed:
        return ()
    taken = frozenset(taking_part)
    stuer = around.attendance.remaining(meeting.day, *span, taken)
    lenders = Lenders(stuer, colleagues(view, span, taken), view)
    return tuple(cover(left, lenders.lend(left) if is_short(left) else None) for left in stuer)


def _within_opening(meeting: Meeting, around: Surroundings) -> tuple[int, int] | None:
    opens, closes = around.attendance.opening
    start, end = max(meeting.start, opens), min(meeting.end, closes)
    return (start, end) if start < end else None


def _coverage_findings(meeting: Meeting, around: Surroundings, taking_part: Sequence[int]) -> Iterator[Finding]:
    """Too few on the stuer that people are called away from, who can be lent meanwhile, or that nobody can say."""
    called_from = frozenset(day.team_id for day in around.attendance.staff(taking_part, meeting.day) if day.shift)
    span = _within_opening(meeting, around)
    if not called_from or span is None:
        return
    for short in short_of(_covers(meeting, around, taking_part), called_from):
        yield _finding(meeting, short.level, f"{short.name} kl. {span_text(*span)}: {short.lack}.", OWN_PLAN)


# --- the night ----------------------------------------------------------------------------------------


def _rest_findings(meeting: Meeting, around: Surroundings, taking_part: Sequence[int]) -> Iterator[Finding]:
    """Who begins the next day before she has had her rest after the meeting."""
    rest = working_time(DAILY_REST, meeting.day)
    earliest = meeting.end + rest.minutes - DAY_MINUTES
    if earliest <= 0:
        return
    too_early: dict[int, list[str]] = defaultdict(list)
    for day in around.attendance.staff(taking_part, meeting.day + timedelta(days=1)):
        begins = min((start for start, _, _ in day.stints), default=DAY_MINUTES)
        if begins < earliest:
            too_early[begins].append(day.called)
    if too_early:
        said = ", ".join(f"{names_text(names)} kl. {clock_text(begins)}" for begins, names in sorted(too_early.items()))
        too_short = f"under {hours_text(rest.minutes)} timers hvile"
        text = f"Slutter kl. {clock_text(meeting.end)}, og næste dag møder {said}: {too_short}."
        yield _finding(meeting, Level.SHOULD, text, rest.source)
