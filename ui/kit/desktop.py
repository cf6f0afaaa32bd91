"""What the computer around the program is asked for: a printer, a folder shown. Tests put their own in its place."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QWidget

from dagleder.base.errors import UserProblem


class Desktop:
    """The computer itself."""

    def printer(self, title: str, pages: int, window: QWidget) -> QPrinter | None:
        """The printer she chooses, with the pages she wants; None when she leaves the dialog.

        Raises UserProblem when the computer has none.
        """
        if not QPrinterInfo.availablePrinterNames():
            raise UserProblem("Der er ingen printer på denne computer. Gem som PDF, og udskriv den et andet sted.")
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, window)
        dialog.setMinMax(1, pages)
        chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if chosen else None

    def show_folder(self, folder: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def documents(self) -> Path:
        """Where she keeps her documents: the first proposal for a file."""
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
