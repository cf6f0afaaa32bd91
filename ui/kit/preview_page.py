"""A paper before it is printed or saved: the very pages of its PDF, what can be chosen, and the ways out."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from dagleder.base.errors import Bug, UserProblem
from dagleder.base.findings import Level
from dagleder.exchange.save import save_by_rename
from ui.context import Context
from ui.kit.actions import Action, Menu
from ui.kit.buttons import Button, Kind, Look
from ui.kit.desktop import Desktop
from ui.kit.label import Label
from ui.kit.messages import Choice, FileWish, Note
from ui.kit.page import Page
from ui.kit.page_view import PageView
from ui.kit.paper_job import PaperFormat, PaperJob
from ui.kit.pdf_pages import PagePicture, PdfPage, paint_pages, read_pages
from ui.kit.preview_panel import PreviewPanel
from ui.kit.printing import PrintRun
from ui.kit.work import Job, Lane, Progress, Task

_NOTE = "paper"
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_STOPPED = "Siderne blev ikke lavet, fordi du stoppede. Vælg noget andet, eller åbn papiret igen."
_Made = tuple[bytes, tuple[PdfPage, ...]]


class PreviewPage(Page):
    """Opened by `context.show_paper(job)`; an option that is changed makes the paper anew in the background."""

    feature = "paper"
    title = "Udskriv"

    def __init__(self, context: Context, desktop: Desktop | None = None) -> None:
        super().__init__(context)
        self._desktop = desktop or Desktop()
        self._job: PaperJob | None = None
        self._pdf = b""
        self._pages: tuple[PdfPage, ...] = ()
        self._making: Task | None = None
        self._edition = 0  # counts what was asked for: an answer to anything older is thrown away
        self._printing: PrintRun | None = None
        self.view = PageView(context.theme)
        self.panel = PreviewPanel(context.theme, context.clock.today)
        self._place, self._size = Label("", "small", "text2"), Label("", "strong")
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._paper_card(), 1)
        row.addWidget(self.panel)
        self.content.addLayout(row, 1)
        self.view.wanted.connect(self._paint)
        self.view.zoomed.connect(self._tell_place)
        self.view.page_changed.connect(self._tell_place)
        self.panel.changed.connect(self._make)

    def _paper_card(self) -> QWidget:
        theme = self.context.theme
        card = QFrame()
        card.setProperty("kind", "card")
        foot = QHBoxLayout()
        foot.setSpacing(6)
        foot.addStretch(1)
        for icon, name, act in (("minus", "Mindre (−)", self.view.smaller), ("plus", "Større (+)", self.view.larger)):
            foot.addWidget(Button(theme, "", act, Look(icon=icon, compact=True), name))
        foot.insertWidget(2, self._size)
        foot.addWidget(Button(theme, "Hele siden", lambda: self.view.set_zoom(None), Look(Kind.TEXT, compact=True)))
        foot.addWidget(self._place)
        foot.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(1, 1, 1, 6)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
        return card

    # a paper is shown

    def show_paper(self, job: PaperJob) -> None:
        self._job = job
        self._pdf, self._pages = b"", ()
        self.header.set_title(job.title)
        self.setAccessibleName(job.title)
        self.view.forget()
        self.panel.show_job(job)
        *others, last = self.page_actions()
        self.header.show_actions(others, last)
        self.actions_changed.emit()
        self._make()

    @property
    def ready(self) -> bool:
        """True when the paper as chosen is made and its pages in view are painted."""
        return bool(self._pdf) and self._making is None and self.view.complete

    def panes(self) -> Sequence[QWidget]:
        return (self.view, self.panel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves the paper; a field of its choices takes back what was typed first."""
        if event.key() == Qt.Key.Key_Escape:
            self.context.back()
        else:
            super().keyPressEvent(event)

    def page_actions(self) -> Sequence[Action]:
        job = self._job
        if job is None:
            return ()
        formats = [
            Action(f"Gem som {kind.name}", partial(self._save, kind), Menu.FILE, kind.icon, why_not=self._why_not)
            for kind in job.formats
        ]
        return (
            Action("Annullér", self.context.back, Menu.GO),
            *formats,
            Action("Gem som PDF", self._save_pdf, Menu.FILE, "file-down", why_not=self._why_not),
            Action("Udskriv", self._print, Menu.FILE, "printer", "Ctrl+P", why_not=self._why_not),
        )

    def _why_not(self) -> str:
        if self._making is not None:
            return "Siderne er ved at blive lavet."
        return "" if self._pdf else "Der er ingen sider endnu."

    # it is made

    def _make(self) -> None:
        job, options = self._the_job(), self.panel.options
        if self._making is not None:
            self._making.stop()
        self._edition += 1
        edition = self._edition

        def made(_progress: Progress) -> _Made:
            pdf = job.build(options)
            return pdf, read_pages(pdf)

        self._making = self.context.work.start(
            Job(
                "Laver siderne",
                made,
                partial(self._if_wanted, edition, self._show_made),
                partial(self._if_wanted, edition, self._show_failed),
                partial(self._if_wanted, edition, self._show_failed, UserProblem(_STOPPED)),
                Lane.DATA,
            )
        )
        self._renew_actions()

    def _if_wanted(self, edition: int, act: Callable[..., None], answer: object) -> None:
        if edition == self._edition:
            act(answer)

    def _show_made(self, made: _Made) -> None:
        self._making = None
        self._pdf, self._pages = made
        self.view.show_pages(self._pages)
        job = self._the_job()
        self.panel.say(job.remark(len(self._pages)) if job.remark else "")
        self._renew_actions()

    def _show_failed(self, problem: UserProblem) -> None:
        self._making = None
        self._pdf, self._pages = b"", ()
        self.view.forget()
        self.panel.show_problem(problem)
        self._renew_actions()

    def _paint(self, numbers: list[int], scale: float) -> None:
        pdf, edition = self._pdf, self._edition

        def painted(_progress: Progress) -> tuple[PagePicture, ...]:
            return paint_pages(pdf, numbers, scale)

        shown = partial(self._if_wanted, edition, self._show_pictures)
        self.context.work.start(Job("Tegner siderne", painted, shown, lane=Lane.DATA, quiet=True))

    def _show_pictures(self, pictures: tuple[PagePicture, ...]) -> None:
        for picture in pictures:
            self.view.put(picture)

    def _tell_place(self) -> None:
        count = len(self._pages)
        self._place.setText(f"Side {self.view.current + 1} af {count}" if count else "")
        self._size.setText(f"{round(self.view.zoom * 100)} %" if count else "")

    def _renew_actions(self) -> None:
        self.header.bring_up_to_date()
        self._tell_place()

    # the ways out

    def _save_pdf(self) -> None:
        pdf = self._pdf
        self._save(PaperFormat("PDF", ".pdf", lambda _options: pdf))

    def _save(self, kind: PaperFormat) -> None:
        start = self._desktop.documents() / f"{_plain_name(self._the_job().file_name)}{kind.extension}"
        wish = FileWish(f"Gem som {kind.name}", ((kind.name, f"*{kind.extension}"),), start)
        path = self.context.messages.file_to_save(wish)
        if path is not None:
            whole = path if path.suffix.casefold() == kind.extension else path.with_name(path.name + kind.extension)
            self._write(kind, whole)

    def _write(self, kind: PaperFormat, path: Path) -> None:
        options = self.panel.options
        self.context.messages.clear_note(_NOTE)

        def written(_progress: Progress) -> Path:
            save_by_rename(path, kind.build(options))
            return path

        failed = partial(self._show_not_saved, kind, path)
        self.context.work.start(Job(f"Gemmer {path.name}", written, self._tell_saved, failed, lane=Lane.DATA))

    def _tell_saved(self, path: Path) -> None:
        self._note_printed()
        show = Choice("Åbn mappe", partial(self._desktop.show_folder, path.parent))
        self.context.messages.tell(f"{path.name} er gemt", (show,))

    def _show_not_saved(self, kind: PaperFormat, path: Path, problem: UserProblem) -> None:
        other = problem.suggestion
        ways = (Choice(f"Gem som “{other}”", partial(self._write, kind, path.with_name(other))),) if other else ()
        again = Choice("Prøv igen", partial(self._write, kind, path))
        self.context.messages.note(Note(_NOTE, Level.MUST, problem.sentence, choices=(*ways, again)))

    def _print(self) -> None:
        try:
            printer = self._desktop.printer(self._the_job().file_name, len(self._pages), self.window())
        except UserProblem as problem:
            self.context.messages.problem(problem)
            return
        if printer is not None:
            self._printing = PrintRun(self.context.work, printer, self._pdf, self._pages)
            self._printing.done.connect(self._tell_printed)
            self._printing.failed.connect(self.context.messages.problem)
            self._printing.start()

    def _note_printed(self) -> None:
        if printed := self._the_job().printed:
            printed(self.panel.options)

    def _tell_printed(self) -> None:
        self._note_printed()
        self.context.messages.tell(f"{self._the_job().file_name} er sendt til printeren")

    def _the_job(self) -> PaperJob:
        if self._job is None:
            raise Bug("no paper is shown")
        return self._job


def _plain_name(name: str) -> str:
    """A file name that every system takes."""
    return _FORBIDDEN.sub("-", name).strip(" .") or "Dagleder"
