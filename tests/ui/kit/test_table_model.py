from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt

from ui.kit.table_model import TableModel
from ui.kit.table_values import CellLook, Column, Group, Grouping, GroupLine, NoteLine, RowLine, RowNote


@dataclass(frozen=True)
class Person:
    name: str
    hours: int | None
    team: int


STAFF = (
    Person("Åse Aagesen", 28, 1),
    Person("Karen Ulvdal", 35, 2),
    Person("Øjvind Ærø", None, 1),
    Person("Birthe Lindemark", 37, 1),
    Person("Søren Skov", 30, 2),
)
TEAMS = {1: Group("Mariehønen", "bug"), 2: Group("Egernet", "squirrel")}
COLUMNS = (
    Column("name", "Navn", lambda row: row.name),
    Column("hours", "Timer", lambda row: str(row.hours or ""), sort=lambda row: row.hours, right=True, width=60),
)


def make(*, grouped=True, notes=None):
    grouping = Grouping(lambda row: row.team, TEAMS.__getitem__) if grouped else None
    model = TableModel(COLUMNS, lambda row: row.name, grouping, notes)
    model.set_rows(STAFF)
    return model


def names(model):
    return [row.name.split()[0] for row in model.shown_rows()]


def test_rows_keep_their_order_until_they_are_sorted():
    assert names(make(grouped=False)) == ["Åse", "Karen", "Øjvind", "Birthe", "Søren"]


def test_groups_stand_in_the_order_of_their_first_row_with_their_number():
    model = make()
    heads = [line.text for line in map(model.line, range(model.rowCount())) if isinstance(line, GroupLine)]
    assert heads == ["Mariehønen · 3", "Egernet · 2"]
    assert names(model) == ["Åse", "Øjvind", "Birthe", "Karen", "Søren"]


@pytest.mark.parametrize(
    ("column", "order", "expected"),
    [
        (0, Qt.SortOrder.AscendingOrder, ["Birthe", "Karen", "Søren", "Øjvind", "Åse"]),
        (0, Qt.SortOrder.DescendingOrder, ["Åse", "Øjvind", "Søren", "Karen", "Birthe"]),
        (1, Qt.SortOrder.AscendingOrder, ["Åse", "Søren", "Karen", "Birthe", "Øjvind"]),
        (1, Qt.SortOrder.DescendingOrder, ["Birthe", "Karen", "Søren", "Åse", "Øjvind"]),
    ],
)
def test_sorting_is_danish_by_value_and_leaves_the_empty_last(column, order, expected):
    model = make(grouped=False)
    model.sort(column, order)
    assert names(model) == expected


def test_sorting_goes_on_inside_the_groups():
    model = make()
    model.sort(0)
    assert names(model) == ["Birthe", "Øjvind", "Åse", "Karen", "Søren"]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("asger", []),
        ("aase", ["Åse"]),
        ("AAGESEN", ["Åse"]),
        ("åge", ["Åse"]),
        ("soren", []),
        ("soeren", ["Søren"]),
        ("skov s", ["Søren"]),
        ("egern", ["Karen", "Søren"]),
        ("mariehønen 28", ["Åse"]),
        ("  ", ["Åse", "Øjvind", "Birthe", "Karen", "Søren"]),
    ],
)
def test_the_filter_finds_words_in_any_column_and_in_the_groups_name(typed, expected):
    model = make()
    model.set_filter(typed)
    assert names(model) == expected


def test_a_group_without_a_match_has_no_head():
    model = make()
    model.set_filter("karen")
    assert [line.text for line in [model.line(0)] if isinstance(line, GroupLine)] == ["Egernet · 1"]
    assert model.rowCount() == 2
    assert model.row_count == 5


def test_a_folded_group_shows_its_head_only_but_gives_way_to_the_filter():
    model = make()
    model.toggle(1)
    assert names(model) == ["Karen", "Søren"]
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Mariehønen, 3, foldet sammen"
    model.set_filter("åse")
    assert names(model) == ["Åse"]
    model.set_filter("")
    model.toggle(1)
    assert len(names(model)) == 5


def test_a_note_stands_under_its_row():
    model = make(grouped=False, notes=lambda row: () if row.hours else (RowNote("Timer mangler."),))
    kinds = [type(model.line(number)) for number in range(model.rowCount())]
    assert kinds == [RowLine, RowLine, RowLine, NoteLine, RowLine, RowLine]
    assert model.index(3, 0).data() == "Timer mangler."
    assert model.other_lines() == [3]


def test_a_row_is_found_again_by_its_id():
    model = make()
    assert model.line_of("Karen Ulvdal") == 5
    assert model.line_of("Ingen") is None


def test_what_a_screen_reader_hears():
    model = make()
    model.toggle(2)
    spoken = Qt.ItemDataRole.AccessibleTextRole
    assert model.index(0, 0).data(spoken) == "Mariehønen, 3"
    assert model.index(4, 0).data(spoken) == "Egernet, 2, foldet sammen"
    assert model.index(1, 1).data(spoken) == "Timer: 28"


def test_a_tick_column_tells_its_state():
    column = Column("on", "", lambda _: "", look=CellLook.TICK, shape=lambda row: row.team == 1)
    model = TableModel((column,), lambda row: row.name)
    model.set_rows(STAFF[:2])
    states = [model.index(number, 0).data(Qt.ItemDataRole.CheckStateRole) for number in range(2)]
    assert states == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsUserCheckable


def test_texts_are_made_only_for_what_is_painted():
    asked: list[Person] = []

    def name(row):
        asked.append(row)
        return row.name

    column = Column("name", "Navn", name)
    model = TableModel((column,), lambda row: row.name)
    model.set_rows(STAFF)
    assert asked == []
    assert model.index(2, 0).data() == "Øjvind Ærø"
    assert asked == [STAFF[2]]
