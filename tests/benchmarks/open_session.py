"""A session of five thousand rows opened, checked, backed up and shown."""

import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.row import Row
from tests.benchmarks.sessions import make_session
from workshop_app.facilitation.desk import Desk
from workshop_app.storage.session_file import SessionFile


def measure() -> list[Row]:
    """From the path to the view."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "groot.samenspraak"
        make_session(path, 5_000)
        taken = []
        for _ in range(7):
            start = perf_counter()
            with SessionFile.open(path, Path(name) / "backups") as file:
                Desk(file)
                taken.append(perf_counter() - start)
    return [Row("open a session of 5,000 rows, checked and backed up", median(taken), 0.3, "s")]
