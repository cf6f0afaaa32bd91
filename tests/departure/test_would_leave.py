"""'Hvis … stopper' in the demo house: what each would leave, who could take it, and that nothing is changed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from dagleder import app
from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from dagleder.competence.drafts import AssessmentDraft
from dagleder.tasks.drafts import PersonDraft, TaskDraft
from tests.departure.conftest import TODAY, line, lines


def test_what_only_she_can_comes_first_with_who_is_on_the_way(without, karen):
    first = lines(without(karen), "competences")[0]
    assert (first.what, first.level) == ("TRAS", Level.MUST)
    assert first.detail == "Ingen andre kan det alene. Behov: 3."
    assert first.successor == "ingen endnu. På vej: Cecilie, Nanna, Amalie og 6 til"


def test_where_one_is_left_the_one_is_named_and_where_enough_are_left_nothing_is_told(without, karen):
    departure = without(karen)
    assert line(departure, "competences", "Specialpæd. principper").detail == "Kun Jonas er tilbage. Behov: 6."
    assert "Sprogvurdering" not in [each.what for each in lines(departure, "competences")]


def test_what_nobody_else_can_is_told_though_no_number_is_set(demo_services, without, find):
    yasmin = find("Yasmin Lyngdal")
    lp = next(each.id for each in demo_services.competence.competences() if each.key == "lp_modellen")
    demo_services.competence.assess(AssessmentDraft(yasmin, lp, 3, TODAY))
    told = line(without(yasmin), "competences", "LP-modellen")
    assert told.detail == "Ingen andre kan det alene. Niveau: kan selv."
    assert (told.successor, told.level) == ("ingen", Level.SHOULD)


def test_a_function_nobody_else_has_must_be_seen_to_and_one_with_others_names_them(without, karen, find):
    brand = line(without(find("Otto Kærvig")), "functions", "Brandansvarlig")
    assert (brand.level, brand.successor) == (Level.MUST, "ingen endnu. På vej: Jonas")
    assert line(without(find("Mads Ellemose")), "functions", "AMR").successor == "ingen"
    assert line(without(karen), "functions", "Praktikvejleder").successor == "Amalie, Helle og Pernille"


def test_a_function_is_held_since_it_was_first_told_and_not_since_it_was_told_again(demo_services, without, find):
    competence, mads = demo_services.competence, find("Mads Ellemose")
    amr = next(each.id for each in competence.competences() if each.key == "amr")
    for day in (date(2020, 2, 3), date(2024, 5, 6), TODAY):
        competence.assess(AssessmentDraft(mads, amr, 3, day))
    assert line(without(mads), "functions", "AMR").detail.startswith("Siden 3. februar 2020. ")
    competence.assess(AssessmentDraft(mads, amr, 0, date(2022, 1, 1)))
    assert line(without(mads), "functions", "AMR").detail.startswith("Siden 6. maj 2024. ")


def test_who_loses_the_only_one_to_guide_her_is_told(without, karen):
    assert [each.what for each in lines(without(karen), "guidance")] == ["TRAS for Cecilie", "TRAS for Nanna"]


def test_who_learns_her_task_and_cannot_have_it_yet_is_on_the_way(without, karen):
    task = line(without(karen), "tasks", "TRAS-oplæring af Nanna")
    assert (task.successor, task.level) == ("ingen endnu. På vej: Nanna", Level.MUST)
    assert task.detail == "Frist 1. april. 1 af 3 punkter er gjort. Opfølgning 24. marts."


def test_who_learns_her_task_takes_it_over_where_it_asks_for_nothing_she_lacks(demo_services, without, karen):
    opens = line(without(karen), "tasks", "TRAS-oplæring af Nanna").opens
    assert opens is not None
    task_id = opens[1]
    draft = demo_services.tasks.task(task_id).draft()
    demo_services.tasks.change(task_id, replace(draft, kind_id=None, needs=()))
    assert line(without(karen), "tasks", "TRAS-oplæring af Nanna").successor == "Nanna, som lærer den"


def test_a_task_with_a_must_goes_to_those_who_can_and_a_shared_one_to_the_other(without, find):
    helle = without(find("Helle Brinkholt"))
    assert line(helle, "roles", "Vejleder for studerende, nyt hold").successor == "Pernille og Karen"
    shared = line(helle, "tasks", "Sprogvurdering af treårige")
    assert (shared.successor, shared.level) == ("Rikke", Level.INFO)
    assert line(without(find("Otto Kærvig")), "tasks", "Opdatere brandinstruks").successor == "ingen"


def test_a_task_that_comes_again_says_so(without, find):
    task = line(without(find("Otto Kærvig")), "tasks", "Legepladseftersyn, hele huset")
    assert "Gentages hver 6. måned." in task.detail
    assert task.successor == "frit valg"


def test_those_who_lose_their_partner_are_named(without, karen):
    (told,) = lines(without(karen), "partners")
    assert told.detail == "Rikke og Helle mister deres sparringspartner."
    assert told.successor == "ingen endnu"


def test_only_somebody_at_level_four_can_be_turned_to_instead(without, karen, demo_services):
    (told,) = lines(without(karen), "partners")
    assert told.opens is not None
    (need, *_) = demo_services.tasks.task(told.opens[1]).needs
    (pernille,) = (each.id for each in demo_services.staff.staff_list() if each.name.startswith("Pernille "))
    demo_services.competence.assess(AssessmentDraft(pernille, need.competence_id, 3, TODAY))
    assert lines(without(karen), "partners")[0].successor == "ingen endnu"
    demo_services.competence.assess(AssessmentDraft(pernille, need.competence_id, 4, TODAY))
    assert lines(without(karen), "partners")[0].successor == "Pernille"


def test_the_task_she_learns_along_in_is_told(without, find):
    (told,) = lines(without(find("Nanna Granly")), "partners")
    assert told.detail == "Nanna lærer den af Karen."


def test_a_done_task_is_left_to_nobody(without, karen):
    assert "Forældresamtaler på Egernet" not in [each.what for each in lines(without(karen), "tasks")]


def test_the_leader_leaves_the_tasks_she_keeps_herself(without, find):
    assert "Ring til PPR om observation" in [each.what for each in lines(without(find("Lone Almgård")), "tasks")]


def test_meetings_that_name_her_are_told_by_series_and_one_by_one(without, busy):
    departure = without(busy)
    (series,) = lines(departure, "series")
    assert series.detail.startswith("Står på ")
    assert (series.successor, series.level) == ("ingen", Level.SHOULD)
    (single,) = lines(departure, "meetings")
    assert single.what == "Socialrådgivermøde · Ræven"
    assert (single.successor, single.level) == ("Rikke Solhøj", Level.INFO)


def test_her_stue_lacks_somebody_on_the_days_she_is_counted_on(without, karen):
    first = lines(without(karen), "coverage")[0]
    assert first.what == "Egernet mangler en pædagog onsdag kl. 8–9 fra uge 12, 4 gange"
    assert first.level is Level.MUST


def test_places_that_are_left_empty_are_told_and_her_absence_only_counted(without, busy):
    loan, substitute, absence = lines(without(busy), "planned")
    assert (loan.what, loan.successor, loan.by) == ("Udlån til Uglen", "ingen", date(2026, 4, 13))
    assert substitute.detail == "11.–12. maj 2026. Pladsen bliver tom."
    assert (absence.what, absence.level, absence.successor) == ("Fravær", Level.INFO, "")


# --- the day --------------------------------------------------------------------------------------


def test_without_a_day_it_is_her_last_where_that_is_agreed(demo_services, without, karen):
    assert (without(karen).day, without(karen).agreed) == (TODAY, False)
    last = date(2026, 5, 31)
    demo_services.staff.leave(karen, last)
    assert (without(karen).day, without(karen).agreed) == (last, True)
    assert without(karen, last + timedelta(days=30)).day == last
    assert without(karen, TODAY).day == TODAY


def test_of_her_agreed_last_day_the_same_is_told_as_of_that_day_before_it_was_agreed(demo_services, without, karen):
    last = date(2026, 5, 31)
    before = without(karen, last)
    demo_services.staff.leave(karen, last)
    assert without(karen).sections == before.sections


def test_what_has_ended_by_the_day_is_not_left(without, busy):
    later = without(busy, date(2026, 5, 12))
    assert "Udlån til Uglen" not in [each.what for each in lines(later, "planned")]
    assert lines(later, "meetings") == ()


def test_before_she_begins_nothing_can_be_asked(without, find):
    with pytest.raises(UserProblem, match="Emil begynder først"):
        without(find("Emil Vestermose"), date(2026, 1, 1))


def test_a_day_that_has_gone_is_asked_about_only_where_it_was_her_last(demo_services, without, karen):
    yesterday = TODAY - timedelta(days=1)
    for day in (date(2020, 1, 1), yesterday):
        with pytest.raises(UserProblem, match=r"^Vælg i dag eller en senere dag\.") as problem:
            without(karen, day)
        assert problem.value.field == "date"
    demo_services.staff.leave(karen, yesterday)
    assert without(karen) == without(karen, yesterday) == without(karen, TODAY)
    assert (without(karen).day, without(karen).agreed) == (yesterday, True)


def test_somebody_who_is_gone_cannot_be_asked_about(without):
    with pytest.raises(UserProblem, match="findes ikke længere"):
        without(4711)


# --- nothing is changed ---------------------------------------------------------------------------


def test_asking_changes_nothing(demo_services, busy):
    demo_services.close()
    path = demo_services.database.path
    before = path.read_bytes()
    services = app.open_house(path, None, demo_services.clock)
    assert services.departure is not None
    history = services.database.history()
    services.departure.would_leave(busy)
    services.departure.handover_paper(busy)
    assert services.database.history() == history
    services.close()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("left_out", "gone"),
    [
        ("competence", {"competences", "functions", "guidance", "roles", "tasks", "partners"}),
        ("tasks", {"roles", "tasks", "partners"}),
        ("meetings", {"series", "meetings"}),
    ],
)
def test_a_part_that_is_left_out_has_no_section(demo_services, without, karen, left_out, gone):
    every = {section.key for section in without(karen).sections}
    services = app.compose(demo_services.database, demo_services.clock, without={left_out})
    assert services.departure is not None
    assert {section.key for section in services.departure.would_leave(karen).sections} == every - gone


def test_of_two_with_a_task_in_common_each_is_the_others_successor(demo_services, without, karen, find):
    jonas = find("Jonas Klitmark")
    people = (PersonDraft(karen), PersonDraft(jonas))
    demo_services.tasks.add(TaskDraft("Sang", people=people))
    assert line(without(karen), "tasks", "Sang").successor == "Jonas"
    assert line(without(jonas), "tasks", "Sang").successor == "Karen"
