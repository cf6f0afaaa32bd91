"""What leaving means for how long somebody is kept."""

from dataclasses import replace
from datetime import date

import pytest

from dagleder.privacy.places import RetentionAtLeaving
from dagleder.staff.service import StaffService


@pytest.mark.parametrize(("months", "from_day"), [(3, "31. august 2026"), (0, "31. maj 2026")])
def test_leaving_tells_when_she_comes_on_the_list(house, clock, months, from_day):
    house.settings.save_house(replace(house.settings.house(), retention_months=months))
    staff = StaffService(house.database, clock, [RetentionAtLeaving(house.settings)])
    told = {consequence.what: consequence.text for consequence in staff.leaving_means(house.other, date(2026, 5, 31))}
    assert told["Sletning"] == f"Fra {from_day} står oplysningerne på listen til sletning. Intet slettes uden dit ja."
