"""When something about each person was changed last, from what the history holds. Pure."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from dagleder.storage.changes import HistoryStep, RowChange

TABLES = ("employee", "weekly_hours", "team_membership", "work_pattern", "work_pattern_day")


def last_changes(
    recorded: Iterable[tuple[HistoryStep, RowChange]], pattern_owners: Mapping[int, int]
) -> dict[int, datetime]:
    """By employee, from the newest change of each row. `pattern_owners` are those of the patterns there are.

    Of removed patterns the history knows whose they were.
    """
    told = [(step.at, change, change.after or change.before or {}) for step, change in recorded]
    owners = dict(pattern_owners) | {
        change.row_id: int(row["employee_id"] or 0) for _, change, row in told if change.table == "work_pattern"
    }
    found: dict[int, datetime] = {}
    for at, change, row in told:
        who = _who(change, row, owners)
        if who is not None:
            found[who] = at
    return found


def _who(change: RowChange, row: Mapping[str, object], owners: Mapping[int, int]) -> int | None:
    if change.table == "employee":
        return change.row_id
    if change.table == "work_pattern_day":
        pattern = row["pattern_id"]
        return owners.get(pattern) if isinstance(pattern, int) else None
    who = row["employee_id"]
    return who if isinstance(who, int) else None
