"""Over the whole demo house: why somebody is away stands on no paper and in no file of competences or departure."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass

import pytest

from dagleder.competence.overview import EVERYTHING, IN_USE
from dagleder.competence.reports_overview import courses_sheet, overview_paper, overview_sheet, totals_sheet
from dagleder.competence.reports_profile import profile_paper, profile_sheet
from dagleder.competence.reports_vulnerability import vulnerability_paper, vulnerability_sheets
from dagleder.departure.reports import handover_paper, handover_sheet
from dagleder.presence.kinds import KINDS
from tests.departure.conftest import TODAY

REASONS = [kind.phrase for kind in KINDS]


def words(value: object) -> Iterator[str]:
    """Every text in a paper or a sheet, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from words(getattr(value, each.name))
    elif isinstance(value, Iterable):
        for part in value:
            yield from words(part)


def reasons_in(*values: object) -> set[str]:
    return {text for text in words(values) if any(reason in text for reason in REASONS)}


def test_no_reason_stands_on_a_hand_over_plan_and_on_the_screen_it_does(demo_services, without):
    told = [without(who) for who in demo_services.competence.facts().people]
    assert reasons_in(told)
    assert not reasons_in([(handover_paper(each, "Solsikken", TODAY), handover_sheet(each)) for each in told])


@pytest.fixture
def insight(demo_services):
    assert demo_services.competence is not None
    return demo_services.competence.insight


def test_no_reason_stands_on_the_paper_of_what_is_thin_and_on_the_screen_it_does(insight):
    report = insight.vulnerability_report()
    assert reasons_in(insight.vulnerable(), insight.over_time(report.first, report.last))
    assert not reasons_in(vulnerability_paper(report), vulnerability_sheets(report))


def test_no_reason_stands_on_an_overview_or_a_profile(insight):
    for team in (None, *(team.id for team in insight.facts().teams)):
        for columns in (IN_USE, EVERYTHING):
            seen = insight.overview(team, columns)
            assert not reasons_in(overview_paper(seen), overview_sheet(seen), totals_sheet(seen), courses_sheet(seen))
    for who in insight.facts().people:
        one = insight.profile(who)
        assert not reasons_in(profile_paper(one), profile_sheet(one))
