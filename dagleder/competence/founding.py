"""The first rows of a new house: the shipped catalogue, with what each role is expected to have."""

from sqlmodel import Session

from dagleder.competence.catalogue import shipped_catalogue
from dagleder.models import competence as tables
from dagleder.models.stored import add, id_of


def found(session: Session) -> None:
    catalogue = shipped_catalogue()
    area_ids = {
        area.key: add(session, tables.CompetenceArea(key=area.key, name=area.name, position=position))
        for position, area in enumerate(catalogue.areas)
    }
    rows = [
        tables.Competence(
            key=each.key,
            area_id=area_ids[each.area],
            name=each.name,
            short_name=each.short_name,
            certificate=each.certificate,
            months=each.months,
            position=position,
        )
        for position, each in enumerate(catalogue.competences)
    ]
    session.add_all(rows)
    session.flush()
    session.add_all(
        tables.RoleTarget(competence_id=id_of(row), role=role, level=level)
        for row, each in zip(rows, catalogue.competences, strict=True)
        for role, level in each.targets.items()
    )
    session.flush()
