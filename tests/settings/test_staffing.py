from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.settings.places import SiteDraft, TeamDraft
from dagleder.settings.staffing import NO_NEED, Need, NeedDraft, NeedRow, Needs, Place

MONDAY, FRIDAY, SATURDAY = date(2026, 3, 16), date(2026, 3, 20), date(2026, 3, 21)
FROM_WEEK_13 = date(2026, 3, 23)
BUG = Place(team_id=1)


@pytest.fixture
def bug(settings):
    return Place(team_id=settings.add_team(TeamDraft("Mariehønen")))


def test_the_same_number_all_days_is_one_step(settings, database, bug):
    band = settings.bands()[0].id
    before = len(database.history())
    settings.set_needs([NeedDraft(bug, Need(1, 2), band), NeedDraft(bug, Need(3, 4, 1))])
    assert len(database.history()) == before + 1
    assert database.undo_name() == "Ret bemanding på Mariehønen"
    needs = settings.needs()
    assert [needs.on(bug, day, band) for day in (MONDAY, FRIDAY, SATURDAY)] == [Need(1, 2), Need(1, 2), NO_NEED]
    assert needs.on(bug, MONDAY) == Need(3, 4, 1)
    database.undo()
    assert not settings.needs()


def test_one_weekday_can_differ(settings, bug):
    settings.set_needs([NeedDraft(bug, Need(3))])
    settings.set_needs([NeedDraft(bug, Need(2), weekdays=(4,))])
    assert settings.needs().on(bug, MONDAY) == Need(3)
    assert settings.needs().on(bug, FRIDAY) == Need(2)
    assert len(settings.need_rows()) == 5


def test_a_number_can_hold_from_a_week_on(settings, bug):
    settings.set_needs([NeedDraft(bug, Need(3))])
    settings.set_needs([NeedDraft(bug, Need(2), valid_from=FROM_WEEK_13)])
    needs = settings.needs()
    assert needs.on(bug, FRIDAY) == Need(3)
    assert needs.on(bug, FROM_WEEK_13) == Need(2)


def test_nothing_needed_ends_an_earlier_need_but_is_not_kept_by_itself(settings, bug):
    settings.set_needs([NeedDraft(bug, NO_NEED)])
    assert settings.need_rows() == ()
    settings.set_needs([NeedDraft(bug, Need(3))])
    settings.set_needs([NeedDraft(bug, NO_NEED, valid_from=FROM_WEEK_13)])
    assert settings.needs().on(bug, FROM_WEEK_13) == NO_NEED
    settings.set_needs([NeedDraft(bug, NO_NEED)])
    settings.set_needs([NeedDraft(bug, NO_NEED, valid_from=FROM_WEEK_13)])
    assert not settings.needs()
    settings.set_needs([NeedDraft(bug, Need(2))])
    settings.set_needs([NeedDraft(bug, NO_NEED)])
    assert settings.need_rows() == ()


def test_stuer_and_matrikler_have_needs_of_their_own(settings, database, bug):
    site = Place(site_id=settings.add_site(SiteDraft("Skovhuset")))
    settings.set_needs([NeedDraft(bug, Need(1)), NeedDraft(site, Need(2))])
    assert database.undo_name() == "Ret bemanding"
    assert settings.needs().on(bug, MONDAY) == Need(1)
    assert settings.needs().on(site, MONDAY) == Need(2)
    settings.set_needs([NeedDraft(site, Need(4))])
    assert database.undo_name() == "Ret bemanding på Skovhuset"


@pytest.mark.parametrize(
    ("draft", "sentence", "field"),
    [
        (NeedDraft(BUG, Need(-1)), "mellem 0 og 99", "minimum"),
        (NeedDraft(BUG, Need(1, 100)), "mellem 0 og 99", "wanted"),
        (NeedDraft(BUG, Need(1, 2, 300)), "mellem 0 og 99", "pedagogues"),
        (NeedDraft(BUG, Need(3, 2)), "Helst 2 er færre end mindst 3", "wanted"),
        (NeedDraft(BUG, Need(1), weekdays=()), "ugens fem dage", "weekdays"),
        (NeedDraft(BUG, Need(1), weekdays=(5,)), "ugens fem dage", "weekdays"),
        (NeedDraft(Place(), Need(1)), "en stue eller en matrikel", ""),
        (NeedDraft(Place(1, 1), Need(1)), "en stue eller en matrikel", ""),
    ],
)
def test_a_need_that_cannot_be_is_refused(settings, draft, sentence, field):
    with pytest.raises(UserProblem, match=sentence) as problem:
        settings.set_needs([draft])
    assert problem.value.field == field


@given(
    st.lists(
        st.tuples(st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.integers(0, 9)),
        unique_by=lambda row: row[0],
    ),
    st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)
def test_of_dated_needs_the_last_begun_holds(dated, day):
    rows = [NeedRow(i, BUG, day.weekday(), None, Need(number), since) for i, (since, number) in enumerate(dated)]
    begun = [(since or date.min, number) for since, number in dated if since is None or since <= day]
    expected = max(begun)[1] if begun and day.weekday() < 5 else 0
    assert Needs(rows).on(BUG, day).minimum == expected
