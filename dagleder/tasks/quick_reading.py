"""A quick line read with the people, stuer and closing days of the house."""

from dataclasses import replace
from datetime import date

from sqlmodel import Session

from dagleder.settings import reading as settings
from dagleder.tasks import reading
from dagleder.tasks.quick import QuickTask, read_quick
from dagleder.tasks.remarks import why_closed


def quick_task(session: Session, text: str, today: date) -> QuickTask:
    """What the line says, and whether the house is closed on its deadline."""
    read = read_quick(text, today, reading.quick_people(session, today), reading.quick_teams(session, today))
    if read.due is None:
        return read
    return replace(read, closed=why_closed(read.due, settings.closing_days(session, read.due, read.due)))
