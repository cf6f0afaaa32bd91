"""What leaving means for what staff itself keeps: told before it is done. Pure."""

from datetime import date

from dagleder.base.dates import day_text
from dagleder.base.text import and_list
from dagleder.staff.people import Person
from dagleder.staff.places import Consequence


def staff_consequences(person: Person, last_day: date) -> list[Consequence]:
    """Nothing is deleted: hours, stue and pattern stop counting the day after."""
    day = day_text(last_day, year=True)
    where = ("staff", person.id)
    found = [
        Consequence("Listen", f"{person.called} står på listen til og med {day}, derefter under fratrådte.", where),
    ]
    teams = [m.team for m in person.employment.memberships_on(last_day)]
    if teams:
        found.append(Consequence("Bemandingen", f"{and_list(teams)} har en færre fra dagen efter.", where))
    later = [p for p in person.employment.patterns if p.valid_from > last_day]
    if later or any((h.valid_from or last_day) > last_day for h in person.employment.hours):
        found.append(
            Consequence(
                "Arbejdstid", "Arbejdstid, der først gælder efter den dag, bliver stående uden virkning.", where
            )
        )
    return found
