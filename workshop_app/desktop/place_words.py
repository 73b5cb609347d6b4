"""The kind of place that a file is in, in words."""

from pathlib import Path

from workshop_app.i18n import N_, Language
from workshop_app.storage.whereabouts import Kind, whereabouts

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
