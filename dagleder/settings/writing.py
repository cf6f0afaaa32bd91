"""Changes settings inside a transaction that `service` has opened."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from sqlmodel import Session, col, select

from dagleder.base.errors import UserProblem
from dagleder.base.lines import plain_line
from dagleder.base.text import and_list, plural
from dagleder.models import settings as tables
from dagleder.models.stored import add, existing
from dagleder.settings.closing_days import ClosingDraft
from dagleder.settings.house import HouseSettings
from dagleder.settings.places import BandDraft, SiteDraft
from dagleder.settings.special_day_status import DayStatus
from dagleder.settings.staffing import NeedDraft
from dagleder.settings.uses import Use, Uses, uses_text

_LINES = frozenset({"name", "leader_name", "municipality"})  # and the second place's folder as the system spells it


def save_house(session: Session, settings: HouseSettings) -> None:
    house = existing(session, tables.House, 1)
    for name, value in asdict(settings).items():
        setattr(house, name, plain_line(value) if name in _LINES else value)
    session.add(house)


# --- matrikler -----------------------------------------------------------------------------------


def add_site(session: Session, draft: SiteDraft) -> int:
    position = max(session.exec(select(tables.Site.position)).all(), default=-1) + 1
    site = tables.Site(name=plain_line(draft.name), address=plain_line(draft.address), position=position)
    return add(session, site)


def change_site(site: tables.Site, draft: SiteDraft) -> None:
    site.name, site.address = plain_line(draft.name), plain_line(draft.address)


def remove_site(session: Session, site_id: int) -> None:
    """Takes its minimum staffing with it. Refused for the last one, and while stuer or lukkedage belong to it."""
    site = existing(session, tables.Site, site_id)
    if len(session.exec(select(tables.Site.id)).all()) == 1:
        raise UserProblem("Der skal være mindst én matrikel.")
    teams = session.exec(select(tables.Team.name).where(tables.Team.site_id == site_id)).all()
    if teams:
        raise UserProblem(f"{and_list(teams)} hører til {site.name}. Flyt først til en anden matrikel.")
    days = session.exec(select(tables.ClosingDay.id).where(tables.ClosingDay.site_id == site_id)).all()
    if days:
        raise UserProblem(f"{site.name} har {plural(len(days), 'lukkedag', 'lukkedage')}. Fjern dem først.")
    for need in session.exec(select(tables.StaffingNeed).where(tables.StaffingNeed.site_id == site_id)).all():
        session.delete(need)
    session.delete(site)


# --- bands ---------------------------------------------------------------------------------------


def save_bands(session: Session, drafts: Sequence[BandDraft], uses: Sequence[Uses]) -> None:
    """Makes the bands what `drafts` say; those not among them go, with their minimum staffing."""
    kept = {draft.id for draft in drafts if draft.id is not None}
    for band in session.exec(select(tables.Band)).all():
        if band.id is not None and band.id not in kept:
            _remove_band(session, band, [use for each in uses for use in each.of_band(session, band.id)])
    for position, draft in enumerate(sorted(drafts, key=lambda draft: draft.start)):
        band = tables.Band(name="", short_name="", start_minute=0, end_minute=0)
        if draft.id is not None:
            band = existing(session, tables.Band, draft.id)
        band.name, band.short_name = plain_line(draft.name), plain_line(draft.short_name)
        band.start_minute, band.end_minute, band.position = draft.start, draft.end, position
        session.add(band)


def _remove_band(session: Session, band: tables.Band, uses: Sequence[Use]) -> None:
    if tied := uses_text(uses):
        raise UserProblem(f"{band.name} kan ikke fjernes: {tied} er lagt i det tidsrum.")
    for need in session.exec(select(tables.StaffingNeed).where(tables.StaffingNeed.band_id == band.id)).all():
        session.delete(need)
    session.delete(band)


# --- minimum staffing ----------------------------------------------------------------------------


def set_need(session: Session, draft: NeedDraft) -> None:
    """One row per weekday, new or changed. 'Nothing needed' is kept only where it ends an earlier need."""
    table = tables.StaffingNeed
    same_place = (
        select(table)
        .where(col(table.team_id).is_(draft.place.team_id), col(table.site_id).is_(draft.place.site_id))
        .where(col(table.band_id).is_(draft.band_id), col(table.weekday).in_(draft.weekdays))
    )
    stored = session.exec(same_place).all()
    for weekday in sorted(set(draft.weekdays)):
        dated = [row for row in stored if row.weekday == weekday]
        row = next((row for row in dated if row.valid_from == draft.valid_from), None)
        if row is None:
            row = table(
                team_id=draft.place.team_id,
                site_id=draft.place.site_id,
                weekday=weekday,
                band_id=draft.band_id,
                valid_from=draft.valid_from,
            )
            dated.append(row)
        row.minimum, row.wanted, row.pedagogues = draft.need.minimum, draft.need.wanted, draft.need.pedagogues
        _keep_what_says_something(session, dated)


def _keep_what_says_something(session: Session, dated: list[tables.StaffingNeed]) -> None:
    """Of the needs of one place, weekday and band those at the beginning that need nothing go."""
    needed = False
    for row in sorted(dated, key=lambda row: row.valid_from or date.min):
        needed = needed or (row.minimum, row.wanted, row.pedagogues) != (0, 0, 0)
        if needed:
            session.add(row)
        elif row.id is not None:
            session.delete(row)


# --- lukkedage and special days ------------------------------------------------------------------


def add_closing_days(session: Session, draft: ClosingDraft) -> None:
    """One row a day; days that are closed already (for this matrikel or all of them) are left as they are."""
    table = tables.ClosingDay
    days = draft.days()
    if not days:
        raise UserProblem("Der er ingen hverdage i det tidsrum: huset er lukket i forvejen.", field="first")
    closed = {
        row.day
        for row in session.exec(select(table).where(col(table.day).between(days[0], days[-1]))).all()
        if row.site_id in (None, draft.site_id)
    }
    fresh = [day for day in days if day not in closed]
    if not fresh:
        raise UserProblem("Der er allerede lukkedag de dage.", field="first")
    for day in fresh:
        session.add(table(day=day, name=plain_line(draft.name), site_id=draft.site_id))


def set_special_day(session: Session, key: str, groups: Sequence[str], status: DayStatus) -> None:
    table = tables.SpecialDayStatus
    stored = {row.staff_group: row for row in session.exec(select(table).where(table.day_key == key)).all()}
    for group in groups:
        row = stored.get(group) or table(day_key=key, staff_group=group)
        row.status = status.value
        session.add(row)
