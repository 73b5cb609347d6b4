"""What large pictures took is the computer's again when they are gone."""

import subprocess
import sys

import pytest

PROGRAM = """
import os
from pathlib import Path
from PySide6.QtGui import QImage
from workshop_app.desktop.large_pictures import give_back

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6

give_back()
before, last = resident(), None
for _ in range(3):
    pictures = [QImage(1920, 1080, QImage.Format.Format_RGB32) for _ in range(3)]
    for n, each in enumerate(pictures):
        each.fill(n)
    # One stays: what lies below it in memory must not wait for it.
    last = each
    del each, pictures
print(resident() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="about the C library of Linux")
def test_of_many_pictures_only_the_one_that_is_left_takes_room() -> None:
    said = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=30)
    assert float(said.stdout) == pytest.approx(1920 * 1080 * 4 / 1e6, abs=3)
