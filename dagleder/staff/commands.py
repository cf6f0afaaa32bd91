"""Staff's part of the command line."""

from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from dagleder.base.command import Answer, Argument, Command, Json, out_argument, year_value
from dagleder.base.dates import hours_text
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import phone_text
from dagleder.base.text import plural
from dagleder.exchange.pdf import render_pdf
from dagleder.exchange.save import save_by_rename
from dagleder.exchange.tables import read_table
from dagleder.exchange.xlsx import render_xlsx
from dagleder.staff.import_target import STAFF_TARGET
from dagleder.staff.import_values import ImportPlan
from dagleder.staff.people import StaffRow
from dagleder.staff.roles import role_name
from dagleder.staff.service import StaffService

_MINUTES = 60


def list_staff(staff: StaffService, _: Namespace) -> Answer:
    """Everyone who has not left, also those who start later."""
    teams = staff.team_names()
    rows = staff.staff_list()
    value: list[Json] = [_as_json(row, teams.get(row.id, [])) for row in rows]
    return Answer(value, tuple(_lines(rows)) or ("Ingen medarbejdere endnu.",))


def _as_json(row: StaffRow, teams: list[str]) -> Json:
    return {
        "id": row.id,
        "number": row.number,
        "first_name": row.first_name,
        "last_name": row.last_name or None,
        "initials": row.initials,
        "role": row.role or None,
        "weekly_hours": None if row.minutes is None else _hours(row.minutes),
        "start": row.start.isoformat() if row.start else None,
        "teams": list(teams),
        "mail": row.mail or None,
        "phone": row.phone or None,
    }


def _hours(minutes: int) -> float | int:
    hours = round(minutes / _MINUTES, 2)
    return int(hours) if hours.is_integer() else hours


def _lines(rows: Iterable[StaffRow]) -> Iterable[str]:
    for row in rows:
        hours = f"{hours_text(row.minutes)} timer" if row.minutes is not None else ""
        parts = (row.team or "Uden stue", row.name, row.initials, role_name(row.role), hours, phone_text(row.phone))
        yield " · ".join(part for part in parts if part)


def import_staff(staff: StaffService, read: Namespace) -> Answer:
    """Takes a staff list in as one step, or tells what it would do."""
    table = read_table(read.file, STAFF_TARGET)
    plan = staff.plan_import(table) if read.dry_run else staff.import_staff(table)
    if not plan.useful:
        raise UserProblem(f"Ingen af rækkerne i “{table.file_name}” kunne bruges.")
    value: Json = {
        "added": len(plan.added),
        "changed": len(plan.changed),
        "unchanged": len(plan.unchanged),
        "left_out": [{"row": item.row, "reason": item.reason} for item in plan.left_out],
        "warnings": [{"row": w.row, "column": w.column, "text": w.text} for w in plan.warnings],
    }
    return Answer(value, tuple(_plan_lines(plan, dry_run=read.dry_run)))


def _plan_lines(plan: ImportPlan, *, dry_run: bool) -> Iterable[str]:
    yield (
        f"{plural(len(plan.added), 'ny', 'nye')}, {plural(len(plan.changed), 'ændret', 'ændrede')}, "
        f"{plural(len(plan.unchanged), 'uændret', 'uændrede')}, {len(plan.left_out)} ikke brugt."
    )
    if plan.new_teams:
        yield f"Nye stuer: {', '.join(plan.new_teams)}."
    for person in plan.changed:
        yield from (f"{person.name}: {c.field} {c.before or '–'} → {c.after}" for c in person.changes)
    yield from (f"Række {c.row}, {c.column}: {c.before} → {c.after}" for c in plan.corrections)
    yield from (f"Række {item.row} er ikke brugt. {item.reason}" for item in plan.left_out)
    yield from (f"Række {w.row}, {w.column}: {w.text}" for w in plan.warnings)
    if dry_run:
        yield "Intet er gemt."


def export_staff_list(staff: StaffService, read: Namespace) -> Answer:
    """The staff list as a file; its ending says which kind."""
    ending = read.out.suffix.casefold()
    if ending == ".pdf":
        content = render_pdf(staff.list_paper(read.year))
    elif ending == ".xlsx":
        content = render_xlsx([staff.list_sheet(read.year)], title="Medarbejdere")
    else:
        raise UserProblem(f"“{read.out.name}” skal ende på .pdf eller .xlsx.")
    save_by_rename(read.out, content)
    return Answer({"file": str(read.out)}, (f"Skrevet: {read.out}.",))


_FILE = Argument(("file",), {"type": Path, "metavar": "FILE", "help": ".xlsx, .xls, .ods, .csv eller .tsv"})
_DRY_RUN = Argument(("--dry-run",), {"action": "store_true", "help": "vis kun, hvad der ville ske"})

COMMANDS = (
    Command(("list", "staff"), "medarbejderne, der ikke er fratrådt", list_staff),
    Command(("import", "staff"), "hent medarbejdere fra et regneark", import_staff, (_FILE, _DRY_RUN), writes=True),
    Command(
        ("export", "staff-list"),
        "skriv medarbejderlisten som fil",
        export_staff_list,
        (
            Argument(("--year",), {"type": year_value, "metavar": "ÅR", "help": "alle, der var ansat det år"}),
            out_argument(".pdf eller .xlsx"),
        ),
    ),
)
