"""Reads the settings out of a session, as frozen values; columns only."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlmodel import Session, SQLModel, col

from dagleder.models import settings as tables
from dagleder.settings.closing_days import ClosingDay
from dagleder.settings.house import HouseSettings
from dagleder.settings.places import Band, Site, Team
from dagleder.settings.special_day_status import DayStatus, complete
from dagleder.settings.staffing import Need, NeedRow, Place

_HOUSE_FIELDS = tuple(field.name for field in fields(HouseSettings))


def rows(session: Session, table: type[SQLModel], *names: str, order: Sequence[str] = ("id",)) -> Sequence[Any]:
    """All rows of a table as plain tuples of the named columns."""
    columns = [col(getattr(table, name)) for name in names]
    return session.execute(select(*columns).order_by(*(col(getattr(table, name)) for name in order))).all()


def house(session: Session) -> HouseSettings:
    (row,) = rows(session, tables.House, *_HOUSE_FIELDS)
    return HouseSettings(*row)


def sites(session: Session) -> tuple[Site, ...]:
    found = rows(session, tables.Site, "id", "name", "address", "position", order=("position", "id"))
    return tuple(Site(*row) for row in found)


def teams(session: Session) -> tuple[Team, ...]:
    """Every stue in the leader's order, also the closed ones."""
    columns = (tables.Team.id, tables.Team.name, tables.Team.site_id, tables.Site.name)
    more = (tables.Team.icon, tables.Team.position, tables.Team.closed_on)
    query = (
        select(*(col(column) for column in (*columns, *more)))
        .join(tables.Site, col(tables.Site.id) == col(tables.Team.site_id))
        .order_by(col(tables.Team.position), col(tables.Team.id))
    )
    return tuple(Team(*row) for row in session.execute(query))


def bands(session: Session) -> tuple[Band, ...]:
    """The bands in order of the day."""
    found = rows(
        session, tables.Band, "id", "name", "short_name", "start_minute", "end_minute", order=("start_minute", "id")
    )
    return tuple(Band(*row) for row in found)


def needs(session: Session) -> tuple[NeedRow, ...]:
    names = ("id", "team_id", "site_id", "weekday", "band_id", "minimum", "wanted", "pedagogues", "valid_from")
    return tuple(
        NeedRow(row_id, Place(team, site), weekday, band, Need(minimum, wanted, pedagogues), valid_from)
        for row_id, team, site, weekday, band, minimum, wanted, pedagogues, valid_from in rows(
            session, tables.StaffingNeed, *names
        )
    )


def closing_days(session: Session, first: date, last: date) -> tuple[ClosingDay, ...]:
    """The lukkedage from `first` to `last`, both included, in order of date."""
    table = tables.ClosingDay
    query = (
        select(col(table.id), col(table.day), col(table.name), col(table.site_id))
        .where(col(table.day).between(first, last))
        .order_by(col(table.day), col(table.id))
    )
    return tuple(ClosingDay(*row) for row in session.execute(query))


def special_day_statuses(session: Session) -> dict[tuple[str, str], DayStatus]:
    """By key of the special day and staff group (or 'house'); complete."""
    return complete(rows(session, tables.SpecialDayStatus, "day_key", "staff_group", "status"))
