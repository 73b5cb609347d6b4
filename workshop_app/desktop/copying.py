"""A copy of the open session for somebody, or for a stick: verified, and never over anything."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from workshop_app.desktop.bridge import Bridge
from workshop_app.desktop.widgets.file_dialogs import ask_where
from workshop_app.errors import WorldError
from workshop_app.i18n import N_
from workshop_app.paths import SESSION_SUFFIX
from workshop_app.storage.session_file import SessionFile

_MADE = N_(
    "A verified copy is in {path}. It holds everything that was said and who was there, and it is not encrypted: take "
    "care of whom you give it to."
)
_KEPT = N_("{reason} There is no copy there; the session itself is saved.")


def offer_copy(file: SessionFile, bridge: Bridge, page: QWidget) -> None:
    """Ask where a copy goes, and write it there. How it went is said through `bridge.noticed`."""
    _ = bridge.language.gettext
    kind = _("Sessions of Samenspraak") + f" (*{SESSION_SUFFIX})"
    # A copy that stands there is not replaced: the new one gets a number.
    ask_where(page, _("Save a copy"), kind, file.path.name, lambda path: copy_to(file, bridge, path), replaces=False)


def copy_to(file: SessionFile, bridge: Bridge, wanted: Path) -> None:
    """Write a verified copy under this name, or with the first number behind it that is free."""
    from workshop_app.facilitation.opening import free_path

    _ = bridge.language.gettext
    target = free_path(wanted)
    try:
        file.copy_to(target)
    except WorldError as error:
        bridge.noticed.emit("amber", _(_KEPT).format(reason=error.text(bridge.language)))
        return
    bridge.noticed.emit("green", _(_MADE).format(path=target))
