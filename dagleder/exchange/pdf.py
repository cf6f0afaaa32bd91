"""Pages painted into a PDF with real text, in Danish, the same bytes for the same document."""

from functools import cache
from io import BytesIO
from typing import Any
from unicodedata import category, normalize

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
from dagleder.exchange.fonts import drawable, font_name, text_width
from dagleder.exchange.paper import Document
from dagleder.exchange.paper_layout import lay_out

_STAND_IN = "□"  # for a character the typeface has no picture of
_BYTE_ORDER_MARK = "\ufeff"
_INVISIBLE = {"Cf", "Mn", "Me"}
_SQUARE = 2  # a line's end


def render_pdf(document: Document, *more: Document) -> bytes:
    """The document as a PDF file (with `more` behind it). No text in it is ever read as markup."""
    return paint_pdf(lay_out(document, *more), title=document.title, subject=document.subtitle or document.house_name)


def paint_pdf(pages: tuple[Drawing, ...], *, title: str, subject: str = "") -> bytes:
    """Drawings as the pages of a PDF file."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415 -- the window starts without it

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
        painter = _Painter(canvas, page.height)
        for shape in page.shapes:
            painter.paint(shape)
        painter.end_text()
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@cache
def _colour(value: str) -> tuple[float, float, float]:
    red, green, blue = (int(value[start : start + 2], 16) / 255 for start in (1, 3, 5))
    return red, green, blue


class _Painter:
    """Paints shapes on one page. What the page has set already (colour, pen, typeface) is not set again.

    Shapes count y downward from the top, PDF upward from the bottom.
    """

    def __init__(self, canvas: Any, height: float) -> None:
        self._canvas = canvas
        self._height = height
        self._text: Any = None  # reportlab's text object, as long as one text follows another
        self._font: tuple[Weight, float] | None = None
        self._fill = ""
        self._pen: tuple[str, float, tuple[float, ...]] | None = None

    def paint(self, shape: Shape) -> None:
        if isinstance(shape, Text):
            self._paint_text(shape)
            return
        self.end_text()
        match shape:
            case Rect():
                self._paint_rect(shape)
            case Line():
                self._set_pen(shape.stroke, shape.stroke_width, shape.dash)
                self._canvas.line(shape.x1, self._height - shape.y1, shape.x2, self._height - shape.y2)
            case Circle():
                stroked, filled = self._set(shape.fill, shape.stroke, shape.stroke_width, shape.dash)
                self._canvas.circle(shape.x, self._height - shape.y, shape.radius, stroke=stroked, fill=filled)
            case Hatch():
                self._paint_hatch(shape)
            case Path():
                self._paint_path(shape)

    def end_text(self) -> None:
        if self._text is not None:
            self._canvas.drawText(self._text)
            self._text = self._font = None

    # --- text ------------------------------------------------------------------------------------

    def _paint_text(self, text: Text) -> None:
        # The one place every text passes on its way into a PDF. Letters and their accents are put together,
        # since the typeface has pictures of whole letters.
        entered = normalize("NFC", printable(text.text))
        if drawable(text.weight).issuperset(entered):
            self._put(text, entered)
            return
        # What is drawn is not what was entered: say so, for searching, copying and reading aloud.
        self.end_text()
        spoken = (_BYTE_ORDER_MARK + entered).encode("utf-16-be").hex()
        self._canvas.addLiteral(f"/Span <</ActualText <{spoken}>>> BDC")
        self._put(text, _with_stand_ins(entered, drawable(text.weight)))
        self.end_text()
        self._canvas.addLiteral("EMC")

    def _put(self, text: Text, drawn: str) -> None:
        if self._text is None:
            self._text = self._canvas.beginText()
        if self._font != (text.weight, text.size):
            self._font = text.weight, text.size
            self._text.setFont(font_name(text.weight), text.size)
        if self._fill != text.colour:
            self._fill = text.colour
            self._text.setFillColor(_colour(text.colour))
        x = text.x
        if text.anchor is not Anchor.START:
            wide = text_width(drawn, text.size, text.weight)
            x -= wide if text.anchor is Anchor.END else wide / 2
        self._text.setTextOrigin(x, self._height - text.y)
        self._text.textLine(drawn)

    # --- outlines --------------------------------------------------------------------------------

    def _set(self, fill: str, stroke: str, width: float, dash: tuple[float, ...]) -> tuple[int, int]:
        """Sets colour and pen; tells whether there is a line, and whether there is a filling."""
        if fill and self._fill != fill:
            self._fill = fill
            self._canvas.setFillColor(_colour(fill))
        if stroke:
            self._set_pen(stroke, width, dash)
        return int(bool(stroke)), int(bool(fill))

    def _set_pen(self, stroke: str, width: float, dash: tuple[float, ...]) -> None:
        if self._pen != (stroke, width, dash):
            self._pen = stroke, width, dash
            self._canvas.setStrokeColor(_colour(stroke))
            self._canvas.setLineWidth(width)
            self._canvas.setDash(list(dash))

    def _paint_rect(self, rect: Rect) -> None:
        stroked, filled = self._set(rect.fill, rect.stroke, rect.stroke_width, rect.dash)
        box = (rect.x, self._height - rect.y - rect.height, rect.width, rect.height)
        if rect.radius:
            self._canvas.roundRect(*box, rect.radius, stroke=stroked, fill=filled)
        else:
            self._canvas.rect(*box, stroke=stroked, fill=filled)

    def _paint_hatch(self, hatch: Hatch) -> None:
        canvas, before = self._canvas, (self._fill, self._pen)
        canvas.saveState()
        box = canvas.beginPath()
        box.rect(hatch.x, self._height - hatch.y - hatch.height, hatch.width, hatch.height)
        _, filled = self._set(hatch.background, hatch.stroke, hatch.stroke_width, ())
        canvas.clipPath(box, stroke=0, fill=filled)
        canvas.setLineCap(_SQUARE)  # beyond the edge, where it is clipped
        lines = hatch_lines(hatch)
        canvas.lines([(x1, self._height - y1, x2, self._height - y2) for x1, y1, x2, y2 in lines])
        canvas.restoreState()
        self._fill, self._pen = before

    def _paint_path(self, path: Path) -> None:
        outline = self._canvas.beginPath()
        steps = {"M": outline.moveTo, "L": outline.lineTo, "C": outline.curveTo, "Z": outline.close}
        for kind, *values in path.steps:
            steps[str(kind)](*(self._height - float(v) if number % 2 else v for number, v in enumerate(values)))
        stroked, filled = self._set(path.fill, path.stroke, path.stroke_width, ())
        self._canvas.drawPath(outline, stroke=stroked, fill=filled)


def _with_stand_ins(text: str, known: frozenset[str]) -> str:
    return "".join(char if char in known else "" if category(char) in _INVISIBLE else _STAND_IN for char in text)
