"""Kompetenceoverblik (p4) on paper and as a spreadsheet, of the house or of one stue. For the leaders only."""

from collections.abc import Iterator
from typing import Final

from dagleder.base.text import and_list
from dagleder.competence.belonging import place_name
from dagleder.competence.facts import Competence, Facts
from dagleder.competence.lapsing import lapse_text, lapses
from dagleder.competence.overview import Overview
from dagleder.competence.overview_drawing import (
    SUM_HEIGHT,
    PageOfOverview,
    Row,
    chunks,
    page_drawing,
    rows_of,
    top_height,
)
from dagleder.competence.vulnerability import State, Vulnerable
from dagleder.exchange.paper import (
    A4_LANDSCAPE,
    Block,
    Column,
    Document,
    DrawingBlock,
    PageBreak,
    Paragraph,
    Spacer,
    Table,
    Title,
)
from dagleder.exchange.paper_layout import lay_out
from dagleder.exchange.xlsx import Sheet, Value
from dagleder.staff.roles import role_name

TITLE: Final = "Kompetenceoverblik"
_ROW_HEIGHTS: Final = (15.0, 14.2, 13.4, 12.6)  # points: lower where that saves a page
_EMPTY: Final = "Ingen er vurderet endnu, og der er ingen ønskede antal."


def overview_paper(overview: Overview) -> Document:
    """As many pages as competences and people need, the heads on each; rows as high as the fewest pages let them be.

    What is told below may stand on a page of its own; one person and the sums may not.
    """
    if not overview.competences or not overview.people:
        title = Title(TITLE, subtitle=f"{overview.house_name} · {overview.people_text}")
        return _document(overview, (title, Paragraph(_EMPTY)))
    papers = [_document(overview, tuple(_blocks(overview, height))) for height in _ROW_HEIGHTS]
    drawn = [len(list(_pages(overview, height))) for height in _ROW_HEIGHTS]
    pages = [(len(lay_out(paper)), people) for paper, people in zip(papers, drawn, strict=True)]
    return papers[pages.index(min(pages))]


def _document(overview: Overview, blocks: tuple[Block, ...]) -> Document:
    return Document(
        title=TITLE,
        subtitle=f"{TITLE} for {overview.team.name if overview.team else overview.house_name}",
        house_name=overview.house_name,
        printed_on=overview.facts.day,
        page=A4_LANDSCAPE,
        confidential=True,
        readers="til ledelsen",
        blocks=blocks,
    )


def _blocks(overview: Overview, row_height: float) -> Iterator[Block]:
    page = A4_LANDSCAPE
    for number, drawing in enumerate(
        page_drawing(each, page.content_width, row_height) for each in _pages(overview, row_height)
    ):
        if number:
            yield PageBreak()
        yield DrawingBlock(drawing)
    yield Spacer(4)
    yield _told(overview)
    if unknown := overview.unknown:
        yield Paragraph(f"Ingen er vurderet i {and_list([each.head for each in unknown])}.", above=6)


def _pages(overview: Overview, row_height: float) -> Iterator[PageOfOverview]:
    """The people from top to bottom, and that again for each set of competences; those told in words have no column."""
    unknown = set(overview.unknown)
    for competences in chunks([each for each in overview.competences if each not in unknown]):
        above = top_height(overview, competences, A4_LANDSCAPE.content_width)
        room = A4_LANDSCAPE.content_height - above - SUM_HEIGHT
        parts = list(_parts(rows_of(overview), room, row_height))
        for number, rows in enumerate(parts, start=1):
            yield PageOfOverview(overview, competences, rows, last=number == len(parts))


def _parts(groups: tuple[tuple[Row, ...], ...], room: float, row_height: float) -> Iterator[tuple[Row, ...]]:
    """Rows that fit on a page; a stue that goes on has its name again, and none stands alone at the foot."""
    rows: list[Row] = []
    used = 0.0
    for team, *people in groups:
        heads = team.height(row_height)
        for number, person in enumerate(people):
            height = person.height(row_height) + (0 if number else heads)
            if rows and used + height > room:
                yield tuple(rows)
                rows, used = [], 0.0
            if not number or not rows:
                rows.append(team)
                used += heads
            rows.append(person)
            used += person.height(row_height)
    yield tuple(rows)


# --- below the rows ------------------------------------------------------------------------------


def _told(overview: Overview) -> Table:
    """What hangs on one, what is below what is wanted, and what lapses, side by side."""
    found = overview.thin
    alone = ", ".join(_who(each, overview) for each in found if each.state is not State.SHORT)
    short = ", ".join(
        f"{_thin_head(each, overview)} {len(each.holders)}/{each.wanted}" for each in found if each.state is State.SHORT
    )
    columns = ("! Kun én kan det, eller ingen", "Under behov", "Beviser, der udløber")
    none = "Ingen." if found or overview.wants_anything else "Der er ingen ønskede antal her."
    texts = (alone or none, short or none, "\n".join(_lapsing(overview)) or "Ingen de næste 90 dage.")
    return Table(tuple(Column(heading, wraps=True) for heading in columns), (texts,), size=8.6, row_height=15, gap=18)


def _thin_head(each: Vulnerable, overview: Overview) -> str:
    """'TRAS', 'Brandansvarlig på Skovhuset' where that is not the place of the paper."""
    where = "" if each.place == overview.place else f" på {place_name(overview.facts, each.place)}"
    return f"{each.competence.head}{where}"


def _who(each: Vulnerable, overview: Overview) -> str:
    return f"{_thin_head(each, overview)} ({overview.facts.people[each.holders[0]].name if each.holders else 'ingen'})"


def _lapsing(overview: Overview) -> Iterator[str]:
    """'Førstehjælp: Ulla 1. marts (udløbet), Otto 4. juni'."""
    facts, here = overview.facts, set(overview.people)
    told: dict[str, list[str]] = {}
    for lapse in lapses(facts):
        if lapse.employee_id in here and overview.tells(lapse.competence):
            told.setdefault(lapse.competence.head, []).append(lapse_text(lapse, facts))
    return (f"{head}: {', '.join(names)}" for head, names in told.items())


# --- as a spreadsheet ----------------------------------------------------------------------------


def overview_sheet(overview: Overview) -> Sheet:
    """One row per person and a column per competence, in the words in which such a sheet is read in again."""
    headings = ("Medarbejder", "Stilling", "Stue", *(competence.name for competence in overview.competences))
    rows = [_sheet_row(overview, who, team) for team, people in overview.groups for who in people]
    return Sheet(TITLE, headings, tuple(rows))


def _sheet_row(overview: Overview, who: int, team: str) -> tuple[Value, ...]:
    facts, person = overview.facts, overview.facts.people[who]
    held = (_held(facts, who, competence) for competence in overview.competences)
    return (person.name, role_name(person.role) if person.role else None, team, *held)


def _held(facts: Facts, who: int, competence: Competence) -> Value:
    """The level; of a certificate the last day it holds (also a past one), 'ja' without a day, '-' for no."""
    counted = facts.holding(who, competence.id).counted
    if counted is None:
        return None
    if not competence.certificate:
        return counted.level_on(facts.day)
    return (counted.valid_until or "ja") if counted.level else "-"


def totals_sheet(overview: Overview) -> Sheet:
    """How many can what alone, and how many are wanted: a row for each place with a number of its own."""
    rows: list[tuple[Value, ...]] = []
    for competence in overview.competences:
        for place, total in overview.totals(competence):
            where = place_name(overview.facts, place)
            rows.append((competence.name, where, total.holders, total.wanted or None, "ja" if total.state else None))
    return Sheet("Kan selv og behov", ("Kompetence", "Sted", "Kan selv", "Behov", "Sårbar"), tuple(rows))


def courses_sheet(overview: Overview) -> Sheet:
    """What courses came to: the level before and now."""
    facts = overview.facts
    rows: list[tuple[Value, ...]] = []
    for change in overview.courses:
        names = facts.people[change.employee_id].name, facts.competences[change.competence_id].name
        rows.append((*names, change.because or None, change.day, change.before, change.after))
    return Sheet("Kurser", ("Medarbejder", "Kompetence", "Kursus", "Dato", "Niveau før", "Niveau nu"), tuple(rows))
