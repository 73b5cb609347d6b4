"""Sessions to measure with."""

from datetime import date
from pathlib import Path

from tests.workshops import DAY, PEOPLE, one_round, template
from workshop_app.facilitation.opening import create_file
from workshop_app.facilitation.preparing import Head
from workshop_app.i18n import Language
from workshop_app.model.entities import Contribution
from workshop_app.storage.session_file import SessionFile

TEXT = "Eerst elkaar leren kennen, dan pas afspreken wie wat doet en wie het betaalt."


def make_session(path: Path, contributions: int) -> str:
    """A session with one round that holds so many contributions; the id of the round."""
    script = template(one_round("recognition", "Wij kennen elkaar.", "De regio is ver weg."))
    create_file(path, script, Head("Avond", DAY, date(2027, 11, 27)), Language.load("en"), PEOPLE)
    with SessionFile.open(path) as file:
        with file.reading() as db:
            (round_id,) = db.execute("SELECT id FROM round").fetchone()
        with file.transaction() as session:
            session.add_all(
                Contribution(round_id=round_id, strand="explanation", text=f"{number}: {TEXT}", seq=number)
                for number in range(1, contributions + 1)
            )
    return str(round_id)
