"""Her name in texts that aren't hers: nobody can erase those but the leader, so they are found and told."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from sqlalchemy import Table, select
from sqlmodel import Session

from dagleder.base.dates import day_text
from dagleder.base.text import fold
from dagleder.models.tables import FEATURE_TABLES
from dagleder.privacy.erasing import Mention

Row = Mapping[str, Any]

_WHERE: Mapping[str, Callable[[Row], tuple[str, tuple[str, int] | None]]] = {
    "employee": lambda row: (f"oplysningerne om {row['first_name']} {row['last_name']}".rstrip(), ("staff", row["id"])),
    "meeting": lambda row: (f"mødet {row['title']} {day_text(row['day'], year=True)}", ("meetings", row["id"])),
    "meeting_series": lambda row: (f"møderækken {row['title']}", None),
    "meeting_participant": lambda row: (f"den eksterne deltager {row['name']}", ("meetings", row["meeting_id"])),
    "substitute": lambda row: (f"vikaren {row['name']} fra {day_text(row['first'], year=True)}", None),
    "closing_day": lambda row: (f"lukkedagen {day_text(row['day'], year=True)}", ("settings", row["id"])),
}
_ELSEWHERE = ("indstillingerne", ("settings", 1))


def mentions(session: Session, names: Collection[str], own: Mapping[str, Collection[int]]) -> tuple[Mention, ...]:
    """Every text of the house with one of `names` as whole words, outside her own rows."""
    pattern = re.compile(
        "|".join(rf"(?<!\w){re.escape(fold(name))}(?!\w)" for name in names if name.strip()) or r"(?!)"
    )
    found = (
        _mention(table, row)
        for table in FEATURE_TABLES
        for row in _rows(session, table)
        if row["id"] not in own.get(table.name, ()) and any(_says(pattern, value) for value in row.values())
    )
    return tuple(dict.fromkeys(found))


def _rows(session: Session, table: Table) -> Iterator[Row]:
    for row in session.execute(select(table).order_by(table.c.id)):
        yield row._asdict()


def _says(pattern: re.Pattern[str], value: object) -> bool:
    return isinstance(value, str) and bool(pattern.search(fold(value)))


def _mention(table: Table, row: Row) -> Mention:
    where = _WHERE.get(table.name)
    return Mention(*(where(row) if where else _ELSEWHERE))
