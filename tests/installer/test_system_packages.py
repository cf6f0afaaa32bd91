import importlib.util
import os
import sys

import pytest

from installer import system_packages

LIBRARIES = {"libEGL.so.1": "libegl1", "libGL.so.1": "libgl1"}
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems bring what Qt needs")


@pytest.fixture
def machine(monkeypatch, tmp_path):
    """A Debian where nothing is installed and nobody is root; what its programs were asked stands in `asked`."""
    asked = tmp_path / "asked"
    installed = tmp_path / "installed"
    for name, code in {"apt-get": f"[ $1 = update ] || touch {installed}", "sudo": "exit 1"}.items():
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\necho "{name} $@" >> {asked}\n{code}\n')
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(system_packages, "_loads", lambda _: installed.exists())
    monkeypatch.setattr(system_packages, "_is_debian", lambda: True)
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    asked.touch()
    return asked


def test_what_is_there_is_not_installed_again(machine, monkeypatch):
    monkeypatch.setattr(system_packages, "_loads", lambda _: True)
    system_packages.ensure(LIBRARIES)
    assert machine.read_text() == ""


def test_root_installs_what_is_missing(machine, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    system_packages.ensure(LIBRARIES)
    assert machine.read_text().splitlines() == [
        "apt-get update --quiet",
        "apt-get install --yes --no-install-recommends libegl1 libgl1",
    ]


def test_without_leave_the_exact_command_is_told(machine):
    with pytest.raises(SystemExit, match="sudo apt-get install --yes --no-install-recommends libegl1 libgl1"):
        system_packages.ensure(LIBRARIES)
    assert "apt-get" not in machine.read_text()


def test_sudo_without_a_password_is_leave_enough(machine, tmp_path):
    (tmp_path / "sudo").write_text('#!/bin/sh\n[ "$2" = true ] && exit 0\nshift\nexec "$@"\n')
    system_packages.ensure(LIBRARIES)
    assert machine.read_text().splitlines()[-1].startswith("apt-get install")


@pytest.mark.usefixtures("machine")
def test_an_installation_that_fails_ends_with_the_command(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (tmp_path / "apt-get").write_text("#!/bin/sh\nexit 100\n")
    with pytest.raises(SystemExit, match="by hand"):
        system_packages.ensure(LIBRARIES)


@pytest.mark.usefixtures("machine")
def test_another_linux_is_told_which_libraries_it_lacks(monkeypatch):
    monkeypatch.setattr(system_packages, "_is_debian", lambda: False)
    with pytest.raises(SystemExit, match=r"lacks libEGL\.so\.1 libGL\.so\.1"):
        system_packages.ensure(LIBRARIES)


@pytest.mark.usefixtures("machine")
def test_a_python_without_ensurepip_gets_the_package_that_holds_it(monkeypatch):
    monkeypatch.setattr(system_packages, "_loads", lambda _: True)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(SystemExit, match=rf"python3\.{sys.version_info.minor}-venv"):
        system_packages.ensure(LIBRARIES)


def test_a_window_needs_all_that_the_offscreen_needs():
    assert system_packages.OFFSCREEN.items() < system_packages.WINDOW.items()
