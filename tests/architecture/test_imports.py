"""Importing the core has no effect and needs no Qt; every part has its place in the order."""

import json
import os
import subprocess
import sys
import tomllib

from tests.architecture.sources import ROOT, python_files

EXEMPT = "dagleder/storage/migrations/"  # Alembic's own scripts
PROBE = """
import decimal, gc, importlib, json, locale, logging, os, signal, sys, threading

def state():
    return {
        "environment": dict(os.environ), "folder": os.getcwd(), "threads": threading.active_count(),
        "log": [str(h) for h in logging.getLogger().handlers], "log level": logging.getLogger().level,
        "hooks": [str(sys.excepthook), str(threading.excepthook)], "locale": locale.setlocale(locale.LC_ALL),
        "signals": [str(signal.getsignal(s)) for s in sorted(signal.valid_signals())],
        "decimal": str(decimal.getcontext()), "garbage": [gc.isenabled(), gc.get_freeze_count()],
        "arguments": sys.argv, "limit": sys.getrecursionlimit(),
    }

def watch(event, arguments):
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
        written.append(str(arguments[0]))
    elif event in {"os.mkdir", "os.remove", "os.rename", "subprocess.Popen", "sqlite3.connect"}:
        written.append(event)

written, before = [], state()
sys.addaudithook(watch)
for name in sys.argv[1:]:
    importlib.import_module(name)
after = state()
changed = [part for part in before if before[part] != after[part]]
qt = sorted(name for name in sys.modules if name.split(".")[0] in {"PySide6", "shiboken6", "ui"})
sys.stderr.write(json.dumps({"written": written, "changed": changed, "qt": qt}))
"""


def module_name(source):
    return source.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")


def test_importing_the_core_does_nothing_at_all(tmp_path):
    modules = [module_name(source) for source in python_files("dagleder") if not source.name.startswith(EXEMPT)]
    done = subprocess.run(
        [sys.executable, "-B", "-c", PROBE, *modules],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path), "DAGLEDER_HOME": str(tmp_path / "home")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout == ""
    assert json.loads(done.stderr) == {"written": [], "changed": [], "qt": []}
    assert list(tmp_path.iterdir()) == []


def test_every_part_of_the_core_has_its_line_in_the_order():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    order = " | ".join(contracts[0]["layers"]).replace("(", "").replace(")", "").split(" | ")
    parts = {
        path.stem for path in (ROOT / "dagleder").iterdir() if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert {f"dagleder.{part}" for part in parts - {"__init__"}} <= set(order)


def test_features_are_called_the_same_in_the_core_the_front_end_and_the_tests():
    def folders(top):
        return {path.name for path in (ROOT / top).iterdir() if (path / "__init__.py").exists()}

    assert folders("ui") - {"kit", "theme"} <= folders("dagleder")
