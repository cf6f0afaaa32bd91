"""What laws and agreements set, as data."""

from datetime import date

import pytest

from dagleder.base.law import DAILY_REST, FULL_TIME, law, working_time


@pytest.mark.parametrize(("name", "minutes"), [(DAILY_REST, 11 * 60), (FULL_TIME, 37 * 60)])
def test_each_rule_of_working_time_is_dated_and_says_where_it_comes_from(name, minutes):
    rule = working_time(name, date(2026, 3, 12))
    assert (rule.minutes, rule.first < date(2026, 3, 12)) == (minutes, True)
    assert "jf. " in rule.source


def test_a_rule_holds_from_its_day(monkeypatch):
    rules = [
        {"from": date(2026, 1, 1), "minutes": 600, "source": "ny"},
        {"from": date(1990, 1, 1), "minutes": 660, "source": "før"},
    ]
    monkeypatch.setattr("dagleder.base.law.law", lambda _: {DAILY_REST: rules})
    days = [date(1980, 1, 1), date(2025, 12, 31), date(2026, 1, 1)]
    assert [working_time(DAILY_REST, day).source for day in days] == ["før", "før", "ny"]


def test_every_file_says_where_its_rules_come_from():
    assert law("helligdage")["source"]
    assert law("dagtilbud")["source"] == "dagtilbudsloven"
