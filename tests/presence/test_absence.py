from collections import Counter
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as examples
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.presence.drafts import AbsenceDraft, AbsenceOverlap, OnOverlap
from dagleder.presence.pieces import Piece
from dagleder.staff.reading import GONE

JULY = date(2026, 7, 1)
YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def july(day):
    return date(2026, 7, day)


@pytest.fixture
def karen(hire):
    return hire("Karen", "Ulvdal", "8-16")


def stored(presence, employee_id=None):
    found = presence.absences(*YEAR, employee_id)
    return [(a.kind, a.first.day, a.last.day, a.start, a.end) for a in found]


def test_absence_is_added_seen_and_undone(presence, karen, database):
    (number,) = presence.add_absence(AbsenceDraft(karen, july(20), july(24), "F"))
    assert database.undo_name() == "Ferie til Karen 20.–24. juli"
    assert [a.id for a in presence.absences(*YEAR)] == [number]
    assert [day.present for day in presence.week(july(20)).teams[0].people[0].days if day] == [False] * 5
    database.undo()
    assert stored(presence) == []


def test_the_kinds_are_those_of_the_design_and_none_is_sickness(presence, karen):
    for number, kind in enumerate("F6OSAKBX"):
        presence.add_absence(AbsenceDraft(karen, july(1 + number), july(1 + number), kind))
    with pytest.raises(UserProblem, match="ferie, kursus, orlov eller andet"):
        presence.add_absence(AbsenceDraft(karen, july(20), july(20), "sygdom"))


def test_absence_of_another_kind_asks_which_one_holds(presence, karen, database):
    presence.add_absence(AbsenceDraft(karen, july(20), july(21), "K"))
    steps = len(database.history())
    with pytest.raises(AbsenceOverlap) as asked:
        presence.add_absence(AbsenceDraft(karen, july(20), july(24), "F"))
    assert asked.value.sentence == "Karen har allerede kursus 20.–21. juli. Erstat, eller behold begge?"
    assert [[absence.kind for absence in each] for each in asked.value.existing.values()] == [["K"]]
    assert len(database.history()) == steps


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        (OnOverlap.REPLACE, [("F", 20, 24, None, None)]),
        (OnOverlap.KEEP_BOTH, [("K", 20, 21, None, None), ("F", 22, 24, None, None)]),
    ],
)
def test_replacing_and_keeping_both(presence, karen, database, choice, left):
    presence.add_absence(AbsenceDraft(karen, july(20), july(21), "K"))
    presence.add_absence(AbsenceDraft(karen, july(20), july(24), "F"), choice)
    assert stored(presence) == left
    database.undo()
    assert stored(presence) == [("K", 20, 21, None, None)]


def test_a_course_in_the_middle_of_ferie_parts_it_in_two(presence, karen):
    presence.add_absence(AbsenceDraft(karen, july(20), july(24), "F"))
    presence.add_absence(AbsenceDraft(karen, july(22), july(22), "K"), OnOverlap.REPLACE)
    assert sorted(stored(presence)) == [("F", 20, 21, None, None), ("F", 23, 24, None, None), ("K", 22, 22, None, None)]


def test_some_hours_of_a_day_leave_the_rest_of_it(presence, karen):
    presence.add_absence(AbsenceDraft(karen, july(20), july(20), "A", 720, 960))
    presence.add_absence(AbsenceDraft(karen, july(20), july(20), "K", 600, 780), OnOverlap.REPLACE)
    assert stored(presence) == [("A", 20, 20, 780, 960), ("K", 20, 20, 600, 780)]
    with pytest.raises(AbsenceOverlap, match=r"afspadsering 20. juli kl. 13–16"):
        presence.add_absence(AbsenceDraft(karen, july(20), july(20), "O", 900, 960))


def test_more_of_the_same_kind_only_adds_what_is_missing(presence, karen):
    presence.add_absence(AbsenceDraft(karen, july(20), july(21), "F"))
    presence.add_absence(AbsenceDraft(karen, july(20), july(24), "F"))
    assert stored(presence) == [("F", 20, 21, None, None), ("F", 22, 24, None, None)]
    with pytest.raises(UserProblem, match=r"Karen har allerede ferie 20.–21. juli og ferie 22.–24. juli\."):
        presence.add_absence(AbsenceDraft(karen, july(20), july(24), "F"))


def test_absence_is_changed_to_another_kind_and_other_days(presence, karen, database):
    (first,) = presence.add_absence(AbsenceDraft(karen, july(20), july(21), "F"))
    assert presence.change_absence(first, AbsenceDraft(karen, july(20), july(23), "6")) == (first,)
    assert stored(presence) == [("6", 20, 23, None, None)]
    assert database.undo_name() == "Ret fravær for Karen"
    presence.add_absence(AbsenceDraft(karen, july(27), july(28), "K"))
    with pytest.raises(AbsenceOverlap):
        presence.change_absence(first, AbsenceDraft(karen, july(20), july(29), "6"))
    ids = presence.change_absence(first, AbsenceDraft(karen, july(20), july(29), "6"), OnOverlap.KEEP_BOTH)
    assert stored(presence) == [("6", 20, 26, None, None), ("K", 27, 28, None, None), ("6", 29, 29, None, None)]
    assert ids[0] == first


def test_absence_is_removed_split_and_cleared(presence, karen, database):
    (first,) = presence.add_absence(AbsenceDraft(karen, july(20), july(24), "F"))
    presence.split_absence(first, july(23))
    assert stored(presence) == [("F", 20, 22, None, None), ("F", 23, 24, None, None)]
    presence.clear_absence(karen, july(21), july(23))
    assert database.undo_name() == "Fjern fravær for Karen 21.–23. juli"
    assert stored(presence) == [("F", 20, 20, None, None), ("F", 24, 24, None, None)]
    presence.remove_absence(first)
    assert database.undo_name() == "Fjern ferie for Karen"
    assert stored(presence) == [("F", 24, 24, None, None)]


@pytest.mark.parametrize("day", [20, 25])
def test_an_absence_is_parted_inside_it_only(presence, karen, day):
    (first,) = presence.add_absence(AbsenceDraft(karen, july(20), july(24), "F"))
    with pytest.raises(UserProblem, match=r"efter 20. juli og senest 24. juli"):
        presence.split_absence(first, july(day))


def test_clearing_days_without_absence_leaves_no_step(presence, karen, database):
    steps = len(database.history())
    presence.clear_absence(karen, july(1), july(31))
    assert len(database.history()) == steps


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        ((july(24), july(20), "F"), "last"),
        ((july(20), july(20).replace(year=2066), "F"), "last"),
        ((july(20), july(20), ""), "kind"),
        ((july(20), july(20), "A", 600), "end"),
        ((july(20), july(20), "A", None, 600), "start"),
        ((july(20), july(20), "A", 600, 600), "end"),
        ((july(20), july(20), "A", 600, 1500), "end"),
    ],
)
def test_absence_that_cannot_be_is_told_at_its_field(presence, karen, draft, field):
    with pytest.raises(UserProblem) as problem:
        presence.add_absence(AbsenceDraft(karen, *draft))
    assert problem.value.field == field


def test_dates_the_wrong_way_round_get_a_suggestion(presence, karen):
    with pytest.raises(UserProblem, match=r"Mente du 28-07-2026\?"):
        presence.add_absence(AbsenceDraft(karen, july(24), july(20), "F"))


def test_nobody_gets_absence_wholly_outside_her_employment(presence, hire):
    gone, later = hire("Otto", end=july(1)), hire("Thea", start=july(15))
    with pytest.raises(UserProblem, match=r"Otto er fratrådt 1. juli 2026"):
        presence.add_absence(AbsenceDraft(gone, july(2), july(5), "F"))
    with pytest.raises(UserProblem, match=r"Thea begynder først 15. juli 2026"):
        presence.add_absence(AbsenceDraft(later, july(2), july(5), "F"))
    presence.add_absence(AbsenceDraft(gone, july(1), july(5), "F"))


def test_what_is_gone_meanwhile_is_told(presence):
    with pytest.raises(UserProblem, match="Måske er det fortrudt"):
        presence.remove_absence(99)
    with pytest.raises(UserProblem, match=GONE):
        presence.add_absence(AbsenceDraft(99, july(1), july(1), "F"))


def test_two_of_one_name_are_told_apart(presence, hire, database):
    hire("Karen", "Ulvdal")
    other = hire("Karen", "Tangvig")
    presence.add_absence(AbsenceDraft(other, july(1), july(1), "F"))
    assert database.undo_name() == "Ferie til Karen T. 1. juli"


DRAFTS = st.tuples(
    st.integers(1, 10),
    st.integers(0, 6),
    st.sampled_from("FKAX"),
    st.none() | st.integers(0, 22),
    st.sampled_from(OnOverlap),
)


@examples(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(DRAFTS, min_size=2, max_size=8))
def test_nobody_is_ever_away_more_than_the_whole_of_a_day(presence, karen, drawn):
    presence.clear_absence(karen, *YEAR)
    for day, length, kind, hour, choice in drawn:
        span = (None, None) if hour is None else (hour * 60, hour * 60 + 120)
        draft = AbsenceDraft(karen, july(day), july(day) + timedelta(days=length), kind, *span)
        try:
            presence.add_absence(draft, choice)
        except UserProblem:
            continue
    pieces = [Piece(a.first, a.last, a.start or 0, a.end or 1440) for a in presence.absences(*YEAR)]
    assert not any(one.overlaps(other) for one, other in combinations(pieces, 2))
    minutes: Counter[date] = Counter()
    for piece in pieces:
        for number in range((piece.last - piece.first).days + 1):
            minutes[piece.first + timedelta(days=number)] += piece.end - piece.start
    assert max(minutes.values(), default=0) <= 1440
