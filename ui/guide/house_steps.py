"""The steps of the guide that need an open house. Imported when there is one: they bring the core with them."""

from dagleder.base.errors import Bug
from dagleder.guide.steps import Step
from ui.guide.calendar_step import CalendarStep
from ui.guide.competence_step import CompetenceStep
from ui.guide.security_step import SecurityStep
from ui.guide.staff_step import StaffStep
from ui.guide.step import GuideParts, GuideStep
from ui.guide.teams_step import TeamsStep


def make_step(step: Step, parts: GuideParts) -> GuideStep:
    makers = {
        Step.SECURITY: SecurityStep,
        Step.STAFF: StaffStep,
        Step.TEAMS: TeamsStep,
        Step.COMPETENCES: CompetenceStep,
        Step.CALENDAR: CalendarStep,
    }
    if step not in makers:
        raise Bug(f"{step.name} needs no house")
    return makers[step](parts)
