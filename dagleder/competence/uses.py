"""What competences say of what hangs on a stue: the wanted numbers that ask for somebody there."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func
from sqlmodel import Session, col, select

from dagleder.models.competence import WantedHolders
from dagleder.settings.uses import Use


class CompetenceUses:
    def of_team(self, session: Session, team_id: int, since: date | None) -> Sequence[Use]:  # noqa: ARG002 -- undated
        count = session.exec(select(func.count(col(WantedHolders.id))).where(WantedHolders.team_id == team_id)).one()
        return [Use(count, "behov for en kompetence", "behov for kompetencer", ends=True)]

    def of_band(self, session: Session, band_id: int) -> Sequence[Use]:  # noqa: ARG002 -- wanted all day
        return ()
