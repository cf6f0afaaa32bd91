from datetime import datetime

import pytest

from dagleder.presence.sources import Engagement
from tests.presence.make import BEE, BUG, MONDAY, NOON, TUESDAY, absent, attendance, lent, person, vikar
from ui.presence.who_words import away_text, here_text

AT_MUS = Engagement(3, datetime(2026, 3, 16, 7), datetime(2026, 3, 16, 17), "MUS", ("meetings", 1))


def day_of(*people, day=MONDAY, **more):
    view = attendance(*people, **more).day(day)
    return view.people[0], view.team_names


@pytest.mark.parametrize(
    ("somebody", "more", "said"),
    [
        (person(3, "8-15"), {}, "8–15"),
        (person(3, hours=37), {}, "7,4 timer, uden mødetid"),
        (person(3, "8-15", teams=(BEE,)), {"loans": [lent(3, BUG)]}, "8–15, lånt"),
        (person(3, "", hours=0, role="V"), {"substitutes": [vikar(BUG, who=3, band=NOON)]}, "11.30–13.30, vikar"),
    ],
)
def test_when_somebody_is_here(somebody, more, said):
    here, _ = day_of(somebody, **more)
    assert here_text(here, BUG) == said


@pytest.mark.parametrize(
    ("somebody", "more", "said"),
    [
        (person(3, "8-15"), {"absences": [absent(3, "O")]}, "omsorgsdag"),
        (person(3, "8-15"), {"engagements": [AT_MUS]}, "MUS"),
        (person(3, "8-15"), {"loans": [lent(3, BEE)]}, "på Humlebien"),
        (person(3, "8-15"), {}, "på arbejde 8–15"),
        (person(3, hours=37, teams=(BEE,)), {}, "7,4 timer, uden mødetid"),
        (person(3, ""), {}, "fri mandag"),
        (person(3, "8-15", start=TUESDAY), {}, "ikke ansat"),
    ],
)
def test_why_somebody_is_not_here(somebody, more, said):
    away, teams = day_of(somebody, **more)
    assert away_text(away, BUG, MONDAY, teams) == said
