"""Whatever is done to a file, the engine reads it or refuses it with a sentence."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.exchange.tables import read_table_bytes
from tests.exchange.spreadsheets import Rows, ods, xls, xlsx
from tests.exchange.test_tables import TARGET

ROWS: Rows = [["Navn", "Stue", "Timer"], *([f"Person {n}", "Egernet", 30.0 + n] for n in range(12))]
FILES = {
    "xlsx": xlsx({"Ark": ROWS}, comments=[("A2", "Zenia:\nkun om onsdagen")]),
    "ods": ods(ROWS),
    "xls": xls(ROWS),
    "csv": "\r\n".join(";".join(map(str, row)) for row in ROWS).encode("cp1252"),
    "utf-16": "\r\n".join("\t".join(map(str, row)) for row in ROWS).encode("utf-16"),
}
DAMAGE = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=8)


def try_to_read(content):
    with suppress(UserProblem):
        assert "name" in read_table_bytes(content, "liste", TARGET).field_columns


@pytest.mark.parametrize("kind", FILES)
@given(damage=DAMAGE)
def test_a_file_with_wrong_bytes_is_read_or_refused(kind, damage):
    content = bytearray(FILES[kind])
    for place, value in damage:
        content[int(place * len(content))] = value
    try_to_read(bytes(content))


@pytest.mark.parametrize("kind", FILES)
@given(cut=st.floats(0, 1), again=st.floats(0, 1))
def test_a_file_cut_off_or_sewn_together_is_read_or_refused(kind, cut, again):
    content = FILES[kind]
    try_to_read(content[: int(cut * len(content))] + content[int(again * len(content)) :])


@settings(max_examples=300)
@given(content=st.binary(max_size=400))
def test_noise_is_read_or_refused(content):
    try_to_read(content)


@given(text=st.text(max_size=300), encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]))
def test_any_text_is_read_or_refused(text, encoding):
    try_to_read(f"Navn;Stue\n{text}".encode(encoding))
