"""Where a house may lie."""

from pathlib import Path

import pytest

from dagleder.base.errors import UserProblem
from dagleder.base.findings import Level
from dagleder.storage import house_place
from dagleder.storage.database import Database

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
//kommune/faelles /mnt/f\\303\\246lles cifs rw 0 0
server:/hjem /hjem/leder nfs4 rw 0 0
leder@server:/ /media/ssh fuse.sshfs rw 0 0
/dev/sdb1 /mnt vfat rw 0 0
tmpfs /hjem/leder/lokal tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "network"),
    [
        ("/hjem/anden/Solsikken.dagleder", False),
        ("/hjem/leder/Solsikken.dagleder", True),
        ("/hjem/leder/lokal/Solsikken.dagleder", False),
        ("/hjem/lederen/Solsikken.dagleder", False),
        ("/media/ssh/a/b/Solsikken.dagleder", True),
        ("/mnt/usb/Solsikken.dagleder", False),
    ],
)
def test_a_network_drive_is_known_by_its_kind_of_file_system(tmp_path, monkeypatch, path, network):
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    monkeypatch.setattr(house_place, "_MOUNTS", mounts)
    assert house_place.is_network(Path(path)) is network


def test_a_house_on_a_network_drive_is_neither_made_nor_opened(tmp_path, monkeypatch, clock, database):
    monkeypatch.setattr(house_place, "is_network", lambda _: True)
    database.close()
    for attempt in (
        lambda: Database.create(tmp_path / "Nyt.dagleder", secret=None, clock=clock),
        lambda: Database.open(database.path, clock=clock),
    ):
        with pytest.raises(UserProblem, match="netværksdrev"):
            attempt()
    assert not (tmp_path / "Nyt.dagleder").exists()


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Odsherred Kommune/Dagleder", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Google Drev/Min disk", "Google Drev"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Dokumenter/Drop box", None),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(folder, service):
    assert house_place.synchronised_by(Path("/hjem/leder") / folder / "Solsikken.dagleder") == service


def test_a_house_in_a_synchronised_folder_opens_with_a_warning(tmp_path, clock):
    folder = tmp_path / "OneDrive - Kommunen"
    folder.mkdir()
    house = Database.create(folder / "Solsikken.dagleder", secret=None, clock=clock)
    (notice,) = house.notices
    assert notice.level is Level.SHOULD
    assert "OneDrive" in notice.text
    house.close()


def test_a_house_on_the_computers_own_disk_opens_without_a_word(database):
    assert database.notices == ()
