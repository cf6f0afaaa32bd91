"""What is worth telling about a year's meetings, read beside the page: a year of checks takes a moment."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from dagleder.base.findings import Finding
from dagleder.meetings.plan_year import PlanYear
from dagleder.meetings.service import MeetingsService
from ui.context import Context
from ui.kit.messages import Note
from ui.kit.work import Job, Lane
from ui.meetings.year_notes import to_look_at, to_solve, year_notes


class YearChecks(QObject):
    """`found` comes with each answer; answers to an earlier question are thrown away."""

    found = Signal()

    def __init__(self, context: Context, meetings: MeetingsService) -> None:
        super().__init__()
        self._context, self._meetings = context, meetings
        self._edition = 0
        self._findings: list[Finding] = []

    def ask(self, year: PlanYear) -> None:
        """The findings of the year from today on."""
        self._edition += 1
        today, edition = self._context.clock.today(), self._edition
        job = Job(
            "Ser på årets møder",
            lambda _progress: self._meetings.year_findings(year, today),
            lambda findings: self._know(findings, edition),
            quiet=True,
            lane=Lane.DATA,
        )
        self._context.work.start(job)

    def notes(self, show: Callable[[int], None], next_one: Callable[[], None]) -> list[Note]:
        return year_notes(self._findings, show, next_one)

    @property
    def marks(self) -> frozenset[int]:
        """The meetings with something that must be solved."""
        return to_solve(self._findings)

    def next_after(self, chosen: int | None) -> int | None:
        """The next meeting that ought to be looked at, round and round."""
        waiting = to_look_at(self._findings)
        if not waiting:
            return None
        at = waiting.index(chosen) + 1 if chosen in waiting else 0
        return waiting[at % len(waiting)]

    def _know(self, findings: list[Finding], edition: int) -> None:
        if edition == self._edition:
            self._findings = findings
            self.found.emit()
