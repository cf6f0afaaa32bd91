from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.presence.quarters import QUARTER, Tally, quarters, spans

DAY = 96
MINUTES = st.integers(0, DAY * QUARTER)
MASKS = st.integers(0, (1 << DAY) - 1)
PEOPLE = st.lists(st.tuples(MINUTES, MINUTES), max_size=40)


def counts(people):
    """The plain way: for each quarter, how many are there when it begins."""
    return [sum(start <= quarter * QUARTER < end for start, end in people) for quarter in range(DAY)]


def tally_of(people):
    tally = Tally()
    for start, end in people:
        tally.add(quarters(start, end))
    return tally


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (480, 510, [(480, 510)]),
        (485, 510, [(495, 510)]),  # comes after the quarter began
        (480, 500, [(480, 510)]),  # is there when the last quarter begins
        (480, 480, []),
        (510, 480, []),
        (0, 1440, [(0, 1440)]),
    ],
)
def test_somebody_is_there_in_the_quarters_that_begin_while_she_is(start, end, expected):
    assert list(spans(quarters(start, end))) == expected


def test_one_who_leaves_and_one_who_comes_within_a_quarter_make_one_all_the_time():
    assert tally_of([(480, 730), (730, 960)]).lowest(quarters(480, 960)) == 1


@given(MASKS)
def test_spans_put_together_are_the_mask(mask):
    found = list(spans(mask))
    assert sum(quarters(start, end) for start, end in found) == mask
    assert all(end < start for (_, end), (start, _) in pairwise(found))


@given(PEOPLE, MASKS)
def test_the_lowest_count_is_that_of_counting_one_by_one(people, window):
    plain = counts(people)
    asked = [plain[quarter] for quarter in range(DAY) if window >> quarter & 1]
    assert tally_of(people).lowest(window) == min(asked, default=0)


@given(PEOPLE, MASKS, st.integers(-1, 70))
def test_the_quarters_below_a_limit_are_those_counted_one_by_one(people, window, limit):
    plain = counts(people)
    below = sum(1 << quarter for quarter in range(DAY) if plain[quarter] < limit and window >> quarter & 1)
    assert tally_of(people).below(limit, window) == below
