"""The meetings and series of meetings that somebody is named on. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dagleder.base.dates import clock_digits, day_text
from dagleder.base.findings import Level
from dagleder.base.text import plural
from dagleder.departure.orphans import NOBODY, Line, Section, section, some_names
from dagleder.meetings.meeting import Meeting

_FEATURE: Final = "meetings"


@dataclass(frozen=True, slots=True)
class Meetings:
    """`meetings` are those after `day` that name her and are not cancelled, by start."""

    employee_id: int
    day: date
    meetings: Sequence[Meeting]

    def sections(self) -> tuple[Section, ...]:
        single = [meeting for meeting in self.meetings if meeting.series_id is None]
        series: dict[tuple[int, str], list[Meeting]] = {}  # one year's and the next's are the same to her
        for meeting in self.meetings:
            if meeting.series_id is not None:
                series.setdefault((meeting.kind.id, meeting.full_title), []).append(meeting)
        return (
            section("series", "Møderækker", map(self._series, series.values())),
            section("meetings", "Møder", map(self._single, single)),
        )

    def _series(self, meetings: Sequence[Meeting]) -> Line:
        first = meetings[0]
        count = plural(len(meetings), "møde", "møder")
        return self._line(first, f"Står på {count}, det første {self._when(first)}.")

    def _single(self, meeting: Meeting) -> Line:
        return self._line(meeting, f"{self._when(meeting)}.")

    def _when(self, meeting: Meeting) -> str:
        return f"{day_text(meeting.day, year=meeting.day.year != self.day.year)} kl. {clock_digits(meeting.start)}"

    def _line(self, meeting: Meeting, detail: str) -> Line:
        others = list(self._others(meeting))
        successor = some_names(others) if others else NOBODY
        level = Level.INFO if others else Level.SHOULD
        return Line(meeting.full_title, detail, successor, level, meeting.day, (_FEATURE, meeting.id))

    def _others(self, meeting: Meeting) -> Iterator[str]:
        """Who else of the staff is named on it."""
        for guest in meeting.guests:
            if guest.employee_id is not None and guest.employee_id != self.employee_id:
                yield guest.name
