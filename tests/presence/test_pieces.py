from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from dagleder.presence.pieces import Piece, without_all

JULY = date(2026, 7, 1)
PIECES = st.builds(
    lambda day, length, start, span: Piece(
        JULY + timedelta(days=day), JULY + timedelta(days=day + length), start * 60, min(24, start + span) * 60
    ),
    st.integers(0, 8),
    st.integers(0, 5),
    st.integers(0, 23),
    st.integers(1, 24),
)


def hours_of(piece):
    """Every (day, hour) the piece takes: the plain way to compare."""
    days = range((piece.last - piece.first).days + 1)
    return {(piece.first + timedelta(days=d), hour) for d in days for hour in range(piece.start // 60, piece.end // 60)}


def test_a_day_in_the_middle_parts_a_period():
    week = Piece(JULY, JULY + timedelta(days=4))
    middle = JULY + timedelta(days=2)
    left = week.without(Piece(middle, middle))
    assert [(piece.first.day, piece.last.day, piece.whole_days) for piece in left] == [(1, 2, True), (4, 5, True)]


def test_an_hour_in_a_day_leaves_the_rest_of_the_day():
    left = Piece(JULY, JULY).without(Piece(JULY, JULY, 540, 600))
    assert [(piece.start, piece.end) for piece in left] == [(0, 540), (600, 1440)]


@given(PIECES, st.lists(PIECES, max_size=5))
def test_what_is_left_is_exactly_what_nobody_else_takes(piece, others):
    left = without_all(piece, others)
    taken = set().union(*map(hours_of, others))
    assert sum(len(hours_of(part)) for part in left) == len(hours_of(piece) - taken)
    assert set().union(*map(hours_of, left)) == hours_of(piece) - taken
