"""What a leader's own sheet of competences may hold: who the row is about, and a column for each competence."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

from dagleder.base.errors import UserProblem
from dagleder.competence.cell_words import read_cell
from dagleder.competence.facts import Competence
from dagleder.exchange.tables_values import CellValue, Target, TargetField
from dagleder.staff.import_target import STAFF_TARGET

NEW: Final = "new"
"""The field of a column that is to become a competence of the house."""

NAME_KEYS: Final = ("name", "first_name", "last_name")
PERSON_KEYS: Final = (*NAME_KEYS, "team", "initials", "number")
_OF_COMPETENCE: Final = "competence/"
_ANY_DAY: Final = date(2000, 1, 1)


def competence_target(competences: Iterable[Competence]) -> Target:
    """What is looked for in a house with these competences; those switched off are not."""
    people = {field.key: field for field in STAFF_TARGET.fields}
    return Target(
        fields=(*(people[key] for key in PERSON_KEYS), *(_field(each) for each in competences if not each.hidden)),
        needed=STAFF_TARGET.needed,
        missing=STAFF_TARGET.missing,
    )


def field_of(competence_id: int) -> str:
    return f"{_OF_COMPETENCE}{competence_id}"


def competence_of(field: str | None) -> int | None:
    """The competence a column's field means, if it means one."""
    return int(field.removeprefix(_OF_COMPETENCE)) if field and field.startswith(_OF_COMPETENCE) else None


def _field(competence: Competence) -> TargetField:
    without_aside = competence.name.partition("(")[0].strip()
    headings = dict.fromkeys((competence.name, competence.head, without_aside or competence.name))
    return TargetField(field_of(competence.id), competence.head, tuple(headings), _says_something)


@lru_cache(maxsize=4096)
def _says_something(value: CellValue) -> bool:
    """Whether a cell looks like what somebody can, or until when."""
    return _reads(value, certificate=False) or _reads(value, certificate=True)


def _reads(value: CellValue, *, certificate: bool) -> bool:
    try:
        return read_cell(value, certificate=certificate, today=_ANY_DAY).level is not None
    except UserProblem:
        return False
