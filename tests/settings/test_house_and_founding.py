from dataclasses import replace
from datetime import date

import pytest

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from dagleder.settings import special_day_status
from dagleder.settings.house import HouseSettings
from dagleder.settings.special_day_status import HOUSE, DayStatus
from dagleder.settings.staff_groups import StaffGroup


def test_a_new_house_has_one_matrikel_and_the_shipped_bands(settings):
    assert settings.house() == HouseSettings("Børnehuset Solsikken")
    assert [site.name for site in settings.sites()] == ["Hovedhuset"]
    assert settings.teams() == ()
    assert [band.text for band in settings.bands()] == [
        "Åbning 6.30–8",
        "Formiddag 8–11.30",
        "Middag 11.30–13.30",
        "Eftermiddag 13.30–15.30",
        "Lukning 15.30–17",
    ]


def test_a_new_house_is_closed_on_two_special_days_and_assumes_nothing_for_staff(settings):
    statuses = settings.special_days()
    closed = {key for (key, group), status in statuses.items() if group == HOUSE and status is DayStatus.OFF}
    assert closed == {"constitution_day", "christmas_eve"}
    assert {status for (_, group), status in statuses.items() if group != HOUSE} == {DayStatus.UNCLEAR}


@pytest.mark.usefixtures("settings")
def test_founding_is_no_step_of_history(database):
    assert database.history() == []


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"name": "Solsikken"}, "Ret institutionens navn"),
        ({"counts_leader": True}, "Ret om lederen tæller med"),
        ({"lock_minutes": 60, "lock_with_computer": False}, "Ret hvornår der låses"),
        ({"backup_place": "P:/Kopier"}, "Ret stedet til ekstra kopi"),
        ({"retention_months": 0}, "Ret hvornår fratrådte slettes"),
        ({"closing_days_max": 7}, "Ret højst antal lukkedage"),
        ({"data_permission_on": date(2026, 2, 2)}, "Notér kommunens tilladelse"),
        ({"name": "Solsikken", "municipality": "Randers"}, "Ret indstillinger"),
    ],
)
def test_a_change_is_kept_under_its_own_name_and_can_be_undone(settings, database, change, name):
    before = settings.house()
    settings.save_house(replace(before, **change))
    assert settings.house() == replace(before, **change)
    assert database.undo_name() == name
    database.undo()
    assert settings.house() == before


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "Hus 010190-1234"}, "name"),
        ({"leader_name": "Zenia 0101901234"}, "leader_name"),
        ({"lock_minutes": 0}, "lock_minutes"),
        ({"lock_minutes": 61}, "lock_minutes"),
        ({"retention_months": 61}, "retention_months"),
        ({"closing_days_max": -1}, "closing_days_max"),
    ],
)
def test_what_cannot_be_kept_is_told_at_its_field(settings, database, change, field):
    with pytest.raises(UserProblem) as problem:
        settings.save_house(replace(settings.house(), **change))
    assert problem.value.field == field
    assert database.history() == []


def test_saving_what_is_there_already_leaves_no_step(settings, database):
    settings.save_house(settings.house())
    assert database.history() == []


def test_a_special_day_is_set_for_a_group_or_for_the_house(settings, database):
    settings.set_special_day("constitution_day", [StaffGroup.PEDAGOGUES], DayStatus.OFF_FROM_NOON)
    assert database.undo_name() == "Grundlovsdag: fri fra kl. 12 for Pædagoger"
    settings.set_special_day("may_day", [HOUSE], DayStatus.OFF)
    assert database.undo_name() == "1. maj: lukket"
    statuses = settings.special_days()
    assert statuses["constitution_day", StaffGroup.PEDAGOGUES] is DayStatus.OFF_FROM_NOON
    assert statuses["constitution_day", StaffGroup.ASSISTANTS] is DayStatus.UNCLEAR
    assert statuses["may_day", HOUSE] is DayStatus.OFF


def test_whether_the_house_is_open_is_never_unclear(settings):
    with pytest.raises(UserProblem, match="åbent eller lukket"):
        settings.set_special_day("may_day", [HOUSE], DayStatus.UNCLEAR)
    with pytest.raises(KeyError):
        settings.set_special_day("store_bededag", [HOUSE], DayStatus.OFF)


def test_unclear_special_days_of_the_year_are_told(settings):
    told = settings.special_day_findings(2026)
    assert [finding.subject for finding in told][:2] == ["Mandag–onsdag før påske 2026", "1. maj 2026"]
    settings.set_special_day("may_day", [*StaffGroup], DayStatus.WORK)
    settings.set_special_day("christmas_eve", [*StaffGroup][:4], DayStatus.OFF)
    subjects = {finding.subject: finding.text for finding in settings.special_day_findings(2026)}
    assert "1. maj 2026" not in subjects
    assert subjects["Juleaftensdag 2026"].startswith("Ikke afklaret for Elever og vikarer.")


def test_only_special_days_that_come_near_are_worth_a_look(settings):
    levels = {finding.subject: finding.level for finding in settings.special_day_findings(2026)}
    assert levels["1. maj 2026"] is Level.SHOULD
    assert levels["Juleaftensdag 2026"] is Level.INFO
    later = special_day_status.findings(2026, settings.special_days(), date(2026, 6, 10))
    assert "1. maj 2026" not in {finding.subject for finding in later}


def test_a_special_day_in_a_weekend_is_not_told(settings):
    assert "1. maj 2027" not in {finding.subject for finding in settings.special_day_findings(2027)}
