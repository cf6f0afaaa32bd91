"""Who is on the list of deletions, and from when."""

from datetime import date

import pytest

from dagleder.privacy.retention import leavers_due, months_after
from dagleder.staff.people import StaffRow


def row(number, name, end):
    return StaffRow(number, None, name, "", "", name[:2], "P", None, end, "", "", None, None, None)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 11, 30), 3, date(2026, 2, 28)),
        (date(2023, 11, 30), 3, date(2024, 2, 29)),
        (date(2025, 12, 31), 1, date(2026, 1, 31)),
        (date(2025, 12, 31), 0, date(2025, 12, 31)),
        (date(2025, 1, 15), 60, date(2030, 1, 15)),
    ],
)
def test_months_after_a_day(day, months, later):
    assert months_after(day, months) == later


def test_those_whose_time_is_up_with_the_longest_gone_first():
    rows = [
        row(1, "Gry", date(2025, 12, 12)),
        row(2, "Palle", date(2025, 8, 31)),
        row(3, "Bo", date(2025, 12, 13)),
        row(4, "Åse", None),
    ]
    due = leavers_due(rows, 3, date(2026, 3, 12))
    assert [(leaver.name, leaver.due_on) for leaver in due] == [
        ("Palle", date(2025, 11, 30)),
        ("Gry", date(2026, 3, 12)),
    ]


def test_with_no_months_at_all_somebody_is_kept_through_her_last_day():
    assert leavers_due([row(1, "Gry", date(2026, 3, 12))], 0, date(2026, 3, 12)) == []


def test_the_house_lists_its_leavers(house):
    assert [leaver.last_day for leaver in house.privacy.leavers_due()] == [date(2025, 11, 29)]
