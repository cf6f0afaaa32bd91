"""A house with two people in it, of whom one has something in every table."""

from datetime import date

import pytest

from dagleder.models.competence import Assessment, Competence, CompetenceArea, CompetenceGoal, CompetenceWish
from dagleder.models.meetings import Meeting, MeetingKind, MeetingParticipant, MeetingTeam
from dagleder.models.presence import Absence, Loan, Substitute
from dagleder.models.tasks import Delegation, EarlierTask, Task, TaskKind, TaskPerson
from dagleder.privacy.service import PrivacyService
from dagleder.settings.founding import found
from dagleder.settings.places import TeamDraft
from dagleder.settings.service import SettingsService
from dagleder.staff.drafts import EmployeeDraft, HoursDraft, NewEmployeeDraft
from dagleder.staff.patterns import PatternDraft, Shift
from dagleder.staff.service import StaffService
from dagleder.tasks.criteria import Criterion
from dagleder.tasks.delegation import facts_to_json
from dagleder.tasks.kinds import Weights
from dagleder.tasks.suggestion import Candidate, Valued

FULL = EmployeeDraft(
    first_name="Qvirrefornavn",
    last_name="Qvirreefternavn",
    role="PM",
    number="Qvirrenummer",
    known_as="Qvirrekaldes",
    initials="QVX",
    start=date(2003, 4, 17),
    end=date(2025, 11, 29),
    mail="qvirremail@example.org",
    phone="87654321",
    birthday=(23, 9),
    notes="Qvirrenote om nøglen",
)
EARLIER = EmployeeDraft(first_name="Qvirrefornavn", last_name="Qvirrepigenavn", mail="qvirregammel@example.org")
FIRST, LAST, MET = date(2025, 3, 4), date(2025, 3, 6), date(2025, 9, 2)
ASSESSED, GIVEN, BEFORE = date(2024, 10, 8), date(2025, 5, 19), date(2019, 8, 1)
VALUED = {each: Valued(3, f"Synger med {number} gange") for number, each in enumerate(Criterion)}
WEIGHED = facts_to_json(Candidate(2, "", "", "PM", "", VALUED, ""), Weights(experience=3))
CANARIES = ("qvirre", "qvx", "87654321")


class House:
    """Services on one house; `erna` is the one with everything, `other` must come through untouched."""

    def __init__(self, database, clock):
        with database.founding() as session:
            found(session, "Børnehuset Solsikken")
        self.database = database
        self.settings = SettingsService(database, clock)
        self.staff = StaffService(database, clock)
        self.privacy = PrivacyService(database, clock, self.settings, self.staff)
        self.team = self.settings.add_team(TeamDraft("Egernet"))
        self.other = self.staff.add(NewEmployeeDraft(EmployeeDraft("Karen", "Ulvdal", "P"), 35 * 60, (self.team,)))
        self.erna = self.staff.add(NewEmployeeDraft(EARLIER, 30 * 60, (self.team,)))
        self._fill()

    def _fill(self):
        self.staff.change(self.erna, FULL)
        self.staff.set_hours(self.erna, HoursDraft(28 * 60, date(2024, 2, 3)))
        week = (Shift.between(487, 901), Shift(433), *(None,) * 5)
        self.staff.set_pattern(self.erna, PatternDraft(date(2024, 5, 6), date(2024, 5, 6), (week,)))
        band = self.settings.bands()[1].id
        with self.database.writing("Fravær og vagter") as session:
            for owner in (self.erna, self.other):
                session.add(Absence(employee_id=owner, first=date(2025, 7, 7), last=date(2025, 7, 25), kind="F"))
            session.add(Loan(employee_id=self.erna, team_id=self.team, first=FIRST, last=LAST, band_id=band))
            for name in ("Qvirrevikar", "Qvirrefornavn Qvirreefternavn", "Signe"):
                vikar = Substitute(name=name, team_id=self.team, first=FIRST, last=LAST, band_id=band, pedagogue=True)
                vikar.employee_id = self.erna if name == "Qvirrevikar" else None
                session.add(vikar)
        self._meet()
        self._assess()
        self._delegate()

    def _meet(self):
        guest = MeetingParticipant(meeting_id=1, name="Qvirregæst", role="Qvirrerolle", mail="qvirre@x.dk")
        guest.employee_id = self.erna
        with self.database.writing("Nyt møde") as session:
            session.add(MeetingKind(id=1, key="talk", name="Samtale", letter="S", style="soft", audience="named"))
            meeting = Meeting(id=1, uid="u1", kind_id=1, title="Opfølgning", day=MET, start_minute=600, end_minute=660)
            session.add(meeting)
            session.add(MeetingTeam(meeting_id=1, team_id=self.team))
            session.add(MeetingParticipant(meeting_id=1, employee_id=self.other))
            session.add(guest)

    def _assess(self):
        """In a catalogue of the house's own, so that a number means the same whatever is shipped."""
        with self.database.writing("Vurdér") as session:
            session.add(CompetenceArea(id=901, key="own", name="Eget"))
            session.add(Competence(id=901, key="song", area_id=901, name="Rytmik og sang"))
            session.add(Competence(id=902, key="first_aid", area_id=901, name="Hjertestarter", certificate=True))
            for owner, said in ((self.erna, "Qvirrebevis"), (self.other, "Karensbevis")):
                able = Assessment(employee_id=owner, competence_id=901, level=3, day=ASSESSED, source="course")
                able.evidence, able.note = said, "Synger rent"
                wish = CompetenceWish(employee_id=owner, competence_id=901, wish="develop", day=ASSESSED, source="talk")
                goal = CompetenceGoal(employee_id=owner, competence_id=901, level=4, agreed_on=ASSESSED, note=said)
                goal.due = GIVEN
                session.add_all([able, wish, goal])
            held = Assessment(employee_id=self.erna, competence_id=902, level=3, day=ASSESSED, source="leader")
            held.valid_until = date(2026, 10, 8)
            session.add(held)

    def _delegate(self):
        """Each has a task, with the other as partner."""
        with self.database.writing("Giv opgaver") as session:
            session.add(TaskKind(id=901, key="own", name="Sangsamling"))
            for number, (owner, partner) in enumerate([(self.erna, self.other), (self.other, self.erna)], start=1):
                hers = owner == self.erna
                task = Task(id=number, title="Sang i uge 40" if hers else "Kor i uge 41", kind_id=901, added_on=GIVEN)
                session.add(task)
                session.add(TaskPerson(task_id=number, employee_id=owner, since=GIVEN))
                session.add(TaskPerson(task_id=number, employee_id=partner, part="partner", since=GIVEN))
                choice = Delegation(task_id=number, employee_id=owner, partner_id=partner, day=GIVEN, facts=WEIGHED)
                choice.direction, choice.mandate = "developing", "decide"
                choice.reason = "Qvirregrund" if hers else "Karensgrund"
                session.add(choice)
                session.add(EarlierTask(employee_id=owner, kind_id=901, first=BEFORE, text=choice.reason + " før"))


@pytest.fixture
def house(database, clock):
    return House(database, clock)
