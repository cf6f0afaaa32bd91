"""Pages of a PDF file as plain pictures. pdfium is used from one thread at a time: the data lane."""

from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2


@dataclass(frozen=True)
class PdfPage:
    """One page as the file describes it: its size in points, and its text."""

    width: float
    height: float
    text: str


@dataclass(frozen=True)
class PagePicture:
    """A page painted at so many px to a point: 32 bits a px, blue first, lines of `stride` bytes."""

    number: int
    scale: float
    width: int
    height: int
    stride: int
    pixels: bytes


def read_pages(pdf: bytes) -> tuple[PdfPage, ...]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_described(document[number]) for number in range(len(document)))
    finally:
        document.close()


def paint_pages(pdf: bytes, numbers: Iterable[int], scale: float) -> tuple[PagePicture, ...]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_painted(document[number], number, scale) for number in numbers)
    finally:
        document.close()


def _described(page: pypdfium2.PdfPage) -> PdfPage:
    width, height = page.get_size()
    words = page.get_textpage()
    try:
        return PdfPage(width, height, " ".join(words.get_text_bounded().split()))
    finally:
        words.close()
        page.close()


def _painted(page: pypdfium2.PdfPage, number: int, scale: float) -> PagePicture:
    bitmap = page.render(scale=scale, prefer_bgrx=True)
    try:
        return PagePicture(number, scale, bitmap.width, bitmap.height, bitmap.stride, bytes(bitmap.buffer))
    finally:
        bitmap.close()
        page.close()
