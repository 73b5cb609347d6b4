"""Weighing options against criteria: what is kept, refused, added up and taken away."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workshops import one_round, open_desk
from workshop_app.facilitation import capturing, counting, erasing, preparing, weighing
from workshop_app.facilitation.command import RefusedError
from workshop_app.facilitation.desk import Desk
from workshop_app.i18n import Language
from workshop_app.model.values import ROOM_VOICE, Grain, Level, PromptRole, group_voice, organisation_voice
from workshop_app.model.views import RoundView
from workshop_app.model.weighed import Grid

WEIGHING = one_round("options", "Convenant", "Centrumregeling", criteria=("kosten", "snelheid"))
ENGLISH = Language.load("en")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with open_desk(tmp_path, WEIGHING, one_round("recognition", "Eén")) as desk:
        yield desk


def weighed(desk: Desk) -> RoundView:
    return desk.view.rounds[0]


def weigh(desk: Desk, option: int, criterion: int, score: int, voice: str = ROOM_VOICE) -> None:
    known = weighed(desk)
    desk.run(weighing.weigh, known.items[option].id, known.criteria[criterion].id, voice, score)


def by_organisation(desk: Desk) -> list[str]:
    desk.run(counting.set_grain, weighed(desk).id, Grain.ORGANISATION)
    return [organisation_voice(each.id) for each in desk.view.organisations]


def shown(desk: Desk) -> list[list[str]]:
    grid = Grid.of(weighed(desk))
    return [
        [*(grid.shown(o.id, c.id, ENGLISH) for c in grid.criteria), grid.shown_total(o.id, ENGLISH)]
        for o in grid.options
    ]


def test_the_last_score_of_a_voice_counts(desk: Desk) -> None:
    weigh(desk, 0, 0, 5)
    weigh(desk, 0, 0, 2)
    weigh(desk, 1, 1, 4)
    assert shown(desk) == [["−", "", "−1"], ["", "+", "+1"]]
    desk.undo()
    desk.undo()
    assert shown(desk) == [["++", "", "+2"], ["", "", ""]]
    desk.redo()
    assert shown(desk)[0][0] == "−"


def test_a_score_is_taken_away(desk: Desk) -> None:
    weigh(desk, 0, 0, 5)
    known = weighed(desk)
    desk.run(weighing.unweigh, known.items[0].id, known.criteria[0].id, ROOM_VOICE)
    assert Grid.of(weighed(desk)).is_empty
    desk.undo()
    assert shown(desk)[0][0] == "++"


def test_numbers_instead_of_signs(desk: Desk) -> None:
    weigh(desk, 0, 0, 5)
    weigh(desk, 0, 1, 2)
    desk.run(preparing.edit_round, weighed(desk).id, variant="numbers")
    assert shown(desk)[0] == ["5", "2", "7"]


def test_several_voices_have_a_mean_a_total_and_a_difference(desk: Desk) -> None:
    one, two, three = by_organisation(desk)
    for voice, score in ((one, 1), (two, 5), (three, 4)):
        weigh(desk, 0, 0, score, voice)
        weigh(desk, 0, 1, 4, voice)
        weigh(desk, 1, 0, 3, voice)
    grid = Grid.of(weighed(desk))
    assert shown(desk) == [["+0.3", "+1", "+1.3"], ["0", "", "0"]]
    assert [(o.text, c.text) for o, c in grid.divided] == [("Convenant", "kosten")]
    assert grid.reach(grid.options[0].id, grid.criteria[0].id, ENGLISH) == "from −− to ++"
    assert grid.shown_total(grid.options[0].id, ENGLISH, one) == "−1"
    assert grid.highest == (), "there is nothing to compare with yet"
    weigh(desk, 1, 1, 1, one)
    assert [option.text for option in Grid.of(weighed(desk)).highest] == ["Convenant"]


def test_one_step_apart_is_no_difference(desk: Desk) -> None:
    one, two, _ = by_organisation(desk)
    weigh(desk, 0, 0, 2, one)
    weigh(desk, 0, 0, 3, two)
    assert Grid.of(weighed(desk)).divided == ()


def test_the_chosen_options_take_part(desk: Desk) -> None:
    desk.run(capturing.choose_item, weighed(desk).items[1].id, True)
    assert [option.text for option in Grid.of(weighed(desk)).options] == ["Centrumregeling"]


def test_what_goes_takes_its_scores_with_it(desk: Desk) -> None:
    added = desk.run(capturing.add_item, weighed(desk).id, "mandaat", role=PromptRole.CRITERION)
    assert [each.text for each in weighed(desk).criteria] == ["kosten", "snelheid", "mandaat"]
    weigh(desk, 0, 2, 5)
    weigh(desk, 0, 0, 4)
    desk.run(capturing.remove_prompt, added)
    assert len(weighed(desk).items[0].responses) == 1
    desk.undo()
    assert shown(desk)[0] == ["+", "", "++", "+3"]
    erasing.erase(desk, erasing.wipe_prompt, added)
    assert len(weighed(desk).items[0].responses) == 1
    desk.run(capturing.remove_prompt, weighed(desk).items[0].id)
    assert Grid.of(weighed(desk)).is_empty
    desk.undo()
    assert shown(desk)[0][0] == "+"


def test_other_voices_scores_and_rounds_are_refused(desk: Desk) -> None:
    known, other = desk.view.rounds
    option, criterion = known.items[0].id, known.criteria[0].id
    for arguments in (
        (option, criterion, ROOM_VOICE, 0),
        (option, criterion, ROOM_VOICE, 6),
        (option, criterion, group_voice("x"), 3),
        (option, option, ROOM_VOICE, 3),
        (criterion, criterion, ROOM_VOICE, 3),
        (other.items[0].id, criterion, ROOM_VOICE, 3),
        (option, "gone", ROOM_VOICE, 3),
    ):
        with pytest.raises(RefusedError):
            desk.run(weighing.weigh, *arguments)
    assert Grid.of(weighed(desk)).is_empty


def test_an_anonymous_round_weighs_without_names(desk: Desk) -> None:
    voices = by_organisation(desk)
    for voice, score in zip(voices, (1, 3, 5), strict=True):
        weigh(desk, 0, 0, score, voice)
    erasing.erase(desk, erasing.set_level, weighed(desk).id, Level.ANONYMOUS)
    grid = Grid.of(weighed(desk))
    assert all(voice.startswith("ballot:") for voice in grid.voices)
    assert shown(desk)[0][0] == "0"
    with pytest.raises(RefusedError):
        weigh(desk, 0, 0, 3, voices[0])
