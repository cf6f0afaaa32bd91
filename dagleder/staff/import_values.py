"""What reading a staff list comes to, as frozen values: shown before anything is kept."""

import re
from dataclasses import dataclass, field
from datetime import date

from dagleder.base.dates import day_digits, hours_text
from dagleder.base.parsing import birthday_text, phone_text
from dagleder.base.text import and_list, fold, plural
from dagleder.exchange.tables_values import LeftCell
from dagleder.staff.drafts import EmployeeDraft
from dagleder.staff.import_target import FIELD_TITLES
from dagleder.staff.people import full_name
from dagleder.staff.roles import role_name

_NO_DECIMALS = re.compile(r"(?<=\d)[.,]0+$")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A row that is not used, and why. `row` is the spreadsheet's own number."""

    row: int
    reason: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something worth looking at. `field` (and a `suggestion`) when the cell belongs to a field that can be mended.

    Not `taken`: the cell could not be used, and the person comes without it.
    """

    row: int
    column: str
    text: str
    field: str = ""
    suggestion: str = ""
    taken: bool = True


@dataclass(frozen=True, slots=True)
class Correction:
    """What was mended on the way in, as before → after."""

    row: int
    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Record:
    """A row read as a person. None and '' = the row does not say."""

    row: int
    first_name: str
    last_name: str
    split_guessed: bool = False  # the name stood in one cell
    number: str = ""
    role: str = ""
    minutes: int | None = None
    start: date | None = None
    end: date | None = None
    birthday: tuple[int, int] | None = None
    mail: str = ""
    phone: str = ""
    initials: str = ""
    known_as: str = ""
    notes: str = ""
    teams: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return full_name(self.first_name, self.last_name)

    @property
    def name_key(self) -> str:
        return fold(self.name)

    @property
    def number_key(self) -> str:
        return number_key(self.number)

    def said(self) -> dict[str, str]:
        """What the row says besides the name, as words under the names of the fields."""
        words = {
            "number": self.number,
            "role": role_name(self.role) if self.role else "",
            "team": and_list(self.teams),
            "hours": hours_words(self.minutes),
            "start": day_words(self.start),
            "end": day_words(self.end),
            "birthday": birthday_words(self.birthday),
            "mail": self.mail,
            "phone": phone_text(self.phone),
            "initials": self.initials,
            "known_as": self.known_as,
            "notes": self.notes,
        }
        return {FIELD_TITLES[key]: text for key, text in words.items() if text}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One fact that becomes another, in words."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody the house does not know. `draft` has its initials."""

    row: int
    draft: EmployeeDraft
    minutes: int | None
    teams: tuple[str, ...]

    @property
    def name(self) -> str:
        return full_name(self.draft.first_name, self.draft.last_name)


@dataclass(frozen=True, slots=True)
class ChangedPerson:
    """Somebody the house knows otherwise. None for hours and stuer: they stay."""

    row: int
    employee_id: int
    name: str
    changes: tuple[FieldChange, ...]
    draft: EmployeeDraft
    minutes: int | None = None
    teams: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class UnchangedPerson:
    row: int
    employee_id: int
    name: str


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What taking the list in would do. Every row of the table is in exactly one of the first five."""

    file_name: str
    added: tuple[NewPerson, ...] = ()
    changed: tuple[ChangedPerson, ...] = ()
    unchanged: tuple[UnchangedPerson, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    waiting: tuple[LeftOut, ...] = ()  # rows the leader lets wait
    warnings: tuple[Notice, ...] = ()
    corrections: tuple[Correction, ...] = ()
    unused: tuple[LeftCell, ...] = ()
    new_teams: tuple[str, ...] = field(default=())

    @property
    def useful(self) -> bool:
        """Whether at least one row could be used or already was there."""
        return bool(self.added or self.changed or self.unchanged)

    @property
    def changes_anything(self) -> bool:
        return bool(self.added or self.changed)

    @property
    def step_name(self) -> str:
        return f"Importér {plural(len(self.added) + len(self.changed), 'medarbejder', 'medarbejdere')}"


def number_key(number: str) -> str:
    """'04100', '4100' and a spreadsheet's '4100,0' are one number."""
    return _NO_DECIMALS.sub("", number.casefold()).lstrip("0")


def hours_words(minutes: int | None) -> str:
    return "" if minutes is None else hours_text(minutes)


def day_words(day: date | None) -> str:
    return day_digits(day) if day else ""


def birthday_words(birthday: tuple[int, int] | None) -> str:
    return birthday_text(*birthday) if birthday else ""
