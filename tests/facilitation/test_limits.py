"""No text longer than its column is kept, whoever wrote it and however it came to the file."""

from pathlib import Path

import pytest

from tests.session_files import make_session
from tests.workshops import reopened
from workshop_app.facilitation import capturing, outcomes, people, preparing
from workshop_app.facilitation.command import Command, RefusedError

LONG = "x" * 4001


@pytest.mark.parametrize(
    ("command", "arguments"),
    [
        (outcomes.decide, {"text": LONG}),
        (outcomes.park, {"text": LONG}),
        (people.add_organisation, {"name": "x" * 201}),
        (preparing.edit_workshop, {"title": "x" * 201}),
        (preparing.add_round, {"kind": "open", "title": "x" * 201, "question": "", "minutes": 5}),
    ],
)
def test_a_text_that_is_too_long_is_refused(
    tmp_path: Path, command: Command[..., object], arguments: dict[str, object]
) -> None:
    with reopened(make_session(tmp_path)) as desk:
        before = desk.view
        with pytest.raises(RefusedError):
            desk.run(command, **arguments)
        with pytest.raises(RefusedError):
            desk.run(capturing.contribute, before.rounds[0].id, "answer", LONG)
        desk.run(capturing.contribute, before.rounds[0].id, "answer", LONG[1:])
        assert desk.view.decisions == before.decisions
