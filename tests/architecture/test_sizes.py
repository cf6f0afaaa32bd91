import ast
from pathlib import Path

import pytest

from tests.architecture.sources import Source, expect_none, python_files

FILE_LINES = 400
CLASS_LINES = 250
FUNCTION_LINES = 50
TEST_LINES = 30


Sized = ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef


def lines_of(node: Sized) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def limit_of(node: Sized) -> int:
    if isinstance(node, ast.ClassDef):
        return CLASS_LINES
    return TEST_LINES if node.name.startswith("test_") else FUNCTION_LINES


def too_long(source: Source) -> list[str]:
    count = source.text.count("\n")
    parts = [node for node in ast.walk(source.tree) if isinstance(node, Sized)]
    return [f"{source}: {count} lines"] * (count > FILE_LINES) + [
        f"{source}:{node.lineno} {node.name}: {lines_of(node)} lines"
        for node in parts
        if lines_of(node) > limit_of(node)
    ]


def test_files_classes_functions_and_tests_stay_small():
    # A revision of the tables is as long as the tables, and never touched again.
    written = [source for source in python_files() if "/migrations/versions/" not in source.name]
    expect_none([line for source in written for line in too_long(source)])


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("def f():\n" + "    x = 1\n" * 49, 0),
        ("def f():\n" + "    x = 1\n" * 50, 1),
        ("def test_f():\n" + "    x = 1\n" * 30, 1),
        ("class C:\n" + "    x = 1\n" * 250, 1),
        ("x = 1\n" * 401, 1),
    ],
)
def test_the_measure_itself_counts_lines(code, found):
    source = Source(Path(__file__), code, ast.parse(code))
    assert len(too_long(source)) == found


def test_packages_import_nothing_by_themselves():
    filled = [
        source.name for source in python_files("dagleder", "ui") if source.path.name == "__init__.py" if source.text
    ]
    expect_none(filled)
