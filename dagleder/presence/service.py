"""Presence: who is there, asked and changed. Every change is one step that can be undone."""

from collections.abc import Sequence
from datetime import date, timedelta

from dagleder.base.clock import Clock
from dagleder.base.dates import monday_of, period_text
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding
from dagleder.base.lines import plain_line
from dagleder.models import presence as tables
from dagleder.models.stored import existing
from dagleder.presence import reading, writing
from dagleder.presence.attendance import Attendance
from dagleder.presence.day_view import DayView
from dagleder.presence.drafts import (
    AbsenceDraft,
    LoanDraft,
    OnOverlap,
    SubstituteDraft,
    absence_name,
    absence_text,
    check_employed,
    check_period,
)
from dagleder.presence.facts import Absence, Loan, Person, Substitute
from dagleder.presence.kinds import KIND_BY_KEY
from dagleder.presence.pattern import usual_team
from dagleder.presence.person_day import ALL_DAY, absence_span
from dagleder.presence.pieces import Piece
from dagleder.presence.sources import Engagement, Source
from dagleder.presence.views import BandPeople, WeekView
from dagleder.settings import reading as settings
from dagleder.storage.database import Database

FRIDAY = timedelta(days=4)


class PresenceService:
    """The shared truth about who is there. `sources` tell what takes people away without being absence."""

    def __init__(self, database: Database, clock: Clock, sources: Sequence[Source] = ()) -> None:
        self._database = database
        self._clock = clock
        self._sources = sources

    @property
    def tables(self) -> frozenset[str]:
        """Whose changes make any answer other than it was."""
        return reading.TABLES.union(*(source.tables for source in self._sources))

    # --- who is there ------------------------------------------------------------------------

    def attendance(self, first: date, last: date, *, engagements: bool = True) -> Attendance:
        """Answers for every date from `first` to `last`, read once; without `engagements` nobody is at a meeting."""
        found: list[Engagement] = []
        if engagements:
            found = [each for source in self._sources for each in source.engagements(first, last)]
        with self._database.reading() as session:
            return Attendance(reading.facts(session, first, last, found))

    def day(self, day: date) -> DayView:
        return self.attendance(day, day).day(day)

    def week(self, day: date, team_id: int | None = None) -> WeekView:
        """The week that `day` lies in, Monday to Friday: of all stuer, or of one."""
        monday = monday_of(day)
        return self.attendance(monday, monday + FRIDAY).week(monday, team_id)

    def this_week(self) -> WeekView:
        return self.week(self._clock.today())

    def band_people(self, team_id: int, day: date, band_id: int | None = None) -> BandPeople:
        return self.attendance(day, day).band_people(team_id, day, band_id)

    def findings(self, first: date, last: date) -> list[Finding]:
        """The gaps of a period, worst first, as findings."""
        return [gap.finding() for gap in self.attendance(first, last).gaps()]

    # --- absence -----------------------------------------------------------------------------

    def absences(self, first: date, last: date, employee_id: int | None = None) -> tuple[Absence, ...]:
        """The absences that touch the period, everybody's or one person's."""
        with self._database.reading() as session:
            return reading.absences(session, first, last, employee_id)

    def add_absence(self, draft: AbsenceDraft, on_overlap: OnOverlap = OnOverlap.ASK) -> tuple[int, ...]:
        """Gives the ids of the rows it became: none of a person's absences overlap, so it may be parted.

        Raises AbsenceOverlap when there is absence of another kind and nobody has chosen.
        """
        return self.add_absences((draft,), on_overlap)

    def add_absences(self, drafts: Sequence[AbsenceDraft], on_overlap: OnOverlap = OnOverlap.ASK) -> tuple[int, ...]:
        """The same absence for several people ('kursus til tre'), in one step; else as `add_absence`."""
        called: list[str] = []
        for draft in drafts:
            draft.check()
            person = self._person(draft.employee_id)
            check_employed(person, draft.first, draft.last)
            called.append(person.called)
        with self._database.writing(absence_name(drafts[0], called)) as session:
            return writing.put_absences(session, zip(drafts, called, strict=True), on_overlap)

    def change_absence(
        self, absence_id: int, draft: AbsenceDraft, on_overlap: OnOverlap = OnOverlap.ASK
    ) -> tuple[int, ...]:
        """Another kind, other days, other times; the same questions as for a new one."""
        draft.check()
        person = self._person(draft.employee_id)
        check_employed(person, draft.first, draft.last)
        with self._database.writing(f"Ret fravær for {person.called}") as session:
            return writing.change_absence(session, absence_id, draft, person.called, on_overlap)

    def remove_absence(self, absence_id: int) -> None:
        what = self._absence_name(absence_id)
        with self._database.writing(f"Fjern {what}") as session:
            session.delete(existing(session, tables.Absence, absence_id))

    def clear_absence(self, employee_id: int, first: date, last: date) -> None:
        """Takes the days out of whatever absence the person has; what is outside them stays."""
        check_period(first, last)
        name = f"Fjern fravær for {self._person(employee_id).called} {period_text(first, last)}"
        with self._database.writing(name) as session:
            writing.clear_absence(session, employee_id, Piece(first, last))

    def split_absence(self, absence_id: int, day: date) -> int:
        """Parts an absence in two; the second begins on `day`. Gives its id."""
        what = self._absence_name(absence_id)
        with self._database.writing(f"Del {what}") as session:
            return writing.split_absence(session, existing(session, tables.Absence, absence_id), day)

    def _absence_name(self, absence_id: int) -> str:
        """'ferie for Karen'."""
        with self._database.reading() as session:
            row = existing(session, tables.Absence, absence_id)
            return f"{KIND_BY_KEY[row.kind].name.lower()} for {reading.person(session, row.employee_id).called}"

    # --- loans and vikarer -------------------------------------------------------------------

    def loans(self, first: date, last: date) -> tuple[Loan, ...]:
        with self._database.reading() as session:
            return reading.loans(session, first, last)

    def add_loan(self, draft: LoanDraft) -> int:
        """UserProblem where she is lent already at that time, or belongs to the stue anyway."""
        draft.check()
        person = self._person(draft.employee_id)
        check_employed(person, draft.first, draft.last)
        team = self._team_name(draft.team_id)
        if {usual_team(person, draft.first), usual_team(person, draft.last)} == {draft.team_id}:
            raise UserProblem(f"{person.called} er i forvejen på {team}.", field="team_id")
        with self._database.writing(
            f"Lån {person.called} til {team} {period_text(draft.first, draft.last)}"
        ) as session:
            return writing.add_loan(session, draft, person.called)

    def remove_loan(self, loan_id: int) -> None:
        with self._database.reading() as session:
            called = reading.person(session, existing(session, tables.Loan, loan_id).employee_id).called
        with self._database.writing(f"Fjern lån af {called}") as session:
            session.delete(existing(session, tables.Loan, loan_id))

    def substitutes(self, first: date, last: date) -> tuple[Substitute, ...]:
        with self._database.reading() as session:
            return reading.substitutes(session, first, last)

    def add_substitute(self, draft: SubstituteDraft) -> int:
        """UserProblem where one of the staff is away herself, or a vikar elsewhere at that time."""
        draft.check()
        called = plain_line(draft.name) or "vikar"
        if draft.employee_id is not None:
            called = self._free_person(draft, draft.employee_id).called
        team, when = self._team_name(draft.team_id), period_text(draft.first, draft.last)
        with self._database.writing(f"Sæt {called} på {team} {when}") as session:
            return writing.add_substitute(session, draft, called)

    def _free_person(self, draft: SubstituteDraft, employee_id: int) -> Person:
        """The one of the staff who is to be a vikar; UserProblem where she has absence of her own at that time."""
        person = self._person(employee_id)
        check_employed(person, draft.first, draft.last)
        with self._database.reading() as session:
            windows = {band.id: (band.start, band.end) for band in settings.bands(session)}
            own = reading.absences(session, draft.first, draft.last, employee_id)
        start, end = windows.get(draft.band_id or 0, ALL_DAY)
        asked = Piece(draft.first, draft.last, start, end)
        for absence in own:
            if asked.overlaps(Piece(absence.first, absence.last, *absence_span(absence))):
                raise UserProblem(
                    f"{person.called} har selv {absence_text(absence)}. Vælg en anden.", field="employee_id"
                )
        return person

    def remove_substitute(self, substitute_id: int) -> None:
        with self._database.reading() as session:
            team_id = existing(session, tables.Substitute, substitute_id).team_id
        with self._database.writing(f"Fjern vikar på {self._team_name(team_id)}") as session:
            session.delete(existing(session, tables.Substitute, substitute_id))

    def _person(self, employee_id: int) -> Person:
        with self._database.reading() as session:
            return reading.person(session, employee_id)

    def _team_name(self, team_id: int) -> str:
        with self._database.reading() as session:
            return next((team.name for team in settings.teams(session) if team.id == team_id), "stuen")
