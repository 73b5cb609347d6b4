"""The picture of a matrix in the Word document."""

import io

import pytest
from PIL import Image

from tests.minutes.generated import TEXTS
from workshop_app.minutes.document import HouseStyle
from workshop_app.minutes.docx.matrix_picture import matrix_picture
from workshop_app.minutes.matrix import Matrix, MatrixPoint
from workshop_app.minutes.pdf.colours import palette
from workshop_app.paths import resources

QUADRANTS = ("stevig", "papier", "vertrouwen", "kwetsbaar")


def drawn(*points: MatrixPoint, quadrants: tuple[str, ...] = QUADRANTS) -> Image.Image:
    matrix = Matrix(("laag", "hoog"), ("weinig", "veel"), quadrants, points, "")
    return Image.open(io.BytesIO(matrix_picture(matrix, palette(HouseStyle()), resources() / "fonts"))).convert("RGB")


def coloured(image: Image.Image) -> int:
    """Pixels in the colour of the points."""
    wanted = tuple(bytes.fromhex(palette(HouseStyle()).graphic.lstrip("#")))
    return sum(count for count, colour in image.getcolors(1_000_000) or () if colour == wanted)


def test_points_in_one_place_stand_beside_each_other() -> None:
    one, three = drawn(MatrixPoint(3, 8, "Waterrijk")), drawn(*(MatrixPoint(3, 8, name) for name in "ABC"))
    assert coloured(three) > 2.5 * coloured(one)


def test_names_that_do_not_fit_become_numbers() -> None:
    crowd = [MatrixPoint(1 + n % 9, 1 + n // 9 % 9, f"Gemeente met een lange naam {n}") for n in range(60)]
    assert coloured(drawn(*crowd)) < 60 * coloured(drawn(crowd[0]))


@pytest.mark.parametrize("text", TEXTS)
def test_any_name_can_be_drawn(text: str) -> None:
    assert drawn(MatrixPoint(1, 1, text), MatrixPoint(9, 9, text), quadrants=(text,) * 4).size == (1200, 750)


def test_points_that_are_nobodys_have_no_name() -> None:
    assert coloured(drawn(MatrixPoint(5, 5), MatrixPoint(5, 5))) > 0


def test_where_one_name_is_told_many_points_without_one_leave_it_its_place() -> None:
    own, others = MatrixPoint(5, 5, "Waterrijk"), [MatrixPoint(1 + n % 9, 1 + n // 9) for n in range(30)]
    assert drawn(own, *others).getpixel((600, 375)) == drawn(own).getpixel((600, 375))
