"""How text is broken in lines: balanced, hyphenated as Dutch is where a narrow column needs it, and never otherwise."""

import pytest
from PySide6.QtCore import QSizeF

from tests.desktop.projection.samples import QUOTES, TYPICAL
from workshop_app.desktop.projection import scene as scenes
from workshop_app.desktop.projection.boxes import TextBox
from workshop_app.desktop.projection.layout import lay_out, spoken
from workshop_app.desktop.projection.typeset import BODY, HEADING, NAME, QUOTE, Face, Typesetter, quoted

HYPHEN = "\u2010"
NARROW = QSizeF(1024, 768)


@pytest.fixture
def typesetter() -> Typesetter:
    return Typesetter()


def lines(scene: scenes.Scene, typesetter: Typesetter) -> list[str]:
    boxes = lay_out(scene, QUOTES, NARROW, typesetter).boxes
    return [line for box in boxes if isinstance(box, TextBox) for line in box.block.lines]


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("dienstverleningsovereenkomst", "dienst ver le nings over een komst"),
        ("rechtszekerheid", "rechts ze ker heid"),
        ("portefeuillehoudersoverleg", "por te feuil le hou ders over leg"),
    ],
)
def test_a_word_is_broken_between_its_parts(word: str, parts: str, typesetter: Typesetter) -> None:
    allowed = {sum(map(len, parts.split()[:n])) for n in range(1, len(parts.split()))}
    for width in range(160, 420, 20):
        reached = 0
        for line in typesetter.set(word, BODY, 32, width).lines[:-1]:
            assert line.endswith(HYPHEN)
            reached += len(line) - 1
            assert reached in allowed


def test_a_hyphen_changes_nothing_of_what_is_read_aloud(typesetter: Typesetter) -> None:
    scene, frame = TYPICAL["grid"]
    shown = lay_out(scene, frame, NARROW, typesetter).boxes
    assert any(line.endswith(HYPHEN) for line in lines(scene, typesetter))
    assert "Samenwerkingsovereenkomst" in spoken(shown)
    assert HYPHEN not in spoken(shown)


def test_a_name_keeps_its_letters(typesetter: Typesetter) -> None:
    name = "Wolfeschlegelsteinhausenbergerdorff-van" + "kastanjehout" * 6
    for scene in (
        scenes.Tables("Wie zit waar?", (scenes.Seating("Raamtafel", (name, name)),)),
        scenes.Table("Acties", (scenes.TableSection(("actie", "wie"), (scenes.TableRow("A1", ("Bellen", name)),)),)),
        scenes.Matrix("", ("", ""), ("", ""), (), tuple(scenes.MatrixPoint(5, 5, name) for _ in range(30)), "Wie?"),
    ):
        assert not any(HYPHEN in line for line in lines(scene, typesetter))
    assert "".join(typesetter.set(name, NAME, 32, 300).lines) == name


@pytest.mark.parametrize("face", [HEADING, QUOTE])
def test_a_large_text_is_not_hyphenated_while_its_words_fit(face: Face, typesetter: Typesetter) -> None:
    text = "Onze verantwoordingssystematiek vraagt overeenstemming"
    for width in range(750, 1700, 100):
        block = typesetter.fit(text, face, width, 500, 120, 45)
        assert HYPHEN not in "".join(block.lines)


def test_lines_are_about_as_long_as_each_other(typesetter: Typesetter) -> None:
    block = typesetter.set("Onze inwoners staan niet op het netvlies van de regio", BODY, 50, 700)
    lengths = [typesetter.width(line, BODY, 50) for line in block.lines]
    assert len(lengths) == 2
    assert min(lengths) > 0.8 * max(lengths)


@pytest.mark.parametrize("typed", ["Dat niet.", '"Dat niet."', "„Dat niet.”", "“Dat niet.”"])
def test_a_quote_has_one_pair_of_marks(typed: str) -> None:
    assert quoted(typed) == "“Dat niet.”"


def test_what_follows_a_dash_stands_in(typesetter: Typesetter) -> None:
    block = typesetter.set("– Te weinig contact met de uitvoering en met elkaar", BODY, 50, 500)
    assert len(block.lines) > 1
    assert block.hang > 0
    assert block.width <= 500
    assert block.text == "– Te weinig contact met de uitvoering en met elkaar"
