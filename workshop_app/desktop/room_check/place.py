"""Whether sessions are kept on a disk of this computer alone."""

from pathlib import Path

from workshop_app.desktop.place_words import place_in_words
from workshop_app.desktop.room_check.finding import Finding, Verdict
from workshop_app.i18n import Language


def look_at_place(folder: Path, language: Language) -> Finding:
    """The line of the room check about folders that are synchronised, on a network, or on a stick."""
    _ = language.gettext
    elsewhere = place_in_words(folder, language)
    if not elsewhere:
        return Finding(Verdict.GOOD, _("Sessions are on this computer."))
    todo = _("Keep sessions on the disk of this computer and deliver a copy: a line that fails costs answers.")
    return Finding(Verdict.ATTEND, _("Sessions are in {place}.").format(place=elsewhere), todo)
