"""Employees as they are shown: a row of the list, and one person with all there is about her. Frozen."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dagleder.base.cpr import without_cpr
from dagleder.base.dates import day_text, hours_text
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Finding, Level
from dagleder.base.text import danish_key, fold, squeezed
from dagleder.staff.drafts import EmployeeDraft
from dagleder.staff.employment import AgreedHours, Employment, Membership
from dagleder.staff.patterns import Pattern, pattern_findings, week_53_note
from dagleder.staff.roles import ROLE_BY_KEY, role_name


class StaffRow(NamedTuple):
    """One line of the staff list. `minutes` a week and `team` are those of the day asked for.

    `team_place` is where the stue stands in the leader's own order.
    """

    id: int
    number: str | None
    first_name: str
    last_name: str
    known_as: str
    initials: str
    role: str
    start: date | None
    end: date | None
    mail: str
    phone: str
    minutes: int | None
    team_id: int | None
    team: str | None
    team_place: int | None = None

    @property
    def name(self) -> str:
        return full_name(self.first_name, self.last_name)


def list_order(row: StaffRow) -> tuple[bool, int, int, str, str, int]:
    """Stue in the leader's order, then last name and first name by Danish rules; those without a stue last."""
    stue = row.team_id is None, row.team_place or 0, row.team_id or 0
    return *stue, danish_key(row.last_name), danish_key(row.first_name), row.id


def find_employee(rows: Sequence[StaffRow], text: str) -> StaffRow:
    """The one with that number, those initials or that full name (also with what she is called): EMPLOYEE of a command.

    A number goes before initials, initials before a name. UserProblem when there is nobody, or more than one.
    """
    wanted = fold(text)
    for words in (_number, _initials, _full_names):
        same = [row for row in rows if wanted and wanted in words(row)]
        if len(same) == 1:
            return same[0]
        if same:
            raise UserProblem(f"Der er {len(same)}, der hedder {same[0].name}. Skriv nummer eller initialer.")
    raise UserProblem(f"Ingen medarbejder har nummeret, initialerne eller navnet “{without_cpr(squeezed(text), '…')}”.")


def _number(row: StaffRow) -> set[str]:
    return {fold(row.number or "")}


def _initials(row: StaffRow) -> set[str]:
    return {fold(row.initials)}


def _full_names(row: StaffRow) -> set[str]:
    return {fold(row.name), fold(full_name(call_name(row.first_name, row.known_as), row.last_name))}


def full_name(first_name: str, last_name: str) -> str:
    return f"{first_name} {last_name}".strip()


def call_name(first_name: str, known_as: str) -> str:
    """What she is called: 'Kaldes', else the first name."""
    return known_as or first_name


_PARTICLES = frozenset({"af", "da", "de", "del", "den", "der", "di", "du", "la", "le", "van", "von", "ter", "ten"})


def _initial(last_name: str) -> str:
    """'S.' of Skov; of 'de-Waal' and 'van der Berg' the whole, for a particle alone is nobody's name."""
    first = last_name.replace("-", " ").partition(" ")[0]
    return last_name if first.casefold() in _PARTICLES else f"{last_name[:1]}." if last_name else ""


def distinct_names(staff: Iterable[tuple[int, str, str, str]]) -> dict[int, str]:
    """What each is called (id, first, last name, 'Kaldes'), in their order.

    Two of one name get the initial of the last name, and the whole name where that is no help.
    """
    forms = [
        (
            who,
            short := call_name(first, known_as),
            f"{short} {initial}" if (initial := _initial(last)) else short,
            f"{short} {last}".strip(),
        )
        for who, first, last, known_as in staff
    ]
    shorts, longers = Counter(form[1] for form in forms), Counter(form[2] for form in forms)
    return {
        who: short if shorts[short] == 1 else longer if longers[longer] == 1 else whole
        for who, short, longer, whole in forms
    }


@dataclass(frozen=True, slots=True)
class Person:
    """Everything staff knows about somebody. `day` is the day the present facts are those of."""

    id: int
    facts: EmployeeDraft
    employment: Employment
    day: date

    @property
    def name(self) -> str:
        return full_name(self.facts.first_name, self.facts.last_name)

    @property
    def called(self) -> str:
        return call_name(self.facts.first_name, self.facts.known_as)

    @property
    def minutes(self) -> int | None:
        return self.employment.minutes_on(self.day)

    @property
    def memberships(self) -> tuple[Membership, ...]:
        return self.employment.memberships_on(self.day)

    @property
    def pattern(self) -> Pattern | None:
        return self.employment.pattern_on(self.day)

    @property
    def hours_history(self) -> tuple[AgreedHours, ...]:
        """Newest first."""
        return tuple(sorted(self.employment.hours, key=lambda h: h.valid_from or date.min, reverse=True))

    def has_left(self, today: date) -> bool:
        return self.facts.end is not None and self.facts.end < today

    def headline(self) -> str:
        """'Pædagog · Ræven · 37 timer · ansat 1. august 2015'."""
        parts = [role_name(self.facts.role), *(m.team for m in self.memberships)]
        if self.minutes is not None:
            parts.append(f"{hours_text(self.minutes)} timer")
        if self.facts.start:
            parts.append(f"ansat {day_text(self.facts.start, year=True)}")
        return " · ".join(parts)

    def findings(self) -> list[Finding]:
        """What is worth telling about her, most of it by what presence will count."""
        found = []
        where = ("staff", self.id)
        if not self.facts.role:
            text = "Stillingen er ikke oplyst, så hun eller han tæller ikke som pædagog."
            found.append(Finding(Level.SHOULD, self.called, text, "bemandingen", where))
        if not self.memberships:
            text = "Er ikke knyttet til en stue og tæller kun for hele huset."
            found.append(Finding(Level.INFO, self.called, text, "bemandingen", where))
        fixed = not self.facts.role or ROLE_BY_KEY[self.facts.role].fixed_hours
        if self.minutes is None and self.pattern is None and fixed:
            text = "Timer pr. uge er ikke oplyst, så bemandingen regner med 0 timer."
            found.append(Finding(Level.SHOULD, self.called, text, "bemandingen", where))
        if self.pattern:
            found += pattern_findings(self.pattern, self.minutes, self.called, self.id)
            found += [note] if (note := week_53_note(self.pattern, self.day.year)) else []
        return found
