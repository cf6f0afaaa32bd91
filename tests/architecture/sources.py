"""The project's own files, as the architecture tests read them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CODE = ("dagleder", "ui", "installer", "tests")
TEXTS = (*CODE, "docs", "resources", ".ci")
TOP_LEVEL = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "pyproject.toml")
TEXT_KINDS = {".py", ".md", ".toml", ".lock", ".txt", ".json", ".qss", ".svg", ".mako", ""}


@dataclass(frozen=True)
class Source:
    """One Python file."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(ROOT).as_posix()

    def __str__(self) -> str:
        return self.name


@cache
def python_files(*folders: str) -> tuple[Source, ...]:
    """Every Python file below the folders (of CODE when none is named), parsed."""
    paths = sorted(path for folder in folders or CODE for path in (ROOT / folder).rglob("*.py"))
    texts = [(path, path.read_text(encoding="utf-8")) for path in paths]
    return tuple(Source(path, text, ast.parse(text)) for path, text in texts)


@cache
def text_files() -> tuple[tuple[str, str], ...]:
    """Every text file that is delivered, as (name, content)."""
    below = [path for folder in TEXTS for path in sorted((ROOT / folder).rglob("*"))]
    paths = [*below, *(ROOT / name for name in TOP_LEVEL)]
    return tuple(
        (path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in paths
        if path.is_file() and path.suffix in TEXT_KINDS and "__pycache__" not in path.parts
    )


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def called_name(call: ast.Call) -> str:
    """The last part of what is called: 'setText' in `self.label.setText(…)`."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def places_calling(name: str, *folders: str) -> list[str]:
    """Where something of this name is called, as 'file:line'."""
    return [
        f"{source}:{call.lineno}"
        for source in python_files(*folders)
        for call in calls(source.tree)
        if called_name(call) == name
    ]


def places_naming(name: str, *folders: str) -> list[str]:
    """The files in which a class or function of this name is imported or used."""
    return [
        source.name
        for source in python_files(*folders)
        if any(name == getattr(node, "id", getattr(node, "name", None)) for node in ast.walk(source.tree))
    ]


def expect_none(found: list[str]) -> None:
    """Fails with every line of what should not be there, not with the first alone."""
    assert not found, "\n".join(["", *found])
