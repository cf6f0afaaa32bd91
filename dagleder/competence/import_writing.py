"""Takes a planned sheet of competences into the house, inside a transaction that `service` has opened."""

from datetime import date

from sqlmodel import Session

from dagleder.competence import catalogue_writing, writing
from dagleder.competence.import_values import ImportPlan


def take_in(session: Session, plan: ImportPlan, today: date) -> None:
    """Stores the assessments that are news; columns chosen for it become competences."""
    made = {new.column: catalogue_writing.add_competence(session, new.draft) for new in plan.new_competences}
    news = [cell.draft(cell.competence_id or made[cell.column]) for cell in plan.cells if cell.is_news]
    writing.put_assessments(session, news, today)
