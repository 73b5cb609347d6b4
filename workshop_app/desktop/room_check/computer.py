"""The checks of the computer, ready to run in threads."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from pathlib import Path

from workshop_app.desktop.room_check import encryption, place, power, storage, surroundings
from workshop_app.desktop.room_check.finding import Finding
from workshop_app.desktop.room_check.runner import Check
from workshop_app.i18n import Language
from workshop_app.paths import SESSION_SUFFIX


def checks(sessions: Path, language: Language) -> Mapping[str, Check]:
    """What is looked at for a folder of sessions, by the keys of the page."""
    return {
        "folder": partial(storage.look_at_folder, sessions, language),
        "place": partial(place.look_at_place, sessions, language),
        "encryption": partial(encryption.look_at, sessions, language),
        "space": partial(storage.look_at_space, sessions, language),
        "power": lambda: power.judge(power.power(), language),
        "quiet": partial(surroundings.look_at_quiet, language),
        "mail": partial(surroundings.look_at_mail, language),
        "clock": partial(_look_at_clock, sessions, language),
    }


def _look_at_clock(sessions: Path, language: Language) -> Finding:
    newest = surroundings.latest((Path(__file__), *sessions.glob(f"*{SESSION_SUFFIX}")))
    return surroundings.judge_clock(datetime.now().astimezone(), newest, language)
