"""Møder: what they are called, how long they last, where and for whom; and how many hours a year may have of them."""

from functools import partial

from dagleder.meetings.kinds import KindDraft
from dagleder.meetings.service import MeetingsService
from ui.context import Context
from ui.settings.frame_part import FramePart
from ui.settings.hiding_section import HidingSection, Kinds
from ui.settings.kind_rows import KindRow


class KindsSection(HidingSection):
    title = "Mødetyper og mødetimer"
    short = "Mødetyper"
    deed = "Ret mødetyper"
    icon = "calendar-days"
    words = "møde personalemøde stuemøde bogstav varighed sted deltagere skjul ramme timer"
    tables = frozenset({"meeting_kind", "meeting_frame"})

    def __init__(self, context: Context, meetings: MeetingsService) -> None:
        every, row = partial(meetings.kinds, hidden=True), partial(KindRow, context, meetings)
        super().__init__(
            context, Kinds("Ny mødetype", every, row, lambda name: meetings.add_kind(KindDraft(name, "N")))
        )
        self.frame_part = FramePart(context, meetings)
        self.add_block(self.frame_part)

    def load(self) -> None:
        super().load()
        self.frame_part.load()
