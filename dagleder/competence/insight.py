"""What the competences tell: gaps, what is thin and when, and the papers about it. Nothing is changed by asking."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final

from dagleder.base.clock import Clock
from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.text import fold
from dagleder.calendars.workdays import is_workday
from dagleder.competence import reading
from dagleder.competence.facts import Facts
from dagleder.competence.on_day import there_on
from dagleder.competence.over_time import thin
from dagleder.competence.overview import IN_USE, Columns, Overview, overview
from dagleder.competence.profile import Profile, profile
from dagleder.competence.reports_vulnerability import VulnerabilityReport
from dagleder.competence.told import ToldThin, ToldVulnerable
from dagleder.competence.vulnerability import Vulnerable, vulnerable
from dagleder.competence.vulnerability_words import (
    closed_text,
    explanation,
    headline,
    thin_explanation,
    thin_headline,
)
from dagleder.presence.service import PresenceService
from dagleder.presence.standing import standing
from dagleder.staff import reading as staff
from dagleder.staff.people import find_employee
from dagleder.storage.database import Database

AHEAD: Final = timedelta(days=365)
"""So far ahead the house looks, wherever nothing else is asked for: what lapses anew, and every summer, is among it."""
_LONGEST: Final = timedelta(days=731)
"""A period takes time to reckon: about a second for 400 people and a year."""


class Insight:
    """Asked through `CompetenceService.insight`."""

    def __init__(self, database: Database, clock: Clock, presence: PresenceService) -> None:
        self._database = database
        self._clock = clock
        self._presence = presence

    def facts(self, day: date | None = None, *, without: Collection[int] = ()) -> Facts:
        """Who can what on a day (today without one); those in `without` as if they had stopped."""
        with self._database.reading() as session:
            return reading.facts(session, day or self._clock.today(), without)

    def person_named(self, text: str) -> int:
        """Whom a number, initials or a full name means. UserProblem where it is nobody, or more than one."""
        with self._database.reading() as session:
            return find_employee(staff.staff_rows(session, self._clock.today(), left=True), text).id

    def team_named(self, text: str) -> int:
        """Which stue is meant. UserProblem where there is none of that name."""
        for team in self.facts().teams:
            if fold(team.name) == fold(text):
                return team.id
        raise UserProblem(f"Der er ingen stue, der hedder “{text}”.")

    def area_named(self, text: str) -> int:
        """Which part of the catalogue is meant. UserProblem where there is none of that name."""
        for area in self.facts().areas:
            if fold(area.name) == fold(text):
                return area.id
        raise UserProblem(f"Der er intet område, der hedder “{text}”.")

    def vulnerable(self, *, without: Collection[int] = (), paper: bool = False) -> tuple[ToldVulnerable, ...]:
        """What is thin today, worst first; `without` some as if they had stopped, on `paper` no reason for absence."""
        facts = self.facts(without=without)
        absences = self._presence.absences(*self.period())
        before = {_what(each) for each in vulnerable(self.facts())} if without else set()
        found = vulnerable(facts)
        return tuple(
            ToldVulnerable(
                each,
                headline(each, facts),
                explanation(each, facts, absences, paper=paper),
                new=bool(without) and _what(each) not in before,
            )
            for each in found
        )

    def vulnerable_on(self, day: date, *, without: Collection[int] = ()) -> tuple[ToldVulnerable, ...]:
        """What is thin on a day, reckoned with who is at work; nothing where the house is closed."""
        facts = self.facts(day, without=without)
        attendance = self._presence.attendance(day, day)
        there = there_on(facts, attendance, day)
        before: set[tuple[object, ...]] = set()
        if without:
            everybody = self.facts(day)
            before = {_what(each) for each in vulnerable(everybody, there_on(everybody, attendance, day))}
        found = vulnerable(facts, there)
        return tuple(
            ToldVulnerable(
                each,
                headline(each, facts),
                explanation(each, facts, there=there),
                new=bool(without) and _what(each) not in before,
            )
            for each in found
        )

    def is_closed(self, day: date) -> bool:
        """Whether the whole house is, and so nobody is asked for."""
        stands = standing(day, self._presence.attendance(day, day).facts.house)
        return not stands.workday or not stands.open_until

    def closed_text(self, first: date, last: date) -> str:
        """'Huset er lukket uge 29 og 28.–31. december.': why nothing is told of those days; '' where there are none."""
        house = self._presence.attendance(first, last).facts.house
        days = sorted({row.day for row in house.closing_days if first <= row.day <= last and is_workday(row.day)})
        return closed_text([day for day in days if standing(day, house).closing], self._clock.today())

    def period(self, first: date | None = None, last: date | None = None) -> tuple[date, date]:
        """What is asked about: from today where nothing else is said, and as far ahead as the house looks."""
        begins = first or self._clock.today()
        return begins, last or begins + AHEAD

    def over_time(
        self, first: date, last: date, *, without: Collection[int] = (), paper: bool = False
    ) -> tuple[ToldThin, ...]:
        """On which days from `first` to `last` it is thinner than it is anyway; with nobody at work first.

        What somebody can on `first` holds until it lapses, as nobody is assessed ahead of time. UserProblem for a
        period that begins before today, is backwards, or longer than two years.
        """
        self._check_period(first, last)
        attendance = self._presence.attendance(first, last)
        with self._database.reading() as session:
            facts = reading.facts(session, first, without, coming=True)
        found, today = thin(facts, attendance, first, last), self._clock.today()
        return tuple(
            ToldThin(
                each,
                thin_headline(each, facts, today),
                thin_explanation(each, facts, today, paper=paper),
                tuple(facts.people[who].name for who in each.at_work),
                tuple(facts.people[who].name for who, _ in each.away),
            )
            for each in found
        )

    def _check_period(self, first: date, last: date) -> None:
        if first < self._clock.today():
            raise UserProblem("Vælg en periode, der begynder i dag eller senere.", field="first")
        if last < first:
            raise UserProblem(f"Det er før {day_text(first, year=True)}, som perioden begynder.", field="last")
        if last - first > _LONGEST:
            raise UserProblem("Vælg højst to år ad gangen.", field="last")

    # --- what goes on paper ------------------------------------------------------------------

    def overview(self, team_id: int | None = None, columns: Columns = IN_USE) -> Overview:
        """Who can what today, in the house or on one stue."""
        with self._database.reading() as session:
            histories = reading.histories(session)
        return overview(self.facts(), self._house_name(), team_id, histories, columns)

    def profile(self, employee_id: int) -> Profile:
        """One person's competences. UserProblem when she is not employed (any more)."""
        facts = self.facts()
        if employee_id not in facts.people:
            raise UserProblem("Medarbejderen er ikke ansat i dag, så der er ingen kompetencer at vise.")
        with self._database.reading() as session:
            history = reading.history(session, employee_id)
        return profile(facts, employee_id, history, self._house_name())

    def vulnerability_report(self, first: date | None = None, last: date | None = None) -> VulnerabilityReport:
        """What is thin now, and on the days of a period: without one, as far ahead as the house looks."""
        first, last = self.period(first, last)
        facts, name = self.facts(), self._house_name()
        now, days = self.vulnerable(paper=True), self.over_time(first, last, paper=True)
        return VulnerabilityReport(facts, name, first, last, now, days)

    def _house_name(self) -> str:
        with self._database.reading() as session:
            return staff.house_name(session)


def _what(thin: Vulnerable) -> tuple[object, ...]:
    return thin.competence.id, thin.place, thin.state
