"""The mødeplan on paper: the year on one sheet (p6), and the list by month (p7)."""

from collections.abc import Iterator

from dagleder.base.dates import MONTHS, WEEKDAYS_SHORT, clock_digits, day_text, week_number
from dagleder.base.text import capitalised
from dagleder.exchange.paper import (
    A4,
    A4_LANDSCAPE,
    Badge,
    Block,
    Cell,
    Column,
    Columns,
    Document,
    DrawingBlock,
    Group,
    Heading,
    Legend,
    LegendEntry,
    Note,
    PageFormat,
    Paragraph,
    Run,
    Table,
    Title,
    Tone,
)
from dagleder.meetings.hours import full_time_text
from dagleder.meetings.meeting import Meeting
from dagleder.meetings.plan import MeetingPlan
from dagleder.meetings.states import PROPOSED
from dagleder.meetings.year_drawing import year_drawing
from dagleder.meetings.year_legend import subtitle_text, title_text

_LIST_PAGE = PageFormat("A4", A4.width, A4.height, side=33, top=30, bottom=A4.bottom)
_SIZE = 8.6
_ROW = 15.4
_MOST_OF_A_WEEK = 3  # of its five days


def year_report(plan: MeetingPlan) -> Document:
    """The whole year on one A4 sheet, to hang up."""
    page = A4_LANDSCAPE
    drawing = year_drawing(plan, page.content_width, page.content_height)
    return Document(
        title_text(plan),
        (DrawingBlock(drawing),),
        plan.settings.name,
        plan.today,
        page,
        subtitle=subtitle_text(plan, house=False),
    )


def list_report(plan: MeetingPlan) -> Document:
    """The meetings by month with place and time, what changed since the last version, and the hours."""
    months = tuple(_month_group(plan, number) for number in range(len(plan.year.months)))
    blocks: tuple[Block, ...] = (
        Title(title_text(plan), subtitle_text(plan, house=False), sun=True),
        Legend(_legend(plan)),
        Columns((*months, *_closing_groups(plan))),
    )
    return Document(
        title_text(plan),
        blocks,
        plan.settings.name,
        plan.today,
        _LIST_PAGE,
        subtitle=subtitle_text(plan, house=False),
        footer=f"{title_text(plan)}, liste",
    )


def _legend(plan: MeetingPlan) -> tuple[LegendEntry, ...]:
    kinds = {meeting.kind.id: meeting.kind for meeting in plan.shown}
    ordered = sorted(kinds.values(), key=lambda kind: (kind.position, kind.id))
    return tuple(LegendEntry(Badge(kind.letter, kind.style), kind.name, kind.place or kind.who) for kind in ordered)


# --- the months ----------------------------------------------------------------------------------------


def _month_group(plan: MeetingPlan, number: int) -> Group:
    first = plan.year.months[number]
    own = [m for m in plan.shown if (m.day.year, m.day.month) == (first.year, first.month)]
    heading = Heading(capitalised(MONTHS[first.month - 1]), ruled=True)
    if not own:
        return Group((heading, Paragraph((Run(_no_meetings(plan, number), Tone.MUTED),), size=_SIZE, above=1)))
    columns = (Column(width=11.5), Column(width=37), Column(width=57), Column(wraps=True))
    table = Table(columns, tuple(_row(meeting) for meeting in own), size=_SIZE, row_height=_ROW, gap=5)
    return Group((heading, table))


def _no_meetings(plan: MeetingPlan, number: int) -> str:
    """'Ingen møder. Uge 29 er lukkeuge.' where the house is closed for most of a week."""
    first = plan.year.months[number]
    weeks: dict[int, list[str]] = {}
    for row in plan.house.closing_days:
        if (row.day.year, row.day.month) == (first.year, first.month):
            weeks.setdefault(week_number(row.day), []).append(row.name)
    told = [_closed_week(week, names[0]) for week, names in sorted(weeks.items()) if len(names) >= _MOST_OF_A_WEEK]
    return " ".join(["Ingen møder.", *told])


def _closed_week(week: int, name: str) -> str:
    """'Uge 29: Lukkeuge.'; a name that tells the week itself stands alone."""
    return f"{name}." if f"uge {week}" in name.casefold() else f"Uge {week}: {name}."


def _row(meeting: Meeting) -> tuple[Cell, ...]:
    day = (Run(f"{WEEKDAYS_SHORT[meeting.day.weekday()]} ", Tone.MUTED), Run(f"{meeting.day.day}.", Tone.STRONG))
    times = f"{clock_digits(meeting.start)}–{clock_digits(meeting.end)}"
    notes = "".join(f" · {note}" for note in _notes(meeting))
    what = (Run(meeting.title, Tone.STRONG), *((Run(notes, Tone.MUTED),) if notes else ()))
    return (Badge(meeting.kind.letter, meeting.kind.style), day, times, what)


def _notes(meeting: Meeting) -> Iterator[str]:
    """What follows the name: the stuer, another place than the kind's, a move, a proposal. No guests: it may hang."""
    yield from meeting.team_names
    if meeting.place and meeting.place != meeting.kind.place:
        yield meeting.place
    if meeting.original_day:
        original = meeting.original_day
        same_month = (original.year, original.month) == (meeting.day.year, meeting.day.month)
        yield f"rykket fra {original.day}." if same_month else f"rykket fra {day_text(original)}"
    if meeting.state == PROPOSED:
        yield "forslag"


# --- below the months ------------------------------------------------------------------------------------


def _closing_groups(plan: MeetingPlan) -> Iterator[Group]:
    if changed := _changes_note(plan):
        yield Group((changed,))
    hours = plan.own_hours_text or full_time_text(plan.hours, plan.year.label)
    if hours:
        leader = plan.settings.leader_name.split(" ")[0]
        ask = f" Er du forhindret, så skriv til {leader} senest to dage før." if leader else ""
        yield Group((Paragraph((Run("Møder er arbejdstid. ", Tone.STRONG), Run(f"{hours}{ask}")), size=_SIZE),))


def _changes_note(plan: MeetingPlan) -> Note | None:
    before = plan.compared_to
    told = plan.changes
    if before is None or not told:
        return None
    now = day_text(plan.version.issued_on if plan.version else plan.today)
    heading = f"Ændret siden version {before.number} ({day_text(before.issued_on)})"
    advice = f"Hentede du kalenderfilen før {now}, så hent den igen. Den retter sig selv, intet står to gange."
    return Note(((Run(heading, Tone.STRONG),), *told, (Run(advice, Tone.MUTED),)), size=_SIZE)
