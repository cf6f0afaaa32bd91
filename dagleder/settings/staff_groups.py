"""The groups of staff that agreements treat alike; `dagleder.staff.roles` says which role is in which.

Here, below staff, because the status of the special days is set per group.
"""

from enum import StrEnum


class StaffGroup(StrEnum):
    """Stored as plain strings in `special_day_status.staff_group`."""

    PEDAGOGUES = "pedagogues"
    ASSISTANTS = "assistants"
    CHILDMINDERS = "childminders"
    LEADERS = "leaders"
    TRAINEES = "trainees"


GROUP_NAMES = {
    StaffGroup.PEDAGOGUES: "Pædagoger",
    StaffGroup.ASSISTANTS: "Assistenter og medhjælpere",
    StaffGroup.CHILDMINDERS: "Dagplejere",
    StaffGroup.LEADERS: "Ledelse",
    StaffGroup.TRAINEES: "Elever og timevikarer",
}
