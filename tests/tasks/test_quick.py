"""The quick line: what is taken out of it, and what stays in the title. Today is Thursday 12 March 2026."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dagleder.base.errors import UserProblem
from dagleder.tasks.quick import QuickTask, read_quick
from dagleder.tasks.quick_doubts import QuickPerson, QuickTeam
from dagleder.tasks.repeats import Repeat, Unit
from dagleder.tasks.states import Mandate

TODAY = date(2026, 3, 12)
OTTO, KAREN_U, KAREN_B, LONE, BO, NAN = 1, 2, 3, 4, 5, 6
PEOPLE = (
    QuickPerson(OTTO, "Otto Kærvig", "Otto", "OK"),
    QuickPerson(KAREN_U, "Karen Ulvdal", "Karen U.", "KU"),
    QuickPerson(KAREN_B, "Karen Brink", "Karen B.", "KB"),
    QuickPerson(LONE, "Lone Møller Myrtoft", "Lone", "LM"),
    QuickPerson(BO, "Bo Ås", "Bosse", "BÅ"),
    QuickPerson(NAN, "Nanna Granly", "Nanna", "NG"),
)
EGERNET, LITTLE_FOX = 1, 2
TEAMS = (QuickTeam(EGERNET, "Egernet"), QuickTeam(LITTLE_FOX, "Lille Ræv"))
FRIDAY = date(2026, 3, 13)


def read(text: str, today: date = TODAY) -> QuickTask:
    return read_quick(text, today, PEOPLE, TEAMS)


@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("Legepladseftersyn fre", "Legepladseftersyn", FRIDAY),
        ("Legepladseftersyn fre.", "Legepladseftersyn", FRIDAY),
        ("Legepladseftersyn Fredag", "Legepladseftersyn", FRIDAY),
        ("Legepladseftersyn på fredag", "Legepladseftersyn", FRIDAY),
        ("Legepladseftersyn senest fre", "Legepladseftersyn", FRIDAY),
        ("Nyhedsbrev inden mandag", "Nyhedsbrev", date(2026, 3, 16)),
        ("Nyhedsbrev tor", "Nyhedsbrev", TODAY),
        ("Nyhedsbrev ons", "Nyhedsbrev", date(2026, 3, 18)),
        ("Nyhedsbrev søn", "Nyhedsbrev", date(2026, 3, 15)),
        ("Nyhedsbrev lørdag", "Nyhedsbrev", date(2026, 3, 14)),
        ("Nyhedsbrev i dag", "Nyhedsbrev", TODAY),
        ("Nyhedsbrev idag", "Nyhedsbrev", TODAY),
        ("Nyhedsbrev I morgen", "Nyhedsbrev", FRIDAY),
        ("Nyhedsbrev til i morgen", "Nyhedsbrev", FRIDAY),
        ("Nyhedsbrev i overmorgen", "Nyhedsbrev", date(2026, 3, 14)),
        ("Ring til PPR 16/3", "Ring til PPR", date(2026, 3, 16)),
        ("Ring til PPR d. 16/3", "Ring til PPR", date(2026, 3, 16)),
        ("Ring til PPR fre 20/3", "Ring til PPR", date(2026, 3, 20)),
        ("Ring til PPR fredag den 20. marts", "Ring til PPR", date(2026, 3, 20)),
        ("Ring til PPR 12/5", "Ring til PPR", date(2026, 5, 12)),
        ("Ring til PPR 12. maj", "Ring til PPR", date(2026, 5, 12)),
        ("Ring til PPR 12 maj", "Ring til PPR", date(2026, 5, 12)),
        ("Ring til PPR den 12. maj 2027", "Ring til PPR", date(2027, 5, 12)),
        ("Ring til PPR 12/5/2027", "Ring til PPR", date(2027, 5, 12)),
        ("Ring til PPR 12/5-27", "Ring til PPR", date(2027, 5, 12)),
        ("Ring til PPR 12-05-2026", "Ring til PPR", date(2026, 5, 12)),
        ("Ring til PPR 2026-05-12", "Ring til PPR", date(2026, 5, 12)),
        ("Ring til PPR 12/3", "Ring til PPR", TODAY),
        ("Sprogvurdering 1.4.", "Sprogvurdering", date(2026, 4, 1)),
        ("Referat 24.3", "Referat", date(2026, 3, 24)),
        ("Julefest 12.3.2027", "Julefest", date(2027, 3, 12)),
        ("Julefrokost d. 4/12", "Julefrokost", date(2026, 12, 4)),
        ("DGI-dag næste fredag", "DGI-dag", date(2026, 3, 20)),
        ("DGI-dag næste mandag", "DGI-dag", date(2026, 3, 16)),
        ("DGI-dag i næste uge", "DGI-dag", date(2026, 3, 20)),
        ("Køb ind tirs", "Køb ind", date(2026, 3, 17)),
        ("Køb ind tors.", "Køb ind", TODAY),
        ("Rengøring torsdag!", "Rengøring", TODAY),
        ("Rengøring, fre", "Rengøring", FRIDAY),
        ("Nyhedsbrev til uge 14", "Nyhedsbrev", date(2026, 4, 3)),
        ("Nyhedsbrev i uge 11", "Nyhedsbrev", FRIDAY),
        ("Nyhedsbrev senest uge 53", "Nyhedsbrev", date(2027, 1, 1)),
    ],
)
def test_the_deadline_is_told_at_the_end(text, title, due):
    found = read(text)
    assert (found.title, found.due) == (title, due)


@pytest.mark.parametrize(
    "text",
    [
        "Skovtur uge 14: plan og madpakker",
        "Fre",
        "i dag",
        "Beslutning 3.2",
        "Børn på 3-4",
        "Køb 3 marsvin",
        "Fred på jord",
        "Skab fred",
        "hver mandag",
        "Kl. 13.10",
        "Møde kl 13.10",
        "Uge 60",
        "Ring uge 54",
        "Møde kl. 13",
        "Skriv til mail@huset.dk",
        "Ny # stue",
        "Vigtigt !nu",
        "@",
        "",
    ],
)
def test_what_is_not_understood_stays_in_the_title(text):
    assert read(text) == QuickTask(text)


@pytest.mark.parametrize(
    ("text", "title", "people"),
    [
        ("Legepladseftersyn @ok", "Legepladseftersyn", (OTTO,)),
        ("@OK Legepladseftersyn", "Legepladseftersyn", (OTTO,)),
        ("Legepladseftersyn @Otto Kærvig", "Legepladseftersyn", (OTTO,)),
        ("Legepladseftersyn @otto kaervig med sand", "Legepladseftersyn med sand", (OTTO,)),
        ("Nyhedsbrev @karen ulvdal @ok", "Nyhedsbrev", (KAREN_U, OTTO)),
        ("Nyhedsbrev @ok, @ku", "Nyhedsbrev", (OTTO, KAREN_U)),
        ("Nyhedsbrev @ku @KU", "Nyhedsbrev", (KAREN_U,)),
        ("Nyhedsbrev @lone", "Nyhedsbrev", (LONE,)),
        ("Nyhedsbrev @Lone Møller Myrtoft", "Nyhedsbrev", (LONE,)),
        ("Nyhedsbrev @bosse", "Nyhedsbrev", (BO,)),
        ("Nyhedsbrev @bo", "Nyhedsbrev", (BO,)),
        ("Nyhedsbrev @Karen U.", "Nyhedsbrev", (KAREN_U,)),
    ],
)
def test_who_is_told_by_initials_or_name(text, title, people):
    found = read(text)
    assert (found.title, found.employee_ids, found.problem) == (title, people, "")


def test_everything_at_once_in_any_order():
    assert read("@ng Nyhedsbrev #lille ræv !beslut @ok i uge 14") == QuickTask(
        "Nyhedsbrev", (NAN, OTTO), team_id=LITTLE_FOX, mandate=Mandate.DECIDE, due=date(2026, 4, 3)
    )
    assert read("Ring til PPR @mig 16/3 #EGERNET") == QuickTask(
        "Ring til PPR", own=True, team_id=EGERNET, due=date(2026, 3, 16)
    )


def test_of_two_with_one_name_it_is_asked_which_and_nothing_can_be_kept():
    found = read("Nyhedsbrev @karen fre")
    assert (found.title, found.employee_ids, found.due) == ("Nyhedsbrev @karen", (), FRIDAY)
    assert found.problem == "Mener du Karen Ulvdal (@ku) eller Karen Brink (@kb)?"
    with pytest.raises(UserProblem, match="Mener du Karen Ulvdal"):
        found.draft()


@pytest.mark.parametrize(
    ("text", "title", "due"),
    [
        ("Julefrokost d. 4/12 kl 18 @mig", "Julefrokost kl 18", date(2026, 12, 4)),
        ("Bestil vikar mandag kl. 9", "Bestil vikar kl. 9", date(2026, 3, 16)),
        ("Bestil vikar mandag kl.9.30", "Bestil vikar kl.9.30", date(2026, 3, 16)),
        ("Bestil vikar kl 9 mandag", "Bestil vikar kl 9", date(2026, 3, 16)),
    ],
)
def test_a_time_of_the_day_stays_in_the_title_and_the_day_is_read(text, title, due):
    found = read(text)
    assert (found.title, found.due) == (title, due)


@pytest.mark.parametrize(
    ("text", "due", "repeat"),
    [
        ("Tøm postkassen hver mandag", date(2026, 3, 16), Repeat(1, Unit.WEEKS)),
        ("Tøm postkassen hver dag", TODAY, Repeat(1, Unit.DAYS)),
        ("Tøm postkassen hver uge", FRIDAY, Repeat(1, Unit.WEEKS)),
        ("Tøm postkassen hver måned @ok", date(2026, 3, 31), Repeat(1, Unit.MONTHS)),
        ("Tøm postkassen hver anden uge fre", FRIDAY, Repeat(2, Unit.WEEKS)),
        ("Tøm postkassen 1/4 hver 3. måned", date(2026, 4, 1), Repeat(3, Unit.MONTHS)),
        ("Tøm postkassen 12/6 hvert år", date(2026, 6, 12), Repeat(1, Unit.YEARS)),
    ],
)
def test_what_comes_again_has_its_first_deadline(text, due, repeat):
    found = read(text)
    assert (found.title, found.due, found.repeat) == ("Tøm postkassen", due, repeat)
    assert found.draft().repeat == repeat


def test_a_day_that_is_not_there_is_told_and_stays_in_the_title():
    found = read("Mødelokale 31/2")
    assert (found.title, found.due) == ("Mødelokale 31/2", None)
    assert found.note is not None
    assert found.note.sentence == "Februar 2027 har kun 28 dage. Mente du 28-02-2027?"
    assert found.draft().title == "Mødelokale 31/2"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Køb ind @ng og @lone tirs", "Køb ind"),
        ("Køb ind @ng, og @lone", "Køb ind"),
        ("Køb ind @ng og vask @lone", "Køb ind og vask"),
        ("Ring til kommunen, @lone", "Ring til kommunen"),
    ],
)
def test_what_joins_the_marks_goes_with_them(text, title):
    assert read(text).title == title


def test_a_weekday_written_on_that_day_is_today():
    assert read("Ryd op fre", today=FRIDAY).due == FRIDAY


@pytest.mark.parametrize(
    ("today", "week", "due"),
    [
        (date(2026, 12, 31), 53, date(2027, 1, 1)),
        (date(2027, 1, 1), 53, date(2027, 1, 1)),
        (date(2027, 1, 1), 1, date(2027, 1, 8)),
        (date(2026, 12, 27), 52, date(2026, 12, 25)),
    ],
)
def test_weeks_at_the_end_of_a_year_are_those_of_the_calendar(today, week, due):
    assert read(f"Ryd op i uge {week}", today).due == due


_WORDS = st.sampled_from(
    [
        "Ring",
        "@ok",
        "og",
        "hver",
        "kl. 9",
        "31/2",
        "@karen",
        "@mig",
        "#egernet",
        "!indstil",
        "fre",
        "i",
        "dag",
        "uge",
        "14",
        "12/5",
        "12.",
        "maj",
        "@",
        "#",
    ]
) | st.text(max_size=8)


def _bare(word: str) -> str:
    """'Tal med @mig' leaves 'mig' in its sentence."""
    return word.lstrip("@#").rstrip(",").casefold()


@given(st.lists(_WORDS, max_size=8), st.dates(date(2000, 1, 1), date(2098, 1, 1)))
def test_no_line_stops_it_and_no_word_is_lost_or_moved(words, today):
    text = " ".join(words)
    found = read(text, today)
    left = iter(text.split())
    assert all(any(_bare(word) == _bare(each) for each in left) for word in found.title.split())
    taken = len(text.split()) - len(found.title.split())
    understood = found.own or found.employee_ids or found.team_id or found.mandate or found.due
    assert taken == 0 or understood


@given(st.sampled_from(["man", "tir", "ons", "tor", "fre", "lør", "søn"]), st.dates(date(2000, 1, 1), date(2098, 1, 1)))
def test_a_weekday_is_the_coming_one(weekday, today):
    due = read(f"Ryd op {weekday}", today).due
    assert due is not None
    assert today <= due < today + timedelta(days=7)


def test_a_name_that_several_have_is_settled_by_initials_and_the_rest_of_the_line_stays():
    text = "Ring til PPR @karen fre"
    doubt = read(text).doubt
    assert doubt is not None
    assert [answer.name for answer in doubt.answers] == ["Karen Ulvdal", "Karen Brink"]
    settled = doubt.answers[1].line
    assert settled == "Ring til PPR @kb fre"
    assert read(settled).employee_ids == (KAREN_B,)


@pytest.mark.parametrize(
    ("text", "problem", "near"),
    [
        ("Sprogvurdering @pm fre", "Ingen hedder “pm”. Skriv initialer, fornavn eller hele navnet.", ()),
        (
            "Nyhedsbrev @kare fre",
            "Ingen hedder “kare”. Mener du Karen Ulvdal (@ku) eller Karen Brink (@kb)?",
            ("Nyhedsbrev @ku fre", "Nyhedsbrev @kb fre"),
        ),
        ("Nyhedsbrev @nana, uge 14", "Ingen hedder “nana”. Mener du Nanna Granly (@ng)?", ("Nyhedsbrev @ng uge 14",)),
    ],
)
def test_a_name_that_nobody_has_is_told_with_those_who_are_called_nearly_that(text, problem, near):
    found = read(text)
    assert (found.employee_ids, found.problem) == ((), problem)
    assert found.doubt is not None
    assert tuple(answer.line for answer in found.doubt.answers) == near
    with pytest.raises(UserProblem, match="Ingen hedder"):
        found.draft()


def test_an_address_or_a_lone_mark_is_a_word_of_the_title():
    assert read("Mail til a@as.dk fre").draft().title == "Mail til a@as.dk"
    assert read("Mødes @ skuret").draft().title == "Mødes @ skuret"
