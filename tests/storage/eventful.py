"""A process that does everything that writes to a session file, and prints after each thing what the file then holds.

python -m tests.storage.eventful FILE BACKUPS [OFF]
"""

import hashlib
import sys
from pathlib import Path

from workshop_app.facilitation import capturing, erasing, outcomes, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.storage import session_file
from workshop_app.storage.session_file import SessionFile

SECRET = "Dit moet voorgoed weg, met alles eraan: " + "geheim" * 90
"""What is erased on the way; nothing may be left of it after that has been told."""


def fingerprint(file: SessionFile) -> str:
    """What a file holds, journal included. Opening has compared every row with its digest."""
    with file.reading() as connection:
        rows = connection.execute("SELECT * FROM digest ORDER BY table_name, row_id").fetchall()
    return hashlib.sha256(repr(rows).encode()).hexdigest()


def main(path: Path, backups: Path, synchronous: str = "EXTRA") -> None:
    session_file.PRAGMAS = (*session_file.PRAGMAS[:-1], f"synchronous={synchronous}")
    first_evening(path, backups)
    with SessionFile.open(path, backups) as file:
        desk = Desk(file)
        _tell("reopened", file)
        for number in range(5):
            desk.run(outcomes.decide, f"Na de pauze {number}")
            _tell("decided", file)


def first_evening(path: Path, backups: Path) -> None:
    """An older file is opened; things are said, taken back, erased and backed up."""
    with SessionFile.open(path, backups) as file:
        _tell("opened", file)
        desk = Desk(file)
        talk = next(known for known in desk.view.rounds if known.contributions)
        _talk(desk, talk.id, 12)
        said = desk.run(capturing.contribute, talk.id, "answer", SECRET)
        _tell("said", file)
        desk.run(erasing.wipe_contribution, said)
        _tell("wiped", file)
        file.scrub()
        _tell("erased", file)
        _talk(desk, talk.id, 6)
        file.backup()
        _tell("backed up", file)
    print("closed", flush=True)


def _talk(desk: Desk, round_id: str, times: int) -> None:
    for number in range(times):
        desk.run(stage.keep_draft, round_id, "", "answer", f"half {number}")
        _tell("draft", desk.file)
        desk.run(capturing.contribute, round_id, "answer", f"{number} " + "lang " * (number * 40))
        _tell("said", desk.file)
        if number % 3 == 0:
            desk.undo()
            _tell("undone", desk.file)
            desk.redo()
            _tell("redone", desk.file)


def _tell(what: str, file: SessionFile) -> None:
    print(what, fingerprint(file), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:])
