"""Where resources, session files, settings and backups live."""

from dataclasses import dataclass
from pathlib import Path

SESSION_SUFFIX = ".samenspraak"
"""Of a session file."""

_PACKAGE = Path(__file__).resolve().parent
_INSTALLED = _PACKAGE / "_resources"
_CHECKOUT = _PACKAGE.parent


def _in_checkout() -> bool:
    return not _INSTALLED.is_dir()


def resources() -> Path:
    """Folder of templates, fonts, icons and catalogues: that of the checkout, or the copy in the installed package."""
    return _CHECKOUT / "resources" if _in_checkout() else _INSTALLED


@dataclass(frozen=True)
class DataPaths:
    """The files of one user. Asking creates nothing: who writes makes the folder.

    Backups are never in `sessions`, so that the folder of sessions can be emptied or handed over as it is.
    """

    sessions: Path
    """Folder of the session files."""
    home: Path
    """Folder of everything else."""

    @property
    def index(self) -> Path:
        """What home shows of each session file. It belongs to that folder, holds no answers, and can be rebuilt."""
        return self.sessions / "index.json"

    @property
    def settings(self) -> Path:
        """The user's choices, as JSON."""
        return self.home / "settings.json"

    @property
    def backups(self) -> Path:
        """Folder of the copies of session files."""
        return self.home / "backups"

    @property
    def owed(self) -> Path:
        """What must still go from the second place for backups, without names."""
        return self.home / "owed.json"

    @property
    def erasures(self) -> Path:
        """That something was erased, without what it was."""
        return self.home / "erased.json"

    @property
    def made(self) -> Path:
        """Where the program wrote minutes and other files of each session."""
        return self.home / "made.json"

    @property
    def templates(self) -> Path:
        """Folder of the user's own templates."""
        return self.home / "templates"

    @property
    def logs(self) -> Path:
        """Folder of crash reports, without answers."""
        return self.home / "logs"


def data_paths(data_dir: Path | None = None) -> DataPaths:
    """Where this user's files are: all of them in `data_dir` if given, else in the computer's user data folder.

    A run from a checkout keeps its sessions in `sessions/` of the checkout, the rest in the user data folder.
    """
    if data_dir is not None:
        home = data_dir.absolute()
        return DataPaths(home / "sessions", home)
    from platformdirs import user_data_path

    home = user_data_path("samenspraak", appauthor=False)
    return DataPaths(_CHECKOUT / "sessions" if _in_checkout() else home / "sessions", home)
