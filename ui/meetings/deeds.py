"""What can be done with one meeting and with the plan, each as a step with its toast and 'Fortryd'."""

from datetime import date, timedelta
from functools import partial

from dagleder.base.dates import clock_digits, day_text
from dagleder.meetings.files import plan_ics
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.states import CANCELLED, HELD, PROPOSED
from dagleder.meetings.step_names import called
from ui.context import Context
from ui.meetings.papers import plan_paper
from ui.meetings.saving import save_calendar
from ui.meetings.services import MeetingServices

_WEEK = timedelta(weeks=1)


class MeetingDeeds:
    """Asks nothing: all of it can be taken back."""

    def __init__(self, context: Context, services: MeetingServices) -> None:
        self._context, self._services, self._meetings = context, services, services.meetings

    def cancel(self, meeting: Meeting) -> None:
        if not why_not_cancel(meeting):
            self._context.run(f"{called(meeting)} er aflyst", partial(self._meetings.cancel, meeting.id))

    def reinstate(self, meeting: Meeting) -> None:
        self._context.run(f"{called(meeting)} er ikke længere aflyst", partial(self._meetings.reinstate, meeting.id))

    def confirm(self, meeting: Meeting) -> None:
        self._context.run(f"{called(meeting)} er planlagt", partial(self._meetings.confirm, meeting.id))

    def mark_held(self, meeting: Meeting) -> None:
        self._context.run(f"{called(meeting)} er holdt", partial(self._meetings.mark_held, meeting.id))

    def shift(self, meeting: Meeting, weeks: int) -> None:
        """To the same weekday so many weeks later (or earlier)."""
        day = meeting.day + weeks * _WEEK
        self._context.run(
            f"{called(meeting)} er flyttet til {day_text(day)}", partial(self._meetings.move, meeting.id, day)
        )

    def lengthen(self, meeting: Meeting, minutes: int) -> None:
        end = clock_digits(meeting.end + minutes)
        call = partial(self._meetings.lengthen, meeting.id, meeting.minutes + minutes)
        self._context.run(f"{called(meeting)} slutter kl. {end}", call)

    def show_staffing(self, day: date) -> None:
        """Bemanding on a date: who could be borrowed, and where a vikar is missing."""
        self._context.open("presence", day=day)

    def print_plan(self, year: PlanYear) -> None:
        people = tuple(self._meetings.plan(year).people.values())
        self._context.show_paper(plan_paper(self._services, year, people))

    def save_plan(self, year: PlanYear) -> None:
        """The whole year as a calendar file."""
        plan = self._meetings.plan(year)
        save_calendar(self._context, f"Mødeplan {year.label.replace('/', '-')}", partial(plan_ics, plan))

    def save_calendar(self, meeting: Meeting) -> None:
        """The one meeting as a calendar file."""
        plan = self._meetings.plan(PlanYear(meeting.day.year)).for_meeting(meeting.id)
        save_calendar(self._context, f"{meeting.title} {meeting.day:%d-%m-%Y}", partial(plan_ics, plan))


def why_not_cancel(meeting: Meeting) -> str:
    """The reason it cannot be cancelled, or ''."""
    if meeting.state == HELD:
        return "Mødet er holdt."
    return "Mødet er allerede aflyst." if meeting.state == CANCELLED else ""


def why_not_reinstate(meeting: Meeting) -> str:
    return "" if meeting.state == CANCELLED else "Mødet er ikke aflyst."


def why_not_confirm(meeting: Meeting) -> str:
    return "" if meeting.state == PROPOSED else "Mødet er ikke et forslag."


def why_not_change(meeting: Meeting) -> str:
    """Nothing is moved that is cancelled or was held."""
    if meeting.state == HELD:
        return "Mødet er holdt."
    return "Mødet er aflyst. Genopret det først." if meeting.state == CANCELLED else ""
