"""Competences are found by what they are called and by asking who can; what was said of anybody is not."""

import pytest

from dagleder.search.finders import CompetenceFinder, finders
from dagleder.search.ranking import find


def found(services, text):
    every = finders(services)
    entries = [entry for finder in every for entry in finder.entries()]
    return find(text, entries, [topic for finder in every for topic in finder.topics()], 20)


@pytest.mark.parametrize("text", ["hvem kan tras", "tras", "kompetence tras"])
def test_asking_who_can_finds_the_competence_with_who_can(demo_services, text):
    first = next(one for one in found(demo_services, text) if one.feature == "competence")
    assert (first.title, first.detail) == ("TRAS", "Metoder og redskaber · Karen kan det")


def test_of_many_who_can_it_says_how_many_and_of_none_that_nobody_can(demo_services):
    details = {entry.title: entry.detail for entry in CompetenceFinder(demo_services.competence).entries()}
    assert details["Sprogvurdering"] == "Pædagogisk faglighed · 6 kan det"
    assert details["LP-modellen"] == "Metoder og redskaber · ingen kan det"


def test_somebodys_competences_are_found_by_her_name(demo_services):
    karen = demo_services.staff.find("Karen Ulvdal").id
    assert ("Kompetencer for Karen Ulvdal", "competence", karen) in [
        (one.title, one.feature, one.about) for one in found(demo_services, "karen komp")
    ]


def test_notes_about_anybody_are_not_read(demo_services):
    entries = CompetenceFinder(demo_services.competence).entries()
    assert all("oplære" not in f"{entry.title} {entry.detail} {entry.words}" for entry in entries)


@pytest.mark.parametrize("text", ["hvis karen stopper", "karen overdragelse"])
def test_what_somebody_would_leave_is_found_by_her_name(demo_services, text):
    karen = demo_services.staff.find("Karen Ulvdal").id
    assert ("Hvis Karen Ulvdal stopper", "departure", karen) in [
        (one.title, one.feature, one.about) for one in found(demo_services, text)
    ]
