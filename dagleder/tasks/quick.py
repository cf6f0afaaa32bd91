"""The quick line: 'Legepladseftersyn @ok fre' read as a task. Pure; what isn't understood stays in the title.

'@' is who (initials, what she is called, first name, full name, or 'mig'), '#' a stue, '!' how much is delegated; they
may stand anywhere. The deadline stands at the end, and so does how often it comes again ('hver mandag').
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dagleder.base.errors import UserProblem
from dagleder.tasks.drafts import PersonDraft, TaskDraft
from dagleder.tasks.quick_days import days_at_end
from dagleder.tasks.quick_doubts import Doubt, QuickPerson, QuickTeam, of_day
from dagleder.tasks.quick_marks import MarkReader, split_words
from dagleder.tasks.repeats import Repeat
from dagleder.tasks.states import Mandate


@dataclass(frozen=True, slots=True)
class QuickTask:
    """What was read. With a `doubt` it must be told who or which stue is meant; then nothing is taken for that."""

    title: str
    employee_ids: tuple[int, ...] = ()
    own: bool = False
    team_id: int | None = None
    mandate: Mandate | None = None
    due: date | None = None
    repeat: Repeat | None = None
    doubt: Doubt | None = None
    note: Doubt | None = None  # of a deadline that was told and not taken; it stays in the title
    closed: str = ""  # why the house is closed that day: 'langfredag', 'en lørdag'

    @property
    def problem(self) -> str:
        """Who or what must be told, as a sentence; '' where all is clear."""
        return self.doubt.sentence if self.doubt else ""

    def draft(self) -> TaskDraft:
        """Raises UserProblem where it isn't told who or which stue is meant."""
        if self.problem:
            raise UserProblem(self.problem, field="title")
        return TaskDraft(
            self.title,
            team_id=self.team_id,
            due=self.due,
            mandate=self.mandate,
            people=tuple(PersonDraft(each) for each in self.employee_ids),
            own=self.own,
            repeat=self.repeat,
        )


def read_quick(text: str, today: date, people: Sequence[QuickPerson], teams: Sequence[QuickTeam]) -> QuickTask:
    """Never raises: a line that says nothing else is a title."""
    words = split_words(text)
    reader = MarkReader(words, people, teams)
    reader.take_marks()
    found = days_at_end(reader.rest, today)
    title = " ".join(found.rest)
    return QuickTask(
        title if title == text.strip() else title.rstrip(","),
        tuple(dict.fromkeys(reader.employee_ids)),
        reader.own and not reader.employee_ids,
        reader.team_id,
        reader.mandate,
        found.day,
        found.repeat,
        reader.doubt,
        of_day(found.note, words) if found.note else None,
    )
