"""Departure's part of the command line: what somebody would leave, and the hand-over plan as a file."""

from argparse import Namespace

from dagleder.base.command import Answer, Argument, Command, Json, day_value, out_argument
from dagleder.base.errors import UserProblem
from dagleder.departure.orphans import Departure, Line
from dagleder.departure.reports import day_line
from dagleder.departure.service import DepartureService
from dagleder.exchange.pdf import render_pdf
from dagleder.exchange.save import save_by_rename
from dagleder.exchange.xlsx import render_xlsx


def departure(service: DepartureService, read: Namespace) -> Answer:
    """What would be without an owner if she stopped; nothing is changed."""
    found = service.would_leave(service.person_named(read.employee), read.date)
    value: Json = {
        "employee": found.name,
        "date": found.day.isoformat(),
        "sections": [
            {"key": each.key, "title": each.title, "lines": [_value(line) for line in each.lines]}
            for each in found.sections
        ],
    }
    return Answer(value, tuple(_lines(found)))


def _value(line: Line) -> Json:
    return {"what": line.what, "detail": line.detail, "successor": line.successor}


def _lines(found: Departure) -> list[str]:
    lines = [f"{found.name}: {day_line(found)}"]
    for section in found.filled:
        lines += [
            section.title,
            *(f"  {line.what}. {line.detail} Kan tage over: {line.successor or '–'}." for line in section.lines),
        ]
    return lines if found.count else [*lines, "Intet ville stå uden ejer."]


def export_handover(service: DepartureService, read: Namespace) -> Answer:
    """The hand-over plan as a file; its ending says which kind."""
    employee_id, ending = service.person_named(read.employee), read.out.suffix.casefold()
    if ending == ".pdf":
        content = render_pdf(service.handover_paper(employee_id, read.date))
    elif ending == ".xlsx":
        content = render_xlsx([service.handover_sheet(employee_id, read.date)], title="Overdragelsesplan")
    else:
        raise UserProblem(f"“{read.out.name}” skal ende på .pdf eller .xlsx.")
    save_by_rename(read.out, content)
    return Answer({"file": str(read.out)}, (f"Skrevet: {read.out}.",))


_WHO_AND_WHEN = (
    Argument(("employee",), {"metavar": "EMPLOYEE", "help": "nummer, initialer eller hele navnet"}),
    Argument(
        ("--date",), {"type": day_value, "metavar": "DATO", "help": "den sidste dag; ellers den aftalte, eller i dag"}
    ),
)

COMMANDS = (
    Command(("departure",), "hvad der ville stå uden ejer, hvis en medarbejder stoppede", departure, _WHO_AND_WHEN),
    Command(
        ("export", "handover"),
        "overdragelsesplanen som fil",
        export_handover,
        (*_WHO_AND_WHEN, out_argument(".pdf eller .xlsx")),
    ),
)
