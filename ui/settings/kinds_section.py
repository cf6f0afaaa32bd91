"""Møder: what they are called, how long they last, where and for whom; and how many hours a year may have of them."""

from functools import partial

from dagleder.meetings.kinds import KindDraft
from dagleder.meetings.service import MeetingsService
from ui.context import Context
from ui.kit.buttons import Button, Kind, Look
from ui.settings.frame_part import FramePart
from ui.settings.kind_rows import KindRow
from ui.settings.row_list import RowList
from ui.settings.section import Section

_NEW = "Ny mødetype"


class KindsSection(Section):
    title = "Mødetyper og mødetimer"
    short = "Mødetyper"
    deed = "Ret mødetyper"
    icon = "calendar-days"
    words = "møde personalemøde stuemøde bogstav varighed sted deltagere skjul ramme timer"
    tables = frozenset({"meeting_kind", "meeting_frame"})

    def __init__(self, context: Context, meetings: MeetingsService) -> None:
        super().__init__(context.theme, [Button(context.theme, _NEW, self._add, Look(Kind.TEXT, "plus", compact=True))])
        self._context, self._meetings = context, meetings
        self._all = False
        self.rows: RowList[KindRow] = RowList(partial(KindRow, context, meetings), spacing=0)
        self.more = Button(context.theme, "Vis skjulte", self._turn_more, Look(Kind.LINK))
        self.frame_part = FramePart(context, meetings)
        self.add_block(self.rows, self.more)
        self.add_block(self.frame_part)

    def load(self) -> None:
        every = self._meetings.kinds(hidden=True)
        hidden = [kind for kind in every if kind.hidden]
        self.rows.show_items({kind.id: kind for kind in every if self._all or not kind.hidden})
        self.more.setVisible(bool(hidden))
        self.frame_part.load()
        self.more.setText("Vis kun dem, I bruger" if self._all else f"Vis skjulte ({len(hidden)})")

    def _turn_more(self) -> None:
        self._all = not self._all
        self.load()

    def _add(self) -> None:
        names = {kind.name for kind in self._meetings.kinds(hidden=True)}
        name = next(each for each in (_NEW, *(f"{_NEW} {n}" for n in range(2, 999))) if each not in names)
        outcome = self._context.run(f"{name} er tilføjet", lambda: self._meetings.add_kind(KindDraft(name, "N")))
        if (row := self.rows.rows.get(outcome.value)) is not None:
            row.begin()
