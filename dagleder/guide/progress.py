"""How far the leader has come in the guide. The house keeps it, but it is none of her work: nothing to be undone."""

from dataclasses import dataclass

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
