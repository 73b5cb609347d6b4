"""A process that takes down one answer after the other and says of each that it was saved, until it is killed.

python -m tests.storage.restless FILE
"""

import sys
from itertools import count
from pathlib import Path

from workshop_app.facilitation import capturing, counting, stage
from workshop_app.facilitation.desk import Desk
from workshop_app.storage.session_file import SessionFile

STRAND = "answer"


def main(path: Path) -> None:
    with SessionFile.open(path) as file:
        desk = Desk(file)
        talk, quotes = desk.view.rounds[0], desk.view.rounds[1]
        for number in count(len(talk.contributions) + 1):
            desk.run(stage.keep_draft, talk.id, "", STRAND, f"{number}")
            desk.run(capturing.contribute, talk.id, STRAND, f"{number}")
            print(number, flush=True)
            desk.run(counting.set_count, quotes.prompts[0].id, "yes", number)
            desk.undo()
            desk.redo()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
