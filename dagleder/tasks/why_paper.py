"""'Hvorfor fik jeg den?': one page for whoever got a task, about her and nobody else."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from dagleder.base.dates import day_text, hours_words, long_day_text, period_text
from dagleder.base.text import and_list, capitalised
from dagleder.exchange.paper import Block, Column, Document, Heading, Note, Paragraph, Table, Title, Tone
from dagleder.tasks.criteria import CRITERION_NAMES, HIGHEST, Criterion
from dagleder.tasks.delegation import Delegated
from dagleder.tasks.states import Mandate
from dagleder.tasks.task import Task

TITLE: Final = "Hvorfor fik jeg opgaven?"
LEARNERS: Final = "Hvorfor lærer jeg med?"

_FROM_YOU: Final = {
    Mandate.INFORM: "Orientér: du undersøger og fortæller, og din leder beslutter.",
    Mandate.PROPOSE: "Indstil: du foreslår en løsning, og din leder siger ja eller nej.",
    Mandate.DECIDE: "Beslut: du beslutter selv og fortæller, hvad det blev til.",
}
_COLUMNS: Final = (
    Column("Hensyn", width=90, tone=Tone.STRONG),
    Column("Det, din leder kunne se", wraps=True),
    Column("0–4", width=40),
)


def why_paper(delegated: Delegated, task: Task, house_name: str, today: date) -> Document:
    """What was asked, the four facts about her as they stood, the leader's reason, the mandate and the day."""
    return Document(
        title=_title(delegated),
        subtitle=f"{task.title}: {delegated.name}",
        house_name=house_name,
        printed_on=today,
        confidential=True,
        blocks=tuple(_blocks(delegated, task)),
    )


def _blocks(delegated: Delegated, task: Task) -> Iterator[Block]:
    given = f"{delegated.name} · givet {long_day_text(delegated.day)}"
    yield Title(task.title, subtitle=given, kicker=_title(delegated))
    if task.description:
        yield Paragraph(task.description)
    yield Heading("Hvad opgaven gik ud på")
    for line in _asked(task):
        yield Paragraph(line, above=3)
    yield Heading("Hvad der talte")
    rows = tuple(_row(each, delegated) for each in Criterion)
    yield Table(_COLUMNS, rows, row_height=22)
    yield Paragraph(
        "De fire hensyn er et oplæg, som de stod den dag. De lægges ikke sammen, og valget er din leders.", above=8
    )
    yield Heading("Din leders begrundelse")
    yield Note((delegated.reason or "Der er ikke skrevet en begrundelse. Spørg din leder.",))
    if delegated.mandate or delegated.partner:
        yield Heading("Du lærer med" if delegated.learns else "Nu er opgaven din")
    if delegated.mandate:
        yield Paragraph(_FROM_YOU[delegated.mandate], above=3)
    if delegated.partner:
        yield Paragraph(_to_turn_to(delegated), above=3)


def _to_turn_to(delegated: Delegated) -> str:
    """Whoever learns along is told who got the task: nobody else on her paper does."""
    if delegated.learns:
        return f"Opgaven blev givet til {delegated.partner}, som du kan bruge som sparringspartner."
    return f"Du kan bruge {delegated.partner} som sparringspartner."


def _title(delegated: Delegated) -> str:
    return LEARNERS if delegated.learns else TITLE


def _row(criterion: Criterion, delegated: Delegated) -> tuple[str, str, str]:
    valued = delegated.values[criterion]
    return CRITERION_NAMES[criterion], valued.fact, f"{valued.value} af {HIGHEST}"


def _asked(task: Task) -> Iterator[str]:
    if task.kind:
        yield f"Type: {task.kind.name}."
    yield f"Gælder: {task.team_name or 'hele huset'}."
    if task.first and task.due:
        yield f"Tid: {period_text(task.first, task.due, year=True)}."
    elif task.due:
        yield f"Frist: {day_text(task.due, year=True)}."
    if task.minutes is not None:
        yield f"Omfang: {hours_words(task.minutes)}{' om ugen' if task.weekly else ''}."
    for must, word in ((True, "kræver"), (False, "ønsker")):
        if needs := [need.text for need in task.needs if need.must is must]:
            yield f"Opgaven {word}: {and_list(needs)}."
    if task.origin.text:
        yield f"Kommer fra: {capitalised(task.origin.text)}."
