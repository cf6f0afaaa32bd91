import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.dates import (
    clock_digits,
    clock_iso,
    clock_text,
    day_digits,
    day_short,
    day_text,
    hours_text,
    long_day_text,
)
from dagleder.base.errors import UserProblem
from dagleder.base.parsing import (
    birthday_text,
    doubt_weekly_hours,
    parse_birthday,
    parse_clock,
    parse_date,
    parse_hours,
    parse_phone,
)
from dagleder.base.typed_dates import parse_coming_date, parse_past_date, parse_typed_date

TODAY = date(2026, 3, 12)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize(
    "value",
    [
        "17-08-2020",
        "17.08.20",
        "17/8 2020",
        "17/8-2020",
        "17/8 20",
        "17/8-20",
        "17. august 2020",
        "17.august 2020",
        "17 aug 2020",
        "17. aug. 20",
        "17-aug-2020",
        "17-Aug-20",
        "2020-08-17",
        "2020-08-17 00:00:00",
        "2020-08-17T08:30",
        "17-08-2020 00.00",
        "17082020",
        "170820",
        17082020,
        44060,
        44060.0,
        " 17\u00a0. 8. 2020 ",
        "mandag den 17. august 2020",
        "man. 17/8 2020",
        "d. 17/8 2020",
        date(2020, 8, 17),
        datetime(2020, 8, 17, 13, 0),
    ],
)
def test_a_date_is_read_in_every_form_people_write(value):
    read = parse_date(value, today=TODAY)
    assert type(read) is date
    assert read == date(2020, 8, 17)


@pytest.mark.parametrize(
    ("text", "year"),
    [("1/9 18", 2018), ("1/9 95", 1995), ("1/9 00", 2000), ("1/9 36", 2036), ("1/9 37", 1937), ("1/9 '26", 2026)],
)
def test_a_two_digit_year_lies_in_the_hundred_years_that_end_ten_years_ahead(text, year):
    assert parse_date(text, today=TODAY) == date(year, 9, 1)


@pytest.mark.parametrize(
    ("text", "month"),
    [("3 sept 2026", 9), ("3 okt. 2026", 10), ("3 Oct 2026", 10), ("3 may 2026", 5), ("3. MAJ 26", 5)],
)
def test_months_may_be_shortened_or_english(text, month):
    assert parse_date(text, today=TODAY) == date(2026, month, 3)


@pytest.mark.parametrize(
    ("text", "sentence", "suggestion"),
    [
        ("31-02-2026", "Februar 2026 har kun 28 dage. Mente du 28-02-2026?", "28-02-2026"),
        ("30/2 28", "Februar 2028 har kun 29 dage. Mente du 29-02-2028?", "29-02-2028"),
        ("31. november 2026", "November 2026 har kun 30 dage. Mente du 30-11-2026?", "30-11-2026"),
        ("08-17-2020", "“08-17-2020” er ikke en dato. Dagen kommer før måneden. Mente du 17-08-2020?", "17-08-2020"),
        ("17/8", "Året mangler. Mente du 17-08-2026?", "17-08-2026"),
        ("12. marts", "Året mangler. Mente du 12-03-2026?", "12-03-2026"),
        ("17-45-2026", "“17-45-2026” er ikke en dato. Måneden går fra 1 til 12.", ""),
        ("00-03-2026", "“00-03-2026” er ikke en dato. Marts begynder med den 1.", ""),
        ("02-31-2026", "“02-31-2026” er ikke en dato. Dagen kommer før måneden.", ""),
        ("snart", "“snart” er ikke en dato. Skriv den som 17-08-2026.", ""),
        ("44060", "“44060” er ikke en dato. Skriv den som 17-08-2026.", ""),
        ("3 ma 2026", "“3 ma 2026” er ikke en dato. Skriv den som 17-08-2026.", ""),
        ("17-08-0202", "“17-08-0202” er ikke en dato, vi kan bruge. Året skal ligge mellem 1900 og 2100.", ""),
        ("", "Skriv en dato.", ""),
        (None, "Skriv en dato.", ""),
        (True, "“True” er ikke en dato. Skriv den som 17-08-2026.", ""),
    ],
)
def test_what_is_no_date_is_refused_with_the_nearest_one(text, sentence, suggestion):
    with pytest.raises(UserProblem) as problem:
        parse_date(text, today=TODAY)
    assert (problem.value.sentence, problem.value.suggestion) == (sentence, suggestion)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("20/3", date(2026, 3, 20)),
        ("12. marts", date(2026, 3, 12)),
        ("8/2", date(2027, 2, 8)),
        ("9/3", date(2026, 3, 9)),  # entered a few days after
        ("29/2", date(2028, 2, 29)),
        ("20/3 25", date(2025, 3, 20)),
    ],
)
def test_a_day_typed_without_a_year_is_the_coming_one_unless_it_has_just_passed(text, day):
    today = date(2027, 12, 12) if text == "29/2" else TODAY
    assert parse_typed_date(text, today=today) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("fre", date(2026, 3, 13)),
        ("i morgen", date(2026, 3, 13)),
        ("næste fredag", date(2026, 3, 20)),
        ("uge 20", date(2026, 5, 15)),
        ("senest tors", TODAY),
        ("1.4", date(2026, 4, 1)),
        ("12. maj", date(2026, 5, 12)),
        ("fredag den 20. marts", date(2026, 3, 20)),
        ("11/3", date(2027, 3, 11)),
        ("11/3 26", date(2026, 3, 11)),
    ],
)
def test_a_deadline_is_typed_in_words_and_lies_ahead_unless_its_year_is_told(text, day):
    assert parse_coming_date(text, today=TODAY) == day


@pytest.mark.parametrize("text", ["", "31/2", "ferie", "uge 60", "næste"])
def test_what_tells_no_coming_day_is_refused(text):
    with pytest.raises(UserProblem):
        parse_coming_date(text, today=TODAY)


def test_in_january_december_has_just_passed():
    assert parse_typed_date("20/12", today=date(2026, 1, 5)) == date(2025, 12, 20)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1/2", date(2026, 2, 1)),
        ("12/3", date(2026, 3, 12)),
        ("13/3", date(2025, 3, 13)),
        ("24. december", date(2025, 12, 24)),
        ("1/2 27", date(2027, 2, 1)),
    ],
)
def test_a_day_of_what_has_been_typed_without_a_year_is_the_latest_such_day(text, day):
    assert parse_past_date(text, today=TODAY) == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("31/4", "April 2026 har kun 30 dage. Mente du 30-04-2026?"),
        ("snart", "“snart” er ikke en dato. Skriv den som 17-08-2026."),
        ("", "Skriv en dato."),
    ],
)
def test_what_is_typed_and_is_no_date_is_refused_as_elsewhere(text, sentence):
    with pytest.raises(UserProblem, match=re.escape(sentence)):
        parse_typed_date(text, today=TODAY)


@given(DAYS)
def test_a_date_written_by_the_program_is_read_back(day):
    for text in (day_digits(day), day_text(day, year=True), day_short(day, year=True), long_day_text(day), str(day)):
        assert parse_date(text, today=TODAY) == day


@given(DAYS)
def test_a_spreadsheets_day_number_is_its_date(day):
    serial = (day - date(1899, 12, 30)).days
    assert parse_date(serial, today=TODAY) == parse_date(float(serial), today=TODAY) == day


@given(DAYS, DAYS)
def test_two_digit_years_round_trip_near_today(today, day):
    if today.year - 89 <= day.year <= today.year + 10:
        assert parse_date(day.strftime("%d.%m.%y"), today=today) == day


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_with_a_suggestion_that_is_accepted(text):
    for parse in (lambda t: parse_date(t, today=TODAY), parse_birthday, parse_clock, parse_hours, parse_phone):
        suggestion = ""
        try:
            parse(text)
        except UserProblem as problem:
            suggestion = problem.suggestion
        if suggestion:
            parse(suggestion)


@pytest.mark.parametrize(
    "value",
    [
        "16/9 1971",
        "16/9",
        "16.9.",
        "16-09",
        "16. september",
        "16. sep. 1971",
        "16 sept",
        "16091971",
        "160971",
        date(1971, 9, 16),
        datetime(1971, 9, 16),
        26192,
        "1971-09-16",
    ],
)
def test_a_birthday_keeps_day_and_month(value):
    assert parse_birthday(value) == (16, 9)


def test_a_birthday_on_leap_day_needs_no_year():
    assert parse_birthday("29/2") == parse_birthday("29. februar") == (29, 2)


@given(DAYS)
def test_a_birthday_written_by_the_program_is_read_back(day):
    assert parse_birthday(birthday_text(day.day, day.month)) == (day.day, day.month)


@pytest.mark.parametrize("text", ["", "ukendt", "32/13"])
def test_what_is_no_birthday_is_refused(text):
    with pytest.raises(UserProblem):
        parse_birthday(text)


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("35,0 t", 2100),
        ("37", 2220),
        (37, 2220),
        (37.0, 2220),
        (28.5, 1710),
        (Decimal("28.5"), 1710),
        ("28,5 timer", 1710),
        ("28½", 1710),
        ("28:30", 1710),
        ("28 t 30 min", 1710),
        ("28.5", 1710),
        ("30 t/uge", 1800),
        ("30 tim. pr. uge", 1800),
        ("30\u00a0t.", 1800),
        ("754,0", 45240),
        ("1.924,5", 115470),
        ("0", 0),
        (timedelta(hours=28, minutes=30), 1710),
        ("6,25", 375),
    ],
)
def test_hours_are_read_in_every_form_people_write(value, minutes):
    assert parse_hours(value) == minutes


@given(st.integers(0, 60 * 24 * 31))
def test_hours_written_by_the_program_are_read_back(minutes):
    assert parse_hours(hours_text(minutes)) == parse_hours(f"{hours_text(minutes)} timer") == minutes


@pytest.mark.parametrize("value", ["", None, "efter behov", "-3", "nan", "28:75", "37 kr", True])
def test_what_is_no_hours_is_refused(value):
    with pytest.raises(UserProblem):
        parse_hours(value)


@pytest.mark.parametrize(
    ("hours", "sentence", "suggestion"),
    [
        ("300", "300 timer om ugen er flere, end der er i en uge. Mente du 30?", "30"),
        ("3700", "3700 timer om ugen er flere, end der er i en uge. Mente du 37?", "37"),
        ("285", "285 timer om ugen er flere, end der er i en uge. Mente du 28,5?", "28,5"),
        ("100", "100 timer om ugen er mere end fuld tid, 37. De bruges, som de står. Mente du 10?", "10"),
        ("0,37", "0,37 timer om ugen er mindre end 1. De bruges, som de står. Mente du 3,67?", "3,67"),
        ("38", "38 timer om ugen er mere end fuld tid, 37. De bruges, som de står.", ""),
        ("0", "0 timer om ugen er mindre end 1. De bruges, som de står.", ""),
    ],
)
def test_odd_weekly_hours_are_doubted_with_what_was_meant(hours, sentence, suggestion):
    doubt = doubt_weekly_hours(parse_hours(hours))
    assert doubt is not None
    assert (doubt.sentence, doubt.suggestion) == (sentence, suggestion)


@given(st.integers(60, 37 * 60))
def test_ordinary_weekly_hours_are_not_doubted(minutes):
    assert doubt_weekly_hours(minutes) is None


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("8.30", 510),
        ("8:30", 510),
        ("8,30", 510),
        ("830", 510),
        ("0830", 510),
        ("kl. 8.30", 510),
        ("08:30:00", 510),
        ("8", 480),
        (8, 480),
        ("13", 780),
        ("1630", 990),
        ("0", 0),
        ("24.00", 1440),
        (time(8, 30), 510),
        (datetime(2026, 3, 12, 8, 30), 510),
        (510 / 1440, 510),
    ],
)
def test_clock_times_are_read_in_every_form_people_write(value, minutes):
    assert parse_clock(value) == minutes


@given(st.integers(0, 24 * 60))
def test_a_clock_time_written_by_the_program_is_read_back(minutes):
    for text in (clock_text(minutes), clock_digits(minutes), clock_iso(minutes)):
        assert parse_clock(text) == minutes


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("8.5", "8.30"),
        ("8,3", "8.30"),
        ("8.9", ""),
        ("25.5", ""),
        ("8.75", ""),
        ("24.30", ""),
        ("2500", ""),
        ("morgen", ""),
        ("", ""),
    ],
)
def test_what_is_no_clock_time_is_refused(text, suggestion):
    with pytest.raises(UserProblem) as problem:
        parse_clock(text)
    assert problem.value.suggestion == suggestion
