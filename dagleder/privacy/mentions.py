"""Her name in texts that aren't hers: nobody can erase those but the leader, so they are found and told."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Table, select
from sqlmodel import Session

from dagleder.base.dates import day_text
from dagleder.base.text import fold
from dagleder.models.tables import FEATURE_TABLES
from dagleder.privacy.erasing import Mention

Row = Mapping[str, Any]


def _day(row: Row, column: str) -> str:
    """A day in words; a row as the file holds it has it as text."""
    day = row[column]
    return day_text(day if isinstance(day, date) else date.fromisoformat(day), year=True)


_WHERE: Mapping[str, Callable[[Row], tuple[str, tuple[str, int] | None]]] = {
    "employee": lambda row: (f"oplysningerne om {row['first_name']} {row['last_name']}".rstrip(), ("staff", row["id"])),
    "meeting": lambda row: (f"mødet {row['title']} {_day(row, 'day')}", ("meetings", row["id"])),
    "meeting_series": lambda row: (f"møderækken {row['title']}", None),
    "meeting_participant": lambda row: (f"den eksterne deltager {row['name']}", ("meetings", row["meeting_id"])),
    "substitute": lambda row: (f"vikaren {row['name']} fra {_day(row, 'first')}", None),
    "closing_day": lambda row: (f"lukkedagen {_day(row, 'day')}", ("settings", row["id"])),
    "competence": lambda row: (f"kompetencen {row['name']}", ("competence", row["id"])),
    "competence_area": lambda row: (f"området {row['name']}", None),
    "assessment": lambda row: (f"en vurdering {_day(row, 'day')}", ("staff", row["employee_id"])),
    "competence_goal": lambda row: (f"et mål aftalt {_day(row, 'agreed_on')}", ("staff", row["employee_id"])),
    "earlier_task": lambda row: (f"en erfaring fra {_day(row, 'first')}", ("staff", row["employee_id"])),
    "task_kind": lambda row: (f"opgavetypen {row['name']}", None),
    "task": lambda row: (f"opgaven {row['title']}", ("tasks", row["id"])),
    "task_step": lambda row: (f"tjeklisten med {row['text']}", ("tasks", row["task_id"])),
    "follow_up": lambda row: (f"en opfølgning {_day(row, 'day')}", ("tasks", row["task_id"])),
    "delegation": lambda row: (f"en begrundelse {_day(row, 'day')}", ("tasks", row["task_id"])),
}
_ELSEWHERE = ("indstillingerne", ("settings", 1))


def mentions(session: Session, names: Collection[str], own: Mapping[str, Collection[int]]) -> tuple[Mention, ...]:
    """Every text of the house with one of `names` as whole words, outside her own rows."""
    says = spoken_of(names)
    found = (
        mention_in(table.name, row)
        for table in FEATURE_TABLES
        for row in _rows(session, table)
        if row["id"] not in own.get(table.name, ()) and says(row)
    )
    return tuple(dict.fromkeys(found))


def spoken_of(names: Collection[str]) -> Callable[[Row], bool]:
    """Tells of a row whether one of `names` stands in it as whole words."""
    pattern = re.compile(
        "|".join(rf"(?<!\w){re.escape(fold(name))}(?!\w)" for name in names if name.strip()) or r"(?!)"
    )
    return lambda row: any(isinstance(value, str) and pattern.search(fold(value)) for value in row.values())


def _rows(session: Session, table: Table) -> Iterator[Row]:
    for row in session.execute(select(table).order_by(table.c.id)):
        yield row._asdict()


def mention_in(table: str, row: Row) -> Mention:
    """Where a row of `table` is found."""
    where = _WHERE.get(table)
    return Mention(*(where(row) if where else _ELSEWHERE))
