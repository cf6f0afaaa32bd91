"""The pages for developers stay true where a machine can tell."""

import ast
import re

import pytest

from tests.architecture.sources import ROOT, called_name, calls, expect_none, python_files

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
CODE_PATH = re.compile(r"`((?:dagleder|ui|tests|installer|resources|docs)/[\w/.-]+\.(?:py|md|json|lock|txt|toml))`")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_points_at_what_exists(page):
    text = page.read_text(encoding="utf-8")
    linked = [page.parent / target for target in LINK.findall(text)]
    named = [ROOT / path for path in CODE_PATH.findall(text)]
    expect_none([str(path) for path in linked + named if not path.exists()])


def test_every_table_has_its_word_in_the_glossary():
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    tables = {
        node.name
        for source in python_files("dagleder/models")
        for node in ast.walk(source.tree)
        if isinstance(node, ast.ClassDef)
        if any(keyword.arg == "table" for keyword in node.keywords)
    }
    assert tables
    expect_none(sorted(table for table in tables if f"`{table}" not in glossary))


def test_every_command_stands_in_the_contract():
    contract = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    commands = [
        " ".join(ast.literal_eval(call.args[0]))
        for source in python_files("dagleder")
        for call in calls(source.tree)
        if called_name(call) == "Command"
        if call.args
    ]
    assert "list teams" in commands
    expect_none([command for command in commands if not re.search(rf"`{command}\b", contract)])
