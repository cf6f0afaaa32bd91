"""The guide left and taken up again, the example, houses opened lately, a copy elsewhere."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from dagleder import app
from dagleder.base.last_house import last_house, recent_houses
from dagleder.guide.steps import Step
from dagleder.storage.secret import Password
from tests.ui.guide.conftest import WORDS, focused, focused_text
from ui.guide.welcome_step import Way


def note_choice(guided, key):
    return guided.program.messages._bars[key].note.choices[0]


def test_the_guide_can_be_left_and_is_offered_in_the_window(guided):
    guided.to_staff()
    guided.press(guided.guide.later_button)
    guided.wait(guided.pages_stand)
    go_on = note_choice(guided, "guide")
    assert go_on.text == "Fortsæt opsætning (trin 4 af 7)"
    go_on.run()
    assert guided.at(Step.STAFF)
    assert "guide" not in guided.program.messages._bars


def test_next_time_the_guide_is_taken_up_where_it_was_left(guided, start, qtbot):
    guided.to_teams(("Anne Holm", "pæd.", "37", "Egernet"))
    path = guided.services.database.path
    guided.program.leave()
    qtbot.waitUntil(lambda: not guided.program.window.isVisible(), timeout=60_000)
    again = start(path)
    again.wait(again.pages_stand)
    assert note_choice(again, "guide").text == "Fortsæt opsætning (trin 5 af 7)"


def test_a_page_that_is_opened_by_its_key_leaves_the_guide(guided):
    guided.to_staff()
    QTest.keyClick(guided.program.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    guided.wait(guided.pages_stand)
    assert guided.program.frame.stack.page.feature == guided.program.pages[1].feature


def test_alt_and_the_arrows_go_back_and_on(guided):
    guided.make_house()
    window = guided.program.window
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert guided.at(Step.HOUSE)
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert guided.at(Step.SECURITY)


def test_the_list_leads_to_any_step_of_an_open_house(guided):
    guided.to_staff()
    buttons = guided.guide.list.buttons
    buttons[6].click()
    assert guided.at(Step.CALENDAR)
    buttons[1].click()
    assert guided.at(Step.HOUSE)
    assert "færdig" in buttons[0].accessibleName()


def test_locked_in_the_guide_she_comes_back_to_it(guided):
    guided.make_house()
    guided.step.password.setText(WORDS)
    guided.step.repeated.setText(WORDS)
    guided.on()
    guided.wait(lambda: guided.guide.paper is not None)
    guided.program.lock()
    guided.wait()
    unlock = guided.program.stage.over
    unlock.field.setText(WORDS)
    unlock.open_button.click()
    guided.wait(lambda: hasattr(guided.guide, "step"))
    assert guided.at(Step.SECURITY)


def test_not_a_letter_is_lost_when_the_guide_is_locked(guided):
    guided.make_house()
    guided.services.security.set_password(WORDS, WORDS)
    guided.guide.show_step(Step.STAFF)
    guided.wait()
    guided.step.ways.chosen.emit(Way.TYPE)
    guided.step.typing.begin()
    QTest.keyClicks(focused(), "Anne 010203-1234")
    shown = guided.guide
    guided.program.lock()
    guided.wait()
    assert not shown.isVisible()
    assert guided.program.stage.over.field.isVisible()
    guided.program.stage.over.field.setText(WORDS)
    guided.program.stage.over.open_button.click()
    guided.wait(lambda: guided.guide is shown)
    assert focused_text() == "Anne 010203-1234"
    assert guided.services.database.drafts() == {}, "a CPR number is kept nowhere"


def test_the_example_says_so_and_is_never_what_she_begins_with(guided):
    guided.press(guided.step.buttons[Way.EXAMPLE])
    guided.wait(guided.pages_stand)
    assert guided.program.window.windowTitle() == "Dagleder – Børnehuset Solsikken – Eksempel"
    assert len(guided.services.staff.staff_list()) == 24
    guided.program.close_house()
    guided.wait(lambda: guided.program.frame is None)
    assert last_house() is None


def test_the_example_is_new_each_time_and_her_own_house_is_untouched(guided):
    guided.to_staff()
    own = guided.services.database.path
    guided.program.open_example()
    guided.wait(guided.pages_stand)
    first = guided.services.staff.staff_list()[0]
    guided.services.staff.leave(first.id, first.start)
    guided.program.open_example()
    guided.wait(lambda: guided.pages_stand() and guided.services.settings.house().demo)
    assert len(guided.services.staff.staff_list()) == 24
    assert [house.path for house in recent_houses()] == [own]


def test_houses_opened_lately_stand_in_the_menu(guided, tmp_path, clock):
    guided.to_staff()
    first = guided.services.database.path
    other = tmp_path / "Maanen.dagleder"
    app.create_house(other, name="Månen", secret=None, clock=clock).close()
    guided.program.messages.file_to_open = lambda _wish: other
    guided.program.open_file()
    guided.wait(lambda: guided.pages_stand() and guided.services.database.path == other)
    assert [house.path for house in recent_houses()] == [other, first]
    names = [action.name for action in guided.program.book.actions]
    assert "Åbn Lille hus" in names
    assert "Åbn Månen" not in names
    next(action for action in guided.program.book.actions if action.name == "Åbn Lille hus").run()
    guided.wait(lambda: guided.pages_stand() and guided.services.database.path == first)


def test_a_copy_saved_elsewhere_opens_with_the_same_password(guided, tmp_path, clock):
    guided.make_house()
    guided.step.password.setText(WORDS)
    guided.step.repeated.setText(WORDS)
    guided.on()
    guided.wait(lambda: guided.guide.paper is not None)
    copy = tmp_path / "Kopi.dagleder"
    guided.program.messages.file_to_save = lambda _wish: copy
    guided.program.save_copy()
    guided.wait(copy.exists)
    opened = app.open_house(copy, Password(WORDS), clock, read_only=True)
    assert opened.settings.house().name == "Lille hus"
    opened.close()


def half_built(guided):
    """Indstillinger in its first moment."""
    guided.make_house()
    guided.services.security.set_password(WORDS, WORDS)
    guided.wait()
    guided.program.frame.open("settings")
    return guided.program.frame.stack.page


def test_indstillinger_is_not_built_on_behind_the_lock_but_after_it(guided, qtbot):
    page = half_built(guided)
    guided.program.lock()
    guided.wait()
    qtbot.wait(50)
    assert len(page.sections) == 1
    guided.program.stage.over.field.setText(WORDS)
    guided.program.stage.over.open_button.click()
    qtbot.waitUntil(lambda: page.complete, timeout=60_000)


def test_indstillinger_is_not_built_on_when_the_house_is_closed(guided, qtbot):
    page = half_built(guided)
    guided.program.close_house()
    qtbot.wait(50)
    guided.wait(lambda: guided.program.frame is None)
    assert len(page.sections) == 1


def test_what_she_went_past_is_told_when_she_is_through_and_led_to(guided):
    guided.to_calendar(("Anne Holm", "pæd.", "37", "Egernet"))
    guided.on()
    guided.wait(guided.pages_stand)
    told = guided.program.messages._bars["guide"].note
    assert told.lead == "Huset er sat op. Det her mangler endnu."
    assert "Kommunens ja til at have oplysninger om personalet her er ikke noteret." in told.text
    note_choice(guided, "guide").run()
    assert guided.at(Step.SECURITY)
    assert "guide" not in guided.program.messages._bars
