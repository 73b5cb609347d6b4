"""Every scene at every size: nothing clipped, nothing too small, nothing over anything else, nothing lost."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSizeF

from tests.desktop.projection.samples import EXTREME, QUOTES, TYPICAL
from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import Box, ShapeBox, TextBox
from workshop_app.desktop.projection.frame import Frame
from workshop_app.desktop.projection.layout import lay_out, spoken
from workshop_app.desktop.projection.typeset import Typesetter

SIZES = (QSizeF(1920, 1080), QSizeF(1280, 800), QSizeF(1024, 768))


@pytest.fixture(scope="module")
def typesetter() -> Typesetter:
    return Typesetter()


def pages(scene: scenes.Scene, frame: Frame, size: QSizeF, typesetter: Typesetter) -> Iterator[list[Box]]:
    for page in range(lay_out(scene, QUOTES, size, typesetter).pages):
        yield lay_out(scene, replace(frame, page=page), size, typesetter).boxes


def texts(boxes: list[Box]) -> list[TextBox]:
    return [box for box in boxes if isinstance(box, TextBox) and box.block.lines]


def inked(box: TextBox, typesetter: Typesetter) -> QRectF:
    """The part of the rectangle with text in it."""
    block, rect = box.block, box.rect
    widest = max(typesetter.width(line, block.face, block.pixels) for line in block.lines)
    indent = {"left": 0.0, "centre": (rect.width() - widest) / 2, "right": rect.width() - widest}[box.align]
    return QRectF(rect.left() + indent, rect.top(), widest, block.height)


def faults(boxes: list[Box], size: QSizeF, typesetter: Typesetter) -> Iterator[str]:
    screen = QRectF(-1, -1, size.width() + 2, size.height() + 2)
    placed = texts(boxes)
    for box in placed:
        ink, words = inked(box, typesetter), f"{box.block.text[:30]!r}"
        if not screen.contains(ink):
            yield f"{words} leaves the screen"
        if ink.width() > box.rect.width() + 1 or ink.height() > box.rect.height() + 1:
            yield f"{words} leaves its box"
        if box.kind == "content" and box.block.pixels < size.height() / 24:
            yield f"{words} is too small: {box.block.pixels}"
    for one, other in combinations(placed, 2):
        if inked(one, typesetter).adjusted(0, 1, 0, -1).intersects(inked(other, typesetter)):
            yield f"{one.block.text[:30]!r} stands over {other.block.text[:30]!r}"
    for shape in boxes:
        if isinstance(shape, ShapeBox) and not screen.contains(shape.rect):
            yield f"a shape leaves the screen: {shape.rect}"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}")
@pytest.mark.parametrize("name", TYPICAL)
def test_everything_stands_right(name: str, size: QSizeF, typesetter: Typesetter) -> None:
    check(*TYPICAL[name], size, typesetter)


@pytest.mark.parametrize("size", SIZES[::2], ids=lambda size: f"{size.width():.0f}")
@pytest.mark.parametrize("name", EXTREME)
def test_little_and_much_stand_right(name: str, size: QSizeF, typesetter: Typesetter) -> None:
    check(*EXTREME[name], size, typesetter)


def check(scene: scenes.Scene, frame: Frame, size: QSizeF, typesetter: Typesetter) -> None:
    found = [
        f"page {page}: {fault}"
        for page, boxes in enumerate(pages(scene, frame, size, typesetter))
        for fault in faults(boxes, size, typesetter)
    ]
    assert found == []


@pytest.mark.parametrize("name", ["wall_12", "beneath", "reveal_all", "principles", "checklist", "outcomes", "agenda"])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}")
def test_pages_together_hold_everything(name: str, size: QSizeF, typesetter: Typesetter) -> None:
    scene, frame = TYPICAL[name]
    shown = " ".join(spoken(boxes) for boxes in pages(scene, frame, size, typesetter))
    for text in words_of(scene):
        assert text in shown


def words_of(value: object) -> Iterator[str]:
    """Every text in a scene."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from words_of(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from words_of(getattr(value, name))


def test_a_long_text_is_shown_to_its_end(typesetter: Typesetter) -> None:
    text = " ".join(f"woord{number}" for number in range(500))
    scene = scenes.Cards("Wat zit eronder?", (scenes.NoteCard(text),))
    shown = " ".join(spoken(boxes) for boxes in pages(scene, QUOTES, SIZES[2], typesetter)).split()
    assert [word for word in shown if word.startswith("woord")] == text.split()


LONG = " ".join(f"woord{number}" for number in range(25))
"""About two hundred letters: as long as a name in a script ever is."""


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}")
@pytest.mark.parametrize(
    "scene",
    [
        scenes.Agenda("Wat gaan we doen?", (scenes.AgendaRow("13:30", LONG, "15 min"),) * 3),
        scenes.Cards("Wat zit eronder?", (scenes.NoteCard("Ja", tag=LONG), scenes.NoteCard("Nee"))),
        scenes.StateList(
            "Wat is er?", ("ja", "nee"), (scenes.StateRow("Dit", (1, 2), chip=LONG),), chip_label="aan zet"
        ),
        scenes.Choice("Waar staan we?", (scenes.ChoiceRow(LONG, "uitleg", 1, 2),), "nu", "gewenst"),
        scenes.Grid("Wat past?", (LONG, "kosten", LONG), (scenes.GridRow("Dit", ("+", "-", "0"), "+1"),), "totaal"),
        scenes.Table("Acties", (scenes.TableSection(("wat", "wie"), (scenes.TableRow("A1", ("Dit", LONG)),)),)),
        scenes.Task("Wat helpt?", (scenes.TaskRow(LONG, "Dit"), scenes.TaskRow("Tafel 2", "Dat")), 60, "Tot 14:32"),
        scenes.Task(LONG, (scenes.TaskRow("Tafel 1", "Dit"),), 60, "Tot 14:32"),
    ],
    ids=["agenda", "tag", "state", "position", "criteria", "cells", "label", "task"],
)
def test_a_long_name_is_shown_to_its_end(scene: scenes.Scene, typesetter: Typesetter, size: QSizeF) -> None:
    check(scene, QUOTES, size, typesetter)
    shown = " ".join(spoken(boxes) for boxes in pages(scene, QUOTES, size, typesetter)).split()
    assert set(LONG.split()) <= set(shown)
    assert "…" not in " ".join(shown)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size.width():.0f}")
def test_every_line_of_a_theme_is_shown_under_its_name(typesetter: Typesetter, size: QSizeF) -> None:
    lines = [f"– bijdrage{number} die twee regels nodig heeft op een smalle kaart" for number in range(40)]
    card = scenes.NoteCard("\n".join((*lines, "", "– de laatste")), tag="Contact")
    shown = [spoken(boxes) for boxes in pages(scenes.Cards("Wat zit eronder?", (card,)), QUOTES, size, typesetter)]
    assert len(shown) > 1
    assert all("Contact" in words for words in shown)
    assert [word for word in " ".join(shown).split() if word.startswith("bijdrage")] == [
        line.split()[1] for line in lines
    ]


def test_the_page_is_said(typesetter: Typesetter) -> None:
    scene, frame = TYPICAL["wall_12"]
    assert lay_out(scene, QUOTES, SIZES[0], typesetter).pages == 2
    assert "1 / 2 · nog 14 min" in spoken(lay_out(scene, frame, SIZES[0], typesetter).boxes)
    assert "2 / 2 · nog 14 min" in spoken(lay_out(scene, replace(frame, page=7), SIZES[0], typesetter).boxes)


def test_the_page_of_the_newest_is_shown(typesetter: Typesetter) -> None:
    cards = tuple(scenes.NoteCard(f"Bijdrage {number}", newest=number == 59) for number in range(60))
    scene = scenes.Cards("Wat zit eronder?", cards)
    laid_out = lay_out(scene, QUOTES, SIZES[0], typesetter)
    assert laid_out.page == laid_out.pages - 1 > 0
    assert "Bijdrage 59" in spoken(laid_out.boxes)


def test_a_new_card_moves_no_other(typesetter: Typesetter) -> None:
    cards = tuple(scenes.NoteCard(f"Een bijdrage van zekere lengte, nummer {number}") for number in range(5))

    def places(count: int) -> dict[str, QRectF]:
        boxes = lay_out(scenes.Cards("Wat zit eronder?", cards[:count]), QUOTES, SIZES[0], typesetter).boxes
        return {box.block.text: box.rect for box in texts(boxes)}

    before, after = places(4), places(5)
    assert {text: after[text] for text in before} == before


def test_text_stays_where_it_is_when_the_result_comes(typesetter: Typesetter) -> None:
    hidden, revealed = TYPICAL["quote_hidden"], TYPICAL["quote"]

    def place(scene: scenes.Scene, frame: Frame) -> QRectF:
        boxes = texts(lay_out(scene, frame, SIZES[0], typesetter).boxes)
        return next(box.rect for box in boxes if "regio is ver weg" in box.block.text)

    assert place(*hidden) == place(*revealed)


def test_what_is_not_revealed_is_not_there(typesetter: Typesetter) -> None:
    shown = spoken(lay_out(*TYPICAL["reveal"], SIZES[0], typesetter).boxes)
    assert "Norm voor Opdrachtgeverschap" in shown
    assert "geen keuze" not in shown
    assert "15" not in spoken(lay_out(*TYPICAL["quote_hidden"], SIZES[0], typesetter).boxes)


def test_counts_are_told_apart_without_colour(typesetter: Typesetter) -> None:
    boxes = lay_out(*TYPICAL["five_options"], SIZES[0], typesetter).boxes
    assert {"solid", "stripes", "dots", "lines"} <= {box.pattern for box in boxes if isinstance(box, ShapeBox)}
    assert any(isinstance(box, ShapeBox) and box.line for box in boxes)


def test_signs_that_turn_text_around_are_left_out(typesetter: Typesetter) -> None:
    scene = scenes.Question("Onze\u202e vraag", "Kun\x07 je\u2066 helpen?\nEcht?")
    assert spoken(lay_out(scene, Frame(), SIZES[0], typesetter).boxes) == "Onze vraag\nKun je helpen? Echt?"


def test_black_is_nothing(typesetter: Typesetter) -> None:
    assert lay_out(scenes.Black(), QUOTES, SIZES[0], typesetter).boxes == []
