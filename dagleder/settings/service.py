"""The house and its habits: read and changed, each change one step that can be undone."""

from collections.abc import Callable, Sequence
from datetime import date

from sqlmodel import Session, col, select

from dagleder.base.clock import Clock
from dagleder.base.dates import day_text, period_text
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding
from dagleder.base.lines import line
from dagleder.models import settings as tables
from dagleder.models.stored import existing
from dagleder.settings import closing_days as closing
from dagleder.settings import reading, special_day_status, teams, writing
from dagleder.settings.closing_days import ClosingDay, ClosingDraft, ClosingPeriod
from dagleder.settings.house import HouseSettings, step_name
from dagleder.settings.places import Band, BandDraft, Site, SiteDraft, Team, TeamDraft, check_bands
from dagleder.settings.special_day_status import DayStatus, Statuses
from dagleder.settings.staffing import NeedDraft, NeedRow, Needs, Place
from dagleder.settings.uses import Use, Uses
from dagleder.storage.database import Database


class SettingsService:
    """Drafts are checked before anything is written; UserProblem tells what is wrong with one.

    `uses` gives the features whose rows refer to stuer and tidsrum, when one of those is to go.
    """

    def __init__(self, database: Database, clock: Clock, uses: Callable[[], Sequence[Uses]] = tuple) -> None:
        self._database = database
        self._clock = clock
        self._uses = uses

    # --- the house ---------------------------------------------------------------------------

    def house(self) -> HouseSettings:
        with self._database.reading() as session:
            return reading.house(session)

    def save_house(self, settings: HouseSettings) -> None:
        settings.check()
        with self._database.writing(step_name(self.house(), settings)) as session:
            writing.save_house(session, settings)

    # --- matrikler ---------------------------------------------------------------------------

    def sites(self) -> tuple[Site, ...]:
        with self._database.reading() as session:
            return reading.sites(session)

    def add_site(self, draft: SiteDraft) -> int:
        draft.check()
        with self._database.writing(f"Tilføj {draft.name}") as session:
            return writing.add_site(session, draft)

    def change_site(self, site_id: int, draft: SiteDraft) -> None:
        draft.check()
        with self._database.writing(f"Ret {draft.name}") as session:
            writing.change_site(existing(session, tables.Site, site_id), draft)

    def remove_site(self, site_id: int) -> None:
        name = self._site_name(site_id)
        with self._database.writing(f"Fjern {name}") as session:
            writing.remove_site(session, site_id)

    def _site_name(self, site_id: int) -> str:
        return next((site.name for site in self.sites() if site.id == site_id), "matrikel")

    # --- stuer -------------------------------------------------------------------------------

    def teams(self, on: date | None = None) -> tuple[Team, ...]:
        """The stuer in the leader's order: those open on a day, or every one that ever was."""
        with self._database.reading() as session:
            found = reading.teams(session)
        return found if on is None else tuple(team for team in found if team.is_open(on))

    def open_teams(self) -> tuple[Team, ...]:
        """The stuer there are today."""
        return self.teams(self._clock.today())

    def add_team(self, draft: TeamDraft) -> int:
        draft.check()
        with self._database.writing(f"Tilføj stuen {draft.name}") as session:
            teams.refuse_same_name(session, draft.name)
            return teams.add_team(session, draft)

    def change_team(self, team_id: int, draft: TeamDraft) -> None:
        draft.check()
        with self._database.writing(f"Ret stuen {draft.name}") as session:
            teams.change_team(session, existing(session, tables.Team, team_id), draft)

    def order_teams(self, team_ids: Sequence[int]) -> None:
        """Puts the stuer in this order; those not named keep theirs, after them."""
        with self._database.writing("Ret rækkefølgen af stuer") as session:
            known = [team.id for team in reading.teams(session)]
            order = [*team_ids, *(team_id for team_id in known if team_id not in team_ids)]
            for position, team_id in enumerate(order):
                existing(session, tables.Team, team_id).position = position

    def closing_means(self, team_id: int, day: date) -> str:
        """What happens when the stue is closed from `day`, in words; to be shown before it is done."""
        with self._database.reading() as session:
            name = existing(session, tables.Team, team_id).name
            return teams.closing_text(name, day, self._uses_of_team(session, team_id, day))

    def close_team(self, team_id: int, day: date) -> None:
        """The stue is no more from `day`: whoever belongs to it then has no stue. Nothing is deleted."""
        name = self._team_name(team_id)
        with self._database.writing(f"Luk {name} fra {day_text(day)}") as session:
            existing(session, tables.Team, team_id).closed_on = day

    def reopen_team(self, team_id: int) -> None:
        with self._database.writing(f"Åbn {self._team_name(team_id)} igen") as session:
            existing(session, tables.Team, team_id).closed_on = None

    def delete_team(self, team_id: int) -> None:
        """For a stue made by mistake; UserProblem says what hangs on any other."""
        with self._database.writing(f"Slet stuen {self._team_name(team_id)}") as session:
            teams.delete_team(session, existing(session, tables.Team, team_id), self._uses_of_team(session, team_id))

    def _uses_of_team(self, session: Session, team_id: int, since: date | None = None) -> list[Use]:
        return [use for each in self._uses() for use in each.of_team(session, team_id, since)]

    def _team_name(self, team_id: int) -> str:
        return next((team.name for team in self.teams() if team.id == team_id), "stue")

    # --- bands and minimum staffing ----------------------------------------------------------

    def bands(self) -> tuple[Band, ...]:
        with self._database.reading() as session:
            return reading.bands(session)

    def save_bands(self, drafts: Sequence[BandDraft]) -> None:
        """All bands of the day at once, since moving an edge moves two. Those left out go, with their minimum."""
        check_bands(drafts)
        with self._database.writing("Ret dagens tidsrum") as session:
            writing.save_bands(session, drafts, self._uses())

    def needs(self) -> Needs:
        return Needs(self.need_rows())

    def need_rows(self) -> tuple[NeedRow, ...]:
        """Every stored need, also earlier and later ones."""
        with self._database.reading() as session:
            return reading.needs(session)

    def set_needs(self, drafts: Sequence[NeedDraft]) -> None:
        """One step, whatever the number of bands and weekdays ('samme tal alle ugens dage')."""
        for draft in drafts:
            draft.check()
        places = {draft.place for draft in drafts}
        where = f" på {self._place_name(places.pop())}" if len(places) == 1 else ""
        with self._database.writing(f"Ret bemanding{where}") as session:
            for draft in drafts:
                writing.set_need(session, draft)

    def _place_name(self, place: Place) -> str:
        return self._team_name(place.team_id) if place.team_id else self._site_name(place.site_id or 0)

    # --- lukkedage and special days ----------------------------------------------------------

    def closing_days(self, first: date, last: date) -> tuple[ClosingDay, ...]:
        with self._database.reading() as session:
            return reading.closing_days(session, first, last)

    def closing_periods(self, year: int) -> list[ClosingPeriod]:
        return closing.periods(self._closing_days_of(year))

    def closing_findings(self, year: int) -> list[Finding]:
        """Over the house's own limit; days that count for nothing."""
        return closing.findings(self._closing_days_of(year), self.house().closing_days_max)

    def _closing_days_of(self, year: int) -> tuple[ClosingDay, ...]:
        return self.closing_days(date(year, 1, 1), date(year, 12, 31))

    def add_closing_days(self, draft: ClosingDraft) -> None:
        draft.check()
        with self._database.writing(closing.draft_text(draft)) as session:
            writing.add_closing_days(session, draft)

    def lay_closing_days(self, drafts: Sequence[ClosingDraft]) -> None:
        """Several at once, as the guide proposes them: one step."""
        for draft in drafts:
            draft.check()
        with self._database.writing("Læg lukkedage") as session:
            for draft in drafts:
                writing.add_closing_days(session, draft)

    def rename_closing_days(self, day_ids: Sequence[int], name: str) -> None:
        plain = line(name, "name", empty="Skriv hvad dagen hedder, fx Lukkedag.")
        with self._database.writing("Ret lukkedag") as session:
            for row in _closing_rows(session, day_ids):
                row.name = plain

    def remove_closing_days(self, day_ids: Sequence[int]) -> None:
        with self._database.reading() as session:
            days = sorted(row.day for row in _closing_rows(session, day_ids))
        if not days:
            raise UserProblem("Lukkedagen er allerede fjernet.")
        with self._database.writing(f"Fjern lukkedage {period_text(days[0], days[-1], year=True)}") as session:
            for row in _closing_rows(session, day_ids):
                session.delete(row)

    def special_days(self) -> Statuses:
        """Status by (key of the special day, staff group or 'house'); every pair is there."""
        with self._database.reading() as session:
            return reading.special_day_statuses(session)

    def special_day_findings(self, year: int) -> list[Finding]:
        """The special days of `year` that are 'ikke afklaret' for some of the staff."""
        return special_day_status.findings(year, self.special_days(), self._clock.today())

    def set_special_day(self, key: str, groups: Sequence[str], status: DayStatus) -> None:
        """`groups` are StaffGroup values or 'house' (work = open, off = closed)."""
        for group in groups:
            special_day_status.check_status(key, group, status)
        with self._database.writing(special_day_status.step_name(key, groups, status)) as session:
            writing.set_special_day(session, key, groups, status)


def _closing_rows(session: Session, day_ids: Sequence[int]) -> Sequence[tables.ClosingDay]:
    return session.exec(select(tables.ClosingDay).where(col(tables.ClosingDay.id).in_(day_ids))).all()
