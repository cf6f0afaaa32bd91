"""Days and repeats in the words a leader writes them in. Today is Thursday 12 March 2026."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.tasks.quick_days import NO_DAY, NOT_READ
from dagleder.tasks.repeats import Repeat, Unit
from tests.tasks.test_quick import EGERNET, KAREN_U, LONE, NAN, OTTO, TODAY, read

LAST_OF_MARCH, FRIDAY = date(2026, 3, 31), date(2026, 3, 13)


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ("om 14 dage", date(2026, 3, 26)),
        ("om en uge", date(2026, 3, 19)),
        ("om 3 uger", date(2026, 4, 2)),
        ("om to måneder", date(2026, 5, 12)),
        ("om et halvt år", date(2026, 9, 12)),
        ("om et år", date(2027, 3, 12)),
        ("senest om 14 dage", date(2026, 3, 26)),
        ("inden for en uge", date(2026, 3, 19)),
        ("den 15.", date(2026, 3, 15)),
        ("d. 12.", TODAY),
        ("senest d. 15", date(2026, 3, 15)),
        ("den 2. i næste måned", date(2026, 4, 2)),
        ("mandag i næste uge", date(2026, 3, 16)),
        ("fredag i denne uge", FRIDAY),
        ("på mandag i næste uge", date(2026, 3, 16)),
        ("i næste uge på mandag", date(2026, 3, 16)),
        ("mandag i uge 14", date(2026, 3, 30)),
        ("uge 14, ons", date(2026, 4, 1)),
        ("mandag om 14 dage", date(2026, 3, 30)),
        ("mandag om 8 dage", date(2026, 3, 23)),
        ("fredag om 3 uger", date(2026, 4, 3)),
        ("søndag den 15.", date(2026, 3, 15)),
        ("senest fredag den 20. marts 2026", date(2026, 3, 20)),
        ("i denne uge", FRIDAY),
        ("i løbet af næste uge", date(2026, 3, 20)),
        ("næste måned", date(2026, 4, 30)),
        ("inden fredag", FRIDAY),
        ("før fredag", TODAY),
        ("før 1. april", LAST_OF_MARCH),
        ("senest før 1/4", LAST_OF_MARCH),
        ("inden den 1. april", date(2026, 4, 1)),
        ("inden uge 14", date(2026, 3, 27)),
        ("før uge 14", date(2026, 3, 27)),
        ("inden næste uge", FRIDAY),
        ("før næste uge", FRIDAY),
        ("inden næste måned", LAST_OF_MARCH),
        ("senest inden uge 14", date(2026, 3, 27)),
        ("inden fredag i uge 14", date(2026, 4, 3)),
        ("12-3", TODAY),
        ("03-04", date(2026, 4, 3)),
        ("den 3-4", date(2026, 4, 3)),
        ("fre 3-4", date(2026, 4, 3)),
    ],
)
def test_a_deadline_in_words(when, due):
    found = read(f"Ring til PPR {when}")
    assert (found.title, found.due, found.note) == ("Ring til PPR", due, None)


@pytest.mark.parametrize(
    ("when", "due", "repeat"),
    [
        ("d. 15. hver måned", date(2026, 3, 15), Repeat(1, Unit.MONTHS)),
        ("hver måned den 1.", date(2026, 4, 1), Repeat(1, Unit.MONTHS)),
        ("den 1. i hver måned", date(2026, 4, 1), Repeat(1, Unit.MONTHS)),
        ("årligt 1/5", date(2026, 5, 1), Repeat(1, Unit.YEARS)),
        ("1. maj årligt", date(2026, 5, 1), Repeat(1, Unit.YEARS)),
        ("hvert kvartal", LAST_OF_MARCH, Repeat(3, Unit.MONTHS)),
        ("kvartalsvis", LAST_OF_MARCH, Repeat(3, Unit.MONTHS)),
        ("hvert halve år", date(2026, 6, 30), Repeat(6, Unit.MONTHS)),
        ("halvårligt", date(2026, 6, 30), Repeat(6, Unit.MONTHS)),
        ("månedligt", LAST_OF_MARCH, Repeat(1, Unit.MONTHS)),
        ("månedlig d. 20.", date(2026, 3, 20), Repeat(1, Unit.MONTHS)),
        ("ugentligt", FRIDAY, Repeat(1, Unit.WEEKS)),
        ("ugentligt på mandag", date(2026, 3, 16), Repeat(1, Unit.WEEKS)),
        ("hveranden uge", FRIDAY, Repeat(2, Unit.WEEKS)),
        ("hver anden mandag", date(2026, 3, 16), Repeat(2, Unit.WEEKS)),
        ("hver 14. dag", FRIDAY, Repeat(2, Unit.WEEKS)),
        ("dagligt", TODAY, Repeat(1, Unit.DAYS)),
        ("en gang om ugen", FRIDAY, Repeat(1, Unit.WEEKS)),
    ],
)
def test_how_often_it_comes_again_in_words(when, due, repeat):
    found = read(f"Ring til PPR {when}")
    assert (found.title, found.due, found.repeat, found.note) == ("Ring til PPR", due, repeat, None)


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Ryd op alle hverdage", "En opgave kan gentages hver dag, uge, måned eller år, ikke kun på hverdage."),
        ("Ryd op hvert år", NO_DAY),
        ("Ryd op årligt", NO_DAY),
        ("Ryd op efter fredag", NOT_READ),
        ("Ryd op hver mandag og onsdag", NOT_READ),
        ("Ryd op mandag eller onsdag", NOT_READ),
        ("Ryd op hver første mandag", NOT_READ),
        ("Hver mandag: tøm postkasse", NOT_READ),
        ("Ryd op fra august", NOT_READ),
        ("Ryd op ultimo april", NOT_READ),
        ("Ryd op inden påske", NOT_READ),
        ("Ryd op tirsdag næste måned", NOT_READ),
        ("Ryd op 14 dage før 1. maj", NOT_READ),
        ("Ryd op ugen inden uge 14", NOT_READ),
        ("Ryd op fra og med 1. april", NOT_READ),
        ("Ryd op tidligst 1. april", NOT_READ),
        ("Ryd op før 12. marts", "Før 12. marts er forbi. Mente du 12-03-2026?"),
        ("Ryd op inden denne uge", "Inden denne uge er forbi. Mente du 13-03-2026?"),
        ("Ryd op den 31. i næste måned", "Den måned har kun 30 dage. Mente du 30-04-2026?"),
        ("Ryd op mandag i denne uge", "Mandag i denne uge er forbi. Mente du 16-03-2026?"),
        ("Ryd op mandag den 20. marts", "20. marts 2026 er en fredag, ikke en mandag. Mente du 20-03-2026?"),
    ],
)
def test_what_cannot_be_a_deadline_stays_in_the_title_and_it_is_told_why(text, note):
    found = read(text)
    assert (found.title, found.due, found.repeat) == (text, None, None)
    assert found.note is not None
    assert found.note.sentence == note


@pytest.mark.parametrize(
    "text",
    [
        "Børn på 10-12",
        "Hold os inden for rammen",
        "Tal om maj",
        "Ring om kort tid",
        "Ring om 14",
        "Lokale 15.",
        "Det ugentlige møde",
    ],
)
def test_words_that_only_look_like_it_stay(text):
    found = read(text)
    assert (found.title, found.due, found.note) == (text, None, None)


def test_a_day_that_is_not_there_can_be_taken_as_it_is_suggested_or_left():
    found = read("Mødelokale 31. februar @ok")
    assert found.note is not None
    taken, left = found.note.answers
    assert (taken.name, read(taken.line).due) == ("28-02-2027", date(2027, 2, 28))
    assert read(taken.line).title == "Mødelokale"
    assert (left.name, left.line) == ("Uden frist", "Mødelokale 31. februar @ok")


@pytest.mark.parametrize(
    ("text", "passed", "coming"),
    [
        ("Referat fra mødet 5. marts", "5. marts 2026", date(2027, 3, 5)),
        ("Opfølgning på tilsyn 12/2", "12. februar 2026", date(2027, 2, 12)),
        ("Lav referat af mødet d. 10.", "10. marts 2026", date(2026, 4, 10)),
        ("Aflevering 11. marts kl. 9 @ok", "11. marts 2026", date(2027, 3, 11)),
        ("Nyhedsbrev i uge 10", "6. marts 2026", date(2027, 3, 12)),
    ],
)
def test_of_a_day_that_has_just_been_it_is_asked_whether_the_coming_one_is_meant(text, passed, coming):
    found = read(text)
    assert found.note is not None
    assert found.due is None
    assert found.note.asked == f"{passed} er forbi."
    taken, left = (read(answer.line) for answer in found.note.answers)
    assert (taken.due, left.due) == (coming, None)
    assert set(taken.title.split()) < set(left.title.split())


@pytest.mark.parametrize(
    ("text", "asked", "meant"),
    [
        ("Ferieplan uge 28", "“uge 28” kan være fristen eller en del af opgaven.", date(2026, 7, 10)),
        ("Ring 12.05", "“12.05” kan være et klokkeslæt.", date(2026, 5, 12)),
        ("Læs kap. 3/4", "“3/4” er måske ikke en dag.", date(2026, 4, 3)),
        ("Gruppe 4/4", "“4/4” er måske ikke en dag.", date(2026, 4, 4)),
        ("Køb 2 x 3/4", "“3/4” er måske ikke en dag.", date(2026, 4, 3)),
    ],
)
def test_what_may_be_a_day_or_something_else_is_asked_about(text, asked, meant):
    found = read(text)
    assert found.note is not None
    assert (found.title, found.due, found.note.asked) == (text, None, asked)
    assert read(found.note.answers[0].line).due == meant


@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("Ring 12.30", "Ring 12.30", None),
        ("Ring til PPR fre 12.30", "Ring til PPR 12.30", FRIDAY),
        ("Ring til PPR d. 12.05", "Ring til PPR", date(2026, 5, 12)),
        ("Ferieplan senest uge 28", "Ferieplan", date(2026, 7, 10)),
        ("Læs kap. 3 senest 3/4", "Læs kap. 3", date(2026, 4, 3)),
    ],
)
def test_a_clock_is_no_day_and_what_leads_to_a_deadline_tells_that_it_is_one(text, title, due):
    found = read(text)
    assert (found.title, found.due, found.note) == (title, due, None)


def test_before_new_year_a_day_of_the_next_one_is_taken_as_it_is():
    assert read("Fastelavn 14/2", date(2026, 12, 5)).due == date(2027, 2, 14)
    assert read("Luk regnskabet d. 2.", date(2026, 3, 28)).due == date(2026, 4, 2)
    assert read("Fastelavn 14/2 hvert år").due == date(2027, 2, 14)


# --- marks that are part of a sentence ----------------------------------------------------------------


def test_a_name_in_the_middle_of_a_sentence_is_asked_about_and_stays_in_it():
    found = read("Ring til @ku om Noah fre")
    assert (found.title, found.employee_ids) == ("Ring til @ku om Noah", ())
    assert found.doubt is not None
    assert found.doubt.asked == "Skal Karen U. have opgaven?"
    yes, no = (read(answer.line) for answer in found.doubt.answers)
    assert (yes.title, yes.employee_ids, yes.due) == ("Ring til Karen U. om Noah", (KAREN_U,), FRIDAY)
    assert (no.title, no.employee_ids, no.due, no.doubt) == ("Ring til Karen U. om Noah", (), FRIDAY, None)


def test_of_several_in_a_sentence_each_is_asked_about():
    found, answered = read("Tal med @ok og @ng fre"), 0
    while found.doubt is not None:
        found, answered = read(found.doubt.answers[1].line), answered + 1
    assert (found.title, found.employee_ids, found.due, answered) == ("Tal med Otto og Nanna", (), FRIDAY, 2)


def test_a_stue_in_the_middle_of_a_sentence_stays_in_it():
    found = read("Tur med #egernet fre")
    assert (found.title, found.team_id, found.due) == ("Tur med Egernet", EGERNET, FRIDAY)
    assert read("Book tid til @mig").title == "Book tid til mig"


@pytest.mark.parametrize("between", [",", "/", ", ", " og ", "&", ";", "+"])
def test_two_names_written_together_are_two(between):
    found = read(f"Nyhedsbrev @ok{between}@ng")
    assert (found.title, found.employee_ids) == ("Nyhedsbrev", (OTTO, NAN))


def test_a_stue_that_is_not_there_is_asked_about():
    found = read("Tur #Egern @lone fre")
    assert found.problem == "Ingen stue hedder “Egern”. Mener du #Egernet?"
    assert found.doubt is not None
    stue, word = (read(answer.line) for answer in found.doubt.answers)
    assert (stue.title, stue.team_id, stue.employee_ids) == ("Tur", EGERNET, (LONE,))
    assert (word.title, word.team_id, word.employee_ids) == ("Tur Egern", None, (LONE,))


# --- nothing vanishes ----------------------------------------------------------------------------------

_LEADS = [
    "i",
    "før",
    "inden",
    "på",
    "den",
    "d.",
    "om",
    "til",
    "senest",
    "hver",
    "hvert",
    "efter",
    "for",
    "næste",
    "denne",
    "sidste",
    "og",
]
_COUNTS = ["en", "to", "3", "14", "15.", "2027", "anden", "halve", "alle"]
_SPANS = ["dag", "dage", "uge", "uger", "måned", "år", "maj", "kvartal", "morgen", "hverdage"]
_WHOLE = ["12-3", "31/2", "12/5", "mandag", "fre", "ons.", "ugentligt", "årligt", "kvartalsvis"]
_WHEN = st.sampled_from([*_LEADS, *_COUNTS, *_SPANS, *_WHOLE])
_TITLE = st.sampled_from(["Ring", "Opslag", "møde", "Noah"])


@given(st.lists(_TITLE | _WHEN, max_size=5), st.lists(_WHEN, max_size=6), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_the_words_that_went_tell_the_deadline_by_themselves_and_all_others_stay(before, end, today):
    words = ["Ryd", "op", *before, *end]
    found = read(" ".join(words), today)
    kept = found.title.split()
    assert words[: len(kept)] == kept
    gone = words[len(kept) :]
    assert bool(gone) == (found.due is not None)
    alone = read(" ".join(["Ryd", "op", *gone]), today)
    assert (alone.title, alone.due, alone.repeat) == ("Ryd op", found.due, found.repeat)


@given(st.lists(_WHEN, max_size=6), st.dates(date(2000, 1, 1), date(2090, 1, 1)))
def test_what_is_answered_of_a_day_is_taken_as_it_is_told(end, today):
    found = read(" ".join(["Ryd", "op", *end]), today)
    for answer in (found.note.answers if found.note else ())[:1]:
        taken = read(answer.line, today)
        assert taken.due is not None
        assert taken.due.strftime("%d-%m-%Y") == answer.name
