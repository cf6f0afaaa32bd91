"""PySide6 6.12.0 drops a reference to None at each call that returns nothing, and aborts on Python 3.11."""

import os
import subprocess
import sys

CALLS = 1_000_000
SOAK = """
import sys
from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
thing, picture = QObject(), QImage(4, 4, QImage.Format.Format_RGB32)
def call(times):
    for _ in range(times // 2):
        thing.setObjectName("a")
        picture.fill(0)
call(2)  # the first calls build what Qt's binding keeps
before = sys.getrefcount(None)
call(int(sys.argv[1]))
print(before - sys.getrefcount(None))
"""


def test_a_million_calls_into_qt_keep_the_references_to_none():
    done = subprocess.run(
        [sys.executable, "-c", SOAK, str(CALLS)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert abs(int(done.stdout)) < CALLS / 1000
