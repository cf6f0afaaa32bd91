"""What the reason begins with follows the choice; what the leader writes herself stays where it is."""

import pytest

from ui.tasks.reason_text import ReasonText

RIKKE = "Jeg har valgt Rikke, som kan vejlede andre i sprog og har tid til opgaven."
KAREN = "Jeg har valgt Karen, som kan vejlede andre i sprog og vil gerne bruge TRAS."
NANNA = "Jeg har valgt, at Nanna lærer med."


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("", KAREN),
        (RIKKE, KAREN),
        (f"{RIKKE} Hun spurgte selv.", f"{KAREN} Hun spurgte selv."),
        (f"Efter aftale. {RIKKE}", f"Efter aftale. {KAREN}"),
        (f"Efter aftale.\n{RIKKE}\nVi taler om det.", f"Efter aftale.\n{KAREN}\nVi taler om det."),
        (f"Efter aftale. {RIKKE.replace('har tid', 'har virkelig god tid')}", f"Efter aftale. {KAREN}"),
        (f"Vi skal have ro.{RIKKE}Hun spurgte selv.", f"Vi skal have ro. {KAREN} Hun spurgte selv."),
        ("Det er hendes tur.", "Det er hendes tur."),
    ],
)
def test_with_another_chosen_only_what_is_told_of_the_one_before_goes(text, now):
    assert ReasonText({1: RIKKE}).follow(text, {2: KAREN}) == now


def test_what_she_changed_in_a_sentence_comes_back_with_the_one_it_is_about():
    words = ReasonText({1: RIKKE})
    hers = f"{RIKKE.replace('har tid', 'har god tid')} Vi taler om det."
    assert words.follow(words.follow(hers, {2: KAREN}), {1: RIKKE}) == hers


def test_it_is_known_whose_changed_sentence_went_until_the_next_choice():
    words = ReasonText({1: RIKKE})
    text = words.follow(RIKKE.replace("har tid", "har god tid"), {2: KAREN})
    assert words.put_by == {1}
    text = words.follow(text, {2: KAREN})
    assert (text, words.put_by) == (KAREN, frozenset())
    words.follow(f"{KAREN} Ja.", {1: RIKKE})
    assert words.put_by == frozenset()


@pytest.mark.parametrize("hers", ["Vi taler om det.", ""])
def test_one_more_gets_a_line_and_loses_it_again(hers):
    words = ReasonText({1: RIKKE})
    text = f"{RIKKE} {hers}".strip()
    with_nanna = words.follow(text, {1: RIKKE, 3: NANNA})
    assert with_nanna == f"{text}\n{NANNA}"
    assert words.follow(with_nanna, {1: RIKKE}) == text


def test_of_several_only_the_one_who_is_changed_is_told_anew():
    words = ReasonText({1: RIKKE, 3: NANNA})
    text = f"{RIKKE} Hun spurgte selv.\n{NANNA}"
    assert words.follow(text, {2: KAREN, 3: NANNA}) == f"{KAREN} Hun spurgte selv.\n{NANNA}"
    assert words.follow(f"{RIKKE} Hun spurgte selv.\n{NANNA}", {2: KAREN, 3: NANNA})


def test_another_fact_about_the_same_one_is_told_unless_she_wrote_it_herself():
    later = RIKKE.replace("sprog", "TRAS")
    assert ReasonText({1: RIKKE}).follow(f"{RIKKE} Ja.", {1: later}) == f"{later} Ja."
    hers = f"{RIKKE.replace('har tid', 'har god tid')} Ja."
    assert ReasonText({1: RIKKE}).follow(hers, {1: later}) == hers


def test_only_what_she_wrote_is_hers():
    words = ReasonText({1: RIKKE})
    assert not words.is_own("  ")
    assert not words.is_own(f"{RIKKE} ")
    assert words.is_own(f"{RIKKE} Ja.")
