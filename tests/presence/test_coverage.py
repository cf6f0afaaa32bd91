import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.findings import Level
from dagleder.presence.gaps import Lack, Way
from dagleder.settings.closing_days import ClosingDay
from tests.presence.make import (
    BEE,
    BUG,
    CLOSING,
    FRIDAY,
    MAIN,
    MONDAY,
    MORNING,
    NOON,
    OPENING,
    OWL,
    THURSDAY,
    TUESDAY,
    absent,
    attendance,
    house,
    lent,
    need,
    numbers,
    person,
    vikar,
)
from tests.presence.test_person_day import at

GITTE, HELLE, IDA = 1, 2, 0
BEES = (
    person(GITTE, "8-14", role="PM", teams=(BEE,)),
    person(HELLE, "6.30-14", "9.30-17", "6.30-14", "8-15.30", "9.30-17", teams=(BEE,)),
    person(IDA, "9.30-17", "6.30-14", "9.30-17", "6.30-14", "6.30-14", role="PA", teams=(BEE,)),
)
KAREN, MADS, NANNA = 3, 4, 5
BUGS = (person(KAREN, "6.30-14"), person(MADS, "9.30-17", role="PM"), person(NANNA, "6.30-15", role="PM"))


def gaps(*people, **facts):
    return attendance(*people, **facts).week(MONDAY).gaps


def told(*people, **facts):
    return [(gap.level.value, gap.headline, gap.explanation) for gap in gaps(*people, **facts)]


def test_a_gap_says_where_when_why_and_what_the_house_wants():
    at_bees = house(need(OPENING, 1, team=BEE))
    (gap,) = [g for g in gaps(*BEES, at=at_bees, absences=[absent(IDA, "O", FRIDAY)]) if g.level is Level.MUST]
    assert gap.headline == "Humlebien, fredag: ingen før kl. 8"
    assert gap.explanation == "Ida har omsorgsdag. Gitte møder kl. 8, Helle 9.30. I vil være mindst 1."
    assert gap.paper == "Ida har fri. Gitte møder kl. 8, Helle 9.30. I vil være mindst 1."
    assert (gap.day, gap.span, gap.present, gap.asked, gap.lack) == (FRIDAY, (390, 480), 0, 1, Lack.MINIMUM)
    finding = gap.finding()
    assert (finding.level, finding.source) == (Level.MUST, "jeres egen bemandingsplan")


def test_few_are_named_and_a_weekly_day_off_is_told():
    foxes = [person(1, "9.30-17"), person(2, "8-15.30"), person(3, "9-16", "9-16", "9-16", "", "9-16")]
    found = told(*foxes, at=house(need(NOON, 2, weekdays=[3])), absences=[absent(2, "K", THURSDAY)])
    assert found == [
        (
            "must",
            "Mariehønen, torsdag kl. 11.30–13.30: kun Gitte",
            "Helle er på kursus. Karen har fri om torsdagen. I vil være mindst 2.",
        )
    ]


def test_many_are_counted_and_those_with_one_reason_share_a_sentence():
    people = [person(n, "8-16") for n in range(1, 7)]
    away = [absent(n, "F") for n in (4, 5, 6)]
    found = told(*people, at=house(need(None, 4, pedagogues=1, weekdays=[0])), absences=away)
    assert found == [
        (
            "must",
            "Mariehønen, mandag: 3 på arbejde, mindst 4",
            "Mads, Nanna og Otto har ferie. I vil være mindst 4, heraf 1 pædagog.",
        )
    ]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (need(MORNING, 0, pedagogues=1), ("must", "Mariehønen, mandag kl. 8–9.30: ingen pædagog")),
        (need(MORNING, 0, pedagogues=3), ("must", "Mariehønen, mandag kl. 9.30–11.30: 1 pædagog, mindst 3")),
        (need(MORNING, 1, wanted=3), ("should", "Mariehønen, mandag kl. 8–9.30: 2 på arbejde, helst 3")),
        (need(CLOSING, 2), ("must", "Mariehønen, mandag: kun Gitte efter kl. 16")),
        (need(None, 1, wanted=5), ("should", "Mariehønen, mandag: 3 på arbejde, helst 5")),
        (need(None, 1, pedagogues=2), ("must", "Mariehønen, mandag: 1 pædagog, mindst 2")),
    ],
)
def test_each_kind_of_lack_has_its_words(asked, expected):
    people = [person(1, "9.30-17"), person(2, "6.30-16", role="PM"), person(3, "6.30-15", role="PA")]
    assert expected in [(level, headline) for level, headline, _ in told(*people, at=house(asked))]


def test_a_missing_paedagog_is_explained_by_paedagoger_alone():
    asked = house(need(NOON, 0, pedagogues=1, weekdays=[0]))
    (gap,) = gaps(*BUGS, at=asked, absences=[absent(KAREN, "K"), absent(MADS, "F")])
    assert gap.headline == "Mariehønen, mandag kl. 11.30–13.30: ingen pædagog"
    assert gap.explanation == "Karen er på kursus. I vil have mindst 1 pædagog."


def test_nobody_all_day_is_said_so():
    everything = house(*(need(band, 1, weekdays=[0]) for band in range(1, 6)))
    (gap,) = gaps(at=everything)
    assert gap.headline == "Mariehønen, mandag: ingen hele dagen"


def test_a_limit_is_told_only_where_somebody_is_away():
    asked = house(need(MORNING, 3, weekdays=[0]))
    three = [person(n, "8-16") for n in (1, 2, 3)]
    assert told(*three, at=asked) == []
    found = told(*three, person(4, "8-16"), at=asked, engagements=[at(MONDAY, "9", "10", who=4, what="MUS")])
    assert found == [("info", "Mariehønen, mandag kl. 9–10: lige på", "Mads er til MUS. I vil være mindst 3.")]


def test_the_day_as_a_whole_is_at_its_limit_only_when_somebody_is_missing_from_it():
    asked = house(need(None, 2, weekdays=[0]))
    people = [person(n, "8-16") for n in (1, 2)]
    assert told(*people, at=asked, engagements=[at(MONDAY, "9", "10", who=2)]) == []
    found = told(*people, person(3, "8-16"), at=asked, absences=[absent(3, "A")])
    assert found == [("info", "Mariehønen, mandag: lige på", "Karen afspadserer. I vil være mindst 2.")]


def test_one_who_never_has_fixed_hours_is_not_told_to_be_off():
    people = [person(1, "8-16"), person(2, role="V", hours=None), person(3, "", "8-16", "", "", "")]
    (gap,) = gaps(*people, at=house(need(NOON, 2, weekdays=[0])))
    assert gap.explanation == "Karen har fri om mandagen. I vil være mindst 2."


def test_a_special_day_off_is_told_as_such():
    may_day = MONDAY.replace(month=5, day=1)
    asked = house(need(NOON, 2, weekdays=[4]), statuses=[("may_day", "assistants", "off")])
    people = [person(1, "8-16"), person(2, "8-16", role="PM")]
    week = attendance(*people, at=asked, first=may_day.replace(month=4, day=27), last=may_day).week(may_day)
    assert week.gaps[0].explanation == "Helle har fri. I vil være mindst 2."


def test_one_on_leave_is_reckoned_without():
    asked = house(need(NOON, 3, weekdays=[0]))
    away = [absent(KAREN, "B"), absent(MADS, "F")]
    (gap,) = gaps(*BUGS, at=asked, absences=away)
    assert gap.explanation == "Mads har ferie. I vil være mindst 3."
    assert not gaps(*BUGS, at=house(need(NOON, 2, weekdays=[0])), absences=away[:1])


def test_whoever_is_lent_out_is_said_to_be_there():
    (gap,) = gaps(*BUGS, at=house(need(NOON, 3, weekdays=[0])), loans=[lent(KAREN, OWL)])
    assert gap.explanation == "Karen er på Uglen. I vil være mindst 3."


def test_all_stuer_empty_at_once_is_said_once():
    asked = house(need(CLOSING, 1, weekdays=[1]), need(CLOSING, 1, team=BEE, weekdays=[1]))
    people = [person(1, "9.30-17"), person(2, "9.30-17", teams=(BEE,))]
    meeting = [at(TUESDAY, "16.30", "20", who=who) for who in (1, 2)]
    (gap,) = gaps(*people, at=asked, engagements=meeting)
    assert gap.headline == "Tirsdag efter kl. 16.30: ingen på stuerne"
    assert gap.explanation == "Gitte og Helle er til personalemøde. Huset lukker kl. 17."
    assert [(way.label, way.where_to_open) for way in gap.ways] == [
        ("Flyt mødet", ("meetings", 7)),
        ("Sæt vikar på", None),
    ]


def test_one_stue_with_somebody_is_no_empty_house():
    asked = house(need(CLOSING, 1, weekdays=[1]), need(CLOSING, 1, team=BEE, weekdays=[1]))
    found = gaps(person(1, "9.30-17"), at=asked)
    assert [gap.headline for gap in found] == ["Humlebien, tirsdag: ingen efter kl. 15.30"]


def test_ways_out_borrow_only_from_a_stue_that_can_spare_somebody():
    short = need(OPENING, 1, team=BEE, weekdays=[0])
    (gap,) = gaps(*BUGS, at=house(short))
    assert [(way.way, way.label, way.team_id, way.employee_ids) for way in gap.ways] == [
        (Way.BORROW, "Lån fra Mariehønen", BUG, (KAREN, NANNA)),
        (Way.SUBSTITUTE, "Sæt vikar på", None, ()),
    ]
    (gap,) = gaps(*BUGS, at=house(short, need(OPENING, 1, pedagogues=1)))
    assert gap.ways[0].employee_ids == (NANNA,)
    (gap,) = gaps(*BUGS, at=house(short, need(OPENING, 2, weekdays=[0])))
    assert [way.way for way in gap.ways] == [Way.SUBSTITUTE, Way.EDIT_NEED]


def test_a_missing_paedagog_is_borrowed_among_paedagoger():
    (gap,) = gaps(*BUGS, at=house(need(OPENING, 0, pedagogues=1, team=BEE, weekdays=[0])))
    assert gap.ways[0].employee_ids == (KAREN,)


def test_for_the_day_as_a_whole_a_stue_above_its_minimum_can_spare_somebody():
    short = need(None, 1, team=BEE, weekdays=[0])
    (gap,) = gaps(*BUGS, at=house(short, need(None, 2)))
    assert gap.ways[0].employee_ids == (KAREN, MADS, NANNA)
    (gap,) = gaps(*BUGS, at=house(short, need(None, 3)))
    assert gap.ways[0].way is Way.SUBSTITUTE


def test_where_clock_times_are_missing_it_is_said_once_for_the_week():
    people = [person(1, "8-16"), person(2), person(3)]
    (gap,) = gaps(*people, at=house(need(OPENING, 1), need(MORNING, 2)))
    assert (gap.level, gap.lack, gap.headline) == (Level.SHOULD, Lack.TIMES, "Mariehønen: 2 uden mødetid")
    assert gap.explanation.startswith("Helle og Karen har timer, men ingen mødetider")
    assert [(way.way, way.employee_ids) for way in gap.ways] == [(Way.ENTER_TIMES, (2, 3)), (Way.EDIT_NEED, ())]


def test_what_those_without_times_could_never_fill_is_a_gap_all_the_same():
    found = gaps(person(1, "8-16"), person(2), at=house(need(MORNING, 3, weekdays=[0])))
    assert [(gap.level, gap.lack) for gap in found] == [(Level.MUST, Lack.MINIMUM)]
    assert "Helle har ingen mødetid." in found[0].explanation


def test_a_matrikel_can_lack_though_its_stuer_do_not():
    asked = house(need(OPENING, 2, site=MAIN, weekdays=[0]), sites=2)
    (gap,) = gaps(person(1, "6.30-14"), person(2, "8-16", teams=(BEE,)), person(3, "6.30-14", teams=(OWL,)), at=asked)
    assert gap.headline == "Hovedhuset, mandag: kun Gitte før kl. 8"
    assert gap.explanation == "Helle møder kl. 8. I vil være mindst 2."
    assert gap.ways[0].label == "Lån fra Uglen"


def test_a_vikar_closes_the_gap():
    asked = house(need(OPENING, 1, team=BEE, weekdays=[0]))
    assert gaps(at=asked)
    assert not gaps(at=asked, substitutes=[vikar(BEE, band=OPENING)])
    assert not gaps(*BUGS, at=asked, loans=[lent(KAREN, BEE, band=OPENING)])


def test_worst_first_and_then_in_order_of_time():
    asked = house(need(OPENING, 3), need(MORNING, 1, wanted=9, weekdays=[0]), need(CLOSING, 1, team=BEE, weekdays=[4]))
    found = [gap.headline for gap in gaps(*BUGS, at=asked, absences=[absent(KAREN, "F", FRIDAY)])]
    assert found[0] == "Humlebien, fredag: ingen efter kl. 15.30"
    assert found[1] == "Mariehønen, fredag: kun Nanna før kl. 8"
    assert found[2] == "Mariehønen, mandag: kun Karen og Nanna før kl. 8"
    assert found[-1].endswith("helst 9")


def test_a_closed_week_has_no_gaps():
    closing = [ClosingDay(n, MONDAY.replace(day=16 + n), "Lukkeuge", None) for n in range(5)]
    assert gaps(*BUGS, at=house(need(OPENING, 9), closing=closing)) == ()


def test_the_law_is_never_mentioned():
    asked = house(
        need(None, 9, pedagogues=3), need(OPENING, 9), need(MORNING, 0, wanted=9), need(NOON, 0, pedagogues=9)
    )
    for gap in gaps(*BUGS, *BEES, at=asked):
        assert "lov" not in f"{gap.headline} {gap.explanation}".lower()


NEEDS = st.lists(
    st.builds(
        lambda band, low, more, trained: need(band, low, wanted=low + more, pedagogues=trained),
        st.sampled_from([None, 1, 2, 3, 4, 5]),
        st.integers(0, 4),
        st.integers(0, 2),
        st.integers(0, 2),
    ),
    max_size=5,
    unique_by=lambda rows: rows[0].band_id,
)
SHIFTS = st.lists(st.sampled_from(["6.30-14", "8-15.30", "9.30-17", "7 t", ""]), max_size=6)


@given(NEEDS, SHIFTS)
def test_every_place_with_something_to_solve_has_a_gap_and_no_other(asked, shifts):
    people = [person(n, text, role="P" if n % 2 else "PM") for n, text in enumerate(shifts)]
    week = attendance(*people, at=house(*asked)).week(MONDAY)
    grave = {Level.MUST, Level.SHOULD}
    from_numbers = {(day.day, place.place) for day in week.days for place in day.teams if place.level in grave}
    by_day = {(gap.day, gap.place) for gap in week.gaps if gap.level in grave and gap.lack is not Lack.TIMES}
    unsure = {gap.place for gap in week.gaps if gap.lack is Lack.TIMES}
    assert by_day <= from_numbers
    assert {place for _, place in from_numbers} <= {place for _, place in by_day} | unsure
    assert all(len(gap.ways) == 2 and gap.headline and gap.explanation for gap in week.gaps)
    assert all(len(numbers(place)) == 5 for day in week.days for place in day.teams)
