"""Pages painted into a PDF with real text, in Danish, the same bytes for the same document."""

from collections.abc import Callable
from functools import cache
from io import BytesIO
from typing import Any
from unicodedata import category, normalize

from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas

from dagleder.base.text import printable
from dagleder.exchange.drawing import (
    Anchor,
    Circle,
    Drawing,
    Hatch,
    Line,
    Path,
    Rect,
    Shape,
    Text,
    Weight,
    hatch_lines,
)
from dagleder.exchange.fonts import drawable, font_name
from dagleder.exchange.paper import Document
from dagleder.exchange.paper_layout import lay_out

_STAND_IN = "□"  # for a character the typeface has no picture of
_BYTE_ORDER_MARK = "\ufeff"
_INVISIBLE = {"Cf", "Mn", "Me"}


def render_pdf(document: Document, *more: Document) -> bytes:
    """The document as a PDF file (with `more` behind it). No text in it is ever read as markup."""
    return paint_pdf(lay_out(document, *more), title=document.title, subject=document.subtitle or document.house_name)


def paint_pdf(pages: tuple[Drawing, ...], *, title: str, subject: str = "") -> bytes:
    """Drawings as the pages of a PDF file."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1, lang="da", pageCompression=1, initialFontName=font_name(Weight.REGULAR))
    canvas.setTitle(printable(title))
    canvas.setSubject(printable(subject))
    canvas.setAuthor("Dagleder")
    canvas.setCreator("Dagleder")
    canvas.setProducer("Dagleder")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    for page in pages:
        canvas.setPageSize((page.width, page.height))
        # Shapes count y downward from the top, PDF upward from the bottom.
        for shape in page.shapes:
            _PAINTERS[type(shape)](canvas, page.height, shape)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@cache
def _colour(value: str) -> Color:
    return HexColor(value)


def _pen(canvas: Any, shape: Rect | Line | Circle | Path) -> None:
    canvas.setStrokeColor(_colour(shape.stroke))
    canvas.setLineWidth(shape.stroke_width)


def _paint_text(canvas: Any, height: float, text: Text) -> None:
    # The one place every text passes on its way into a PDF. Letters and their accents are put together,
    # since the typeface has pictures of whole letters.
    entered = normalize("NFC", printable(text.text))
    canvas.setFillColor(_colour(text.colour))
    canvas.setFont(font_name(text.weight), text.size)
    if drawable(text.weight).issuperset(entered):
        _put(canvas, height, text, entered)
        return
    # What is drawn is not what was entered: say so, for searching, copying and reading aloud.
    spoken = (_BYTE_ORDER_MARK + entered).encode("utf-16-be").hex()
    canvas.addLiteral(f"/Span <</ActualText <{spoken}>>> BDC", escaped=0)
    _put(canvas, height, text, _with_stand_ins(entered, drawable(text.weight)))
    canvas.addLiteral("EMC", escaped=0)


def _put(canvas: Any, height: float, text: Text, drawn: str) -> None:
    match text.anchor:
        case Anchor.START:
            canvas.drawString(text.x, height - text.y, drawn)
        case Anchor.MIDDLE:
            canvas.drawCentredString(text.x, height - text.y, drawn)
        case Anchor.END:
            canvas.drawRightString(text.x, height - text.y, drawn)


def _with_stand_ins(text: str, known: frozenset[str]) -> str:
    return "".join(char if char in known else "" if category(char) in _INVISIBLE else _STAND_IN for char in text)


def _paint_rect(canvas: Any, height: float, rect: Rect) -> None:
    if rect.fill:
        canvas.setFillColor(_colour(rect.fill))
    if rect.stroke:
        _pen(canvas, rect)
        canvas.setDash(list(rect.dash))
    box = (rect.x, height - rect.y - rect.height, rect.width, rect.height)
    stroked, filled = int(bool(rect.stroke)), int(bool(rect.fill))
    if rect.radius:
        canvas.roundRect(*box, rect.radius, stroke=stroked, fill=filled)
    else:
        canvas.rect(*box, stroke=stroked, fill=filled)


def _paint_line(canvas: Any, height: float, line: Line) -> None:
    _pen(canvas, line)
    canvas.setDash(list(line.dash))
    canvas.line(line.x1, height - line.y1, line.x2, height - line.y2)


def _paint_circle(canvas: Any, height: float, circle: Circle) -> None:
    if circle.fill:
        canvas.setFillColor(_colour(circle.fill))
    if circle.stroke:
        _pen(canvas, circle)
        canvas.setDash(list(circle.dash))
    stroked, filled = int(bool(circle.stroke)), int(bool(circle.fill))
    canvas.circle(circle.x, height - circle.y, circle.radius, stroke=stroked, fill=filled)


def _paint_hatch(canvas: Any, height: float, hatch: Hatch) -> None:
    canvas.saveState()
    box = canvas.beginPath()
    box.rect(hatch.x, height - hatch.y - hatch.height, hatch.width, hatch.height)
    if hatch.background:
        canvas.setFillColor(_colour(hatch.background))
    canvas.clipPath(box, stroke=0, fill=int(bool(hatch.background)))
    canvas.setStrokeColor(_colour(hatch.stroke))
    canvas.setLineWidth(hatch.stroke_width)
    canvas.setDash([])
    canvas.setLineCap(2)  # beyond the edge, where it is clipped
    canvas.lines([(x1, height - y1, x2, height - y2) for x1, y1, x2, y2 in hatch_lines(hatch)])
    canvas.restoreState()


def _paint_path(canvas: Any, height: float, path: Path) -> None:
    outline = canvas.beginPath()
    steps = {"M": outline.moveTo, "L": outline.lineTo, "C": outline.curveTo, "Z": outline.close}
    for kind, *values in path.steps:
        steps[str(kind)](*(height - float(v) if number % 2 else v for number, v in enumerate(values)))
    if path.fill:
        canvas.setFillColor(_colour(path.fill))
    if path.stroke:
        _pen(canvas, path)
        canvas.setDash([])
    canvas.drawPath(outline, stroke=int(bool(path.stroke)), fill=int(bool(path.fill)))


_PAINTERS: dict[type[Shape], Callable[[Any, float, Any], None]] = {
    Text: _paint_text,
    Rect: _paint_rect,
    Line: _paint_line,
    Circle: _paint_circle,
    Hatch: _paint_hatch,
    Path: _paint_path,
}
