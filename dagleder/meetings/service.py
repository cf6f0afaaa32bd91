"""Meetings: kinds, series, single meetings and the plan of a year. Every change is one step that can be undone."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlmodel import Session

from dagleder.base.clock import Clock
from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding
from dagleder.base.lines import line, plain_line
from dagleder.meetings import proposal as proposals
from dagleder.meetings import reading, versions, writing
from dagleder.meetings.audience import participants
from dagleder.meetings.checks import SeriesDay, Surroundings, check_meeting, check_series, with_the_children
from dagleder.meetings.children import Cover
from dagleder.meetings.drafts import MeetingDraft, SeriesDraft, Times, check_guests, unkept
from dagleder.meetings.hours import Frame, frame_findings, person_hours
from dagleder.meetings.kinds import Kind, KindDraft
from dagleder.meetings.meeting import Guest, Meeting
from dagleder.meetings.placing import Placement, placed_dates
from dagleder.meetings.plan import MeetingPlan
from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.proposal import Proposal, ProposedMeeting
from dagleder.meetings.series import Series
from dagleder.meetings.states import CANCELLED, HELD, PLANNED, STATE_NAMES
from dagleder.meetings.step_names import called, change_name, move_name
from dagleder.meetings.versions import MOVED_BY_HAND, Version
from dagleder.models import meetings as tables
from dagleder.presence import reading as presence
from dagleder.presence.facts import Person
from dagleder.presence.service import PresenceService
from dagleder.settings import reading as settings
from dagleder.storage.database import Database

_DAY = timedelta(days=1)


class MeetingsService:
    """Drafts are checked before anything is written; UserProblem tells what is wrong with one.

    `presence` should be given `places.MeetingSource`, so that it knows who is at a meeting.
    """

    def __init__(self, database: Database, clock: Clock, presence_service: PresenceService) -> None:
        self._database = database
        self._clock = clock
        self._presence = presence_service
        self.tables = reading.TABLES | presence_service.tables  # whose changes make any answer other than it was

    # --- kinds -------------------------------------------------------------------------------

    def kinds(self, *, hidden: bool = False) -> tuple[Kind, ...]:
        """The kinds in use, in order; with `hidden` the others too."""
        with self._database.reading() as session:
            return tuple(kind for kind in reading.kinds(session) if hidden or not kind.hidden)

    def add_kind(self, draft: KindDraft) -> int:
        draft.check()
        with self._database.writing(f"Ny mødetype: {plain_line(draft.name)}") as session:
            return writing.add_kind(session, draft)

    def change_kind(self, kind_id: int, draft: KindDraft) -> None:
        """Also renames it. Meetings already laid keep their own title, place and length."""
        draft.check()
        with self._database.writing(f"Ret mødetypen {plain_line(draft.name)}") as session:
            writing.change_kind(session, kind_id, draft)

    def hide_kind(self, kind_id: int, *, hidden: bool = True) -> None:
        """A hidden kind is not proposed and not offered; its meetings stay."""
        kind = _kind(self._database, kind_id)
        with self._database.writing(f"{'Skjul' if hidden else 'Vis'} mødetypen {kind.name}") as session:
            writing.existing(session, tables.MeetingKind, kind_id).hidden = hidden

    # --- single meetings ---------------------------------------------------------------------

    def meeting(self, meeting_id: int) -> Meeting:
        with self._database.reading() as session:
            return reading.meeting(session, meeting_id)

    def meetings(self, first: date = date.min, last: date = date.max) -> tuple[Meeting, ...]:
        """The meetings of a period, also those cancelled, by start."""
        with self._database.reading() as session:
            return reading.meetings(session, first, last)

    def participants(self, meeting_id: int) -> tuple[Person, ...]:
        """Those of the staff who take part, in order of last name, first name."""
        with self._database.reading() as session:
            people = presence.people(session)
            return tuple(people[who] for who in participants(reading.meeting(session, meeting_id), people))

    def add(self, draft: MeetingDraft) -> int:
        draft.check()
        kind = _kind(self._database, draft.kind_id)
        title = plain_line(draft.title) or kind.name
        with self._database.writing(f"Nyt møde: {title} {day_text(draft.day)}") as session:
            writing.check_people(session, draft.day, draft.guests, draft.team_ids)
            return writing.add_meeting(session, draft, kind, self._clock.now())

    def change(self, meeting_id: int, draft: MeetingDraft) -> None:
        """Everything about one meeting at once; its kind and its state stay. Another day counts as moved by hand."""
        draft.check()
        before = self.meeting(meeting_id)
        moved = _moved(before, draft.day, draft.times, MOVED_BY_HAND)
        with self._database.writing(change_name(before, draft)) as session:
            writing.check_people(session, draft.day, draft.guests, draft.team_ids)
            writing.rewrite_meeting(session, meeting_id, draft, before.kind, self._clock.now(), moved)

    def move(self, meeting_id: int, day: date, times: Times | None = None, because: str = "") -> None:
        """To another day, and to other times when they are given. `because` follows 'på grund af' ('vinterferien')."""
        before = self.meeting(meeting_id)
        times = times or Times(before.start, before.end)
        times.check_on(day)
        moved = _moved(before, day, times, plain_line(because) or MOVED_BY_HAND)
        self._write(move_name(before, day, times), meeting_id, **moved)

    def explain_move(self, meeting_id: int, because: str) -> None:
        """Why it was moved, as it follows 'på grund af' on the plan; '' when nobody needs to know."""
        before = self.meeting(meeting_id)
        reason = line(because, "because") or MOVED_BY_HAND
        if before.original_day is not None:
            self._write(f"Ret grund til flytning af {called(before)}", meeting_id, moved_because=reason)

    def lengthen(self, meeting_id: int, minutes: int) -> None:
        """The meeting lasts so many minutes from its start."""
        before = self.meeting(meeting_id)
        self.move(meeting_id, before.day, Times(before.start, before.start + minutes))

    def cancel(self, meeting_id: int) -> None:
        """It stays in the house and in calendar files, as cancelled."""
        self._set_state(meeting_id, CANCELLED, "Aflys {}")

    def reinstate(self, meeting_id: int) -> None:
        """A cancelled meeting is planned again; so is one marked as held by mistake."""
        self._set_state(meeting_id, PLANNED, "Genopret {}")

    def confirm(self, meeting_id: int) -> None:
        """A proposal has been agreed on."""
        self._set_state(meeting_id, PLANNED, "Sæt {} som planlagt")

    def mark_held(self, meeting_id: int) -> None:
        self._set_state(meeting_id, HELD, "Sæt {} som holdt")

    def _set_state(self, meeting_id: int, state: str, name: str) -> None:
        before = self.meeting(meeting_id)
        if before.state == state:
            raise UserProblem(f"Mødet er allerede {STATE_NAMES[state]}.")
        self._write(name.format(called(before)), meeting_id, state=state)

    def set_guests(self, meeting_id: int, guests: Sequence[Guest]) -> None:
        """Who is named on the meeting besides its audience: staff by id, external people by name, role and mail."""
        meeting = self.meeting(meeting_id)
        check_guests(tuple(guests))
        with self._database.writing(f"Ret deltagere i {called(meeting)}") as session:
            writing.check_people(session, meeting.day, guests)
            if writing.put_guests(session, meeting_id, guests):
                writing.existing(session, tables.Meeting, meeting_id).changed_at = self._clock.now()

    def _write(self, name: str, meeting_id: int, **values: object) -> None:
        with self._database.writing(name) as session:
            writing.change_meeting(session, meeting_id, self._clock.now(), **values)

    # --- series ------------------------------------------------------------------------------

    def series(self) -> tuple[Series, ...]:
        with self._database.reading() as session:
            return reading.series(session)

    def add_series(self, draft: SeriesDraft) -> int:
        """By a rule, whose dates are moved off public holidays and lukkedage, or on hand-picked dates as they are."""
        draft.check()
        kind = _kind(self._database, draft.kind_id)
        title = plain_line(draft.title) or kind.name
        with self._database.writing(f"Ny møderække: {title}") as session:
            return writing.add_series(session, draft, _placements(session, draft, kind), kind, self._clock.now())

    def change_series(self, series_id: int, draft: SeriesDraft, since: date) -> None:
        """From `since` on the series has another rule or time; what lies before, is held or cancelled stays."""
        draft.check()
        kind = _kind(self._database, draft.kind_id)
        with self._database.reading() as session:
            title = next((each.title for each in reading.series(session, [series_id])), kind.name)
        with self._database.writing(f"Ret mønster for {title} fra {day_text(since)}") as session:
            placements = _placements(session, draft, kind)
            writing.change_series(session, series_id, draft, placements, since=since, now=self._clock.now())

    def preview_series(self, draft: SeriesDraft, series_id: int | None = None) -> tuple[SeriesDay, ...]:
        """The dates of a series before it is kept; `series_id`: the one to follow the draft, in nobody's way itself."""
        draft.check()
        placements, meetings = _series_meetings(self._database, draft)
        return check_series(placements, meetings, self._around(PlanYear(draft.dates()[0].year), meetings), series_id)

    # --- the plan of a year ------------------------------------------------------------------

    def plan(self, year: PlanYear) -> MeetingPlan:
        """Everything a paper, a list or a calendar file of the year needs."""
        year.check()
        with self._database.reading() as session:
            return _plan(session, year, self._clock.today())

    def default_year(self) -> int:
        """The present year when it has meetings, else the next one that has, else the last."""
        today = self._clock.today().year
        with self._database.reading() as session:
            found = reading.years(session)
        return next((year for year in found if year >= today), found[-1] if found else today)

    def findings(self, meeting_id: int) -> list[Finding]:
        """What is worth telling about one meeting's date."""
        meeting = self.meeting(meeting_id)
        return self._checked(PlanYear(meeting.day.year), [meeting])

    def check_draft(self, draft: MeetingDraft) -> list[Finding]:
        """The same for a meeting that is not kept yet."""
        draft.check()
        kind = _kind(self._database, draft.kind_id)
        meeting = unkept(draft, kind, _team_names(self._database))
        return self._checked(PlanYear(draft.day.year), [meeting])

    def year_findings(self, year: PlanYear, since: date = date.min) -> list[Finding]:
        """Everything worth telling about the year's meetings from `since` on; and who is over the yearly frame."""
        plan = self.plan(year)
        coming = [meeting for meeting in plan.shown if meeting.day >= since]
        return self._checked(year, coming) + frame_findings(plan.person_hours, year.year)

    def with_the_children(self, meeting_id: int) -> tuple[Cover, ...]:
        """How each stue stands while the meeting is held; nothing for one outside the opening hours."""
        meeting = self.meeting(meeting_id)
        return with_the_children(meeting, self._around(PlanYear(meeting.day.year), [meeting]))

    def _checked(self, year: PlanYear, meetings: Sequence[Meeting]) -> list[Finding]:
        around = self._around(year, meetings)
        return [finding for meeting in meetings for finding in check_meeting(meeting, around)]

    def _around(self, year: PlanYear, meetings: Sequence[Meeting]) -> Surroundings:
        days = [meeting.day for meeting in meetings] or [year.first]
        first, last = min(days), max(days) + _DAY
        attendance = self._presence.attendance(first, last)
        return Surroundings(attendance, self.meetings(first, last), year.first, year.last)

    def frame(self, year: int) -> Frame | None:
        with self._database.reading() as session:
            return reading.frame(session, year)

    def set_frame(self, year: int, frame: Frame | None) -> None:
        """The yearly frame of meeting minutes for a full-timer; None takes it away."""
        if frame:
            frame.check()
        with self._database.writing(f"Ret ramme for møder i {year}") as session:
            writing.put_frame(session, year, frame)

    # --- the usual rhythm --------------------------------------------------------------------

    def proposal(self, year: int) -> Proposal:
        """What is still to be laid of the usual rhythm, and what it had to leave out."""
        PlanYear(year).check()
        with self._database.reading() as session:
            return _proposal(session, year)

    def propose_year(self, year: int) -> tuple[ProposedMeeting, ...]:
        return self.proposal(year).meetings

    def lay_year(self, year: int, chosen: Sequence[ProposedMeeting]) -> int:
        """Lays the chosen ones of the proposal in one step. Gives how many were added."""
        with self._database.writing(f"Læg mødeplan for {year}") as session:
            laid = reading.standard_keys(session, year)
            fresh = [meeting for meeting in chosen if meeting.standard_key not in laid]
            return writing.lay_proposal(session, year, fresh, self._clock.now())

    def plan_year(self, year: int) -> int:
        """Lays the whole proposal; a second call adds nothing. Gives how many meetings were added."""
        return self.lay_year(year, self.propose_year(year))

    # --- versions ----------------------------------------------------------------------------

    def issue_version(self, year: int) -> Version:
        """The plan as it stands now is given out: 'version 3, 12. marts'. UserProblem when nothing has changed."""
        plan = self.plan(PlanYear(year))
        if not plan.meetings:
            raise UserProblem(f"Der er ingen møder i {year} endnu.")
        if plan.version:
            raise UserProblem(f"Intet er ændret siden {plan.version.text}.")
        new = plan.given_out().versions[0]
        with self._database.writing(f"Giv mødeplan {year} ud som version {new.number}") as session:
            content = versions.to_json(new.content)
            row = tables.MeetingPlanVersion(year=year, number=new.number, issued_on=new.issued_on, content=content)
            session.add(row)
        return self.plan(PlanYear(year)).versions[0]


def _plan(session: Session, year: PlanYear, today: date) -> MeetingPlan:
    meetings = reading.meetings(session, year.first, year.last)
    people = presence.people(session)
    issued = reading.plan_versions(session, year.year) if year.first_month == 1 else ()
    given_out = frozenset(uid for version in issued for uid in version.content)
    elsewhere = reading.meetings_gone_elsewhere(session, year.first, year.last, given_out)
    return MeetingPlan(
        year=year,
        settings=settings.house(session),
        house=presence.house(session, year.first, year.last),
        people=people,
        meetings=meetings,
        series=reading.series(session, {m.series_id for m in meetings if m.series_id is not None}),
        versions=issued,
        person_hours=person_hours(meetings, people, reading.frame(session, year.year)),
        elsewhere=elsewhere,
        sequences=reading.sequences(session, (*meetings, *elsewhere)),
        today=today,
    )


def _kind(database: Database, kind_id: int) -> Kind:
    with database.reading() as session:
        found = next((kind for kind in reading.kinds(session) if kind.id == kind_id), None)
    if found is None:
        raise UserProblem("Mødetypen findes ikke længere. Vælg en anden.", field="kind_id")
    return found


def _team_names(database: Database) -> dict[int, str]:
    with database.reading() as session:
        return {team.id: team.name for team in settings.teams(session)}


def _series_meetings(database: Database, draft: SeriesDraft) -> tuple[tuple[Placement, ...], list[Meeting]]:
    """The meetings a series would have, each beside its placement."""
    kind, names = _kind(database, draft.kind_id), _team_names(database)
    with database.reading() as session:
        placements = _placements(session, draft, kind)
    return placements, [unkept(draft.single(where.target), kind, names) for where in placements]


def _moved(before: Meeting, day: date, times: Times, because: str) -> dict[str, object]:
    """The columns of a move. Back on its own day it is not moved any more."""
    values: dict[str, object] = {"day": day, "start_minute": times.start, "end_minute": times.end}
    if day != before.day:
        original = before.original_day or before.day
        home = day == original
        values |= {"original_day": None if home else original, "moved_because": "" if home else because}
    return values


def _placements(session: Session, draft: SeriesDraft, kind: Kind) -> tuple[Placement, ...]:
    days = draft.dates()
    house = presence.house(session, days[0], draft.rule.last if draft.rule else days[-1])
    return placed_dates(draft, house, kind)


def _proposal(session: Session, year: int) -> Proposal:
    span = PlanYear(year)
    house = presence.house(session, span.first, span.last)
    kinds = proposals.kinds_by_key(reading.kinds(session))
    there = [m for m in reading.meetings(session, span.first, span.last) if not m.cancelled]
    busy = [(meeting.day, meeting.start, meeting.end) for meeting in there]
    return proposals.proposal(year, house, kinds, reading.standard_keys(session, year), busy)
