"""The photos of a round, each with what is on it; and the logos of the house style."""

from collections.abc import Iterator

from workshop_app.i18n import Language
from workshop_app.minutes.document import Prose, shortened
from workshop_app.minutes.images import Image, Photo
from workshop_app.model.views import PictureView, RoundView, WorkshopView

_CAPTION = 160
"""Characters under a photo; all of the description is in its text alternative."""


def photos(known: RoundView, view: WorkshopView, language: Language) -> Iterator[Photo | Prose]:
    """The photos that were taken in a round; of those that this version leaves out only what is on them."""
    _ = language.gettext
    for picture in view.photos(known.id):
        said = picture.description.strip()
        caption = _("Photo: {description}").format(description=shortened(said, _CAPTION)) if said else ""
        if picture.data:
            alt = " ".join(said.split()) or _("Photo without a description")
            yield Photo(Image(picture.data, picture.width, picture.height, alt), caption or alt)
        else:
            left_out = _("Photo, not in this version: {description}").format(description=said)
            yield Prose(left_out if said else _("A photo is not in this version."), "note")


def logos(view: WorkshopView, language: Language) -> tuple[Image, ...]:
    """The logos, each with a text alternative."""
    return tuple(Image(each.data, each.width, each.height, _alt(each, language)) for each in view.logos if each.data)


def _alt(logo: PictureView, language: Language) -> str:
    return " ".join(logo.description.split()) or language.gettext("Logo")
