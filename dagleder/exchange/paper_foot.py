"""The running foot: whose paper it is and what it is called, when it was printed, which page it is.

Whose and what are never cut where they can stand: first they take the room beside the day, then a second line.
"""

from collections.abc import Iterator

from dagleder.base.dates import day_text
from dagleder.exchange.drawing import Anchor, Line, Shape, Text
from dagleder.exchange.drawing_ink import INK_SOFT, RULE
from dagleder.exchange.fonts import fitted, text_width
from dagleder.exchange.paper import Document

_SIZE = 7.9
_RULE = 34.5  # above the lower edge, at the ordinary height of the foot
_BASELINE = 13.5  # under the rule
_TWO_BASELINES = (10.5, 20.0)  # of two lines: the lower one still within what printers reach
_GAP = 12.0
_BETWEEN = " · "


def foot(document: Document, number: int, count: int) -> Iterator[Shape]:
    """The foot of one page of so many."""
    page = document.page
    y = page.height - page.bottom + (page.bottom - _RULE) / 2
    right_edge = page.width - page.side
    sheet = "" if page.name == "A4" and page.width < page.height else f"{_BETWEEN}{page.name}"
    printed = f"Udskrevet {day_text(document.printed_on, year=True)} fra Dagleder"
    place = f"Side {number} af {count}{sheet}"
    beside_middle = (page.content_width - _wide(printed)) / 2 - _GAP
    middle, anchor, room = page.width / 2, Anchor.MIDDLE, beside_middle
    if _wide(_BETWEEN.join(_name(document))) > beside_middle:
        middle, anchor = right_edge - _wide(place) - _GAP, Anchor.END
        room = middle - _wide(printed) - _GAP - page.side
    yield Line(page.side, y, right_edge, y, RULE)
    lines = _lines(document, room)
    for text, below in zip(lines, _TWO_BASELINES if len(lines) > 1 else (_BASELINE,), strict=True):
        yield Text(page.side, y + below, text, _SIZE, INK_SOFT)
    yield Text(middle, y + _BASELINE, printed, _SIZE, INK_SOFT, anchor=anchor)
    yield Text(right_edge, y + _BASELINE, place, _SIZE, INK_SOFT, anchor=Anchor.END)


def _name(document: Document) -> tuple[str, ...]:
    said = f"fortroligt, {document.readers}" if document.readers else "fortroligt"
    last = (said,) if document.confidential else ()
    return document.house_name, document.footer or document.title, *last


def _lines(document: Document, room: float) -> tuple[str, ...]:
    """Whose and what on one line, or each on its own. That it is confidential is said whatever the title is."""
    house, title, *confidential = _name(document)
    whole = _BETWEEN.join((house, title, *confidential))
    if _wide(whole) <= room:
        return (whole,)
    last = "".join(f"{_BETWEEN}{word}" for word in confidential)
    return fitted(house, room, _SIZE), fitted(title, room - _wide(last), _SIZE) + last


def _wide(text: str) -> float:
    return text_width(text, _SIZE)
