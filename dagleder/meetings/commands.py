"""The meetings' part of the command line."""

from argparse import Namespace
from datetime import date

from dagleder.base.command import Answer, Argument, Command, Json, out_argument, year_value
from dagleder.base.dates import clock_iso, day_short, span_text, weekday_text
from dagleder.base.text import plural
from dagleder.exchange.save import save_by_rename
from dagleder.meetings.files import plan_file
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.service import MeetingsService
from dagleder.meetings.states import PLANNED, STATE_NAMES


def list_meetings(service: MeetingsService, arguments: Namespace) -> Answer:
    """Every meeting by start, of one year or of all; the cancelled ones are told as such."""
    year = arguments.year
    found = service.meetings(date(year, 1, 1), date(year, 12, 31)) if year else service.meetings()
    lines = [_line(meeting, year=year is None) for meeting in found]
    return Answer([_value(meeting) for meeting in found], tuple(lines) or ("Der er ingen møder endnu.",))


def _value(meeting: Meeting) -> Json:
    return {
        "id": meeting.id,
        "uid": meeting.uid,
        "kind": meeting.kind.name,
        "title": meeting.title,
        "date": meeting.day.isoformat(),
        "start": clock_iso(meeting.start),
        "end": clock_iso(meeting.end),
        "teams": list(meeting.team_names),
        "state": meeting.state,
    }


def _line(meeting: Meeting, *, year: bool) -> str:
    when = f"{weekday_text(meeting.day)[:3]} {day_short(meeting.day, year=year)}"
    state = "" if meeting.state == PLANNED else f" ({STATE_NAMES[meeting.state]})"
    return f"{when} kl. {span_text(meeting.start, meeting.end)}  {meeting.full_title}{state}"


def plan_meetings(service: MeetingsService, arguments: Namespace) -> Answer:
    """Lays the usual rhythm of a year; a second call adds nothing."""
    year = arguments.year
    proposal = service.proposal(year)
    added = service.lay_year(year, proposal.meetings)
    value: Json = {
        "year": year,
        "added": added,
        "moved": [
            {
                "kind": meeting.kind.name,
                "date": meeting.day.isoformat(),
                "from": meeting.original_day.isoformat(),
                "reason": meeting.reason,
            }
            for meeting in proposal.meetings
            if meeting.original_day
        ],
        "notes": [f"{note.subject}: {note.text}" for note in proposal.notes],
    }
    if not added:
        return Answer(value, (f"Mødeplanen for {year} er allerede lagt. Intet er ændret.",))
    moved = [
        f"{meeting.kind.name} {day_short(meeting.day)}: {meeting.reason}"
        for meeting in proposal.meetings
        if meeting.original_day
    ]
    notes = [f"{note.subject}: {note.text}" for note in proposal.notes]
    return Answer(value, (f"Lagt: {plural(added, 'møde', 'møder')} i {year}.", *moved, *notes))


def export_plan(service: MeetingsService, arguments: Namespace) -> Answer:
    """The plan of a year as .pdf, .xlsx or .ics."""
    plan = service.plan(PlanYear(arguments.year or service.default_year()))
    save_by_rename(arguments.out, plan_file(plan, arguments.out))
    return Answer({"file": str(arguments.out)}, (f"Skrevet: {arguments.out}.",))


_YEAR = {"type": year_value, "metavar": "ÅR"}

COMMANDS = (
    Command(
        ("list", "meetings"),
        "møderne efter dato, i et år eller i alle",
        list_meetings,
        (Argument(("--year",), _YEAR),),
    ),
    Command(
        ("meetings", "plan"),
        "læg den sædvanlige mødeplan for et år",
        plan_meetings,
        (Argument(("--year",), {**_YEAR, "required": True}),),
        writes=True,
    ),
    Command(
        ("export", "meeting-plan"),
        "mødeplanen som .pdf, .xlsx eller .ics",
        export_plan,
        (Argument(("--year",), _YEAR), out_argument(".pdf, .xlsx eller .ics")),
    ),
)
