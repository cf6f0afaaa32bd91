"""The lines of the staff list: who is shown, in which group, and what each column says. No widgets here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from dagleder.base.dates import hours_text
from dagleder.base.findings import Level
from dagleder.base.text import danish_key
from dagleder.settings.places import Team
from dagleder.staff.employment import Employment
from dagleder.staff.people import StaffRow
from dagleder.staff.places import Mark
from dagleder.staff.roles import role_name
from dagleder.staff.status import status
from ui.kit.table_values import CellLook, ChipValue, Column, Group, Grouping

WITHOUT_TEAM = Group("Uden stue", "users")
_LOOKS = {Level.MUST: "danger", Level.SHOULD: "warn", Level.INFO: "info", Level.OK: "ok", None: "plain"}
_ICONS = {Level.MUST: "octagon-alert", Level.SHOULD: "triangle-alert"}


class Shown(StrEnum):
    """Who stands in the list."""

    ACTIVE = "active"
    COMING = "coming"
    LEFT = "left"
    ALL = "all"


SHOWN_NAMES = {Shown.ACTIVE: "Aktive", Shown.COMING: "Kommende", Shown.LEFT: "Fratrådte", Shown.ALL: "Alle"}


@dataclass(frozen=True, slots=True)
class Line:
    """One person in the list."""

    row: StaffRow
    mark: Mark | None = None

    @property
    def id(self) -> int:
        return self.row.id


def lines(
    rows: Iterable[StaffRow],
    employments: Mapping[int, Employment],
    marks: Mapping[int, Sequence[Mark]],
    teams: Sequence[Team],
    today: date,
) -> list[Line]:
    """Everybody in the order of the stuer, by name within each; those without a stue last."""
    place = {team.id: number for number, team in enumerate(teams)}
    found = [Line(row, status(employments[row.id], today, marks.get(row.id, ()))) for row in rows]
    return sorted(found, key=lambda line: (place.get(line.row.team_id or 0, len(place)), danish_key(line.row.name)))


def standing(row: StaffRow, today: date) -> Shown:
    """ACTIVE, COMING or LEFT."""
    if row.end is not None and row.end < today:
        return Shown.LEFT
    return Shown.COMING if row.start is not None and row.start > today else Shown.ACTIVE


def is_shown(row: StaffRow, shown: Shown, today: date) -> bool:
    return shown is Shown.ALL or standing(row, today) is shown


def grouping(teams: Callable[[], Sequence[Team]]) -> Grouping:
    """By stue, under its icon. `teams` gives all there are when a head is shown."""

    def head(team_id: int | None) -> Group:
        team = next((team for team in teams() if team.id == team_id), None)
        return Group(team.name, team.icon) if team else WITHOUT_TEAM

    return Grouping(lambda line: line.row.team_id, head)


def chip(mark: Mark | None) -> ChipValue | None:
    if mark is None:
        return None
    icon = mark.icon or (_ICONS.get(mark.level, "") if mark.level else "")
    return ChipValue(mark.text, _LOOKS[mark.level], icon)


def _hours(line: Line) -> str:
    return "" if line.row.minutes is None else hours_text(line.row.minutes)


COLUMNS = (
    Column(
        "name",
        "Navn",
        lambda line: line.row.name,
        look=CellLook.PERSON,
        shape=lambda line: line.row.initials,
        width=200,
        least=150,
    ),
    Column("role", "Stilling", lambda line: role_name(line.row.role), look=CellLook.MUTED, width=160),
    Column("hours", "Timer", _hours, sort=lambda line: line.row.minutes, right=True, width=56, least=52),
    Column(
        "start",
        "Ansat",
        lambda line: str(line.row.start.year) if line.row.start else "",
        sort=lambda line: line.row.start,
        look=CellLook.MUTED,
        right=True,
        width=56,
        least=52,
    ),
    Column(
        "status",
        "Status",
        lambda line: line.mark.text if line.mark else "",
        look=CellLook.CHIP,
        shape=lambda line: chip(line.mark),
        tip=lambda line: line.mark.tip if line.mark else "",
    ),
)
