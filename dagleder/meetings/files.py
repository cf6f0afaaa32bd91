"""The mødeplan as files: the ending of the name chooses the kind."""

from collections.abc import Callable
from pathlib import Path

from dagleder.base.errors import UserProblem
from dagleder.exchange.ics import render_ics
from dagleder.exchange.pdf import render_pdf
from dagleder.exchange.xlsx import render_xlsx
from dagleder.meetings.lists import calendar_name, plan_events, plan_sheets
from dagleder.meetings.plan import MeetingPlan
from dagleder.meetings.reports import list_report, year_report
from dagleder.meetings.year_legend import title_text


def plan_pdf(plan: MeetingPlan) -> bytes:
    """The year on one page, then the list by month."""
    return render_pdf(year_report(plan), list_report(plan))


def plan_xlsx(plan: MeetingPlan) -> bytes:
    return render_xlsx(plan_sheets(plan), title=title_text(plan))


def plan_ics(plan: MeetingPlan) -> bytes:
    return render_ics(plan_events(plan), name=calendar_name(plan))


_FORMATS: dict[str, Callable[[MeetingPlan], bytes]] = {".pdf": plan_pdf, ".xlsx": plan_xlsx, ".ics": plan_ics}


def plan_file(plan: MeetingPlan, path: Path) -> bytes:
    """The plan in the format of the path's ending. UserProblem when there is no such format."""
    render = _FORMATS.get(path.suffix.lower())
    if render is None:
        raise UserProblem(f"“{path.name}” skal ende på .pdf, .xlsx eller .ics.", field="out")
    return render(plan)
