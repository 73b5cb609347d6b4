"""What somebody keeps out of the section of a round is not in it, and the rest still is."""

from dataclasses import replace

import pytest

from tests.minutes.reading_back import built, section, text
from tests.minutes.workshops import a_round, prompt, said, workshop
from workshop_app.minutes.charts import BarChart
from workshop_app.minutes.images import Photo
from workshop_app.model.values import ROOM_VOICE, MinutesPart, PicturePurpose, QuoteMode
from workshop_app.model.views import PictureView, ResponseView, WorkshopView

COUNTED = [ResponseView("", ROOM_VOICE, "yes", 12), ResponseView("", ROOM_VOICE, "no", 7)]
PHOTO = PictureView("f", "recognition", PicturePurpose.PHOTO, "Het bord", "image/png", 4, 3, b"png")


def without(*parts: MinutesPart) -> WorkshopView:
    talk = [
        said("c1", "Wij tekenen zelf.", "explanation", "i"),
        said("c2", "Dat is nooit gezegd.", "explanation", "i", mode=QuoteMode.VERBATIM, in_minutes=True),
    ]
    known = a_round("recognition", [prompt("i", "Het gaat goed", COUNTED)], talk, question="Vraag?")
    known = replace(known, left_out=frozenset(part.value for part in parts))
    return workshop(known, pictures=(PHOTO,))


def told(*parts: MinutesPart) -> str:
    return text(built(without(*parts)), "Vraag?")


def test_everything_is_there_by_itself() -> None:
    for words in ("12", "Answers", "Wij tekenen zelf.", "Dat is nooit gezegd.", "Het bord"):
        assert words in told()


@pytest.mark.parametrize(
    ("part", "gone", "still"),
    [
        (MinutesPart.CHART, "Answers", "12"),
        (MinutesPart.TABLE, "12", "Answers"),
        (MinutesPart.ANSWERS, "Wij tekenen zelf.", "Dat is nooit gezegd."),
        (MinutesPart.QUOTES, "Dat is nooit gezegd.", "Wij tekenen zelf."),
        (MinutesPart.PHOTOS, "Het bord", "Wij tekenen zelf."),
    ],
)
def test_one_part_stays_out(part: MinutesPart, gone: str, still: str) -> None:
    assert gone not in told(part).replace("Het gaat goed", "")
    assert still in told(part)


def test_without_chart_and_table_nothing_counted_is_left() -> None:
    blocks = section(built(without(MinutesPart.CHART, MinutesPart.TABLE)), "Vraag?").blocks
    assert not any(isinstance(block, BarChart) for block in blocks)
    assert any(isinstance(block, Photo) for block in blocks)


def test_answers_that_stay_out_are_not_missed() -> None:
    assert "Without notes" not in told(MinutesPart.ANSWERS)
