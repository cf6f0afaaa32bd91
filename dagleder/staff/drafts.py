"""What is entered about an employee, as frozen values that check themselves.

`checked()` gives the draft as it is kept (blanks and invisible characters taken out) or raises UserProblem
with the field's name; `doubts()` are what looks odd and may be kept all the same. No CPR number gets through:
in a field it is refused, in the notes it is marked where they are shown.
"""

from dataclasses import dataclass, fields, replace
from datetime import date

from dagleder.base.dates import day_digits
from dagleder.base.errors import UserProblem
from dagleder.base.lines import line, running_text
from dagleder.base.parsing import (
    MOST_WEEKLY_MINUTES,
    Doubt,
    doubt_mail,
    doubt_weekly_hours,
    parse_birthday,
    parse_phone,
)
from dagleder.base.periods import check_order
from dagleder.base.text import squeezed
from dagleder.staff.initials import MAX_LETTERS
from dagleder.staff.roles import ROLE_BY_KEY

LONGEST_NAME = 100
_ALL_DAYS = 0b1111111

FIELD_NAMES = {
    "first_name": "fornavn",
    "last_name": "efternavn",
    "known_as": "kaldenavn",
    "initials": "initialer",
    "role": "stilling",
    "number": "medarbejdernummer",
    "start": "ansættelsesdato",
    "end": "sidste dag",
    "mail": "e-mail",
    "phone": "telefon",
    "birthday": "fødselsdag",
    "notes": "note",
}


@dataclass(frozen=True, slots=True)
class EmployeeDraft:
    """The facts about somebody that have no history of their own. Empty = not known."""

    first_name: str
    last_name: str = ""
    role: str = ""  # a key of `roles`
    number: str = ""
    known_as: str = ""
    initials: str = ""  # empty: suggested when kept
    start: date | None = None
    end: date | None = None
    mail: str = ""
    phone: str = ""
    birthday: tuple[int, int] | None = None  # day, month
    notes: str = ""

    def checked(self) -> "EmployeeDraft":
        """The draft as it is kept. Raises UserProblem."""
        draft = replace(
            self,
            first_name=line(self.first_name, "first_name", longest=LONGEST_NAME),
            last_name=line(self.last_name, "last_name", longest=LONGEST_NAME),
            known_as=line(self.known_as, "known_as", longest=LONGEST_NAME),
            initials=line(self.initials, "initials").upper(),
            number=line(self.number, "number"),
            mail=line(self.mail, "mail"),
            phone=_phone(self.phone),
            notes=running_text(self.notes, "notes"),
        )
        if not draft.first_name:
            raise UserProblem("Skriv et navn.", field="first_name")
        if len(draft.initials) > MAX_LETTERS or any(c.isspace() for c in draft.initials):
            raise UserProblem(f"Initialer er højst {MAX_LETTERS} tegn uden mellemrum.", field="initials")
        if draft.role and draft.role not in ROLE_BY_KEY:
            raise UserProblem("Vælg en stilling.", field="role")
        if draft.birthday:
            parse_birthday(f"{draft.birthday[0]}/{draft.birthday[1]}")
        check_period(draft.start, draft.end)
        return draft

    def doubts(self) -> dict[str, Doubt]:
        """What looks odd, by field; it is kept all the same."""
        mail = doubt_mail(squeezed(self.mail))
        return {"mail": mail} if mail else {}


def check_period(start: date | None, end: date | None) -> None:
    """Raises UserProblem when the last day lies before the first, with the same day in a later year as suggestion."""
    if start is None or end is None or start <= end:
        return
    later = next((moved for year in (start.year, start.year + 1) if (moved := _in_year(end, year)) >= start), start)
    raise UserProblem(
        f"Sidste dag ligger før ansættelsen. Lad feltet stå tomt, eller mente du {day_digits(later)}?",
        field="end",
        suggestion=day_digits(later),
    )


def _in_year(day: date, year: int) -> date:
    try:
        return day.replace(year=year)
    except ValueError:  # 29 February
        return date(year, 2, 28)


def _phone(text: str) -> str:
    plain = line(text, "phone")
    try:
        return parse_phone(plain) if plain else ""
    except UserProblem as problem:
        raise UserProblem(problem.sentence, field="phone", suggestion=problem.suggestion) from None


def changed_fields(before: EmployeeDraft, after: EmployeeDraft) -> list[str]:
    return [f.name for f in fields(EmployeeDraft) if getattr(before, f.name) != getattr(after, f.name)]


@dataclass(frozen=True, slots=True)
class HoursDraft:
    """Agreed minutes a week from a day on (None: from the start). None minutes = no fixed hours."""

    minutes: int | None
    valid_from: date | None = None

    def check(self) -> None:
        if self.minutes is not None and not 0 <= self.minutes <= MOST_WEEKLY_MINUTES:
            doubt = doubt_weekly_hours(self.minutes) if self.minutes > 0 else None
            sentence = doubt.sentence if doubt else "Timer kan ikke være under 0."
            raise UserProblem(sentence, field="hours", suggestion=doubt.suggestion if doubt else "")

    def doubt(self) -> Doubt | None:
        return None if self.minutes is None else doubt_weekly_hours(self.minutes)


@dataclass(frozen=True, slots=True)
class MembershipDraft:
    """Belonging to a stue, from–to (None: open). `weekdays` (0 = Monday) only for somebody in several stuer."""

    team_id: int
    valid_from: date | None = None
    valid_to: date | None = None
    weekdays: frozenset[int] = frozenset()

    def check(self) -> None:
        if self.valid_from and self.valid_to:
            check_order(self.valid_from, self.valid_to, "valid_to")
        if not self.mask & _ALL_DAYS == self.mask:
            raise UserProblem("Vælg ugedage fra mandag til søndag.", field="weekdays")

    @property
    def mask(self) -> int:
        """The weekdays as stored: bit 0 is Monday."""
        return sum(1 << day for day in self.weekdays)


@dataclass(frozen=True, slots=True)
class NewEmployeeDraft:
    """Somebody new: the facts, the agreed hours and the stue (or stuer, the first one first)."""

    employee: EmployeeDraft
    minutes: int | None = None
    team_ids: tuple[int, ...] = ()

    def checked(self) -> "NewEmployeeDraft":
        HoursDraft(self.minutes).check()
        return replace(self, employee=self.employee.checked())
