"""Changes the catalogue and what is wanted, inside a transaction."""

from collections.abc import Collection, Mapping
from typing import Any

from sqlmodel import Session, col, select

from dagleder.base.codes import new_code
from dagleder.base.errors import UserProblem
from dagleder.base.lines import plain_line
from dagleder.base.text import fold, plural
from dagleder.competence import reading
from dagleder.competence.drafts import CompetenceDraft
from dagleder.competence.levels import CERTIFICATE_LEVELS
from dagleder.models import competence as tables
from dagleder.models.settings import Site, Team
from dagleder.models.stored import add, existing, id_of
from dagleder.settings.staffing import Place


def add_competence(session: Session, draft: CompetenceDraft) -> int:
    """Last in order."""
    _refuse_same_name(session, draft)
    position = max(session.exec(select(tables.Competence.position)).all(), default=-1) + 1
    return add(session, tables.Competence(key=new_code(), position=position, **_values(session, draft)))


def change_competence(session: Session, competence_id: int, draft: CompetenceDraft) -> None:
    row = existing(session, tables.Competence, competence_id, reading.GONE)
    _refuse_same_name(session, draft, competence_id)
    if draft.certificate and not row.certificate:
        _refuse_levels_between(session, competence_id)
    for name, value in _values(session, draft).items():
        setattr(row, name, value)


def _values(session: Session, draft: CompetenceDraft) -> dict[str, Any]:
    area_id = id_of(existing(session, tables.CompetenceArea, draft.area_id))
    return {
        "area_id": _area(session, plain_line(draft.new_area)) if plain_line(draft.new_area) else area_id,
        "name": plain_line(draft.name),
        "short_name": plain_line(draft.short_name),
        "certificate": draft.certificate,
        "months": draft.months,
    }


def _area(session: Session, name: str) -> int:
    """The area of that name; where there is none, a new one, last in order."""
    areas = reading.catalogue_areas(session)
    for area in areas:
        if fold(area.name) == fold(name):
            return area.id
    position = max((area.position for area in areas), default=-1) + 1
    return add(session, tables.CompetenceArea(key=new_code(), name=name, position=position))


def _refuse_same_name(session: Session, draft: CompetenceDraft, competence_id: int | None = None) -> None:
    """UserProblem where the house has a competence of that name or short name, also one that is switched off."""
    areas = reading.catalogue_areas(session)
    names = {area.id: area.name for area in areas}
    said = {"name": fold(plain_line(draft.name)), "short_name": fold(plain_line(draft.short_name))}
    for each in reading.competences(session, areas):
        taken = {fold(each.name), fold(each.short_name)} - {""}
        if each.id != competence_id and (field := next((field for field in said if said[field] in taken), None)):
            off = ", hvor den er slået fra. Slå den til igen under Tilføj kompetence" if each.hidden else ""
            said_name = each.name if field == "name" else each.head
            raise UserProblem(f"{said_name} er der allerede under {names[each.area_id]}{off}.", field=field)


def _refuse_levels_between(session: Session, competence_id: int) -> None:
    """UserProblem where somebody has a level, a goal or a target that a certificate has not got."""
    rows = sum(
        len(session.exec(select(table.id).where(table.competence_id == competence_id, ~fitting)).all())
        for table, fitting in (
            (tables.Assessment, col(tables.Assessment.level).in_(CERTIFICATE_LEVELS)),
            (tables.CompetenceGoal, col(tables.CompetenceGoal.level).in_(CERTIFICATE_LEVELS)),
            (tables.RoleTarget, col(tables.RoleTarget.level).in_(CERTIFICATE_LEVELS)),
        )
    )
    if rows:
        said = plural(rows, "vurdering eller mål", "vurderinger og mål")
        raise UserProblem(
            f"{said} står på niveau 1, 2 eller 4, og et bevis har man, eller man har det ikke.", field="certificate"
        )


def hide_competence(session: Session, competence_id: int, *, hidden: bool) -> None:
    existing(session, tables.Competence, competence_id, reading.GONE).hidden = hidden


def put_target(session: Session, competence_id: int, role: str, level: int | None) -> None:
    """What the role is expected to have; None takes it away."""
    table = tables.RoleTarget
    row = session.exec(select(table).where(table.competence_id == competence_id, table.role == role)).first()
    if level is None:
        if row:
            session.delete(row)
    elif row:
        row.level = level
    else:
        session.add(table(competence_id=competence_id, role=role, level=level))


def put_wanted(session: Session, numbers: Mapping[tuple[int, Place], int | None]) -> None:
    """How many should be able to do it alone there; None or 0 takes the number away."""
    _refuse_gone(session, numbers)
    table = tables.WantedHolders
    there = {(row.competence_id, Place(row.team_id, row.site_id)): row for row in session.exec(select(table))}
    for (competence_id, place), count in numbers.items():
        row = there.get((competence_id, place))
        if row and not count:
            session.delete(row)
        elif row and count:
            row.count = count
        elif count:
            session.add(table(competence_id=competence_id, team_id=place.team_id, site_id=place.site_id, count=count))


def _refuse_gone(session: Session, asked: Collection[tuple[int, Place]]) -> None:
    """UserProblem where a competence, stue or matrikel is no more."""
    if not {competence_id for competence_id, _ in asked} <= set(session.exec(select(tables.Competence.id))):
        raise UserProblem(reading.GONE)
    for place in {place for _, place in asked}:
        if place.team_id is not None:
            existing(session, Team, place.team_id)
        if place.site_id is not None:
            existing(session, Site, place.site_id)
