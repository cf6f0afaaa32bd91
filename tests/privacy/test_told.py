"""Nothing that is kept about a person can be left untold: the schema itself says what there is to tell."""

from dagleder.models.tables import FEATURE_TABLES
from dagleder.privacy.erasing import countable
from dagleder.privacy.relations import naming_columns, person_tables
from dagleder.privacy.told import NAMED_IN, TOLD


def test_every_table_with_rows_about_a_person_is_told():
    assert set(TOLD) == {table.name for table in person_tables()}


def test_every_column_of_them_is_told_or_known_to_say_nothing():
    for table in person_tables():
        told = TOLD[table.name]
        columns = {name for column in told.columns for name in column.columns}
        assert columns | told.silent == set(table.c.keys())
        assert not columns & told.silent


def test_every_table_has_words_for_what_is_erased_of_it():
    assert countable() == {table.name for table in person_tables()}


def test_a_table_that_points_at_an_employee_under_any_name_is_found():
    pointing = {
        table.name for table in FEATURE_TABLES for key in table.foreign_keys if key.column.table.name == "employee"
    }
    assert pointing <= {table.name for table in person_tables()}


def test_what_hangs_on_a_persons_rows_is_hers_too_and_comes_after_them():
    names = [table.name for table in person_tables()]
    assert names[0] == "employee"
    assert names.index("work_pattern") < names.index("work_pattern_day")


def test_only_ids_and_the_order_on_a_page_say_nothing():
    assert {column for told in TOLD.values() for column in told.silent} == {"id", "employee_id", "position"}


def test_wherever_she_is_named_in_somebody_elses_row_she_is_told_so():
    assert set(NAMED_IN) == set(naming_columns()) == {("delegation", "partner_id")}


def test_of_somebody_elses_row_nothing_about_that_one_is_told():
    columns = {name for told in NAMED_IN.values() for column in told.columns for name in column.columns}
    assert columns == {"task_id", "day"}
