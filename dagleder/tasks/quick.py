"""The quick line: 'Legepladseftersyn @ok fre' read as a task. Pure; what isn't understood stays in the title.

'@' is who (initials, what she is called, first name, full name, or 'mig'), '#' a stue, '!' how much is delegated; they
may stand anywhere. The deadline stands at the end, and so does how often it comes again ('hver mandag').
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Final

from dagleder.base.errors import UserProblem
from dagleder.base.text import fold
from dagleder.tasks.drafts import PersonDraft, TaskDraft
from dagleder.tasks.quick_days import days_at_end
from dagleder.tasks.repeats import Repeat
from dagleder.tasks.states import MANDATE_NAMES, Mandate

MYSELF: Final = frozenset({"mig", "mig selv", "jeg"})
_MOST_WORDS: Final = 4  # of a name
_MOST_NEAR: Final = 4
_ENDS: Final = ",;:.!"
_JOINERS: Final = frozenset({"og", "&", "+", "samt"})


@dataclass(frozen=True, slots=True)
class QuickPerson:
    """Somebody who can be meant by '@'."""

    employee_id: int
    name: str
    called: str
    initials: str

    def names(self) -> frozenset[str]:
        first, *_ = self.name.split() or [""]
        return frozenset(fold(each).rstrip(_ENDS) for each in (self.initials, self.called, first, self.name))


@dataclass(frozen=True, slots=True)
class QuickTeam:
    """A stue that can be meant by '#'."""

    team_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """Several are called what was typed; or nobody is (`unknown`), and some are called nearly that."""

    typed: str  # '@karen'
    people: tuple[QuickPerson, ...]
    unknown: bool = False

    @property
    def sentence(self) -> str:
        told = " eller ".join(f"{person.name} (@{person.initials.casefold()})" for person in self.people)
        asked = f"Mener du {told}?" if told else "Skriv initialer, fornavn eller hele navnet."
        return f"Ingen hedder “{self.typed[1:]}”. {asked}" if self.unknown else asked

    def settled(self, text: str, person: QuickPerson) -> str:
        """The line with her own initials in it."""
        return text.replace(self.typed, f"@{person.initials.casefold()}", 1)


@dataclass(frozen=True, slots=True)
class QuickTask:
    """What was read. With a `doubt` it must be told who is meant; then nobody is taken for that."""

    title: str
    employee_ids: tuple[int, ...] = ()
    own: bool = False
    team_id: int | None = None
    mandate: Mandate | None = None
    due: date | None = None
    repeat: Repeat | None = None
    doubt: Doubt | None = None
    note: str = ""  # of a day that was told and isn't there; it stays in the title

    @property
    def problem(self) -> str:
        """Who must be told, as a sentence; '' where all is clear."""
        return self.doubt.sentence if self.doubt else ""

    def draft(self) -> TaskDraft:
        """Raises UserProblem where it isn't told who is meant."""
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
    reader = _Reader(text.split(), people, teams)
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
        found.note,
    )


class _Reader:
    """Takes the words with a mark out of a line; `rest` are the others."""

    def __init__(self, words: Sequence[str], people: Sequence[QuickPerson], teams: Sequence[QuickTeam]) -> None:
        self._words, self._people, self._teams = words, people, teams
        self.rest: list[str] = []
        self.employee_ids: list[int] = []
        self.own = False
        self.team_id: int | None = None
        self.mandate: Mandate | None = None
        self.doubt: Doubt | None = None

    def take_marks(self) -> None:
        place, joined, marked = 0, False, False
        while place < len(self._words):
            word, taken = self._words[place], self._mark(place)
            if taken and joined:
                self.rest.pop()  # the 'og' between two marks
            elif taken and self.rest:
                self.rest[-1] = self.rest[-1].rstrip(",") or self.rest[-1]
            if not taken:
                self.rest.append(word)
            joined = not taken and word.casefold() in _JOINERS and marked
            marked = bool(taken)
            place += taken or 1

    def _mark(self, place: int) -> int:
        """How many words from here on are a mark that was understood."""
        take = {"@": self._person, "#": self._team, "!": self._mandate}.get(self._words[place][:1])
        if take is None:
            return 0
        for count in range(min(_MOST_WORDS, len(self._words) - place), 0, -1):
            if take(" ".join(self._words[place : place + count]).rstrip(_ENDS)):
                return count
        if self._words[place].startswith("@"):
            self._know_nobody(self._words[place].rstrip(_ENDS))
        return 0

    def _know_nobody(self, typed: str) -> None:
        name = fold(typed[1:])
        if name and self.doubt is None:
            near = [person for person in self._people if any(each.startswith(name) for each in person.names())]
            near = near or [person for person in self._people if get_close_matches(name, person.names())]
            self.doubt = Doubt(typed, tuple(near[:_MOST_NEAR]), unknown=True)

    def _person(self, typed: str) -> bool:
        name = fold(typed[1:])
        if name in MYSELF:
            self.own = True
            return True
        meant = [person for person in self._people if name and name in person.names()]
        if len(meant) > 1:
            self.doubt = self.doubt or Doubt(typed, tuple(meant))
        if len(meant) != 1:
            return False
        self.employee_ids.append(meant[0].employee_id)
        return True

    def _team(self, typed: str) -> bool:
        meant = [team for team in self._teams if fold(team.name) == fold(typed[1:])]
        if len(meant) != 1:
            return False
        self.team_id = meant[0].team_id
        return True

    def _mandate(self, typed: str) -> bool:
        meant = [mandate for mandate, called in MANDATE_NAMES.items() if fold(called) == fold(typed[1:])]
        self.mandate = meant[0] if meant else self.mandate
        return bool(meant)
