from datetime import date, datetime, timedelta

from dagleder.base.clock import FixedClock, SystemClock


def test_the_computers_clock_tells_local_time_in_whole_seconds():
    now = SystemClock().now()
    assert now.microsecond == 0
    assert now.tzinfo is None
    assert abs(datetime.now() - now) < timedelta(seconds=5)


def test_the_computers_day_is_the_day_of_its_clock():
    before = datetime.now().date()
    assert before <= SystemClock().today() <= datetime.now().date()


def test_a_fixed_clock_stands_still():
    clock = FixedClock(datetime(2026, 3, 12, 10, 42))
    assert (clock.now(), clock.today()) == (datetime(2026, 3, 12, 10, 42), date(2026, 3, 12))
