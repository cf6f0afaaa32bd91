"""Collects what people wrote beside cells (comments, notes), from the XML of a .xlsx part or an .ods sheet.

The reader of the cells does not know them. The old .xls keeps its comments where nobody here looks.
"""

import re
from collections.abc import Callable, Mapping

from dagleder.exchange.tables_values import CellComment, column_index

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")

Attributes = Mapping[str, str]


class CommentScan:
    """Fed by `tables_xml.PartScan` with the elements of a part.

    `take` gets pieces of text while one is wanted. Newer Excel writes a discussion twice: as `threaded`, and as a
    comment that tells old programs to look elsewhere.
    """

    def __init__(self, take: Callable[[Callable[[str], object] | None], None]) -> None:
        self.found: list[CellComment] = []
        self.threaded: list[CellComment] = []
        self._take = take
        self._authors: list[str] = []
        self._author = ""
        self._place: tuple[int, int] | None = None
        self._text: list[str] = []
        self.starts: dict[str, Callable[[Attributes], None]] = {
            "author": self._start_author,
            "comment": self._start_comment,
            "threadedComment": self._start_comment,
            "t": self._start_text,
            "text": self._start_text,
        }
        self.ends: dict[str, Callable[[], None]] = {
            "author": self._end_author,
            "comment": lambda: self._end_comment(self.found),
            "threadedComment": lambda: self._end_comment(self.threaded),
            "t": self._end_text,
            "text": self._end_text,
        }

    @property
    def in_comment(self) -> bool:
        return self._place is not None

    # --- .xlsx: a part of its own for each sheet -----------------------------------------------

    def _start_author(self, _: Attributes) -> None:
        self._authors.append("")
        self._take(self._name_author)

    def _name_author(self, piece: str) -> None:
        self._authors[-1] += piece

    def _end_author(self) -> None:
        self._take(None)

    def _start_comment(self, attributes: Attributes) -> None:
        match = _REFERENCE.fullmatch(attributes.get("ref", ""))
        number = attributes.get("authorId", "")
        known = number.isdecimal() and int(number) < len(self._authors)
        self._author = self._authors[int(number)] if known else ""
        self.begin((int(match[2]) - 1, column_index(match[1])) if match else None)

    def _end_comment(self, kept: list[CellComment]) -> None:
        text = "".join(self._text).strip()
        # Excel begins a note with the name of whoever writes it.
        kept += self._ended(text.removeprefix(f"{self._author}:").strip() if self._author else text)

    def _start_text(self, _: Attributes) -> None:
        if self.in_comment:
            self._take(self._text.append)

    def _end_text(self) -> None:
        if self.in_comment:
            self._take(None)

    # --- .ods: in the cell itself --------------------------------------------------------------

    def begin(self, place: tuple[int, int] | None) -> None:
        self._place, self._text = place, []

    def start_paragraph(self) -> None:
        if self._text:
            self._text.append("\n")
        self._start_text({})

    def end_paragraph(self) -> None:
        self._end_text()

    def end(self) -> list[CellComment]:
        return self._ended("".join(self._text).strip())

    def _ended(self, text: str) -> list[CellComment]:
        place, self._place = self._place, None
        return [CellComment(*place, text)] if place and text else []


def without_doubles(found: list[CellComment], threaded: list[CellComment]) -> tuple[CellComment, ...]:
    """Those of a sheet; where there is a discussion, that one."""
    discussed = {(comment.row, comment.column) for comment in threaded}
    return (*(c for c in found if (c.row, c.column) not in discussed), *threaded)
