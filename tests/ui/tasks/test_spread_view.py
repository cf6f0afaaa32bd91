"""'Spredning' at every text size: the picture's words are as large as those beside it."""

import pytest
from PySide6.QtCore import QSize

from dagleder.tasks.spread_drawing import TEXT_SIZE
from tests.ui.grabs import cut_off, settle
from ui.kit.drawing import DrawingView


def scales(view: DrawingView) -> tuple[float, float]:
    """How much larger it stands there than it is drawn, by width and by height."""
    drawn = view._drawing
    return view.width() / drawn.width, view.height() / drawn.height


@pytest.mark.parametrize("size", [QSize(1366, 768), QSize(1440, 900)])
@pytest.mark.parametrize("text_size", [100, 130])
def test_the_names_in_the_picture_follow_the_text_size(page, place, theme, size, text_size):
    page.list.show_spread()
    place.room.resize(size)
    settle(place.room)
    theme.choose(text_size=text_size)
    settle(place.room)
    views = [view for view in page.spread.findChildren(DrawingView) if view.isVisible()]
    assert len(views) == len(place.services.settings.open_teams())
    wanted = theme.px(13) / TEXT_SIZE
    assert all(scale == pytest.approx(wanted, rel=0.01) for view in views for scale in scales(view))
    assert not list(cut_off(place.room))
