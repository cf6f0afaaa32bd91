"""Who is who: doubles in one file, and the file against the house."""

import pytest

from dagleder.staff.drafts import EmployeeDraft
from dagleder.staff.import_people import PresentPerson, match_people, shared_mails, without_doubles
from dagleder.staff.import_values import Record


def record(row, name, **facts):
    first, _, last = name.partition(" ")
    return Record(row, first, last, **facts)


def present(person_id, name, **facts):
    first, _, last = name.partition(" ")
    return PresentPerson(person_id, EmployeeDraft(first, last, initials=f"X{person_id}", **facts), None, ())


@pytest.mark.parametrize(
    ("one", "other", "kept"),
    [
        (record(2, "Bo Skov", role="P"), record(3, "Bo Skov"), [2]),
        (record(2, "Bo Skov"), record(3, "BO  SKOV", role="P"), [3]),  # the fuller counts
        (record(2, "Bo Ågesen"), record(3, "Bo Aagesen"), [2]),  # of equals the first
        (record(2, "Bo Skov", number="1"), record(3, "Ida Skov", number="01"), [2]),
        (record(2, "Bo Skov", number="10"), record(3, "Ida Skov", number="10,0"), [2]),
        (record(2, "Bo Skov", number="1"), record(3, "Ida Skov", number="10"), [2, 3]),
        (record(2, "Bo Skov", number="1"), record(3, "Bo Skov", number="2"), [2, 3]),
        (record(2, "Bo Skov", number="1", mail="b@x.dk"), record(3, "Bo Skov", number="2", mail="B@x.dk"), [2]),
        (record(2, "Bo Skov", number="1"), record(3, "Bo Skov"), [2]),
        (record(2, "Bo Skov", mail="stuen@x.dk"), record(3, "Ida Skov", mail="stuen@x.dk"), [2, 3]),
        (record(2, "Søs Gramkow", mail="s@x.dk"), record(3, "Søs M. Gramkow", mail="S@x.dk", role="P"), [3]),
        (record(2, "Søs Gramkow Holm", mail="s@x.dk"), record(3, "Søs Holm", mail="s@x.dk"), [2]),
        (record(2, "Søs Gramkow"), record(3, "Søs M. Gramkow"), [2, 3]),  # nothing but the name
        (record(2, "Bo Skov", mail="s@x.dk", number="1"), record(3, "Bo A. Skov", mail="s@x.dk", number="2"), [2, 3]),
    ],
)
def test_one_file_one_person_twice_is_never_two_people(one, other, kept):
    people, left_out = without_doubles([one, other])
    assert [person.row for person in people] == kept
    assert sorted(person.row for person in people) + [item.row for item in left_out] == sorted(kept) + [
        row for row in (2, 3) if row not in kept
    ]


def test_the_row_left_out_says_what_it_says_otherwise():
    fuller = record(8, "Søs Gramkow", role="PM", minutes=1200)
    _, (left_out,) = without_doubles([fuller, record(30, "Søs Gramkow", role="P", notes="samme som ovenfor")])
    assert left_out.row == 30
    assert left_out.reason == (
        "Samme person som i række 8, som siger mere. Her står i stedet Stilling: Pædagog og Note: samme som ovenfor."
    )
    _, (same,) = without_doubles([fuller, record(9, "Søs Gramkow", role="PM")])
    assert same.reason == "Samme person som i række 8."
    _, (renamed,) = without_doubles([record(8, "Bo Skov", number="1", role="P"), record(9, "Bo Holm", number="1")])
    assert "Navn: Bo Holm" in renamed.reason


def test_a_row_is_found_again_under_each_of_a_persons_names():
    rows = [
        record(2, "Søs Gramkow", mail="s@x.dk", role="P"),
        record(3, "Søs M. Gramkow", mail="s@x.dk"),
        record(4, "Søs M. Gramkow"),
    ]
    people, left_out = without_doubles(rows)
    assert [person.row for person in people] == [2]
    assert [item.row for item in left_out] == [3, 4]


def test_a_mail_that_several_have_is_told_with_their_names():
    rows = [record(2, "Bo Skov", mail="b@x.dk"), record(3, "Ida Holm", mail="B@x.dk"), record(4, "Eva Lund")]
    (notice,) = shared_mails(rows)
    assert (notice.row, notice.column, notice.taken) == (3, "E-mail", True)
    assert notice.text.startswith("Bo Skov og Ida Holm har samme e-mail.")


HOUSE = [
    present(1, "Bo Skov", number="4100", mail="bo@x.dk"),
    present(2, "Ida Skov", mail="ida@x.dk"),
    present(3, "Mette Hansen", number="7"),
    present(4, "Mette Hansen"),
]


@pytest.mark.parametrize(
    ("row", "person"),
    [
        (record(2, "Et Andet", number="04100"), 1),  # the number decides
        (record(2, "IDA  skov"), 2),  # then the name
        (record(2, "Ida Skov", number="99"), 2),
        (record(2, "Ida Holm", mail="IDA@x.dk"), 2),  # then the mail
        (record(2, "Ny Person", mail="ny@x.dk"), None),
        (record(2, "Bo Holm", number="5", mail="bo@x.dk"), None),  # the numbers say otherwise
        (record(2, "Bo Skov", number="5", mail="anden@x.dk"), None),  # a namesake
        (record(2, "Bo Skov", number="5"), 1),
        (record(2, "Mette Hansen", number="7"), 3),
    ],
)
def test_number_then_name_then_mail_decide(row, person):
    matching = match_people([row], HOUSE)
    assert [found.id for _, found in matching.known] == ([person] if person else [])
    assert list(matching.new) == ([] if person else [row])


def test_nobody_is_taken_twice():
    rows = [record(2, "Et Andet", number="4100"), record(3, "Bo Skov")]
    matching = match_people(rows, HOUSE[:1])
    assert [(r.row, p.id) for r, p in matching.known] == [(2, 1)]
    assert [r.row for r in matching.new] == [3]


@pytest.mark.parametrize(
    ("rows", "house"),
    [
        ([record(2, "Mette Hansen")], HOUSE),  # two in the house
        ([record(2, "Mette Hansen", number="8"), record(3, "Mette Hansen", number="9")], HOUSE[3:]),  # two in the list
    ],
)
def test_where_several_have_a_name_nobody_is_guessed_or_doubled(rows, house):
    matching = match_people(rows, house)
    assert (matching.known, matching.new) == ((), ())
    assert [item.row for item in matching.left_out] == [row.row for row in rows]
    assert matching.left_out[0].reason.startswith("Flere hedder Mette Hansen. Skriv medarbejdernummer")


def test_a_mail_tells_people_of_one_name_apart():
    house = [present(1, "Mette Hansen", mail="a@x.dk"), present(2, "Mette Hansen", mail="b@x.dk")]
    rows = [record(2, "Mette Hansen", mail="b@x.dk"), record(3, "Mette Hansen", mail="a@x.dk", number="3")]
    assert [(row.row, person.id) for row, person in match_people(rows, house).known] == [(2, 2), (3, 1)]


def test_a_mail_that_several_share_decides_nothing():
    rows = [record(2, "Ida Holm", mail="ida@x.dk"), record(3, "Eva Holm", mail="ida@x.dk")]
    assert [r.row for r in match_people(rows, HOUSE).new] == [2, 3]
