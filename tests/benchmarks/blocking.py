"""How long storage holds up the thread of the windows, on this disk: everything that it does there, at its slowest."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from tests.benchmarks.row import Row
from tests.benchmarks.sessions import TEXT, make_session
from workshop_app.facilitation import capturing, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.storage.session_file import SessionFile

_TIMES = 200
_BAR = 33


def measure() -> list[Row]:
    """The longest of many: taking down, keeping a draft, undo, and writing a backup; 500 contributions in the round."""
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "avond.samenspraak"
        round_id = make_session(path, 500)
        with SessionFile.open(path, Path(name) / "backups") as file:
            desk = Desk(file)
            works: dict[str, Callable[[int], object]] = {
                "an answer": lambda n: desk.run(capturing.contribute, round_id, "explanation", TEXT),
                "a draft": lambda n: desk.run(stage.keep_draft, round_id, "", "explanation", f"{TEXT} {n}"),
                "undo": lambda n: desk.undo(),
            }
            rows = [_row(what, work, _TIMES) for what, work in works.items()]
            return [*rows, _row("writing a backup", lambda n: file.begin_backup(), 10)]


def _row(what: str, work: Callable[[int], object], times: int) -> Row:
    return Row(f"windows held up by storage, longest: {what}", max(_ms(work, n) for n in range(times)), _BAR, "ms")


def _ms(work: Callable[[int], object], number: int) -> float:
    start = perf_counter()
    work(number)
    return (perf_counter() - start) * 1000
