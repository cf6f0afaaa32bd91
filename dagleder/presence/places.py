"""What presence says in the places that lower features declare."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from dagleder.base.clock import Clock
from dagleder.base.dates import period_text, span_text
from dagleder.base.text import plural
from dagleder.presence import reading
from dagleder.presence.facts import Absence
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.presence.service import PresenceService
from dagleder.staff.places import Card, CardLine, Consequence, Mark
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


_AHEAD: Final = timedelta(days=365)
_MOST_LINES: Final = 6
_AWAY: Final = "Væk i dag"
# The list says that somebody is away and no more where the kind would tell of age, children or health.
_SAID_IN_LIST: Final = {"F": "Ferie", "6": "Ferie", "K": "Kursus", "B": "Orlov"}


class PresenceAboutPerson:
    """Who is away today, and each person's absence ahead."""

    tables: Final = frozenset({"absence"})

    def __init__(self, presence: PresenceService, clock: Clock) -> None:
        self._presence = presence
        self._clock = clock

    def marks(self, day: date) -> Mapping[int, Mark]:
        found = self._presence.absences(day, day)
        return {each.employee_id: Mark(_SAID_IN_LIST.get(each.kind, _AWAY)) for each in found}

    def card(self, employee_id: int) -> Card:
        today = self._clock.today()
        found = self._presence.absences(today, today + _AHEAD, employee_id)
        lines = [_line(absence, today) for absence in found[:_MOST_LINES]]
        if len(found) > _MOST_LINES:
            lines.append(CardLine(f"og {len(found) - _MOST_LINES} til det næste år"))
        return Card("Fravær forude", tuple(lines), "Intet fravær det næste år.")


def _line(absence: Absence, today: date) -> CardLine:
    when = period_text(absence.first, absence.last, year=absence.last.year != today.year)
    if absence.start is not None and absence.end is not None:
        when = f"{when} kl. {span_text(absence.start, absence.end)}"
    return CardLine(when, KIND_BY_KEY[absence.kind].name, ("presence", absence.employee_id))
