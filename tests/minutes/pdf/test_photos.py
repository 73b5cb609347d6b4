"""Photos and logos in the minutes: where they stand, what a reader hears, what the published version leaves out."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tests.minutes.pdf.conftest import structure_lines
from tests.minutes.reading_back import PUBLICATION, built, section
from tests.minutes.workshops import a_round, person, said, workshop
from workshop_app.minutes.answers import answers
from workshop_app.minutes.completeness import Gap, completeness
from workshop_app.minutes.document import Document, Prose
from workshop_app.minutes.images import Photo
from workshop_app.model.values import PicturePurpose
from workshop_app.model.views import PictureView, WorkshopView

Printed = Callable[[Document], Path]


def a_picture(number: int, description: str, round_id: str = "", size: tuple[int, int] = (60, 40)) -> PictureView:
    file = io.BytesIO()
    Image.new("RGBA" if number % 2 else "RGB", size, "teal").save(file, "PNG")
    purpose = PicturePurpose.PHOTO if round_id else PicturePurpose.LOGO
    return PictureView(str(number), round_id, purpose, description, "image/png", *size, file.getvalue())


@pytest.fixture
def view() -> WorkshopView:
    known = a_round("open", id="r1", title="Wat zien we?", question="", contributions=(said("c", "Iets", "answer"),))
    pictures = (
        a_picture(1, "Gemeente Lindevoort"),
        a_picture(2, ""),
        a_picture(3, "Flap van Eva <b>met</b> \U0001f337 \u0645\u0631\u062d\u0628\u0627", "r1", (1600, 900)),
        a_picture(4, "", "r1", (30, 2000)),
        a_picture(5, "x" * 4000, "r1"),
    )
    return workshop(known, pictures=pictures)


def test_photos_stand_in_their_round_with_what_is_on_them(view: WorkshopView, printed: Printed) -> None:
    document = built(view)
    photos = [block for block in section(document, "Wat zien we?").blocks if isinstance(block, Photo)]
    assert [photo.caption[:24] for photo in photos] == [
        "Photo: Flap van Eva <b>m", "Photo without a descript", "Photo: " + "x" * 17,
    ]  # fmt: skip
    assert [logo.alt for logo in document.cover.logos] == ["Gemeente Lindevoort", "Logo"]
    lines = [line.strip() for line in structure_lines(printed(replace(document, lang="nl-NL")))]
    assert sum(line.startswith("Figure") for line in lines) == 5


def test_a_footer_of_its_own_is_on_every_page(view: WorkshopView) -> None:
    own = replace(view, info=replace(view.info, footer="Postbus 12, Lindevoort"))
    assert built(own).furniture.footer.startswith("Postbus 12, Lindevoort · ")


def test_the_published_version_has_no_photos(view: WorkshopView) -> None:
    eva = replace(person(0), name="Eva")
    document = built(replace(view, participants=(eva,)), edition=PUBLICATION)
    blocks = section(document, "Wat zien we?").blocks
    assert not any(isinstance(block, Photo) for block in blocks)
    notes = [block.text for block in blocks if isinstance(block, Prose) and block.tone == "note"]
    assert notes[0].startswith("Photo, not in this version: Flap van (name) <b>")
    assert len(document.cover.logos) == 2


def test_what_is_missing_is_told(view: WorkshopView) -> None:
    missing = {finding.gap: finding.targets for finding in completeness(view)}
    assert missing[Gap.PHOTO] == ("4",)
    assert answers(view)["rounds"][0]["photos"][1:] == ["", "x" * 4000]
