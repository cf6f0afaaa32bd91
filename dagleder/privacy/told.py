"""How each table tells what it keeps about a person: its heading, and its columns as words.

A test fails when a table or a column that belongs to a person is missing here.
"""

from collections.abc import Mapping

from dagleder.privacy.telling import (
    Told,
    ToldTable,
    absence_kind_words,
    band_words,
    birthday_words,
    colleague_words,
    competence_words,
    day_words,
    direction_words,
    hours_words,
    level_words,
    mandate_words,
    meeting_words,
    part_words,
    pattern_words,
    phone_words,
    role_words,
    source_words,
    task_kind_words,
    task_words,
    team_words,
    text_words,
    time_words,
    week_number_words,
    weekday_words,
    weekdays_words,
    weeks_words,
    weighing_words,
    wish_words,
    yes_no_words,
)

TOLD: Mapping[str, ToldTable] = {
    "employee": ToldTable(
        "Om dig",
        (
            Told(("first_name",), "Fornavn", text_words),
            Told(("last_name",), "Efternavn", text_words),
            Told(("known_as",), "Kaldes", text_words),
            Told(("initials",), "Initialer", text_words),
            Told(("number",), "Medarbejdernummer", text_words),
            Told(("role",), "Stilling", role_words),
            Told(("start",), "Ansat fra", day_words),
            Told(("end",), "Sidste dag", day_words),
            Told(("mail",), "E-mail", text_words),
            Told(("phone",), "Telefon", phone_words),
            Told(("birth_day", "birth_month"), "Fødselsdag", birthday_words),
            Told(("notes",), "Praktisk note", text_words),
        ),
        frozenset({"id"}),
    ),
    "weekly_hours": ToldTable(
        "Timer om ugen",
        (Told(("valid_from",), "Gælder fra", day_words, "ansættelsen"), Told(("minutes",), "Timer", hours_words)),
    ),
    "team_membership": ToldTable(
        "Stue",
        (
            Told(("team_id",), "Stue", team_words),
            Told(("valid_from",), "Fra", day_words),
            Told(("valid_to",), "Til og med", day_words),
            Told(("weekdays",), "Ugedage", weekdays_words),
        ),
        frozenset({"id", "employee_id", "position"}),
    ),
    "work_pattern": ToldTable(
        "Arbejdstid",
        (
            Told(("valid_from",), "Gælder fra", day_words),
            Told(("anchor",), "Uge 1 begynder", day_words),
            Told(("weeks",), "Gentages", weeks_words),
        ),
    ),
    "work_pattern_day": ToldTable(
        "Arbejdstid dag for dag",
        (
            Told(("pattern_id",), "Arbejdstid", pattern_words),
            Told(("week",), "Uge", week_number_words),
            Told(("weekday",), "Dag", weekday_words),
            Told(("start_minute",), "Fra", time_words),
            Told(("end_minute",), "Til", time_words),
            Told(("minutes",), "Timer", hours_words),
        ),
        frozenset({"id"}),
        parted=True,
    ),
    "absence": ToldTable(
        "Planlagt fravær",
        (
            Told(("first",), "Første dag", day_words),
            Told(("last",), "Sidste dag", day_words),
            Told(("kind",), "Slags", absence_kind_words),
            Told(("start_minute",), "Fra", time_words),
            Told(("end_minute",), "Til", time_words),
        ),
    ),
    "loan": ToldTable(
        "Lånt til en anden stue",
        (
            Told(("team_id",), "Stue", team_words),
            Told(("first",), "Første dag", day_words),
            Told(("last",), "Sidste dag", day_words),
            Told(("band_id",), "Tidsrum", band_words),
        ),
    ),
    "substitute": ToldTable(
        "Vikar på en stue",
        (
            Told(("name",), "Skrevet som", text_words),
            Told(("team_id",), "Stue", team_words),
            Told(("first",), "Første dag", day_words),
            Told(("last",), "Sidste dag", day_words),
            Told(("band_id",), "Tidsrum", band_words),
            Told(("pedagogue",), "Tæller som pædagog", yes_no_words),
        ),
    ),
    "meeting_participant": ToldTable(
        "Inviteret til møder",
        (
            Told(("meeting_id",), "Møde", meeting_words),
            Told(("name",), "Skrevet som", text_words),
            Told(("role",), "Rolle", text_words),
            Told(("mail",), "E-mail", text_words),
        ),
    ),
    "assessment": ToldTable(
        "Vurderinger af kompetencer",
        (
            Told(("competence_id",), "Kompetence", competence_words),
            Told(("level", "competence_id"), "Niveau", level_words),
            Told(("day",), "Dato", day_words),
            Told(("source",), "Kilde", source_words),
            Told(("valid_until",), "Gælder til og med", day_words),
            Told(("evidence",), "Bygger på", text_words),
            Told(("note",), "Note", text_words),
        ),
    ),
    "competence_wish": ToldTable(
        "Ønsker om kompetencer",
        (
            Told(("competence_id",), "Kompetence", competence_words),
            Told(("wish",), "Ønske", wish_words, "ikke længere"),
            Told(("day",), "Fra", day_words),
            Told(("source",), "Kilde", source_words),
        ),
    ),
    "competence_goal": ToldTable(
        "Aftalte mål",
        (
            Told(("competence_id",), "Kompetence", competence_words),
            Told(("level", "competence_id"), "Mål", level_words),
            Told(("agreed_on",), "Aftalt", day_words),
            Told(("due",), "Senest", day_words),
            Told(("source",), "Kilde", source_words),
            Told(("note",), "Note", text_words),
            Told(("ended_on",), "Afsluttet", day_words),
            Told(("reached",), "Nået", yes_no_words),
        ),
    ),
    "task_person": ToldTable(
        "Opgaver",
        (
            Told(("task_id",), "Opgave", task_words),
            Told(("part",), "Du", part_words),
            Told(("since",), "Siden", day_words),
        ),
        frozenset({"id", "employee_id", "position"}),
    ),
    "delegation": ToldTable(
        "Hvorfor du fik en opgave",
        (
            Told(("task_id",), "Opgave", task_words),
            Told(("part",), "Du", part_words),
            Told(("day",), "Dato", day_words),
            Told(("partner_id",), "Sparringspartner", colleague_words),
            Told(("direction",), "Retning", direction_words),
            Told(("mandate",), "Beføjelse", mandate_words),
            Told(("reason",), "Begrundelse", text_words),
            Told(("facts",), "Hvad der talte", weighing_words),
        ),
    ),
    "earlier_task": ToldTable(
        "Erfaring fra før",
        (
            Told(("kind_id",), "Slags", task_kind_words),
            Told(("first",), "Fra", day_words),
            Told(("last",), "Til og med", day_words),
            Told(("text",), "Hvad", text_words),
        ),
    ),
}

NAMED_IN: Mapping[tuple[str, str], ToldTable] = {
    ("delegation", "partner_id"): ToldTable(
        "Sparringspartner for en kollega",
        (Told(("task_id",), "Opgave", task_words), Told(("day",), "Dato", day_words)),
        silent=frozenset(),
    ),
}
"""Somebody else's rows that name her, by the column that does: of them only what is about her is told."""
