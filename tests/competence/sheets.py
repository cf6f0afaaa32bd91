"""Sheets of competences, and registers to read them against, without a house."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dagleder.competence.catalogue import shipped_catalogue
from dagleder.competence.facts import Area, Assessed, Competence
from dagleder.competence.import_plan import plan_import
from dagleder.competence.import_target import NEW, competence_target
from dagleder.competence.import_values import NO_WISHES, ImportPlan, KnownPerson, Register, SheetWishes
from dagleder.competence.levels import Source
from dagleder.exchange.tables import Choices, read_table_bytes
from dagleder.exchange.tables_values import TableRead
from tests.exchange.spreadsheets import xlsx

TODAY = date(2026, 3, 12)

_SHIPPED = shipped_catalogue()
AREAS = tuple(Area(at, area.key, area.name, at) for at, area in enumerate(_SHIPPED.areas, start=1))
_AREA_IDS = {area.key: area.id for area in AREAS}
COMPETENCES = tuple(
    Competence(at, c.key, _AREA_IDS[c.area], c.name, c.short_name, c.certificate, c.months, at, hidden=False)
    for at, c in enumerate(_SHIPPED.competences, start=1)
)
IDS = {each.key: each.id for each in COMPETENCES}

PEOPLE = (
    KnownPerson(1, "Bo", "Skov", initials="BS", number="4100", teams=("Mariehønen",)),
    KnownPerson(2, "Bo", "Jæger", initials="BJ", teams=("Egernet",)),
    KnownPerson(3, "Agnete", "Bækgaard", initials="AB", teams=("Pindsvinet",)),
    KnownPerson(4, "Søs", "Gramkow", initials="SG", known_as="Søsser", teams=("Pindsvinet",)),
    KnownPerson(5, "Ivan", "Vejrup", initials="IV", left=True),
)


def register(
    people: Sequence[KnownPerson] = PEOPLE,
    newest: Mapping[tuple[int, int], Assessed] | None = None,
    hidden: Sequence[str] = (),
) -> Register:
    competences = tuple(
        Competence(c.id, c.key, c.area_id, c.name, c.short_name, c.certificate, c.months, c.position, c.key in hidden)
        for c in COMPETENCES
    )
    return Register(tuple(people), AREAS, competences, newest or {}, ("Egernet", "Mariehønen", "Pindsvinet"))


def known(who: int, key: str, level: int, day: date = date(2026, 1, 5), **more: Any) -> dict[tuple[int, int], Assessed]:
    """What the house knows of somebody."""
    return {(who, IDS[key]): Assessed(1, who, IDS[key], level, day, Source.LEADER, **more)}


def read(
    rows: Sequence[Any],
    *,
    new: Sequence[int] = (),
    columns: Mapping[int, str] | None = None,
    comments: Sequence[tuple[str, str]] = (),
) -> TableRead:
    """The first row are the headings; `new` are columns to become competences, `columns` are chosen otherwise."""
    content = xlsx({"Ark": rows}, comments=comments)
    choices = Choices(columns={**dict.fromkeys(new, NEW), **(columns or {})})
    return read_table_bytes(content, "ark.xlsx", competence_target(register().competences), choices)


def plan_of(
    rows: Sequence[Any], against: Register | None = None, wishes: SheetWishes = NO_WISHES, **options: Any
) -> ImportPlan:
    return plan_import(read(rows, **options), against or register(), TODAY, wishes)


def told(plan: ImportPlan) -> list[str]:
    return [notice.text for notice in plan.warnings]
