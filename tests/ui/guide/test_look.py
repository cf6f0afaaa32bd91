"""Every step of the guide in light and dark at two sizes, and in large text: nothing cut off."""

import pytest

from tests.story.lists import OWN_LIST
from ui.guide.welcome_step import Way


@pytest.fixture(params=[100, 130])
def size(request, theme):
    theme.choose(text_size=request.param)
    yield request.param
    theme.choose(text_size=100)


def test_every_step_is_whole(guided, grab, size):
    def take(name):
        guided.wait()
        grab(guided.program.window, f"guide-{name}-{size}")

    take("1-velkommen")
    guided.press(guided.step.buttons[Way.TYPE])
    take("2-institution")
    guided.step.form.frame("name").put_text("Lille hus")
    guided.on()
    guided.wait(guided.stands)
    take("3-sikkerhed")
    guided.step.without_button.click()
    guided.on()
    take("4-tom-liste")
    guided.services.staff.import_staff(guided.read(OWN_LIST))
    take("4-medarbejdere")
    guided.on()
    take("5-stuer")
    guided.on()
    take("6-kompetencer")
    guided.on()
    take("7-kalender")
