"""A disk that says that it wrote what it did not: this is noticed at once, and nothing is called saved."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.medium import medium
from tests.session_files import make_session

LED = """
import sys
from pathlib import Path
from workshop_app.facilitation import outcomes
from workshop_app.facilitation.desk import Desk
from workshop_app.storage.faults import StorageError
from workshop_app.storage.session_file import SessionFile

with SessionFile.open(Path(sys.argv[1])) as file:
    desk = Desk(file)
    desk.run(outcomes.decide, "Bewaard")
    Path(sys.argv[2]).touch()
    try:
        desk.run(outcomes.decide, "Verloren")
    except StorageError as error:
        print(type(error).__name__)
    Path(sys.argv[2]).unlink()
    file.go_on_in(Path(sys.argv[3]))
    desk.run(outcomes.decide, "Verder")
    print([each.text for each in desk.view.decisions])
"""


@pytest.mark.slow
def test_what_the_disk_lost_is_noticed_and_the_session_goes_on_elsewhere(tmp_path: Path) -> None:
    path, loses, target = make_session(tmp_path / "a"), tmp_path / "loses", tmp_path / "verder.samenspraak"
    done = subprocess.run(
        [sys.executable, "-c", LED, path, loses, target],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
        env=os.environ | medium(tmp_path, loses=loses),
    )
    assert done.stdout.splitlines() == ["UnverifiedError", "['Bewaard', 'Verloren', 'Verder']"], done.stderr
