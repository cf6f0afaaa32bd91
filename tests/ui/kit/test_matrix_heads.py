import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.kit.compounds import SOFT
from ui.kit.matrix_heads import MOST_LINES, broken, fits, least_room, roomy

LETTERS = st.text("abdefghijklmnoprstuvyæøå -" + SOFT, max_size=40)


def by_letter(text):
    return float(len(text))


@pytest.mark.parametrize(
    ("title", "room", "lines"),
    [
        ("TRAS", 9, ("TRAS",)),
        (f"Leg og lærings{SOFT}miljø", 8, ("Leg og", "lærings-", "miljø")),
        (f"Sprog{SOFT}vurdering", 9, ("Sprog-", "vurdering")),
        ("Sprogvurdering", 9, ("Sprogvur-", "dering")),
        ("Førstehjælp", 8, ("Første-", "hjælp")),
        (f"Medicin{SOFT}håndtering", 9, ("Medicin-", "håndte-", "ring")),
        ("samarbejde", 9, ("samar-", "bejde")),
        (f"Brand{SOFT}ansvarlig", 10, ("Brand-", "ansvarlig")),
        (f"Brand{SOFT}ansvarlig", 14, ("Brandansvarlig",)),
        ("It-systemer", 8, ("It-", "systemer")),
    ],
)
def test_a_head_is_broken_as_one_would_write_it(title, room, lines):
    assert broken(title, room, by_letter) == lines
    assert fits(title, room, by_letter)


def test_what_is_too_long_for_three_lines_says_that_there_is_more():
    lines = broken("Omsætte politiske beslutninger loyalt i hverdagen", 11, by_letter)
    assert len(lines) == MOST_LINES
    assert lines[-1].endswith("…")
    assert not fits("Omsætte politiske beslutninger loyalt i hverdagen", 11, by_letter)


def test_columns_are_as_narrow_as_the_longest_head_allows():
    titles = ("TRAS", "Sprogvurdering", "Samarbejde med eksterne parter")
    room = least_room(titles, 4, 40, by_letter)
    assert all(fits(title, room, by_letter) for title in titles)
    assert not all(fits(title, room - 1, by_letter) for title in titles)
    assert least_room(titles, 4, 6, by_letter) == 6


def test_with_room_for_it_words_are_broken_only_where_they_are_put_together():
    titles = (f"Forældre{SOFT}samarbejde", "TRAS")
    assert least_room(titles, 4, 40, by_letter) < roomy(titles, 4, 40, by_letter) == len("samarbejde")


@given(LETTERS, st.integers(4, 20))
def test_no_letter_is_lost_where_a_head_fits_and_no_line_is_too_long(title, room):
    lines = broken(title, room, by_letter)
    assert len(lines) <= MOST_LINES
    assert all(len(line) <= room for line in lines)
    if fits(title, room, by_letter):
        whole = "".join(lines).replace("-", "").replace(" ", "")
        assert whole == title.replace(SOFT, "").replace("-", "").replace(" ", "")
