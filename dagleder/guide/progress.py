"""How far the leader has come in the guide, and what she has chosen there and not said yes to yet.

The house keeps it, but it is none of her work: nothing to be undone.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from dagleder.base.json_value import Json
from dagleder.guide.steps import Step
from dagleder.storage.database import Database

_NAME = "guide"
_FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Progress:
    """Where she is (`reached`), or that she is through with it."""

    reached: Step = Step.WELCOME
    finished: bool = False


THROUGH = Progress(Step.CALENDAR, finished=True)


def read(database: Database) -> Progress:
    text = database.remembered(_NAME)
    if text is None:
        return Progress()
    return THROUGH if text == _FINISHED else Progress(Step(int(text)))


def keep(database: Database, progress: Progress) -> None:
    database.remember(_NAME, _FINISHED if progress.finished else str(progress.reached.value))


def choices(database: Database, step: Step) -> dict[str, Json]:
    text = database.remembered(_choices_name(step))
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def keep_choices(database: Database, step: Step, chosen: Mapping[str, Json]) -> None:
    if chosen != choices(database, step):
        database.remember(_choices_name(step), json.dumps(chosen))


def _choices_name(step: Step) -> str:
    return f"{_NAME}/{step.value}"
