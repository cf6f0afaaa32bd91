"""Tasks on paper and as a spreadsheet: the list with boxes to tick, and how tasks are spread."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dagleder.base.dates import hours_text, long_day_text, period_text
from dagleder.base.text import and_list, plural
from dagleder.exchange.paper import (
    A4,
    Align,
    Badge,
    Block,
    Cell,
    Column,
    Document,
    DrawingBlock,
    Heading,
    Paragraph,
    Run,
    Spacer,
    Table,
    Title,
    Tone,
)
from dagleder.exchange.xlsx import Sheet
from dagleder.settings.house import HouseSettings
from dagleder.tasks.lists import due_text, grouped, overdue, people_text
from dagleder.tasks.spread import SHARED, Share, Spread
from dagleder.tasks.spread_drawing import LEGEND, share_text, spread_drawings
from dagleder.tasks.states import MANDATE_NAMES, PART_NAMES, STATE_NAMES, Part
from dagleder.tasks.task import Task

_MINUTES: Final = 60
_ROW: Final = 18.0
_WITH: Final = {Part.OWNER: "ansvarlig med", Part.LEARNER: "lærer med", Part.PARTNER: "sparring med"}
_BOX, _TICKED_BOX = Badge(" ", "outline"), Badge("×", "outline")


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose list a paper is: of one of the staff, of a stue, of both, or of the house. `name` is told.

    `task_ids`: exactly these, also those that ended; `narrowed` tells how they were picked out.
    """

    name: str = ""
    employee_id: int | None = None
    team_id: int | None = None
    task_ids: frozenset[int] | None = None
    narrowed: str = ""

    def has(self, task: Task) -> bool:
        if self.task_ids is not None and task.id not in self.task_ids:
            return False
        hers = self.employee_id is None or task.has(self.employee_id)
        return hers and (self.team_id is None or task.team_id == self.team_id)


EVERYBODY: Final = Whose()


# --- the list ------------------------------------------------------------------------------------


def list_paper(tasks: Sequence[Task], whose: Whose, house: HouseSettings, today: date) -> Document:
    """Tasks by deadline; on somebody's own list each with its checklist.

    When the leader will follow up is her own affair: others are handed the paper.
    """
    chosen = [replace(task, follow_ups=()) for task in tasks if whose.has(task)]
    title = f"Opgaver · {whose.name}" if whose.name else "Opgaver"
    count = plural(len(chosen), "opgave", "opgaver")
    told = (house.name, long_day_text(today), count, whose.narrowed)
    blocks: list[Block] = [Title(title, subtitle=" · ".join(part for part in told if part))]
    paper = _Paper(whose, house.leader_name or "Lederen", today)
    for group in grouped(chosen, today):
        rows = tuple(row for task in group.tasks for row in paper.rows(task))
        blocks += [Heading(group.name), Table(paper.columns(), rows, row_height=_ROW)]
    if not chosen:
        blocks.append(Paragraph("Ingen opgaver lige nu."))
    return Document(
        title, tuple(blocks), house.name, today, subtitle=f"Opgaver i {house.name}", confidential=True, footer=title
    )


@dataclass(frozen=True, slots=True)
class _Paper:
    """The table of a list: somebody's own has her part in place of who has it, a stue's no column of stuer."""

    whose: Whose
    leader: str
    today: date

    @property
    def _personal(self) -> bool:
        return self.whose.employee_id is not None

    def columns(self) -> tuple[Column, ...]:
        who = Column("Din del", width=98, wraps=True) if self._personal else Column("Ansvarlig", width=98, wraps=True)
        place = () if self.whose.team_id is not None else (Column("Stue", width=62),)
        head = (Column("", width=12), Column("Opgave", wraps=True), who, *place)
        return (*head, Column("Frist", width=104, wraps=True), Column("Beføjelse", width=52))

    def rows(self, task: Task) -> Iterator[tuple[Cell, ...]]:
        place = () if self.whose.team_id is not None else (task.team_name or "Hele huset",)
        mandate = MANDATE_NAMES[task.mandate] if task.mandate else ""
        yield _BOX, self._title(task), self._who(task), *place, self._due(task), mandate
        for step in task.steps if self._personal else ():
            box = _TICKED_BOX if step.done_on else _BOX
            yield box, (Run(step.text, Tone.MUTED),)

    def _title(self, task: Task) -> Cell:
        again = (Run(f" · {task.repeat.text}", Tone.MUTED),) if task.repeat else ()
        return (Run(task.title, Tone.STRONG), *again)

    def _who(self, task: Task) -> str:
        if not self._personal:
            return people_text(task, self.leader, today=self.today)
        part = next(each.part for each in task.people if each.employee_id == self.whose.employee_id)
        owners = [each.called for each in task.owners if each.employee_id != self.whose.employee_id]
        return f"{_WITH[part]} {and_list(owners)}" if owners else PART_NAMES[part]

    def _due(self, task: Task) -> Cell:
        tone = Tone.STRONG if overdue(task, self.today) else Tone.PLAIN
        return (Run(due_text(task, self.today), tone),)


def list_sheet(tasks: Sequence[Task], whose: Whose) -> Sheet:
    """A row for each task, also those that ended."""
    headings = ("Opgave", "Type", "Ansvarlig", "Med i opgaven", "Stue", "Fra", "Frist", "Timer", "Timer om ugen")
    more = ("Beføjelse", "Krav", "Ønsker", "Kommer fra", "Status", "Sluttede", "Gentages")
    rows = tuple(_sheet_row(task) for task in tasks if whose.has(task))
    return Sheet("Opgaver", (*headings, *more), rows)


def _sheet_row(task: Task) -> tuple[str | float | date | None, ...]:
    hours = None if task.minutes is None else round(task.minutes / _MINUTES, 2)
    return (
        task.title,
        task.kind.name if task.kind else None,
        "Lederen" if task.own and not task.owners else ", ".join(person.name for person in task.owners) or None,
        ", ".join(f"{each.name} ({PART_NAMES[each.part]})" for each in task.people if each.part is not Part.OWNER),
        task.team_name or "Hele huset",
        task.first,
        task.due,
        None if task.weekly else hours,
        hours if task.weekly else None,
        MANDATE_NAMES[task.mandate] if task.mandate else None,
        ", ".join(need.text for need in task.needs if need.must) or None,
        ", ".join(need.text for need in task.needs if not need.must) or None,
        task.origin.text or None,
        STATE_NAMES[task.state],
        task.ended_on,
        task.repeat.text if task.repeat else None,
    )


# --- how they are spread -------------------------------------------------------------------------


def spread_paper(spread: Spread, house_name: str, today: date) -> Document:
    """By stue and name, and by role; nobody is set before another for having more."""
    when = period_text(spread.first, spread.last, year=True)
    title = "Hvem har hvilke opgaver"
    blocks: list[Block] = [
        Title(title, subtitle=f"{house_name} · {when} · {LEGEND}"),
        *(DrawingBlock(drawing) for drawing in spread_drawings(spread, A4.content_width)),
        Heading("Stillinger"),
        Table(_ROLE_COLUMNS, tuple(_role_rows(spread))),
        Spacer(6),
        Paragraph(f"{SHARED} {_others(spread)}"),
    ]
    return Document(title, tuple(blocks), house_name, today, subtitle=f"{title} {when}", confidential=True)


_ROLE_COLUMNS: Final = (
    Column("Stilling", share=3),
    Column("Medarbejdere", width=84, align=Align.RIGHT),
    Column("Åbne", width=60, align=Align.RIGHT),
    Column("Færdige", width=60, align=Align.RIGHT),
    Column("Timer", width=60, align=Align.RIGHT),
)


def _role_rows(spread: Spread) -> Iterator[tuple[str, ...]]:
    for role in spread.roles:
        share = role.share
        yield role.name, str(role.people), str(share.open), str(share.done), hours_text(share.half_hours)


def _others(spread: Spread) -> str:
    return f"Lederen selv: {share_text(spread.own)}. Ikke fordelt: {share_text(spread.unassigned)}."


def spread_sheet(spread: Spread) -> Sheet:
    """A row for each of the staff."""
    headings = ("Stue", "Navn", "Åbne opgaver", "Færdige opgaver", "Timer")
    rows = tuple((each.team, each.name, *_numbers(each.share)) for each in spread.people)
    return Sheet("Fordeling", headings, rows)


def _numbers(share: Share) -> tuple[int, int, float]:
    return share.open, share.done, share.half_hours / _MINUTES
