"""The script while it is prepared: rounds added and copied, prompts moved."""

from pathlib import Path

import pytest

from tests.workshops import one_round, open_desk
from workshop_app.facilitation import capturing, counting, preparing
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Desk
from workshop_app.model.values import Grain, Level, PromptRole

CHECKLIST = one_round("checklist", "De bus", "De taxi", questions=["Waarom?"], grain=Grain.ROOM, level=Level.NAME)


def titles(desk: Desk) -> list[str]:
    return [known.title for known in desk.view.rounds]


def texts(desk: Desk) -> list[str]:
    return [prompt.text for prompt in desk.view.rounds[0].prompts]


def test_a_copy_has_the_prompts_and_not_the_answers(tmp_path: Path) -> None:
    with open_desk(tmp_path, CHECKLIST, one_round("pause")) as desk:
        first = desk.view.rounds[0]
        desk.run(capturing.contribute, first.id, "turn", "Anna", first.prompts[0].id)
        desk.run(capturing.add_item, first.id, "De fiets")
        desk.run(counting.set_count, first.prompts[0].id, "not", 3)
        desk.run(preparing.edit_round, first.id, live=True, steps_off="overview", skipped=True, extra=5)
        desk.run(preparing.copy_round, first.id, "Nog een keer")
        original, copy, _pause = desk.view.rounds
        assert (copy.title, copy.kind, copy.grain, copy.level) == ("Nog een keer", "checklist", Grain.ROOM, Level.NAME)
        assert copy.steps_off == {"overview"}
        assert (copy.live, copy.skipped, copy.extra) == (True, False, 0)
        assert [(p.text, p.role) for p in copy.prompts] == [(p.text, p.role) for p in original.prompts[:3]]
        assert not {p.key for p in copy.prompts} & {p.key for p in original.prompts}
        assert not copy.contributions
        assert not any(p.responses for p in copy.prompts)
        desk.undo()
        assert len(desk.view.rounds) == 2


def test_a_round_is_added_where_it_is_asked(tmp_path: Path) -> None:
    with open_desk(tmp_path, one_round("checkin", title="Begin"), one_round("checkout", title="Eind")) as desk:
        axes = [(PromptRole.AXIS, "los", "vast")]
        desk.run(preparing.add_round, "matrix", "Kwadrant", "", 15, desk.view.rounds[0].id, axes)
        desk.run(preparing.add_round, "pause", "Pauze", "", 10, "gone")
        assert titles(desk) == ["Begin", "Kwadrant", "Eind", "Pauze"]
        (axis,) = desk.view.rounds[1].axes
        assert (axis.text, axis.detail) == ("los", "vast")


def test_prompts_move_among_their_own(tmp_path: Path) -> None:
    with open_desk(tmp_path, CHECKLIST) as desk:
        question = desk.view.rounds[0].questions[0]
        desk.run(preparing.add_prompt, desk.view.rounds[0].id, "Wanneer?", PromptRole.QUESTION)
        desk.run(preparing.add_prompt, desk.view.rounds[0].id, "De fiets")
        desk.run(preparing.move_prompt, desk.view.rounds[0].prompts[0].id, 1)
        assert texts(desk) == ["De taxi", "De bus", "Waarom?", "Wanneer?", "De fiets"]
        desk.run(preparing.move_prompt, question.id, -5)
        desk.run(preparing.move_prompt, desk.view.rounds[0].items[2].id, -2)
        assert [p.text for p in desk.view.rounds[0].items] == ["De fiets", "De taxi", "De bus"]
        assert [p.text for p in desk.view.rounds[0].questions] == ["Waarom?", "Wanneer?"]
        desk.undo()
        assert [p.text for p in desk.view.rounds[0].items] == ["De taxi", "De bus", "De fiets"]


def test_what_an_anonymous_room_added_has_no_order(tmp_path: Path) -> None:
    with open_desk(tmp_path, one_round("resistance", "De regio is ver weg.")) as desk:
        added = desk.run(capturing.add_item, desk.view.rounds[0].id, "Nog een overleg.")
        with pytest.raises(RefusedError):
            desk.run(preparing.move_prompt, added, -1)
