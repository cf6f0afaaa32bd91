"""Delegation's part of the command line."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Iterator
from dataclasses import asdict

from dagleder.base.command import Answer, Argument, Command, Json, out_argument
from dagleder.base.errors import UserProblem
from dagleder.base.text import and_list, fold
from dagleder.exchange.pdf import render_pdf
from dagleder.exchange.save import save_by_rename
from dagleder.tasks.criteria import CRITERION_NAMES, Criterion
from dagleder.tasks.delegation_service import DelegationService
from dagleder.tasks.kinds import WEIGHT_NAMES, Weights
from dagleder.tasks.suggestion import DIRECTION_NAMES, Candidate, Pointed, Suggestion


def suggest(service: DelegationService, arguments: Namespace) -> Answer:
    """Everybody in the light of one task, by its kind's weights or others; without a task three names for each."""
    if arguments.task is None:
        return _suggest_all(service)
    suggestion = service.suggest(arguments.task, arguments.weights)
    value: Json = {
        "task": suggestion.task_id,
        "title": suggestion.title,
        "weights": asdict(suggestion.weights),
        "candidates": [_candidate(each) for each in suggestion.candidates],
        "excluded": [
            {
                "employee": each.name,
                "employee_id": each.employee_id,
                "reason": each.reason,
                "can_learn": each.can_learn,
            }
            for each in suggestion.left_out
        ],
        "directions": {each.direction.value: _pointed(each) for each in suggestion.directions},
    }
    return Answer(value, tuple(_lines(suggestion)))


def _suggest_all(service: DelegationService) -> Answer:
    """The first three for every task that nobody has."""
    found = service.suggest_all()
    value: list[Json] = [
        {"task": task_id, "title": hint.title, "employees": list(hint.names), "employee_ids": list(hint.employee_ids)}
        for task_id, hint in found.items()
    ]
    lines = (f"{task_id} · {hint.title}: {', '.join(hint.names) or 'ingen'}" for task_id, hint in found.items())
    return Answer(value, tuple(lines) or ("Alle opgaver er fordelt.",))


def _candidate(candidate: Candidate) -> Json:
    return {
        "employee": candidate.name,
        "employee_id": candidate.employee_id,
        **{each.value: asdict(candidate.values[each]) for each in Criterion},
        "sentence": candidate.sentence,
    }


def _pointed(pointed: Pointed) -> Json:
    return {
        "employee_id": pointed.employee_id,
        "partner_id": pointed.partner_id,
        "learns_along": pointed.learns_along,
        "why": pointed.why,
    }


def _lines(suggestion: Suggestion) -> Iterator[str]:
    yield f"{suggestion.title}:"
    for candidate in suggestion.candidates:
        yield f"  {candidate.sentence}"
    for title, people in (("Mangler krav", suggestion.lacking), ("Kan ikke vælges", suggestion.excluded)):
        if people:
            yield f"{title}:"
        yield from (f"  {each.name}: {each.reason}" for each in people)
    yield from (f"{DIRECTION_NAMES[each.direction]}: {each.why}" for each in suggestion.directions)


def weights_value(text: str) -> Weights:
    """The type of '--weights relevans=3,readiness=1'; those not told are 'Noget'."""
    told: dict[str, int] = {}
    for part in text.split(","):
        name, _, number = part.strip().partition("=")
        key = _CRITERIA.get(fold(name))
        if key in told:
            raise ArgumentTypeError(f"“{name}” er nævnt to gange. Skriv hvert hensyn én gang.")
        if key is None or number not in {str(each) for each in WEIGHT_NAMES}:
            raise ArgumentTypeError(f"“{part.strip()}” er ikke en vægt. Skriv fx relevans=3,parathed=1.")
        told[key] = int(number)
    return Weights(**told)


_CRITERIA = {fold(name): each.value for each in Criterion for name in (each.value, CRITERION_NAMES[each])}


def export_why(service: DelegationService, arguments: Namespace) -> Answer:
    """The newest choice of a task on a page, for whoever got it; of several she who is named first."""
    if arguments.out.suffix.casefold() != ".pdf":
        raise UserProblem(f"“{arguments.out.name}” skal ende på .pdf.")
    found = service.delegations(arguments.task)
    if not found:
        raise UserProblem("Opgaven er ikke givet efter de fire hensyn, så der er intet valg at vise.")
    save_by_rename(arguments.out, render_pdf(service.why_paper(found[0].id)))
    return Answer({"file": str(arguments.out)}, (f"Skrevet: {arguments.out}.",))


_TASK = Argument(("task",), {"type": int, "metavar": "TASK_ID"})
_MAYBE_TASK = Argument(("task",), {**_TASK.options, "nargs": "?", "help": "uden: tre navne til hver ufordelt opgave"})
_WEIGHED = and_list([name.casefold() for name in CRITERION_NAMES.values()])

COMMANDS = (
    Command(
        ("tasks", "suggest"),
        "hvem en opgave kunne gives til, efter de fire hensyn",
        suggest,
        (
            _MAYBE_TASK,
            Argument(
                ("--weights",), {"type": weights_value, "metavar": "HENSYN=1-3,…", "help": f"{_WEIGHED}; 3 vejer mest"}
            ),
        ),
    ),
    Command(
        ("export", "task-reason"),
        "“Hvorfor fik jeg opgaven?” som .pdf",
        export_why,
        (_TASK, out_argument(".pdf")),
    ),
)
