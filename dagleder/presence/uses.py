"""What presence says of what hangs on a stue or a tidsrum: loans and vikarer."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, func
from sqlmodel import Session, col, select

from dagleder.models.presence import Loan, Substitute
from dagleder.settings.uses import Use

_WORDS: Final[Mapping[type[Loan] | type[Substitute], tuple[str, str]]] = {
    Loan: ("lån", "lån"),
    Substitute: ("vikar", "vikarer"),
}


class PresenceUses:
    def of_team(self, session: Session, team_id: int, since: date | None) -> Sequence[Use]:
        start = since or date.min
        return [_counted(session, table, col(table.team_id) == team_id, col(table.last) >= start) for table in _WORDS]

    def of_band(self, session: Session, band_id: int) -> Sequence[Use]:
        return [_counted(session, table, col(table.band_id) == band_id) for table in _WORDS]


def _counted(session: Session, table: type[Loan] | type[Substitute], *which: ColumnElement[bool]) -> Use:
    return Use(session.exec(select(func.count(col(table.id))).where(*which)).one(), *_WORDS[table])
