"""The staff list on paper and as a spreadsheet."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from dagleder.base.dates import hours_text, long_day_text
from dagleder.base.parsing import phone_text
from dagleder.base.text import plural
from dagleder.exchange.paper import Align, Block, Column, Document, Heading, Paragraph, Table, Title
from dagleder.exchange.paper_layout import lay_out
from dagleder.exchange.xlsx import Sheet
from dagleder.staff.people import StaffRow
from dagleder.staff.roles import role_name, role_short

WITHOUT_TEAM = "Uden stue"
_MINUTES = 60
_ROW_HEIGHTS = (19, 18, 17, 16)  # points: lower where that saves a page

_COLUMNS = (
    Column("Navn", share=2.7, wraps=True),
    Column("", width=34),
    Column("Stilling", width=62),
    Column("Timer", width=34, align=Align.RIGHT),
    Column("Telefon", width=64),
    Column("E-mail", share=4, wraps=True),
)


def staff_list_paper(rows: Sequence[StaffRow], house_name: str, today: date, year: int | None = None) -> Document:
    """The list by stue, in the order of `rows`. With a year: those employed in it.

    No last page with a line or two: the rows are as high as the fewest pages let them be.
    """
    papers = [_paper(rows, house_name, today, year, height) for height in _ROW_HEIGHTS]
    pages = [len(lay_out(paper)) for paper in papers]
    return papers[pages.index(min(pages))]


def _paper(rows: Sequence[StaffRow], house_name: str, today: date, year: int | None, row_height: float) -> Document:
    when = f"Ansatte i {year}" if year else long_day_text(today)
    blocks: list[Block] = [Title("Medarbejdere", subtitle=f"{house_name} · {when} · {_sum(rows)}")]
    for team, members in groupby(rows, key=lambda row: row.team or WITHOUT_TEAM):
        blocks += [Heading(team), Table(_COLUMNS, tuple(_cells(members)), row_height=row_height)]
    if not rows:
        blocks.append(Paragraph("Ingen medarbejdere endnu."))
    return Document(
        title="Medarbejdere",
        subtitle=f"Medarbejdere i {house_name}",
        house_name=house_name,
        printed_on=today,
        confidential=True,
        blocks=tuple(blocks),
    )


def _sum(rows: Sequence[StaffRow]) -> str:
    people = plural(len(rows), "medarbejder", "medarbejdere")
    return f"{people} · {hours_text(sum(row.minutes or 0 for row in rows))} timer om ugen"


def _cells(rows: Iterable[StaffRow]) -> Iterable[tuple[str, ...]]:
    for row in rows:
        hours = "" if row.minutes is None else hours_text(row.minutes)
        yield row.name, row.initials, role_short(row.role), hours, phone_text(row.phone), row.mail


def staff_list_sheet(rows: Sequence[StaffRow]) -> Sheet:
    """One row per person, under headings that the import of staff knows again."""
    headings = ("Medarbejdernr.", "Fornavn", "Efternavn", "Initialer", "Stilling", "Stue", "Timer pr. uge")
    more = ("Ansat fra", "Sidste dag", "E-mail", "Telefon")
    return Sheet("Medarbejdere", (*headings, *more), tuple(map(_sheet_row, rows)))


def _sheet_row(row: StaffRow) -> tuple[str | float | date | None, ...]:
    return (
        row.number,
        row.first_name,
        row.last_name,
        row.initials,
        role_name(row.role) if row.role else None,
        row.team,
        None if row.minutes is None else round(row.minutes / _MINUTES, 2),
        row.start,
        row.end,
        row.mail or None,
        phone_text(row.phone) or None,
    )
