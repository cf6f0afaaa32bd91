"""Who is who: the same person twice in one file, and the people of a file among those of the house. Pure.

In one file: a row with the same number, or with the same name unless two numbers say it is another person (then
mail or phone may say it is one after all), or with the same mail and a name that only leaves words out. Of two rows
the fuller counts. A mail that people of other names share is told.
Against the house: number, then name (folded), then mail. Nobody is taken twice.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from dagleder.base.text import and_list, fold
from dagleder.staff.drafts import EmployeeDraft
from dagleder.staff.import_target import FIELD_TITLES
from dagleder.staff.import_values import LeftOut, Notice, Record, number_key
from dagleder.staff.people import full_name


@dataclass(frozen=True, slots=True)
class PresentPerson:
    """Somebody the house knows, with the hours and stuer of the day."""

    id: int
    facts: EmployeeDraft
    minutes: int | None
    teams: tuple[str, ...]
    left: bool = False

    @property
    def name(self) -> str:
        return full_name(self.facts.first_name, self.facts.last_name)


@dataclass(frozen=True)
class Matching:
    """The people of the file: whom the house knows, who is new, and the rows left out because of others."""

    known: tuple[tuple[Record, PresentPerson], ...]
    new: tuple[Record, ...]
    left_out: tuple[LeftOut, ...]


# --- one file, one person twice ------------------------------------------------------------------


Rows = list[Record]  # of one person


@dataclass
class _People:
    """The people of the file so far, found by number, by name and by mail."""

    by_number: dict[str, Rows] = field(default_factory=dict)
    by_name: dict[str, list[Rows]] = field(default_factory=lambda: defaultdict(list))
    by_mail: dict[str, list[Rows]] = field(default_factory=lambda: defaultdict(list))

    def rows_of(self, record: Record) -> Rows:
        """The rows of the same person, to which this one is added."""
        rows = self._known(record)
        if rows is None:
            rows = []
        rows.append(record)
        if record.number:
            self.by_number.setdefault(record.number_key, rows)
        _enter(self.by_name[record.name_key], rows)
        if record.mail:
            _enter(self.by_mail[record.mail.casefold()], rows)
        return rows

    def _known(self, record: Record) -> Rows | None:
        if record.number and record.number_key in self.by_number:
            return self.by_number[record.number_key]
        named = (rows for rows in self.by_name.get(record.name_key, ()) if _one_person(rows, record))
        mailed = self.by_mail.get(record.mail.casefold(), ()) if record.mail else ()
        return next(named, None) or next((rows for rows in mailed if _one_name(rows, record)), None)


def _enter(people: list[Rows], rows: Rows) -> None:
    if not any(rows is known for known in people):
        people.append(rows)


def _one_person(rows: Sequence[Record], record: Record) -> bool:
    """Whether a row of the same name is about the same person."""
    numbers = {row.number_key for row in rows if row.number}
    if not record.number or not numbers or record.number_key in numbers:
        return True
    return any(_same(row.mail, record.mail) or _same(row.phone, record.phone) for row in rows)


def _one_name(rows: Sequence[Record], record: Record) -> bool:
    """Whether the names can be one person's, 'Søs Gramkow' and 'Søs M. Gramkow', and no number says otherwise."""
    numbers = {row.number_key for row in rows if row.number}
    others = bool(record.number and numbers) and record.number_key not in numbers
    return not others and any(leaves_out(row.name_key.split(), record.name_key.split()) for row in rows)


def leaves_out(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether the shorter name begins as the longer and has words of it only, in their order."""
    shorter, longer = sorted((one, other), key=len)
    rest = iter(longer)
    return len(shorter) > 1 and shorter[0] == longer[0] and all(word in rest for word in shorter)


def _same(one: str, other: str) -> bool:
    return bool(one) and one.casefold() == other.casefold()


def without_doubles(records: Iterable[Record]) -> tuple[list[Record], list[LeftOut]]:
    """One row for each person, in the order of the file, and the others with what they say otherwise."""
    people = _People()
    groups: dict[int, list[Record]] = {}
    for record in records:
        rows = people.rows_of(record)
        groups.setdefault(id(rows), rows)
    kept: list[Record] = []
    left_out: list[LeftOut] = []
    for rows in groups.values():
        fullest = max(rows, key=lambda row: len(row.said()))  # the first of equals
        kept.append(fullest)
        left_out += [LeftOut(row.row, _double(row, fullest)) for row in rows if row is not fullest]
    return sorted(kept, key=lambda record: record.row), left_out


def _double(row: Record, kept: Record) -> str:
    counted = kept.said()
    otherwise = [f"{field}: {text}" for field, text in row.said().items() if counted.get(field) != text]
    if fold(row.name) != fold(kept.name):
        otherwise.insert(0, f"Navn: {row.name}")
    reason = f"Samme person som i række {kept.row}, som siger mere."
    return (
        f"{reason} Her står i stedet {and_list(otherwise)}." if otherwise else f"Samme person som i række {kept.row}."
    )


def shared_mails(people: Iterable[Record]) -> list[Notice]:
    """A mail that several have: a stue's own, or one person under two names."""
    groups: dict[str, Rows] = defaultdict(list)
    for person in people:
        if person.mail:
            groups[person.mail.casefold()].append(person)
    return [_shared(rows) for rows in groups.values() if len(rows) > 1]


def _shared(rows: Rows) -> Notice:
    *_, last = rows
    names = and_list([row.name for row in rows])
    text = f"{names} har samme e-mail. Er det den samme person, så lad den ene række vente."
    return Notice(last.row, FIELD_TITLES["mail"], text, "mail")


# --- against the house ---------------------------------------------------------------------------


def match_people(records: Sequence[Record], present: Sequence[PresentPerson]) -> Matching:
    """Who of the house each record is."""
    matcher = _Matcher(list(records), {person.id: person for person in present})
    matcher.by(lambda r: r.number_key, lambda p: number_key(p.facts.number))
    matcher.by(lambda r: r.name_key, lambda p: fold(p.name), _other_person)
    matcher.by(lambda r: r.mail.casefold(), lambda p: p.facts.mail.casefold(), _other_number)
    unclear = {record.row: record.name for record in matcher.unclear()}
    known = sorted(matcher.found, key=lambda pair: pair[0].row)
    new = (record for record in matcher.waiting if record.row not in unclear)
    return Matching(tuple(known), tuple(new), tuple(LeftOut(row, _unclear(name)) for row, name in unclear.items()))


def _unclear(name: str) -> str:
    return f"Flere hedder {name}. Skriv medarbejdernummer både her og i Dagleder, så de kan kendes fra hinanden."


Key = Callable[[Record], str]
PersonKey = Callable[[PresentPerson], str]
Contradiction = Callable[[Record, PresentPerson], bool]


def _other_number(record: Record, person: PresentPerson) -> bool:
    return bool(record.number and person.facts.number) and record.number_key != number_key(person.facts.number)


def _other_person(record: Record, person: PresentPerson) -> bool:
    """The same name, and yet another: number and mail are both known and both differ."""
    mails = record.mail and person.facts.mail
    return _other_number(record, person) and bool(mails) and not _same(record.mail, person.facts.mail)


@dataclass
class _Matcher:
    waiting: list[Record]
    free: dict[int, PresentPerson]
    found: list[tuple[Record, PresentPerson]] = field(default_factory=list)

    def by(self, key: Key, person_key: PersonKey, contradicted: Contradiction = lambda _, __: False) -> None:
        """Joins those who are alone on both sides with a key; an empty key says nothing."""
        people = _by_key(self.free.values(), person_key)
        counts = Counter(map(key, self.waiting))
        rest = []
        for record in self.waiting:
            wanted = key(record)
            candidates = [p for p in people.get(wanted, ()) if not contradicted(record, p)] if wanted else []
            if len(candidates) == 1 and counts[wanted] == 1:
                self.found.append((record, candidates[0]))
                del self.free[candidates[0].id]
            else:
                rest.append(record)
        self.waiting = rest

    def unclear(self) -> list[Record]:
        """Those of whose name somebody is left in the house: it can't be seen whether they are others."""
        named = _by_key(self.free.values(), lambda p: fold(p.name))
        return [r for r in self.waiting if any(not _other_person(r, p) for p in named.get(r.name_key, ()))]


def _by_key(people: Iterable[PresentPerson], key: PersonKey) -> dict[str, list[PresentPerson]]:
    groups: dict[str, list[PresentPerson]] = defaultdict(list)
    for person in people:
        groups[key(person)].append(person)
    return groups
