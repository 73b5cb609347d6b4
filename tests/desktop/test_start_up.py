"""Home is up before anything heavy is loaded."""

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import os, sys
from workshop_app.cli import main
from workshop_app.desktop.shell import Shell
painted = Shell.paintEvent
def paint(self, event):
    painted(self, event)
    heavy = ("sqlmodel", "sqlalchemy", "pydantic", "reportlab", "PIL", "pypdfium2", "babel", "platformdirs", "pyphen",
             "docx", "lxml", "openpyxl", "icalendar")
    print(*[name for name in heavy if name in sys.modules], flush=True)
    os._exit(0)
Shell.paintEvent = paint
main(["--data-dir", sys.argv[1]])
"""


def test_nothing_heavy_is_loaded_before_the_first_window(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
    assert said.stdout.strip() == ""
