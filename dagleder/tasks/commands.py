"""The tasks' part of the command line."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dagleder.base.command import Answer, Argument, Command, Json, day_value, out_argument
from dagleder.base.dates import day_text
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import parse_hours
from dagleder.base.text import and_list, fold
from dagleder.base.typed_dates import parse_coming_date
from dagleder.exchange.pdf import render_pdf
from dagleder.exchange.save import save_by_rename
from dagleder.exchange.xlsx import render_xlsx
from dagleder.tasks.drafts import PersonDraft, TaskDraft
from dagleder.tasks.kinds import Kind, usual_level
from dagleder.tasks.lists import due_text, follow_up_text, grouped, overdue, people_text, to_ask_about
from dagleder.tasks.needs import Need
from dagleder.tasks.register import Register
from dagleder.tasks.reports import Whose
from dagleder.tasks.service import TasksService
from dagleder.tasks.states import MANDATE_NAMES, Mandate, State
from dagleder.tasks.task import Task

_STATES = ("open", "done", "all")


def list_tasks(service: TasksService, arguments: Namespace) -> Answer:
    """Those still to be done by deadline, or those done, or all."""
    tasks = [task for task in service.tasks(ended=True) if _wanted(task, arguments.state)]
    today = service.today()
    lines = [
        line
        for group in grouped(tasks, today)
        for line in (f"{group.name}:", *(f"  {_line(task, today)}" for task in group.tasks))
    ]
    return Answer([_value(task, today) for task in tasks], tuple(lines) or ("Ingen opgaver.",))


def _wanted(task: Task, state: str) -> bool:
    return state == "all" or (task.state is State.DONE if state == "done" else not task.ended)


def _value(task: Task, today: date) -> Json:
    return {
        "id": task.id,
        "title": task.title,
        "kind": task.kind.name if task.kind else None,
        "due": task.due.isoformat() if task.due else None,
        "first": task.first.isoformat() if task.first else None,
        "team": task.team_name or None,
        "people": [{"employee": person.name, "part": person.part} for person in task.people],
        "state": task.state,
        "own": task.own,
        "mandate": task.mandate,
        "needs": [{"competence": need.name, "level": need.level, "must": need.must} for need in task.needs],
        "overdue": overdue(task, today),
        "origin": task.origin.text or None,
    }


def _line(task: Task, today: date) -> str:
    asked = to_ask_about(task, today)
    follow_up = follow_up_text(asked, today).rstrip(".") if asked else ""
    who = people_text(task, today=today)
    parts = (f"{task.id}", task.title, who, task.team_name, due_text(task, today), follow_up)
    return " · ".join(part for part in parts if part)


_ANY_DAY = date(2000, 1, 3)


def add_task(service: TasksService, arguments: Namespace) -> Answer:
    """A new task from a quick line and what is told beside it."""
    read = service.quick(arguments.text)
    line = read.draft()
    draft = _draft(line, service.register(), arguments, service.today())
    task_id = service.add(draft)
    unread = [read.note.sentence] if read.note and draft.due is None else []
    told = [*unread, *_overruled(line, draft), *(finding.text for finding in service.findings(task_id))]
    return Answer({"id": task_id}, (f"Ny opgave {task_id}: {draft.title}.", *told))


def _due_text(text: str) -> str:
    """The type of '--due': what its field reads. Which day it is depends on today, whether it is one does not."""
    try:
        parse_coming_date(text, today=_ANY_DAY)
    except UserProblem as problem:
        raise ArgumentTypeError(problem.sentence) from problem
    return text


def _draft(draft: TaskDraft, register: Register, arguments: Namespace, today: date) -> TaskDraft:
    """The quick line with what was told beside it: more people, and the rest in its place."""
    named = [PersonDraft(register.employee(text).id) for text in arguments.to]
    people = tuple(dict.fromkeys((*draft.people, *named)))
    kind = register.kind(arguments.kind) if arguments.kind else None
    return replace(
        draft,
        kind_id=kind.id if kind else None,
        due=parse_coming_date(arguments.due, today=today) if arguments.due else draft.due,
        first=arguments.first,
        team_id=register.team(arguments.team).id if arguments.team else draft.team_id,
        people=people,
        own=draft.own and not people,
        minutes=parse_hours(arguments.hours) if arguments.hours else None,
        weekly=arguments.weekly,
        mandate=_mandate(arguments.mandate) if arguments.mandate else draft.mandate,
        needs=_needs(register, kind, arguments),
    )


def _overruled(line: TaskDraft, draft: TaskDraft) -> Iterator[str]:
    """What the line told otherwise."""
    told = (
        f"fristen {day_text(line.due, year=True)}" if line.due and line.due != draft.due else "",
        "stuen" if line.team_id is not None and line.team_id != draft.team_id else "",
        f"beføjelsen {MANDATE_NAMES[line.mandate]}" if line.mandate and line.mandate is not draft.mandate else "",
        "@mig" if line.own and not draft.own else "",
    )
    if names := [each for each in told if each]:
        yield f"Ikke brugt fra linjen: {and_list(names)}."


def _needs(register: Register, kind: Kind | None, arguments: Namespace) -> tuple[Need, ...]:
    """Those of the kind, and those told; told again a competence has the level that was told."""
    usual = usual_level(kind)
    told = [register.need(text, usual, must=True) for text in arguments.needs]
    told += [register.need(text, usual, must=False) for text in arguments.wish]
    named = {need.competence_id for need in told}
    return (*(need for need in (kind.needs if kind else ()) if need.competence_id not in named), *told)


def _mandate(text: str) -> Mandate:
    for mandate, name in MANDATE_NAMES.items():
        if fold(text) in (fold(name), mandate.value):
            return mandate
    raise UserProblem("Skriv orientér, indstil eller beslut.", field="mandate")


def export_tasks(service: TasksService, arguments: Namespace) -> Answer:
    """The list of the house, of one of the staff or of a stue; the file's ending says which kind."""
    whose = _whose(service.register(), arguments)
    ending = arguments.out.suffix.casefold()
    if ending == ".pdf":
        content = render_pdf(service.list_paper(whose))
    elif ending == ".xlsx":
        content = render_xlsx([service.list_sheet(whose)], title="Opgaver")
    else:
        raise UserProblem(f"“{arguments.out.name}” skal ende på .pdf eller .xlsx.")
    save_by_rename(arguments.out, content)
    return Answer({"file": str(arguments.out)}, (f"Skrevet: {arguments.out}.",))


def _whose(register: Register, arguments: Namespace) -> Whose:
    person = register.employee(arguments.employee) if arguments.employee else None
    team = register.team(arguments.team) if arguments.team else None
    names = [each.name for each in (person, team) if each]
    return Whose(" · ".join(names), person.id if person else None, team.id if team else None)


_MANY = {"nargs": "+", "action": "extend", "default": []}
_TEAM = Argument(("--team",), {"metavar": "STUE"})

COMMANDS = (
    Command(
        ("tasks", "add"),
        "ny opgave; teksten må være en hurtiglinje: 'Legepladseftersyn @ok fre'",
        add_task,
        (
            Argument(("text",), {"metavar": "TEXT"}),
            Argument(("--kind",), {"metavar": "OPGAVETYPE"}),
            Argument(
                ("--due",), {"type": _due_text, "metavar": "DATO", "help": "fristen: 2027-04-01, 1/4, om 14 dage"}
            ),
            Argument(("--from",), {"type": day_value, "metavar": "DATO", "dest": "first"}),
            _TEAM,
            Argument(("--to",), {**_MANY, "metavar": "EMPLOYEE"}),
            Argument(("--hours",), {"metavar": "TIMER"}),
            Argument(("--weekly",), {"action": "store_true", "help": "timerne er om ugen"}),
            Argument(("--needs",), {**_MANY, "metavar": "KOMPETENCE@NIVEAU"}),
            Argument(("--wish",), {**_MANY, "metavar": "KOMPETENCE@NIVEAU"}),
            Argument(("--mandate",), {"metavar": "BEFØJELSE", "help": "orientér, indstil eller beslut"}),
        ),
        writes=True,
    ),
    Command(
        ("tasks", "list"),
        "opgaverne efter frist",
        list_tasks,
        (Argument(("--state",), {"choices": _STATES, "default": _STATES[0]}),),
    ),
    Command(
        ("export", "task-list"),
        "opgavelisten som fil",
        export_tasks,
        (Argument(("--employee",), {"metavar": "EMPLOYEE"}), _TEAM, out_argument(".pdf eller .xlsx")),
    ),
)
