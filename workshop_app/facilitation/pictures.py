"""Pictures in a session, the logos of the house style and photos of a round: taken from a file, described, removed.

What comes in is looked at before it is decoded, and written anew: what a camera noted in it (where, when) stays out.
"""

import io
import warnings
from base64 import b64encode
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select

from workshop_app.errors import WorldError
from workshop_app.facilitation.command import RefusedError, command, found
from workshop_app.facilitation.limits import tidy
from workshop_app.i18n import N_
from workshop_app.model.entities import Picture, Round
from workshop_app.model.values import PICTURE_LIMIT, PICTURE_SIDE, PicturePurpose

FILE_LIMIT = 20_000_000
"""Bytes in a file."""
PIXEL_LIMIT = 40_000_000
MOST_LOGOS = 3
MOST_PHOTOS = 12
"""In one round."""
PATTERNS = "*.png *.jpg *.jpeg"

_QUALITY = 85


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture that can be kept: a PNG or JPEG file without anything but its pixels. Sizes are in pixels."""

    media_type: str
    width: int
    height: int
    data: bytes = field(repr=False)


def picture_from_file(path: Path) -> PictureFile:
    """Read a PNG or JPEG file. Raises WorldError when it cannot be used, OSError when it cannot be read."""
    with path.open("rb") as file:
        return picture_from_bytes(file.read(FILE_LIMIT + 1))


def picture_from_bytes(data: bytes) -> PictureFile:
    """The picture in these bytes: upright, no larger than needed. Raises WorldError when it cannot be used."""
    from PIL import Image, UnidentifiedImageError

    if len(data) > FILE_LIMIT:
        raise WorldError(
            N_("This picture is larger than {megabytes} MB. Save it smaller and try again."),
            megabytes=FILE_LIMIT // 1_000_000,
        )
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
            warnings.simplefilter("ignore")
            if image.width * image.height > PIXEL_LIMIT:
                raise _too_many_pixels()
            return _kept(image)
    except WorldError:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_pixels() from error
    except UnidentifiedImageError as error:
        raise WorldError(N_("This is not a picture that can be used. Choose a PNG or JPEG file.")) from error
    except Exception as error:  # a broken picture fails wherever its reader happens to be
        raise WorldError(N_("This picture is broken. Open it in another program, save it, and try again.")) from error


def _kept(image: Any) -> PictureFile:
    from PIL import Image, ImageOps

    as_png = image.format == "PNG"
    # A JPEG is decoded no larger than needed.
    image.draft("RGB", (PICTURE_SIDE, PICTURE_SIDE))
    upright = ImageOps.exif_transpose(image)
    see_through = "A" in upright.getbands() or "transparency" in upright.info
    plain = upright.convert("RGBA" if see_through else "RGB")
    plain.thumbnail((PICTURE_SIDE, PICTURE_SIDE), Image.Resampling.LANCZOS)
    plain.info.clear()
    written = _written(plain, "PNG") if as_png else b""
    if 0 < len(written) * 4 // 3 < PICTURE_LIMIT:
        return PictureFile("image/png", *plain.size, written)
    ground = Image.new("RGB", plain.size, "white")
    ground.paste(plain, mask=plain.getchannel("A") if see_through else None)
    return PictureFile("image/jpeg", *plain.size, _written(ground, "JPEG", quality=_QUALITY))


def _written(image: Any, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def _too_many_pixels() -> WorldError:
    return WorldError(
        N_("This picture has more than {millions} million pixels. Save it smaller and try again."),
        millions=PIXEL_LIMIT // 1_000_000,
    )


@command(N_("picture"))
def add_picture(db: Session, picture: PictureFile, description: str = "", round_id: str = "") -> str:
    """Keep a photo of a round, or without a round a logo. Returns its id. Raises RefusedError when there are enough."""
    purpose = PicturePurpose.PHOTO if round_id else PicturePurpose.LOGO
    among = Picture.round_id == found(db, Round, round_id).id if round_id else col(Picture.round_id).is_(None)
    there, last = db.exec(select(func.count(), func.max(col(Picture.position))).where(among)).one()
    if there >= (MOST_PHOTOS if round_id else MOST_LOGOS):
        raise RefusedError(
            N_("A round takes {most} photos. Remove one first.")
            if round_id
            else N_("There is room for {most} logos. Remove one first."),
            most=MOST_PHOTOS if round_id else MOST_LOGOS,
        )
    row = Picture(
        round_id=round_id or None,
        position=(last or 0) + 1,
        purpose=purpose.value,
        description=tidy(description),
        media_type=picture.media_type,
        width=picture.width,
        height=picture.height,
        data=b64encode(picture.data).decode("ascii"),
    )
    db.add(row)
    db.flush()
    return row.id


@command(N_("description of a picture"))
def describe_picture(db: Session, picture_id: str, description: str) -> None:
    """Say what is on a picture, for who cannot see it."""
    found(db, Picture, picture_id).description = tidy(description)


@command(N_("picture removed"))
def remove_picture(db: Session, picture_id: str) -> None:
    """Take a picture away; undo brings it back."""
    db.delete(found(db, Picture, picture_id))


@command(N_("order of the pictures"))
def move_picture(db: Session, picture_id: str, by: int) -> None:
    """Move a picture up (negative) or down among those of its round, or among the logos."""
    row = found(db, Picture, picture_id)
    among = Picture.round_id == row.round_id if row.round_id else col(Picture.round_id).is_(None)
    rows = list(db.exec(select(Picture).where(among).order_by(col(Picture.position), col(Picture.id))).all())
    here = rows.index(row)
    rows.insert(max(0, min(len(rows) - 1, here + by)), rows.pop(here))
    for position, each in enumerate(rows, start=1):
        each.position = position
