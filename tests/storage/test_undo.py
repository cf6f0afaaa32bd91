"""Undo and redo over any sequence of edits: all undone the house is as it was, all redone as it came to be."""

import random
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule
from sqlmodel import select

from dagleder.base.clock import FixedClock
from dagleder.models.settings import Site, Team
from dagleder.models.staff import Employee
from dagleder.storage import journal
from dagleder.storage.database import Database
from tests.conftest import NOW
from tests.storage.houses import Dump, add_site, copy_of, dump, rename_site
from tests.storage.seeds import LONG, seeded

CLOCK = FixedClock(NOW)
texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
picks = st.integers(0, 5)


class Undoing(RuleBasedStateMachine):
    """Edits through the door, with the house remembered before and after each step of history."""

    template: Path

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=self.template.parent))
        self.database = Database.open(copy_of(self.template, self.folder / "hus.dagleder"), clock=CLOCK)
        self.first = self.seen = dump(self.database)
        self.steps: dict[int, tuple[Dump, Dump]] = {}
        self.count = 0

    @initialize()
    def a_matrikel(self) -> None:
        self._write("Tilføj", lambda session: session.add(Site(name="Hovedhuset")))

    def _write(self, name, edit) -> None:
        with self.database.writing(name) as session:
            edit(session)
        self._remember()

    def _remember(self) -> None:
        before, self.seen = self.seen, dump(self.database)
        done = self.database.history()
        kept = {step.step for step in done}
        self.steps = {step: states for step, states in self.steps.items() if step in kept}
        if done and not done[0].undone and before != self.seen:
            self.steps[done[0].step] = (self.steps.get(done[0].step, (before, before))[0], self.seen)

    @rule(name=texts, count=st.integers(1, 3))
    def add_people(self, name, count) -> None:
        people = [Employee(first_name=name, initials=f"{self.count + n}", role="P") for n in range(count)]
        self.count += count
        self._write("Tilføj", lambda session: session.add_all(people))

    @rule(pick=picks, name=texts)
    def add_stue(self, pick, name) -> None:
        def edit(session) -> None:
            site = self._one(session, Site, pick)
            if site is not None:
                session.add(Team(name=name, site_id=site.id))

        self._write("Ny stue", edit)

    @rule(pick=picks, notes=texts, number=st.none() | st.integers(0, 3))
    def edit_person(self, pick, notes, number) -> None:
        def edit(session) -> None:
            person = self._one(session, Employee, pick)
            if person is not None:
                person.notes = notes
                person.birth_day = number

        self._write("Ret", edit)

    @rule(first=picks, second=picks)
    def trade_initials(self, first, second) -> None:
        def edit(session) -> None:
            one, other = self._one(session, Employee, first), self._one(session, Employee, second)
            if one is not None and one is not other:
                mine, one.initials = one.initials, "?"
                session.flush()
                theirs, other.initials = other.initials, mine
                session.flush()
                one.initials = theirs

        self._write("Byt", edit)

    @rule(pick=picks, table=st.sampled_from([Employee, Team]))
    def remove(self, pick, table) -> None:
        def edit(session) -> None:
            row = self._one(session, table, pick)
            if row is not None:
                session.delete(row)

        self._write("Slet", edit)

    @rule(leave=st.booleans())
    def turn_page_or_open_anew(self, leave) -> None:
        self.database.end_visit()
        if leave:
            self.database.close()
            self.database = Database.open(self.database.path, clock=CLOCK)

    @precondition(lambda self: self.database.undo_name() is not None)
    @rule()
    def undo(self) -> None:
        step = next(step.step for step in self.database.history() if not step.undone)
        self.database.undo()
        self.seen = dump(self.database)
        assert self.seen == self.steps[step][0]

    @precondition(lambda self: self.database.redo_name() is not None)
    @rule()
    def redo(self) -> None:
        before = [step.undone for step in self.database.history()]
        self.database.redo()
        after = self.database.history()
        (step,) = [step.step for step, was in zip(after, before, strict=True) if was and not step.undone]
        self.seen = dump(self.database)
        assert self.seen == self.steps[step][1]

    @staticmethod
    def _one(session, table, pick):
        rows = session.exec(select(table).order_by(table.id)).all()
        return rows[pick % len(rows)] if rows else None

    def teardown(self) -> None:
        while self.database.redo_name():
            self.database.redo()
        last = dump(self.database)
        while self.database.undo_name():
            self.database.undo()
        assert dump(self.database) == self.first
        while self.database.redo_name():
            self.database.redo()
        assert dump(self.database) == last
        assert self.database.check() == []
        self.database.close()
        shutil.rmtree(self.folder)


@pytest.fixture
def template(database):
    database.close()
    Undoing.template = database.path
    return database.path


CALM = settings(
    max_examples=25, stateful_step_count=25, suppress_health_check=list(HealthCheck), print_blob=True, deadline=None
)


@pytest.mark.usefixtures("template")
def test_any_sequence_of_edits_is_undone_and_redone():
    from hypothesis.stateful import run_state_machine_as_test  # noqa: PLC0415 -- beside its use

    run_state_machine_as_test(Undoing, settings=CALM)


@LONG
@pytest.mark.usefixtures("template")
def test_ten_thousand_sequences_are_undone_and_redone():
    from hypothesis.stateful import run_state_machine_as_test  # noqa: PLC0415 -- beside its use

    run_state_machine_as_test(Undoing, settings=settings(CALM, max_examples=10_000))


def at_random(database, chance, steps):
    """So many steps of history, mixed; gives the house after each."""
    sites = [add_site(database, "Hovedhuset")]
    states = [dump(database)]
    while len(states) < steps:
        if chance.random() < 0.5:
            sites.append(add_site(database, f"Hus {len(states)}"))
        else:
            database.end_visit()
            rename_site(database, chance.choice(sites), f"Navn {len(states)}")
        states.append(dump(database))
    return states


def test_finding_the_step_to_undo_costs_the_same_however_many_are_undone(database):
    for number in range(300):
        add_site(database, f"Hus {number}")
    costs = []
    for undone in (1, 298):
        for _ in range(undone):
            database.undo()
        with database._open.ready_reader() as connection:
            steps: list[int] = []
            connection.set_progress_handler(lambda told=steps: told.append(1), 1)
            journal.undo_name(connection)
            connection.set_progress_handler(None, 1)
        costs.append(len(steps))
    assert database.undo_name() == "Tilføj Hus 0"
    assert costs[1] < costs[0] + 20


@seeded
def test_a_thousand_steps_are_undone_over_restarts_and_redone(database, clock, seed):
    chance = random.Random(seed)
    empty = dump(database)
    states = at_random(database, chance, 1000)
    house = database
    for state in [*reversed(states[:-1]), empty]:
        if chance.random() < 0.01:
            house.close()
            house = Database.open(house.path, clock=clock)
        house.undo()
        if chance.random() < 0.05:
            assert dump(house) == state
    assert dump(house) == empty
    for _ in states:
        house.redo()
    assert dump(house) == states[-1]
    house.close()
