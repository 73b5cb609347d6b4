"""The lowest of earlier scores."""

from pathlib import Path

from tests.workshops import one_round, open_desk
from workshop_app.facilitation import counting, preparing
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.lowest import lowest_items
from workshop_app.model.values import organisation_voice

SCAN = one_round("selfscan", "Vertrouwen", "Gedeeld belang", "Middelen", "Ruimte", "Structuur")


def score(desk: Desk, item: int, *scores: int) -> None:
    prompt = desk.view.script[0].items[item]
    for organisation, value in zip(desk.view.organisations, scores, strict=True):
        desk.run(counting.choose, prompt.id, organisation_voice(organisation.id), str(value))


def texts(desk: Desk) -> list[str]:
    return [text for _, text, _, _ in lowest_items(desk.view, desk.view.script[-1].id)]


def test_the_lowest_means_first_and_of_equals_the_lowest_single_score(tmp_path: Path) -> None:
    with open_desk(tmp_path, SCAN, one_round("lowest")) as desk:
        assert texts(desk) == []
        score(desk, 0, 4, 4, 4)
        score(desk, 1, 3, 3, 3)
        score(desk, 2, 1, 3, 5)
        score(desk, 4, 2, 2, 1)
        assert texts(desk) == ["Structuur", "Middelen", "Gedeeld belang"]


def test_they_fill_the_round_and_undo_empties_it(tmp_path: Path) -> None:
    with open_desk(tmp_path, SCAN, one_round("lowest")) as desk:
        score(desk, 0, 2, 4, 4)
        target = desk.view.script[-1].id
        desk.run(preparing.fill_lowest, target, lowest_items(desk.view, target))
        assert [(item.key, item.text) for item in desk.view.script[-1].items] == [("selfscan-1", "Vertrouwen")]
        desk.undo()
        assert desk.view.script[-1].items == ()


def test_only_rounds_before_it_count(tmp_path: Path) -> None:
    with open_desk(tmp_path, SCAN, one_round("lowest")) as desk:
        score(desk, 0, 2, 4, 4)
        assert lowest_items(desk.view, desk.view.script[0].id) == ()
