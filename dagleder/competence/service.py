"""Competences: the catalogue, what is wanted, and what people can. Every change is one step that can be undone."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from sqlmodel import Session

from dagleder.base.clock import Clock
from dagleder.base.errors import UserProblem
from dagleder.base.lines import plain_line
from dagleder.competence import catalogue_writing, goal_writing, reading, writing
from dagleder.competence.drafts import AssessmentDraft, CompetenceDraft, GoalDraft, WishDraft, check_aim
from dagleder.competence.facts import Area, Assessed, Competence, Facts, Goal, Wished
from dagleder.competence.import_plan import plan_import
from dagleder.competence.import_reading import register
from dagleder.competence.import_target import competence_target
from dagleder.competence.import_values import IMPORT_NAME, NO_WISHES, ImportPlan, SheetWishes
from dagleder.competence.import_writing import take_in
from dagleder.competence.insight import Insight
from dagleder.competence.levels import Source, Wish
from dagleder.competence.pasting import Paste, read_paste
from dagleder.competence.step_names import assess_name, goal_name, target_name, wanted_name, wish_name
from dagleder.exchange.tables_values import TableRead, Target
from dagleder.presence.service import PresenceService
from dagleder.settings.staffing import MOST, Place
from dagleder.staff import reading as staff
from dagleder.staff.roles import ROLE_BY_KEY
from dagleder.storage.database import Database


class CompetenceService:
    """Drafts are checked before anything is written; UserProblem tells what is wrong with one."""

    def __init__(self, database: Database, clock: Clock, presence: PresenceService) -> None:
        self._database = database
        self._clock = clock
        self._presence = presence
        self.insight = Insight(database, clock, presence)

    @property
    def tables(self) -> frozenset[str]:
        """Whose changes make any answer other than it was."""
        return reading.TABLES | self._presence.tables

    def facts(self, day: date | None = None, *, without: Collection[int] = ()) -> Facts:
        """Who can what on a day (today without one); those in `without` as if they had stopped."""
        return self.insight.facts(day, without=without)

    # --- the catalogue -----------------------------------------------------------------------

    def areas(self) -> tuple[Area, ...]:
        with self._database.reading() as session:
            return reading.catalogue_areas(session)

    def competences(self, *, hidden: bool = False) -> tuple[Competence, ...]:
        """Those in the lists, in order; with `hidden` those switched off too."""
        with self._database.reading() as session:
            found = reading.competences(session, reading.catalogue_areas(session))
        return tuple(each for each in found if hidden or not each.hidden)

    def competence(self, competence_id: int) -> Competence:
        with self._database.reading() as session:
            return reading.competence(session, competence_id)

    def add_competence(self, draft: CompetenceDraft) -> int:
        draft.check()
        with self._database.writing(f"Ny kompetence: {plain_line(draft.name)}") as session:
            return catalogue_writing.add_competence(session, draft)

    def change_competence(self, competence_id: int, draft: CompetenceDraft) -> None:
        draft.check()
        with self._database.writing(f"Ret kompetencen {plain_line(draft.name)}") as session:
            catalogue_writing.change_competence(session, competence_id, draft)

    def hide_competence(self, competence_id: int, *, hidden: bool = True) -> None:
        """Switched off it is in no list and asks for nobody; what was assessed stays."""
        name = self.competence(competence_id).name
        with self._database.writing(f"Slå {name} {'fra' if hidden else 'til'}") as session:
            catalogue_writing.hide_competence(session, competence_id, hidden=hidden)

    # --- what is wanted ----------------------------------------------------------------------

    def set_target(self, competence_id: int, role: str, level: int | None) -> None:
        """What a role is expected to have; None where nothing is."""
        competence = self.competence(competence_id)
        if role not in ROLE_BY_KEY:
            raise UserProblem("Vælg en stilling fra listen.", field="role")
        if level is not None:
            check_aim(level, certificate=competence.certificate)
        with self._database.writing(target_name(competence, role, level)) as session:
            catalogue_writing.put_target(session, competence_id, role, level)

    def set_wanted(self, numbers: Mapping[tuple[int, Place], int | None]) -> None:
        """How many should be able to do it alone in each place, in one step; None or 0 takes the number away."""
        for count in numbers.values():
            if not 0 <= (count or 0) <= MOST:
                raise UserProblem(f"Skriv et antal mellem 0 og {MOST}.", field="wanted")
        with self._database.reading() as session:
            used = {competence_id for competence_id, _ in reading.wanted(session)}
        known = {each.id: each for each in self.competences(hidden=True)}
        about = [known[each] for each in dict.fromkeys(what for what, _ in numbers) if each in known]
        taken = any(numbers.values()) and not any(each.id in used for each in about)
        with self._database.writing(wanted_name(about, taken=taken)) as session:
            catalogue_writing.put_wanted(session, numbers)

    # --- what people can ---------------------------------------------------------------------

    def assess(self, draft: AssessmentDraft) -> int:
        """Stores an assessment, in the place of what the same source said that day."""
        competence, called = self._about(*draft.pair)
        draft.check(certificate=competence.certificate, today=self._clock.today())
        draft.check_order()
        with self._database.writing(assess_name(draft, competence, called)) as session:
            return writing.put_assessments(session, (draft,), self._clock.today())[0]

    def assess_many(self, drafts: Sequence[AssessmentDraft], name: str) -> tuple[int, ...]:
        """Those that say something new, in one step under `name`; gives their ids."""
        catalogue, today = {each.id: each for each in self.competences(hidden=True)}, self._clock.today()
        for draft in drafts:
            competence = catalogue.get(draft.competence_id)
            if competence is None:
                raise UserProblem(reading.GONE)
            draft.check(certificate=competence.certificate, today=today)
        with self._database.writing(name) as session:
            writing.check_people(session, drafts)
            return writing.put_assessments(session, reading.news(session, writing.said_last(drafts)), today)

    def paste(self, text: str, people: Sequence[int], competences: Sequence[int]) -> Paste:
        """A block from a spreadsheet laid from the first of the people and competences on: one step, or not at all.

        Raises UserProblem with what stands in the way.
        """
        paste = read_paste(text, people, competences, self.facts())
        self.assess_many(paste.drafts, paste.name)
        return paste

    def change_assessment(self, assessment_id: int, draft: AssessmentDraft) -> None:
        """What was found, when or by whom had been entered wrongly."""
        competence, called = self._about(*draft.pair)
        draft.check(certificate=competence.certificate, today=self._clock.today())
        with self._database.reading() as session:
            draft.check_order(reading.assessment(session, assessment_id))
        with self._database.writing(f"Ret vurdering af {competence.head} for {called}") as session:
            writing.change_assessment(session, assessment_id, draft, self._clock.today())

    def remove_assessment(self, assessment_id: int) -> None:
        with self._database.reading() as session:
            found = reading.assessment(session, assessment_id)
        competence, called = self._about(found.employee_id, found.competence_id)
        with self._database.writing(f"Fjern vurdering af {competence.head} for {called}") as session:
            writing.remove_assessment(session, assessment_id)

    def history(self, employee_id: int, competence_id: int | None = None) -> tuple[Assessed, ...]:
        """All assessments of somebody (in one competence), newest first."""
        with self._database.reading() as session:
            return reading.history(session, employee_id, competence_id)

    # --- sheets read in ----------------------------------------------------------------------

    def import_target(self) -> Target:
        """What a leader's own sheet is read for: who a row is about, and the competences of the catalogue."""
        return competence_target(self.competences())

    def plan_import(self, table: TableRead, wishes: SheetWishes = NO_WISHES) -> ImportPlan:
        """What taking the sheet in would do; nothing is kept."""
        with self._database.reading() as session:
            return self._plan(session, table, wishes)

    def import_sheet(self, table: TableRead, wishes: SheetWishes = NO_WISHES) -> ImportPlan:
        """Takes the sheet in as one step, reckoned afresh from the house as it is now. No change, no step."""
        plan = self.plan_import(table, wishes)
        if plan.changes_anything:
            with self._database.writing(IMPORT_NAME) as session:
                plan = self._plan(session, table, wishes)
                take_in(session, plan, self._clock.today())
        return plan

    def _plan(self, session: Session, table: TableRead, wishes: SheetWishes) -> ImportPlan:
        today = self._clock.today()
        return plan_import(table, register(session, today), today, wishes)

    # --- what people want --------------------------------------------------------------------

    def set_wish(self, employee_id: int, competence_id: int, wish: Wish | None, source: Source = Source.LEADER) -> None:
        """What somebody wants with a competence from today; None takes a wish back."""
        draft = WishDraft(employee_id, competence_id, wish, source)
        competence, called = self._about(employee_id, competence_id)
        with self._database.writing(wish_name(competence, called, wish)) as session:
            writing.put_wish(session, draft, self._clock.today())

    def wishes(self, employee_id: int) -> tuple[Wished, ...]:
        """What somebody wants now, what was told last first."""
        with self._database.reading() as session:
            return reading.wishes(session, employee_id, self._clock.today())

    def set_goal(self, draft: GoalDraft) -> int:
        """The open goal of the two becomes this; UserProblem where it is reached already."""
        competence, called = self._about(*draft.pair)
        today = self._clock.today()
        draft.check(certificate=competence.certificate, today=today)
        with self._database.writing(goal_name(competence, called, draft.level)) as session:
            if reading.level(session, draft.pair, today) >= draft.level:
                reached = "har det allerede" if competence.certificate else f"er allerede på {draft.level}"
                raise UserProblem(f"{called} {reached}.", field="level")
            return goal_writing.put_goal(session, draft, today)

    def end_goal(self, goal_id: int, *, reached: bool) -> None:
        """A goal is reached, or given up."""
        with self._database.reading() as session:
            goal = reading.goal(session, goal_id)
        competence, called = self._about(goal.employee_id, goal.competence_id)
        what = "som nået" if reached else "som opgivet"
        with self._database.writing(f"Sæt mål for {called} {what}: {competence.head}") as session:
            goal_writing.end_goal(session, goal_id, self._clock.today(), reached=reached)

    def goals(self, employee_id: int) -> tuple[Goal, ...]:
        """Somebody's goals, open and ended, the one agreed last first."""
        with self._database.reading() as session:
            return reading.goals(session, employee_id)

    def _about(self, employee_id: int, competence_id: int) -> tuple[Competence, str]:
        """The competence, and what she is called. UserProblem when either is gone."""
        with self._database.reading() as session:
            return reading.competence(session, competence_id), staff.called(session, employee_id)
