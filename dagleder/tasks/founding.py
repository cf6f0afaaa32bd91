"""The first rows of a new house: the shipped kinds of task. The catalogue of competences comes first."""

from sqlmodel import Session, select

from dagleder.models.competence import Competence
from dagleder.models.stored import id_of
from dagleder.tasks.kind_writing import add_kind
from dagleder.tasks.kinds import shipped_kinds


def found(session: Session) -> None:
    ids = {each.key: id_of(each) for each in session.exec(select(Competence))}
    for shipped in shipped_kinds():
        add_kind(session, shipped.draft(ids), key=shipped.key)
