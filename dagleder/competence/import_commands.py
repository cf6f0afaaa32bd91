"""`import competences`: a leader's own sheet of who can what, on the command line."""

from argparse import Namespace
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from dagleder.base.command import Answer, Argument, Command, Json, day_value
from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.text import fold, plural
from dagleder.competence.import_target import NEW
from dagleder.competence.import_values import ImportPlan, Outcome, SheetWishes
from dagleder.competence.service import CompetenceService
from dagleder.exchange.tables import ABOVE, Choices, read_table
from dagleder.exchange.tables_values import TableRead


def import_competences(competence: CompetenceService, read: Namespace) -> Answer:
    """Takes a sheet in as one step, or tells what it would do."""
    target = competence.import_target()
    table = read_table(read.file, target)
    if read.new_column:
        table = read_table(read.file, target, Choices(table.sheet, _new_columns(table, read.new_column)))
    wishes = SheetWishes(read.date)
    plan = competence.plan_import(table, wishes) if read.dry_run else competence.import_sheet(table, wishes)
    if not plan.useful:
        raise UserProblem(plan.nobody_known or f"Ingen af rækkerne i “{table.file_name}” kunne bruges.")
    value: Json = {
        "added": plan.count(Outcome.ADDED),
        "changed": plan.count(Outcome.CHANGED),
        "unchanged": plan.count(Outcome.UNCHANGED),
        "left_out": [{"row": item.row, "reason": item.reason} for item in plan.left_out],
        "warnings": [{"row": w.row, "column": w.column, "text": w.text} for w in plan.warnings],
    }
    older = [] if read.date else [cell.text for cell in table.left if cell.why == ABOVE and cell.sheet == table.sheet]
    return Answer(value, tuple(_lines(plan, older[:1], dry_run=read.dry_run)))


def _new_columns(table: TableRead, names: Iterable[str]) -> Mapping[int, str | None]:
    """The columns that are to become competences, by heading or letter."""
    chosen: dict[int, str | None] = {}
    for name in names:
        found = [column for column in table.columns if fold(name) in (fold(column.heading), fold(column.letter))]
        if not found:
            raise UserProblem(f"“{table.file_name}” har ingen kolonne, der hedder “{name}”.")
        chosen[found[0].index] = NEW
    return chosen


def _lines(plan: ImportPlan, above: Sequence[str], *, dry_run: bool) -> Iterable[str]:
    yield (
        f"{plural(plan.count(Outcome.ADDED), 'ny vurdering', 'nye vurderinger')}, "
        f"{plural(plan.count(Outcome.CHANGED), 'ændret', 'ændrede')}, "
        f"{plural(plan.count(Outcome.UNCHANGED), 'uændret', 'uændrede')}, "
        f"{plural(len(plan.left_out), 'række', 'rækker')} ikke brugt."
    )
    yield f"Vurderet den {day_text(plan.day, year=True)}."
    yield from (f"Over tabellen står “{text}”: er arket ældre, så skriv dagen med --date." for text in above)
    yield from (f"Ny kompetence: {new.draft.name}." for new in plan.new_competences)
    names = {person.row: person.name for person in plan.people}
    yield from (
        f"{names[cell.row]}, {cell.name}: {cell.words_before()} → {cell.words()}"
        for cell in plan.cells
        if cell.outcome is Outcome.CHANGED
    )
    yield from (f"Række {item.row} er ikke brugt. {item.reason}" for item in plan.left_out)
    yield from (f"Række {w.row}, {w.column}: {w.text}" for w in plan.warnings)
    if dry_run:
        yield "Intet er gemt."


COMMANDS = (
    Command(
        ("import", "competences"),
        "hent kompetencer fra et regneark",
        import_competences,
        (
            Argument(("file",), {"type": Path, "metavar": "FILE", "help": ".xlsx, .xls, .ods, .csv eller .tsv"}),
            Argument(("--dry-run",), {"action": "store_true", "help": "vis kun, hvad der ville ske"}),
            Argument(("--date",), {"type": day_value, "metavar": "DATO", "help": "dagen, vurderingerne er fra"}),
            Argument(
                ("--new-column",),
                {
                    "action": "append",
                    "default": [],
                    "metavar": "KOLONNE",
                    "help": "gør kolonnen til en ny kompetence; kan gives flere gange",
                },
            ),
        ),
        writes=True,
    ),
)
