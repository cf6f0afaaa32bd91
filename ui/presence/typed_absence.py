"""Absence by keys in the grid: letters lay it on the days that are chosen, Delete takes it away."""

from functools import partial

from dagleder.presence.attendance import Attendance
from dagleder.presence.drafts import AbsenceDraft
from dagleder.presence.facts import Absence
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.presence.service import PresenceService
from ui.context import Context
from ui.presence.absence_deeds import AbsenceDeeds
from ui.presence.chosen import Chosen

_SOMEBODY = "Vælg først dage hos en medarbejder."
_ONE_PERSON = "Vælg dage hos én medarbejder ad gangen."


def absence_at(attendance: Attendance, chosen: Chosen) -> Absence | None:
    """The absence of the cell: of several that day the one that touches the band."""
    person = chosen.person
    found = [
        absence
        for absence in attendance.facts.absences
        if person and absence.employee_id == person.employee_id and absence.first <= chosen.day <= absence.last
    ]
    return min(found, key=lambda absence: not _touches(absence, chosen), default=None)


def _touches(absence: Absence, chosen: Chosen) -> bool:
    if absence.start is None or absence.end is None:
        return True
    return absence.start < chosen.band.end and chosen.band.start < absence.end


class TypedAbsence:
    """Lays the same for everybody whose line is marked; takes away from one at a time."""

    def __init__(self, context: Context, presence: PresenceService) -> None:
        self._context, self._presence = context, presence
        self._deeds = AbsenceDeeds(context, presence)

    def lay(self, attendance: Attendance, chosen: Chosen, text: str) -> None:
        """Whole days of the kind whose letter was typed; other letters do nothing."""
        kind = KIND_BY_KEY.get(text.upper())
        if kind is None:
            return
        people = [attendance.facts.people[who] for who in chosen.people]
        if not people:
            self._context.messages.tell(_SOMEBODY)
            return
        drafts = [AbsenceDraft(person.id, chosen.days[0], chosen.days[-1], kind.key) for person in people]
        self._deeds.add(drafts, [person.called for person in people])

    def remove(self, attendance: Attendance, chosen: Chosen) -> None:
        """The absence of the days; on the line of a vikar from outside, the vikar."""
        stranger = chosen.stranger
        if stranger is not None and stranger.substitute_id is not None:
            self._context.run("Vikaren er fjernet", partial(self._presence.remove_substitute, stranger.substitute_id))
        elif chosen.person is None or chosen.person.employee_id is None:
            self._context.messages.tell(_ONE_PERSON)
        elif not self._remove_help(attendance, chosen):
            person = attendance.facts.people[chosen.person.employee_id]
            self._deeds.clear(person.id, person.called, chosen.days)

    def _remove_help(self, attendance: Attendance, chosen: Chosen) -> bool:
        """Her work as vikar on the stue, else the loan that moves her; False when there is neither, or absence."""
        line = chosen.person
        days = attendance.day(chosen.day).people
        day = next((d for d in days if line and d.person and d.person.id == line.employee_id), None)
        if line is None or day is None or absence_at(attendance, chosen) is not None:
            return False
        if day.substitute and day.substitute.team_id == line.team_id:
            take_out = partial(self._presence.remove_substitute, day.substitute.id)
            self._context.run(f"{day.called} er ikke længere vikar", take_out)
            return True
        if day.loans:
            self._context.run(
                f"{day.called} er ikke længere lånt", partial(self._presence.remove_loan, day.loans[0].id)
            )
        return bool(day.loans)
