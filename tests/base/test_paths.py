import sys
from pathlib import Path

import pytest

from dagleder.base import paths


@pytest.fixture(autouse=True)
def _asked_anew():
    paths._resources.cache_clear()
    yield
    paths._resources.cache_clear()


def test_resources_of_a_checkout_lie_beside_the_package():
    assert paths.resource("icons", "bird.svg").is_file()
    assert paths.resource().parent == Path(paths.__file__).parents[2]


def test_resources_of_a_wheel_lie_inside_the_package(tmp_path, monkeypatch):
    inside = tmp_path / "dagleder" / "resources"
    inside.mkdir(parents=True)
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "dagleder" / "base" / "paths.py"))
    assert paths.resource("tokens.json") == inside / "tokens.json"


def test_resources_of_a_frozen_program_lie_where_it_was_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("tokens.json") == tmp_path / "dagleder" / "resources" / "tokens.json"


def test_the_home_can_be_put_elsewhere_and_is_made_when_a_folder_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "her"))
    assert not paths.home().exists()
    folders = {paths.houses_folder(), paths.settings_folder(), paths.backups_folder(), paths.log_folder()}
    assert len(folders) == 4
    assert all(folder.is_dir() and folder.parent == tmp_path / "her" for folder in folders)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps others out by the folder's own rules")
def test_nobody_else_on_the_computer_may_look_into_a_folder(tmp_path, monkeypatch):
    monkeypatch.setenv(paths.HOME_VARIABLE, str(tmp_path / "her"))
    assert paths.houses_folder().stat().st_mode & 0o077 == 0


def test_the_usual_home_is_local_to_this_user(monkeypatch):
    monkeypatch.delenv(paths.HOME_VARIABLE, raising=False)
    home = paths.home()
    assert home.name == "Dagleder"
    assert home.is_relative_to(Path.home())
    assert "Roaming" not in home.parts
