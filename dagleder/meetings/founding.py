"""The first rows of a new house: the shipped kinds of meeting."""

from sqlmodel import Session

from dagleder.meetings.kinds import SHIPPED
from dagleder.meetings.writing import add_kind


def found(session: Session) -> None:
    for shipped in SHIPPED:
        add_kind(session, shipped.draft, key=shipped.key)
