"""Text from right to left keeps its order on every line it takes, for eyes and for ears."""

import unicodedata

import pytest
from bidi.algorithm import get_display

from tests.minutes.pdf.sample import sample
from workshop_app.minutes.document import HouseStyle, Prose
from workshop_app.minutes.pdf.colours import palette
from workshop_app.minutes.pdf.fonts import Fonts
from workshop_app.minutes.pdf.nodes import Node
from workshop_app.minutes.pdf.outline import outline
from workshop_app.minutes.pdf.paragraphs import Para, paragraph
from workshop_app.minutes.pdf.place import Place
from workshop_app.minutes.pdf.prose import set_prose
from workshop_app.minutes.pdf.styles import Look, style

SENTENCE = "محمد علي يقول هذا مرة أخرى في البلدية ثم يعود إلى البيت"


def lines_of(para: Para) -> list[str]:
    """The lines as they are drawn, read the other way around."""
    return ["".join(frag.text for frag in line.words).strip()[::-1] for line in para.blPara.lines]


@pytest.mark.parametrize("width", [60, 90, 140, 400])
def test_every_line_begins_where_the_one_before_ended(width: float, fonts: Fonts) -> None:
    para = paragraph(SENTENCE, style(), fonts)
    para.wrap(width, 1e6)
    drawn = " ".join(lines_of(para))
    assert unicodedata.normalize("NFKC", drawn) == unicodedata.normalize("NFKC", SENTENCE)
    assert (len(para.blPara.lines) > 1) == (width < 400)


def test_what_is_read_of_a_line_is_one_piece(fonts: Fonts) -> None:
    para = paragraph(f"Hier zegt {SENTENCE} en dan gaat het door", style(), fonts)
    para.wrap(150, 1e6)
    read = [
        frag.cbDefn.label[1:]
        for line in para.blPara.lines
        for frag in line.words
        if getattr(frag, "cbDefn", None) and frag.cbDefn.label != "end"
    ]
    assert " ".join(read) == SENTENCE
    first, last = (lines_of(para)[at][::-1] for at in (0, -1))
    assert first.startswith("Hier zegt")
    assert last.endswith("door")


def test_it_stays_so_when_it_is_set_again_at_another_width(fonts: Fonts) -> None:
    para = paragraph(SENTENCE, style(), fonts)
    for width in (90, 400, 90):
        para.wrap(width, 1e6)
        drawn = " ".join(lines_of(para))
        assert unicodedata.normalize("NFKC", drawn) == unicodedata.normalize("NFKC", SENTENCE)


PUNCTUATED = "قال محمد: نعم، ثم (في 2026) عاد إلى البيت."


@pytest.mark.parametrize("width", [60, 140, 400])
def test_commas_and_figures_do_not_turn_a_sentence_around(width: float, fonts: Fonts) -> None:
    para = paragraph(PUNCTUATED, style(), fonts)
    para.wrap(width, 1e6)
    lines = ("".join(frag.text for frag in line.words) for line in para.blPara.lines)
    drawn = [word for line in lines for word in reversed(line.split())]
    expected = [get_display(word, base_dir="R") for word in PUNCTUATED.split()]
    assert [unicodedata.normalize("NFKC", word) for word in drawn] == expected


@pytest.mark.parametrize(("text", "right"), [(SENTENCE, True), ("2026: " + SENTENCE, True), ("Ja, " + SENTENCE, False)])
def test_running_text_from_right_to_left_begins_at_the_right(text: str, right: bool, fonts: Fonts) -> None:
    (made,) = set_prose(Prose(text), Place(Look(palette(HouseStyle()), fonts), outline(sample()), Node("Document")))
    assert (made.style.alignment == 2) == right
