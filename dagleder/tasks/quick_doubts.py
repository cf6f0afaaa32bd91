"""What must be asked about a quick line: who or which stue is meant, and which day. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dagleder.tasks.quick_days import Note

WITHOUT_DEADLINE: Final = "Uden frist"
_HOW_TO_NAME: Final = "Skriv initialer, fornavn eller hele navnet."
_WHO: Final = "Hvem mener du?"


@dataclass(frozen=True, slots=True)
class QuickPerson:
    """Somebody who can be meant by '@'."""

    employee_id: int
    name: str
    called: str
    initials: str

    @property
    def mark(self) -> str:
        """What means her and nobody else: '@ku'."""
        return f"@{self.initials.casefold()}"


@dataclass(frozen=True, slots=True)
class QuickTeam:
    """A stue that can be meant by '#'."""

    team_id: int
    name: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that may be meant, and the line as it reads then."""

    name: str  # 'Karen Ulvdal', '28-02-2027'
    line: str


@dataclass(frozen=True, slots=True)
class Doubt:
    """`asked` stands before the answers; `sentence` is all of it, where nothing can be chosen."""

    sentence: str
    asked: str
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Some words of a line that may be written otherwise."""

    words: Sequence[str]
    first: int
    count: int

    def line(self, *new: str, last: str = "") -> str:
        """The line with others in their place, and `last` after it."""
        after = self.words[self.first + self.count :]
        return " ".join((*self.words[: self.first], *new, *after, *([last] if last else [])))


def of_several(people: Sequence[QuickPerson], place: Place) -> Doubt:
    """More than one of them is called that."""
    return Doubt(_mean(people), _WHO, _people_answers(people, place))


def of_nobody(typed: str, near: Sequence[QuickPerson], place: Place) -> Doubt:
    """Nobody is called that; some are called nearly that."""
    said = f"Ingen hedder “{typed}”."
    if not near:
        return Doubt(f"{said} {_HOW_TO_NAME}", f"{said} {_HOW_TO_NAME}")
    return Doubt(f"{said} {_mean(near)}", f"{said} {_WHO}", _people_answers(near, place))


def of_mentioned(person: QuickPerson, place: Place) -> Doubt:
    """In 'Ring til @karen' she may be to do it, or the one to be called."""
    asked = f"Skal {person.called} have opgaven?"
    how = f"Så skriv navnet uden @ og {person.mark} sidst. Ellers skriv bare navnet."
    answers = (
        Answer(f"Ja, giv {person.called} den", place.line(person.called, last=person.mark)),
        Answer("Nej, kun nævnt", place.line(person.called)),
    )
    return Doubt(f"{asked} {how}", asked, answers)


def of_no_team(typed: str, near: Sequence[QuickTeam], place: Place) -> Doubt:
    """No stue is called that."""
    said = f"Ingen stue hedder “{typed}”."
    meant = " eller ".join(f"#{team.name}" for team in near)
    sentence = f"{said} Mener du {meant}?" if meant else f"{said} Skriv stuens navn, eller skriv ordet uden #."
    teams = (Answer(team.name, place.line(f"#{team.name}")) for team in near)
    return Doubt(sentence, said, (*teams, Answer("Ikke en stue", place.line(typed))))


def of_day(note: Note, words: Sequence[str]) -> Doubt:
    """Why no deadline was taken. The task may be made all the same."""
    line = " ".join(words)
    found = list(re.finditer(rf"(?<!\S){re.escape(note.typed)}(?!\S)", line)) if note.meant else []
    if not found:  # its words are apart
        return Doubt(note.sentence, note.sentence)
    settled = f"{line[: found[-1].start()]}{note.meant}{line[found[-1].end() :]}"
    asked = note.sentence.removesuffix(f" Mente du {note.meant}?")
    return Doubt(note.sentence, asked, (Answer(note.meant, settled), Answer(WITHOUT_DEADLINE, line)))


def _mean(people: Sequence[QuickPerson]) -> str:
    return f"Mener du {' eller '.join(f'{person.name} ({person.mark})' for person in people)}?"


def _people_answers(people: Sequence[QuickPerson], place: Place) -> tuple[Answer, ...]:
    return tuple(Answer(person.name, place.line(person.mark)) for person in people)
