import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

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
    ellipse,
)
from dagleder.exchange.drawing_ink import INK
from dagleder.exchange.pdf import paint_pdf
from ui.kit.drawing import DrawingView, paint_drawing
from ui.theme.theme import Choice

SIZE, SCALE = 120, 4
SMOOTH = Qt.TransformationMode.SmoothTransformation
SHAPES: dict[str, Shape] = {
    "rect": Rect(10, 10, 90, 60, fill="#2B7A8B", stroke="#17222A", stroke_width=3, radius=8),
    "dashed": Rect(10, 10, 90, 60, stroke="#17222A", stroke_width=2, dash=(6, 3)),
    "line": Line(5, 5, 110, 90, "#A3231B", 4, dash=(10, 4)),
    "circle": Circle(60, 60, 40, fill="#EFDC83", stroke="#8A6C00", stroke_width=2),
    "hatch": Hatch(20, 15, 70, 80, "#748288", "#EDF1F1", 2, 9),
    "path": Path(
        (("M", 10, 100), ("L", 60, 10), ("C", 90, 20, 100, 60, 110, 100), ("Z",)), fill="#3B3A7B", stroke="#17222A"
    ),
    "ellipse": ellipse((60, 60), (50, 20), turned=30, fill="#CA97E2"),
    "start": Text(4, 40, "Mødeplan 2026", 16, "#17222A"),
    "middle": Text(60, 40, "AVATAR", 18, "#17222A", Weight.BOLD, Anchor.MIDDLE),
    "end": Text(116, 40, "17. marts", 18, "#17222A", Weight.SEMIBOLD, Anchor.END),
    "accent": Text(4, 40, "Ae\u0301 <b>å</b>", 16, "#17222A", Weight.MEDIUM),
}


def on_screen(drawing):
    picture = QImage(SIZE * SCALE, SIZE * SCALE, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    painter.scale(SCALE, SCALE)
    paint_drawing(painter, drawing)
    painter.end()
    return picture


def on_paper(drawing):
    pdf = pypdfium2.PdfDocument(paint_pdf((drawing,), title="Prøve"))
    bitmap = pdf[0].render(scale=SCALE, rev_byteorder=False, prefer_bgrx=True)
    picture = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32)
    return picture.copy()


def ink(picture):
    """How dark the picture is in each cell of a 24 × 24 net, from 0 to 255."""
    side = 24
    small = picture.convertToFormat(QImage.Format.Format_Grayscale8).scaled(side, side, mode=SMOOTH)
    return [255 - small.pixelColor(x, y).value() for y in range(side) for x in range(side)]


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("name", SHAPES)
def test_what_is_seen_on_the_screen_is_what_comes_out_of_the_printer(name):
    drawing = Drawing(SIZE, SIZE, (SHAPES[name],))
    screen, paper = ink(on_screen(drawing)), ink(on_paper(drawing))
    assert sum(paper) > 500, "nothing was painted"
    assert abs(sum(screen) - sum(paper)) / sum(paper) < 0.04
    if name != "dashed":  # the two begin a rectangle's dashes at different corners
        apart = [abs(a - b) for a, b in zip(screen, paper, strict=True)]
        assert sum(apart) / sum(paper) < 0.06
        assert max(apart) < 40


def test_later_shapes_are_painted_on_top():
    drawing = Drawing(SIZE, SIZE, (Rect(0, 0, 120, 120, fill="#FF0000"), Rect(0, 0, 120, 120, fill="#00FF00")))
    assert on_screen(drawing).pixelColor(60, 60).name() == "#00ff00"


def test_a_view_keeps_the_proportions_and_says_what_it_shows(theme, qtbot):
    drawing = Drawing(200, 100, (Rect(0, 0, 200, 100, fill="#2B7A8B"),), "Året i én ring")
    view = DrawingView(theme, drawing)
    qtbot.addWidget(view)
    assert view.accessibleName() == "Året i én ring"
    assert view.heightForWidth(300) == 150
    view.resize(300, 300)
    picture = view.grab().toImage()
    assert picture.pixelColor(150, 150).name() == "#2b7a8b"
    assert picture.pixelColor(150, 40).name() != "#2b7a8b"


def test_the_ink_of_paper_is_the_text_of_the_screen_in_light_and_dark(theme, qtbot):
    view = DrawingView(theme, Drawing(100, 100, (Rect(0, 0, 100, 100, fill=INK),)))
    qtbot.addWidget(view)
    view.resize(100, 100)
    seen = []
    for choice in (Choice.LIGHT, Choice.DARK):
        theme.choose(choice)
        seen.append((view.grab().toImage().pixelColor(50, 50).name().upper(), theme.name("text")))
    assert seen[0][0] == seen[0][1] == INK
    assert seen[1][0] == seen[1][1] != INK
