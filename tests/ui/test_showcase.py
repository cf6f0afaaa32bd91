"""What the README's first command makes on a machine without a screen: in a process of its own, as it is run."""

import os
import subprocess
import sys

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
    assert len(papers) >= 8
    assert all(path.read_bytes().startswith(b"%PDF") for path in papers)
    assert {path.stem.rsplit("-", 1)[1] for path in screens} == {"light", "dark"}
    assert all(path.stat().st_size > 20_000 for path in screens)


def test_every_paper_of_the_example_is_a_pdf(demo_services, tmp_path):
    papers = showcase._papers(demo_services, tmp_path)
    assert len(papers) == len({path.name for path in papers}) >= 8
    assert all(path.read_bytes().startswith(b"%PDF") for path in papers)
