"""One answer taken down, beside the same rows written by sqlite3 alone."""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter

from tests.benchmarks.row import Row
from tests.benchmarks.sessions import TEXT, make_session
from workshop_app.facilitation import capturing, reading
from workshop_app.facilitation.desk import Desk
from workshop_app.storage.session_file import PRAGMAS, SessionFile

_TIMES = 300


def measure() -> list[Row]:
    """The ratio in a round of forty, and the refreshing of a round of five hundred."""
    with tempfile.TemporaryDirectory() as name:
        return [_ratio(Path(name)), _refreshing(Path(name))]


def _ratio(folder: Path) -> Row:
    path, other = folder / "avond.samenspraak", folder / "alone.samenspraak"
    round_id = make_session(path, 40)
    shutil.copyfile(path, other)
    with SessionFile.open(path) as file, closing(sqlite3.connect(other, isolation_level=None)) as alone:
        for pragma in PRAGMAS:
            alone.execute(f"PRAGMA {pragma}")
        desk = Desk(file)
        numbers = count(1)
        ours, theirs = [], []
        # By turns: what else the disk does hits both.
        for _ in range(_TIMES):
            theirs.append(_seconds(lambda: _write_alone(alone, round_id, next(numbers))))
            ours.append(_seconds(lambda: desk.run(capturing.contribute, round_id, "explanation", TEXT)))
    return Row("commit of one answer, to sqlite3 with the same rows", median(ours) / median(theirs), 2, "×")


def _write_alone(db: sqlite3.Connection, round_id: str, number: int) -> None:
    key, digest = f"{number:016x}", f"{number:064x}"
    row = (key, round_id, None, "explanation", TEXT, None, None, "", None, None, number, None, 1)
    image = json.dumps([["contribution", None, dict.fromkeys(range(len(row)), TEXT[:8])]])
    db.execute("BEGIN IMMEDIATE")
    db.execute(f"INSERT INTO contribution VALUES ({', '.join('?' * len(row))})", row)
    db.execute("INSERT INTO digest VALUES ('contribution', ?, ?)", (key, digest))
    db.execute("INSERT INTO journal VALUES (?, 'contribution', FALSE, FALSE, ?)", (number, image))
    db.execute("INSERT INTO digest VALUES ('journal', ?, ?)", (str(number), digest))
    db.execute("COMMIT")


def _refreshing(folder: Path) -> Row:
    path = folder / "vol.samenspraak"
    round_id = make_session(path, 500)
    with SessionFile.open(path) as file, file.reading() as db:
        taken = median(_seconds(lambda: reading.read_rounds(db, [round_id])) for _ in range(100))
    return Row("refreshing a round with 500 contributions", taken * 1000, 3, "ms")


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start
