"""Where the parts of the desktop are made and wired: application, look, screens, home; then what is heavy."""

import gc
import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from workshop_app.desktop.application import dress, make_application
from workshop_app.desktop.awake import hold_for
from workshop_app.desktop.crash import CrashGuard
from workshop_app.desktop.garbage import look_here
from workshop_app.desktop.large_pictures import give_back
from workshop_app.desktop.lit_displays import lit_displays
from workshop_app.desktop.screens import ScreenWatcher
from workshop_app.desktop.shell import Shell, remembered_screen
from workshop_app.i18n import N_, Language
from workshop_app.paths import DataPaths, resources
from workshop_app.storage.settings import load_settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from workshop_app.desktop.wrapup.delivery import HandOver
    from workshop_app.mail.draft import Draft
    from workshop_app.mail.handover import Handover

_MISTAKE = N_("Something went wrong in the program itself. What was typed is saved, and you can go on.")
_NOT_STARTED = N_(
    "Samenspraak could not start, because of a mistake in the program itself. All sessions are as they were."
)
_REPORTED = N_("Where it happened, without anything that was said, is in {path}.")
_LED = N_("A session is being led on the beamer.")
_STOPPED = N_("The program stopped by itself the last time. What was saved is there: open the session to go on.")

# What a session needs and home does not; none of it touches Qt, so a thread may load it.
_HEAVY = (
    "workshop_app.facilitation.opening",
    "workshop_app.facilitation.desk",
    "workshop_app.desktop.projection.hyphens",
)


def run(file: Path | None, paths: DataPaths, language: Language) -> int:
    """Start the program at home, or in a session; returns the exit code."""
    app = make_application()
    shell: Shell | None = None

    def save() -> None:
        if shell:
            shell.save()

    def tell(report: Path | None) -> None:
        if shell:
            shell.tell(_told(_MISTAKE, report, language))
        else:
            print(_told(_NOT_STARTED, report, language), file=sys.stderr)

    guard = CrashGuard(paths.logs, save, tell)
    # Before the windows: a mistake on the way to the first one leaves a report too.
    guard.install()
    shell = build(app, paths, language, lit=lit_displays)
    awake = hold_for(language.gettext(_LED))
    shell.leads.connect(lambda led: awake.take() if led else awake.release())
    shell.show()
    if guard.stopped_before:
        shell.tell(language.gettext(_STOPPED))
    if file is not None:
        shell.open(file)
    code = app.exec()
    awake.release()
    guard.end()
    return code


def _told(words: str, report: Path | None, language: Language) -> str:
    told = language.gettext(words)
    return f"{told} {language.gettext(_REPORTED).format(path=report)}" if report else told


def _to_the_mail_program(draft: "Draft", eml: Path) -> "Handover":
    from workshop_app.mail.handover import hand_over

    return hand_over(draft, eml)


def build(
    app: "QApplication",
    paths: DataPaths,
    language: Language,
    mail: "HandOver" = _to_the_mail_program,
    lit: Callable[[], int | None] = lambda: None,
) -> Shell:
    """The window, ready to be shown; nothing heavy is loaded before it has been painted.

    `mail` takes a finished draft, as the mail program does; `lit` says how many displays are on.
    """
    settings = load_settings(paths.settings)
    dress(app, resources(), language, settings.text_scale)
    shell = Shell(paths, settings, language, ScreenWatcher(app, remembered_screen(settings), lit=lit), mail)
    shell.painted.connect(lambda: _load_the_rest(shell, paths))
    return shell


def _load_the_rest(shell: Shell, paths: DataPaths) -> None:
    look_here(shell)
    give_back()
    from workshop_app.facilitation.own_templates import OwnTemplates

    shell.use_templates(OwnTemplates(resources() / "templates", paths.templates))
    Thread(target=_load_heavy, name="loading", daemon=True).start()


def _load_heavy() -> None:
    for name in _HEAVY:
        importlib.import_module(name)
    # All of this stays: looking through it for garbage would take a sixteenth of a second, in the middle of a key.
    gc.freeze()
