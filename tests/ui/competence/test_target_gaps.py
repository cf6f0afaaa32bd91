"""'Pr. stue' against the roles' targets: what is below, and what nobody has assessed, seen whole."""

import pytest
from PySide6.QtGui import QFontMetrics

from ui.competence.coverage import LOOK
from ui.competence.target_gaps import WIDE


@pytest.mark.parametrize("size", [100, 130])
def test_no_number_is_wider_than_its_column(page, place, grab, theme, size):
    theme.choose(text_size=size)
    page.show_tab("coverage")
    page.coverage.against.chosen.emit("targets")
    grab(place.room, f"kompetencer-maal-{size}")
    texts = [line for cell in page.coverage.grid.content.stored_cells.values() for line in cell.text.split("\n")]
    wide = QFontMetrics(theme.font("small"))
    assert max(map(wide.horizontalAdvance, [*texts, "618 ikke vurderet"])) <= theme.px(LOOK.least) * WIDE
