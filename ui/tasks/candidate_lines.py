"""What the list of candidates shows: those who can have the task, those who cannot and why, and how to see the rest."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from dagleder.base.text import capitalised
from dagleder.staff.roles import role_name
from dagleder.tasks.criteria import CRITERION_NAMES
from dagleder.tasks.directions import NO_STAFF
from dagleder.tasks.suggestion import Candidate, LeftOut, Suggestion
from ui.tasks.choice import Choice

AnyIndex = QModelIndex | QPersistentModelIndex
FIRST_SHOWN = 5
BETWEEN = " · "
NOBODY = "Ingen kan få opgaven, som den er. Ret kravene, eller se nedenfor, hvad hver enkelt mangler."
_NOWHERE = QModelIndex()


@dataclass(frozen=True, slots=True)
class Head:
    """Over a part of the list."""

    text: str


@dataclass(frozen=True, slots=True)
class More:
    """There are others who can have it; Enter or a click shows them."""

    count: int

    @property
    def text(self) -> str:
        return f"{self.count} mere kan få opgaven."


Line = Candidate | LeftOut | Head | More


def lines_of(suggestion: Suggestion, *, everybody: bool) -> tuple[Line, ...]:
    """The first few unless everybody is wanted, then those who lack something, then those who cannot have it at all."""
    candidates = suggestion.candidates
    shown = candidates if everybody else candidates[:FIRST_SHOWN]
    rest = len(candidates) - len(shown)
    lines: list[Line] = [*shown, *([More(rest)] if rest else [])]
    if not candidates:
        lines.append(Head(NOBODY if suggestion.left_out else NO_STAFF))
    for title, people in (("Mangler krav", suggestion.lacking), ("Kan ikke vælges", suggestion.excluded)):
        if people:
            lines += [Head(f"{title} · {len(people)}"), *people]
    return tuple(lines)


def what_she_is(person: Candidate | LeftOut) -> str:
    """'Pædagog · Humlebien'."""
    return BETWEEN.join(part for part in (capitalised(role_name(person.role)), person.team) if part)


class CandidateModel(QAbstractListModel):
    """`choice` is whom the task is to be given to."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.initials: Mapping[int, str] = {}
        self.choice = Choice()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    @property
    def chosen(self) -> int | None:
        """The one of the list who is to have it."""
        return self.choice.first

    def mark(self, choice: Choice) -> None:
        self.choice = choice
        self.dataChanged.emit(self.index(0), self.index(max(0, len(self.lines) - 1)))

    def row_of(self, employee_id: int | None) -> int | None:
        """The line of somebody, when she is shown."""
        people = ((row, line) for row, line in enumerate(self.lines) if isinstance(line, Candidate | LeftOut))
        return next((row for row, line in people if line.employee_id == employee_id), None)

    def rowCount(self, _parent: AnyIndex = _NOWHERE) -> int:
        return len(self.lines)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.name if isinstance(line, Candidate | LeftOut) else line.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(line)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], Head):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _spoken(self, line: Line) -> str:
        if isinstance(line, Candidate):
            told = "; ".join(
                f"{CRITERION_NAMES[key]} {value.value}: {value.fact}" for key, value in line.values.items()
            )
            chosen = "valgt, " if line.employee_id in self.choice.marked else ""
            return f"{line.name}, {chosen}{what_she_is(line)}. {told}. {line.sentence}"
        if isinstance(line, LeftOut):
            learns = "lærer med" if line.employee_id in self.choice.learners else "kan lære med"
            return f"{line.name}, {what_she_is(line)}: {line.reason}{f' {learns}' if line.can_learn else ''}"
        return f"{line.text} Vis alle" if isinstance(line, More) else line.text
