"""The user's choices, kept as JSON between runs."""

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from workshop_app.storage.atomic import write_atomic


@dataclass(frozen=True, slots=True)
class Settings:
    """What the program remembers of its user. `last_session` is a path, `beamer` the identity of the screen that was
    chosen for the room, `minutes_folder` where minutes were saved last, `text_scale` the size of text in proportion to
    the usual, `theme` that of the beamer ("light" or "dark"), `fades` whether its scenes fade into each other,
    `second_place` where backups go too ('' for nowhere)."""

    language: str = "nl"
    last_session: str = ""
    beamer: str = ""
    minutes_folder: str = ""
    text_scale: float = 1.0
    theme: str = "light"
    fades: bool = True
    second_place: str = ""


def load_settings(path: Path) -> Settings:
    """The settings in a file; the usual ones where it says nothing. A broken file is set aside as .bak."""
    try:
        known = json.loads(path.read_bytes())
        if not isinstance(known, dict):
            raise ValueError
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, RecursionError):
        with contextlib.suppress(OSError):
            os.replace(path, path.with_name(f"{path.name}.bak"))
        return Settings()
    # A name or a value that we do not expect comes from another version, or from somebody's editor.
    return Settings(**{f.name: known[f.name] for f in fields(Settings) if type(known.get(f.name)) is type(f.default)})


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings. Raises OSError where that cannot be done."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomic(path, json.dumps(asdict(settings), indent=2).encode())
