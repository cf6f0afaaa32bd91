"""'Uddelegér': who could have a task, the leader's weights, and her choice; by keys and by mouse."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from shiboken6 import isValid

from dagleder.competence.drafts import AssessmentDraft
from dagleder.tasks.kinds import Weights
from dagleder.tasks.states import Mandate, Part
from dagleder.tasks.suggestion import Direction
from tests.ui.grabs import settle
from tests.ui.tasks.keys import CTRL, press
from tests.ui.tasks.test_list import pick
from ui.kit.fields import Option
from ui.kit.label import Label
from ui.tasks.candidate_delegate import columns
from ui.tasks.candidate_lines import FIRST_SHOWN, NOBODY, Head, More
from ui.tasks.give_foot import HERS
from ui.theme.theme import Choice


def order(dialog):
    return [each.employee_id for each in dialog.suggestion.candidates]


def test_it_says_what_is_given_and_that_the_choice_is_hers(dialog):
    texts = [label.text() for label in dialog.findChildren(Label) if label.isVisible()]
    assert {"Uddelegér: Sprogvurdering i Egernet", HERS, "Det ændrer rækkefølgen, ikke reglerne."} <= set(texts)
    assert not any("edste" in text or "oint" in text for text in texts)


def test_the_first_few_stand_with_four_criteria_each_and_the_rest_are_one_click_away(dialog, qtbot):
    lines = dialog.list.view.people.lines
    assert [line.employee_id for line in lines[:FIRST_SHOWN]] == order(dialog)[:FIRST_SHOWN]
    assert all(len(line.values) == 4 for line in lines[:FIRST_SHOWN])
    more = next(number for number, line in enumerate(lines) if isinstance(line, More))
    view = dialog.list.view
    view.scrollTo(view.people.index(more))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.people.index(more)).center())
    shown = [line.employee_id for line in view.people.lines if hasattr(line, "sentence")]
    assert shown == order(dialog)


def test_whoever_misses_a_must_stands_below_with_the_reason_and_cannot_be_chosen(dialog):
    lacking = dialog.suggestion.lacking
    heads = [line.text for line in dialog.list.view.people.lines if isinstance(line, Head)]
    assert heads[0] == f"Mangler krav · {len(lacking)}"
    view, before = dialog.list.view, dialog.choice.first
    row = view.people.row_of(lacking[0].employee_id)
    view.setCurrentIndex(view.people.index(row))
    assert dialog.choice.first == before
    assert lacking[0].reason in view.people.data(view.people.index(row), Qt.ItemDataRole.AccessibleTextRole)


def test_arrows_choose_and_the_reason_and_the_button_follow(dialog, qtbot):
    first, second = dialog.suggestion.candidates[:2]
    assert dialog.foot.give.text() == f"Giv opgaven til {first.called}"
    press(qtbot, Qt.Key.Key_Down)
    assert dialog.choice.first == second.employee_id
    assert dialog.foot.give.text() == f"Giv opgaven til {second.called}"
    assert dialog.reason.reason == second.praise


def test_a_click_chooses(dialog, qtbot):
    view, third = dialog.list.view, dialog.suggestion.candidates[2]
    row = view.people.index(view.people.row_of(third.employee_id))
    view.scrollTo(row)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(row).center())
    assert dialog.choice.first == third.employee_id


def test_ctrl_enter_gives_it_to_the_one_chosen_and_it_can_be_taken_back(dialog, qtbot, read, task_id, place):
    second = dialog.suggestion.candidates[1]
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert [person.employee_id for person in read(task_id).owners] == [second.employee_id]
    assert place.messages.told[-1] == f"Sprogvurdering i Egernet er givet til {second.called}"
    (kept,) = place.services.delegation.delegations(task_id)
    assert (kept.reason, kept.direction) == (second.praise, None)
    place.messages.choose("Fortryd")
    assert read(task_id).unassigned


def test_her_own_reason_and_how_much_is_delegated_are_kept(dialog, qtbot, task_id, place, read):
    line = dialog.reason.line
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "Hun vil gerne 1 gang til")
    dialog.list.view.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert line.raw() == "Hun vil gerne 1 gang til"
    qtbot.mouseClick(dialog.reason.mandate_choice._buttons[Mandate.PROPOSE], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.foot.give, Qt.MouseButton.LeftButton)
    (kept,) = place.services.delegation.delegations(task_id)
    assert (kept.reason, kept.mandate) == ("Hun vil gerne 1 gang til", Mandate.PROPOSE)
    assert read(task_id).mandate is Mandate.PROPOSE


def test_a_figure_goes_one_of_three_ways_and_a_choice_by_hand_leaves_it(dialog, qtbot):
    safe = next(each for each in dialog.suggestion.directions if each.direction is Direction.SAFE)
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_1)
    assert (dialog.choice.first, dialog.choice.direction) == (safe.employee_id, Direction.SAFE)
    assert dialog.directions.cards[Direction.SAFE].isChecked()
    press(qtbot, Qt.Key.Key_Down)
    assert dialog.choice.direction is None
    assert not dialog.directions.cards[Direction.SAFE].isChecked()


def test_the_developing_way_names_its_partner_and_gives_both_a_part(dialog, qtbot, read, task_id):
    way = next(each for each in dialog.suggestion.directions if each.direction is Direction.DEVELOPING)
    assert way.partner_id is not None
    assert " med " in dialog.directions.cards[Direction.DEVELOPING].who
    press(qtbot, Qt.Key.Key_2)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    parts = {person.employee_id: person.part for person in read(task_id).people}
    hers, partners = (Part.LEARNER, Part.OWNER) if way.learns_along else (Part.OWNER, Part.PARTNER)
    assert (parts[way.employee_id], parts[way.partner_id]) == (hers, partners)


def test_both_of_the_developing_way_are_marked_and_each_is_told_why(dialog, qtbot, task_id, place):
    way = dialog.suggestion.towards(Direction.DEVELOPING)
    assert way.learns_along
    press(qtbot, Qt.Key.Key_2)
    view, learner = dialog.list.view, dialog.suggestion.learner(way.employee_id)
    owner = dialog.suggestion.candidate(way.partner_id)
    assert view.people.choice.marked == {way.employee_id, way.partner_id}
    settle(place.room)  # the reason has taken another line from the list
    row = view.visualRect(view.people.index(view.people.row_of(way.employee_id)))
    assert view.viewport().rect().contains(row)
    assert dialog.foot.give.text() == f"Giv opgaven til {owner.called}, {learner.called} lærer med"
    assert dialog.reason.text.splitlines() == [way.praise[way.partner_id], way.praise[way.employee_id]]
    dialog.give()
    kept = {each.employee_id: each for each in place.services.delegation.delegations(task_id)}
    assert {who: each.reason for who, each in kept.items()} == way.praise
    assert {each.direction for each in kept.values()} == {Direction.DEVELOPING}
    assert kept[way.employee_id].partner == owner.name
    assert kept[way.employee_id].mandate is None


def test_nothing_that_speaks_against_somebody_is_what_the_reason_begins_with(dialog):
    for each in dialog.suggestion.candidates:
        assert not set(each.praise.split()) & {"men", "ikke", "ingen", "mangler", "væk", "(ønsket"}
        assert each.praise.startswith(f"Jeg har valgt {each.called}, som ") or not each.praise


def test_what_is_said_of_one_does_not_stand_with_another(dialog, qtbot, task_id, place):
    first, second = dialog.suggestion.candidates[:2]
    dialog.foot.also.emit(second.employee_id)
    assert dialog.list.view.people.choice.marked == {first.employee_id, second.employee_id}
    line = dialog.reason.line
    line.setFocus()
    press(qtbot, Qt.Key.Key_End, CTRL)
    qtbot.keyClicks(line, " I har tid til det.")
    dialog.give()
    kept = {each.employee_id: each.reason for each in place.services.delegation.delegations(task_id)}
    assert kept == {each.employee_id: f"{each.praise} I har tid til det." for each in (first, second)}


def test_somebody_who_misses_a_must_learns_along_by_space_or_by_click(dialog, qtbot, read, task_id):
    view, (one, other, *_) = dialog.list.view, dialog.suggestion.lacking
    for who in (one, other):
        row = view.people.index(view.people.row_of(who.employee_id))
        view.setCurrentIndex(row)
        view.scrollTo(row)
        if who is one:
            press(qtbot, Qt.Key.Key_Space)
            assert view.currentIndex() == row  # she stays where she is, to take the next
        else:
            box = view.itemDelegate().learn_box(view.visualRect(row))
            qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    dialog.give()
    learners = {person.employee_id for person in read(task_id).people if person.part is Part.LEARNER}
    assert learners == {one.employee_id, other.employee_id}


def test_it_is_given_to_several(dialog, read, task_id):
    first, second = dialog.suggestion.candidates[:2]
    action = next(a for a in dialog.foot.several.menu().actions() if a.text() == second.name)
    action.trigger()
    assert dialog.foot.give.text() == f"Giv opgaven til {first.called} og {second.called}"
    dialog.give()
    assert [person.employee_id for person in read(task_id).owners] == [first.employee_id, second.employee_id]


def test_the_order_follows_a_weight_at_once_and_the_weights_are_the_kinds(dialog, qtbot, kinds, demo_services):
    before = order(dialog)
    for criterion, step in (("readiness", "3"), ("competence", "1"), ("relevance", "1"), ("experience", "1")):
        segment = next(s for each, s in dialog.asked.weights.segments.items() if each.value == criterion)
        qtbot.mouseClick(segment._buttons[step], Qt.MouseButton.LeftButton)
    assert order(dialog) != before
    assert sorted(order(dialog)) == sorted(before)
    dialog.give()
    kind = next(kind for kind in demo_services.tasks.kinds() if kind.id == kinds["sprogvurdering"].id)
    assert kind.weights == Weights(1, 1, 1, 3)


def test_whoever_has_it_already_is_told_and_so_is_that_she_gives_it_up(page, tasks, place):
    page.list.choose(tasks["week"])
    place.press("Uddelegér…")
    texts = [label.text() for label in page.dialog.findChildren(Label)]
    assert any(text.endswith("Karen har den nu") for text in texts)
    karen = page.dialog._task.owners[0].employee_id
    who = next(each for each in page.dialog.suggestion.candidates if each.employee_id != karen)
    page.dialog.list.view.chosen.emit(who.employee_id)
    page.dialog.give()
    assert place.messages.told[-1] == (f"Nyhedsbrev til forældre er givet til {who.called}. Karen har den ikke længere")


def test_a_small_screen_has_room_for_three(dialog, place):
    place.room.resize(1366, 768)
    settle(place.room)
    view = dialog.list.view
    seen = [view.visualRect(view.people.index(row)) for row in range(3)]
    assert all(view.viewport().rect().contains(box) for box in seen)


def height_of(dialog, place, **changed):
    """Of the first line, with something else in it."""
    view = dialog.list.view
    view.people.show_lines([replace(dialog.suggestion.candidates[0], **changed)])
    settle(place.room)
    return view.visualRect(view.people.index(0)).height()


def test_a_line_is_as_high_as_what_it_says(dialog, place):
    usual, line = height_of(dialog, place, sentence="Kort."), QFontMetrics(place.context.theme.font("table")).height()
    long = height_of(dialog, place, sentence="Et meget langt ord om noget. " * 20)
    assert long > usual + 2 * line
    values = dialog.suggestion.candidates[0].values
    told = {each: replace(value, fact="Har gjort det mange gange i mange år. " * 4) for each, value in values.items()}
    assert height_of(dialog, place, sentence="Kort.", values=told) > usual + 2 * line


def test_a_level_is_not_torn_from_what_it_is_of(dialog, place):
    theme, view = place.context.theme, dialog.list.view
    where = columns(theme, view.viewport().width())
    fact = view.itemDelegate()._fact("Pædagogiske aktiviteter 4", where)
    narrow = QFontMetrics(theme.font("small")).horizontalAdvance("Pædagogiske aktiviteter 4") - 3
    torn = view.itemDelegate()._fact("Pædagogiske aktiviteter 4", replace(where, mark_width=narrow))
    last = torn._layout.lineAt(torn._layout.lineCount() - 1)
    assert torn._layout.text()[last.textStart() :] == "aktiviteter\u00a04"
    assert fact.height <= torn.height


def test_role_and_stue_stand_in_a_line_each_where_one_is_too_short(dialog, place):
    short = height_of(dialog, place, sentence="", role="P", team="Bi", values=nothing_told(dialog))
    line = QFontMetrics(place.context.theme.font("small")).height()
    long = height_of(dialog, place, sentence="", role="PM", team="Sommerfuglene", values=nothing_told(dialog))
    assert long - short in range(line - 3, line + 4)


def nothing_told(dialog):
    return {each: replace(value, fact="") for each, value in dialog.suggestion.candidates[0].values.items()}


def test_a_direction_says_why_in_as_many_lines_as_it_takes(dialog, place):
    card, width = dialog.directions.cards[Direction.SAFE], 200
    lines = []
    for times in (1, 4, 8):
        card.show_pointed("Karen Ulvdal", "Karen har gjort det før. " * times, anybody=True)
        lines.append(card.heightForWidth(width))
    assert lines[0] < lines[1] < lines[2]
    settle(place.room)
    assert card.height() >= card.heightForWidth(card.width())


def test_a_long_type_is_read_whole(dialog, place):
    box = dialog.asked.kind
    low = box.height()
    box.set_options((Option(1, "Ressourceperson i kompetenceudviklingsforløb"),))
    box.show_raw(1)
    settle(place.room)
    assert box.height() > low


def test_weights_that_were_only_tried_leave_nothing_to_undo(dialog, qtbot, demo_services):
    before = demo_services.database.undo_name()
    segment = next(iter(dialog.asked.weights.segments.values()))
    qtbot.mouseClick(segment._buttons["3"], Qt.MouseButton.LeftButton)
    press(qtbot, Qt.Key.Key_Escape)
    assert demo_services.database.undo_name() == before


def test_esc_gives_nothing_and_what_she_wrote_comes_back(dialog, page, qtbot, read, task_id, place):
    dialog.reason.line.setFocus()
    dialog.reason.line.selectAll()
    qtbot.keyClicks(dialog.reason.line, "Tænk over det")
    press(qtbot, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert read(task_id).unassigned
    assert place.room.focusWidget() is page.list.table
    place.press("Uddelegér…")
    assert page.dialog.reason.reason == "Tænk over det"
    page.dialog.give()
    assert "tasks" not in " ".join(place.services.database.drafts())


def test_what_the_task_asks_for_is_changed_and_the_list_follows(dialog, demo_services, read, task_id):
    before = len(dialog.suggestion.candidates)
    menu = dialog.asked.needs.buttons[0].menu()
    next(a for a in menu.actions() if a.text().startswith("4 ")).trigger()
    assert read(task_id).needs[0].level == 4
    assert 0 < len(dialog.suggestion.candidates) < before
    pick(dialog.asked.team, demo_services.settings.open_teams()[0].id)
    dialog.asked.team.left.emit()
    assert read(task_id).team_name == "Mariehønen"


def test_the_roles_that_may_have_it_are_the_kinds_and_can_be_changed(dialog, demo_services, kinds):
    before = len(dialog.suggestion.excluded)
    action = next(a for a in dialog.asked.roles.menu().actions() if a.text() == "Pædagogmedhjælper")
    assert not action.isChecked()
    action.trigger()
    kind = next(kind for kind in demo_services.tasks.kinds() if kind.id == kinds["sprogvurdering"].id)
    assert "PM" in kind.roles
    assert len(dialog.suggestion.excluded) < before


def test_where_the_roles_leave_nobody_the_list_begins_with_why(dialog):
    while dialog.suggestion.candidates:
        ticked = [action for action in dialog.asked.roles.menu().actions() if action.isChecked()]
        ticked[0].trigger()
    settle(dialog)
    view = dialog.list.view
    assert view.viewport().rect().contains(view.visualRect(view.people.index(0)))
    assert view.people.lines[0].text == NOBODY


def test_where_nobody_can_have_it_the_button_says_so(dialog, demo_services, read, task_id):
    for _ in range(2):
        name = "4 Kan vejlede andre"
        next(a for a in dialog.asked.needs.buttons[0].menu().actions() if a.text() == name).trigger()
    competence = next(each for each in demo_services.competence.competences() if each.name == "Økonomi og drift")
    pick(dialog.asked.needs.add, competence.id)
    assert dialog.suggestion.candidates == ()
    assert not dialog.foot.give.isEnabled()
    dialog.give()
    assert read(task_id).unassigned


def test_somebody_taken_away_meanwhile_is_refused_in_words(dialog, demo_services, read, task_id):
    dialog._context.changed.disconnect(dialog._moved)  # as if the news had not reached the dialog yet
    who = dialog.suggestion.candidates[0]
    competence = read(task_id).needs[0].competence_id
    demo_services.competence.assess(AssessmentDraft(who.employee_id, competence, 1, demo_services.clock.today()))
    dialog._context.changed.connect(dialog._moved)
    dialog.give()
    assert read(task_id).unassigned
    assert who.called in dialog.reason._problem.sentence.text


def test_a_lock_closes_it_and_keeps_what_was_written(dialog, qtbot, place):
    dialog.reason.line.setFocus()
    dialog.reason.line.selectAll()
    qtbot.keyClicks(dialog.reason.line, "Halvt")
    place.drafts.keep_now()
    dialog.reject()
    assert "Halvt" in place.services.database.drafts().values()


def test_the_task_taken_away_closes_it(dialog, place, task_id):
    place.services.tasks.remove(task_id)
    assert not dialog.isVisible()


def test_when_it_is_gone_size_and_colours_of_the_page_change_as_before(page, dialog, qtbot, theme):
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(dialog))
    qtbot.wait(50)  # the focus ring is taken down and laid elsewhere
    glass = page.list.pane.filter_field.actions()[0]
    before = glass.icon().cacheKey()
    theme.choose(Choice.DARK, 130)
    assert glass.icon().cacheKey() != before
