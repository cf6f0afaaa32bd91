"""A house with two people in it, of whom one has something in every table."""

from datetime import date

import pytest

from dagleder.models.meetings import Meeting, MeetingKind, MeetingParticipant, MeetingTeam
from dagleder.models.presence import Absence, Loan, Substitute
from dagleder.privacy.service import PrivacyService
from dagleder.settings.founding import found
from dagleder.settings.places import TeamDraft
from dagleder.settings.service import SettingsService
from dagleder.staff.drafts import EmployeeDraft, HoursDraft, NewEmployeeDraft
from dagleder.staff.patterns import PatternDraft, Shift
from dagleder.staff.service import StaffService

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


@pytest.fixture
def house(database, clock):
    return House(database, clock)
