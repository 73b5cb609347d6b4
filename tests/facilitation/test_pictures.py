"""Pictures from files: upright, small, without what a camera noted; bad ones refused in a sentence."""

import io
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tests.workshops import one_round, open_desk
from workshop_app.errors import WorldError
from workshop_app.facilitation import pictures
from workshop_app.facilitation.desk import Desk
from workshop_app.facilitation.pictures import FILE_LIMIT, picture_from_bytes, picture_from_file
from workshop_app.i18n import Language
from workshop_app.model.values import PICTURE_SIDE

ENGLISH = Language.load("en")


def encoded(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def test_a_photo_is_upright_small_and_without_its_place() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Camera of somebody"
    exif.get_ifd(0x8825)[2] = (52.0, 5.0, 1.0)
    data = encoded(Image.new("RGB", (4000, 3000), "red"), "JPEG", exif=exif, comment=b"made by me")
    kept = picture_from_bytes(data)
    assert (kept.media_type, kept.width, kept.height) == ("image/jpeg", 1500, PICTURE_SIDE)
    again = Image.open(io.BytesIO(kept.data))
    assert not again.getexif()
    assert again.size == (kept.width, kept.height)
    assert b"Camera" not in kept.data
    assert b"made by" not in kept.data


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "CMYK"])
def test_pictures_of_every_kind(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    kept = picture_from_bytes(encoded(Image.new(mode, (30, 20)), kind))
    again = Image.open(io.BytesIO(kept.data))
    assert again.size == (30, 20)
    assert again.mode == ("RGBA" if mode in ("LA", "RGBA") else "RGB")


def test_a_picture_with_an_alpha_channel_that_is_too_large_stands_on_white() -> None:
    noise = Image.effect_noise((1900, 1900), 100)
    kept = picture_from_bytes(encoded(Image.merge("RGBA", (noise, noise.rotate(90), noise, noise)), "PNG"))
    assert (kept.media_type, kept.width) == ("image/jpeg", 1900)


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is enormous."""
    head = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b""))
    packed = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(packed)


def text_bomb() -> bytes:
    swollen = b"zTXtbomb\0\0" + zlib.compress(bytes(80_000_000))
    chunk = struct.pack(">I", len(swollen) - 4) + swollen + struct.pack(">I", zlib.crc32(swollen))
    good = encoded(Image.new("RGB", (3, 3)), "PNG")
    return good[:33] + chunk + good[33:]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not a picture"),
        (b"naam;gemeente", "not a picture"),
        (b"<svg xmlns='x'/>", "not a picture"),
        (encoded(Image.new("RGB", (3, 3)), "GIF"), "not a picture"),
        (encoded(Image.new("RGB", (3, 3)), "TIFF"), "not a picture"),
        (encoded(Image.effect_noise((200, 200), 50), "PNG")[:-3000], "broken"),
        (encoded(Image.effect_noise((200, 200), 50), "JPEG")[:-3000], "broken"),
        (bomb(6_400, 6_400), "million pixels"),
        (bomb(11_000, 11_000), "million pixels"),
        (bomb(60_000, 60_000), "million pixels"),
        (bomb(2_000_000_000, 2), "million pixels"),
        (text_bomb(), "broken"),
        (bytes(FILE_LIMIT + 1), "larger than 20 MB"),
    ],
)
def test_what_cannot_be_used_gets_a_clear_word(data: bytes, words: str) -> None:
    with pytest.raises(WorldError) as refused:
        picture_from_bytes(data)
    assert words in refused.value.text(ENGLISH)


def test_a_logo_of_forty_megabytes_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    with path.open("wb") as file:
        file.truncate(40_000_000)
    with pytest.raises(WorldError, match="larger than"):
        picture_from_file(path)
    with pytest.raises(FileNotFoundError):
        picture_from_file(tmp_path / "weg.png")


class TestCommands:
    @pytest.fixture
    def desk(self, tmp_path: Path) -> Iterator[Desk]:
        with open_desk(tmp_path, one_round("open")) as desk:
            yield desk

    @pytest.fixture
    def picture(self) -> pictures.PictureFile:
        return picture_from_bytes(encoded(Image.new("RGB", (40, 30), "blue"), "PNG"))

    def test_logos_are_kept_described_moved_and_taken_away(self, desk: Desk, picture: pictures.PictureFile) -> None:
        first, second, third = (desk.run(pictures.add_picture, picture, text) for text in ("een", "twee", "drie"))
        with pytest.raises(WorldError, match="room for"):
            desk.run(pictures.add_picture, picture)
        desk.run(pictures.move_picture, third, -5)
        desk.run(pictures.describe_picture, second, "  Wapen van\nLindevoort ")
        assert [logo.id for logo in desk.view.logos] == [third, first, second]
        assert desk.view.logos[2].description == "Wapen van\nLindevoort"
        assert desk.view.logos[0].data == picture.data
        desk.run(pictures.remove_picture, first)
        assert len(desk.view.logos) == 2
        desk.undo()
        assert [logo.id for logo in desk.view.logos] == [third, first, second]
        assert desk.view.logos[1].data == picture.data

    def test_photos_belong_to_their_round(self, desk: Desk, picture: pictures.PictureFile) -> None:
        round_id = desk.view.rounds[0].id
        photo = desk.run(pictures.add_picture, picture, "Flap", round_id)
        assert [each.id for each in desk.view.photos(round_id)] == [photo]
        assert desk.view.logos == ()
        desk.undo()
        assert desk.view.pictures == ()
        desk.redo()
        assert desk.view.photos(round_id)[0].data == picture.data
