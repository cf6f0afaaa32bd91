"""What a change of a meeting is called in 'Fortryd: …', so that the leader knows which meeting and what. Pure."""

from datetime import date

from dagleder.base.dates import clock_digits, day_text
from dagleder.base.lines import plain_line
from dagleder.meetings.drafts import MeetingDraft, Times
from dagleder.meetings.meeting import Meeting

_MOST_TEAMS = 2  # told by name


def called(meeting: Meeting) -> str:
    """'Stuemøde · Mariehønen 7. januar'."""
    name = meeting.full_title if len(meeting.teams) <= _MOST_TEAMS else meeting.title
    return f"{name} {day_text(meeting.day)}"


def move_name(before: Meeting, day: date, times: Times) -> str:
    """'Flyt … til 28. april', 'Flyt … til kl. 16.30', 'Forlæng … til kl. 20.30', or '' when nothing of it changes."""
    name = called(before)
    if day != before.day:
        return f"Flyt {name} til {day_text(day, year=day.year != before.day.year)}"
    if times.start != before.start:
        return f"Flyt {name} til kl. {clock_digits(times.start)}"
    if times.end == before.end:
        return ""
    verb = "Forlæng" if times.end > before.end else "Afkort"
    return f"{verb} {name} til kl. {clock_digits(times.end)}"


def change_name(before: Meeting, draft: MeetingDraft) -> str:
    """After what is changed most: where in the calendar, for whom, what it is called, where, or its note."""
    name = called(before)
    if moved := move_name(before, draft.day, draft.times):
        return moved
    if frozenset(draft.team_ids) != before.team_ids:
        return f"Ret stuer for {name}"
    if plain_line(draft.title) != before.title:
        return f"Omdøb {name}"
    if draft.place is not None and plain_line(draft.place) != before.place:
        return f"Ret sted for {name}"
    return f"Ret note til {name}" if draft.note != before.note else f"Ret {name}"
