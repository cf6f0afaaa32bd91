"""The mødeplan as a spreadsheet and as a calendar file."""

from collections.abc import Iterator
from datetime import time

from dagleder.base.dates import DAY_MINUTES, week_number, weekday_text
from dagleder.exchange.ics import Event, Status
from dagleder.exchange.xlsx import Sheet, Value
from dagleder.meetings.hours import KindHours, PersonHours
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan import WHOLE, MeetingPlan
from dagleder.meetings.states import CANCELLED, PROPOSED, STATE_NAMES
from dagleder.meetings.versions import MOVED_BY_HAND, Issued

_STATUS = {CANCELLED: Status.CANCELLED, PROPOSED: Status.TENTATIVE}
_HUNDREDTHS = 100


def plan_sheets(plan: MeetingPlan) -> tuple[Sheet, ...]:
    """First the list of meetings, a row for each (the cancelled ones too, told as such); then the hours."""
    headings = ("Dato", "Ugedag", "Uge", "Start", "Slut", "Møde", "Type", "Stuer", "Sted", "Tilstand", "Bemærkning")
    return (
        Sheet(f"Mødeplan {plan.year.label}", headings, tuple(_row(meeting) for meeting in plan.meetings)),
        Sheet("Timer pr. type", ("Type", "Møder", "Timer", "Timer på fuld tid"), tuple(map(_kind_row, plan.hours))),
        *_person_sheets(plan),
    )


def _row(meeting: Meeting) -> tuple[Value, ...]:
    return (
        meeting.day,
        weekday_text(meeting.day),
        week_number(meeting.day),
        _clock(meeting.start),
        _clock(meeting.end),
        meeting.title,
        meeting.kind.name,
        ", ".join(meeting.team_names),
        meeting.place,
        STATE_NAMES[meeting.state],
        remark(meeting),
    )


def _clock(minute: int) -> Value:
    """A time of day; midnight at its end is text, since spreadsheets would show 0.00."""
    return time(*divmod(minute, 60)) if minute < DAY_MINUTES else "24.00"


def remark(meeting: Meeting) -> str:
    """Who comes from outside, why it was moved, and the leader's note."""
    return ". ".join(_remarks(meeting))


def _remarks(meeting: Meeting) -> Iterator[str]:
    if meeting.original_day:
        why = "" if meeting.because in ("", MOVED_BY_HAND) else f" på grund af {meeting.because}"
        yield f"Rykket fra {meeting.original_day:%d-%m-%Y}{why}"
    if meeting.guests:
        yield "Med " + "; ".join(guest.text for guest in meeting.guests)
    if meeting.note:
        yield meeting.note


def _kind_row(hours: KindHours) -> tuple[Value, ...]:
    return hours.kind.name, hours.count, _hours(hours.minutes), _hours(hours.each)


def _person_sheets(plan: MeetingPlan) -> Iterator[Sheet]:
    """Everybody's hours, in the plan of the whole house only."""
    if plan.whom == WHOLE and plan.person_hours:
        headings = ("Navn", "Møder", "Timer", "Ramme")
        yield Sheet("Timer pr. medarbejder", headings, tuple(map(_person_row, plan.person_hours)))


def _person_row(hours: PersonHours) -> tuple[Value, ...]:
    return hours.person.name, hours.count, _hours(hours.minutes), None if hours.frame is None else _hours(hours.frame)


def _hours(minutes: int) -> float:
    return round(minutes * _HUNDREDTHS / 60) / _HUNDREDTHS


def plan_events(plan: MeetingPlan) -> tuple[Event, ...]:
    """All that a calendar of the year may have: also what is cancelled, has left the year or is not theirs any more."""
    there = (*plan.meetings, *plan.elsewhere)
    return (
        *(_event(meeting, plan.sequences[meeting.uid]) for meeting in there),
        *(_withdrawn(uid, issued, plan.sequences[uid]) for uid, issued in plan.withdrawn.items()),
    )


def _event(meeting: Meeting, sequence: int) -> Event:
    return Event(
        uid=meeting.uid,
        title=meeting.full_title,
        day=meeting.day,
        start_minute=meeting.start,
        end_minute=meeting.end,
        place=meeting.place,
        text=remark(meeting),
        sequence=sequence,
        status=_STATUS.get(meeting.state, Status.CONFIRMED),
        changed_at=meeting.changed_at,
    )


def _withdrawn(uid: str, issued: Issued, sequence: int) -> Event:
    """As it was given out, cancelled: what it is now is told to those who take part."""
    return Event(uid, issued.title, issued.day, issued.start, issued.end, sequence=sequence, status=Status.CANCELLED)


def calendar_name(plan: MeetingPlan) -> str:
    """'Mødeplan 2026, Børnehuset Solsikken', with the stue or person it is for."""
    whose = "" if plan.whom == WHOLE else f", {plan.whom}"
    return f"Mødeplan {plan.year.label}, {plan.settings.name}{whose}"
