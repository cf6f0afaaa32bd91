"""The guide's own doings: where she is, what is proposed, and taking a proposal as one step that can be undone."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol

from dagleder.base.clock import Clock
from dagleder.base.json_value import Json
from dagleder.competence.proposal import Proposed, proposed
from dagleder.guide import progress
from dagleder.guide.closing import ClosingProposal, closing_proposals
from dagleder.guide.facts import team_staff, without_minimum, without_team, year_to_plan
from dagleder.guide.minimum import BandFrame, NeedProposal, minimum_proposals
from dagleder.guide.progress import THROUGH, Progress
from dagleder.guide.steps import GuideFacts, GuideState, Step, guide_state
from dagleder.presence.count import HOUSE
from dagleder.settings.closing_days import ClosingDraft
from dagleder.settings.service import SettingsService
from dagleder.settings.staffing import Need, NeedDraft, Place
from dagleder.storage.database import Database

if TYPE_CHECKING:
    from dagleder.competence.service import CompetenceService
    from dagleder.meetings.service import MeetingsService
    from dagleder.privacy.security import SecurityService
    from dagleder.staff.service import StaffService


class Below(Protocol):
    """The services under the guide, asked for when they are needed: every start asks for the progress alone."""

    @property
    def settings(self) -> SettingsService: ...

    @property
    def staff(self) -> "StaffService": ...

    @property
    def security(self) -> "SecurityService | None": ...

    @property
    def competence(self) -> "CompetenceService | None": ...

    @property
    def meetings(self) -> "MeetingsService | None": ...


class GuideService:
    """Works on a house that is there; before that, `guide_state(GuideFacts())` is all there is to say."""

    def __init__(self, database: Database, clock: Clock, below: Below) -> None:
        self._database = database
        self._clock = clock
        self._below = below

    def state(self, current: Step | None = None) -> GuideState:
        """The guide at `current`, else where it was left."""
        return guide_state(self._facts(), current)

    def progress(self) -> Progress:
        """How far she has come, without looking at what is missing."""
        return progress.read(self._database)

    def _facts(self) -> GuideFacts:
        house, today, there = self._below.settings.house(), self._clock.today(), self.progress()
        security, meetings, competence = self._below.security, self._below.meetings, self._below.competence
        teams, people = self._below.settings.open_teams(), self._below.staff.staff_list()
        year_ahead = self._below.settings.closing_days(today, today.replace(year=today.year + 1, month=12, day=31))
        return GuideFacts(
            reached=there.reached,
            finished=there.finished,
            house_name=house.name,
            sites=len(self._below.settings.sites()),
            protected=self._database.has_password,
            permission_on=house.data_permission_on,
            recovery_printed_on=security.sheet_printed_on if security else None,
            people=len(people),
            without_team=without_team(people),
            teams=tuple(team.name for team in teams),
            teams_without_minimum=without_minimum(teams, self._below.settings.need_rows()),
            competences_in_use=len(competence.facts().in_use()) if competence else 0,
            closing_days=len(year_ahead),
            meetings=len(meetings.meetings(today)) if meetings else 0,
        )

    def reach(self, step: Step) -> None:
        """She has come as far as `step`. Going back to look at an earlier one changes nothing."""
        if step > self.progress().reached:
            progress.keep(self._database, Progress(step))

    def finish(self) -> None:
        """The guide is done with, also when something is still missing: what is, the pages themselves tell."""
        progress.keep(self._database, THROUGH)

    def choices(self, step: Step) -> dict[str, Json]:
        """What she has chosen in a step otherwise than it was proposed, and not said yes to yet."""
        return progress.choices(self._database, step)

    def keep_choices(self, step: Step, chosen: Mapping[str, Json]) -> None:
        """So that a program that ends in the middle of a step takes none of them away. {}: nothing is open any more."""
        progress.keep_choices(self._database, step, chosen)

    # --- proposals ---------------------------------------------------------------------------

    def year_to_plan(self) -> int:
        """The year that lukkedage and meetings are proposed for first."""
        return year_to_plan(self._clock.today())

    def closing_proposals(self, year: int) -> tuple[ClosingProposal, ...]:
        """The usual lukkedage of `year` that lie ahead and aren't laid yet."""
        closed = {row.day for row in self._below.settings.closing_days(date(year, 1, 1), date(year, 12, 31))}
        return closing_proposals(year, after=self._clock.today(), closed=closed)

    def accept_closing(self, proposals: Sequence[ClosingProposal]) -> None:
        drafts = [ClosingDraft(proposal.days[0], proposal.days[-1], proposal.name) for proposal in proposals]
        self._below.settings.lay_closing_days(drafts)

    def minimum_proposals(self) -> tuple[NeedProposal, ...]:
        today = self._clock.today()
        bands = tuple(BandFrame(band.id, band.name, band.start) for band in self._below.settings.bands())
        employments = self._below.staff.employments().values()
        return minimum_proposals(team_staff(self._below.settings.open_teams(), employments, today), bands)

    def accept_minimum(self, proposals: Sequence[NeedProposal]) -> None:
        self._below.settings.set_needs(
            [
                NeedDraft(
                    Place(proposal.team_id, proposal.site_id),
                    Need(proposal.minimum, proposal.wanted, proposal.pedagogues),
                    proposal.band_id,
                )
                for proposal in proposals
            ]
        )

    def competence_proposals(self) -> tuple[Proposed, ...]:
        """What a house of this size could begin to keep an eye on; nothing once it has chosen for itself."""
        competence = self._below.competence
        facts = competence.facts() if competence else None
        if facts is None or facts.in_use():
            return ()
        return proposed(facts)

    def accept_competences(self, wanted: Mapping[int, int]) -> None:
        """How many should be able to do each (by its id) alone, for the house as a whole."""
        if self._below.competence is not None:
            self._below.competence.set_wanted({(which, HOUSE): count for which, count in wanted.items()})
