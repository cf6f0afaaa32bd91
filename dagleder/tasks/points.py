"""How facts become 0–4: the few tables of points behind the four criteria. The reasons: docs/decisions/delegation.md.

Each rule stands here once; `weighing` reckons with it, `explaining` puts the facts behind it into words.
"""

from typing import Final

from dagleder.competence.levels import ALONE, GUIDES, LEVELS
from dagleder.tasks.criteria import HIGHEST

# --- relevance: place and subject, 0–2 each -------------------------------------------------------

NOT_ASKED: Final = 1
"""A task of the whole house asks nobody for a stue, one without telling words nobody for a subject: alike for all."""
SAME_TEAM: Final = 2
SAME_SITE: Final = 1
OTHER_PLACE: Final = 0
OWN_SUBJECT: Final = 2
ROLE_SUBJECT: Final = 1
OTHER_SUBJECT: Final = 0

# --- competence ------------------------------------------------------------------------------------

MUST_WEIGHT: Final = 2
WISH_WEIGHT: Final = 1
NO_NEEDS: Final = 3


def need_points(level: int, asked: int) -> int:
    """What a level is worth where `asked` is wanted: 3 when it is met, 4 above it or at the highest, never falling."""
    if level >= asked:
        return HIGHEST if level == GUIDES or level > asked else ALONE
    return ALONE * level // asked


NEED_POINTS: Final = tuple(tuple(need_points(level, asked) for level in LEVELS) for asked in LEVELS[1:])
"""By what is asked (1–4), then by level (0–4)."""

# --- experience ------------------------------------------------------------------------------------

LATELY_YEARS: Final = 2
STILL_YEARS: Final = 3
MANY_TASKS: Final = 2
SETTLED_YEARS: Final = 1


def experience_points(times: int, years_since: int | None, seniority: int | None) -> int:
    """Tasks of the kind first (a year of them is as good as one more): whoever never had one is below all who had.

    Without any there is a point for a year in the house or the profession.
    """
    if not times or years_since is None:
        return int(seniority is not None and seniority >= SETTLED_YEARS)
    if years_since >= STILL_YEARS:
        return 2
    return HIGHEST if times >= MANY_TASKS and years_since < LATELY_YEARS else 3


# --- readiness -------------------------------------------------------------------------------------

MOST_ROOM: Final = 3
LOAD_STEPS: Final = (5, 10, 20)
"""Per cent of the weekly hours that open tasks take: up to the first there is most room, beyond the last none."""
WANTS: Final = 1
GOAL: Final = 1
NOT_NOW: Final = -2
NEW_HERE: Final = -2
NEW_MONTHS: Final = 3
NEVER_AT_WORK: Final = -3
AWAY_PARTS: Final = (10, 4, 2)
"""Absence takes a step above a tenth of the days she works, another above a quarter, another above half."""


def load_points(task_minutes: int, weekly_minutes: int | None) -> int:
    """The room that is left: 3 with next to nothing to do beside her work, 0 when it is a fifth of the week.

    Without fixed hours a single task is reckoned to fill most of the room.
    """
    if not task_minutes:
        return MOST_ROOM
    if not weekly_minutes:
        return 1
    return MOST_ROOM - sum(task_minutes * 100 > step * weekly_minutes for step in LOAD_STEPS)
