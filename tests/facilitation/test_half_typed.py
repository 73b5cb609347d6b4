"""A line that is taken down ends its draft, in one transaction."""

from pathlib import Path

import pytest

from tests.workshops import one_round, open_desk
from workshop_app.facilitation import capturing, stage
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Change
from workshop_app.facilitation.half_typed import taken_down


def test_the_draft_goes_with_what_it_became_and_undo_does_not_bring_it_back(tmp_path: Path) -> None:
    with open_desk(tmp_path, one_round("open", "Wat?")) as desk:
        known = desk.view.script[0]
        desk.run(stage.keep_draft, known.id, "", "answer", "half")
        changes: list[Change] = []
        desk.listen(changes.append)
        desk.run(taken_down(capturing.contribute, known.id, "", "answer"), known.id, "answer", "heel")
        assert len(changes) == 1
        assert changes[0].tables == {"contribution", "draft"}
        assert desk.view.drafts == ()
        assert desk.undo() == "contribution"
        assert desk.view.drafts == ()


def test_what_is_refused_keeps_its_draft(tmp_path: Path) -> None:
    with open_desk(tmp_path, one_round("open", "Wat?")) as desk:
        known = desk.view.script[0]
        desk.run(stage.keep_draft, known.id, "", "answer", "half")
        with pytest.raises(RefusedError):
            desk.run(taken_down(capturing.contribute, known.id, "", "answer"), known.id, "answer", "x" * 5_000)
        assert desk.view.draft(known.id, "", "answer") == "half"
