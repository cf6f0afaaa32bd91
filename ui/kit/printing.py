"""Pages onto a printer, one after the other: a picture of each is made in the background and then handed over."""

from PySide6.QtCore import QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from dagleder.base.errors import UserProblem
from ui.kit.pdf_pages import PagePicture, PdfPage, paint_pages
from ui.kit.work import Job, Lane, Progress, Work

_FINEST = 300  # dots an inch; more is not seen on paper, and an A3 sheet would take hundreds of megabytes
_POINTS_AN_INCH = 72


class PrintRun(QObject):
    """One printing of a paper; `done` or `failed` tells its end."""

    done = Signal()
    failed = Signal(object)  # UserProblem

    def __init__(self, work: Work, printer: QPrinter, pdf: bytes, pages: tuple[PdfPage, ...]) -> None:
        super().__init__()
        self._work = work
        self._printer = printer
        self._pdf = pdf
        self._pages = pages
        self._numbers = _wanted(printer, len(pages))
        self._painter = QPainter()

    def start(self) -> None:
        self._next()

    def _next(self) -> None:
        if not self._numbers:
            self._painter.end()
            self.done.emit()
            return
        number, scale = self._numbers[0], min(_FINEST, self._printer.resolution()) / _POINTS_AN_INCH

        def picture(_progress: Progress) -> PagePicture:
            return paint_pages(self._pdf, (number,), scale)[0]

        name = f"Udskriver side {number + 1} af {len(self._pages)}"
        self._work.start(Job(name, picture, self._put, self._stop, self._cancel, Lane.DATA))

    def _put(self, picture: PagePicture) -> None:
        number = self._numbers.pop(0)
        self._lay_sheet(self._pages[number])
        begun = self._printer.newPage() if self._painter.isActive() else self._painter.begin(self._printer)
        if not begun:
            self._stop(UserProblem("Printeren svarer ikke. Se om den er tændt, eller gem som PDF."))
            return
        image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        sheet = self._printer.paperRect(QPrinter.Unit.DevicePixel)
        self._painter.drawImage(_fitted(QSizeF(picture.width, picture.height), sheet.size()), image)
        self._next()

    def _lay_sheet(self, page: PdfPage) -> None:
        """The sheet lies as the page does, and is printed to its edge: the page brings its own margins."""
        self._printer.setFullPage(True)
        size = QPageSize(
            QSizeF(page.width, page.height), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyOrientationMatch
        )
        self._printer.setPageSize(size)
        lying = page.width > page.height
        self._printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
        )

    def _stop(self, problem: UserProblem) -> None:
        self._cancel()
        self.failed.emit(problem)

    def _cancel(self) -> None:
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()


def _wanted(printer: QPrinter, count: int) -> list[int]:
    first, last = printer.fromPage() or 1, printer.toPage() or count
    return list(range(first - 1, min(last, count)))


def _fitted(picture: QSizeF, sheet: QSizeF) -> QRectF:
    """The picture in the middle of the sheet, as large as it fits."""
    scale = min(sheet.width() / picture.width(), sheet.height() / picture.height())
    size = picture * scale
    return QRectF((sheet.width() - size.width()) / 2, (sheet.height() - size.height()) / 2, size.width(), size.height())
