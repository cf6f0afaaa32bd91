import subprocess
import sys
import venv
from pathlib import Path

import pytest

from installer.environment import STAMP, Environment, stamp_of


@pytest.fixture
def locks(tmp_path: Path) -> list[Path]:
    files = [tmp_path / "requirements.lock", tmp_path / "requirements-dev.lock"]
    for file in files:
        file.write_text(f"# nothing is needed by {file.name}\n")
    return files


@pytest.fixture
def environment(tmp_path: Path) -> Environment:
    return Environment(tmp_path / "environment")


def test_an_environment_is_made_once_and_known_again(environment, locks, monkeypatch):
    environment.ensure(locks[0])
    assert subprocess.run([environment.python, "-c", "import pip"], check=True).returncode == 0
    monkeypatch.setattr(Environment, "pip", lambda *_: pytest.fail("installed again"))
    environment.ensure(locks[0])


def test_a_lock_that_reads_otherwise_is_installed(environment, locks, monkeypatch):
    asked = []
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    monkeypatch.setattr(Environment, "_has_pip", lambda _: True)
    monkeypatch.setattr(Environment, "pip", lambda _, *arguments: asked.append(arguments[-1]))
    environment.ensure(locks[0])
    locks[0].write_text("# something else\n")
    environment.ensure(locks[0])
    environment.ensure(locks[0])
    assert asked == [str(locks[0])] * 2


def test_an_environment_whose_making_was_cut_off_is_made_anew(environment, locks):
    venv.create(environment.folder, with_pip=False)  # python is there, pip is not
    environment.ensure(locks[0])
    assert subprocess.run([environment.python, "-c", "import pip"], check=True).returncode == 0
    assert (environment.folder / STAMP).read_text() == stamp_of(locks[0])


def test_an_installation_that_was_cut_off_is_not_taken_for_the_older_one(environment, locks, monkeypatch):
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    (environment.folder / STAMP).write_text(stamp_of(locks[1]))
    monkeypatch.setattr(Environment, "_has_pip", lambda _: True)
    monkeypatch.setattr(Environment, "pip", lambda *_: sys.exit("cut off"))
    with pytest.raises(SystemExit):
        environment.ensure(locks[0])
    assert not (environment.folder / STAMP).exists()


def test_the_development_environment_will_do_for_opening_the_program(environment, locks, monkeypatch):
    environment.python.parent.mkdir(parents=True)
    environment.python.touch()
    (environment.folder / STAMP).write_text(stamp_of(locks[1]))
    monkeypatch.setattr(Environment, "pip", lambda *_: pytest.fail("installed again"))
    environment.ensure(*locks)


def test_packages_that_cannot_be_installed_end_it_with_a_sentence(environment, locks):
    locks[0].write_text("nothing-of-this-name==1.0\n")  # no hash: refused before anything is fetched
    with pytest.raises(SystemExit, match="could not be installed"):
        environment.ensure(locks[0])
    assert not (environment.folder / STAMP).exists()
