"""The proposed minimum staffing: from how many there are, and it says so."""

import pytest

from dagleder.guide.minimum import BandFrame, TeamStaff, minimum_proposals

BANDS = tuple(
    BandFrame(n, name, start)
    for n, (name, start) in enumerate(
        [("Åbning", 390), ("Formiddag", 480), ("Middag", 690), ("Eftermiddag", 810), ("Lukning", 930)], start=1
    )
)


def team(team_id=1, people=5, hours=177.5, site_id=1, pedagogues=2, with_times=5):
    return TeamStaff(team_id, "Egernet", site_id, people, int(hours * 60), pedagogues, with_times)


def numbers(proposals):
    return {(p.team_id, p.band_id): (p.minimum, p.wanted, p.pedagogues) for p in proposals}


def test_a_stue_of_five_alone_on_its_matrikel():
    assert numbers(minimum_proposals((team(),), BANDS)) == {
        (1, 1): (1, 1, 0),
        (1, 2): (2, 3, 1),
        (1, 3): (2, 3, 0),
        (1, 4): (1, 2, 0),
        (1, 5): (1, 1, 0),
    }


def test_stuer_in_one_house_open_and_close_together():
    proposals = minimum_proposals((team(1), team(2)), BANDS)
    of_house = [p for p in proposals if p.site_id is not None]
    assert [(p.site_id, p.band_id, p.minimum) for p in of_house] == [(1, 1, 2), (1, 5, 2)]
    assert numbers(proposals)[(1, 1)] == (0, 0, 0)


def test_without_clock_times_only_the_day_as_a_whole_is_proposed():
    (line,) = minimum_proposals((team(with_times=2),), BANDS)
    assert (line.band_id, line.minimum, line.wanted) == (None, 2, 3)
    assert "ingen mødetider" in line.reason


@pytest.mark.parametrize(
    ("people", "hours", "least"), [(1, 20, 1), (2, 60, 1), (3, 111, 1), (4, 141, 2), (5, 185, 2), (6, 210, 3)]
)
def test_half_of_the_full_time_positions_in_the_morning(people, hours, least):
    proposals = minimum_proposals((team(people=people, hours=hours, with_times=people),), BANDS)
    assert numbers(proposals)[(1, 2)][0] == least


def test_a_stue_with_one_pedagogue_is_not_asked_for_one_every_morning():
    assert numbers(minimum_proposals((team(pedagogues=1),), BANDS))[(1, 2)][2] == 0


def test_each_line_says_what_it_was_reckoned_from():
    reasons = [p.reason for p in minimum_proposals((team(),), BANDS)]
    assert (
        "5 medarbejdere, 177,5 timer om ugen: 4,8 fuldtidsstillinger. Halvdelen, afrundet. Heraf én pædagog." in reasons
    )


def test_a_stue_without_people_gets_no_line():
    assert minimum_proposals((team(people=0, hours=0, with_times=0),), BANDS) == ()
