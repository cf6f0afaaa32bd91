from dataclasses import replace

import pytest

from dagleder.meetings.states import CANCELLED, PROPOSED
from dagleder.meetings.versions import MOVED_BY_HAND, changes, content_of, from_json, to_json
from tests.meetings.make import day, meeting
from tests.presence.make import BUG

BEFORE = meeting(at="17-20")
MOVED = replace(BEFORE, day=day("24/3"), original_day=BEFORE.day, because="vinterferien")


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (BEFORE, BEFORE, []),
        (BEFORE, MOVED, ["Tir 24. marts: Personalemøde er rykket fra 17. marts på grund af vinterferien."]),
        (
            BEFORE,
            replace(MOVED, because=MOVED_BY_HAND, start=960),
            ["Tir 24. marts: Personalemøde er rykket fra 17. marts og er nu kl. 16–20 (før 17–20)."],
        ),
        (BEFORE, replace(BEFORE, state=CANCELLED), ["Tir 17. marts: Personalemøde er aflyst."]),
        (BEFORE, replace(MOVED, state=CANCELLED), ["Tir 24. marts: Personalemøde er aflyst."]),
        (replace(BEFORE, state=CANCELLED), BEFORE, ["Tir 17. marts: Personalemøde er ikke længere aflyst."]),
        (replace(BEFORE, state=CANCELLED), replace(BEFORE, state=CANCELLED), []),
        (replace(BEFORE, state=PROPOSED), BEFORE, ["Tir 17. marts: Personalemøde er aftalt."]),
        (replace(BEFORE, title="Aftenmøde"), BEFORE, ["Tir 17. marts: Personalemøde hed før Aftenmøde."]),
        (None, BEFORE, ["Tir 17. marts: Personalemøde er nyt."]),
        (None, replace(BEFORE, title="Temadag"), ["Tir 17. marts: Temadag er ny."]),
        (None, replace(BEFORE, state=CANCELLED), []),
        (BEFORE, None, ["Tir 17. marts: Personalemøde er taget af planen."]),
        (replace(BEFORE, state=CANCELLED), None, []),
    ],
)
def test_what_changed_in_sentences(before, after, said):
    content = content_of([before] if before else [], {})
    assert list(changes(content, [after] if after else [])) == said


def test_changes_stand_by_date_and_name_the_stue():
    early = meeting("stuemoede", day("4/2"), "12-13", (BUG,), id=2)
    assert changes({}, [BEFORE, early]) == (
        "Ons 4. februar: Stuemøde · Mariehønen er nyt.",
        "Tir 17. marts: Personalemøde er nyt.",
    )


def test_a_version_comes_back_from_storage_as_it_was():
    content = content_of([BEFORE, meeting("stuemoede", day("4/2"), "12-13", (BUG,), id=2)], {})
    assert from_json(to_json(content)) == content
