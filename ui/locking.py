"""Locking the window: when nobody is there, on Ctrl+L, and when the computer is locked or goes to sleep.

What was shown is hidden, not blurred; the file is closed in the data lane; dialogs and fields stay as they were,
out of sight, so that not a letter is lost.
"""

from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from dagleder.base.errors import UserProblem
from dagleder.base.text import plural
from dagleder.storage.problems import WrongSecret
from dagleder.storage.secret import Secret
from ui.context import Parts
from ui.house import Door
from ui.kit.attempts import AttemptsByFile
from ui.kit.idle import WARN_BEFORE, IdleWatch
from ui.kit.messages import Choice
from ui.kit.overlay import Overlay
from ui.kit.status_line import clock_at
from ui.kit.system_lock import SystemLock
from ui.kit.unlock import UnlockPage, Way, Words
from ui.kit.work import Job, Lane, Progress
from ui.stage import Scene

LOCKED_TITLE = "låst"
NOTHING_TO_LOCK = "Huset har ingen adgangskode, så der er intet at låse. Sæt en under Indstillinger › Sikkerhed."


class Locker(QObject):
    """Guards one open house at a time."""

    locking = Signal()  # the file is about to be closed: what is put in the data lane now comes first
    unlocked = Signal()
    close_file = Signal()  # 'Luk filen' on the locked window

    def __init__(self, application: QApplication, scene: Scene, parts: Parts, attempts: AttemptsByFile) -> None:
        super().__init__(scene.window)
        self._attempts = attempts
        self._window, self._stage, self._book, self._parts = scene.window, scene.stage, scene.book, parts
        self._door: Door | None = None
        self._minutes = 0
        self._with_computer = True
        self._page: UnlockPage | None = None
        self._hidden: list[QDialog] = []
        self._focus: QWidget | None = None
        self.idle = IdleWatch(application, parent=self)
        self.idle.warned.connect(self._warn)
        self.idle.touched_again.connect(parts.messages.clear_toast)
        self.idle.due.connect(lambda: self.lock(self._idle_text()))
        self.system = SystemLock(self)
        self.system.locked.connect(self._computer_locked)

    @property
    def locked(self) -> bool:
        return self._page is not None

    def why_not(self) -> str:
        """Why the house cannot be locked, or ''."""
        return "" if self._door is not None else NOTHING_TO_LOCK

    def guard(self, door: Door, minutes: int, *, with_computer: bool) -> None:
        """A house with a password is open: lock it when nobody has touched it for so long."""
        self._door, self._minutes, self._with_computer = door, minutes, with_computer
        self.idle.start(minutes)

    def release(self) -> None:
        """The house is closed, or has no password (any more)."""
        self._door = None
        self._page = None
        self._hidden.clear()
        self.idle.stop()

    def lock(self, why: str = "Du låste Dagleder.") -> None:
        """At once; what is still being written in the background is finished before the file is closed."""
        if self._door is None or self.locked:
            return
        now = self._parts.clock.now()
        self.idle.stop()
        self._keep_drafts()
        self._hide()
        self._page = UnlockPage(self._parts.theme, self._words(why, now), self._attempts.at(self._door.path))
        self._page.tried.connect(self._unlock)
        self._page.chosen.connect(lambda _way: self.close_file.emit())
        self._stage.show_lock(self._page)
        self._window.show_title(LOCKED_TITLE)
        self._stage.status_line.show_locked(f"Låst kl. {clock_at(now)} · genåbnes med adgangskoden")
        self._page.setFocus()
        self.locking.emit()
        door, work = self._door, self._parts.work

        def close_file(_progress: Progress) -> None:
            work.wait_for_reckoning()
            door.lock()

        work.start(Job("Låser", close_file, _nothing, lane=Lane.DATA, quiet=True))

    # unlocking

    def _unlock(self, secret: Secret) -> None:
        door = self._door
        if door is None:
            return

        def unlock(_progress: Progress) -> None:
            door.unlock(secret)

        job = Job("Låser op", unlock, self._unlocked, self._refused, lane=Lane.DATA, quiet=True)
        self._parts.work.start(job)

    def _refused(self, problem: UserProblem) -> None:
        if self._page is None:
            return
        if isinstance(problem, WrongSecret):
            self._page.show_wrong(problem)
        else:
            self._page.show_problem(problem)

    def _unlocked(self, _answer: None) -> None:
        self._page = None
        if self._door is not None:
            self._attempts.at(self._door.path).forget()
        self._stage.end_lock()
        self._book.pause(paused=False)
        for dialog in self._hidden:
            if isValid(dialog):
                dialog.show()
        self._hidden.clear()
        if self._focus is not None and isValid(self._focus):
            self._focus.window().activateWindow()
            self._focus.setFocus()
        self._focus = None
        self.idle.start(self._minutes)
        self.unlocked.emit()

    # locking

    def _hide(self) -> None:
        """Everything that shows something of the house, wherever it is."""
        self._focus = QApplication.focusWidget()
        for overlay in self._window.findChildren(Overlay):
            if overlay.isVisible():
                self._focus = None
                overlay.reject()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window and widget.isVisible():
                if isinstance(widget, QDialog):
                    self._hidden.append(widget)
                widget.hide()
        self._parts.messages.clear_toast()
        self._book.pause(paused=True)

    def _keep_drafts(self) -> None:
        try:
            self._parts.drafts.keep_now()
        except UserProblem:
            # The fields keep their text while the window is locked; only a crash now could lose it.
            return

    def _words(self, why: str, now: datetime) -> Words:
        saved = f"{why} Alt er gemt kl. {clock_at(now)}, også den sætning, du var i gang med."
        foot = "Du kommer tilbage til samme sted: samme side, samme linje."
        return Words(
            "Låst, mens du var væk" if "rørt" in why else "Dagleder er låst",
            saved,
            foot,
            (Way("close", "Luk filen"),),
            locked=True,
        )

    def _idle_text(self) -> str:
        return f"Ingen har rørt Dagleder i {plural(self._minutes, 'minut', 'minutter')}."

    def _warn(self) -> None:
        choices = (Choice("Bliv her", self.idle.touch), Choice("Lås nu", self.lock))
        text = f"Låser om {WARN_BEFORE:.0f} sekunder"
        self._parts.messages.tell(text, choices, shown_ms=round(WARN_BEFORE * 1000))

    def _computer_locked(self) -> None:
        if self._with_computer:
            self.lock("Computeren blev låst.")


def _nothing(_answer: None) -> None:
    """There is nothing to do when the file has been closed."""
