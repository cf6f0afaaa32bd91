"""The demo house that other tests are given is a copy of their own."""

import pytest

from dagleder.base.errors import UserProblem
from dagleder.staff.drafts import EmployeeDraft, NewEmployeeDraft


@pytest.mark.parametrize("name", ["Bo", "Eva"])
def test_what_one_test_does_to_it_the_next_does_not_see(demo_services, name):
    assert len(demo_services.staff.staff_list()) == 24
    demo_services.staff.add(NewEmployeeDraft(EmployeeDraft(name)))
    assert len(demo_services.staff.staff_list()) == 25


def test_the_first_thing_done_in_it_is_the_first_thing_to_undo(demo_services):
    with pytest.raises(UserProblem):
        demo_services.database.undo()
    demo_services.staff.add(NewEmployeeDraft(EmployeeDraft("Bo")))
    assert demo_services.database.undo().name == "Ny medarbejder: Bo"


def test_leaving_tells_what_every_part_has_to_say(demo_services, clock):
    nanna = demo_services.staff.find("Nanna Granly").id
    told = {each.what: each.text for each in demo_services.staff.leaving_means(nanna, clock.today())}
    assert "Sletning" in told
