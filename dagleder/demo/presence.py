"""Absence, loans and vikarer of the fictional house, entered as the leader would."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from dagleder.base.dates import WORKDAYS, monday_of
from dagleder.demo.absences import absences_round, leave_round
from dagleder.demo.house import Places
from dagleder.demo.people import HOURLY_COVER, MATERNITY_COVER
from dagleder.presence.drafts import AbsenceDraft, LoanDraft, SubstituteDraft
from dagleder.presence.service import PresenceService


def fill(
    presence: PresenceService, places: Places, people: Mapping[str, int], starts: Mapping[str, date], today: date
) -> None:
    """Everybody's absence, and who stands in. Nobody is away before her first day."""
    for absence in absences_round(today):
        first = max(absence.first, starts[absence.first_name])
        if first <= absence.last:
            presence.add_absence(AbsenceDraft(people[absence.first_name], first, absence.last, absence.kind))
    for loan in _loans(places, people, today):
        presence.add_loan(loan)
    for substitute in _substitutes(places, today):
        presence.add_substitute(substitute)


def _loans(places: Places, people: Mapping[str, int], today: date) -> Iterator[LoanDraft]:
    """Next week Ida is away on the Tuesday she would have opened Humlebien."""
    tuesday = monday_of(today) + timedelta(weeks=1, days=1)
    yield LoanDraft(people["Dorte"], places.teams["Humlebien"], tuesday, tuesday, places.bands[0])


def _substitutes(places: Places, today: date) -> Iterator[SubstituteDraft]:
    """The one on leave is covered all the way, but for this Friday; next week somebody is still to be found."""
    leave, monday = leave_round(today), monday_of(today)
    friday = monday + timedelta(days=WORKDAYS - 1)
    youngest, forest = places.teams["Humlebien"], places.teams["Uglen"]
    for first, last in ((leave.first, friday - timedelta(days=1)), (monday + timedelta(weeks=1), leave.last)):
        yield SubstituteDraft(youngest, first, last, name=MATERNITY_COVER, pedagogue=True)
    yield SubstituteDraft(forest, monday + timedelta(weeks=1), friday + timedelta(weeks=1))
    for year in (today.year, today.year + 1):
        first, last = date.fromisocalendar(year, 27, 1), date.fromisocalendar(year, 28, WORKDAYS)
        yield SubstituteDraft(places.teams["Ræven"], first, last, name=HOURLY_COVER)
