"""What the README's first command makes on a machine without a screen: in a process of its own, as it is run."""

import os
import subprocess
import sys

import pytest

from dagleder.base.errors import Bug
from dagleder.base.paths import HOME_VARIABLE
from tests.architecture.sources import ROOT
from ui import showcase

SCRIPT = "import sys; from pathlib import Path; import ui.showcase; ui.showcase.main(Path(sys.argv[1]))"


def test_papers_and_screens_of_the_demo_house_are_written(tmp_path):
    folder = tmp_path / "demo"
    subprocess.run(
        [sys.executable, "-c", SCRIPT, str(folder)],
        cwd=ROOT,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
        timeout=300,
    )
    papers = [path for path in folder.iterdir() if path.suffix == ".pdf"]
    screens = [path for path in folder.iterdir() if path.suffix == ".png"]
    assert len(papers) >= 15
    assert all(path.read_bytes().startswith(b"%PDF") for path in papers)
    assert {path.stem.rsplit("-", 1)[1] for path in screens} == {"light", "dark"}
    assert all(path.stat().st_size > 20_000 for path in screens)


@pytest.mark.usefixtures("qapp")
def test_a_screen_that_does_not_come_to_rest_is_told_instead_of_waited_for(monkeypatch):
    monkeypatch.setattr(showcase, "_PATIENCE_MS", 40)
    with pytest.raises(Bug, match="did not come to rest"):
        showcase._wait_until(lambda: False)


def test_what_was_set_around_it_is_as_before(tmp_path, monkeypatch):
    monkeypatch.setenv(HOME_VARIABLE, "her")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    with showcase._own_home(tmp_path):
        assert os.environ[HOME_VARIABLE] == str(tmp_path / "hjem")
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
    assert os.environ[HOME_VARIABLE] == "her"
    assert "QT_QPA_PLATFORM" not in os.environ


def test_every_paper_of_the_example_is_a_pdf(demo_services, tmp_path):
    papers = showcase._papers(demo_services, tmp_path)
    assert len(papers) == len({path.name for path in papers}) >= 15
    assert all(path.read_bytes().startswith(b"%PDF") for path in papers)
