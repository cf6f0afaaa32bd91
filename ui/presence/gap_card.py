"""One gap of the week in words, with its ways out as links."""

from functools import partial

from PySide6.QtCore import Signal

from dagleder.presence.gaps import Gap, WayOut
from ui.kit.notice_card import NoticeCard
from ui.theme.theme import Theme


class GapCard(NoticeCard):
    """A click on it (or Enter) shows where it is: `chosen`. `taken` tells a way out."""

    chosen = Signal(object)  # Gap
    taken = Signal(object, object)  # Gap, WayOut

    def __init__(self, theme: Theme, gap: Gap, *, large: bool = False) -> None:
        ways = [(_text_of(way), partial(self._take, way)) for way in gap.ways]
        super().__init__(theme, gap.level, (gap.headline, gap.explanation), ways, large=large)
        self.gap = gap
        self.pressed.connect(partial(self.chosen.emit, gap))

    def _take(self, way: WayOut) -> None:
        self.taken.emit(self.gap, way)


def _text_of(way: WayOut) -> str:
    return f"{way.label}…" if way.team_id is None and way.where_to_open is None else way.label
