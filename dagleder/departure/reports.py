"""The hand-over plan on paper and as a spreadsheet: each thing with a box to tick, to whom and by when.

Nobody's reason for absence stands on it: it lies about and is read by whoever takes over.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from dagleder.base.dates import day_short, day_text
from dagleder.base.findings import Level
from dagleder.base.text import plural
from dagleder.departure.orphans import Departure, Line, Section
from dagleder.exchange.paper import (
    Block,
    Cell,
    Column,
    Document,
    Group,
    Heading,
    Note,
    Paragraph,
    Run,
    Spacer,
    Table,
    Title,
    Tone,
)
from dagleder.exchange.xlsx import Sheet

_BOX: Final = "□"
_COLUMNS: Final = (
    Column("", width=14),
    Column("Hvad", share=2.6, wraps=True),
    Column("Hvordan det står", share=3.4, wraps=True),
    Column("Kan tage over", share=2.2, wraps=True),
    Column("Gives til", share=1.6),
    Column("Senest", width=50),
)
_GRAVE: Final = "!"
_INTRODUCTION: Final = (
    "Listen er fra husets egne oplysninger og siger ikke, hvem der skal have hvad. Skriv navnet i “Gives til”, og sæt "
    "kryds, når det er givet videre. Udråbstegn står ved det, der haster mest."
)


def handover_paper(departure: Departure, house_name: str, printed_on: date) -> Document:
    """The sections with something in them, gravest first."""
    title = f"Overdragelsesplan: {departure.name}"
    blocks: list[Block] = [Title(title, f"{house_name} · {day_line(departure)}")]
    if departure.count:
        blocks += [Paragraph(_INTRODUCTION), *(_section(each, departure.day) for each in departure.filled)]
    else:
        blocks.append(Paragraph("Intet ville stå uden ejer."))
    blocks += [Spacer(12), Note(("Underskrift, når alt er givet videre:", " "))]
    return Document(
        title=title,
        footer="Overdragelsesplan",
        house_name=house_name,
        printed_on=printed_on,
        confidential=True,
        blocks=tuple(blocks),
    )


def day_line(departure: Departure) -> str:
    """'Sidste dag 31. maj 2026 · 14 ting', 'Hvis Karen stopper 12. marts 2026 · 14 ting'."""
    day = day_text(departure.day, year=True)
    when = f"Sidste dag {day}" if departure.agreed else f"Hvis {departure.called} stopper {day}"
    return f"{when} · {plural(departure.count, 'ting', 'ting')}"


def _section(section: Section, day: date) -> Block:
    rows = tuple(tuple(_cells(line, day)) for line in section.lines)
    return Group((Heading(section.title), Table(_COLUMNS, rows, size=9)))


def _cells(line: Line, day: date) -> Iterator[Cell]:
    """`day`: what has no other day of its own is needed on her last one."""
    grave = f"{_GRAVE} " if line.level is Level.MUST else ""
    yield _BOX if line.successor else ""
    yield (Run(f"{grave}{line.what}", Tone.STRONG),)
    yield line.on_paper
    yield line.successor
    yield ""
    yield day_short(line.by or day)


def handover_sheet(departure: Departure) -> Sheet:
    """One row a thing, in the order of the paper."""
    rows = tuple(
        (section.title, line.what, line.on_paper, line.successor, None, line.by or departure.day, None)
        for section in departure.filled
        for line in section.lines
    )
    headings = ("Del", "Hvad", "Hvordan det står", "Kan tage over", "Gives til", "Senest", "Givet videre")
    return Sheet("Overdragelsesplan", headings, rows)
