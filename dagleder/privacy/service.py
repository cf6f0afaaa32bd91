"""What is kept about whom: told on paper, and erased for good."""

from collections.abc import Sequence
from itertools import chain

from dagleder.base.clock import Clock
from dagleder.base.errors import Bug
from dagleder.exchange.paper import Document
from dagleder.privacy.copies import NameInCopies
from dagleder.privacy.erasing import ErasePreview, EraseReceipt
from dagleder.privacy.facts import PersonFacts, fact_tables, history_table
from dagleder.privacy.kommune import Keeping
from dagleder.privacy.mentions import mentions
from dagleder.privacy.reading import names_in, rows_of
from dagleder.privacy.relations import PersonRows, delete_rows, recorded_about, rows_about, rows_naming
from dagleder.privacy.reports import person_paper, receipt_paper, record_paper, staff_information
from dagleder.privacy.retention import Leaver, leavers_due
from dagleder.privacy.told import NAMED_IN, TOLD
from dagleder.settings.service import SettingsService
from dagleder.staff.people import Person
from dagleder.staff.service import StaffService
from dagleder.storage.database import Database


class PrivacyService:
    """Erasing is the one thing here that changes anything, and the one thing of the house without undo."""

    def __init__(self, database: Database, clock: Clock, settings: SettingsService, staff: StaffService) -> None:
        self._database = database
        self._clock = clock
        self._settings = settings
        self._staff = staff

    # --- texts for the kommune and the staff -------------------------------------------------

    def keeping(self) -> Keeping:
        house = self._settings.house()
        return Keeping(
            house_name=house.name,
            municipality=house.municipality,
            leader_name=house.leader_name,
            protected=self._database.has_password,
            lock_minutes=house.lock_minutes,
            retention_months=house.retention_months,
            backup_place=bool(house.backup_place),
        )

    def record_paper(self) -> Document:
        """The ready paragraph for the kommune's record of processing."""
        return record_paper(self.keeping(), self._clock.today())

    def staff_information(self) -> Document:
        return staff_information(self.keeping(), self._clock.today())

    # --- 'Oplysninger til medarbejderen' -----------------------------------------------------

    def facts(self, employee_id: int) -> PersonFacts:
        """Everything kept about one person, and what the history keeps of it."""
        person = self._staff.person(employee_id)
        with self._database.reading() as session:
            rows, named = rows_about(session, person.id, person.name), rows_naming(session, person.id)
            kept = [(told, name, rows[name]) for name, told in TOLD.items()]
            kept += [(told, place[0], named[place]) for place, told in NAMED_IN.items()]
            names = names_in(session)
            tables = tuple(
                chain.from_iterable(fact_tables(told, rows_of(session, name, ids), names) for told, name, ids in kept)
            )
        history = history_table(recorded_about(self._database, employee_id), names)
        return PersonFacts(person.name, tables, history)

    def person_paper(self, employee_id: int) -> Document:
        return person_paper(self.facts(employee_id), self._settings.house().name, self._clock.today())

    # --- erasing -----------------------------------------------------------------------------

    def leavers_due(self) -> list[Leaver]:
        """Those who left longer ago than the house keeps leavers, the longest gone first: a list to be approved."""
        rows = self._staff.staff_list(left=True)
        return leavers_due(rows, self._settings.house().retention_months, self._clock.today())

    def preview(self, employee_id: int) -> ErasePreview:
        """What erasing her would take, and where her name would still stand."""
        person = self._staff.person(employee_id)
        with self._database.reading() as session:
            rows = rows_about(session, person.id, person.name)
            return ErasePreview(
                employee_id=employee_id,
                name=person.name,
                counts={table: len(found) for table, found in rows.items()},
                recorded=len(recorded_about(self._database, employee_id).changes),
                mentions=mentions(session, self._names_of(person), rows),
                still_employed=not person.has_left(self._clock.today()),
            )

    def erase(self, employee_id: int) -> EraseReceipt:
        """'Slet helt': every row about her, in the house, its history and its copies. Nothing brings her back."""
        (receipt,) = self.erase_all([employee_id])
        return receipt

    def erase_all(self, employee_ids: Sequence[int]) -> list[EraseReceipt]:
        """Several at once, as approved on the list of leavers: the copies are written anew only once."""
        people = [self._staff.person(employee_id) for employee_id in employee_ids]
        names = {person.id: self._names_of(person) for person in people}
        gone: dict[int, PersonRows] = {}
        copies = {person.id: NameInCopies(person.name, names[person.id]) for person in people}
        with self._database.erasing("Slet medarbejdere helt" if people[1:] else "Slet en medarbejder helt") as erasure:
            for person in people:
                gone[person.id] = rows_about(erasure.session, person.id, person.name)
                delete_rows(erasure.session, gone[person.id], rows_naming(erasure.session, person.id))
                # The last is where her fields' text in the making is kept.
                erasure.forget(*names[person.id], person.facts.initials, f"staff/{person.id}")
                erasure.in_each_copy(copies[person.id].erase)
            left = {person.id: mentions(erasure.session, names[person.id], {}) for person in people}
        receipt = erasure.receipt
        if receipt is None:
            raise Bug("An erasure that was left without error has a receipt")
        return [
            EraseReceipt(
                name=person.name,
                erased_on=self._clock.today(),
                counts={table: len(found) for table, found in gone[person.id].items()},
                copies=receipt.copies,
                not_reached=receipt.not_reached,
                mentions=left[person.id],
                in_copies=copies[person.id].places(),
            )
            for person in people
        ]

    def receipt_paper(self, receipt: EraseReceipt) -> Document:
        return receipt_paper(receipt, self._settings.house().name)

    def _names_of(self, person: Person) -> tuple[str, ...]:
        """What she is called in texts: her full name, and of the others those that nobody else has."""
        rows = [row for row in self._staff.staff_list(left=True) if row.id != person.id]
        taken = {name for row in rows for name in (row.first_name, row.last_name, row.known_as)}
        alone = (person.facts.first_name, person.facts.last_name, person.called)
        return tuple(dict.fromkeys([person.name, *(name for name in alone if name and name not in taken)]))
