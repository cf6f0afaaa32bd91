"""A house with no tasks, and with nobody to give them to."""

from dagleder.tasks.directions import NO_STAFF
from tests.ui.faults import faults
from tests.ui.painted import cut_short
from ui.kit.empty_state import EmptyState
from ui.kit.label import Label


def test_an_empty_list_shows_the_way_to_the_line_above(new_place, grab):
    page = new_place.open("tasks")
    grab(new_place.room, "opgaver-tom")
    assert faults(new_place.room) + cut_short(new_place.room) == []
    empty = next(part for part in page.list.pane.findChildren(EmptyState) if part.isVisible())
    assert [label.text() for label in empty.findChildren(Label) if label.isVisible()] == [
        "Ingen opgaver",
        "Skriv den første i linjen ovenfor: hvad, hvem og hvornår.",
    ]
    assert new_place.room.focusWidget() is page.quick.line


def test_where_there_is_nobody_the_dialog_says_so(new_place, grab):
    page = new_place.open("tasks")
    page.quick.line.setText("Ryd op i skuret")
    page.quick.line.returnPressed.emit()
    new_place.press("Uddelegér…")
    grab(new_place.room, "uddeleger-ingen")
    assert faults(new_place.room) + cut_short(new_place.room) == []
    assert not page.dialog.foot.give.isEnabled()
    assert [line.text for line in page.dialog.list.view.people.lines] == [NO_STAFF]
    for card in page.dialog.directions.cards.values():
        assert (card.who, card.accessibleName().endswith(f": Ingen. {NO_STAFF}")) == ("Ingen", True)
    page.dialog.reject()
    assert page.list.table.chosen_row().task.title == "Ryd op i skuret"
