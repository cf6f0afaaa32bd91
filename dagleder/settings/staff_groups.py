"""The groups of staff whose agreements may treat a special day differently.

Here, below staff, because settings keep the status of the special days per group;
`dagleder.staff.roles` says which role is in which group.
"""

from enum import StrEnum


class StaffGroup(StrEnum):
    """Stored as plain strings in `special_day_status.staff_group`."""

    PEDAGOGUES = "pedagogues"
    ASSISTANTS = "assistants"
    DAY_CARERS = "day_carers"
    LEADERS = "leaders"
    TEMPORARY = "temporary"


GROUP_NAMES = {
    StaffGroup.PEDAGOGUES: "Pædagoger",
    StaffGroup.ASSISTANTS: "Assistenter og medhjælpere",
    StaffGroup.DAY_CARERS: "Dagpleje",
    StaffGroup.LEADERS: "Ledelse",
    StaffGroup.TEMPORARY: "Elever og vikarer",
}
