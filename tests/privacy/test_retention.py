"""Who is on the list of deletions, and from when."""

from datetime import date

from dagleder.privacy.retention import leavers_due
from dagleder.staff.people import StaffRow


def row(number, name, end):
    return StaffRow(number, None, name, "", "", name[:2], "P", None, end, "", "", None, None, None)


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
