from dataclasses import replace
from datetime import date

import pytest

from dagleder.base.errors import UserProblem
from dagleder.settings.closing_days import ClosingDay, ClosingDraft, periods, used
from dagleder.settings.places import SiteDraft

WEEK_29 = ClosingDraft(date(2026, 7, 13), date(2026, 7, 17), "Fælles lukkeuge")
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def closed(*days, site=None, name="Lukkedag"):
    return [ClosingDay(number, day, name, site) for number, day in enumerate(days)]


def test_a_range_becomes_a_row_a_day_and_one_step(settings, database):
    settings.add_closing_days(WEEK_29)
    assert [row.day.day for row in settings.closing_days(*YEAR)] == [13, 14, 15, 16, 17]
    assert database.undo_name() == "Lukkedage 13.–17. juli 2026"
    (period,) = settings.closing_periods(2026)
    assert (period.first, period.last, period.name, period.counts) == (
        WEEK_29.first,
        WEEK_29.last,
        "Fælles lukkeuge",
        5,
    )
    database.undo()
    assert settings.closing_periods(2026) == []


def test_a_range_leaves_weekends_and_holidays_out(settings):
    settings.add_closing_days(ClosingDraft(date(2026, 12, 24), date(2027, 1, 3)))
    assert [row.day.day for row in settings.closing_days(*YEAR)] == [24, 28, 29, 30, 31]
    (period,) = settings.closing_periods(2026)
    assert (period.first.day, period.last.day, period.counts) == (24, 31, 4)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 5, 16), "Lørdag"),
        (date(2026, 5, 14), "Kristi himmelfartsdag"),
        (date(2026, 6, 5), "Grundlovsdag"),
        (date(2026, 12, 24), "Juleaftensdag"),
    ],
)
def test_a_single_day_that_is_free_anyway_is_kept_and_told(settings, day, why):
    settings.add_closing_days(ClosingDraft(day, day))
    (finding,) = settings.closing_findings(2026)
    assert finding.text == f"{why}: dagen tæller ikke som lukkedag."
    assert settings.closing_periods(2026)[0].counts == 0


def test_an_ordinary_special_day_does_count():
    assert used(closed(date(2026, 5, 15), date(2026, 5, 1), date(2026, 12, 31))) == 3


def test_days_already_closed_are_not_closed_twice(settings):
    settings.add_closing_days(WEEK_29)
    settings.add_closing_days(replace(WEEK_29, last=date(2026, 7, 20)))
    assert len(settings.closing_days(*YEAR)) == 6
    with pytest.raises(UserProblem, match="allerede lukkedag"):
        settings.add_closing_days(WEEK_29)


def test_one_matrikel_can_be_closed_by_itself(settings):
    forest = settings.add_site(SiteDraft("Skovhuset"))
    day = date(2026, 5, 15)
    settings.add_closing_days(ClosingDraft(day, day, site_id=forest))
    settings.add_closing_days(ClosingDraft(day, day))
    assert [row.site_id for row in settings.closing_days(*YEAR)] == [forest, None]


@pytest.mark.parametrize(
    ("days", "count"),
    [
        (closed(date(2026, 5, 15)) + closed(date(2026, 5, 15), site=1), 1),
        (closed(date(2026, 5, 15)) + closed(date(2026, 5, 18), site=1) + closed(date(2026, 5, 19), site=2), 2),
        (closed(date(2026, 5, 18), site=1), 1),
        ([], 0),
    ],
)
def test_a_years_lukkedage_are_those_of_the_matrikel_with_most(days, count):
    assert used(days) == count


def test_over_the_houses_own_limit_is_told_and_nothing_is_forbidden(settings):
    settings.save_house(replace(settings.house(), closing_days_max=4))
    settings.add_closing_days(WEEK_29)
    (finding,) = settings.closing_findings(2026)
    assert finding.text == "5 lukkedage, og jeres grænse er 4."
    assert finding.source == "jeres egen grænse for lukkedage"
    assert settings.closing_findings(2027) == []
    settings.save_house(replace(settings.house(), closing_days_max=None))
    assert settings.closing_findings(2026) == []


def test_lukkedage_are_renamed_and_removed(settings, database):
    settings.add_closing_days(WEEK_29)
    ids = [row.id for row in settings.closing_days(*YEAR)]
    settings.rename_closing_days(ids[:2], "Sommerlukket")
    assert [period.name for period in settings.closing_periods(2026)] == ["Sommerlukket", "Fælles lukkeuge"]
    settings.remove_closing_days(ids[:2])
    assert database.undo_name() == "Fjern lukkedage 13.–14. juli 2026"
    assert len(settings.closing_days(*YEAR)) == 3
    with pytest.raises(UserProblem, match="allerede fjernet"):
        settings.remove_closing_days(ids[:2])


def test_periods_bridge_weekends_but_not_working_days():
    bridged = closed(date(2026, 7, 10), date(2026, 7, 13), date(2026, 7, 15))
    assert [(p.first.day, p.last.day) for p in periods(bridged)] == [(10, 13), (15, 15)]


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (ClosingDraft(date(2026, 7, 17), date(2026, 7, 13)), "Mente du 21-07-2026"),
        (ClosingDraft(date(2026, 1, 1), date(2026, 12, 31)), "100 dage"),
        (ClosingDraft(date(2026, 7, 17), date(2026, 7, 17), " "), "hvad dagen hedder"),
        (ClosingDraft(date(2026, 7, 18), date(2026, 7, 19)), "ingen hverdage"),
    ],
)
def test_lukkedage_that_cannot_be_are_refused(settings, draft, sentence):
    with pytest.raises(UserProblem, match=sentence):
        settings.add_closing_days(draft)
