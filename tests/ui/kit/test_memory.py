"""What is remembered beside the house: kept over restarts, and never in the way."""

import json

import pytest

from dagleder.base.command import Json
from ui.kit.memory import Memory

NONE: list[Json] = []
ONE: list[Json] = [1]


def test_what_is_kept_is_there_next_time(tmp_path):
    memory = Memory(tmp_path / "husket.json")
    memory.keep("page:staff", "widths", [258, 404])
    memory.save()
    assert Memory(tmp_path / "husket.json").get("page:staff", "widths", NONE) == [258, 404]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"page:staff": 3}', '{"page:staff": {"widths": "wide"}}'])
def test_a_damaged_file_is_begun_anew(tmp_path, text):
    file = tmp_path / "husket.json"
    file.write_text(text, "utf-8")
    assert Memory(file).get("page:staff", "widths", ONE) == ONE


def test_nothing_is_written_where_nothing_has_changed(tmp_path):
    file = tmp_path / "husket.json"
    Memory(file).save()
    assert not file.exists()


def test_it_is_written_whole(tmp_path):
    memory = Memory(tmp_path / "husket.json")
    memory.keep("look", "text_size", 115)
    memory.save()
    assert [path.name for path in tmp_path.iterdir()] == ["husket.json"]
    assert json.loads((tmp_path / "husket.json").read_text("utf-8")) == {"look": {"text_size": 115}}
