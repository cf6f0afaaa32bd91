"""The first rows of a new house."""

from typing import Final

from sqlmodel import Session

from dagleder.calendars.special_days import SPECIAL_DAYS
from dagleder.models import settings as tables
from dagleder.settings.special_day_status import GROUPS, shipped_status

MAIN_SITE: Final = "Hovedhuset"

SHIPPED_BANDS = (
    ("Åbning", "Åbn", 390, 480),
    ("Formiddag", "Form", 480, 690),
    ("Middag", "Mid", 690, 810),
    ("Eftermiddag", "Eft", 810, 930),
    ("Lukning", "Luk", 930, 1020),
)


def found(session: Session, name: str) -> None:
    """The house under `name`, one matrikel, the shipped bands, and every special day as shipped."""
    session.add(tables.House(id=1, name=name))
    session.add(tables.Site(name=MAIN_SITE))
    for position, (band, short, start, end) in enumerate(SHIPPED_BANDS):
        session.add(tables.Band(name=band, short_name=short, start_minute=start, end_minute=end, position=position))
    for kind in SPECIAL_DAYS:
        for group in GROUPS:
            session.add(
                tables.SpecialDayStatus(day_key=kind.key, staff_group=group, status=shipped_status(kind, group).value)
            )
    session.flush()
