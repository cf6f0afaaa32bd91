import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.text import and_list, capitalised, danish_key, fold, plural, printable, squeezed

ALPHABET = "abcdefghijklmnopqrstuvwxyzæøå"
WORDS = st.text(ALPHABET, max_size=6).filter(lambda word: "aa" not in word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ågesen", "Aagesen"),
        ("Søs  GRAMKOW", "soes gramkow"),
        ("Bjørn", "Björn"),
        ("Mariehøne", "MARIEHÖNE"),
        ("Åse\u00a0Bæk", "aase baek"),
        ("Bæk", "Bäk"),
        ("René Müller", "rene muller"),
        (unicodedata.normalize("NFD", "Åse Ørsted"), "Åse Ørsted"),
        (" Karen \t Ulvdal ", "karen ulvdal"),
        ("Weiß", "weiss"),
    ],
)
def test_names_that_are_one_fold_alike(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("Ane", "Anne"), ("Bo", "Bø"), ("Karen-Lis", "Karen Lis"), ("Ås", "As")])
def test_names_that_differ_stay_apart(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_folding_twice_changes_nothing_more(text):
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_how_a_letter_is_composed_does_not_matter(text):
    assert fold(unicodedata.normalize("NFD", text)) == fold(text)


@given(st.lists(WORDS))
def test_sorting_follows_the_danish_alphabet(words):
    assert sorted(words, key=danish_key) == sorted(words, key=lambda word: [ALPHABET.index(c) for c in word])


@given(st.lists(WORDS.map(str.capitalize)), st.randoms(use_true_random=False))
def test_capitals_do_not_move_a_name(words, random):
    mixed = [word.upper() if random.random() < 0.5 else word for word in words]
    assert [word.lower() for word in sorted(mixed, key=danish_key)] == sorted(
        (word.lower() for word in words), key=danish_key
    )


@pytest.mark.parametrize(
    "ordered",
    [
        ["Anders", "Zenia", "Ældre", "Ørsted", "Aagesen", "Ågesen", "Åse"],
        ["Bo", "Bo Ulv", "Bob"],
        ["Andre", "André", "Andrea"],
        ["Carl", "Östen", "Åke"],
        ["Kåre", "Kaarina"],
    ],
)
def test_sorting_by_examples(ordered):
    assert sorted(ordered, key=danish_key) == ordered


def test_aa_and_its_letter_sort_as_one():
    assert danish_key("Aagesen") == danish_key("ÅGESEN") == danish_key(unicodedata.normalize("NFD", "Ågesen"))


@pytest.mark.parametrize(("count", "text"), [(0, "0 møder"), (1, "1 møde"), (2, "2 møder"), (21, "21 møder")])
def test_plurals(count, text):
    assert plural(count, "møde", "møder") == text


@pytest.mark.parametrize(
    ("words", "text"),
    [([], ""), (["Leyla"], "Leyla"), (("Leyla", "Mads"), "Leyla og Mads"), (["A", "B", "C"], "A, B og C")],
)
def test_words_are_joined_as_in_a_sentence(words, text):
    assert and_list(words) == text


@pytest.mark.parametrize(("text", "shown"), [("øst", "Øst"), ("MUS i maj", "MUS i maj"), ("", "")])
def test_only_the_first_letter_becomes_a_capital(text, shown):
    assert capitalised(text) == shown


def test_needless_blanks_go_also_the_unbreakable_one():
    assert squeezed("\u00a0 35,0\u00a0 t \n") == "35,0 t"


@pytest.mark.parametrize(
    ("text", "keep", "shown"),
    [
        ("Åse", "", "Åse"),
        ("a\tb\nc", "", "a b c"),
        ("a\tb\nc", "\n", "a b\nc"),
        ("a\x00\x1bb", "", "ab"),
        ("a\ud83db", "", "ab"),
        ("😀\u2028", "", "😀 "),
    ],
)
def test_what_paper_cannot_carry_is_left_out(text, keep, shown):
    assert printable(text, keep=keep) == shown
