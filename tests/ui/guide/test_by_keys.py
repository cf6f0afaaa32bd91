"""A new leader without a mouse, whose computer stops in the middle of a step."""

import os
import subprocess
import sys

import pytest

from dagleder.base.paths import HOME_VARIABLE, houses_folder
from dagleder.guide.steps import Step


@pytest.fixture
def killed_in(start):
    """The program started again after it was killed in a step, in front of the guide."""

    def kill(step):
        home = {HOME_VARIABLE: str(houses_folder().parent)}
        command = [sys.executable, "-m", "tests.ui.guide.guide_worker", str(step.value)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=os.environ | home) as process:
            assert process.stdout is not None
            assert process.stdout.readline().strip() == "entered"
            process.kill()
        again = start()
        again.wait(lambda: again.guide is not None or again.pages_stand())
        if again.guide is None:
            again.program.show_guide()
            again.wait(lambda: again.guide is not None)
        return again

    return kill


def test_killed_before_there_is_a_house_what_it_is_called_stands_there_again(killed_in):
    again = killed_in(Step.HOUSE)
    assert again.at(Step.HOUSE)
    texts = {frame.field.key: frame.text for frame in again.step.form.frames()}
    assert (texts["name"], texts["municipality"]) == ("Lille hus", "Aabenraa")
    assert texts["leader_name"] == "", "nobody's name is kept outside a house"
    again.on()
    again.wait(again.stands)
    assert again.services.settings.house().municipality == "Aabenraa"


def test_killed_in_security_the_institution_and_the_kommunes_yes_are_there(killed_in):
    again = killed_in(Step.SECURITY)
    assert again.at(Step.SECURITY)
    house = again.services.settings.house()
    assert (house.name, house.leader_name) == ("Lille hus", "Zenia Holm")
    assert str(house.data_permission_on) == "2026-03-01"


def test_killed_among_the_staff_the_half_typed_line_is_there_again(killed_in):
    again = killed_in(Step.STAFF)
    assert again.at(Step.STAFF)
    lines = [[frame.text for frame in line.form.frames()] for line in again.step.typing.lines]
    assert lines == [["Anne Holm", "Pædagog", "37", "Egernet"], ["Bo Skov", "PAU", "", ""]]
    assert again.step.typing.isVisible()
