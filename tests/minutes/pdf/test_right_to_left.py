"""Text from right to left keeps its order on every line it takes, for eyes and for ears."""

import unicodedata

import pytest

from workshop_app.minutes.pdf.fonts import Fonts
from workshop_app.minutes.pdf.paragraphs import Para, paragraph
from workshop_app.minutes.pdf.styles import style

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
