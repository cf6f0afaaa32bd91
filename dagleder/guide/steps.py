"""The first run in seven steps: which are done, what is missing, how long is left.

Security stands before the staff are read in, so that no name is ever written to a file without
the leader having chosen whether it is to be protected.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum

from dagleder.base.text import and_list, plural

FEATURE = "guide"  # in the places of its drafts; the record is the number of the step


class Step(IntEnum):
    WELCOME = 1
    HOUSE = 2
    SECURITY = 3
    STAFF = 4
    TEAMS = 5
    COMPETENCES = 6
    CALENDAR = 7


TITLES = {
    Step.WELCOME: "Velkommen",
    Step.HOUSE: "Din institution",
    Step.SECURITY: "Sikkerhed og kopier",
    Step.STAFF: "Medarbejdere",
    Step.TEAMS: "Stuer og bemanding",
    Step.COMPETENCES: "Kompetencer",
    Step.CALENDAR: "Lukkedage og første mødeplan",
}

# What each step takes a leader who has her staff list at hand: ten minutes in all.
MINUTES = {
    Step.WELCOME: 1,
    Step.HOUSE: 2,
    Step.SECURITY: 2,
    Step.STAFF: 2,
    Step.TEAMS: 1,
    Step.COMPETENCES: 1,
    Step.CALENDAR: 1,
}


@dataclass(frozen=True)
class GuideFacts:
    """What the guide looks at. The defaults are how things stand before there is a house."""

    reached: Step = Step.WELCOME
    finished: bool = False
    house_name: str = ""
    sites: int = 0
    protected: bool = False
    permission_on: date | None = None
    recovery_printed_on: date | None = None
    people: int = 0
    without_team: tuple[str, ...] = ()
    teams: tuple[str, ...] = ()
    teams_without_minimum: tuple[str, ...] = ()
    competences_in_use: int = 0
    closing_days: int = 0
    meetings: int = 0


class State(StrEnum):
    DONE = "done"
    CURRENT = "current"
    AHEAD = "ahead"


@dataclass(frozen=True)
class StepView:
    """A step as the list to the left shows it. `missing` are sentences; none of them stops her.

    `passed`: she has been further, so what is missing was left behind and is not just ahead of her.
    """

    step: Step
    title: str
    state: State
    missing: tuple[str, ...]
    passed: bool = False

    @property
    def left_behind(self) -> tuple[str, ...]:
        return self.missing if self.passed else ()


@dataclass(frozen=True)
class GuideState:
    """The whole guide as it stands."""

    current: Step
    steps: tuple[StepView, ...]
    progress: str  # 'Trin 3 af 7 · ca. 7 min. tilbage'
    resume: str  # 'Fortsæt opsætning (trin 3 af 7)'; empty when the guide is finished
    finished: bool

    @property
    def missing(self) -> tuple[str, ...]:
        return tuple(sentence for view in self.steps for sentence in view.missing)


def guide_state(facts: GuideFacts, current: Step | None = None) -> GuideState:
    """The guide at `current` (else where it was left). A step behind her is done when nothing is missing in it."""
    here = current or facts.reached
    steps = tuple(_view(step, here, facts) for step in Step)
    return GuideState(here, steps, progress_text(here), _resume(facts), facts.finished)


def progress_text(step: Step) -> str:
    left = sum(minutes for each, minutes in MINUTES.items() if each >= step)
    return f"Trin {step.value} af {len(Step)} · ca. {left} min. tilbage"


def _resume(facts: GuideFacts) -> str:
    return "" if facts.finished else f"Fortsæt opsætning (trin {facts.reached.value} af {len(Step)})"


def _view(step: Step, here: Step, facts: GuideFacts) -> StepView:
    missing, passed = _missing(step, facts), facts.finished or step < facts.reached
    state = State.CURRENT if step is here else State.DONE if passed and not missing else State.AHEAD
    return StepView(step, TITLES[step], state, missing, passed)


def _missing(step: Step, facts: GuideFacts) -> tuple[str, ...]:
    check = _CHECKS.get(step)
    return tuple(check(facts)) if check else ()


def _house(facts: GuideFacts) -> list[str]:
    missing = []
    if not facts.house_name:
        missing.append("Institutionen mangler et navn.")
    if not facts.sites:
        missing.append("Der er ingen matrikel endnu.")
    return missing


def _security(facts: GuideFacts) -> list[str]:
    """Without a password there is nothing to miss once she has gone on: leaving it out is her choice."""
    missing = []
    if not facts.protected and facts.reached <= Step.SECURITY:
        missing.append("Vælg, om filen skal have en adgangskode.")
    if facts.protected and facts.recovery_printed_on is None:
        missing.append("Nøglearket er ikke skrevet ud.")
    if facts.permission_on is None:
        missing.append("Kommunens ja til at have oplysninger om personalet her er ikke noteret.")
    return missing


def _staff(facts: GuideFacts) -> list[str]:
    if not facts.people:
        return ["Der er ingen medarbejdere endnu."]
    if facts.without_team:
        count = plural(len(facts.without_team), "medarbejder", "medarbejdere")
        return [f"{count} er uden stue: {and_list(facts.without_team)}."]
    return []


def _teams(facts: GuideFacts) -> list[str]:
    if not facts.teams:
        return ["Der er ingen stuer endnu."]
    if facts.teams_without_minimum:
        return [f"Mindste bemanding mangler for {and_list(facts.teams_without_minimum)}."]
    return []


def _competences(facts: GuideFacts) -> list[str]:
    return [] if facts.competences_in_use else ["Der er ikke valgt kompetencer at holde øje med."]


def _calendar(facts: GuideFacts) -> list[str]:
    missing = []
    if not facts.closing_days:
        missing.append("Der er ingen lukkedage endnu.")
    if not facts.meetings:
        missing.append("Årets møder er ikke lagt.")
    return missing


_CHECKS: dict[Step, Callable[[GuideFacts], list[str]]] = {
    Step.HOUSE: _house,
    Step.SECURITY: _security,
    Step.STAFF: _staff,
    Step.TEAMS: _teams,
    Step.COMPETENCES: _competences,
    Step.CALENDAR: _calendar,
}
