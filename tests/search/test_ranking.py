"""What is found by what is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.search.places import Entry, Topic
from dagleder.search.ranking import find, is_slip, score, words_of

KAREN = Entry("Karen Ulvdal", "staff", 1, words="KU pædagog Egernet", person=True)
METTE = Entry("Mette Karlsen", "staff", 2, words="MK pædagogmedhjælper Ræven", person=True)
OESTER = Entry("Søs Østergård", "staff", 3, words="SØ pædagog", person=True)
MEETING = Entry("Personalemøde 17. marts", "meetings", 9, words="møde referat")
ABSENCE = Topic("Læg fravær ind for {name}", "presence", "fravær ferie kursus", does=True)


def titles(query: str, limit: int = 10) -> list[str]:
    return [one.title for one in find(query, [KAREN, METTE, OESTER, MEETING], [ABSENCE], limit)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("karen", "Karen Ulvdal"),
        ("ulv", "Karen Ulvdal"),
        ("kar", "Karen Ulvdal"),
        ("karen fer", "Læg fravær ind for Karen Ulvdal"),
        ("fer karen", "Læg fravær ind for Karen Ulvdal"),
        ("soes", "Søs Østergård"),
        ("østergaard", "Søs Østergård"),
        ("kraen", "Karen Ulvdal"),
        ("karenn", "Karen Ulvdal"),
        ("ræven", "Mette Karlsen"),
        ("KU", "Karen Ulvdal"),
        ("personale", "Personalemøde 17. marts"),
    ],
)
def test_the_best_answer_comes_first(query, first):
    assert titles(query)[0] == first


@pytest.mark.parametrize("query", ["", "   ", "zzz", "karen zzz"])
def test_what_answers_nothing_gives_nothing(query):
    assert titles(query) == []


def test_a_topic_needs_a_name_beside_it():
    assert titles("ferie") == []


def test_a_person_joined_with_a_topic_opens_the_topic_about_her():
    found = find("karen ferie", [KAREN], [ABSENCE], 5)[0]
    assert (found.feature, found.about, found.record_id, found.does) == ("presence", 1, None, True)


def test_the_person_herself_stands_after_what_was_asked_for_about_her():
    assert titles("karen fer") == ["Læg fravær ind for Karen Ulvdal", "Karen Ulvdal"]


def test_equally_good_answers_stand_in_danish_order():
    people = [Entry(f"Bo {name}", "staff", at) for at, name in enumerate(["Åby", "Ærø", "Zahle", "Østby"])]
    assert [one.title for one in find("bo", people, [], 9)] == ["Bo Zahle", "Bo Ærø", "Bo Østby", "Bo Åby"]


@pytest.mark.parametrize(
    ("typed", "meant", "slip"),
    [
        ("kbren", "karen", True),
        ("kren", "karen", True),
        ("kaaren", "karen", True),
        ("kraen", "karen", True),
        ("baren", "karen", False),
        ("kxyen", "karen", False),
    ],
)
def test_one_slip_of_the_finger_is_forgiven(typed, meant, slip):
    assert is_slip(typed, meant) is slip


@given(st.text(max_size=40), st.text(max_size=40))
def test_scoring_never_fails_and_a_title_answers_itself(query, title):
    assert score(words_of(query), title) >= 0
    if words_of(title):
        assert score(words_of(title), title) > 0
