"""Habits that no linter knows: one style sheet, no half-hidden threads, plain text in labels, no leftovers."""

import ast
import re

import pytest

from tests.architecture.sources import (
    called_name,
    calls,
    expect_none,
    places_calling,
    places_naming,
    python_files,
    text_files,
)

# Written in pieces, so that this file does not find itself.
LEFT_OVER = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
MACHINE_PATH = re.compile(r"(?<![\w/.:*~-])/(?:work|root|home|Users|opt)/\w|[A-Z]:\\" + r"Users")
INDEX_ADDRESS = re.compile(
    "|".join(["pypi" + r"\.org", "python" + "hosted", r"registry\." + "npm", "index" + "-url", "find" + "-links"])
)


def test_there_is_exactly_one_style_sheet():
    assert [place.partition(":")[0] for place in places_calling("setStyleSheet", "ui")] == ["ui/theme/theme.py"]


def test_nobody_pumps_the_event_loop_by_hand():
    assert places_calling("processEvents", "ui") == []


def test_nobody_subclasses_qthread():
    subclasses = [
        f"{source}:{node.lineno}"
        for source in python_files("ui")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
        if any(ast.unparse(base).rpartition(".")[2] == "QThread" for base in node.bases)
    ]
    expect_none(subclasses)


def test_message_boxes_are_shown_by_the_messages_module_alone():
    assert set(places_naming("QMessageBox", "ui")) <= {"ui/kit/messages.py"}


def test_every_label_is_the_plain_one():
    # QLabel's own AutoText would show the name 'Bo <b>' as bold; Label is PlainText, IconLabel has a picture only.
    assert set(places_naming("QLabel", "ui")) == {"ui/kit/label.py", "ui/kit/icon_label.py"}


@pytest.mark.parametrize("name", ["setHtml", "insertHtml", "setMarkdown", "QTextBrowser", "RichText", "AutoText"])
def test_no_widget_shows_markup(name):
    used = [
        f"{source}:{node.lineno}"
        for source in python_files("ui")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute | ast.Name)
        if name in {getattr(node, "attr", ""), getattr(node, "id", "")}
    ]
    expect_none(used)


def test_tool_tips_are_set_by_the_kit_alone():
    # A tool tip is AutoText too, and cannot be told otherwise.
    expect_none([place for place in places_calling("setToolTip", "ui") if not place.startswith("ui/kit/")])


def test_nobody_prints_but_the_command_line_and_scripts():
    printing = [
        f"{source}:{call.lineno}"
        for source in python_files("dagleder", "ui")
        for call in calls(source.tree)
        if called_name(call) == "print"
        if source.name != "dagleder/__main__.py"
    ]
    expect_none(printing)


@pytest.mark.parametrize(
    "pattern", [LEFT_OVER, MACHINE_PATH, INDEX_ADDRESS], ids=["left over", "machine path", "index address"]
)
def test_no_file_holds_a(pattern):
    found = [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in text_files()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]
    expect_none(found)


def test_the_patterns_find_what_they_are_for():
    assert LEFT_OVER.search("# TO" + "DO: later")
    assert MACHINE_PATH.search('open("/ro' + 'ot/x")')
    assert not MACHINE_PATH.search("usr/tmp/x, https://a.dk/home/x")
    assert INDEX_ADDRESS.search("https://py" + "pi.org/simple")
