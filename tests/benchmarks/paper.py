"""Our paper against the same report by bare reportlab: platypus with string cells, and the canvas by hand.

    python -m tests.benchmarks.paper [pages] [rounds]

A page holds a heading, a paragraph of 70 words, a striped table of 25 rows and 7 columns, head and foot. The goal: at
least 0.8 of platypus's pages a second, and growth in step with the pages. Both figures are printed from one run.
"""

import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from statistics import median
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4 as A4_SIZE
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import PageBreak as Break
from reportlab.platypus import Paragraph as Flowing
from reportlab.platypus import SimpleDocTemplate
from reportlab.platypus import Table as Grid

from dagleder.exchange.drawing import Weight
from dagleder.exchange.fonts import font_name
from dagleder.exchange.paper import Block, Column, Document, Heading, PageBreak, Paragraph, Table
from dagleder.exchange.pdf import render_pdf

PAGES, ROUNDS = 60, 7
GOAL = 0.8
ROWS, COLUMNS = 25, 7
WORDS = ("Børnene øvede sig i at række hånden op og vente på tur, før måltidet begyndte på stuen igen. " * 5).split()[
    :70
]
TEXT = " ".join(WORDS)
HEADINGS = tuple(f"Kolonne {number}" for number in range(COLUMNS))
CELLS = tuple(tuple(f"Række {row} felt {column}" for column in range(COLUMNS)) for row in range(ROWS))
TODAY = date(2026, 3, 12)


def ours(pages: int) -> bytes:
    blocks: list[Block] = []
    for number in range(pages):
        columns = tuple(Column(heading) for heading in HEADINGS)
        table = Table(columns, CELLS, size=7.5, row_height=15, zebra=True)
        blocks += [Heading(f"Afsnit {number}"), Paragraph(TEXT), table, PageBreak()]
    return render_pdf(Document("Rapport", tuple(blocks[:-1]), "Børnehuset Solsikken", TODAY))


def platypus(pages: int) -> bytes:
    """The same with reportlab's own layout: plain strings in the cells, a Paragraph only for running text."""
    body = ParagraphStyle("body", fontName=font_name(Weight.REGULAR), fontSize=9.75, leading=14.25)
    head = ParagraphStyle("head", fontName=font_name(Weight.SEMIBOLD), fontSize=10.9, leading=15)
    style: list[tuple[Any, ...]] = [
        ("FONT", (0, 0), (-1, -1), font_name(Weight.REGULAR), 7.5),
        ("FONT", (0, 0), (-1, 0), font_name(Weight.SEMIBOLD), 7.5),
        ("ROWBACKGROUNDS", (0, 1), (-1, -1), [HexColor("#FFFFFF"), HexColor("#EDF1F1")]),
        ("LINEBELOW", (0, 0), (-1, -1), 0.75, HexColor("#E2E8E9")),
    ]
    story: list[Any] = []
    for number in range(pages):
        story.append(Flowing(escape(f"Afsnit {number}"), head))
        story.append(Flowing(escape(TEXT), body))
        story.append(Grid([HEADINGS, *CELLS], colWidths=[74.7] * COLUMNS, rowHeights=[16, *[15] * ROWS], style=style))
        story.append(Break())
    target = BytesIO()
    document = SimpleDocTemplate(target, pagesize=A4_SIZE, leftMargin=36, rightMargin=36, topMargin=33, invariant=1)
    document.build(story, onFirstPage=_foot, onLaterPages=_foot)
    return target.getvalue()


def _foot(canvas: Any, document: Any) -> None:
    canvas.setFont(font_name(Weight.REGULAR), 7.9)
    canvas.line(36, 48, A4_SIZE[0] - 36, 48)
    canvas.drawString(36, 36, "Børnehuset Solsikken · Rapport")
    canvas.drawCentredString(A4_SIZE[0] / 2, 36, "Udskrevet 12. marts 2026 fra Dagleder")
    canvas.drawRightString(A4_SIZE[0] - 36, 36, f"Side {document.page}")


def seconds(makers: Mapping[str, Callable[[int], bytes]], pages: int, rounds: int) -> dict[str, float]:
    """The median of each, taken in turns so that a busy moment meets them all."""
    times: dict[str, list[float]] = {name: [] for name in makers}
    for _ in range(rounds):
        for name, make in makers.items():
            began = time.perf_counter()
            make(pages)
            times[name].append(time.perf_counter() - began)
    return {name: median(found) for name, found in times.items()}


def main(pages: int = PAGES, rounds: int = ROUNDS) -> None:
    makers = {"ours": ours, "platypus": platypus}
    seconds(makers, 2, 1)  # typefaces are read once
    found = seconds(makers, pages, rounds)
    for name, took in found.items():
        print(f"{name:10} {took * 1000:8.0f} ms {pages / took:8.0f} pages/s")
    ratio = found["platypus"] / found["ours"]
    print(f"ours / platypus: {ratio:.2f} (goal: at least {GOAL}) {'ok' if ratio >= GOAL else 'TOO SLOW'}")
    growth = seconds({"ours": ours}, pages * 4, 3)["ours"] / found["ours"]
    print(f"four times the pages take {growth:.2f} times as long (goal: at most 4.4)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
