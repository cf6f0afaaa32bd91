"""What experience counts for: whoever has done the kind stands above all who never did."""

from hypothesis import given
from hypothesis import strategies as st

from dagleder.tasks.points import experience_points

YEARS = st.integers(0, 60)


def test_nine_years_of_a_kind_long_ago_count_for_more_than_none_in_thirteen_years():
    assert experience_points(10, 4, 13) == 2
    assert experience_points(0, None, 13) == 1


@given(st.integers(1, 20), YEARS, YEARS, st.none() | YEARS)
def test_who_has_done_the_kind_is_above_whoever_never_did(times, years_since, own_years, others_years):
    done, never = experience_points(times, years_since, own_years), experience_points(0, None, others_years)
    assert 0 <= never < done <= 4


@given(st.integers(1, 20), YEARS, st.none() | YEARS)
def test_more_of_the_kind_and_more_lately_never_count_for_less(times, years_since, seniority):
    points = experience_points(times, years_since, seniority)
    assert experience_points(times + 1, years_since, seniority) >= points
    assert experience_points(times, max(years_since - 1, 0), seniority) >= points
