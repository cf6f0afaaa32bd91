"""What presence says in the places that lower features declare."""

from collections.abc import Sequence
from datetime import date

from dagleder.base.text import plural
from dagleder.presence import reading
from dagleder.staff.places import Consequence
from dagleder.storage.database import Database


class PresenceAtLeaving:
    """What becomes of absence, loans and work as vikar when somebody leaves; nothing of it is deleted."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def at_leaving(self, employee_id: int, last_day: date) -> Sequence[Consequence]:
        with self._database.reading() as session:
            found = (
                ("Fravær", "fravær", "fravær", reading.absences(session, last_day, date.max, employee_id)),
                ("Udlån", "lån", "lån", reading.loans(session, last_day, date.max, employee_id)),
                ("Vikar", "vikarplads", "vikarpladser", reading.substitutes(session, last_day, date.max, employee_id)),
            )
        told = []
        for what, one, many, rows in found:
            later = sum(row.last > last_day for row in rows)
            if later:
                text = f"{plural(later, one, many)} efter den dag bliver stående, men tæller ikke med."
                told.append(Consequence(what, text, ("presence", employee_id)))
        return told
