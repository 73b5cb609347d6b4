"""The kind of place that a file is in, in words, and what has to be said of it when a session is opened."""

from pathlib import Path

from workshop_app.i18n import N_, Language
from workshop_app.storage.whereabouts import Kind, whereabouts

_COPIED_IN = N_(
    "This session was copied in from {path}{place}. That file stays as it is; Ctrl+Shift+S delivers your version "
    "there, or anywhere else."
)
_NOT_LOCAL = N_(
    "The sessions of this computer are kept in {place}. Take a folder on this disk alone: a fault of the line or of "
    "that service may cost the file."
)
_WORDS = {
    Kind.LOCAL: "",
    Kind.SYNCED: N_("a folder of {service}"),
    Kind.NETWORK: N_("a network drive"),
    Kind.REMOVABLE: N_("a stick or another removable drive"),
}


def place_in_words(path: Path, language: Language) -> str:
    """Where a file is; '' on a disk of this computer alone."""
    found = whereabouts(path)
    words = _WORDS[found.kind]
    return language.gettext(words).format(service=found.service) if words else ""


def news_of_place(path: Path, origin: Path | None, language: Language) -> tuple[str, str] | None:
    """Where an open session came from, or that its folder is no good place to work in; the level of a banner with it.

    `origin` is the file that it was copied in from just now.
    """
    _ = language.gettext
    if origin:
        there = place_in_words(origin, language)
        return "green", _(_COPIED_IN).format(path=origin, place=f" ({there})" if there else "")
    here = place_in_words(path, language)
    return ("amber", _(_NOT_LOCAL).format(place=here)) if here else None
