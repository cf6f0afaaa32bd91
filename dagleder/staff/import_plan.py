"""What a staff list would change: the people read against the people there are. Pure.

An empty cell never erases; what differs only in blanks, capitals or the form of a number is unchanged.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dagleder.base.errors import UserProblem
from dagleder.base.parsing import phone_text
from dagleder.base.text import and_list, fold, plural, squeezed
from dagleder.exchange.tables_values import Column, LeftCell, TableRead, cell_text
from dagleder.staff.drafts import EmployeeDraft
from dagleder.staff.import_people import Matching, PresentPerson, match_people, shared_mails, without_doubles
from dagleder.staff.import_rows import read_rows
from dagleder.staff.import_target import FIELD_TITLES
from dagleder.staff.import_values import (
    ChangedPerson,
    FieldChange,
    ImportPlan,
    LeftOut,
    NewPerson,
    Notice,
    Record,
    UnchangedPerson,
    birthday_words,
    day_words,
    hours_words,
    number_key,
)
from dagleder.staff.initials import FreeInitials
from dagleder.staff.people import full_name
from dagleder.staff.roles import role_name

NO_FIELD = "kolonnen er ikke brugt"
WAITS = "Venter, som du har valgt."


@dataclass(frozen=True)
class PresentStaff:
    """The house a list is read against."""

    people: tuple[PresentPerson, ...]
    teams: tuple[str, ...]


def plan_import(
    table: TableRead, present: PresentStaff, today: date, waiting_rows: frozenset[int] = frozenset()
) -> ImportPlan:
    """What taking the table in would do. `waiting_rows` are those the leader lets wait."""
    rows = read_rows(table, today, present.teams)
    records, doubles = without_doubles(rows.records)
    waiting = tuple(LeftOut(r.row, WAITS) for r in records if r.row in waiting_rows)
    matching = match_people([r for r in records if r.row not in waiting_rows], present.people)
    planner = _Planner(present)
    planner.take(matching)
    unused = (
        *table.left,
        *cells_without_field(table, _no_field),
        *rows.unused,
        *map(table.unused_comment, table.comments),
    )
    left_out = (*rows.left_out, *doubles, *matching.left_out, *planner.left_out)
    notices = (*rows.notices, *shared_mails(_taken(matching)), *planner.notices, *about_unused(unused))
    return ImportPlan(
        file_name=table.file_name,
        added=tuple(planner.added),
        changed=tuple(planner.changed),
        unchanged=tuple(planner.unchanged),
        left_out=tuple(sorted(left_out, key=lambda item: item.row)),
        waiting=waiting,
        warnings=tuple(sorted(notices, key=lambda notice: (notice.row, notice.column))),
        corrections=tuple(sorted(rows.corrections, key=lambda c: c.row)),
        unused=unused,
        new_teams=_new_teams(planner, present),
    )


def _taken(matching: Matching) -> Iterable[Record]:
    return sorted((*(record for record, _ in matching.known), *matching.new), key=lambda record: record.row)


def _no_field(column: Column) -> str:
    return f"{NO_FIELD} ({column.name})"


def cells_without_field(table: TableRead, why: Callable[[Column], str]) -> Iterable[LeftCell]:
    """What stands in the columns that are used for nothing."""
    rows = {row.number: row for row in table.rows}
    for column, places in table.without_field():
        for place in places:
            text = cell_text(rows[place.row].values[place.column])
            yield LeftCell(table.sheet, place.row, column.letter, text, why(column))


def about_unused(cells: Iterable[LeftCell]) -> Iterable[Notice]:
    """One notice for the cells of a column that are left for the same reason."""
    groups: dict[tuple[str, str, str], list[LeftCell]] = {}
    for cell in cells:
        groups.setdefault((cell.sheet, cell.column, cell.why), []).append(cell)
    for (sheet, column, why), group in groups.items():
        place = f"{sheet}!{column}" if sheet else column
        first = group[0]
        many = f" (og {plural(len(group) - 1, 'celle', 'celler')} til)" if len(group) > 1 else ""
        yield Notice(first.row, place, f"Ikke brugt, {why}: “{_short(first.text)}”{many}.")


def _short(text: str) -> str:
    plain = squeezed(text)
    return plain if len(plain) <= 60 else f"{plain[:59].rstrip()}…"  # noqa: PLR2004 -- a line on a screen


@dataclass
class _Planner:
    """Decides for each record what it would change."""

    present: PresentStaff
    added: list[NewPerson] = field(default_factory=list)
    changed: list[ChangedPerson] = field(default_factory=list)
    unchanged: list[UnchangedPerson] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.free = FreeInitials([person.facts.initials for person in self.present.people])

    def take(self, matching: Matching) -> None:
        for record, person in matching.known:
            try:
                self._compare(record, person)
            except UserProblem as problem:
                self.left_out.append(LeftOut(record.row, problem.sentence))
        for record in matching.new:
            try:
                self._add(record)
            except UserProblem as problem:
                self.left_out.append(LeftOut(record.row, problem.sentence))

    def _add(self, record: Record) -> None:
        initials = self._free_initials(record, "")
        draft = EmployeeDraft(
            first_name=record.first_name,
            last_name=record.last_name,
            role=record.role,
            number=record.number,
            known_as=record.known_as,
            initials=initials or self.free.suggest(record.first_name, record.last_name),
            start=record.start,
            end=self._end(record, record.start),
            mail=record.mail,
            phone=record.phone,
            birthday=record.birthday,
            notes=record.notes,
        ).checked()
        self.free.take(draft.initials)
        self.added.append(NewPerson(record.row, draft, record.minutes, record.teams))

    def _compare(self, record: Record, person: PresentPerson) -> None:
        facts = person.facts
        end = self._end(record, record.start or facts.start)
        said = replace(record, end=end, initials=self._free_initials(record, facts.initials))
        draft = _merged(said, person).checked()
        minutes = record.minutes if record.minutes != person.minutes else None
        teams = record.teams if _moves(record.teams, person.teams) else None
        changes = [*_draft_changes(facts, draft)]
        if minutes is not None:
            changes.append(FieldChange(FIELD_TITLES["hours"], hours_words(person.minutes), hours_words(minutes)))
        if teams is not None:
            changes.append(FieldChange(FIELD_TITLES["team"], and_list(person.teams), and_list(teams)))
        if person.left:
            text = f"{person.name} er sat som fratrådt og bliver ved med at være det."
            self.notices.append(Notice(record.row, "", text))
        if not changes:
            self.unchanged.append(UnchangedPerson(record.row, person.id, person.name))
            return
        self.free.take(draft.initials)
        name = full_name(draft.first_name, draft.last_name)
        self.changed.append(ChangedPerson(record.row, person.id, name, tuple(changes), draft, minutes, teams))

    def _free_initials(self, record: Record, own: str) -> str:
        """The file's initials, unless somebody else has them."""
        wanted = record.initials
        if wanted and not self.free.has(wanted) and wanted.casefold() != own.casefold():
            text = f"Initialerne {wanted} har en anden. Dagleder beholder eller foreslår selv nogle."
            self.notices.append(Notice(record.row, FIELD_TITLES["initials"], text, "initials", taken=False))
            return ""
        return wanted

    def _end(self, record: Record, start: date | None) -> date | None:
        if record.end and start and record.end < start:
            text = "Sidste dag ligger før ansættelsen og er ikke taget med."
            self.notices.append(Notice(record.row, FIELD_TITLES["end"], text, "end", taken=False))
            return None
        return record.end


def _merged(record: Record, person: PresentPerson) -> EmployeeDraft:
    """The person's facts with what the row says otherwise."""
    facts = person.facts
    draft = replace(
        facts,
        number=_kept(facts.number, record.number, same=number_key(facts.number) == number_key(record.number)),
        known_as=_kept_text(facts.known_as, record.known_as),
        initials=_kept_text(facts.initials, record.initials),
        mail=_kept_text(facts.mail, record.mail),
        role=record.role or facts.role,
        start=record.start or facts.start,
        end=record.end or facts.end,
        phone=record.phone or facts.phone,
        birthday=record.birthday or facts.birthday,
        notes=joined_notes(facts.notes, record.notes),
    )
    return (
        draft
        if _same_name(record, person)
        else replace(draft, first_name=record.first_name, last_name=record.last_name)
    )


def _kept(before: str, after: str, *, same: bool) -> str:
    return before if same or not after else after


def _kept_text(before: str, after: str) -> str:
    return _kept(before, after, same=squeezed(before).casefold() == squeezed(after).casefold())


def joined_notes(before: str, after: str) -> str:
    """The leader's own notes are kept: what the list says comes after them, once."""
    if not after or fold(after) in fold(before):
        return before
    return f"{before}\n{after}".strip()


def _same_name(record: Record, person: PresentPerson) -> bool:
    """In one cell nobody can see where the last name begins, so only the whole name is compared."""
    if squeezed(record.name).casefold() != squeezed(person.name).casefold():
        return False
    return record.split_guessed or record.last_name.casefold() == person.facts.last_name.casefold()


def _moves(said: Sequence[str], has: Sequence[str]) -> bool:
    """Whether the stuer differ. One stue in the list is no news of somebody who is in that one and another."""
    wanted, present = set(map(fold, said)), set(map(fold, has))
    return bool(wanted) and wanted != present and not (len(wanted) == 1 and wanted <= present)


def _draft_changes(before: EmployeeDraft, after: EmployeeDraft) -> Iterable[FieldChange]:
    for title, old, new in zip(_WORDED, _words(before), _words(after), strict=True):
        if old != new:
            yield FieldChange(title, old, new)


_WORDED = (
    "Navn",
    "Fornavn",
    *(FIELD_TITLES[key] for key in ("number", "role", "start", "end", "birthday", "mail", "phone")),
    *(FIELD_TITLES[key] for key in ("initials", "known_as", "notes")),
)


def _words(draft: EmployeeDraft) -> tuple[str, ...]:
    return (
        full_name(draft.first_name, draft.last_name),
        draft.first_name,
        draft.number,
        role_name(draft.role),
        day_words(draft.start),
        day_words(draft.end),
        birthday_words(draft.birthday),
        draft.mail,
        phone_text(draft.phone),
        draft.initials,
        draft.known_as,
        draft.notes,
    )


def _new_teams(planner: _Planner, present: PresentStaff) -> tuple[str, ...]:
    known = set(map(fold, present.teams))
    named = [person.teams for person in planner.added] + [person.teams or () for person in planner.changed]
    return tuple(dict.fromkeys(team for teams in named for team in teams if fold(team) not in known))
