"""Whom the fictional leader gave tasks to and why, and what her staff did before the program."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import date, timedelta
from typing import Final

from dagleder.base.errors import UserProblem
from dagleder.tasks.delegation import DelegationDraft
from dagleder.tasks.delegation_service import DelegationService
from dagleder.tasks.earlier import EarlierDraft
from dagleder.tasks.service import TasksService
from dagleder.tasks.states import Part
from dagleder.tasks.suggestion import Direction
from dagleder.tasks.task import Task

At = Callable[[date], DelegationService]

_A_DAY: Final = timedelta(days=1)
_GIVEN: Final = {
    "TRAS-oplæring af Nanna": (
        Direction.SAFE,
        "Karen er den eneste, der kan vejlede i TRAS, og har selv foreslået to formiddage.",
    ),
    "Sprogvurdering af treårige": (
        Direction.RELIEVING,
        "Rikke og Helle deler den, så det ikke er Karen hver gang. Hun er der, hvis de er i tvivl.",
    ),
    "Motorikbane i kælderen": (Direction.SAFE, "Viktor har lige været på kursus og vil gerne bruge det."),
    "Skrive tjekliste til overgange": (
        Direction.DEVELOPING,
        "Rikke vil gerne prøve at lede noget på tværs af stuerne.",
    ),
}
# First name, kind, from, to and what.
_EARLIER: Final = (
    ("Karen", "sprogvurdering", date(2012, 8, 1), date(2022, 6, 30), "Husets sprogvurderinger"),
    ("Karen", "foraeldresamtale", date(2004, 8, 1), None, "Samtaler på Egernet"),
    ("Rikke", "sprogvurdering", date(2019, 8, 1), date(2024, 6, 30), "Sprogvurderinger på Ræven"),
    ("Helle", "vejleder_studerende", date(2015, 8, 1), date(2022, 1, 31), "Fire studerende"),
    ("Pernille", "netvaerk", date(2018, 1, 1), date(2023, 12, 31), "Kommunens sprognetværk"),
    ("Amalie", "mentor", date(2021, 3, 1), date(2021, 8, 31), "For Cecilie"),
    ("Thea", "paedagogisk_aktivitet", date(2014, 5, 1), date(2024, 9, 30), "Skovuger"),
)


def fill(at: At, tasks: TasksService, people: Mapping[str, int]) -> None:
    """The choices are made the day after a task came up, and kept with how the criteria stood then."""
    kinds = {kind.key: kind.id for kind in tasks.kinds()}
    for name, key, first, last, what in _EARLIER:
        tasks.add_earlier(EarlierDraft(people[name], kinds[key], first, last, what))
    for task in tasks.tasks():
        if task.title in _GIVEN:
            _give(at(task.added_on + _A_DAY), task, *_GIVEN[task.title])


def _give(service: DelegationService, task: Task, direction: Direction, reason: str) -> None:
    """To those who have it already."""
    owners, learners, partners = (
        tuple(person.employee_id for person in task.people if person.part is part)
        for part in (Part.OWNER, Part.LEARNER, Part.PARTNER)
    )
    partner = partners[0] if partners else None
    draft = DelegationDraft(task.id, owners, reason, task.mandate, direction, partner, learners)
    with suppress(UserProblem):  # on a day one of them cannot be there, they just have it
        service.delegate(draft)
